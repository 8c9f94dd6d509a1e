/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-log-query.h"

#include "rc-database-private.h"
#include "rc-enum-types.h"
#include "rc-reseller-change-table.h"
#include "rc-row.h"
#include "rc-settings-table.h"
#include "rc-text.h"
#include "rc-time-zone.h"

#include <string.h>

/* What is read besides customers: the activity log (AC-1), the messages (MS-1), and the small lists that are read whole. */

#define ROWS_BETWEEN_CHECKS 1024

/* Whether a row matches the folded words; the texts are in the columns from 1 on. */
typedef gboolean (*MatchFunc) (RcStatement *statement, char **words);

static char **
split_search (const char *search)
{
  g_autofree char *folded = search != NULL ? rc_text_fold (search) : g_strdup ("");

  return g_strsplit_set (folded, " \t\n", -1);
}

static gboolean
contains_words (const char *folded, char **words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
match_folded (RcStatement *statement, char **words)
{
  return contains_words (rc_statement_get_text (statement, 1), words);
}

static gboolean
match_texts (RcStatement *statement, char **words)
{
  g_autofree char *text =
      g_strjoin ("\n", rc_statement_get_text (statement, 1), rc_statement_get_text (statement, 2),
                 rc_statement_get_text (statement, 3), NULL);
  g_autofree char *folded = rc_text_fold (text);

  return contains_words (folded, words);
}

static GArray *
list_ids (RcStatement *statement, const char *search, MatchFunc match, GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = split_search (search);
  g_autoptr (GError) failure = NULL;
  gboolean is_searching = contains_words ("", words) == FALSE;
  guint n_rows = 0;

  while (rc_statement_step (statement, &failure))
    {
      gint64 id = rc_statement_get_int (statement, 0);

      if (!is_searching || match (statement, words))
        g_array_append_val (ids, id);
      if (++n_rows % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, &failure))
        break;
    }
  rc_statement_reset (statement);
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * rc_activity_query_list_ids:
 * @database: a connection
 * @search: (nullable): as typed; %NULL or nothing: all
 * @customer_id: a customer's id, or 0 for all
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full): ids of activity entries, an array of gint64, newest first; %NULL with an error
 */
GArray *
rc_activity_query_list_ids (RcDatabase *database, const char *search, gint64 customer_id,
                            GCancellable *cancellable, GError **error)
{
  RcStatement *statement = rc_database_prepare (
      database,
      customer_id != 0 ? "SELECT a.id, a.search FROM activity a WHERE a.customer_id = $1 ORDER BY a.id DESC"
                       : "SELECT a.id, a.search FROM activity a ORDER BY a.id DESC",
      error);

  if (statement == NULL)
    return NULL;
  if (customer_id != 0)
    rc_statement_bind_int (statement, "$1", customer_id);
  return list_ids (statement, search, match_folded, cancellable, error);
}

static gpointer
read_activity (RcStatement *statement)
{
  RcActivityRecord *record = g_new0 (RcActivityRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->at = rc_statement_get_int (statement, 1);
  record->member_name = rc_statement_dup_text (statement, 2);
  record->command = rc_statement_dup_text (statement, 3);
  record->customer_id = rc_statement_get_int (statement, 4);
  record->customer_name = rc_statement_dup_text (statement, 5);
  record->details = rc_statement_dup_text (statement, 6);
  return record;
}

/**
 * rc_activity_query_fetch:
 * @database: a connection
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full) (element-type RcActivityRecord): the entries in the order of the ids; %NULL with an error
 */
GPtrArray *
rc_activity_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                         GError **error)
{
  return rc_row_fetch (
      database,
      "SELECT a.id, a.at, a.member_name, a.command, a.customer_id, a.customer_name, a.details"
      " FROM activity a WHERE a.id = $1",
      read_activity, (GDestroyNotify) rc_activity_record_free, ids, n_ids, cancellable, error);
}

#define SELECT_MESSAGES "SELECT m.id, m.search FROM messages m "

static GArray *
list_messages (RcDatabase *database, const char *sql, const char *search, gint64 customer_id,
               GCancellable *cancellable, GError **error)
{
  RcStatement *statement = rc_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  if (customer_id != 0)
    rc_statement_bind_int (statement, "$1", customer_id);
  return list_ids (statement, search, match_folded, cancellable, error);
}

/**
 * rc_message_query_list_ids:
 * @database: a connection
 * @search: (nullable): as typed, for the recipient's name and address and the subject; %NULL or nothing: all
 * @customer_id: a customer's id, or 0 for all
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full): ids of messages, an array of gint64, newest first; %NULL with an error
 */
GArray *
rc_message_query_list_ids (RcDatabase *database, const char *search, gint64 customer_id,
                           GCancellable *cancellable, GError **error)
{
  return list_messages (database,
                        customer_id != 0 ? SELECT_MESSAGES "WHERE m.customer_id = $1 ORDER BY m.id DESC"
                                         : SELECT_MESSAGES "ORDER BY m.id DESC",
                        search, customer_id, cancellable, error);
}

/**
 * rc_message_query_list_unsent:
 * @database: a connection
 * @search: (nullable): as in rc_message_query_list_ids()
 * @customer_id: a customer's id, or 0 for all
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full): ids of the messages that were not sent, or may not have been (MS-2), newest first; %NULL with
 *   an error
 */
GArray *
rc_message_query_list_unsent (RcDatabase *database, const char *search, gint64 customer_id,
                              GCancellable *cancellable, GError **error)
{
  return list_messages (
      database,
      customer_id != 0 ? SELECT_MESSAGES "WHERE m.customer_id = $1 AND m.status <> 'sent' ORDER BY m.id DESC"
                       : SELECT_MESSAGES "WHERE m.status IN ('waiting', 'sending', 'failed', 'unclear') "
                                         "ORDER BY m.id DESC",
      search, customer_id, cancellable, error);
}

static gpointer
read_message (RcStatement *statement)
{
  RcMessageRecord *record = g_new0 (RcMessageRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->customer_id = rc_statement_get_int (statement, 1);
  record->kind = (RcMessageKind) rc_statement_get_enum (statement, 2, RC_TYPE_MESSAGE_KIND);
  record->language = rc_statement_dup_text (statement, 3);
  record->recipient_name = rc_statement_dup_text (statement, 4);
  record->recipient_email = rc_statement_dup_text (statement, 5);
  record->subject = rc_statement_dup_text (statement, 6);
  record->body = rc_statement_dup_text (statement, 7);
  record->message_id = rc_statement_dup_text (statement, 8);
  record->status = (RcMessageStatus) rc_statement_get_enum (statement, 9, RC_TYPE_MESSAGE_STATUS);
  record->created_at = rc_statement_get_int (statement, 10);
  record->sent_at = rc_statement_get_int (statement, 11);
  record->attempts = (int) rc_statement_get_int (statement, 12);
  record->next_attempt_at = rc_statement_get_int (statement, 13);
  record->failure = rc_statement_dup_text (statement, 14);
  return record;
}

/**
 * rc_message_query_fetch:
 * @database: a connection
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full) (element-type RcMessageRecord): the messages in the order of the ids, %NULL in the array where
 *   one is gone; %NULL with an error
 */
GPtrArray *
rc_message_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                        GError **error)
{
  return rc_row_fetch (
      database,
      "SELECT m.id, m.customer_id, m.kind, m.language, m.recipient_name, m.recipient_email, "
      "m.subject, m.body,"
      " m.message_id, m.status, m.created_at, m.sent_at, m.attempts, m.next_attempt_at, m.failure"
      " FROM messages m WHERE m.id = $1",
      read_message, (GDestroyNotify) rc_message_record_free, ids, n_ids, cancellable, error);
}

/**
 * rc_message_query_count_waiting:
 * @database: a connection
 * @count: (out): how many messages wait to be sent (MS-2)
 * @error: return location
 *
 * Returns: whether they were counted
 */
gboolean
rc_message_query_count_waiting (RcDatabase *database, guint64 *count, GError **error)
{
  gint64 value = 0;

  if (!rc_database_get_int (database, "SELECT count(*) FROM messages m WHERE m.status = 'waiting'", &value,
                            error))
    return FALSE;
  *count = (guint64) value;
  return TRUE;
}

/**
 * rc_reseller_change_query_list_ids:
 * @database: a connection
 * @search: (nullable): words that the VIP ID, e-mail address or customer's name hold; %NULL: all
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full): ids of requests, an array of gint64, those that are not completed first; %NULL with an error
 */
GArray *
rc_reseller_change_query_list_ids (RcDatabase *database, const char *search, GCancellable *cancellable,
                                   GError **error)
{
  RcStatement *statement = rc_database_prepare (
      database,
      "SELECT r.id, r.vip_id, r.admin_email, coalesce (c.name, '') FROM reseller_changes r"
      " LEFT JOIN customers c ON c.id = r.customer_id ORDER BY r.completed_on IS NOT NULL, r.id DESC",
      error);

  return statement != NULL ? list_ids (statement, search, match_texts, cancellable, error) : NULL;
}

/**
 * rc_reseller_change_query_fetch:
 * @database: a connection
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full) (element-type RcResellerChangeRecord): the requests in the order of the ids, %NULL in the array
 *   where one is gone; %NULL with an error
 */
GPtrArray *
rc_reseller_change_query_fetch (RcDatabase *database, const gint64 *ids, gsize n_ids,
                                GCancellable *cancellable, GError **error)
{
  return rc_row_fetch (database, RC_ROW_SELECT_RESELLER_CHANGE "WHERE r.id = $1", rc_row_read_reseller_change,
                       (GDestroyNotify) rc_reseller_change_record_free, ids, n_ids, cancellable, error);
}

/**
 * rc_reseller_change_query_count:
 * @database: a connection
 * @now: µs since the epoch, UTC
 * @n_waiting: (out): how many requests are not completed
 * @n_codes_today: (out): how many codes were sent on the calendar day of @now in the workspace's time zone (CH-3)
 * @error: return location
 *
 * Returns: whether they were counted
 */
gboolean
rc_reseller_change_query_count (RcDatabase *database, gint64 now, guint64 *n_waiting, guint64 *n_codes_today,
                                GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *zone_name = rc_settings_query_get (database, RC_SETTING_TIME_ZONE, &fault);
  g_autoptr (GTimeZone) zone = rc_time_zone_find (zone_name);
  gint64 from, to, waiting = 0, codes = 0;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  rc_time_zone_get_day (zone, now, &from, &to);
  if (!rc_database_get_int (database, "SELECT count (*) FROM reseller_changes WHERE completed_on IS NULL",
                            &waiting, error)
      || !rc_reseller_change_table_count_codes (database, from, to, &codes, error))
    return FALSE;
  *n_waiting = (guint64) waiting;
  *n_codes_today = (guint64) codes;
  return TRUE;
}

static GPtrArray *
read_all (RcDatabase *database, const char *sql, gpointer (*read_row) (RcStatement *),
          GDestroyNotify free_row, GError **error)
{
  RcStatement *statement = rc_database_prepare (database, sql, error);

  return statement != NULL ? rc_row_read_all (statement, read_row, free_row, error) : NULL;
}

/**
 * rc_product_query_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type RcProductRecord): the catalogue (PR-1), by family and name, with what is
 *   retired; %NULL with an error
 */
GPtrArray *
rc_product_query_list (RcDatabase *database, GError **error)
{
  return read_all (database, RC_ROW_SELECT_PRODUCT "ORDER BY p.family, p.name, p.id", rc_row_read_product,
                   (GDestroyNotify) rc_product_record_free, error);
}

/**
 * rc_member_query_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type RcMemberRecord): the team by name, removed members too; %NULL with an error
 */
GPtrArray *
rc_member_query_list (RcDatabase *database, GError **error)
{
  return read_all (database, RC_ROW_SELECT_MEMBER "ORDER BY m.name_key, m.id", rc_row_read_member,
                   (GDestroyNotify) rc_member_record_free, error);
}

/**
 * rc_policy_query_load:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full): the defaults with what the workspace sets otherwise; %NULL with an error, also where a value
 *   that is stored is none of the policy's
 */
RcPolicy *
rc_policy_query_load (RcDatabase *database, GError **error)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) failure = NULL;
  RcStatement *statement = rc_database_prepare (database, "SELECT p.name, p.value FROM policy p", error);

  if (statement == NULL)
    return NULL;
  while (rc_statement_step (statement, &failure))
    {
      int value = (int) rc_statement_get_int (statement, 1);

      g_ptr_array_add (names, rc_statement_dup_text (statement, 0));
      g_array_append_val (values, value);
    }
  rc_statement_reset (statement);
  /* All at once: one value may be at odds with another's default. */
  if (failure == NULL
      && rc_policy_set_many (policy, (const char *const *) names->pdata,
                             (const int *) (gpointer) values->data, names->len, &failure))
    return g_steal_pointer (&policy);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * rc_settings_query_get:
 * @database: a connection
 * @name: the setting's name
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its value; %NULL where it is not set, or with an error
 */
char *
rc_settings_query_get (RcDatabase *database, const char *name, GError **error)
{
  RcStatement *statement =
      rc_database_prepare (database, "SELECT s.value FROM settings s WHERE s.name = $1", error);
  char *value = NULL;

  if (statement == NULL)
    return NULL;
  rc_statement_bind_text (statement, "$1", name);
  if (rc_statement_step (statement, error))
    {
      value = rc_statement_dup_text (statement, 0);
      rc_statement_reset (statement);
    }
  return value;
}
