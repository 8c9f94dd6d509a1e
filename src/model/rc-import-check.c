/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-check.h"

#include "rc-customer-table.h"
#include "rc-format.h"
#include "rc-import-outcome-private.h"
#include "rc-import-query.h"
#include "rc-import-seen.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* The dry run of an import (IO-2): each row is made a customer's data, checked as an invitation is (CU-1 to CU-3), and
 * looked for in the workspace and earlier in the file (CU-8, VIP ID). A thread of its own with a connection of its own does
 * it, so that the window goes on reading. */

#define ROWS_BETWEEN_REPORTS 64

typedef struct
{
  RcImportFile *file; /* (borrowed) */
  RcImportConverter *converter; /* (owned) */
  RcDatabase *database; /* (borrowed) */
  RcDate today;
  const RcPolicy *policy; /* (borrowed) */
  RcImportSeen *seen; /* (owned) the good rows */
  RcImportOutcome *outcome; /* (owned) */
} Check;

static void
check_clear (Check *check)
{
  g_clear_pointer (&check->converter, rc_import_converter_free);
  g_clear_pointer (&check->seen, rc_import_seen_free);
  g_clear_object (&check->outcome);
}

static gboolean
has_fault (GPtrArray *faults, RcCustomerField field)
{
  for (guint i = 0; i < faults->len; i++)
    if (((RcFault *) g_ptr_array_index (faults, i))->field == field)
      return TRUE;
  return FALSE;
}

static char *
join_faults (GPtrArray *words, GPtrArray *faults)
{
  GString *reason = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (reason, "%s%s", reason->len > 0 ? " " : "",
                            ((RcFault *) g_ptr_array_index (words, i))->message);
  for (guint i = 0; i < faults->len; i++)
    {
      const RcFault *fault = g_ptr_array_index (faults, i);

      /* A word that means nothing was said to be so; that its value is missing says less. */
      if (!has_fault (words, fault->field))
        g_string_append_printf (reason, "%s%s", reason->len > 0 ? " " : "", fault->message);
    }
  return g_string_free (reason, FALSE);
}

static void
add_problem (Check *check, guint64 line, const RcCustomerData *data, gboolean already_there,
             const char *reason)
{
  g_autoptr (RcImportProblem) problem = rc_import_problem_new (
      line, rc_customer_data_get (data, RC_CUSTOMER_FIELD_NAME), reason, already_there);

  rc_import_outcome_add_problem (check->outcome, problem);
}

/* TRUE: the row's customer stands earlier in the file, and that is a problem now. */
static gboolean
is_earlier (Check *check, guint64 line, const RcCustomerData *data)
{
  guint64 earlier = rc_import_seen_find (check->seen, data);
  g_autofree char *earlier_line = NULL;
  g_autofree char *reason = NULL;

  if (earlier == 0)
    return FALSE;
  earlier_line = rc_format_number ((gint64) earlier);
  reason = g_strdup_printf (_ ("The same customer is in line %s of the file."), earlier_line);
  add_problem (check, line, data, TRUE, reason);
  return TRUE;
}

static gboolean
check_vip_id (Check *check, guint64 line, const RcCustomerData *data, gboolean *is_good, GError **error)
{
  const char *vip_id = rc_customer_data_get (data, RC_CUSTOMER_FIELD_VIP_ID);
  g_autofree char *reason = NULL;
  RcVipIdUse use = RC_VIP_ID_FREE;

  if (*vip_id != '\0' && !rc_import_query_get_vip_id_use (check->database, vip_id, &use, error))
    return FALSE;
  if (use == RC_VIP_ID_FREE)
    return TRUE;
  *is_good = FALSE;
  reason = use == RC_VIP_ID_CUSTOMER
               ? g_strdup_printf (_ ("The customer with the VIP ID %s is already there."), vip_id)
               : g_strdup_printf (_ ("The VIP ID %s was that of a customer that was removed, and is never "
                                     "issued again."),
                                  vip_id);
  add_problem (check, line, data, use == RC_VIP_ID_CUSTOMER, reason);
  return TRUE;
}

static gboolean
check_workspace (Check *check, guint64 line, const RcCustomerData *data, gboolean *is_good, GError **error)
{
  RcCustomerDouble found = { 0 };
  g_autofree char *reason = NULL;

  if (!check_vip_id (check, line, data, is_good, error))
    return FALSE;
  if (!*is_good)
    return TRUE;
  if (!rc_customer_table_find_double (check->database, rc_customer_data_get (data, RC_CUSTOMER_FIELD_NAME),
                                      rc_customer_data_get (data, RC_CUSTOMER_FIELD_EMAIL), &found, error))
    return FALSE;
  if (found.id == 0)
    return TRUE;
  *is_good = FALSE;
  reason = g_strdup_printf (_ ("This email address is already the primary contact’s of the organization; "
                               "its VIP ID is %s."),
                            found.vip_id);
  add_problem (check, line, data, TRUE, reason);
  return TRUE;
}

static gboolean
check_row (Check *check, guint64 line, const char *const *fields, guint n_fields, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_fault_free);
  g_autoptr (RcCustomerData) data = rc_import_converter_convert (check->converter, fields, n_fields, words);
  g_autoptr (GPtrArray) faults = rc_customer_data_validate (data, check->today, check->policy);
  gboolean is_good = TRUE;

  if (words->len + faults->len > 0)
    {
      g_autofree char *reason = join_faults (words, faults);

      add_problem (check, line, data, FALSE, reason);
      return TRUE;
    }
  if (is_earlier (check, line, data))
    return TRUE;
  if (!check_workspace (check, line, data, &is_good, error))
    return FALSE;
  if (!is_good)
    return TRUE;
  rc_import_outcome_add_customer (check->outcome, data);
  rc_import_seen_add (check->seen, data, line);
  return TRUE;
}

/* Day or month first: the first row that tells decides, before any is read. */
static gboolean
learn_dates (Check *check, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcImportRows) rows = NULL;
  const char *const *fields;
  guint64 n_rows = 0;

  if (!rc_import_converter_has_dates (check->converter))
    return TRUE;
  rows = rc_import_rows_open (check->file, cancellable, error);
  if (rows == NULL)
    return FALSE;
  /* What the reader refuses is told when the rows are checked, with its line. */
  while ((fields = rc_import_rows_next (rows, cancellable, NULL)) != NULL)
    {
      if (rc_import_converter_learn_dates (check->converter, fields, rc_import_rows_get_n_fields (rows)))
        return TRUE;
      if (++n_rows % ROWS_BETWEEN_REPORTS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* What the reader refuses ends the run: after a quote that is left open nothing can be told apart. */
static gboolean
check_rows (Check *check, RcProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcImportRows) rows = rc_import_rows_open (check->file, cancellable, error);
  GError *local_error = NULL;
  const char *const *fields;
  g_autofree char *line = NULL;
  guint64 n_rows = 0;

  if (rows == NULL)
    return FALSE;
  while ((fields = rc_import_rows_next (rows, cancellable, &local_error)) != NULL)
    {
      if (!check_row (check, rc_import_rows_get_line (rows), fields, rc_import_rows_get_n_fields (rows),
                      error))
        return FALSE;
      if (++n_rows % ROWS_BETWEEN_REPORTS != 0)
        continue;
      rc_progress_report (progress, rc_import_rows_get_progress (rows));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  line = rc_format_number ((gint64) rc_import_rows_get_line (rows));
  /* Translators: begins a sentence that says what is wrong with the file */
  g_propagate_prefixed_error (error, local_error, _ ("Line %s: "), line);
  return FALSE;
}

static void
tell_doubt (Check *check)
{
  RcDate read_as = RC_DATE_NONE;
  const char *cell = rc_import_converter_get_doubtful_date (check->converter, &read_as);

  if (cell != NULL)
    rc_import_outcome_set_doubtful_date (check->outcome, cell, read_as);
}

/**
 * rc_import_check:
 * @file: the file
 * @mapping: what its columns mean
 * @database: a connection to the workspace, of the calling thread
 * @today: the day on which the customers would be invited
 * @policy: the policy
 * @progress: (nullable): told how far it has come
 * @cancellable: (nullable):
 * @error: RC_IMPORT_ERROR: the mapping does not fit the file; RC_CSV_ERROR; RC_STORE_ERROR; G_IO_ERROR
 *
 * Reads the whole file and changes nothing (IO-2). All faults of a row are told at once, by line. Blocks.
 *
 * Returns: (transfer full) (nullable): what would happen
 */
RcImportOutcome *
rc_import_check (RcImportFile *file, const RcImportMapping *mapping, RcDatabase *database, RcDate today,
                 const RcPolicy *policy, RcProgress *progress, GCancellable *cancellable, GError **error)
{
  Check check = { .file = file, .database = database, .today = today, .policy = policy };
  RcImportOutcome *outcome = NULL;

  check.converter = rc_import_converter_new (mapping, rc_import_file_get_columns (file), error);
  check.seen = rc_import_seen_new ();
  check.outcome = rc_import_outcome_new (file);
  if (check.converter != NULL && learn_dates (&check, cancellable, error)
      && check_rows (&check, progress, cancellable, error))
    {
      tell_doubt (&check);
      outcome = g_object_ref (check.outcome);
    }
  check_clear (&check);
  return outcome;
}

typedef struct
{
  RcImportFile *file; /* (owned) */
  RcImportMapping *mapping; /* (owned) */
  char *workspace_path; /* (owned) */
  RcDate today;
  RcPolicy *policy; /* (owned) */
  RcProgress *progress; /* (owned) (nullable) */
} CheckData;

static void
check_data_free (CheckData *data)
{
  g_clear_object (&data->file);
  g_clear_object (&data->progress);
  g_clear_pointer (&data->mapping, rc_import_mapping_free);
  g_clear_pointer (&data->policy, rc_policy_free);
  g_free (data->workspace_path);
  g_free (data);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CheckData *data = task_data;
  GError *error = NULL;
  g_autoptr (RcDatabase) database = rc_database_open (data->workspace_path, RC_DATABASE_READ_ONLY, &error);
  RcImportOutcome *outcome = NULL;

  if (database != NULL)
    outcome = rc_import_check (data->file, data->mapping, database, data->today, data->policy, data->progress,
                               cancellable, &error);
  if (outcome != NULL)
    g_task_return_pointer (task, outcome, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * rc_import_check_async:
 * @file: the file
 * @mapping: what its columns mean; copied
 * @workspace_path: the workspace's database
 * @today: the day on which the customers would be invited
 * @policy: the policy; copied
 * @progress: (nullable): told how far it has come
 * @cancellable: (nullable):
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * rc_import_check() in a thread, with a connection of its own.
 */
void
rc_import_check_async (RcImportFile *file, const RcImportMapping *mapping, const char *workspace_path,
                       RcDate today, const RcPolicy *policy, RcProgress *progress, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  CheckData *data = g_new0 (CheckData, 1);

  data->file = g_object_ref (file);
  data->mapping = rc_import_mapping_copy (mapping);
  data->workspace_path = g_strdup (workspace_path);
  data->today = today;
  data->policy = rc_policy_copy (policy);
  g_set_object (&data->progress, progress);
  g_task_set_source_tag (task, rc_import_check_async);
  g_task_set_task_data (task, data, (GDestroyNotify) check_data_free);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * rc_import_check_finish:
 * @result: what the callback was given
 * @error: as of rc_import_check()
 *
 * Returns: (transfer full) (nullable): what would happen
 */
RcImportOutcome *
rc_import_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_import_check_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
