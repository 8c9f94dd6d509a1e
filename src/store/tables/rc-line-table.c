/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-line-table.h"

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
      "SELECT lines.id, product_id, products.code, products.name, quantity, months "
      "FROM purchase_authorization_lines AS lines JOIN products ON products.id = product_id "
      "WHERE pa_id = $1 ORDER BY lines.id",
  [RC_LINE_OWNER_ORDER] = "SELECT lines.id, product_id, products.code, products.name, quantity, months "
                          "FROM order_lines AS lines JOIN products ON products.id = product_id "
                          "WHERE order_id = $1 ORDER BY lines.id",
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
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_line_record_free);
  g_autoptr (GError) fault = NULL;
  RcStatement *statement = rc_table_query (database, error, select_sql[owner], "l", owner_id);

  if (statement == NULL)
    return NULL;
  while (rc_statement_step (statement, &fault))
    {
      RcLineRecord *line = g_new0 (RcLineRecord, 1);

      line->id = rc_statement_get_int (statement, 0);
      line->product_id = rc_statement_get_int (statement, 1);
      line->product_code = rc_statement_dup_text (statement, 2);
      line->product_name = rc_statement_dup_text (statement, 3);
      line->quantity = (int) rc_statement_get_int (statement, 4);
      line->months = (int) rc_statement_get_int (statement, 5);
      g_ptr_array_add (lines, line);
    }
  rc_statement_reset (statement);
  if (fault == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}
