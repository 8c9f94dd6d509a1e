/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-workspace.h"
#include "rc-customer-query.h"
#include "rc-enum-types.h"
#include "rc-log-query.h"
#include "rc-membership-query.h"
#include "rc-store.h"
#include <stdlib.h>
#include <time.h>

/* What a user waits for, measured in the store: bench-store FILE [CUSTOMERS]. The workspace is made where it is missing.
 * Each figure is the median and the 95th percentile over all cases of its kind, in milliseconds of the reader's own time,
 * so that what else the machine does hardly counts; with the target. */

#define FIRST_PAGE 200
#define ROUNDS 3

typedef struct
{
  RcDatabase *database; /* (borrowed) */
  RcDate today;
  RcPolicy *policy; /* (borrowed) */
} Bench;

typedef struct
{
  GArray *times; /* (owned) of double, milliseconds */
  double slowest;
  char *slowest_case; /* (owned) */
} Series;

/* Microseconds that this thread has computed and called the system. */
static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
series_add (Series *series, gint64 start, const char *name)
{
  double time = (double) (get_thread_time () - start) / 1000.0;

  g_array_append_val (series->times, time);
  if (time > series->slowest)
    {
      series->slowest = time;
      g_free (series->slowest_case);
      series->slowest_case = g_strdup (name);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
series_init (Series *series)
{
  series->times = g_array_new (FALSE, FALSE, sizeof (double));
  series->slowest = 0;
  series->slowest_case = NULL;
}

static void
series_print (Series *series, const char *name, double target)
{
  guint n = series->times->len;

  g_array_sort (series->times, compare_times);
  g_print ("%-34s %5u   p50 %7.2f   p95 %7.2f   target %5.0f   slowest %7.2f  %s\n", name, n,
           g_array_index (series->times, double, n / 2), g_array_index (series->times, double, n * 95 / 100),
           target, series->slowest, series->slowest_case);
  g_array_unref (series->times);
  g_free (series->slowest_case);
}

static void
run_query (Bench *bench, const RcCustomerQuery *query, int limit, Series *series)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name =
      g_strdup_printf ("%s, by %s%s%s%s%s", rc_enum_to_nick (RC_TYPE_FILTER, query->filter),
                       rc_enum_to_nick (RC_TYPE_SORT, query->sort), query->descending ? " descending" : "",
                       query->managed_by ? ", mine" : "", query->search != NULL ? ", " : "",
                       query->search ? query->search : "");
  gint64 start = get_thread_time ();
  g_autoptr (GArray) ids = rc_customer_query_list_ids (bench->database, query, limit, NULL, &error);

  if (ids == NULL)
    g_error ("%s: %s", name, error->message);
  series_add (series, start, name);
}

static void
bench_filters (Bench *bench, int limit, gboolean mine, const char *title, double target)
{
  Series series;

  series_init (&series);
  for (int round = 0; round < (limit > 0 ? ROUNDS : 1); round++)
    for (int filter = 0; filter < RC_N_FILTERS; filter++)
      for (int sort = RC_SORT_NAME; sort <= RC_SORT_OLDEST_REQUEST; sort++)
        for (int descending = 0; descending < 2; descending++)
          {
            g_autoptr (RcCustomerQuery) query =
                rc_customer_query_new ((RcFilter) filter, bench->today, bench->policy);

            query->sort = (RcSort) sort;
            query->descending = descending;
            query->managed_by = mine ? 3 : 0;
            run_query (bench, query, limit, &series);
          }
  series_print (&series, title, target);
}

/* Types each text letter by letter, as somebody who searches does. */
static void
bench_search (Bench *bench, int limit, RcFilter filter, const char *title, double target)
{
  static const char *const texts[] = { "kommune",     "łowi",       "qx",
                                       "spring dale", "zz",         "ribeirao",
                                       "@customer99", "county off", "stone mouth museum",
                                       "3fa9",        "nr 499",     "7" };
  Series series;

  series_init (&series);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *end = g_utf8_next_char (texts[i]);; end = g_utf8_next_char (end))
      {
        for (int sort = RC_SORT_NAME; sort <= (limit > 0 ? RC_SORT_OLDEST_REQUEST : RC_SORT_NAME); sort++)
          {
            g_autoptr (RcCustomerQuery) query = rc_customer_query_new (filter, bench->today, bench->policy);

            query->sort = (RcSort) sort;
            query->search = g_strndup (texts[i], (gsize) (end - texts[i]));
            run_query (bench, query, limit, &series);
          }
        if (*end == '\0')
          break;
      }
  series_print (&series, title, target);
}

static void
bench_counts (Bench *bench, gint64 managed_by, const char *title, double target)
{
  Series series;

  series_init (&series);
  for (int round = 0; round < 10; round++)
    {
      g_autoptr (GError) error = NULL;
      guint64 counts[RC_N_FILTERS];
      gint64 start = get_thread_time ();

      if (!rc_customer_query_count (bench->database, bench->today, bench->policy, managed_by, counts, NULL,
                                    &error))
        g_error ("%s", error->message);
      series_add (&series, start, "");
    }
  series_print (&series, title, target);
}

static void
bench_fetch (Bench *bench, gint64 n_customers)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Series rows;
  Series memberships;

  series_init (&rows);
  series_init (&memberships);
  for (int round = 0; round < 200; round++)
    {
      gint64 ids[128];
      gint64 start;
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (RcMembershipRecord) membership = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        ids[i] = 1 + (gint64) (g_rand_double (random) * (double) n_customers);
      start = get_thread_time ();
      records = rc_customer_query_fetch (bench->database, ids, G_N_ELEMENTS (ids), NULL, NULL);
      g_assert_nonnull (records);
      series_add (&rows, start, "");
      start = get_thread_time ();
      membership = rc_membership_query_load (bench->database, ids[0], NULL);
      g_assert_nonnull (membership);
      series_add (&memberships, start, "");
    }
  series_print (&rows, "128 rows by id", 2);
  series_print (&memberships, "one membership", 5);
}

static gpointer
run_bench (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *today = rc_settings_query_get (database, "bench-today", NULL);
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  Bench bench = { database, rc_date_from_iso (today), policy };
  gint64 n_customers = 0;

  rc_database_get_int (database, "SELECT count(*) FROM customers", &n_customers, NULL);
  g_print ("%" G_GINT64_FORMAT " customers, today %s; milliseconds\n", n_customers, today);
  bench_filters (&bench, FIRST_PAGE, FALSE, "first page, filter and order", 10);
  bench_filters (&bench, FIRST_PAGE, TRUE, "first page, managed by me", 10);
  bench_search (&bench, FIRST_PAGE, RC_FILTER_ALL_CUSTOMERS, "first page, search and order", 50);
  bench_search (&bench, FIRST_PAGE, RC_FILTER_PAST_DUE_REQUESTS, "first page, search in past due", 50);
  bench_filters (&bench, 0, FALSE, "all ids, filter and order", 60);
  bench_filters (&bench, 0, TRUE, "all ids, managed by me", 60);
  bench_search (&bench, 0, RC_FILTER_ALL_CUSTOMERS, "all ids, search", 200);
  bench_counts (&bench, 0, "counts", 30);
  bench_counts (&bench, 3, "counts, managed by me", 30);
  bench_fetch (&bench, n_customers);
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcStore) store = NULL;
  guint n_customers = argc > 2 ? (guint) atoi (argv[2]) : 1000000;

  if (argc < 2)
    {
      g_printerr ("Usage: %s FILE [CUSTOMERS]\n", argv[0]);
      return EXIT_FAILURE;
    }
  if (!g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      gint64 start = g_get_monotonic_time ();

      if (!bench_workspace_generate (argv[1], n_customers, rc_date_new (2024, 3, 15), &error))
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
      g_print ("made in %.1f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
    }
  store = rc_store_open (argv[1], FALSE, NULL, &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  rc_store_read (store, run_bench, NULL, &error);
  rc_store_close (store);
  return EXIT_SUCCESS;
}
