/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-licence-table.h"

#include "rc-row.h"
#include "rc-table.h"

/* What customers hold of products in the current term (PR-4). */

/**
 * rc_licence_table_get:
 * @database: a database
 * @customer_id: a customer
 * @product_id: a product
 * @plan: (out caller-allocates): its licences; all 0 where it holds none
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_licence_table_get (RcDatabase *database, gint64 customer_id, gint64 product_id, RcPlan *plan,
                      GError **error)
{
  g_autoptr (GError) fault = NULL;
  RcStatement *statement = rc_table_query (
      database, error,
      "SELECT ordered, pending, assigned FROM licences WHERE customer_id = $1 AND product_id = $2", "ll",
      customer_id, product_id);

  *plan = (RcPlan){ 0 };
  if (statement == NULL)
    return FALSE;
  if (rc_statement_step (statement, &fault))
    {
      plan->ordered = (int) rc_statement_get_int (statement, 0);
      plan->pending = (int) rc_statement_get_int (statement, 1);
      plan->assigned = (int) rc_statement_get_int (statement, 2);
    }
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/**
 * rc_licence_table_get_total:
 * @database: a database
 * @customer_id: a customer
 * @total: (out): its licences of all products, paid for or not
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_licence_table_get_total (RcDatabase *database, gint64 customer_id, gint64 *total, GError **error)
{
  return rc_table_get_int (
      database, total, error,
      "SELECT coalesce (sum (ordered + pending), 0) FROM licences WHERE customer_id = $1", "l", customer_id);
}

/**
 * rc_licence_table_put:
 * @database: a database in a transaction
 * @customer_id: a customer
 * @product_id: a product
 * @plan: the licences it holds from now on
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_licence_table_put (RcDatabase *database, gint64 customer_id, gint64 product_id, const RcPlan *plan,
                      GError **error)
{
  return rc_table_run (database, error,
                       "INSERT INTO licences (customer_id, product_id, ordered, pending, assigned) "
                       "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (customer_id, product_id) DO UPDATE SET "
                       "ordered = excluded.ordered, pending = excluded.pending, assigned = excluded.assigned",
                       "lliii", customer_id, product_id, plan->ordered, plan->pending, plan->assigned);
}

/**
 * rc_licence_table_list:
 * @database: a database
 * @customer_id: a customer
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (element-type RcLicenceRecord) (nullable): what it holds, or held, of each product; %NULL on
 *   error
 */
GPtrArray *
rc_licence_table_list (RcDatabase *database, gint64 customer_id, GError **error)
{
  RcStatement *statement =
      rc_table_query (database, error, RC_ROW_SELECT_LICENCE "WHERE l.customer_id = $1 ORDER BY l.product_id",
                      "l", customer_id);

  if (statement == NULL)
    return NULL;
  return rc_row_read_all (statement, rc_row_read_licence, (GDestroyNotify) rc_licence_record_free, error);
}

/**
 * rc_licence_table_count:
 * @database: a database
 * @customer_id: a customer
 * @count: (out caller-allocates): its licences of all products but consumables (VS-1, VS-2)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_licence_table_count (RcDatabase *database, gint64 customer_id, RcPlan *count, GError **error)
{
  g_autoptr (GPtrArray) licences = rc_licence_table_list (database, customer_id, error);

  *count = (RcPlan){ 0 };
  for (guint i = 0; licences != NULL && i < licences->len; i++)
    {
      const RcLicenceRecord *licence = g_ptr_array_index (licences, i);

      if (licence->licence_kind == RC_LICENCE_KIND_CONSUMABLE)
        continue;
      count->ordered += licence->ordered;
      count->pending += licence->pending;
      count->assigned += licence->assigned;
    }
  return licences != NULL;
}

/**
 * rc_licence_table_end_term:
 * @database: a database in a transaction
 * @customer_id: a customer whose term ended without a renewal
 * @error: RC_STORE_ERROR
 *
 * What was ordered and assigned in the term is no more (RN-7). What open purchase authorizations gave stays pending
 * until they are ordered or closed.
 *
 * Returns: whether it was written
 */
gboolean
rc_licence_table_end_term (RcDatabase *database, gint64 customer_id, GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE licences SET ordered = 0, assigned = 0 WHERE customer_id = $1", "l",
                       customer_id);
}
