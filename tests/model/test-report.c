/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "import-workspace.h"

#include "rc-import-check.h"
#include "rc-report.h"

#include <locale.h>
#include <signal.h>
#include <sys/resource.h>

/* The report: what is in it, that it is written whole or not at all, and that it can be read back (IO-1, IO-2). */

static const char *const names[] = { "=SUM(A1)", "Łódź, \"Urząd\"", "-1 Kommune", "Zwykła nazwa", "'quoted" };
#define VIP_ID "0123456789ABCDEF0123"

static RcCustomerData *
make_customer (guint number)
{
  static const char *const values[] = { NULL,          NULL,       "government", "team",   "PL",
                                        "mazowieckie", "@Aleja 1", "Warszawa",   "00-590", "Biuro",
                                        "Zakupów",     NULL,       "pl",         NULL,     NULL,
                                        "2025-11-30",  NULL };
  RcCustomerData *data = rc_customer_data_new ();
  g_autofree char *email = g_strdup_printf ("biuro%u@example.org", number);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    rc_customer_data_set (data, i, values[i]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, names[number % G_N_ELEMENTS (names)]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ENGLISH_NAME, "The office, in English");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_EMAIL, email);
  if (number == 1)
    {
      rc_customer_data_set (data, RC_CUSTOMER_FIELD_VIP_ID, VIP_ID);
      rc_customer_data_set (data, RC_CUSTOMER_FIELD_ACCEPTED_ON, "2025-12-24");
      rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2027-06-30");
    }
  return data;
}

static void
open_with_customers (ImportWorkspace *workspace, guint n_customers)
{
  g_autoptr (RcCustomerRows) customers = rc_customer_rows_new ();

  import_workspace_open (workspace);
  for (guint i = 0; i < n_customers; i++)
    {
      g_autoptr (RcCustomerData) customer = make_customer (i);

      rc_customer_rows_add (customers, customer);
    }
  import_workspace_add (workspace, customers);
}

static GFile *
get_target (ImportWorkspace *workspace)
{
  g_autofree char *path = g_build_filename (workspace->folder, "report.csv", NULL);

  return g_file_new_for_path (path);
}

static gint64
write_report (ImportWorkspace *workspace, const char *search, GFile *target, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (RcCustomerQuery) query =
      rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, workspace->today, workspace->policy);

  query->search = g_strdup (search);
  return rc_report_write (workspace->database, query, NULL, RC_REPORT_AUDIENCE_PROGRAMS, target, NULL,
                          cancellable, error);
}

static void
write_whole_report (ImportWorkspace *workspace, GFile *target, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 count = write_report (workspace, NULL, target, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (count, ==, expected);
}

static void
test_contents (void)
{
  ImportWorkspace workspace;
  g_autoptr (GFile) target = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  static const char *const expected[] = { ",2025-12-24,2027-06-30,2027-06-30,",
                                          "\"Łódź, \"\"Urząd\"\"\",\"The office, in English\"," VIP_ID
                                          ",government,team,PL,"
                                          "mazowieckie,'@Aleja 1,Warszawa,00-590,Biuro,Zakupów,"
                                          "biuro1@example.org,pl,Primary admin,admin@example.org,accepted,"
                                          "2025-11-30,,",
                                          "'=SUM(A1),", "'-1 Kommune,", "'quoted," };

  open_with_customers (&workspace, G_N_ELEMENTS (names));
  target = get_target (&workspace);
  write_whole_report (&workspace, target, G_N_ELEMENTS (names));
  g_file_load_contents (target, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (names) + 2);
  g_assert_true (
      g_str_has_prefix (lines[0], "Organization name,Organization name in English,VIP ID,Market segment,"));
  g_assert_null (strstr (text, "\n="));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("“%s” is not in the report:\n%s", expected[i], text);
  import_workspace_close (&workspace);
}

/* Another program's reader, strict, finds the same cells. */
static void
test_python_reads_it (void)
{
  static const char script[] =
      "import csv, sys\n"
      "with open(sys.argv[1], newline='', encoding='utf-8') as file:\n"
      "    rows = list(csv.reader(file, strict=True))\n"
      "print(len(rows), *{len(row) for row in rows}, *sorted(row[0] for row in rows[1:]), sep='|', end='')\n";
  const char *argv[] = { "/usr/bin/python3", "-c", script, NULL, NULL };
  ImportWorkspace workspace;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  if (!g_file_test (argv[0], G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("there is no python3");
      return;
    }
  open_with_customers (&workspace, G_N_ELEMENTS (names));
  target = get_target (&workspace);
  write_whole_report (&workspace, target, G_N_ELEMENTS (names));
  argv[3] = g_file_peek_path (target);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (output, ==, "6|26|'-1 Kommune|'=SUM(A1)|'quoted|Zwykła nazwa|Łódź, \"Urząd\"");
  import_workspace_close (&workspace);
}

static void
test_shown_only (void)
{
  ImportWorkspace workspace;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;

  open_with_customers (&workspace, G_N_ELEMENTS (names));
  target = get_target (&workspace);
  g_assert_cmpint (write_report (&workspace, "kommune", target, NULL, &error), ==, 1);
  g_assert_no_error (error);
  import_workspace_close (&workspace);
}

static void
test_selected_only (void)
{
  ImportWorkspace workspace;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RcCustomerQuery) query = NULL;
  gint64 gone = 1000000;

  open_with_customers (&workspace, G_N_ELEMENTS (names));
  target = get_target (&workspace);
  query = rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, workspace.today, workspace.policy);
  all = rc_customer_query_list_ids (workspace.database, query, 0, NULL, &error);
  g_array_append_vals (some, all->data, 2);
  g_array_append_val (some, gone);
  g_assert_cmpint (rc_report_write (workspace.database, query, some, RC_REPORT_AUDIENCE_PROGRAMS, target,
                                    NULL, NULL, &error),
                   ==, 2);
  g_assert_no_error (error);
  import_workspace_close (&workspace);
}

static void
assert_untouched (ImportWorkspace *workspace, GFile *target, guint n_files)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_load_contents (target, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "the old report");
  g_assert_cmpuint (import_workspace_count_files (workspace), ==, n_files);
}

static void
test_whole_or_not (void)
{
  ImportWorkspace workspace;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/report.csv");
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) directory = NULL;
  guint n_files;

  open_with_customers (&workspace, G_N_ELEMENTS (names));
  target = import_fixture_write (workspace.folder, "report.csv", "the old report");
  folder = g_file_new_for_path (workspace.folder);
  n_files = import_workspace_count_files (&workspace);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (write_report (&workspace, NULL, target, cancellable, &cancelled), ==, -1);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (&workspace, target, n_files);
  g_assert_cmpint (write_report (&workspace, NULL, nowhere, NULL, &missing), ==, -1);
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (write_report (&workspace, NULL, folder, NULL, &directory), ==, -1);
  g_assert_error (directory, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  import_workspace_close (&workspace);
}

/* The limit of a file's size stands in for a full disk. */
static void
test_full_disk (void)
{
  ImportWorkspace workspace;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit old, small;
  guint n_files;

  open_with_customers (&workspace, 400);
  target = import_fixture_write (workspace.folder, "report.csv", "the old report");
  n_files = import_workspace_count_files (&workspace);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_cmpint (write_report (&workspace, NULL, target, NULL, &error), ==, -1);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  assert_untouched (&workspace, target, n_files);
  import_workspace_close (&workspace);
}

static char *
dump (ImportWorkspace *workspace)
{
  g_autoptr (GFile) target = get_target (workspace);
  g_autoptr (GError) error = NULL;
  char *text;

  write_report (workspace, NULL, target, NULL, &error);
  g_assert_no_error (error);
  g_file_load_contents (target, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The same customers, VIP IDs and acceptances: the second report is the first one, byte for byte. */
static void
test_round_trip (void)
{
  ImportWorkspace from, to;
  g_autoptr (GFile) report = NULL;
  g_autoptr (RcImportFile) loaded = NULL;
  g_autoptr (RcImportMapping) mapping = NULL;
  g_autoptr (RcImportOutcome) outcome = NULL;
  g_autoptr (RcImportOutcome) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open_with_customers (&from, 40);
  import_workspace_open (&to);
  first = dump (&from);
  report = get_target (&from);
  loaded = import_fixture_load (report);
  mapping = rc_import_mapping_propose (loaded);
  outcome = rc_import_check (loaded, mapping, to.database, to.today, to.policy, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rc_import_outcome_get_n_rows (outcome), ==, 40);
  g_assert_cmpuint (rc_customer_rows_get_n (rc_import_outcome_get_customers (outcome)), ==, 40);
  import_workspace_add (&to, rc_import_outcome_get_customers (outcome));
  second = dump (&to);
  g_assert_cmpstr (first, ==, second);
  again = rc_import_check (loaded, mapping, to.database, to.today, to.policy, NULL, NULL, &error);
  g_assert_cmpuint (rc_import_outcome_get_n_already_there (again), ==, 40);
  import_workspace_close (&from);
  import_workspace_close (&to);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/columns-and-harmless-cells (IO-1)", test_contents);
  g_test_add_func ("/report/other-programs-read-it (IO-1)", test_python_reads_it);
  g_test_add_func ("/report/shown-only (IO-1)", test_shown_only);
  g_test_add_func ("/report/selected-only (IO-1)", test_selected_only);
  g_test_add_func ("/report/whole-or-not-at-all (IO-1)", test_whole_or_not);
  g_test_add_func ("/report/full-disk-leaves-the-old-file (IO-1)", test_full_disk);
  g_test_add_func ("/report/imports-into-the-same-customers (IO-2)", test_round_trip);
  return g_test_run ();
}
