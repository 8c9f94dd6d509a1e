/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-report.h"

#include "rc-csv-writer.h"
#include "rc-customer-data.h"
#include "rc-enum-types.h"
#include "rc-file-writer.h"
#include "rc-report-query.h"
#include "rc-request-state.h"
#include "rc-scratch.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* Writes the report (IO-1): one row a customer, with the columns of the list and of the details. Dates are ISO 8601, the
 * words of closed sets are the user's. The headings are those that an import proposes fields for, so that a report can be
 * read back. The file is written beside and takes its place when it is whole. */

#define ROWS_BETWEEN_REPORTS 4096
/* Reading takes most of the time; then the rows are put in order. */
#define READING_SHARE 0.8

/* Where a row's text lies among those that were read; length 0: removed since the ids were listed. */
typedef struct
{
  guint64 start;
  guint32 length;
} Place;

/* A wanted customer, and which place in the report is its. */
typedef struct
{
  gint64 id;
  gsize position;
} Wanted;

typedef struct
{
  RcFileWriter *writer; /* (borrowed) */
  RcProgress *progress; /* (borrowed) (nullable) */
  RcScratch *scratch; /* (owned): the rows' texts, by id */
  GArray *wanted; /* (owned) of Wanted, by id */
  Place *places; /* (owned): in the report's order */
  gint64 n_written;
  GString *text; /* (owned): one row's */
  RcDate today;
  const RcPolicy *policy; /* (borrowed) */
  GHashTable *words; /* (owned): nick to the user's word */
} Report;

static const struct
{
  RcCustomerField field; /* whose label is the heading */
  const char *heading; /* (nullable): another heading */
} headings[] = {
  [RC_REPORT_NAME] = { RC_CUSTOMER_FIELD_NAME },
  [RC_REPORT_ENGLISH_NAME] = { RC_CUSTOMER_FIELD_ENGLISH_NAME },
  [RC_REPORT_VIP_ID] = { RC_CUSTOMER_FIELD_VIP_ID },
  [RC_REPORT_SEGMENT] = { RC_CUSTOMER_FIELD_SEGMENT },
  [RC_REPORT_OFFER_TYPE] = { RC_CUSTOMER_FIELD_OFFER_TYPE },
  [RC_REPORT_COUNTRY] = { RC_CUSTOMER_FIELD_COUNTRY },
  [RC_REPORT_REGION] = { RC_CUSTOMER_FIELD_REGION },
  [RC_REPORT_STREET] = { RC_CUSTOMER_FIELD_STREET },
  [RC_REPORT_CITY] = { RC_CUSTOMER_FIELD_CITY },
  [RC_REPORT_POSTAL_CODE] = { RC_CUSTOMER_FIELD_POSTAL_CODE },
  [RC_REPORT_GIVEN_NAME] = { RC_CUSTOMER_FIELD_GIVEN_NAME },
  [RC_REPORT_FAMILY_NAME] = { RC_CUSTOMER_FIELD_FAMILY_NAME },
  [RC_REPORT_EMAIL] = { RC_CUSTOMER_FIELD_EMAIL },
  [RC_REPORT_LANGUAGE] = { RC_CUSTOMER_FIELD_LANGUAGE },
  [RC_REPORT_MANAGED_BY] = { RC_CUSTOMER_FIELD_NAME, N_ ("Managed by") },
  [RC_REPORT_MANAGED_BY_EMAIL] = { RC_CUSTOMER_FIELD_NAME, N_ ("Managed by, email address") },
  [RC_REPORT_INVITATION_STATUS] = { RC_CUSTOMER_FIELD_NAME, N_ ("VIP invitation status") },
  [RC_REPORT_INVITED_ON] = { RC_CUSTOMER_FIELD_INVITED_ON },
  [RC_REPORT_REMINDED_ON] = { RC_CUSTOMER_FIELD_NAME, N_ ("Reminded on") },
  [RC_REPORT_ACCEPTED_ON] = { RC_CUSTOMER_FIELD_ACCEPTED_ON },
  [RC_REPORT_ANNIVERSARY_DATE] = { RC_CUSTOMER_FIELD_NAME, N_ ("Anniversary date") },
  [RC_REPORT_CUSTOM_ANNIVERSARY_DATE] = { RC_CUSTOMER_FIELD_NAME, N_ ("Custom anniversary date") },
  [RC_REPORT_OLDEST_REQUEST] = { RC_CUSTOMER_FIELD_NAME, N_ ("Oldest request") },
  [RC_REPORT_REQUEST_STATE] = { RC_CUSTOMER_FIELD_NAME, N_ ("State of the oldest request") },
  [RC_REPORT_LICENCES_TOTAL] = { RC_CUSTOMER_FIELD_NAME, N_ ("Total licenses") },
  [RC_REPORT_MOVED_ON] = { RC_CUSTOMER_FIELD_NAME, N_ ("Moved to another reseller on") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (headings) == RC_N_REPORT_COLUMNS);

/* Words are looked up once, not once a row. */
static GHashTable *
make_words (void)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = RC_SEGMENT_COMMERCIAL; i <= RC_SEGMENT_EDUCATION; i++)
    g_hash_table_insert (words, (gpointer) rc_enum_to_nick (RC_TYPE_SEGMENT, i),
                         (gpointer) rc_words_segment (i));
  for (int i = RC_OFFER_TYPE_TEAM; i <= RC_OFFER_TYPE_ENTERPRISE; i++)
    g_hash_table_insert (words, (gpointer) rc_enum_to_nick (RC_TYPE_OFFER_TYPE, i),
                         (gpointer) rc_words_offer_type (i));
  for (int i = RC_INVITATION_STATUS_PENDING; i <= RC_INVITATION_STATUS_ACCEPTED; i++)
    g_hash_table_insert (words, (gpointer) rc_enum_to_nick (RC_TYPE_INVITATION_STATUS, i),
                         (gpointer) rc_words_invitation_status (i));
  return words;
}

static void
replace_nick (Report *report, const char **values, RcReportColumn column)
{
  const char *word = g_hash_table_lookup (report->words, values[column]);

  if (word != NULL)
    values[column] = word;
}

/* Few cells need it, and a copy of each would cost more than all the rest. */
static gboolean
may_be_formula (const char *cell)
{
  return *cell != '\0' && !g_ascii_isalnum (*cell) && (guchar) *cell < 0x80;
}

static void
append_values (Report *report, const char **values)
{
  char *disarmed[RC_N_REPORT_COLUMNS];
  guint n_disarmed = 0;

  for (guint i = 0; i < RC_N_REPORT_COLUMNS; i++)
    if (may_be_formula (values[i]))
      values[i] = disarmed[n_disarmed++] = rc_csv_disarm (values[i]);
  rc_csv_append_record (report->text, values);
  while (n_disarmed > 0)
    g_free (disarmed[--n_disarmed]);
}

static void
report_progress (Report *report, double share_before, double share, gsize n_done)
{
  if (n_done % ROWS_BETWEEN_REPORTS == 0)
    rc_progress_report (report->progress,
                        share_before + share * (double) n_done / (double) report->wanted->len);
}

static gboolean
keep_row (const char **values, gsize position, gpointer data, GError **error)
{
  Report *report = data;
  Place *place = &report->places[g_array_index (report->wanted, Wanted, position).position];

  replace_nick (report, values, RC_REPORT_SEGMENT);
  replace_nick (report, values, RC_REPORT_OFFER_TYPE);
  replace_nick (report, values, RC_REPORT_INVITATION_STATUS);
  if (*values[RC_REPORT_OLDEST_REQUEST] != '\0')
    values[RC_REPORT_REQUEST_STATE] = rc_words_request_state (rc_request_state (
        rc_date_from_iso (values[RC_REPORT_OLDEST_REQUEST]), report->today, report->policy));
  g_string_truncate (report->text, 0);
  append_values (report, values);
  place->length = (guint32) report->text->len;
  report->n_written++;
  report_progress (report, 0, READING_SHARE, position);
  return rc_scratch_append (report->scratch, report->text->str, report->text->len, &place->start, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const Wanted *first = a;
  const Wanted *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

/* Who is wanted, by id, with the place that each has in the report. */
static GArray *
sort_ids (GArray *ids, gint64 *sorted)
{
  GArray *wanted = g_array_sized_new (FALSE, FALSE, sizeof (Wanted), ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      Wanted one = { g_array_index (ids, gint64, i), i };

      g_array_append_val (wanted, one);
    }
  g_array_sort (wanted, compare_ids);
  for (guint i = 0; i < wanted->len; i++)
    sorted[i] = g_array_index (wanted, Wanted, i).id;
  return wanted;
}

static gboolean
read_rows (Report *report, RcDatabase *database, GArray *ids, GCancellable *cancellable, GError **error)
{
  g_autofree gint64 *sorted = g_new (gint64, ids->len + 1);

  report->wanted = sort_ids (ids, sorted);
  return rc_report_query_each (database, sorted, ids->len, keep_row, report, cancellable, error);
}

static gboolean
write_in_order (Report *report, GCancellable *cancellable, GError **error)
{
  const char *texts = rc_scratch_map (report->scratch, error);

  if (texts == NULL)
    return FALSE;
  for (gsize i = 0; i < report->wanted->len; i++)
    {
      const Place *place = &report->places[i];

      g_string_append_len (rc_file_writer_get_buffer (report->writer), texts + place->start,
                           (gssize) place->length);
      report_progress (report, READING_SHARE, 1 - READING_SHARE, i);
      if (!rc_file_writer_drain (report->writer, error)
          || (i % ROWS_BETWEEN_REPORTS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)))
        return FALSE;
    }
  return TRUE;
}

/* Read in the order of names, each row of a large workspace would be a page of its own: rows are read as they lie in the
 * file, and their texts put in order afterwards. */
static gboolean
write_rows (Report *report, RcDatabase *database, GArray *ids, GCancellable *cancellable, GError **error)
{
  gboolean done;

  report->text = g_string_new (NULL);
  report->places = g_new0 (Place, ids->len + 1);
  report->scratch = rc_scratch_new (rc_file_writer_get_folder (report->writer));
  done = read_rows (report, database, ids, cancellable, error) && write_in_order (report, cancellable, error);
  g_string_free (report->text, TRUE);
  g_free (report->places);
  g_array_unref (report->wanted);
  rc_scratch_free (report->scratch);
  return done;
}

static void
write_header (RcFileWriter *writer)
{
  const char *names[RC_N_REPORT_COLUMNS + 1] = { NULL };

  for (guint i = 0; i < RC_N_REPORT_COLUMNS; i++)
    names[i] = headings[i].heading != NULL ? _ (headings[i].heading)
                                           : rc_customer_field_get_label (headings[i].field);
  rc_csv_append_record (rc_file_writer_get_buffer (writer), names);
}

/**
 * rc_report_write:
 * @database: a connection to the workspace, of the calling thread, not in a transaction
 * @query: which customers and in which order, if @ids is %NULL; its day and policy decide the states
 * @ids: (nullable) (element-type gint64): these customers, in this order
 * @target: the file
 * @progress: (nullable): told how far it has come
 * @cancellable: (nullable):
 * @error: RC_STORE_ERROR, G_IO_ERROR; then @target is as it was before
 *
 * Writes the report as the workspace is at one moment (IO-1). Blocks.
 *
 * Returns: how many customers were written, -1 with @error set
 */
gint64
rc_report_write (RcDatabase *database, const RcCustomerQuery *query, GArray *ids, GFile *target,
                 RcProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcFileWriter) writer = rc_file_writer_open (target, error);
  g_autoptr (GArray) listed = NULL;
  g_autoptr (GHashTable) words = NULL;
  Report report = { .writer = writer, .progress = progress, .today = query->today, .policy = query->policy };
  gboolean done;

  if (writer == NULL || !rc_database_begin (database, error))
    return -1;
  listed =
      ids != NULL ? g_array_ref (ids) : rc_customer_query_list_ids (database, query, 0, cancellable, error);
  report.words = words = make_words ();
  write_header (writer);
  done = listed != NULL && write_rows (&report, database, listed, cancellable, error);
  rc_database_rollback (database);
  return done && rc_file_writer_commit (writer, error) ? report.n_written : -1;
}

typedef struct
{
  char *workspace_path; /* (owned) */
  RcCustomerQuery *query; /* (owned) */
  GArray *ids; /* (owned) (nullable) */
  GFile *target; /* (owned) */
  RcProgress *progress; /* (owned) (nullable) */
} WriteData;

static void
write_data_free (WriteData *data)
{
  g_clear_pointer (&data->query, rc_customer_query_free);
  g_clear_pointer (&data->ids, g_array_unref);
  g_clear_object (&data->target);
  g_clear_object (&data->progress);
  g_free (data->workspace_path);
  g_free (data);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  WriteData *data = task_data;
  GError *error = NULL;
  g_autoptr (RcDatabase) database = rc_database_open (data->workspace_path, RC_DATABASE_READ_ONLY, &error);
  gint64 n_written = -1;

  if (database != NULL)
    n_written =
        rc_report_write (database, data->query, data->ids, data->target, data->progress, cancellable, &error);
  if (n_written >= 0)
    g_task_return_int (task, n_written);
  else
    g_task_return_error (task, error);
}

/**
 * rc_report_write_async:
 * @workspace_path: the workspace's database
 * @query: as of rc_report_write(); copied
 * @ids: (nullable) (element-type gint64): as of rc_report_write(); referenced, and not to be changed any more
 * @target: the file
 * @progress: (nullable): told how far it has come
 * @cancellable: (nullable):
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * rc_report_write() in a thread, with a connection of its own: a long report does not hold up the window's reads.
 */
void
rc_report_write_async (const char *workspace_path, const RcCustomerQuery *query, GArray *ids, GFile *target,
                       RcProgress *progress, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  WriteData *data = g_new0 (WriteData, 1);

  data->workspace_path = g_strdup (workspace_path);
  data->query = rc_customer_query_copy (query);
  data->ids = ids != NULL ? g_array_ref (ids) : NULL;
  data->target = g_object_ref (target);
  g_set_object (&data->progress, progress);
  g_task_set_source_tag (task, rc_report_write_async);
  g_task_set_task_data (task, data, (GDestroyNotify) write_data_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * rc_report_write_finish:
 * @result: what the callback was given
 * @error: as of rc_report_write()
 *
 * Returns: how many customers were written, -1 with @error set
 */
gint64
rc_report_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_report_write_async), -1);
  return g_task_propagate_int (G_TASK (result), error);
}
