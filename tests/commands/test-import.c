/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-catalogue.h"
#include "rc-import-catalogue.h"
#include "rc-import-customers.h"

#define N_MANY 20000
#define MOST_SECONDS 20.0

static GPtrArray *
make_rows (Fixture *fixture, guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_customer_data_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, make_customer_data (fixture));
  return rows;
}

static RcCommand *
import_command (Fixture *fixture, GPtrArray *rows, gboolean send_invitations)
{
  g_autoptr (RcCustomerRows) customers = rc_customer_rows_new_from_array (rows);

  return rc_import_customers_new (fixture->admin, fixture->today, customers, 0, send_invitations);
}

/* IO-2: mails only where asked; one entry for the import, and one a customer (AC-1). */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) silent = make_rows (fixture, 3);
  g_autoptr (GPtrArray) told = make_rows (fixture, 2);
  gint64 entries = get_int (fixture, "SELECT count (*) FROM activity");
  g_autoptr (RcCommandResult) first = run_command (fixture, import_command (fixture, silent, FALSE));
  gint64 no_mails = get_int (fixture, "SELECT count (*) FROM messages");

  do_command (fixture, import_command (fixture, told, TRUE));
  g_assert_cmpint (first->count, ==, 3);
  g_assert_cmpint (no_mails, ==, 0);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM messages WHERE kind = 'invitation'"), ==, 2);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM activity") - entries, ==, 3 + 1 + 2 + 1);
  g_assert_cmpint (get_int (fixture, "SELECT count (DISTINCT vip_id) FROM customers"), ==, 5);
}

/* IO-2: what a report says of a customer stays so. */
static void
test_keeps_what_is_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_rows (fixture, 1);
  RcCustomerData *row = g_ptr_array_index (rows, 0);
  g_autoptr (RcCommandResult) result = NULL;
  g_autoptr (RcCustomerRecord) customer = NULL;

  rc_customer_data_set (row, RC_CUSTOMER_FIELD_VIP_ID, "0123456789ABCDEF0123");
  rc_customer_data_set (row, RC_CUSTOMER_FIELD_INVITED_ON, "2025-11-30");
  rc_customer_data_set (row, RC_CUSTOMER_FIELD_ACCEPTED_ON, "2025-12-01");
  result = run_command (fixture, import_command (fixture, rows, TRUE));
  customer = load_customer (fixture, 1);
  g_assert_cmpstr (customer->vip_id, ==, "0123456789ABCDEF0123");
  assert_date (customer->invited_on, "2025-11-30");
  assert_date (customer->accepted_on, "2025-12-01");
  g_assert_cmpint (customer->invitation_status, ==, RC_INVITATION_STATUS_ACCEPTED);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM messages"), ==, 0);
}

/* IO-2, CU-8: all or none, and the row at fault is named. */
static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    RcCustomerField field;
    const char *value;
    int code;
  } cases[] = {
    { RC_CUSTOMER_FIELD_EMAIL, "nowhere", RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_NAME, "organization  ONE", RC_RULE_ERROR_DUPLICATE_CUSTOMER },
    { RC_CUSTOMER_FIELD_INVITED_ON, "2026-01-16", RC_RULE_ERROR_DATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = make_rows (fixture, 3);
      g_autoptr (GError) error = NULL;
      g_autoptr (RcCommandResult) result = NULL;

      rc_customer_data_set (g_ptr_array_index (rows, 0), RC_CUSTOMER_FIELD_NAME, "Organization One");
      rc_customer_data_set (g_ptr_array_index (rows, 2), cases[i].field, cases[i].value);
      result = try_command (fixture, import_command (fixture, rows, TRUE), &error);
      g_assert_null (result);
      g_assert_error (error, RC_RULE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message,
                                rc_customer_data_get (g_ptr_array_index (rows, 2), RC_CUSTOMER_FIELD_NAME)));
      g_assert_cmpint (get_int (fixture,
                                "SELECT (SELECT count (*) FROM customers) + (SELECT count (*) FROM vip_ids) "
                                "+ (SELECT count (*) FROM messages)"),
                       ==, 0);
    }
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = make_rows (fixture, N_MANY);
  g_autoptr (RcCommand) command = import_command (fixture, rows, FALSE);
  g_autoptr (RcChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = NULL;
  double seconds;

  g_test_timer_start ();
  result = rc_command_run (command, fixture->database, NOW, &changes, &error);
  g_assert_no_error (error);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "importing %d customers took %.1f s", N_MANY, seconds);
  if (!g_getenv ("RC_TEST_UNHURRIED"))
    g_assert_cmpfloat (seconds, <, MOST_SECONDS);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM customers"), ==, N_MANY);
  g_assert_true (changes->all);
  g_assert_cmpuint (changes->customer_ids->len, ==, 0);
}

static GPtrArray *
read_catalogue (const char *csv, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, -1, NULL);

  return rc_catalogue_read (stream, NULL, error);
}

#define HEADER "min_quantity,name,code,family,offer_type,licence_kind,segments,open_to_pa"

/* The built-in catalogue as it is in the workspace, and one product more. */
static GPtrArray *
extend_built_in (const char *code, const char *name)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *products = rc_catalogue_read_built_in (&error);
  RcProductRecord *product = g_new0 (RcProductRecord, 1);

  g_assert_no_error (error);
  product->code = g_strdup (code);
  product->name = g_strdup (name);
  product->family = g_strdup ("Family");
  product->for_segment[RC_SEGMENT_EDUCATION] = TRUE;
  product->min_quantity = 7;
  g_ptr_array_add (products, product);
  return products;
}

/* PR-1: by code. */
static void
test_catalogue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) products = extend_built_in ("NEW-1", "New, better");
  RcProductRecord *first = g_ptr_array_index (products, 0);
  gint64 before = get_int (fixture, "SELECT count (*) FROM products");
  g_autoptr (RcCommandResult) result = NULL;

  g_free (first->name);
  first->name = g_strdup ("Renamed");
  result = run_command (fixture, rc_import_catalogue_new (fixture->admin, fixture->today, products));
  g_assert_cmpint (result->count, ==, products->len);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products"), ==, before + 1);
  g_assert_cmpint (get_int (fixture,
                            "SELECT count (*) FROM products WHERE name = 'New, better' AND min_quantity = 7 "
                            "AND for_education = 1 AND for_government = 0 AND open_to_pa = 0"),
                   ==, 1);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products WHERE name = 'Renamed'"), ==, 1);
  g_assert_cmpint (
      get_int (fixture,
               "SELECT count (*) FROM activity WHERE command = 'import-catalogue' AND "
               "json_extract (details, '$.products-new[1]') = '1' AND "
               "json_extract (details, '$.products-replaced[1]') = '1' AND details NOT LIKE '%removed%'"),
      ==, 1);
}

/* PR-1: a product that a customer has, or had, cannot vanish with a catalogue that does not name it: it is only not sold any
 * more. What nobody ever had goes, and its id does not come back. */
static void
test_absent_products (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) products =
      read_catalogue (HEADER "\n7,New,NEW-1,Family,team,device,education,no\n", NULL);
  gint64 highest = get_int (fixture, "SELECT max (id) FROM products");
  gint64 customer = invite (fixture);
  gint64 canceled = create_pa (fixture, fixture->today, customer, "PS-TEAM", 1);

  do_command (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today, canceled));
  create_pa (fixture, fixture->today, customer, "AC-PRO-TEAM", 5);
  do_command (fixture, rc_import_catalogue_new (fixture->admin, fixture->today, products));
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products"), ==, 3);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products WHERE retired = 1 AND code IN "
                                     "('AC-PRO-TEAM', 'PS-TEAM')"),
                   ==, 2);
  g_assert_cmpint (get_int (fixture, "SELECT pending FROM licences JOIN products ON products.id = product_id "
                                     "WHERE code = 'AC-PRO-TEAM'"),
                   ==, 5);
  g_assert_cmpint (get_int (fixture, "SELECT id FROM products WHERE code = 'NEW-1'"), >, highest);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM tombstones WHERE kind = 'product'"), ==,
                   highest - 2);
  assert_refused (fixture, pa_command (fixture, fixture->today, customer, "AC-PRO-TEAM", 1),
                  RC_RULE_ERROR_PRODUCT_NOT_OPEN);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM activity WHERE command = 'import-catalogue' AND "
                                     "json_extract (details, '$.products-retired[1]') LIKE '%AC-PRO-TEAM%'"),
                   ==, 1);
}

/* PR-1: a product that was retired is sold again when a catalogue names it again. */
static void
test_product_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) without =
      read_catalogue (HEADER "\n7,New,NEW-1,Family,team,device,education,no\n", NULL);
  g_autoptr (GPtrArray) with = extend_built_in ("NEW-1", "New");
  gint64 customer = invite (fixture);
  gint64 id = get_int (fixture, "SELECT id FROM products WHERE code = 'AC-PRO-TEAM'");

  create_pa (fixture, fixture->today, customer, "AC-PRO-TEAM", 5);
  do_command (fixture, rc_import_catalogue_new (fixture->admin, fixture->today, without));
  do_command (fixture, rc_import_catalogue_new (fixture->admin, fixture->today, with));
  g_assert_cmpint (get_int (fixture, "SELECT id FROM products WHERE code = 'AC-PRO-TEAM' AND retired = 0"),
                   ==, id);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products"), ==, with->len);
}

/* PR-1: what the file itself retires stays, and is not sold any more. */
static void
test_retired_product_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) products = read_catalogue (
      HEADER ",retired\n1,Acrobat Pro,AC-PRO-TEAM,Acrobat,team,named-user,commercial,yes,yes\n", NULL);
  gint64 customer = invite (fixture);

  create_pa (fixture, fixture->today, customer, "AC-PRO-TEAM", 5);
  do_command (fixture, rc_import_catalogue_new (fixture->admin, fixture->today, products));
  g_assert_cmpint (get_int (fixture, "SELECT pending FROM licences JOIN products ON products.id = product_id "
                                     "WHERE code = 'AC-PRO-TEAM' AND retired = 1"),
                   ==, 5);
  assert_refused (fixture, pa_command (fixture, fixture->today, customer, "AC-PRO-TEAM", 1),
                  RC_RULE_ERROR_PRODUCT_NOT_OPEN);
}

static void
test_catalogue_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *csv;
    const char *named;
  } cases[] = {
    { "", "code" },
    { "code,name\nX,Y\n", "family" },
    { HEADER "\n1,Name,,F,team,device,education,no\n", "code" },
    { HEADER "\n0,Name,C,F,team,device,education,no\n", "min_quantity" },
    { HEADER "\n1,Name,C,F,gang,device,education,no\n", "offer_type" },
    { HEADER "\n1,Name,C,F,team,toy,education,no\n", "licence_kind" },
    { HEADER "\n1,Name,C,F,team,device,school,no\n", "segments" },
    { HEADER "\n1,Name,C,F,team,device,,no\n", "segments" },
    { HEADER "\n1,Name\x01,C,F,team,device,education,no\n", "name" },
    { HEADER
      "\n1,Name,C234567890123456789012345678901234567890123456789012345678901,F,team,device,education,no\n",
      "60" },
    { HEADER "\n1,Name,C,F,team,device,education,perhaps\n", "open_to_pa" },
    { HEADER "\n1,Name,C,F,team,device,education,no\n1,Name,D\n", "Line 3" },
    { HEADER "\n1,Name,C,F,team,device,education,no\n1,Other,C,F,team,device,education,no\n", "Line 3" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) twice = read_catalogue (
      HEADER "\n1,Name,C,F,team,device,education,no\n1,Name,D,F,team,device,education,no\n", &error);
  RcProductRecord *second;

  g_assert_no_error (error);
  second = g_ptr_array_index (twice, 1);
  g_free (second->code);
  second->code = g_strdup ("C");
  assert_refused (fixture, rc_import_catalogue_new (fixture->admin, fixture->today, twice),
                  RC_RULE_ERROR_CATALOGUE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (GPtrArray) products = read_catalogue (cases[i].csv, &fault);

      g_assert_null (products);
      g_assert_error (fault, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE);
      g_assert_nonnull (strstr (fault->message, cases[i].named));
    }
}

/* PR-1: every faulty line is told at once, and the others are read. */
static void
test_catalogue_faults (Fixture *fixture, gconstpointer data)
{
  const char *csv = HEADER "\n1,Name,C,F,team,device,education,no\n"
                           "0,Name,D,F,team,device,education,no\n"
                           "1,Name,C,F,team,device,education,no\n"
                           "1,Name,E,F,gang,device,education,no\n"
                           "1,Name,G,F,team,device,education,yes\n";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCatalogueFile) file = rc_catalogue_check (stream, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->products->len, ==, 2);
  g_assert_cmpuint (g_array_index (file->lines, guint64, 1), ==, 6);
  g_assert_cmpuint (file->faults->len, ==, 3);
  for (guint i = 0; i < file->faults->len; i++)
    {
      const RcCatalogueFault *fault = g_ptr_array_index (file->faults, i);
      g_autofree char *line = g_strdup_printf ("Line %u ", i + 3);

      g_assert_nonnull (strstr (fault->message, line));
      g_assert_cmpuint (fault->line, ==, i + 3);
    }
}

/* IO-2 for the catalogue: as spreadsheets write it. */
static void
test_catalogue_charsets (Fixture *fixture, gconstpointer data)
{
  const char *csv = "code;name;family;offer_type;licence_kind;segments;open_to_pa;min_quantity\r\n"
                    "C;Édition;F;team;device;education;no;1\r\n";
  static const char *const charsets[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE" };

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      char *text = g_convert (csv, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize) length, g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) products = rc_catalogue_read (stream, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (products->len, ==, 1);
      g_assert_cmpstr (((RcProductRecord *) g_ptr_array_index (products, 0))->name, ==, "Édition");
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/import/customers", test_import);
  add_test ("/import/keeps-what-is-known", test_keeps_what_is_known);
  add_test ("/import/all-or-none", test_all_or_none);
  add_test ("/import/many", test_many);
  add_test ("/import/catalogue", test_catalogue);
  add_test ("/import/absent-products", test_absent_products);
  add_test ("/import/product-comes-back", test_product_comes_back);
  add_test ("/import/catalogue-charsets", test_catalogue_charsets);
  add_test ("/import/retired-product-is-kept", test_retired_product_is_kept);
  add_test ("/import/catalogue-refused", test_catalogue_refused);
  add_test ("/import/catalogue-faults", test_catalogue_faults);
  return g_test_run ();
}
