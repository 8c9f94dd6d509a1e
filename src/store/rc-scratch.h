/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes to be looked at again soon, in memory or in a file without a name. */
typedef struct _RcScratch RcScratch;

RcScratch *rc_scratch_new (char *folder);
gboolean rc_scratch_append (RcScratch *scratch, const void *bytes, gsize length, guint64 *start,
                            GError **error);
gboolean rc_scratch_read (RcScratch *scratch, guint64 start, gsize length, GString *target, GError **error);
void rc_scratch_free (RcScratch *scratch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcScratch, rc_scratch_free)

G_END_DECLS
