/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "import-workspace.h"

#include "rc-import-check.h"
#include "rc-import-customers.h"
#include "rc-invite-customer.h"
#include "rc-report.h"
#include "rc-rule-error.h"
#include "rc-text.h"

#include <locale.h>

/* Every line of a list of strings that break programs: as a name it is refused by rule, or stored, shown, found, reported
 * and imported unchanged (CU-1 to CU-3, FI-4, IO-1, IO-2). */

#define LONGEST_NAME 200
#define N_LINES 742

static char **
read_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "naughty-strings.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char **lines;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, N_LINES + 1); /* the last line ends too */
  return lines;
}

/* What the rules say of a text, found without the program's own functions for it. */
static gboolean
is_for_a_name (const char *line)
{
  gboolean visible = FALSE;

  if (!g_utf8_validate (line, -1, NULL))
    return FALSE;
  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      GUnicodeType type = g_unichar_type (character);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR || (character >= 0x202A && character <= 0x202E)
          || (character >= 0x2066 && character <= 0x2069))
        return FALSE;
      visible |= type != G_UNICODE_FORMAT && type != G_UNICODE_SPACE_SEPARATOR;
    }
  return visible && g_utf8_strlen (line, -1) <= LONGEST_NAME;
}

static RcCustomerData *
make_customer (const char *name, guint number)
{
  static const char *const values[] = { NULL,         NULL,           "government", "team", "DK",
                                        "Region",     "Hovedgaden 1", "Aarhus",     "8000", "It",
                                        "Afdelingen", NULL,           "da" };
  RcCustomerData *data = rc_customer_data_new ();
  g_autofree char *email = g_strdup_printf ("it%u@kommune.example", number);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    rc_customer_data_set (data, i, values[i]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, name);
  if (!g_str_is_ascii (name))
    rc_customer_data_set (data, RC_CUSTOMER_FIELD_ENGLISH_NAME, "The office, in English");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_EMAIL, email);
  return data;
}

static RcCustomerRecord *
fetch (ImportWorkspace *workspace, gint64 id, GPtrArray **records)
{
  g_autoptr (GError) error = NULL;

  *records = rc_customer_query_fetch (workspace->database, &id, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*records)->len, ==, 1);
  g_assert_nonnull ((*records)->pdata[0]);
  return (*records)->pdata[0];
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Typed whole into the search, a name finds its customer. */
static void
check_found (ImportWorkspace *workspace, gint64 id, const char *name)
{
  g_autoptr (RcCustomerQuery) query =
      rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, workspace->today, workspace->policy);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  query->search = g_strdup (name);
  ids = rc_customer_query_list_ids (workspace->database, query, 0, NULL, &error);
  g_assert_no_error (error);
  if (!contains (ids, id))
    g_error ("“%s” does not find its customer", name);
}

/* Returns how many went in. */
static guint
invite_all (ImportWorkspace *workspace, char **lines)
{
  guint n_stored = 0;

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RcCustomerData) data = make_customer (lines[i], i);
      g_autoptr (RcCommandResult) result = import_workspace_run (
          workspace, rc_invite_customer_new (workspace->member, workspace->today, data, workspace->member),
          &error);
      g_autofree char *trimmed = rc_text_trim (lines[i]);
      g_autoptr (GPtrArray) records = NULL;

      if (!is_for_a_name (trimmed))
        {
          g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (fetch (workspace, result->customer_id, &records)->name, ==, trimmed);
      n_stored++;
    }
  return n_stored;
}

static void
find_all (ImportWorkspace *workspace)
{
  g_autoptr (RcCustomerQuery) query =
      rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, workspace->today, workspace->policy);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = rc_customer_query_list_ids (workspace->database, query, 0, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) records = NULL;
      gint64 id = g_array_index (ids, gint64, i);

      check_found (workspace, id, fetch (workspace, id, &records)->name);
    }
}

static char *
report (ImportWorkspace *workspace, GFile **file)
{
  g_autoptr (RcCustomerQuery) query =
      rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, workspace->today, workspace->policy);
  g_autofree char *path = g_build_filename (workspace->folder, "report.csv", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *text;

  rc_report_write (workspace->database, query, NULL, RC_REPORT_AUDIENCE_PROGRAMS, target, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (file != NULL)
    *file = g_steal_pointer (&target);
  return text;
}

static void
import_all (ImportWorkspace *workspace, GFile *file, guint n_expected)
{
  g_autoptr (RcImportFile) loaded = import_fixture_load (file);
  g_autoptr (RcImportMapping) mapping = rc_import_mapping_propose (loaded);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcImportOutcome) outcome = rc_import_check (
      loaded, mapping, workspace->database, workspace->today, workspace->policy, NULL, NULL, &error);
  g_autoptr (RcCommandResult) result = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rc_import_outcome_get_problems (outcome)); i++)
    {
      g_autoptr (RcImportProblem) problem =
          g_list_model_get_item (rc_import_outcome_get_problems (outcome), i);

      g_test_message ("“%s”: %s", rc_import_problem_get_organization (problem),
                      rc_import_problem_get_reason (problem));
    }
  g_assert_cmpuint (rc_customer_rows_get_n (rc_import_outcome_get_customers (outcome)), ==, n_expected);
  result = import_workspace_run (workspace,
                                 rc_import_customers_new (workspace->member, workspace->today,
                                                          rc_import_outcome_get_customers (outcome),
                                                          workspace->member, FALSE),
                                 &error);
  g_assert_no_error (error);
}

static void
test_names (void)
{
  g_auto (GStrv) lines = read_lines ();
  ImportWorkspace from, to;
  g_autoptr (GFile) file = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n_stored;

  import_workspace_open (&from);
  import_workspace_open (&to);
  n_stored = invite_all (&from, lines);
  g_assert_cmpuint (n_stored, >, 400);
  find_all (&from);
  first = report (&from, &file);
  import_all (&to, file, n_stored);
  second = report (&to, NULL);
  g_assert_cmpstr (first, ==, second);
  find_all (&to);
  import_workspace_close (&from);
  import_workspace_close (&to);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/naughty-strings/as-names-are-refused-or-kept", test_names);
  return g_test_run ();
}
