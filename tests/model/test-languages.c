/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "import-workspace.h"
#include "language-fixture.h"

#include "rc-country.h"
#include "rc-create-purchase-authorization.h"
#include "rc-format.h"
#include "rc-import-check.h"
#include "rc-import-dates.h"
#include "rc-import-headings.h"
#include "rc-import-words.h"
#include "rc-language.h"
#include "rc-product-line.h"
#include "rc-report.h"
#include "rc-words.h"
#include <string.h>

/* Files that go from desk to desk, each of which works in another language: reports for people and for programs, and their
 * import (IO-1, IO-2). */

#define N_CUSTOMERS 36

static const char *const countries[] = { "PL", "DK", "FR", "IT", "BR", "DE" };
static const char *const postal_codes[] = { "00-590", "1620", "01000", "00184", "01310-100", "10115" };
static const char *const segments[] = { "commercial", "government", "education" };

static RcCustomerData *
make_customer (guint number)
{
  RcCustomerData *data = rc_customer_data_new ();
  g_autofree char *name = g_strdup_printf ("Office; number %u", number);
  g_autofree char *email = g_strdup_printf ("office%u@example.org", number);
  g_autofree char *invited_on = g_strdup_printf ("2025-%02u-%02u", 1 + number % 12, 1 + number % 28);
  g_autofree char *accepted_on = g_strdup_printf ("2025-12-%02u", 1 + number % 12);

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, name);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_SEGMENT, segments[number % G_N_ELEMENTS (segments)]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_OFFER_TYPE, number % 2 == 0 ? "team" : "enterprise");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_COUNTRY, countries[number % G_N_ELEMENTS (countries)]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_REGION, "Łódź, Ærø");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_STREET, "1 Street");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_CITY, "Town");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_POSTAL_CODE,
                        postal_codes[number % G_N_ELEMENTS (postal_codes)]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_GIVEN_NAME, "Front");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_FAMILY_NAME, "Desk");
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_EMAIL, email);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_LANGUAGE,
                        rc_language_list_codes ()[(number / 6) % G_N_ELEMENTS (countries)]);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_INVITED_ON, invited_on);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ACCEPTED_ON, number % 3 == 0 ? accepted_on : NULL);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, number == 0 ? "2026-06-01" : NULL);
  return data;
}

static void
open_with_customers (ImportWorkspace *workspace)
{
  g_autoptr (RcCustomerRows) customers = rc_customer_rows_new ();

  import_workspace_open (workspace);
  for (guint i = 0; i < N_CUSTOMERS; i++)
    {
      g_autoptr (RcCustomerData) customer = make_customer (i);

      rc_customer_rows_add (customers, customer);
    }
  import_workspace_add (workspace, customers);
}

static GFile *
write_report (ImportWorkspace *workspace, RcReportAudience audience)
{
  g_autoptr (RcCustomerQuery) query =
      rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, workspace->today, workspace->policy);
  g_autofree char *path = g_build_filename (workspace->folder, "report.csv", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (rc_report_write (workspace->database, query, NULL, audience, target, NULL, NULL, &error),
                   ==, N_CUSTOMERS);
  g_assert_no_error (error);
  return g_steal_pointer (&target);
}

static char *
read_report (ImportWorkspace *workspace, RcReportAudience audience)
{
  g_autoptr (GFile) file = write_report (workspace, audience);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The report is read on a desk whose language is @reader. */
static void
import_report (GFile *report, const char *reader, const char *expected)
{
  ImportWorkspace to;
  g_autoptr (RcImportFile) loaded = NULL;
  g_autoptr (RcImportMapping) mapping = NULL;
  g_autoptr (RcImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  language_fixture_use (reader);
  import_workspace_open (&to);
  loaded = import_fixture_load (report);
  mapping = rc_import_mapping_propose (loaded);
  outcome = rc_import_check (loaded, mapping, to.database, to.today, to.policy, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rc_import_outcome_get_problems (outcome)); i++)
    {
      g_autoptr (RcImportProblem) problem =
          g_list_model_get_item (rc_import_outcome_get_problems (outcome), i);

      g_error ("read in %s: %s", reader, rc_import_problem_get_reason (problem));
    }
  import_workspace_add (&to, rc_import_outcome_get_customers (outcome));
  text = read_report (&to, RC_REPORT_AUDIENCE_PROGRAMS);
  g_assert_cmpstr (text, ==, expected);
  import_workspace_close (&to);
}

/* In another language than English, the headings are not English ones, and a semicolon parts the cells. */
static void
check_for_people (GFile *report, const char *language)
{
  g_autoptr (RcImportFile) loaded = import_fixture_load (report);
  const char *const *columns = rc_import_file_get_columns (loaded);
  g_autofree char *text = NULL;

  g_assert_cmpstr (rc_import_headings_find_language (columns), ==, language);
  g_assert_cmpint (rc_import_file_get_format (loaded)->separator, ==,
                   g_str_equal (language, "en") ? ',' : ';');
  g_assert_true (g_file_load_contents (report, NULL, &text, NULL, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF"));
  g_assert_null (strstr (text, "2025-"));
  g_assert_null (strstr (text, "government"));
}

static void
test_round_trip (gconstpointer data)
{
  const char *language = data;
  ImportWorkspace from;
  g_autoptr (GFile) report = NULL;
  g_autofree char *expected = NULL;
  const char *readers[] = { language, "en", g_str_equal (language, "da") ? "pl" : "da", NULL };

  if (!language_fixture_use (language))
    return;
  open_with_customers (&from);
  expected = read_report (&from, RC_REPORT_AUDIENCE_PROGRAMS);
  report = write_report (&from, RC_REPORT_AUDIENCE_PEOPLE);
  check_for_people (report, language);
  for (const char **reader = readers; *reader != NULL; reader++)
    import_report (report, *reader, expected);
  g_assert_true (g_file_delete (report, NULL, NULL));
  import_workspace_close (&from);
  language_fixture_use (NULL);
}

static void
test_for_programs (void)
{
  ImportWorkspace workspace;
  g_autofree char *expected = NULL;

  language_fixture_use (NULL);
  open_with_customers (&workspace);
  expected = read_report (&workspace, RC_REPORT_AUDIENCE_PROGRAMS);
  g_assert_true (g_str_has_prefix (expected, "Organization name,Organization name in English,VIP ID,"));
  for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
    {
      g_autofree char *text = NULL;

      if (!language_fixture_use (*language))
        break;
      text = read_report (&workspace, RC_REPORT_AUDIENCE_PROGRAMS);
      g_assert_cmpstr (text, ==, expected);
    }
  import_workspace_close (&workspace);
  language_fixture_use (NULL);
}

static void
make_purchase_authorization (ImportWorkspace *workspace, gint64 customer)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  g_ptr_array_add (lines, rc_product_line_new ("PS-TEAM", 1234));
  result = import_workspace_run (workspace,
                                 rc_create_purchase_authorization_new (workspace->member, workspace->today,
                                                                       customer, lines, NULL, FALSE),
                                 &error);
  g_assert_no_error (error);
}

static char *
list_messages (ImportWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  RcStatement *statement = rc_database_prepare (
      workspace->database, "SELECT kind, language, subject, body FROM messages ORDER BY id", &error);

  g_assert_no_error (error);
  while (rc_statement_step (statement, &error))
    for (int column = 0; column < 4; column++)
      g_string_append_printf (text, "%s\n", rc_statement_get_text (statement, column));
  g_assert_no_error (error);
  rc_statement_reset (statement);
  return g_string_free (text, FALSE);
}

/* An invitation and a purchase authorization for customers in all six languages, written on a desk in @language. */
static char *
write_messages (const char *language)
{
  ImportWorkspace workspace;
  g_autoptr (RcCustomerRows) customers = rc_customer_rows_new ();
  g_autoptr (RcCommandResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  if (!language_fixture_use (language))
    return NULL;
  import_workspace_open (&workspace);
  for (guint i = 0; i < N_CUSTOMERS; i += 6)
    {
      g_autoptr (RcCustomerData) data = make_customer (i);
      g_autofree char *vip_id = g_strdup_printf ("%020u", i);

      rc_customer_data_set (data, RC_CUSTOMER_FIELD_VIP_ID, vip_id);
      rc_customer_data_set (data, RC_CUSTOMER_FIELD_ACCEPTED_ON, NULL);
      rc_customer_rows_add (customers, data);
    }
  result = import_workspace_run (
      &workspace,
      rc_import_customers_new (workspace.member, workspace.today, customers, workspace.member, TRUE), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rc_customer_rows_get_n (customers); i++)
    make_purchase_authorization (&workspace, i + 1);
  text = list_messages (&workspace);
  import_workspace_close (&workspace);
  return text;
}

/* MS-1: what a customer gets is in its own language, whoever writes it. */
static void
test_mail (void)
{
  static const char *const greetings[] = { "Olá,", "Szanowni Państwo", "Kære", "Bonjour", "Gentile", "Dear" };
  g_autofree char *expected = write_messages (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (greetings); i++)
    {
      const char *first = strstr (expected, greetings[i]);

      g_assert_nonnull (first);
      g_assert_nonnull (strstr (first + 1, greetings[i]));
    }
  for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
    {
      g_autofree char *text = write_messages (*language);

      if (text == NULL)
        return;
      g_assert_cmpstr (text, ==, expected);
    }
  language_fixture_use (NULL);
}

static void
check_word (RcCustomerField field, const char *word, const char *expected)
{
  g_autofree char *value = rc_import_words_find (field, word);

  if (g_strcmp0 (value, expected) != 0)
    g_error ("“%s” is %s, not %s", word, value, expected);
}

/* What the window says in one language is understood in every other. */
static void
test_words (void)
{
  for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
    {
      if (!language_fixture_use (*language))
        return;
      for (guint i = 0; i < G_N_ELEMENTS (segments); i++)
        check_word (RC_CUSTOMER_FIELD_SEGMENT, rc_words_segment (i), segments[i]);
      check_word (RC_CUSTOMER_FIELD_OFFER_TYPE, rc_words_offer_type (RC_OFFER_TYPE_TEAM), "team");
      check_word (RC_CUSTOMER_FIELD_OFFER_TYPE, rc_words_offer_type (RC_OFFER_TYPE_ENTERPRISE), "enterprise");
      for (const char *const *other = rc_language_list_codes (); *other != NULL; other++)
        check_word (RC_CUSTOMER_FIELD_LANGUAGE, rc_words_language (*other), *other);
      for (const char *const *code = rc_country_list_codes (); *code != NULL; code++)
        {
          g_autofree char *name = rc_country_get_name (*code);

          check_word (RC_CUSTOMER_FIELD_COUNTRY, name, *code);
        }
    }
  language_fixture_use (NULL);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    RcDateOrder order;
    const char *day_first; /* (nullable) */
    const char *month_first; /* (nullable) */
  } cases[] = {
    { "2026-03-09", RC_DATE_ORDER_NONE, "2026-03-09", "2026-03-09" },
    { "2026/3/9", RC_DATE_ORDER_NONE, "2026-03-09", "2026-03-09" },
    { "09.03.2026", RC_DATE_ORDER_NONE, "2026-03-09", "2026-03-09" },
    { "9. 3. 2026", RC_DATE_ORDER_NONE, "2026-03-09", "2026-03-09" },
    { "09-03-2026", RC_DATE_ORDER_NONE, "2026-03-09", "2026-03-09" },
    { "09/03/2026", RC_DATE_ORDER_EITHER, "2026-03-09", "2026-09-03" },
    { "13/03/2026", RC_DATE_ORDER_DAY_FIRST, "2026-03-13", NULL },
    { "03/13/2026", RC_DATE_ORDER_MONTH_FIRST, NULL, "2026-03-13" },
    { "31.04.2026", RC_DATE_ORDER_NONE, NULL, NULL },
    { "09.03.26", RC_DATE_ORDER_NONE, NULL, NULL },
    { "09.03-2026", RC_DATE_ORDER_NONE, NULL, NULL },
    { "09.03.2026 12:00", RC_DATE_ORDER_NONE, NULL, NULL },
    { "soon", RC_DATE_ORDER_NONE, NULL, NULL },
    { "", RC_DATE_ORDER_NONE, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day_first = rc_import_date_to_iso (cases[i].text, RC_DATE_ORDER_DAY_FIRST);
      g_autofree char *month_first = rc_import_date_to_iso (cases[i].text, RC_DATE_ORDER_MONTH_FIRST);

      g_assert_cmpint (rc_import_date_tell_order (cases[i].text), ==, cases[i].order);
      g_assert_cmpstr (day_first, ==, cases[i].day_first);
      g_assert_cmpstr (month_first, ==, cases[i].month_first);
    }
}

/* The one date that tells stands last; the ones before it are read as it says, on a desk that has it the other way round. */
static void
test_date_order (void)
{
  static const char text[] =
      "Organization name,Invited on\nNone,\nFirst,03/02/2025\nSecond,04/05/2025\nThird,25/06/2025\n";
  static const char *const expected[] = { "2025-02-03", "2025-05-04", "2025-06-25" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("import-XXXXXX", &error);
  g_autoptr (GFile) file = import_fixture_write (folder, "list.csv", text);
  g_autoptr (RcImportFile) loaded = NULL;
  g_autoptr (RcImportMapping) mapping = NULL;
  g_autoptr (RcImportConverter) converter = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_fault_free);

  if (!language_fixture_use ("en"))
    return;
  g_assert_true (rc_format_is_month_first ());
  loaded = import_fixture_load (file);
  mapping = rc_import_mapping_propose (loaded);
  rc_import_mapping_set_if_empty (mapping, RC_CUSTOMER_FIELD_INVITED_ON,
                                  "06/25/2025"); /* which is not the file's */
  converter = rc_import_converter_new (mapping, rc_import_file_get_columns (loaded), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    g_assert_true (rc_import_converter_learn_dates (converter, rc_import_file_get_preview_row (loaded, i), 2)
                   == (i == 3));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RcCustomerData) data =
          rc_import_converter_convert (converter, rc_import_file_get_preview_row (loaded, i + 1), 2, faults);

      g_assert_cmpstr (rc_customer_data_get (data, RC_CUSTOMER_FIELD_INVITED_ON), ==, expected[i]);
    }
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  language_fixture_use (NULL);
}

/* As each language writes them; the year always whole where a file has to be read back. */
static void
test_formats (void)
{
  static const char *const expected[][4] = {
    { "da", "09-03-2026", "09-03-2026", "12.345" },    { "fr", "09/03/2026", "09/03/2026", "12\u202F345" },
    { "it", "09/03/2026", "09/03/2026", "12.345" },    { "pl", "09.03.2026", "09.03.2026", "12\u202F345" },
    { "pt_BR", "09/03/2026", "09/03/2026", "12.345" }, { "en", "03/09/2026", "03/09/2026", "12,345" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *date = NULL;
      g_autofree char *whole = NULL;
      g_autofree char *number = NULL;

      if (!language_fixture_use (expected[i][0]))
        return;
      date = rc_format_date (rc_date_new (2026, 3, 9));
      whole = rc_format_date_in_full (rc_date_new (2026, 3, 9));
      number = rc_format_number (12345);
      g_assert_cmpstr (date, ==, expected[i][1]);
      g_assert_cmpstr (whole, ==, expected[i][2]);
      g_assert_cmpstr (number, ==, expected[i][3]);
    }
  language_fixture_use (NULL);
}

/* In words, and the first day of a month as the language calls it: French says first, and counts from the second on. */
static void
test_days_in_words (void)
{
  static const char *const expected[][3] = {
    { "da", "1.\u00A0marts 2026", "2.\u00A0marts 2026" },
    { "fr", "1er\u00A0mars 2026", "2\u00A0mars 2026" },
    { "pl", "1\u00A0marca 2026", "2\u00A0marca 2026" },
    { "en", "1\u00A0March 2026", "2\u00A0March 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      if (!language_fixture_use (expected[i][0]))
        return;
      first = rc_format_date_long (rc_date_new (2026, 3, 1));
      second = rc_format_date_long (rc_date_new (2026, 3, 2));
      g_assert_cmpstr (first, ==, expected[i][1]);
      g_assert_cmpstr (second, ==, expected[i][2]);
    }
  language_fixture_use (NULL);
}

int
main (int argc, char **argv)
{
  language_fixture_init ();
  g_test_init (&argc, &argv, NULL);
  for (const char *const *language = rc_language_list_codes (); *language != NULL; language++)
    {
      g_autofree char *path = g_strdup_printf ("/languages/report-reads-back/%s (IO-1, IO-2)", *language);

      g_test_add_data_func (path, *language, test_round_trip);
    }
  g_test_add_func ("/languages/report-for-programs-is-the-same (IO-1)", test_for_programs);
  g_test_add_func ("/languages/mail-is-in-the-customers (MS-1)", test_mail);
  g_test_add_func ("/languages/words-of-closed-sets (IO-2)", test_words);
  g_test_add_func ("/languages/dates-of-files (IO-2)", test_dates);
  g_test_add_func ("/languages/day-or-month-first (IO-2)", test_date_order);
  g_test_add_func ("/languages/dates-and-numbers", test_formats);
  g_test_add_func ("/languages/days-in-words", test_days_in_words);
  return g_test_run ();
}
