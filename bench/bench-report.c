/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-report.h"

#include "bench-workspace.h"
#include <stdlib.h>

/* How long the report of all customers takes (IO-1), from the first query to the file in its place: bench-report FILE
 * [CUSTOMERS]. The workspace is made where it is missing; the report is written beside it. */

#define TODAY rc_date_new (2026, 1, 1)
#define DEFAULT_CUSTOMERS 1000000

static gboolean
run (const char *path, GError **error)
{
  g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_READ_ONLY, error);
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcCustomerQuery) query = rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, TODAY, policy);
  g_autofree char *name = g_strconcat (path, ".csv", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (name);
  gint64 start = g_get_monotonic_time ();
  gint64 count;

  if (database == NULL)
    return FALSE;
  count = rc_report_write (database, query, NULL, RC_REPORT_AUDIENCE_PROGRAMS, target, NULL, NULL, error);
  if (count < 0)
    return FALSE;
  g_print ("report of %" G_GINT64_FORMAT " customers: %.0f ms\n", count,
           (double) (g_get_monotonic_time () - start) / 1000);
  return g_file_delete (target, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint n_customers = argc > 2 ? (guint) atoi (argv[2]) : DEFAULT_CUSTOMERS;

  if (argc < 2)
    {
      g_printerr ("bench-report FILE [CUSTOMERS]\n");
      return 2;
    }
  if (!g_file_test (argv[1], G_FILE_TEST_EXISTS)
      && !bench_workspace_generate (argv[1], n_customers, TODAY, &error))
    g_printerr ("%s\n", error->message);
  else if (!run (argv[1], &error))
    g_printerr ("%s\n", error->message);
  else
    return 0;
  return 1;
}
