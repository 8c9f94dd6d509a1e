/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-query.h"

#include "rc-customer-filter.h"
#include "rc-customer-query-private.h"
#include "rc-customer-search.h"
#include "rc-customer-walk.h"
#include "rc-database-private.h"
#include "rc-row.h"

/* The list of customers: which ids, in which order (FI-1, FI-3, FI-4), how many in each filter (FI-2), and the rows of
 * given ids. It chooses how to find the ids: the ways are in rc-customer-walk.c. */

/* Measured with a million customers: four thousand rows take about ten milliseconds, the ids of a small set about one. */
static const RcCustomerQueryCosts usual_costs = { 4000, 30000, 60 };

/* Of a search that many customers match: reading the rows is as fast as asking the index. */
#define FREQUENT_SHARE (1 / 7.0)

/* More candidates than these are not all looked at for a page, if most of them match. */
#define LOOKED_AT 1000
#define MOST_MATCH 0.5

G_DEFINE_BOXED_TYPE (RcCustomerQuery, rc_customer_query, rc_customer_query_copy, rc_customer_query_free)

/**
 * rc_customer_query_new:
 * @filter: a filter
 * @today: the day as of which the filter is meant (FI-3)
 * @policy: the policy; copied
 *
 * Returns: (transfer full): a query of anyone's customers, by name; set its other fields before it is used
 */
RcCustomerQuery *
rc_customer_query_new (RcFilter filter, RcDate today, const RcPolicy *policy)
{
  RcCustomerQuery *query;

  g_return_val_if_fail (today != RC_DATE_NONE && policy != NULL, NULL);

  query = g_new0 (RcCustomerQuery, 1);
  query->filter = filter;
  query->sort = RC_SORT_NAME;
  query->today = today;
  query->policy = rc_policy_copy (policy);
  return query;
}

/**
 * rc_customer_query_copy:
 * @query: a query
 *
 * Returns: (transfer full): the same again
 */
RcCustomerQuery *
rc_customer_query_copy (const RcCustomerQuery *query)
{
  RcCustomerQuery *copy;

  g_return_val_if_fail (query != NULL, NULL);

  copy = g_memdup2 (query, sizeof *query);
  copy->search = g_strdup (query->search);
  copy->policy = rc_policy_copy (query->policy);
  return copy;
}

/**
 * rc_customer_query_free:
 * @query: (transfer full) (nullable): a query
 *
 * Frees it.
 */
void
rc_customer_query_free (RcCustomerQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->search);
  rc_policy_free (query->policy);
  g_free (query);
}

/**
 * rc_customer_query_equal:
 * @a: a query
 * @b: another one
 *
 * Returns: whether both ask for the same
 */
gboolean
rc_customer_query_equal (const RcCustomerQuery *a, const RcCustomerQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return a->filter == b->filter && a->managed_by == b->managed_by && g_strcmp0 (a->search, b->search) == 0
         && a->sort == b->sort && a->descending == b->descending && a->today == b->today
         && rc_policy_equal (a->policy, b->policy);
}

static gboolean
get_largest_id (RcDatabase *database, gint64 *id, GError **error)
{
  return rc_database_get_int (database, "SELECT max(c.id) FROM customers c", id, error);
}

static gboolean
is_narrowed (const RcCustomerQuery *query)
{
  return query->filter != RC_FILTER_ALL_CUSTOMERS || query->managed_by != 0;
}

/* Who filter and member leave, up to @max_ids of them. */
static RcIdSet *
collect_filter (RcCustomerWalk *walk, gint64 largest_id, gsize max_ids, GError **error)
{
  g_autoptr (RcIdSet) set = rc_id_set_new (largest_id);

  if (!rc_customer_filter_collect (walk->filter, walk->database, walk->query->managed_by, set, max_ids,
                                   walk->cancellable, error))
    return NULL;
  return g_steal_pointer (&set);
}

/* Takes out of the set (%NULL: of all customers) who the search does not leave. What is left may have to be looked at
 * still: then @exact is FALSE. */
static gboolean
apply_search (RcCustomerWalk *walk, RcIdSet **set, gint64 largest_id, gboolean frequent, gboolean *exact,
              GError **error)
{
  gboolean is_set_faster = *set != NULL && (*set)->n_ids < walk->costs->small_set && frequent;
  g_autoptr (RcIdSet) found = NULL;

  *exact = FALSE;
  if (!is_set_faster)
    {
      found = rc_id_set_new (largest_id);
      if (!rc_customer_search_collect (walk->search, walk->database, found, frequent, exact,
                                       walk->cancellable, error))
        return FALSE;
      if (*set != NULL)
        rc_id_set_intersect (found, *set);
      g_clear_pointer (set, rc_id_set_free);
      *set = g_steal_pointer (&found);
    }
  if (*exact)
    return TRUE;
  if (walk->limit != G_MAXUINT)
    {
      double share = 1;

      /* Few are looked at right away: what is rare among many candidates would be looked for all along an index. */
      if (frequent || (*set)->n_ids >= walk->costs->small_set)
        return TRUE;
      if ((*set)->n_ids > LOOKED_AT
          && !rc_customer_search_look_at (walk->search, walk->database, *set, &share, error))
        return FALSE;
      if ((*set)->n_ids > LOOKED_AT && share >= MOST_MATCH)
        return TRUE;
    }
  *exact = TRUE;
  return rc_customer_search_refine (walk->search, walk->database, *set, walk->cancellable, error);
}

/* Whether it is less work to sort the set than to walk an index until enough of it was met. */
static gboolean
is_sorting_faster (const RcCustomerWalk *walk, const RcIdSet *set, gint64 largest_id)
{
  double n_sort = (double) set->n_ids * walk->costs->sort_cost;
  double n_walk = (double) largest_id;

  if (walk->limit < set->n_ids)
    n_walk *= (double) walk->limit / (double) set->n_ids;
  return n_sort < n_walk;
}

static gboolean
list_by_set (RcCustomerWalk *walk, const RcIdSet *set, gint64 largest_id, gboolean exact, GError **error)
{
  g_array_set_size (walk->ids, 0);
  if (is_sorting_faster (walk, set, largest_id))
    return rc_customer_walk_sort (walk, set, exact, error);
  return rc_customer_walk_set (walk, set, exact, error);
}

/* Whether it is worth a look at the first rows: where the search is frequent, or that many are likely to fill the page. */
static gboolean
is_walk_promising (const RcCustomerWalk *walk, double share)
{
  return walk->search == NULL || share >= FREQUENT_SHARE
         || share * walk->costs->direct_rows >= 1.5 * walk->limit;
}

/* Where not all rows belong to the list: by the rows themselves if a page is wanted and many rows belong to it, else by
 * the set of all that do. */
static gboolean
list_narrowed (RcCustomerWalk *walk, gint64 largest_id, GError **error)
{
  g_autoptr (RcIdSet) set = NULL;
  double share = 1;
  gboolean exact = TRUE;
  gboolean complete = FALSE;

  if (is_narrowed (walk->query))
    {
      set = collect_filter (walk, largest_id, walk->limit != G_MAXUINT ? walk->costs->small_set : G_MAXSIZE,
                            error);
      if (set == NULL)
        return FALSE;
    }
  if (walk->search != NULL
      && !rc_customer_search_guess_share (walk->search, walk->database, set, largest_id, &share, error))
    return FALSE;
  if (walk->limit != G_MAXUINT && is_walk_promising (walk, share)
      && (set == NULL || set->n_ids >= walk->costs->small_set))
    {
      if (!rc_customer_walk_rows (walk, walk->costs->direct_rows, &complete, error) || complete)
        return complete;
    }
  if (walk->limit != G_MAXUINT && set != NULL && set->n_ids >= walk->costs->small_set)
    {
      g_clear_pointer (&set, rc_id_set_free);
      set = collect_filter (walk, largest_id, G_MAXSIZE, error);
      if (set == NULL)
        return FALSE;
    }
  if (walk->search != NULL && !apply_search (walk, &set, largest_id, share >= FREQUENT_SHARE, &exact, error))
    return FALSE;
  return list_by_set (walk, set, largest_id, exact, error);
}

static gboolean
list_ids (RcCustomerWalk *walk, GError **error)
{
  gboolean complete = FALSE;
  gint64 largest_id = 0;

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;
  if (rc_customer_walk_needs_no_check (walk))
    return rc_customer_walk_rows (walk, G_MAXUINT, &complete, error);
  return get_largest_id (walk->database, &largest_id, error) && list_narrowed (walk, largest_id, error);
}

/**
 * rc_customer_query_list_ids_with_costs:
 * @database: a connection
 * @query: which customers, in which order
 * @limit: how many, from the top; 0: all
 * @costs: when to prefer which way
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * What rc_customer_query_list_ids() does, with other costs than the usual ones.
 *
 * Returns: (transfer full): the ids, an array of gint64; %NULL with an error
 */
GArray *
rc_customer_query_list_ids_with_costs (RcDatabase *database, const RcCustomerQuery *query, int limit,
                                       const RcCustomerQueryCosts *costs, GCancellable *cancellable,
                                       GError **error)
{
  g_autoptr (RcCustomerSearch) search = NULL;
  g_autoptr (GArray) ids = NULL;
  RcCustomerFilter filter = { 0 };
  RcCustomerWalk walk = { 0 };
  gboolean listed;
  gboolean own_view;

  g_return_val_if_fail (RC_IS_DATABASE (database) && query != NULL && limit >= 0, NULL);

  search = rc_customer_search_new (query->search);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  rc_customer_filter_init (&filter, query->filter, query->today, query->policy);
  walk.database = database;
  walk.query = query;
  walk.costs = costs;
  walk.filter = &filter;
  walk.search = search;
  walk.cancellable = cancellable;
  walk.limit = limit > 0 ? (guint) limit : G_MAXUINT;
  walk.ids = ids;

  if (!rc_database_begin_view (database, &own_view, error))
    return NULL;
  listed = list_ids (&walk, error);
  if (own_view)
    rc_database_rollback (database);
  return listed ? g_steal_pointer (&ids) : NULL;
}

/**
 * rc_customer_query_list_ids:
 * @database: a connection
 * @query: which customers, in which order
 * @limit: how many, from the top; 0: all
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * The order is total and the same for every @limit. Dates that are not set stand last, ascending and descending alike.
 *
 * Returns: (transfer full): the ids, an array of gint64; %NULL with an error
 */
GArray *
rc_customer_query_list_ids (RcDatabase *database, const RcCustomerQuery *query, int limit,
                            GCancellable *cancellable, GError **error)
{
  return rc_customer_query_list_ids_with_costs (database, query, limit, &usual_costs, cancellable, error);
}

/**
 * rc_customer_query_count:
 * @database: a connection
 * @today: today
 * @policy: the policy
 * @managed_by: a member's id, or 0 for anyone's
 * @counts: (out caller-allocates): by #RcFilter
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * FI-2: how many customers each filter holds.
 *
 * Returns: whether all were counted
 */
gboolean
rc_customer_query_count (RcDatabase *database, RcDate today, const RcPolicy *policy, gint64 managed_by,
                         guint64 counts[RC_N_FILTERS], GCancellable *cancellable, GError **error)
{
  gboolean counted = TRUE;
  gboolean own_view;

  g_return_val_if_fail (RC_IS_DATABASE (database) && policy != NULL && counts != NULL, FALSE);

  if (!rc_database_begin_view (database, &own_view, error))
    return FALSE;
  for (int i = 0; i < RC_N_FILTERS && counted; i++)
    {
      RcCustomerFilter filter = { 0 };

      rc_customer_filter_init (&filter, (RcFilter) i, today, policy);
      counted = !g_cancellable_set_error_if_cancelled (cancellable, error)
                && rc_customer_filter_count (&filter, database, managed_by, &counts[i], error);
    }
  if (own_view)
    rc_database_rollback (database);
  return counted;
}

/**
 * rc_customer_query_fetch:
 * @database: a connection
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full) (element-type RcCustomerRecord): the records in the order of the ids, %NULL in the array where
 *   a customer is gone; %NULL with an error
 */
GPtrArray *
rc_customer_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (RC_IS_DATABASE (database), NULL);
  return rc_row_fetch (database, RC_ROW_SELECT_CUSTOMER "WHERE c.id = $1", rc_row_read_customer,
                       (GDestroyNotify) rc_customer_record_free, ids, n_ids, cancellable, error);
}
