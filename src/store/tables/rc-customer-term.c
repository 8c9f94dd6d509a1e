/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-table.h"

#include "rc-table.h"

/* The part of a customer's row that follows from its purchase authorizations and orders: the anniversary date, and the
 * facts that filters need. The rules that decide on the date are the commands'. */

static gboolean
get_date (RcDatabase *database, RcDate *date, GError **error, const char *sql, gint64 id)
{
  g_autoptr (GError) fault = NULL;
  RcStatement *statement = rc_table_query (database, error, sql, "l", id);

  *date = RC_DATE_NONE;
  if (statement == NULL)
    return FALSE;
  if (rc_statement_step (statement, &fault))
    *date = rc_statement_get_date (statement, 0);
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/**
 * rc_customer_table_set_anniversary:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer
 * @anniversary_date: its anniversary date, or RC_DATE_NONE
 * @anchor: the day of the month that AD-4 keeps, 1 to 31; not looked at for RC_DATE_NONE
 * @error: RC_STORE_ERROR
 *
 * The date is no custom one any more.
 *
 * Returns: whether it was written
 */
gboolean
rc_customer_table_set_anniversary (RcDatabase *database, gint64 seq, gint64 id, RcDate anniversary_date,
                                   int anchor, GError **error)
{
  RcStatement *statement = rc_table_query (database, error,
                                           "UPDATE customers SET change_seq = $1, custom_anniversary = 0, "
                                           "anniversary_date = $2, anniversary_anchor = $3 WHERE id = $4",
                                           "ldil", seq, anniversary_date, anchor, id);

  if (statement == NULL)
    return FALSE;
  if (anniversary_date == RC_DATE_NONE)
    rc_statement_bind_null (statement, "$3");
  return rc_statement_run (statement, error);
}

/**
 * rc_customer_table_start_term:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer
 * @starts_on: the date of the order that begins another term (RN-4, RN-7): no later one is of an earlier day
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_customer_table_start_term (RcDatabase *database, gint64 seq, gint64 id, RcDate starts_on, GError **error)
{
  return rc_table_run (
      database, error,
      "UPDATE customers SET change_seq = $1, term = term + 1, term_starts_on = $2 WHERE id = $3", "ldl", seq,
      starts_on, id);
}

/**
 * rc_customer_table_get_term_start:
 * @database: a database
 * @id: a customer
 * @starts_on: (out): the first day of its current term; RC_DATE_NONE where that is its first one
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_get_term_start (RcDatabase *database, gint64 id, RcDate *starts_on, GError **error)
{
  return get_date (database, starts_on, error, "SELECT term_starts_on FROM customers WHERE id = $1", id);
}

/**
 * rc_customer_table_find_first_date:
 * @database: a database
 * @id: a customer
 * @first: (out): the date of the earliest open or ordered purchase authorization or direct order of the current term
 *   (AD-1 … AD-3), or RC_DATE_NONE
 * @error: RC_STORE_ERROR
 *
 * Orders for a purchase authorization are never earlier than it (PA-5), and so need not be looked at (AD-2).
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_find_first_date (RcDatabase *database, gint64 id, RcDate *first, GError **error)
{
  return get_date (
      database, first, error,
      "SELECT min (date) FROM ("
      "SELECT date, term FROM purchase_authorizations WHERE customer_id = $1 AND status IN ('open', "
      "'ordered') "
      "UNION ALL SELECT date, term FROM orders WHERE customer_id = $1 AND kind = 'direct') AS dates "
      "WHERE term = (SELECT term FROM customers WHERE id = $1)",
      id);
}

/**
 * rc_customer_table_has_order_in_term:
 * @database: a database
 * @id: a customer
 * @has_order: (out): whether anything was ordered in the current term: directly, or for one of its purchase authorizations
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_has_order_in_term (RcDatabase *database, gint64 id, gboolean *has_order, GError **error)
{
  gint64 count;

  if (!rc_table_get_int (database, &count, error,
                         "SELECT count (*) FROM orders "
                         "WHERE customer_id = $1 AND term = (SELECT term FROM customers WHERE id = $1)",
                         "l", id))
    return FALSE;
  *has_order = count > 0;
  return TRUE;
}

/**
 * rc_customer_table_is_renewed:
 * @database: a database
 * @id: a customer
 * @renewed: (out): whether its anniversary date comes from a renewal (RN-4)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_is_renewed (RcDatabase *database, gint64 id, gboolean *renewed, GError **error)
{
  gint64 count;

  if (!rc_table_get_int (
          database, &count, error,
          "SELECT count (*) FROM orders "
          "WHERE customer_id = $1 AND kind = 'renewal' AND term = (SELECT term FROM customers WHERE id = $1)",
          "l", id))
    return FALSE;
  *renewed = count > 0;
  return TRUE;
}

/**
 * rc_customer_table_refresh_facts:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer
 * @error: RC_STORE_ERROR
 *
 * Computes anew from the customer's few rows what its own row keeps for the filters: the dates of the oldest and newest
 * open purchase authorization, the total of licences, and whether it ever had an order.
 *
 * Returns: whether it was written
 */
gboolean
rc_customer_table_refresh_facts (RcDatabase *database, gint64 seq, gint64 id, GError **error)
{
  return rc_table_run (
      database, error,
      "UPDATE customers SET change_seq = $1, "
      "oldest_open_pa = (SELECT min (date) FROM purchase_authorizations WHERE customer_id = $2 AND status = "
      "'open'), "
      "newest_open_pa = (SELECT max (date) FROM purchase_authorizations WHERE customer_id = $2 AND status = "
      "'open'), "
      "licences_total = (SELECT coalesce (sum (ordered + pending), 0) FROM licences WHERE customer_id = $2), "
      "had_order = CASE WHEN EXISTS (SELECT 1 FROM orders WHERE customer_id = $2) THEN 1 ELSE 0 END "
      "WHERE id = $2",
      "ll", seq, id);
}
