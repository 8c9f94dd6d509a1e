/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-transfer"

#include "rc-transfer.h"

#include "rc-command-line.h"
#include "rc-format.h"
#include "rc-import-check.h"
#include "rc-import-customers.h"
#include "rc-report.h"
#include "rc-workspace.h"

#include <glib/gi18n.h>

/*
 * Reports and imports from the command line (IO-1, IO-2): the same code as the dialogs use, without a display. The errors of
 * rows go to standard error, one a line, as FILE:LINE: organization: reason.
 */

typedef struct
{
  GAsyncResult *result; /* (owned) (nullable) until it is there */
} Wait;

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Wait *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Wait *wait)
{
  while (wait->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return wait->result;
}

static RcWorkspace *
open_workspace (const char *path, GError **error)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait = { NULL };

  rc_workspace_open_async (path, clock, NULL, on_done, &wait);
  result = wait_for (&wait);
  return rc_workspace_open_finish (result, error);
}

/* A throw-away one with sample data, as of a day; RC_DATE_NONE: the real one. */
static RcWorkspace *
make_sample (RcDate today, GError **error)
{
  g_autoptr (RcClock) clock = rc_clock_new_for_day (today);
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait = { NULL };

  rc_workspace_create_sample_async (clock, NULL, on_done, &wait);
  result = wait_for (&wait);
  return rc_workspace_open_finish (result, error);
}

static RcCommandResult *
run_command (RcWorkspace *workspace, RcCommand *command, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait = { NULL };

  rc_workspace_run_async (workspace, command, NULL, on_done, &wait);
  result = wait_for (&wait);
  return rc_workspace_run_finish (workspace, result, error);
}

static int
refuse (const GError *error)
{
  g_printerr ("%s\n", error->message);
  return RC_EXIT_REFUSED;
}

static gboolean
export_customers (RcWorkspace *workspace, GFile *target, GError **error)
{
  g_autoptr (RcCustomerQuery) query = rc_customer_query_new (
      RC_FILTER_ALL_CUSTOMERS, rc_workspace_get_today (workspace), rc_workspace_get_policy (workspace));
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *number = NULL;
  Wait wait = { NULL };
  gint64 count;

  rc_report_write_async (rc_workspace_get_path (workspace), query, NULL, RC_REPORT_AUDIENCE_PROGRAMS, target,
                         NULL, NULL, on_done, &wait);
  result = wait_for (&wait);
  count = rc_report_write_finish (result, error);
  if (count < 0)
    return FALSE;
  number = rc_format_number (count);
  g_print (ngettext ("%s customer was written.", "%s customers were written.", (gulong) count), number);
  g_print ("\n");
  return TRUE;
}

/**
 * rc_transfer_export:
 * @workspace_path: (nullable): the workspace's file; NULL for a sample that is made for the report
 * @today: the sample's day; RC_DATE_NONE for the real one
 * @target: the CSV to write
 *
 * Writes the report of all customers (IO-1).
 *
 * Returns: the exit status: done, or refused with the reason on standard error
 */
int
rc_transfer_export (const char *workspace_path, RcDate today, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (target);
  g_autoptr (RcWorkspace) workspace =
      workspace_path != NULL ? open_workspace (workspace_path, &error) : make_sample (today, &error);
  gboolean done = workspace != NULL && export_customers (workspace, file, &error);

  if (workspace != NULL)
    rc_workspace_close (workspace);
  return done ? RC_EXIT_DONE : refuse (error);
}

static void
print_problems (RcImportOutcome *outcome, const char *source)
{
  GListModel *problems = rc_import_outcome_get_problems (outcome);
  g_autofree char *doubt = rc_import_outcome_describe_doubtful_date (outcome);

  if (doubt != NULL)
    g_printerr ("%s: %s\n", source, doubt);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RcImportProblem) problem = g_list_model_get_item (problems, i);

      g_printerr ("%s:%" G_GUINT64_FORMAT ": %s: %s\n", source, rc_import_problem_get_line (problem),
                  rc_import_problem_get_organization (problem), rc_import_problem_get_reason (problem));
    }
}

static RcImportOutcome *
check_rows (RcWorkspace *workspace, const char *source, const char *map, GError **error)
{
  g_autoptr (GFile) source_file = g_file_new_for_commandline_arg (source);
  g_autoptr (GFile) map_file = g_file_new_for_commandline_arg (map);
  g_autoptr (RcImportMapping) mapping = NULL;
  g_autoptr (RcImportFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  RcImportOutcome *outcome;
  Wait wait = { NULL };
  RcCsvFormat format;
  gboolean has_format;

  mapping = rc_import_mapping_load (map_file, &format, &has_format, error);
  if (mapping == NULL)
    {
      g_prefix_error (error, "%s: ", map);
      return NULL;
    }
  file = rc_import_file_load (source_file, has_format ? &format : NULL, NULL, error);
  if (file == NULL)
    {
      g_prefix_error (error, "%s: ", source);
      return NULL;
    }
  rc_import_check_async (file, mapping, rc_workspace_get_path (workspace), rc_workspace_get_today (workspace),
                         rc_workspace_get_policy (workspace), NULL, NULL, on_done, &wait);
  result = wait_for (&wait);
  outcome = rc_import_check_finish (result, error);
  if (outcome == NULL && error != NULL && (*error)->domain == RC_IMPORT_ERROR)
    g_prefix_error (error, "%s: ", map); /* it does not fit the list */
  return outcome;
}

static gboolean
add_customers (RcWorkspace *workspace, RcCustomerRows *customers, GError **error)
{
  gint64 me = rc_workspace_get_me (workspace);
  g_autoptr (RcCommand) command = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  if (rc_customer_rows_get_n (customers) == 0)
    return TRUE;
  command = rc_import_customers_new (me, rc_workspace_get_today (workspace), customers, me, FALSE);
  result = run_command (workspace, command, error);
  return result != NULL;
}

static void
print_counts (guint64 n_added, guint64 n_there)
{
  g_autofree char *added = rc_format_number ((gint64) n_added);
  g_autofree char *there = rc_format_number ((gint64) n_there);

  g_print (ngettext ("%s customer was added.", "%s customers were added.", (gulong) n_added), added);
  g_print ("\n");
  g_print (ngettext ("%s row is of a customer who is already there.",
                     "%s rows are of customers who are already there.", (gulong) n_there),
           there);
  g_print ("\n");
}

/* All rows or none; with a file for the others, the good ones. */
static gboolean
import_customers (RcWorkspace *workspace, RcImportOutcome *outcome, const char *rejected, GError **error)
{
  RcCustomerRows *customers = rc_import_outcome_get_customers (outcome);
  guint64 n_errors = rc_import_outcome_get_n_errors (outcome);

  if (n_errors > 0 && rejected == NULL)
    {
      g_autofree char *number = rc_format_number ((gint64) n_errors);

      g_set_error (error, RC_IMPORT_ERROR, RC_IMPORT_ERROR_ROWS,
                   ngettext ("Nothing was imported: %s row has errors.",
                             "Nothing was imported: %s rows have errors.", (gulong) n_errors),
                   number);
      return FALSE;
    }
  if (rejected != NULL)
    {
      g_autoptr (GFile) target = g_file_new_for_commandline_arg (rejected);

      if (!rc_import_outcome_save_problems (outcome, target, NULL, error))
        return FALSE;
    }
  if (!add_customers (workspace, customers, error))
    return FALSE;
  print_counts (rc_customer_rows_get_n (customers), rc_import_outcome_get_n_already_there (outcome));
  return TRUE;
}

/**
 * rc_transfer_import:
 * @workspace_path: the workspace's file
 * @source: the CSV to import
 * @map: the map file, see docs/import-map.md
 * @rejected: (nullable): where the rows go that do not go in; %NULL: all rows go in or none
 *
 * Imports customers as the member signed in at this desk (IO-2). No mail is sent.
 *
 * Returns: the exit status: done, or refused with the reasons on standard error
 */
int
rc_transfer_import (const char *workspace_path, const char *source, const char *map, const char *rejected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcWorkspace) workspace = open_workspace (workspace_path, &error);
  g_autoptr (RcImportOutcome) outcome = NULL;
  gboolean done = FALSE;

  if (workspace == NULL)
    return refuse (error);
  outcome = check_rows (workspace, source, map, &error);
  if (outcome != NULL)
    {
      print_problems (outcome, source);
      done = import_customers (workspace, outcome, rejected, &error);
    }
  rc_workspace_close (workspace);
  return done ? RC_EXIT_DONE : refuse (error);
}
