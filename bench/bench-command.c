/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command-context.h"
#include "rc-create-purchase-authorization.h"
#include "rc-customer-query.h"
#include "rc-log-query.h"
#include "rc-product-line.h"
#include "rc-rule-error.h"

#include "bare-commit.h"
#include "bench-workspace.h"
#include <glib/gstdio.h>
#include <stdlib.h>

/* What the command that is run most often costs, without a window: bench-command FILE [CUSTOMERS]. Purchase authorizations
 * are made for customers from all over a copy of the workspace, one after the other, with a pause as between two clicks.
 * Prints the median, the 95th percentile and how much was written to the journal for each, and the floor under them. */

#define N_COMMANDS 60
#define PAUSE_US 120000
#define TODAY rc_date_new (2026, 1, 1)

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

/* A product that a purchase authorization may be made for, whatever the customer's segment is. */
static char *
find_product (RcDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) products = rc_product_query_list (database, error);

  for (guint i = 0; products != NULL && i < products->len; i++)
    {
      const RcProductRecord *product = g_ptr_array_index (products, i);

      if (product->open_to_pa && product->for_segment[0] && product->for_segment[1]
          && product->for_segment[2])
        return g_strdup (product->code);
    }
  return NULL;
}

static gboolean
run_command (RcDatabase *database, gint64 customer_id, const char *product, RcDate today, double *ms,
             GError **error)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  g_autoptr (RcCommand) command = NULL;
  g_autoptr (RcCommandResult) result = NULL;
  gint64 start;

  g_ptr_array_add (lines, rc_product_line_new (product, 10));
  start = g_get_monotonic_time ();
  command = rc_create_purchase_authorization_new (1, today, customer_id, lines, NULL, FALSE);
  result = rc_command_run (command, database, g_get_real_time (), NULL, error);
  *ms = (double) (g_get_monotonic_time () - start) / 1000.0;
  return result != NULL;
}

static gint64
get_journal_size (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);
  GStatBuf facts;

  return g_stat (name, &facts) == 0 ? facts.st_size : 0;
}

/* Sorts @ms. */
static void
report (const char *name, double *ms)
{
  qsort (ms, N_COMMANDS, sizeof (double), compare_doubles);
  g_print ("%s p50 %.2f ms, p95 %.2f ms, n %d\n", name, ms[N_COMMANDS / 2], ms[N_COMMANDS * 95 / 100],
           N_COMMANDS);
}

static gboolean
run (const char *path, GError **error)
{
  g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_READ_WRITE, error);
  g_autofree char *product = database != NULL ? find_product (database, error) : NULL;
  g_autofree char *iso = product != NULL ? rc_settings_query_get (database, "bench-today", error) : NULL;
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcCustomerQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BareCommit) bare = bare_commit_new (path);
  double times[N_COMMANDS], floor[N_COMMANDS];
  guint n = 0;

  if (iso == NULL)
    return FALSE;
  query = rc_customer_query_new (RC_FILTER_NO_PRODUCTS, rc_date_from_iso (iso), policy);
  ids = rc_customer_query_list_ids (database, query, 0, NULL, error);
  if (ids == NULL || !rc_database_execute (database, "PRAGMA wal_autocheckpoint = 0", error))
    return FALSE;
  for (guint i = 0; i < ids->len && n < N_COMMANDS; i += ids->len / (2 * N_COMMANDS) + 1)
    {
      g_autoptr (GError) refusal = NULL;

      if (run_command (database, g_array_index (ids, gint64, i), product, query->today, &times[n], &refusal))
        {
          g_usleep (PAUSE_US);
          floor[n++] = bare_commit_measure (bare);
        }
      else if (refusal->domain != RC_RULE_ERROR)
        g_error ("%s", refusal->message);
      g_usleep (PAUSE_US);
    }
  if (n < N_COMMANDS)
    return FALSE;
  report ("create purchase authorization", times);
  report ("bare commit", floor);
  g_print ("%.1f KB each\n", (double) get_journal_size (path) / 1024 / N_COMMANDS);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    return 2;
  if (run (argv[1], &error))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "No customer or product to try with");
  return 1;
}
