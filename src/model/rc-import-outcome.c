/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-outcome-private.h"

#include "rc-csv-writer.h"
#include "rc-file-writer.h"
#include "rc-format.h"

#include <glib/gi18n-lib.h>

/* What the dry run of an import found (IO-2): the good rows as customers' data, the others as problems. It changes nothing;
 * RcImportCustomers does. */

struct _RcImportOutcome
{
  GObject parent_instance;

  RcImportFile *file; /* (owned) */
  RcCustomerRows *customers; /* (owned) */
  GListStore *problems; /* (owned) of RcImportProblem */
  guint64 n_already_there;
  char *doubtful_date; /* (owned) (nullable) */
  RcDate read_as; /* what it was taken for */
};

G_DEFINE_FINAL_TYPE (RcImportOutcome, rc_import_outcome, G_TYPE_OBJECT)

static void
rc_import_outcome_finalize (GObject *object)
{
  RcImportOutcome *self = RC_IMPORT_OUTCOME (object);

  g_clear_object (&self->file);
  g_clear_object (&self->problems);
  g_clear_pointer (&self->customers, rc_customer_rows_unref);
  g_free (self->doubtful_date);
  G_OBJECT_CLASS (rc_import_outcome_parent_class)->finalize (object);
}

static void
rc_import_outcome_class_init (RcImportOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_import_outcome_finalize;
}

static void
rc_import_outcome_init (RcImportOutcome *self)
{
  self->customers = rc_customer_rows_new ();
  self->problems = g_list_store_new (RC_TYPE_IMPORT_PROBLEM);
}

/**
 * rc_import_outcome_new:
 * @file: the file that is looked at
 *
 * Returns: (transfer full): an outcome without a row
 */
RcImportOutcome *
rc_import_outcome_new (RcImportFile *file)
{
  RcImportOutcome *self = g_object_new (RC_TYPE_IMPORT_OUTCOME, NULL);

  self->file = g_object_ref (file);
  return self;
}

/**
 * rc_import_outcome_add_customer:
 * @self: an outcome
 * @customer: what a good row says
 */
void
rc_import_outcome_add_customer (RcImportOutcome *self, const RcCustomerData *customer)
{
  rc_customer_rows_add (self->customers, customer);
}

/**
 * rc_import_outcome_add_problem:
 * @self: an outcome
 * @problem: (transfer none): a row that does not go in; its line is above the last one's
 */
void
rc_import_outcome_add_problem (RcImportOutcome *self, RcImportProblem *problem)
{
  self->n_already_there += rc_import_problem_is_already_there (problem);
  g_list_store_append (self->problems, problem);
}

/**
 * rc_import_outcome_set_doubtful_date:
 * @self: an outcome
 * @cell: a date of the file whose order of day and month was guessed
 * @read_as: what it was taken for
 */
void
rc_import_outcome_set_doubtful_date (RcImportOutcome *self, const char *cell, RcDate read_as)
{
  g_free (self->doubtful_date);
  self->doubtful_date = g_strdup (cell);
  self->read_as = read_as;
}

/**
 * rc_import_outcome_describe_doubtful_date:
 * @self: an outcome
 *
 * Returns: (transfer full) (nullable): which date of the file may mean another one, and how it was read, translated; %NULL where
 *   the file or the mapping tells the order of day and month
 */
char *
rc_import_outcome_describe_doubtful_date (RcImportOutcome *self)
{
  g_autofree char *date = NULL;

  if (self->doubtful_date == NULL)
    return NULL;
  date = rc_format_date_long (self->read_as);
  /* Translators: a date as it stands in the file, such as 03/04/2026, and the date for which it was taken */
  return g_strdup_printf (
      _ ("The file leaves open whether the day or the month stands first in its dates: “%s” was read "
         "as %s."),
      self->doubtful_date, date);
}

/**
 * rc_import_outcome_get_n_rows:
 * @self: an outcome
 *
 * Returns: how many rows the file has, without the header
 */
guint64
rc_import_outcome_get_n_rows (RcImportOutcome *self)
{
  return rc_customer_rows_get_n (self->customers) + g_list_model_get_n_items (G_LIST_MODEL (self->problems));
}

/**
 * rc_import_outcome_get_n_already_there:
 * @self: an outcome
 *
 * Returns: how many rows are of customers that are in the workspace or earlier in the file (CU-8, VIP ID). They are no
 *   errors: nothing has to go in.
 */
guint64
rc_import_outcome_get_n_already_there (RcImportOutcome *self)
{
  return self->n_already_there;
}

/**
 * rc_import_outcome_get_n_errors:
 * @self: an outcome
 *
 * Returns: how many rows have errors. If it is not 0, "all or none" means none.
 */
guint64
rc_import_outcome_get_n_errors (RcImportOutcome *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->problems)) - self->n_already_there;
}

/**
 * rc_import_outcome_get_customers:
 * @self: an outcome
 *
 * Returns: (transfer none): what the good rows say
 */
RcCustomerRows *
rc_import_outcome_get_customers (RcImportOutcome *self)
{
  return self->customers;
}

/**
 * rc_import_outcome_get_problems:
 * @self: an outcome
 *
 * Returns: (transfer none): RcImportProblem by line
 */
GListModel *
rc_import_outcome_get_problems (RcImportOutcome *self)
{
  return G_LIST_MODEL (self->problems);
}

static void
append_row (GString *out, const char *const *fields, const char *reason)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  for (; *fields != NULL; fields++)
    g_ptr_array_add (row, rc_csv_disarm (*fields));
  g_ptr_array_add (row, g_strdup (reason));
  g_ptr_array_add (row, NULL);
  rc_csv_append_record (out, (const char *const *) row->pdata);
}

/* Reads on to the row that begins on @line; the file may have changed meanwhile. */
static const char *const *
find_row (RcImportRows *rows, guint64 line, GCancellable *cancellable, GError **error)
{
  const char *const *fields;

  do
    fields = rc_import_rows_next (rows, cancellable, error);
  while (fields != NULL && rc_import_rows_get_line (rows) < line);
  return fields;
}

static gboolean
write_problems (RcImportOutcome *self, RcImportRows *rows, RcFileWriter *writer, GCancellable *cancellable,
                GError **error)
{
  guint n_problems = g_list_model_get_n_items (G_LIST_MODEL (self->problems));

  append_row (rc_file_writer_get_buffer (writer), rc_import_rows_get_header (rows),
              /* Translators: the heading of a column */
              C_ ("import", "Reason"));
  for (guint i = 0; i < n_problems; i++)
    {
      g_autoptr (RcImportProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->problems), i);
      g_autoptr (GError) local_error = NULL;
      const char *const *fields =
          find_row (rows, rc_import_problem_get_line (problem), cancellable, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (fields == NULL || rc_import_rows_get_line (rows) != rc_import_problem_get_line (problem))
        {
          g_set_error_literal (error, RC_IMPORT_ERROR, RC_IMPORT_ERROR_ROWS,
                               _ ("The imported file has been changed since it was checked."));
          return FALSE;
        }
      append_row (rc_file_writer_get_buffer (writer), fields, rc_import_problem_get_reason (problem));
      if (!rc_file_writer_drain (writer, error))
        return FALSE;
    }
  return rc_file_writer_commit (writer, error);
}

/**
 * rc_import_outcome_save_problems:
 * @self: an outcome
 * @target: the CSV to write; it may be the imported file itself
 * @cancellable: (nullable):
 * @error: G_IO_ERROR, RC_CSV_ERROR; RC_IMPORT_ERROR_ROWS: the file was changed since
 *
 * Writes the rows that do not go in, with the file's own columns and the reason as the last one (IO-2). Blocks.
 *
 * Returns: %FALSE with @error set; then @target is as it was
 */
gboolean
rc_import_outcome_save_problems (RcImportOutcome *self, GFile *target, GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (RcImportRows) rows = rc_import_rows_open (self->file, cancellable, error);
  g_autoptr (RcFileWriter) writer = NULL;

  if (rows == NULL)
    return FALSE;
  writer = rc_file_writer_open (target, error);
  return writer != NULL && write_problems (self, rows, writer, cancellable, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (rc_import_outcome_save_problems (RC_IMPORT_OUTCOME (source), G_FILE (task_data), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * rc_import_outcome_save_problems_async:
 * @self: an outcome
 * @target: the CSV to write
 * @cancellable: (nullable):
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * rc_import_outcome_save_problems() in a thread.
 */
void
rc_import_outcome_save_problems_async (RcImportOutcome *self, GFile *target, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, rc_import_outcome_save_problems_async);
  g_task_set_task_data (task, g_object_ref (target), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * rc_import_outcome_save_problems_finish:
 * @self: an outcome
 * @result: what the callback was given
 * @error: as of rc_import_outcome_save_problems()
 *
 * Returns: %FALSE with @error set
 */
gboolean
rc_import_outcome_save_problems_finish (RcImportOutcome *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
