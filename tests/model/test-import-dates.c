/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "import-workspace.h"

#include "rc-import-check.h"
#include "rc-import-dates.h"

#include <locale.h>

/* Dates of a file: which ones are read, how the order of day and month is found, said, and told where it is a guess (IO-2). The
 * tests' locale has the month first. */

#define HEADER "Name,City,Invited on,Accepted on\n"

typedef struct
{
  const char *cell;
  RcDateOrder tells;
  const char *day_first; /* (nullable) */
  const char *month_first; /* (nullable) */
} Cell;

static const Cell cells[] = {
  { "03/04/2026", RC_DATE_ORDER_EITHER, "2026-04-03", "2026-03-04" },
  { "3/ 4/2026", RC_DATE_ORDER_EITHER, "2026-04-03", "2026-03-04" },
  { "25/06/2026", RC_DATE_ORDER_DAY_FIRST, "2026-06-25", NULL },
  { "06/25/2026", RC_DATE_ORDER_MONTH_FIRST, NULL, "2026-06-25" },
  { "04/04/2026", RC_DATE_ORDER_NONE, "2026-04-04", "2026-04-04" },
  { "03.04.2026", RC_DATE_ORDER_NONE, "2026-04-03", "2026-04-03" },
  { "03-04-2026", RC_DATE_ORDER_NONE, "2026-04-03", "2026-04-03" },
  { "2026-04-03", RC_DATE_ORDER_NONE, "2026-04-03", "2026-04-03" },
  { "2026/04/03", RC_DATE_ORDER_NONE, "2026-04-03", "2026-04-03" },
  { "03/04/26", RC_DATE_ORDER_NONE, NULL, NULL },
  { "31/02/2026", RC_DATE_ORDER_DAY_FIRST, NULL, NULL },
  { "03/04.2026", RC_DATE_ORDER_NONE, NULL, NULL },
  { "", RC_DATE_ORDER_NONE, NULL, NULL },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *day_first = rc_import_date_to_iso (cells[i].cell, RC_DATE_ORDER_DAY_FIRST);
      g_autofree char *month_first = rc_import_date_to_iso (cells[i].cell, RC_DATE_ORDER_MONTH_FIRST);

      g_test_message ("%s", cells[i].cell);
      g_assert_cmpint (rc_import_date_tell_order (cells[i].cell), ==, cells[i].tells);
      g_assert_cmpstr (day_first, ==, cells[i].day_first);
      g_assert_cmpstr (month_first, ==, cells[i].month_first);
    }
}

/* All that CU-1 asks for, so that only dates can be wrong. */
static RcImportMapping *
make_mapping (RcDateOrder order)
{
  static const struct
  {
    RcCustomerField field;
    const char *value;
  } values[] = {
    { RC_CUSTOMER_FIELD_SEGMENT, "government" }, { RC_CUSTOMER_FIELD_OFFER_TYPE, "team" },
    { RC_CUSTOMER_FIELD_COUNTRY, "FR" },         { RC_CUSTOMER_FIELD_REGION, "Bretagne" },
    { RC_CUSTOMER_FIELD_STREET, "Rue 1" },       { RC_CUSTOMER_FIELD_POSTAL_CODE, "29200" },
    { RC_CUSTOMER_FIELD_GIVEN_NAME, "Service" }, { RC_CUSTOMER_FIELD_FAMILY_NAME, "Achats" },
    { RC_CUSTOMER_FIELD_LANGUAGE, "fr" },
  };
  RcImportMapping *mapping = rc_import_mapping_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    rc_import_mapping_set (mapping, values[i].field, RC_IMPORT_SOURCE_VALUE, values[i].value);
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_NAME, RC_IMPORT_SOURCE_COLUMN, "Name");
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_CITY, RC_IMPORT_SOURCE_COLUMN, "City");
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_EMAIL, RC_IMPORT_SOURCE_PATTERN, "{Name}@example.org");
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_INVITED_ON, RC_IMPORT_SOURCE_COLUMN, "Invited on");
  rc_import_mapping_set (mapping, RC_CUSTOMER_FIELD_ACCEPTED_ON, RC_IMPORT_SOURCE_COLUMN, "Accepted on");
  rc_import_mapping_set_date_order (mapping, order);
  return mapping;
}

typedef struct
{
  const char *rows;
  RcDateOrder order; /* that somebody said */
  const char *first; /* on which the first customer was invited */
  const char *doubt; /* (nullable): what is told of */
} Reading;

static const Reading readings[] = {
  { "a,Brest,03/04/2025,\n", RC_DATE_ORDER_NONE, "2025-03-04", "“03/04/2025” was read as 4\u00a0March 2025" },
  { "a,Brest,03/04/2025,\n", RC_DATE_ORDER_DAY_FIRST, "2025-04-03", NULL },
  { "a,Brest,03/04/2025,\n", RC_DATE_ORDER_MONTH_FIRST, "2025-03-04", NULL },
  { "a,Brest,03/04/2025,\nb,Brest,25/06/2025,\n", RC_DATE_ORDER_NONE, "2025-04-03", NULL },
  { "a,Brest,2025-04-03,\nb,Brest,2025-05-01,25/06/2025\nc,Brest,2025-06-01,03/07/2025\n", RC_DATE_ORDER_NONE,
    "2025-04-03", NULL },
  { "a,Brest,04/04/2025,\n", RC_DATE_ORDER_NONE, "2025-04-04", NULL },
  { "a,Brest,03.04.2025,\n", RC_DATE_ORDER_NONE, "2025-04-03", NULL },
};

static void
check_reading (ImportWorkspace *workspace, const Reading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (HEADER, reading->rows, NULL);
  g_autoptr (GFile) file = import_fixture_write (workspace->folder, "list.csv", text);
  g_autoptr (RcImportFile) loaded = import_fixture_load (file);
  g_autoptr (RcImportMapping) mapping = make_mapping (reading->order);
  g_autoptr (RcImportOutcome) outcome = rc_import_check (
      loaded, mapping, workspace->database, workspace->today, workspace->policy, NULL, NULL, &error);
  g_autoptr (RcCustomerData) first = NULL;
  g_autofree char *doubt = NULL;

  g_assert_no_error (error);
  g_test_message ("%s", reading->rows);
  g_assert_cmpuint (rc_import_outcome_get_n_errors (outcome), ==, 0);
  first = rc_customer_rows_dup (rc_import_outcome_get_customers (outcome), 0);
  g_assert_cmpstr (rc_customer_data_get (first, RC_CUSTOMER_FIELD_INVITED_ON), ==, reading->first);
  doubt = rc_import_outcome_describe_doubtful_date (outcome);
  g_assert_true ((doubt != NULL) == (reading->doubt != NULL));
  if (doubt != NULL && strstr (doubt, reading->doubt) == NULL)
    g_error ("“%s” does not say “%s”", doubt, reading->doubt);
}

static void
test_readings (void)
{
  ImportWorkspace workspace;

  import_workspace_open (&workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    check_reading (&workspace, &readings[i]);
  import_workspace_close (&workspace);
}

static void
test_remembered (void)
{
  static const RcDateOrder orders[] = { RC_DATE_ORDER_NONE, RC_DATE_ORDER_DAY_FIRST,
                                        RC_DATE_ORDER_MONTH_FIRST };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (RcImportMapping) mapping = make_mapping (orders[i]);
      g_autoptr (RcImportMapping) copy = rc_import_mapping_copy (mapping);
      g_autofree char *memory = rc_import_mapping_remember ("{}", "header", copy);
      g_autoptr (RcImportMapping) recalled = rc_import_mapping_recall (memory, "header");

      g_assert_nonnull (recalled);
      g_assert_cmpint (rc_import_mapping_get_date_order (recalled), ==, orders[i]);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/dates-of-a-file (IO-2)", test_cells);
  g_test_add_func ("/import/date-order-is-said-found-or-told-of (IO-2)", test_readings);
  g_test_add_func ("/import/date-order-is-remembered (IO-2)", test_remembered);
  return g_test_run ();
}
