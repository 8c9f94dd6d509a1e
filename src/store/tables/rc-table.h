/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* The next id of a table: one above every id that the table or its tombstones hold, so that none comes back. */
#define RC_TABLE_NEXT_ID(table, kind)                                                                        \
  "(SELECT coalesce (max (id), 0) + 1 FROM (SELECT max (id) AS id FROM " table                               \
  " UNION ALL SELECT max (row_id) FROM tombstones WHERE kind = '" kind "') AS used)"

RcStatement *rc_table_query (RcDatabase *database, GError **error, const char *sql, const char *types, ...);
gboolean rc_table_run (RcDatabase *database, GError **error, const char *sql, const char *types, ...);
gboolean rc_table_get_int (RcDatabase *database, gint64 *value, GError **error, const char *sql,
                           const char *types, ...);

G_END_DECLS
