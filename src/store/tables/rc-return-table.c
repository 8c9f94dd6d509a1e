/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-return-table.h"

#include "rc-enum-types.h"
#include "rc-row.h"
#include "rc-table.h"

/* Returns of orders' lines (OR-4), and what they ask of a line. */

/**
 * rc_returnable_line_free:
 * @line: (transfer full) (nullable): a line
 *
 * Frees it with all that it owns.
 */
void
rc_returnable_line_free (RcReturnableLine *line)
{
  if (line == NULL)
    return;
  g_clear_pointer (&line->line, rc_line_record_free);
  g_free (line->order_number);
  g_free (line);
}

static gpointer
read_line (RcStatement *statement)
{
  RcReturnableLine *record = g_new0 (RcReturnableLine, 1);

  record->line = g_new0 (RcLineRecord, 1);
  record->line->id = rc_statement_get_int (statement, 0);
  record->line->product_id = rc_statement_get_int (statement, 1);
  record->line->product_code = rc_statement_dup_text (statement, 2);
  record->line->product_name = rc_statement_dup_text (statement, 3);
  record->line->licence_kind = (RcLicenceKind) rc_statement_get_enum (statement, 4, RC_TYPE_LICENCE_KIND);
  record->line->quantity = (int) rc_statement_get_int (statement, 5);
  record->line->months = (int) rc_statement_get_int (statement, 6);
  record->customer_id = rc_statement_get_int (statement, 7);
  record->order_number = rc_statement_dup_text (statement, 8);
  record->order_date = rc_statement_get_date (statement, 9);
  record->term = (int) rc_statement_get_int (statement, 10);
  record->line->returned = (int) rc_statement_get_int (statement, 11);
  record->line->return_requested = (int) rc_statement_get_int (statement, 12);
  return record;
}

/**
 * rc_return_table_load_line:
 * @database: a database
 * @order_line_id: the id of a line of an order
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the line; %NULL without an error where there is none
 */
RcReturnableLine *
rc_return_table_load_line (RcDatabase *database, gint64 order_line_id, GError **error)
{
  RcReturnableLine *record = NULL;
  RcStatement *statement = rc_table_query (
      database, error,
      "SELECT l.id, l.product_id, p.code, p.name, p.licence_kind, l.quantity, l.months, o.customer_id, "
      "o.number, o.date, o.term, "
      "(SELECT coalesce (sum (quantity), 0) FROM returns WHERE order_line_id = l.id AND status = "
      "'approved'), "
      "(SELECT coalesce (sum (quantity), 0) FROM returns WHERE order_line_id = l.id AND status = "
      "'requested') "
      "FROM order_lines l JOIN products p ON p.id = l.product_id JOIN orders o ON o.id = l.order_id "
      "WHERE l.id = $1",
      "l", order_line_id);

  if (statement == NULL)
    return NULL;
  if (rc_statement_step (statement, error))
    record = read_line (statement);
  rc_statement_reset (statement);
  return record;
}

/**
 * rc_return_table_count_requested:
 * @database: a database
 * @customer_id: a customer
 * @product_id: a product
 * @of_product: (out): licences of the product whose return is requested and not decided, of the current term's orders
 * @of_all: (out): the same of all products but consumables (VS-1)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_return_table_count_requested (RcDatabase *database, gint64 customer_id, gint64 product_id,
                                 gint64 *of_product, gint64 *of_all, GError **error)
{
  static const char count[] =
      "SELECT coalesce (sum (r.quantity), 0) FROM customers c "
      "JOIN orders o ON o.customer_id = c.id AND o.term = c.term JOIN order_lines l ON l.order_id = o.id "
      "JOIN returns r ON r.order_line_id = l.id AND r.status = 'requested' "
      "JOIN products p ON p.id = l.product_id "
      "WHERE c.id = $1 AND CASE WHEN $2 = 0 THEN p.licence_kind <> 'consumable' ELSE p.id = $2 END";

  return rc_table_get_int (database, of_product, error, count, "ll", customer_id, product_id)
         && rc_table_get_int (database, of_all, error, count, "ll", customer_id, G_GINT64_CONSTANT (0));
}

/**
 * rc_return_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: a return that is requested; gets its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_return_table_insert (RcDatabase *database, gint64 seq, RcReturnRecord *record, GError **error)
{
  if (!rc_table_run (database, error,
                     "INSERT INTO returns (change_seq, order_line_id, quantity, status, requested_on) "
                     "VALUES ($1, $2, $3, 'requested', $4)",
                     "llid", seq, record->order_line_id, record->quantity, record->requested_on))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return TRUE;
}

/**
 * rc_return_table_load:
 * @database: a database
 * @id: a return's id
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the return; %NULL without an error where there is none
 */
RcReturnRecord *
rc_return_table_load (RcDatabase *database, gint64 id, GError **error)
{
  RcReturnRecord *record = NULL;
  RcStatement *statement = rc_table_query (database, error, RC_ROW_SELECT_RETURN "WHERE r.id = $1", "l", id);

  if (statement == NULL)
    return NULL;
  if (rc_statement_step (statement, error))
    record = rc_row_read_return (statement);
  rc_statement_reset (statement);
  return record;
}

/**
 * rc_return_table_decide:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a return that is requested
 * @status: approved or rejected
 * @decided_on: when
 * @reason: (nullable): why it is rejected
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_return_table_decide (RcDatabase *database, gint64 seq, gint64 id, RcReturnStatus status, RcDate decided_on,
                        const char *reason, GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE returns SET change_seq = $1, status = $2, decided_on = $3, reason = $4 "
                       "WHERE id = $5 AND status = 'requested'",
                       "ltdtl", seq, rc_enum_to_nick (RC_TYPE_RETURN_STATUS, (int) status), decided_on,
                       reason, id);
}
