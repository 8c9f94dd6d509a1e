/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

gboolean rc_change_table_next_seq (RcDatabase *database, gint64 *seq, GError **error);
gboolean rc_change_table_get_seq (RcDatabase *database, gint64 *seq, GError **error);
gboolean rc_change_table_next_pa_number (RcDatabase *database, char **number, GError **error);
gboolean rc_change_table_find_command (RcDatabase *database, const char *key, char **result, GError **error);
gboolean rc_change_table_add_command (RcDatabase *database, gint64 seq, const char *key, const char *result,
                                      GError **error);
gboolean rc_change_table_bury (RcDatabase *database, gint64 seq, const char *kind, gint64 row_id,
                               GError **error);

G_END_DECLS
