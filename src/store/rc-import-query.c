/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-query.h"

/* What the dry run of an import asks of the workspace (IO-2), beside CU-8. It changes nothing. */

/**
 * rc_import_query_get_vip_id_use:
 * @database: a workspace
 * @vip_id: a valid VIP ID
 * @use: (out): what it is there
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE with @error set
 */
gboolean
rc_import_query_get_vip_id_use (RcDatabase *database, const char *vip_id, RcVipIdUse *use, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  RcStatement *statement = rc_database_prepare (database,
                                                "SELECT EXISTS (SELECT 1 FROM customers WHERE vip_id = $1), "
                                                "EXISTS (SELECT 1 FROM vip_ids WHERE vip_id = $1)",
                                                error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_text (statement, "$1", vip_id);
  *use = RC_VIP_ID_FREE;
  if (rc_statement_step (statement, &local_error))
    *use = rc_statement_get_int (statement, 0) != 0   ? RC_VIP_ID_CUSTOMER
           : rc_statement_get_int (statement, 1) != 0 ? RC_VIP_ID_USED
                                                      : RC_VIP_ID_FREE;
  rc_statement_reset (statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * rc_import_query_list_used_products:
 * @database: a workspace
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the codes of the products that a customer has or that stand in a
 *   purchase authorization or an order, as a set (PR-1); %NULL with an error of #RcStoreError
 */
GHashTable *
rc_import_query_list_used_products (RcDatabase *database, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) fault = NULL;
  RcStatement *statement =
      rc_database_prepare (database,
                           "SELECT code FROM products WHERE id IN (SELECT product_id FROM licences UNION "
                           "SELECT product_id FROM purchase_authorization_lines UNION "
                           "SELECT product_id FROM order_lines)",
                           error);

  if (statement == NULL)
    return NULL;
  while (rc_statement_step (statement, &fault))
    g_hash_table_add (codes, rc_statement_dup_text (statement, 0));
  rc_statement_reset (statement);
  if (fault == NULL)
    return g_steal_pointer (&codes);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}
