/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-walk.h"

/* How the list's ids come in order. An order is one leg or several, each a stretch of an index that is walked from one
 * end; or, where there is little to sort, SQLite sorts. The order is total: after the column come the name and the id.
 * Descending is the same backwards, but for customers without a date, who stand last in both. */

#define IDS_BETWEEN_CHECKS 4096

typedef struct
{
  const char *where; /* "" for all rows */
  const char *order; /* columns of customers "c", comma separated */
  gint64 member; /* for $4 */
} Leg;

static void
add_leg (GArray *legs, const char *where, const char *order, gint64 member)
{
  Leg leg = { where, order, member };

  g_array_append_val (legs, leg);
}

/* The first leg is narrowed to the filter's days where these are what is sorted by. */
static void
add_anniversary_legs (GArray *legs, RcFilter filter)
{
  const char *order = "c.anniversary_date, c.name_key, c.id";

  if (filter == RC_FILTER_UPCOMING_RENEWALS || filter == RC_FILTER_READY_FOR_RENEWAL)
    {
      add_leg (legs, "c.anniversary_date >= $1 AND c.anniversary_date <= $2", order, 0);
      return;
    }
  add_leg (legs, "c.anniversary_date IS NOT NULL", order, 0);
  add_leg (legs, "c.anniversary_date IS NULL", "c.name_key, c.id", 0);
}

static void
add_request_legs (GArray *legs, RcFilter filter)
{
  const char *order = "c.oldest_open_pa, c.name_key, c.id";

  if (filter == RC_FILTER_PAST_DUE_REQUESTS)
    add_leg (legs, "c.oldest_open_pa <= $2", order, 0);
  else if (filter != RC_FILTER_NO_PRODUCTS)
    add_leg (legs, "c.oldest_open_pa IS NOT NULL", order, 0);
  if (filter != RC_FILTER_PAST_DUE_REQUESTS && filter != RC_FILTER_PENDING_REQUESTS)
    add_leg (legs, "c.oldest_open_pa IS NULL", "c.name_key, c.id", 0);
}

static gboolean
add_manager_legs (GArray *legs, RcDatabase *database, gboolean descending, GError **error)
{
  g_autoptr (GError) failure = NULL;
  RcStatement *statement =
      rc_database_prepare (database,
                           descending ? "SELECT m.id FROM members m ORDER BY m.name_key DESC, m.id DESC"
                                      : "SELECT m.id FROM members m ORDER BY m.name_key, m.id",
                           error);

  if (statement == NULL)
    return FALSE;
  while (rc_statement_step (statement, &failure))
    add_leg (legs, "c.managed_by = $4", "c.name_key, c.id", rc_statement_get_int (statement, 0));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_one_managers_leg (const RcCustomerQuery *query)
{
  return query->managed_by != 0 && (query->sort == RC_SORT_NAME || query->sort == RC_SORT_MANAGED_BY);
}

static GArray *
list_legs (const RcCustomerWalk *self, GError **error)
{
  const RcCustomerQuery *query = self->query;
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (Leg));

  if (is_one_managers_leg (query))
    {
      add_leg (legs, "c.managed_by = $4", "c.name_key, c.id", query->managed_by);
      return g_steal_pointer (&legs);
    }
  switch (query->sort)
    {
    case RC_SORT_NAME:
      add_leg (legs, "", "c.name_key, c.id", 0);
      break;
    case RC_SORT_VIP_ID:
      add_leg (legs, "", "c.vip_id", 0);
      break;
    case RC_SORT_ANNIVERSARY_DATE:
      add_anniversary_legs (legs, query->filter);
      break;
    case RC_SORT_SEGMENT:
      add_leg (legs, "", "c.segment, c.name_key, c.id", 0);
      break;
    case RC_SORT_MANAGED_BY:
      if (!add_manager_legs (legs, self->database, query->descending, error))
        return NULL;
      break;
    case RC_SORT_INVITATION_STATUS:
      add_leg (legs, "", "c.invitation_status, c.name_key, c.id", 0);
      break;
    case RC_SORT_OLDEST_REQUEST:
      add_request_legs (legs, query->filter);
      break;
    }
  return g_steal_pointer (&legs);
}

static char *
dup_order (const char *columns, gboolean descending)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = NULL;

  if (!descending)
    return g_strdup (columns);
  parts = g_strsplit (columns, ", ", -1);
  joined = g_strjoinv (" DESC, ", parts);
  return g_strconcat (joined, " DESC", NULL);
}

static RcStatement *
prepare_leg (const RcCustomerWalk *self, const Leg *leg, const char *columns, GError **error)
{
  g_autofree char *order = dup_order (leg->order, self->query->descending);
  g_autofree char *sql =
      g_strconcat ("SELECT ", columns, " FROM customers c", *leg->where != '\0' ? " WHERE " : "", leg->where,
                   " ORDER BY ", order, NULL);
  RcStatement *statement = rc_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return NULL;
  rc_customer_filter_bind (self->filter, statement, self->query->managed_by);
  if (leg->member != 0)
    rc_statement_bind_int (statement, "$4", leg->member);
  return statement;
}

static gboolean
is_full (const RcCustomerWalk *self)
{
  return self->ids->len >= self->limit;
}

/**
 * rc_customer_walk_needs_no_check:
 * @self: a listing
 *
 * Returns: whether each row of the legs belongs to the list
 */
gboolean
rc_customer_walk_needs_no_check (const RcCustomerWalk *self)
{
  return self->search == NULL && self->query->filter == RC_FILTER_ALL_CUSTOMERS
         && (self->query->managed_by == 0 || is_one_managers_leg (self->query));
}

/* Columns of a direct walk: the id, and what tells whether the row belongs to the list. */
static char *
dup_checked_columns (const RcCustomerWalk *self)
{
  g_autofree char *check = rc_customer_filter_dup_check (self->filter, self->query->managed_by);
  const char *value =
      self->search == NULL ? "''" : "(SELECT s.c0 FROM customer_search_content s WHERE s.id = c.id)";

  if (rc_customer_walk_needs_no_check (self))
    return g_strdup ("c.id");
  return g_strdup_printf ("c.id, CASE WHEN %s THEN %s END", check != NULL ? check : "1 = 1", value);
}

static gboolean
row_belongs (const RcCustomerWalk *self, RcStatement *statement)
{
  if (rc_customer_walk_needs_no_check (self))
    return TRUE;
  if (self->search != NULL)
    return rc_customer_search_matches (self->search, rc_statement_get_text (statement, 1));
  return !rc_statement_is_null (statement, 1);
}

/* Goes on until the list is full, @n_rows were seen, or the leg ends. */
static gboolean
walk_leg_rows (RcCustomerWalk *self, RcStatement *statement, guint *n_rows, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (*n_rows > 0 && !is_full (self) && rc_statement_step (statement, &failure))
    {
      if (row_belongs (self, statement))
        {
          gint64 id = rc_statement_get_int (statement, 0);

          g_array_append_val (self->ids, id);
        }
      if (--*n_rows % IDS_BETWEEN_CHECKS == 0
          && g_cancellable_set_error_if_cancelled (self->cancellable, &failure))
        break;
    }
  rc_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * rc_customer_walk_rows:
 * @self: a listing without ids yet
 * @n_rows: how many rows to look at, at most
 * @complete: (out): whether the list is full, or no row is left
 * @error: return location
 *
 * Walks the order and looks at each row. The fast way where many rows belong to the list, or only a page is wanted.
 *
 * Returns: whether it went well
 */
gboolean
rc_customer_walk_rows (RcCustomerWalk *self, guint n_rows, gboolean *complete, GError **error)
{
  g_autofree char *columns = dup_checked_columns (self);
  g_autoptr (GArray) legs = list_legs (self, error);

  if (legs == NULL)
    return FALSE;
  for (guint i = 0; i < legs->len && n_rows > 0 && !is_full (self); i++)
    {
      RcStatement *statement = prepare_leg (self, &g_array_index (legs, Leg, i), columns, error);

      if (statement == NULL || !walk_leg_rows (self, statement, &n_rows, error))
        return FALSE;
    }
  *complete = n_rows > 0 || is_full (self);
  return TRUE;
}

/* Adds an id of the set, if it is sure that it belongs to the list, or if its text says so. */
static gboolean
add_from_set (RcCustomerWalk *self, gint64 id, gboolean exact, GError **error)
{
  gboolean matches = TRUE;

  if (!exact && !rc_customer_search_matches_id (self->search, self->database, id, &matches, error))
    return FALSE;
  if (matches)
    g_array_append_val (self->ids, id);
  return TRUE;
}

static gboolean
walk_leg_set (RcCustomerWalk *self, RcStatement *statement, const RcIdSet *set, gboolean exact, gsize *n_left,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint n_rows = 0;

  while (*n_left > 0 && !is_full (self) && rc_statement_step (statement, &failure))
    {
      gint64 id = rc_statement_get_int (statement, 0);

      if (rc_id_set_contains (set, id))
        {
          (*n_left)--;
          if (!add_from_set (self, id, exact, &failure))
            break;
        }
      if (++n_rows % IDS_BETWEEN_CHECKS == 0
          && g_cancellable_set_error_if_cancelled (self->cancellable, &failure))
        break;
    }
  rc_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * rc_customer_walk_set:
 * @self: a listing without ids yet
 * @set: who may belong to the list
 * @exact: whether all of these do; where not, the search decides
 * @error: return location
 *
 * Walks the order by the index alone and takes who is in the set.
 *
 * Returns: whether it went well
 */
gboolean
rc_customer_walk_set (RcCustomerWalk *self, const RcIdSet *set, gboolean exact, GError **error)
{
  g_autoptr (GArray) legs = list_legs (self, error);
  gsize n_left = set->n_ids;

  if (legs == NULL)
    return FALSE;
  for (guint i = 0; i < legs->len && n_left > 0 && !is_full (self); i++)
    {
      RcStatement *statement = prepare_leg (self, &g_array_index (legs, Leg, i), "c.id", error);

      if (statement == NULL || !walk_leg_set (self, statement, set, exact, &n_left, error))
        return FALSE;
    }
  return TRUE;
}

/* The whole order of a query, as the legs give it piece by piece. */
static char *
dup_sort_order (const RcCustomerQuery *query)
{
  static const char *const columns[] = {
    [RC_SORT_NAME] = "c.name_key, c.id",
    [RC_SORT_VIP_ID] = "c.vip_id",
    [RC_SORT_ANNIVERSARY_DATE] = "c.anniversary_date, c.name_key, c.id",
    [RC_SORT_SEGMENT] = "c.segment, c.name_key, c.id",
    [RC_SORT_MANAGED_BY] = "m.name_key, m.id, c.name_key, c.id",
    [RC_SORT_INVITATION_STATUS] = "c.invitation_status, c.name_key, c.id",
    [RC_SORT_OLDEST_REQUEST] = "c.oldest_open_pa, c.name_key, c.id",
  };
  g_autofree char *order = dup_order (columns[query->sort], query->descending);

  if (query->sort == RC_SORT_ANNIVERSARY_DATE)
    return g_strconcat ("c.anniversary_date IS NULL, ", order, NULL);
  if (query->sort == RC_SORT_OLDEST_REQUEST)
    return g_strconcat ("c.oldest_open_pa IS NULL, ", order, NULL);
  return g_steal_pointer (&order);
}

/* The ids as JSON, which SQLite reads as a table: this many parameters would be too many. */
static char *
dup_json (const RcIdSet *set)
{
  GString *json = g_string_new ("[");
  gint64 id = -1;

  while (rc_id_set_next (set, &id))
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, json->len > 1 ? "," : "", id);
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/**
 * rc_customer_walk_sort:
 * @self: a listing without ids yet
 * @set: who may belong to the list: few
 * @exact: whether all of these do; where not, the search decides
 * @error: return location
 *
 * Looks up the rows of the set and sorts them.
 *
 * Returns: whether it went well
 */
gboolean
rc_customer_walk_sort (RcCustomerWalk *self, const RcIdSet *set, gboolean exact, GError **error)
{
  g_autofree char *order = dup_sort_order (self->query);
  g_autofree char *json = dup_json (set);
  g_autofree char *sql =
      g_strconcat ("SELECT c.id FROM json_each ($1) j CROSS JOIN customers c CROSS JOIN members m"
                   " WHERE c.id = j.value AND m.id = c.managed_by ORDER BY ",
                   order, NULL);
  RcStatement *statement = rc_database_prepare (self->database, sql, error);
  gsize n_left = set->n_ids;

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_text (statement, "$1", json);
  return walk_leg_set (self, statement, set, exact, &n_left, error);
}
