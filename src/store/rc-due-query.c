/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-due-query.h"

#include "rc-enum-types.h"
#include "rc-filter.h"
#include "rc-request-state.h"
#include "rc-row.h"

/* Which mails are due by their date and were not written (MS-1). For each subject it is one: where a later one is due too,
 * what an earlier one says does not hold any more. It writes none. */

#define CATCH_UP_DAYS 30 /* how long the last mail of a row is still of use to who was not told in time */

#define PA_KIND "CASE WHEN a.date <= $2 THEN 'pa-suspended' ELSE 'pa-overdue' END"
#define RENEWAL_KIND                                                                                         \
  "CASE WHEN c.anniversary_date <= $2 THEN 'renewal-final' WHEN c.anniversary_date <= $3 THEN "              \
  "'renewal-due' WHEN c.anniversary_date <= $4 THEN 'renewal-open' ELSE 'renewal-notice' END"
#define NOT_WRITTEN(kind, id, date)                                                                          \
  "NOT EXISTS (SELECT 1 FROM dated_messages d WHERE d.kind = " kind " AND d.subject_id = " id                \
  " AND d.term_date = " date ") "

/* What stands behind SELECT and WHERE, for each group; all have the same columns. */
static const struct
{
  const char *columns;
  const char *from;
  const char *only; /* one subject: $6 */
} QUERIES[RC_N_DUE_GROUPS] = {
  { "SELECT " PA_KIND ", a.id, c.id, c.name, c.managed_by, m.name, a.date ",
    "FROM purchase_authorizations a JOIN customers c ON c.id = a.customer_id "
    "JOIN members m ON m.id = c.managed_by WHERE a.status = 'open' AND a.date BETWEEN $1 AND $5 "
    "AND c.moved_on IS NULL AND " NOT_WRITTEN (PA_KIND, "a.id", "a.date"),
    "AND a.id = $6 " },
  { "SELECT " RENEWAL_KIND ", c.id, c.id, c.name, c.managed_by, m.name, c.anniversary_date ",
    "FROM customers c JOIN members m ON m.id = c.managed_by WHERE c.moved_on IS NULL "
    "AND c.anniversary_date IS NOT NULL AND c.anniversary_date BETWEEN $1 AND $5 AND c.licences_total > 0 "
    "AND " NOT_WRITTEN (RENEWAL_KIND, "c.id", "c.anniversary_date"),
    "AND c.id = $6 " },
  { "SELECT 'renewals-coming', c.id, c.id, c.name, c.managed_by, m.name, c.anniversary_date ",
    "FROM customers c JOIN members m ON m.id = c.managed_by WHERE c.moved_on IS NULL "
    "AND c.anniversary_date IS NOT NULL AND c.anniversary_date > $3 AND c.anniversary_date <= $5 "
    "AND c.licences_total > 0 AND " NOT_WRITTEN ("'renewals-coming'", "c.id", "c.anniversary_date"),
    "AND c.id = $6 " },
};

/* From when on a customer hears of its renewal: a window that opens earlier than the notice is due counts too. */
static int
get_first_days (const RcPolicy *policy)
{
  return MAX (policy->notify_from_days, policy->window_before_days);
}

static void
bind_purchase_authorizations (RcStatement *statement, RcDate today, const RcPolicy *policy)
{
  RcFilterBounds bounds;

  rc_filter_get_bounds (today, policy, &bounds);
  rc_statement_bind_date (statement, "$1", rc_date_add_days (bounds.suspended_to, -CATCH_UP_DAYS));
  rc_statement_bind_date (statement, "$2", bounds.suspended_to);
  rc_statement_bind_date (statement, "$5", bounds.past_due_to);
}

static void
bind_renewals (RcStatement *statement, RcDueGroup group, RcDate today, const RcPolicy *policy)
{
  RcDate final_to = rc_date_add_days (today, -policy->window_after_days);

  if (group == RC_DUE_RENEWALS)
    {
      rc_statement_bind_date (statement, "$1", rc_date_add_days (final_to, -CATCH_UP_DAYS));
      rc_statement_bind_date (statement, "$2", final_to);
      rc_statement_bind_date (statement, "$4", rc_date_add_days (today, policy->window_before_days));
    }
  rc_statement_bind_date (statement, "$3", today);
  rc_statement_bind_date (statement, "$5", rc_date_add_days (today, get_first_days (policy)));
}

/* @subject_id 0: all. */
static RcStatement *
prepare (RcDatabase *database, const char *columns, RcDueGroup group, const char *tail, gint64 subject_id,
         RcDate today, const RcPolicy *policy, GError **error)
{
  g_autofree char *sql =
      g_strconcat (columns, QUERIES[group].from, subject_id != 0 ? QUERIES[group].only : "", tail, NULL);
  RcStatement *statement = rc_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  if (group == RC_DUE_PURCHASE_AUTHORIZATIONS)
    bind_purchase_authorizations (statement, today, policy);
  else
    bind_renewals (statement, group, today, policy);
  if (subject_id != 0)
    rc_statement_bind_int (statement, "$6", subject_id);
  return statement;
}

static gpointer
read_due (RcStatement *statement)
{
  RcDueRecord *record = g_new0 (RcDueRecord, 1);

  record->kind = (RcMessageKind) rc_statement_get_enum (statement, 0, RC_TYPE_MESSAGE_KIND);
  record->subject_id = rc_statement_get_int (statement, 1);
  record->customer_id = rc_statement_get_int (statement, 2);
  record->customer_name = rc_statement_dup_text (statement, 3);
  record->managed_by = rc_statement_get_int (statement, 4);
  record->managed_by_name = rc_statement_dup_text (statement, 5);
  record->term_date = rc_statement_get_date (statement, 6);
  return record;
}

static RcDate
get_due_day (const RcDueRecord *record, const RcPolicy *policy)
{
  switch ((int) record->kind)
    {
    case RC_MESSAGE_KIND_PA_OVERDUE:
      return rc_date_add_days (rc_request_order_due (record->term_date, policy), 1);
    case RC_MESSAGE_KIND_PA_SUSPENDED:
      return rc_request_suspended_from (record->term_date, policy);
    case RC_MESSAGE_KIND_RENEWAL_OPEN:
      return rc_date_add_days (record->term_date, -policy->window_before_days);
    case RC_MESSAGE_KIND_RENEWAL_DUE:
      return record->term_date;
    case RC_MESSAGE_KIND_RENEWAL_FINAL:
      return rc_date_add_days (record->term_date, policy->window_after_days);
    default:
      return rc_date_add_days (record->term_date, -get_first_days (policy));
    }
}

static GPtrArray *
read_group (RcStatement *statement, RcDueGroup group, const RcPolicy *policy, GError **error)
{
  GPtrArray *records = rc_row_read_all (statement, read_due, (GDestroyNotify) rc_due_record_free, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      RcDueRecord *record = g_ptr_array_index (records, i);

      record->group = group;
      record->due_on = get_due_day (record, policy);
    }
  return records;
}

/**
 * rc_due_query_list:
 * @database: a connection
 * @today: the day
 * @policy: the program's numbers
 * @limit: the most of each group
 * @cancellable: (nullable): ends it between two groups
 * @error: RC_STORE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type RcDueRecord): the mails that are due and were neither written nor passed over,
 *   by group and the customer's name; %NULL with an error
 */
GPtrArray *
rc_due_query_list (RcDatabase *database, RcDate today, const RcPolicy *policy, int limit,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_due_record_free);

  for (int group = 0; group < RC_N_DUE_GROUPS; group++)
    {
      GPtrArray *records;
      RcStatement *statement = prepare (database, QUERIES[group].columns, (RcDueGroup) group,
                                        "ORDER BY c.name_key, c.id LIMIT $7", 0, today, policy, error);

      if (statement == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      rc_statement_bind_int (statement, "$7", limit);
      records = read_group (statement, (RcDueGroup) group, policy, error);
      if (records == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, records);
    }
  return g_steal_pointer (&all);
}

/**
 * rc_due_query_count:
 * @database: a connection
 * @today: the day
 * @policy: the program's numbers
 * @count: (out): how many mails are due
 * @error: RC_STORE_ERROR
 *
 * Returns: whether they were counted
 */
gboolean
rc_due_query_count (RcDatabase *database, RcDate today, const RcPolicy *policy, guint64 *count,
                    GError **error)
{
  *count = 0;
  for (int group = 0; group < RC_N_DUE_GROUPS; group++)
    {
      RcStatement *statement =
          prepare (database, "SELECT count(*) ", (RcDueGroup) group, "", 0, today, policy, error);

      if (statement == NULL || !rc_statement_step (statement, error))
        return FALSE;
      *count += (guint64) rc_statement_get_int (statement, 0);
      rc_statement_reset (statement);
    }
  return TRUE;
}

/**
 * rc_due_query_find:
 * @database: a connection
 * @today: the day
 * @policy: the program's numbers
 * @group: which mails
 * @subject_id: a purchase authorization's or a customer's id
 * @record: (out) (transfer full) (nullable): the mail that is due; %NULL: none is
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_due_query_find (RcDatabase *database, RcDate today, const RcPolicy *policy, RcDueGroup group,
                   gint64 subject_id, RcDueRecord **record, GError **error)
{
  RcStatement *statement =
      prepare (database, QUERIES[group].columns, group, "", subject_id, today, policy, error);
  g_autoptr (GPtrArray) records = NULL;

  *record = NULL;
  if (statement == NULL)
    return FALSE;
  records = read_group (statement, group, policy, error);
  if (records == NULL)
    return FALSE;
  if (records->len > 0)
    *record = g_ptr_array_steal_index (records, 0);
  return TRUE;
}

/**
 * rc_due_record_free:
 * @record: (nullable) (transfer full): a record
 */
void
rc_due_record_free (RcDueRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->customer_name);
  g_free (record->managed_by_name);
  g_free (record);
}
