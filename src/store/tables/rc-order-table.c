/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-order-table.h"

#include "rc-enum-types.h"
#include "rc-line-table.h"
#include "rc-table.h"

/* Orders with their lines (OR-1). */

/**
 * rc_order_table_has_number:
 * @database: a database
 * @number: an order number, trimmed
 * @found: (out): whether an order of the workspace has it
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_order_table_has_number (RcDatabase *database, const char *number, gboolean *found, GError **error)
{
  gint64 count;

  if (!rc_table_get_int (database, &count, error, "SELECT count (*) FROM orders WHERE number = $1", "t",
                         number))
    return FALSE;
  *found = count > 0;
  return TRUE;
}

/**
 * rc_order_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: an order with its lines; gets its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_order_table_insert (RcDatabase *database, gint64 seq, RcOrderRecord *record, GError **error)
{
  RcStatement *statement =
      rc_table_query (database, error,
                      "INSERT INTO orders (change_seq, customer_id, number, date, kind, pa_id, term) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                      "lltdtli", seq, record->customer_id, record->number, record->date,
                      rc_enum_to_nick (RC_TYPE_ORDER_KIND, (int) record->kind), record->pa_id, record->term);

  if (statement == NULL)
    return FALSE;
  if (record->pa_id == 0)
    rc_statement_bind_null (statement, "$6");
  if (!rc_statement_run (statement, error))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return rc_line_table_insert (database, RC_LINE_OWNER_ORDER, record->id, record->lines, error);
}

/**
 * rc_order_table_insert_renewal:
 * @database: a database in a transaction
 * @seq: the change number
 * @order: a renewal order that was written
 * @old_anniversary: the anniversary date of the term that it ends
 * @new_anniversary: that of the one that it begins (RN-4, RN-8)
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_order_table_insert_renewal (RcDatabase *database, gint64 seq, const RcOrderRecord *order,
                               RcDate old_anniversary, RcDate new_anniversary, GError **error)
{
  return rc_table_run (database, error,
                       "INSERT INTO renewals (change_seq, customer_id, order_id, old_anniversary_date, "
                       "new_anniversary_date) VALUES ($1, $2, $3, $4, $5)",
                       "llldd", seq, order->customer_id, order->id, old_anniversary, new_anniversary);
}
