/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "import-workspace.h"

#include "rc-import-check.h"
#include "rc-invite-customer.h"

#include <locale.h>

/* The dry run of an import: what would go in, what is there, and every error by line (IO-2, CU-1 to CU-3, CU-8). */

#define HEADER "name,english,segment,type,country,region,street,city,zip,given,family,email,language,vip\n"
#define TAIL "government,team,FR,Bretagne,Rue 1,Brest,29200,Service,Achats"

typedef struct
{
  const char *list;
  guint64 n_rows, n_good, n_there, n_errors;
} Counts;

static void
map_header (RcImportMapping *mapping)
{
  static const char *const columns[] = { "name",   "english", "segment", "type", "country",
                                         "region", "street",  "city",    "zip",  "given",
                                         "family", "email",   "language" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    rc_import_mapping_set (mapping, i, RC_IMPORT_SOURCE_COLUMN, columns[i]);
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_VIP_ID, RC_IMPORT_SOURCE_COLUMN, "vip");
}

static RcImportOutcome *
run_check (ImportWorkspace *workspace, RcImportFile *file, const RcImportMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  RcImportOutcome *outcome = rc_import_check (file, mapping, workspace->database, workspace->today,
                                              workspace->policy, NULL, NULL, &error);

  g_assert_no_error (error);
  return outcome;
}

static RcImportOutcome *
check_text (ImportWorkspace *workspace, const char *text)
{
  g_autoptr (GFile) file = import_fixture_write (workspace->folder, "list.csv", text);
  g_autoptr (RcImportFile) loaded = import_fixture_load (file);
  g_autoptr (RcImportMapping) mapping = rc_import_mapping_new ();

  map_header (mapping);
  return run_check (workspace, loaded, mapping);
}

static void
assert_problem (RcImportOutcome *outcome, guint position, guint64 line, gboolean there, const char *words)
{
  g_autoptr (RcImportProblem) problem =
      g_list_model_get_item (rc_import_outcome_get_problems (outcome), position);

  g_assert_nonnull (problem);
  g_assert_cmpuint (rc_import_problem_get_line (problem), ==, line);
  g_assert_cmpint (rc_import_problem_is_already_there (problem), ==, there);
  if (strstr (rc_import_problem_get_reason (problem), words) == NULL)
    g_error ("“%s” does not say “%s”", rc_import_problem_get_reason (problem), words);
}

static void
test_errors_by_line (void)
{
  ImportWorkspace workspace;
  g_autoptr (RcImportOutcome) outcome = NULL;
  static const char *const names[] = { "“Ville” has no meaning", "postal code for France",
                                       "email address has to", "organization name is missing" };

  import_workspace_open (&workspace);
  outcome = check_text (&workspace, HEADER
                        "Mairie A,," TAIL ",a@example.org,fr,\n"
                        "\"Mairie\nB\",,government,team,FR,Bretagne,Rue 1,Brest,29200,S,A,b@example.org,fr,\n"
                        ",,Ville,team,FR,Bretagne,Rue 1,Brest,9200,S,A,nowhere,fr,\n"
                        "Mairie D,," TAIL ",d@example.org,fr,\n");
  g_assert_cmpuint (rc_import_outcome_get_n_rows (outcome), ==, 4);
  g_assert_cmpuint (rc_import_outcome_get_n_errors (outcome), ==, 2);
  g_assert_cmpuint (rc_customer_rows_get_n (rc_import_outcome_get_customers (outcome)), ==, 2);
  assert_problem (outcome, 0, 3, FALSE, "control characters");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    assert_problem (outcome, 1, 5, FALSE, names[i]);
  import_workspace_close (&workspace);
}

static void
invite (ImportWorkspace *workspace, const RcCustomerData *data, char **vip_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = import_workspace_run (
      workspace, rc_invite_customer_new (workspace->member, workspace->today, data, 0), &error);

  g_assert_no_error (error);
  *vip_id = g_strdup (result->reference);
}

static void
test_already_there (void)
{
  ImportWorkspace workspace;
  g_autoptr (RcImportOutcome) first = NULL;
  g_autoptr (RcCustomerData) customer = NULL;
  g_autoptr (RcImportOutcome) outcome = NULL;
  g_autofree char *vip_id = NULL;
  g_autofree char *text = NULL;

  import_workspace_open (&workspace);
  first = check_text (&workspace, HEADER "Mairie A,," TAIL ",a@example.org,fr,\n");
  customer = rc_customer_rows_dup (rc_import_outcome_get_customers (first), 0);
  invite (&workspace, customer, &vip_id);
  text = g_strdup_printf (HEADER "mairie  a,," TAIL ",A@example.org,fr,\n"
                                 "Mairie B,," TAIL ",b@example.org,fr,%s\n"
                                 "Mairie C,," TAIL ",c@example.org,fr,0123456789ABCDEF0123\n"
                                 "MAIRIE C,," TAIL ",c@example.org,fr,\n"
                                 "Mairie D,," TAIL ",d@example.org,fr,0123456789ABCDEF0123\n"
                                 "Mairie A,," TAIL ",other@example.org,fr,\n",
                          vip_id);
  outcome = check_text (&workspace, text);
  g_assert_cmpuint (rc_import_outcome_get_n_already_there (outcome), ==, 4);
  g_assert_cmpuint (rc_import_outcome_get_n_errors (outcome), ==, 0);
  g_assert_cmpuint (rc_customer_rows_get_n (rc_import_outcome_get_customers (outcome)), ==, 2);
  assert_problem (outcome, 0, 2, TRUE, vip_id);
  assert_problem (outcome, 1, 3, TRUE, vip_id);
  assert_problem (outcome, 2, 5, TRUE, "line 4");
  assert_problem (outcome, 3, 6, TRUE, "line 4");
  import_workspace_close (&workspace);
}

static void
test_save_problems (void)
{
  ImportWorkspace workspace;
  g_autoptr (RcImportOutcome) outcome = NULL;
  g_autoptr (RcImportFile) loaded = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const char *const *row;

  import_workspace_open (&workspace);
  outcome = check_text (&workspace, HEADER "Mairie A,," TAIL ",a@example.org,fr,\n"
                                           "=1+1,," TAIL ",nowhere,fr,\n"
                                           "Mairie A,," TAIL ",a@example.org,fr,\n");
  path = g_build_filename (workspace.folder, "others.csv", NULL);
  target = g_file_new_for_path (path);
  rc_import_outcome_save_problems (outcome, target, NULL, &error);
  g_assert_no_error (error);
  loaded = import_fixture_load (target);
  g_assert_cmpuint (rc_import_file_get_n_columns (loaded), ==, 15);
  g_assert_cmpstr (rc_import_file_get_columns (loaded)[14], ==, "Reason");
  g_assert_cmpuint (rc_import_file_get_n_preview_rows (loaded), ==, 2);
  row = rc_import_file_get_preview_row (loaded, 0);
  g_assert_cmpstr (row[0], ==, "'=1+1");
  g_assert_cmpstr (row[11], ==, "nowhere");
  g_assert_true (g_str_has_prefix (row[14], "The email address"));
  row = rc_import_file_get_preview_row (loaded, 1);
  g_assert_cmpstr (row[14], ==, "The same customer is in line 2 of the file.");
  import_workspace_close (&workspace);
}

static void
test_cancel (void)
{
  ImportWorkspace workspace;
  g_autoptr (GFile) file = import_fixture_excerpt ("government");
  g_autoptr (RcImportFile) loaded = import_fixture_load (file);
  g_autoptr (RcImportMapping) mapping = import_fixture_load_map ("government");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  import_workspace_open (&workspace);
  g_cancellable_cancel (cancellable);
  g_assert_null (rc_import_check (loaded, mapping, workspace.database, workspace.today, workspace.policy,
                                  NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  import_workspace_close (&workspace);
}

/* Each reason with how often it was given. */
static void
print_reasons (RcImportOutcome *outcome)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *problems = rc_import_outcome_get_problems (outcome);
  GHashTableIter iter;
  gpointer reason, count;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (RcImportProblem) problem = g_list_model_get_item (problems, i);
      const char *text = rc_import_problem_is_already_there (problem)
                             ? "already there"
                             : rc_import_problem_get_reason (problem);

      g_hash_table_insert (reasons, g_strdup (text),
                           GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (reasons, text)) + 1));
    }
  g_hash_table_iter_init (&iter, reasons);
  while (g_hash_table_iter_next (&iter, &reason, &count))
    g_test_message ("%8" G_GSIZE_FORMAT "  %s", GPOINTER_TO_SIZE (count), (char *) reason);
}

static void
check_list (ImportWorkspace *workspace, const Counts *expected, GFile *file)
{
  g_autoptr (RcImportFile) loaded = import_fixture_load (file);
  g_autoptr (RcImportMapping) mapping = import_fixture_load_map (expected->list);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RcImportOutcome) outcome = run_check (workspace, loaded, mapping);

  g_test_message ("%-26s rows %6" G_GUINT64_FORMAT "  in %6u  there %6" G_GUINT64_FORMAT
                  "  errors %6" G_GUINT64_FORMAT "  %5.0f ms",
                  expected->list, rc_import_outcome_get_n_rows (outcome),
                  rc_customer_rows_get_n (rc_import_outcome_get_customers (outcome)),
                  rc_import_outcome_get_n_already_there (outcome), rc_import_outcome_get_n_errors (outcome),
                  (double) (g_get_monotonic_time () - start) / 1000);
  print_reasons (outcome);
  g_assert_cmpuint (rc_import_outcome_get_n_rows (outcome), ==, expected->n_rows);
  g_assert_cmpuint (rc_customer_rows_get_n (rc_import_outcome_get_customers (outcome)), ==, expected->n_good);
  g_assert_cmpuint (rc_import_outcome_get_n_already_there (outcome), ==, expected->n_there);
  g_assert_cmpuint (rc_import_outcome_get_n_errors (outcome), ==, expected->n_errors);
}

static void
test_excerpts (void)
{
  static const Counts expected[] = {
    { "government", 50, 37, 1, 12 },
    { "education", 50, 35, 0, 15 },
    { "commercial", 50, 49, 0, 1 },
    { "europe-brazil", 50, 9, 0, 41 },
    { "french-authorities", 50, 40, 0, 10 },
    { "italian-municipalities", 50, 40, 10, 0 },
    { "brazilian-municipalities", 50, 50, 0, 0 },
  };
  ImportWorkspace workspace;

  import_workspace_open (&workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GFile) file = import_fixture_excerpt (expected[i].list);

      check_list (&workspace, &expected[i], file);
    }
  import_workspace_close (&workspace);
}

static void
test_whole_lists (void)
{
  static const Counts expected[] = {
    { "government", 16539, 8258, 1644, 6637 },
    { "education", 10251, 10009, 0, 242 },
    { "commercial", 503, 502, 0, 1 },
    { "europe-brazil", 6846, 1698, 3, 5145 },
    { "french-authorities", 5000, 4973, 0, 27 },
    { "italian-municipalities", 19352, 14878, 4474, 0 },
    { "brazilian-municipalities", 5571, 5571, 0, 0 },
  };
  ImportWorkspace workspace;

  import_workspace_open (&workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GFile) file = import_fixture_whole (expected[i].list);

      if (file != NULL)
        check_list (&workspace, &expected[i], file);
      else
        g_test_skip ("the whole lists are not there: set RC_SHARED_DATA");
    }
  import_workspace_close (&workspace);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/all-errors-of-a-row-by-line (IO-2, CU-1)", test_errors_by_line);
  g_test_add_func ("/import/tells-what-is-already-there (IO-2, CU-8)", test_already_there);
  g_test_add_func ("/import/saves-the-other-rows-with-the-reason (IO-2)", test_save_problems);
  g_test_add_func ("/import/check-can-be-cancelled (IO-2)", test_cancel);
  g_test_add_func ("/import/fifty-rows-of-each-list (IO-2)", test_excerpts);
  g_test_add_func ("/import/whole-lists (IO-2)", test_whole_lists);
  return g_test_run ();
}
