/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-bulk.h"

#include "rc-customer-table.h"
#include "rc-database-private.h"
#include "rc-table.h"

/* Many customers in one transaction. Row by row, the search index would be written to once a row, and each of the list's
 * indexes in a place of its own; so both are made when all rows are there. It adds no row itself, and what it takes away
 * is back before the transaction is committed: a transaction that ends otherwise leaves everything as it was. */

/* Making the indexes anew costs about as much as so many rows. */
#define FEWEST_FOR_INDEXES 10000
#define SEARCH_BATCH 20000

/* While rows are looked up in two trees and added to a third, those should lie in memory. In KiB, as SQLite has it. */
#define LARGE_CACHE "PRAGMA cache_size = -98304"
/* What is sorted for an index is sorted in as much memory as the cache may take, and beyond that in a file: else it would
 * all be in memory, however much that is. */
#define SORTING_CACHE "PRAGMA cache_size = -32768; PRAGMA temp_store = FILE"
#define USUAL_CACHE "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY"

struct _RcCustomerBulk
{
  RcDatabase *database; /* (owned) */
  GPtrArray *indexes; /* (owned) of names and statements in turns: what was taken away */
  gint64 first_id; /* of the new rows */
};

/* Those that the rows come in the order of, or that each row is looked up in (CU-4, CU-8), stay. */
static gboolean
list_indexes (RcCustomerBulk *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  RcStatement *statement = rc_database_prepare (
      self->database,
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL "
      "AND tbl_name IN ('customers', 'contacts') AND sql NOT LIKE 'CREATE UNIQUE%' AND name NOT IN ("
      "'customers_by_name_folded', 'customers_by_vip_id', 'contacts_by_customer')",
      error);

  if (statement == NULL)
    return FALSE;
  while (rc_statement_step (statement, &failure))
    {
      g_ptr_array_add (self->indexes, rc_statement_dup_text (statement, 0));
      g_ptr_array_add (self->indexes, rc_statement_dup_text (statement, 1));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
drop_indexes (RcCustomerBulk *self, GError **error)
{
  if (!list_indexes (self, error))
    return FALSE;
  rc_database_reset_statements (self->database);
  for (guint i = 0; i < self->indexes->len; i += 2)
    {
      g_autofree char *sql = g_strdup_printf ("DROP INDEX %s", (char *) g_ptr_array_index (self->indexes, i));

      if (!rc_database_execute (self->database, sql, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * rc_customer_bulk_begin:
 * @database: a database in a transaction
 * @n_new: how many customers are to be added
 * @error: RC_STORE_ERROR
 *
 * Customers are added with rc_customer_table_insert_unsearched() until rc_customer_bulk_end(). Where they are many beside
 * those that are there, the indexes that only the list needs are taken away.
 *
 * Returns: (transfer full) (nullable): what to end it with
 */
RcCustomerBulk *
rc_customer_bulk_begin (RcDatabase *database, guint n_new, GError **error)
{
  g_autoptr (RcCustomerBulk) self = g_new0 (RcCustomerBulk, 1);
  gint64 n_there;

  self->database = g_object_ref (database);
  self->indexes = g_ptr_array_new_with_free_func (g_free);
  if (!rc_database_execute (database, LARGE_CACHE, error)
      || !rc_database_get_int (database, "SELECT " RC_TABLE_NEXT_ID ("customers", "customer"),
                               &self->first_id, error)
      || !rc_database_get_int (database, "SELECT count (*) FROM customers", &n_there, error))
    return NULL;
  if (n_new >= FEWEST_FOR_INDEXES && n_new > n_there && !drop_indexes (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
fill_search (RcCustomerBulk *self, GCancellable *cancellable, GError **error)
{
  gint64 end_id;

  if (!rc_customer_table_prepare_search (self->database, error)
      || !rc_database_get_int (self->database, "SELECT " RC_TABLE_NEXT_ID ("customers", "customer"), &end_id,
                               error))
    return FALSE;
  for (gint64 id = self->first_id; id < end_id; id += SEARCH_BATCH)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !rc_table_run (self->database, error,
                          "INSERT INTO customer_search (rowid, text) "
                          "SELECT c.id, rc_search_text (c.name, c.english_name, c.vip_id, k.given_name, "
                          "k.family_name, k.email, c.city) FROM customers c "
                          "CROSS JOIN contacts k ON k.customer_id = c.id AND k.role = 'primary' "
                          "WHERE c.id >= $1 AND c.id < $2 ORDER BY c.id",
                          "ll", id, MIN (id + SEARCH_BATCH, end_id)))
      return FALSE;
  return TRUE;
}

static gboolean
make_indexes (RcCustomerBulk *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 1; i < self->indexes->len; i += 2)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !rc_database_execute (self->database, g_ptr_array_index (self->indexes, i), error))
      return FALSE;
  return TRUE;
}

/**
 * rc_customer_bulk_end:
 * @self: what rc_customer_bulk_begin() returned; all rows are there
 * @cancellable: (nullable): ends it; then the transaction has to be rolled back
 * @error: RC_STORE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Makes the new rows' search text (FI-4) and the indexes.
 *
 * Returns: whether the workspace is whole again
 */
gboolean
rc_customer_bulk_end (RcCustomerBulk *self, GCancellable *cancellable, GError **error)
{
  rc_database_reset_statements (self->database);
  return fill_search (self, cancellable, error) && rc_database_execute (self->database, SORTING_CACHE, error)
         && make_indexes (self, cancellable, error);
}

/**
 * rc_customer_bulk_free:
 * @self: (transfer full) (nullable): what rc_customer_bulk_begin() returned
 */
void
rc_customer_bulk_free (RcCustomerBulk *self)
{
  if (self == NULL)
    return;
  rc_database_execute (self->database, USUAL_CACHE, NULL);
  g_ptr_array_unref (self->indexes);
  g_object_unref (self->database);
  g_free (self);
}
