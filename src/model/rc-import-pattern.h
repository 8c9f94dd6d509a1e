/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text with columns in braces: "info@{domain}". Immutable; used by one thread at a time. */
typedef struct _RcImportPattern RcImportPattern;

RcImportPattern *rc_import_pattern_new (const char *text, const char *const *columns, GError **error);
RcImportPattern *rc_import_pattern_new_column (const char *column, const char *const *columns,
                                               GError **error);
void rc_import_pattern_free (RcImportPattern *pattern);
char *rc_import_pattern_expand (const RcImportPattern *pattern, const char *const *fields, guint n_fields,
                                GHashTable *nothing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcImportPattern, rc_import_pattern_free)

G_END_DECLS
