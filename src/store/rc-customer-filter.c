/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-filter.h"

#include "rc-database-private.h"
#include "rc-filter.h"

/* The filters of the list as SQL (domain, section 11): for one row, for a count, and for all ids at once. The dates come
 * from rc_filter_get_bounds(), the same that rc_filter_contains() goes by. Each condition is written so that an index
 * of 0001.sql answers it alone. */

/**
 * rc_customer_filter_init:
 * @self: (out caller-allocates): the filter's SQL and days
 * @filter: a filter
 * @today: today
 * @policy: the policy
 *
 * A lapsed membership counts as one without products (RN-7), so *No products* is two conditions, an index each. COALESCE
 * keeps SQLite from the index of open purchase authorizations, in which nearly all customers have none.
 */
void
rc_customer_filter_init (RcCustomerFilter *self, RcFilter filter, RcDate today, const RcPolicy *policy)
{
  RcFilterBounds bounds = { 0 };

  rc_filter_get_bounds (today, policy, &bounds);
  *self = (RcCustomerFilter){ 0 };
  switch (filter)
    {
    case RC_FILTER_ALL_CUSTOMERS:
      break;
    case RC_FILTER_NO_PRODUCTS:
      self->conditions[0] = "c.moved_on IS NULL AND c.oldest_open_pa IS NULL AND c.licences_total = 0";
      self->conditions[1] =
          "c.moved_on IS NULL AND COALESCE (c.oldest_open_pa, '') = '' AND c.licences_total > 0"
          " AND c.anniversary_date <= $2";
      self->to = bounds.lapsed_to;
      break;
    case RC_FILTER_PENDING_REQUESTS:
      self->conditions[0] = "c.moved_on IS NULL AND c.newest_open_pa >= $1";
      self->from = bounds.pending_from;
      break;
    case RC_FILTER_PAST_DUE_REQUESTS:
      self->conditions[0] = "c.moved_on IS NULL AND c.oldest_open_pa <= $2";
      self->to = bounds.past_due_to;
      break;
    case RC_FILTER_UPCOMING_RENEWALS:
      self->conditions[0] = "c.moved_on IS NULL AND c.anniversary_date >= $1 AND c.anniversary_date <= $2";
      self->from = bounds.upcoming_from;
      self->to = bounds.upcoming_to;
      break;
    case RC_FILTER_READY_FOR_RENEWAL:
      self->conditions[0] = "c.moved_on IS NULL AND c.anniversary_date >= $1 AND c.anniversary_date <= $2";
      self->from = bounds.ready_from;
      self->to = bounds.ready_to;
      break;
    }
}

/**
 * rc_customer_filter_bind:
 * @self: a filter
 * @statement: a statement with any of $1, $2, $3
 * @managed_by: a member's id
 *
 * Binds those of the three that the statement has.
 */
void
rc_customer_filter_bind (const RcCustomerFilter *self, RcStatement *statement, gint64 managed_by)
{
  sqlite3_stmt *handle = rc_statement_get_handle (statement);

  if (sqlite3_bind_parameter_index (handle, "$1") != 0)
    rc_statement_bind_date (statement, "$1", self->from);
  if (sqlite3_bind_parameter_index (handle, "$2") != 0)
    rc_statement_bind_date (statement, "$2", self->to);
  if (sqlite3_bind_parameter_index (handle, "$3") != 0)
    rc_statement_bind_int (statement, "$3", managed_by);
}

/**
 * rc_customer_filter_dup_check:
 * @self: a filter
 * @managed_by: a member's id, or 0 for anyone's
 *
 * Returns: (transfer full) (nullable): SQL that is true for a customer "c" in the filter; %NULL where every one is
 */
char *
rc_customer_filter_dup_check (const RcCustomerFilter *self, gint64 managed_by)
{
  g_autofree char *check = NULL;

  if (self->conditions[0] == NULL)
    return managed_by != 0 ? g_strdup ("c.managed_by = $3") : NULL;
  check = self->conditions[1] == NULL
              ? g_strdup (self->conditions[0])
              : g_strdup_printf ("((%s) OR (%s))", self->conditions[0], self->conditions[1]);
  return managed_by != 0 ? g_strconcat (check, " AND c.managed_by = $3", NULL) : g_steal_pointer (&check);
}

/* The plus keeps SQLite from taking all of the member's customers where few are in the filter.
 * The i-th of the disjoint parts that make up the filter; NULL after the last. */
static RcStatement *
prepare_part (const RcCustomerFilter *self, RcDatabase *database, const char *what, guint i,
              gint64 managed_by, GError **error)
{
  const char *condition = self->conditions[0] == NULL ? "" : self->conditions[i];
  const char *member = managed_by == 0      ? ""
                       : *condition == '\0' ? "c.managed_by = $3"
                                            : " AND +c.managed_by = $3";
  const char *where = *condition == '\0' && *member == '\0' ? "" : " WHERE ";
  g_autofree char *sql = g_strconcat ("SELECT ", what, " FROM customers c", where, condition, member, NULL);
  RcStatement *statement = rc_database_prepare (database, sql, error);

  if (statement != NULL)
    rc_customer_filter_bind (self, statement, managed_by);
  return statement;
}

static guint
count_parts (const RcCustomerFilter *self)
{
  return self->conditions[1] != NULL ? 2 : 1;
}

/**
 * rc_customer_filter_count:
 * @self: a filter
 * @database: a connection
 * @managed_by: a member's id, or 0 for anyone's
 * @count: (out): how many customers are in it
 * @error: return location
 *
 * Returns: whether it was counted
 */
gboolean
rc_customer_filter_count (const RcCustomerFilter *self, RcDatabase *database, gint64 managed_by,
                          guint64 *count, GError **error)
{
  *count = 0;
  for (guint i = 0; i < count_parts (self); i++)
    {
      RcStatement *statement = prepare_part (self, database, "count(*)", i, managed_by, error);

      if (statement == NULL || !rc_statement_step (statement, error))
        return FALSE;
      *count += (guint64) rc_statement_get_int (statement, 0);
      rc_statement_reset (statement);
    }
  return TRUE;
}

/**
 * rc_customer_filter_collect:
 * @self: a filter
 * @database: a connection
 * @managed_by: a member's id, or 0 for anyone's
 * @set: where the ids are added
 * @max_ids: stop as soon as the set holds so many; %G_MAXSIZE for all
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: whether they were added
 */
gboolean
rc_customer_filter_collect (const RcCustomerFilter *self, RcDatabase *database, gint64 managed_by,
                            RcIdSet *set, gsize max_ids, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < count_parts (self); i++)
    {
      RcStatement *statement = prepare_part (self, database, "c.id", i, managed_by, error);

      if (statement == NULL || !rc_id_set_add_rows (set, statement, max_ids, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
