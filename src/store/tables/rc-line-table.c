/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-line-table.h"

#include "rc-row.h"
#include "rc-table.h"

/* The lines of purchase authorizations and of orders: two tables of one shape. */

static const char *const insert_sql[] = {
  [RC_LINE_OWNER_PURCHASE_AUTHORIZATION] = "INSERT INTO purchase_authorization_lines (pa_id, product_id, "
                                           "quantity, months) VALUES ($1, $2, $3, $4)",
  [RC_LINE_OWNER_ORDER] =
      "INSERT INTO order_lines (order_id, product_id, quantity, months) VALUES ($1, $2, $3, $4)",
};

static const char *const select_sql[] = {
  [RC_LINE_OWNER_PURCHASE_AUTHORIZATION] =
      RC_ROW_SELECT_LINE ("purchase_authorization_lines") "WHERE l.pa_id = $1 ORDER BY l.id",
  [RC_LINE_OWNER_ORDER] = RC_ROW_SELECT_LINE ("order_lines") "WHERE l.order_id = $1 ORDER BY l.id",
};

/**
 * rc_line_table_insert:
 * @database: a database in a transaction
 * @owner: whose lines they are
 * @owner_id: the id of the purchase authorization or order
 * @lines: (element-type RcLineRecord): product ids, quantities and months; each gets its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether all were written
 */
gboolean
rc_line_table_insert (RcDatabase *database, RcLineOwner owner, gint64 owner_id, GPtrArray *lines,
                      GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      RcLineRecord *line = g_ptr_array_index (lines, i);

      if (!rc_table_run (database, error, insert_sql[owner], "llii", owner_id, line->product_id,
                         line->quantity, line->months))
        return FALSE;
      line->id = rc_database_last_insert_id (database);
    }
  return TRUE;
}

/**
 * rc_line_table_load:
 * @database: a database
 * @owner: whose lines
 * @owner_id: the id of the purchase authorization or order
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (element-type RcLineRecord) (nullable): the lines in the order in which they were made; %NULL
 *   on error
 */
GPtrArray *
rc_line_table_load (RcDatabase *database, RcLineOwner owner, gint64 owner_id, GError **error)
{
  RcStatement *statement = rc_table_query (database, error, select_sql[owner], "l", owner_id);

  if (statement == NULL)
    return NULL;
  return rc_row_read_all (statement, rc_row_read_line, (GDestroyNotify) rc_line_record_free, error);
}
