/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-report.h"

#include "rc-csv-writer.h"
#include "rc-enum-types.h"
#include "rc-file-writer.h"
#include "rc-format.h"
#include "rc-report-columns.h"
#include "rc-request-state.h"
#include "rc-scratch.h"

/* Writes the report (IO-1): one row a customer, with the columns of the list and of the details. For people it is in
 * their language and as their spreadsheet wants it; for programs it is the same on every desk. An import reads both back,
 * whatever the language. The file is written beside and takes its place when it is whole. */

#define ROWS_BETWEEN_REPORTS 4096
/* Reading takes most of the time; then the rows are put in order. */
#define READING_SHARE 0.8
/* Words are few; a workspace of centuries has many dates. */
#define MOST_KNOWN_CELLS 20000
#define KEY_LANGUAGE "en"

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
  RcReportAudience audience;
  char separator;
  GHashTable *known[RC_N_REPORT_COLUMNS]; /* (owned) (nullable): cells for programs to cells for people */
} Report;

/* The cell for people, kept: the same few words and dates stand in all rows. */
static const char *
describe (Report *report, RcReportColumn column, const char *value)
{
  GHashTable *known = report->known[column];
  char *text;

  if (known == NULL)
    report->known[column] = known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  text = g_hash_table_lookup (known, value);
  if (text != NULL)
    return text;
  if (g_hash_table_size (known) >= MOST_KNOWN_CELLS)
    g_hash_table_remove_all (known);
  text = rc_report_column_describe (column, value);
  g_hash_table_insert (known, g_strdup (value), text);
  return text;
}

static void
describe_for_people (Report *report, const char **values)
{
  for (guint i = 0; i < RC_N_REPORT_COLUMNS; i++)
    if (*values[i] != '\0' && rc_report_column_has_words (i))
      values[i] = describe (report, i, values[i]);
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
  rc_csv_append_record_separated (report->text, values, report->separator);
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

  if (*values[RC_REPORT_OLDEST_REQUEST] != '\0')
    values[RC_REPORT_REQUEST_STATE] = rc_enum_to_nick (
        RC_TYPE_REQUEST_STATE, (int) rc_request_state (rc_date_from_iso (values[RC_REPORT_OLDEST_REQUEST]),
                                                       report->today, report->policy));
  if (report->audience == RC_REPORT_AUDIENCE_PEOPLE)
    describe_for_people (report, values);
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
  for (gsize i = 0; i < report->wanted->len; i++)
    {
      const Place *place = &report->places[i];

      report_progress (report, READING_SHARE, 1 - READING_SHARE, i);
      if (!rc_scratch_read (report->scratch, place->start, place->length,
                            rc_file_writer_get_buffer (report->writer), error)
          || !rc_file_writer_drain (report->writer, error)
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
  for (guint i = 0; i < RC_N_REPORT_COLUMNS; i++)
    g_clear_pointer (&report->known[i], g_hash_table_unref);
  return done;
}

/* Spreadsheets take a file for UTF-8 only where it says so; programs would find the mark in the first heading. */
static void
write_header (const Report *report)
{
  GString *buffer = rc_file_writer_get_buffer (report->writer);
  const char *names[RC_N_REPORT_COLUMNS + 1] = { NULL };
  gboolean for_people = report->audience == RC_REPORT_AUDIENCE_PEOPLE;

  for (guint i = 0; i < RC_N_REPORT_COLUMNS; i++)
    names[i] =
        for_people ? rc_report_column_get_heading (i) : rc_report_column_get_heading_in (i, KEY_LANGUAGE);
  if (for_people)
    g_string_append (buffer, RC_CSV_BYTE_ORDER_MARK);
  rc_csv_append_record_separated (buffer, names, report->separator);
}

/**
 * rc_report_write:
 * @database: a connection to the workspace, of the calling thread, not in a transaction
 * @query: which customers and in which order, if @ids is %NULL; its day and policy decide the states
 * @ids: (nullable) (element-type gint64): these customers, in this order
 * @audience: for whom
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
rc_report_write (RcDatabase *database, const RcCustomerQuery *query, GArray *ids, RcReportAudience audience,
                 GFile *target, RcProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcFileWriter) writer = rc_file_writer_open (target, error);
  g_autoptr (GArray) listed = NULL;
  Report report = { .writer = writer,
                    .progress = progress,
                    .today = query->today,
                    .policy = query->policy,
                    .audience = audience,
                    .separator = audience == RC_REPORT_AUDIENCE_PEOPLE ? rc_format_get_separator () : ',' };
  gboolean done;

  if (writer == NULL || !rc_database_begin (database, error))
    return -1;
  listed =
      ids != NULL ? g_array_ref (ids) : rc_customer_query_list_ids (database, query, 0, cancellable, error);
  write_header (&report);
  done = listed != NULL && write_rows (&report, database, listed, cancellable, error);
  rc_database_rollback (database);
  return done && rc_file_writer_commit (writer, error) ? report.n_written : -1;
}

typedef struct
{
  char *workspace_path; /* (owned) */
  RcCustomerQuery *query; /* (owned) */
  GArray *ids; /* (owned) (nullable) */
  RcReportAudience audience;
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
    n_written = rc_report_write (database, data->query, data->ids, data->audience, data->target,
                                 data->progress, cancellable, &error);
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
 * @audience: for whom
 * @target: the file
 * @progress: (nullable): told how far it has come
 * @cancellable: (nullable):
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * rc_report_write() in a thread, with a connection of its own: a long report does not hold up the window's reads.
 */
void
rc_report_write_async (const char *workspace_path, const RcCustomerQuery *query, GArray *ids,
                       RcReportAudience audience, GFile *target, RcProgress *progress,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  WriteData *data = g_new0 (WriteData, 1);

  data->workspace_path = g_strdup (workspace_path);
  data->query = rc_customer_query_copy (query);
  data->ids = ids != NULL ? g_array_ref (ids) : NULL;
  data->audience = audience;
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
