/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

/* The floor under every command: one row inserted by one durable transaction (WAL, synchronous=FULL) into a table
 * of nothing else, in the folder given. Prints the median and the 95th percentile. */

#define N_COMMITS 60
#define PAUSE_US 120000 /* as between the commands that are compared with it: what rests is slower at first */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = argc == 2 ? g_build_filename (argv[1], "bare-commit.db", NULL) : NULL;
  double durations[N_COMMITS];
  sqlite3 *database = NULL;

  if (path == NULL)
    return 2;
  g_unlink (path);
  if (sqlite3_open (path, &database) != SQLITE_OK
      || sqlite3_exec (database,
                       "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x INTEGER)",
                       NULL, NULL, NULL)
             != SQLITE_OK)
    return 1;
  for (int i = 0; i < N_COMMITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (sqlite3_exec (database, "BEGIN IMMEDIATE; INSERT INTO t VALUES (1); COMMIT", NULL, NULL, NULL)
          != SQLITE_OK)
        return 1;
      durations[i] = (double) (g_get_monotonic_time () - start) / 1000.0;
      g_usleep (PAUSE_US);
    }
  sqlite3_close (database);
  g_unlink (path);
  qsort (durations, N_COMMITS, sizeof (double), compare_doubles);
  printf ("bare commit p50 %.2f ms, p95 %.2f ms, n %d\n", durations[N_COMMITS / 2],
          durations[N_COMMITS * 95 / 100], N_COMMITS);
  return 0;
}
