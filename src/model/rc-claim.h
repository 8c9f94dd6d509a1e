/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Says to other programs that a file that is not finished, or is to be thrown away, is in use. */
typedef struct _RcClaim RcClaim;

RcClaim *rc_claim_new (const char *path);
void rc_claim_free (RcClaim *claim);
void rc_claim_remove_leftovers (const char *folder, void (*remove) (const char *path));

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcClaim, rc_claim_free)

G_END_DECLS
