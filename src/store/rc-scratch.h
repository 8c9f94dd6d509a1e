/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes to be looked at again soon, in memory or in a file without a name. */
typedef struct _RcScratch RcScratch;

RcScratch *rc_scratch_new (char *folder);
gboolean rc_scratch_append (RcScratch *scratch, const void *bytes, gsize length, guint64 *start,
                            GError **error);
const char *rc_scratch_map (RcScratch *scratch, GError **error);
void rc_scratch_free (RcScratch *scratch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcScratch, rc_scratch_free)

G_END_DECLS
