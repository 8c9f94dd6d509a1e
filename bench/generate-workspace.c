/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-workspace.h"
#include "rc-clock.h"
#include <stdlib.h>

/* Makes a large workspace to try the program with: generate-workspace FILE [CUSTOMERS [TODAY]]. */

int
main (int argc, char **argv)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  g_autoptr (GError) error = NULL;
  guint64 n_customers = 1000000;
  RcDate today = rc_clock_get_today (clock);

  if (argc < 2 || argc > 4 || argv[1][0] == '-')
    {
      g_printerr ("Usage: %s FILE [CUSTOMERS [TODAY]]\n", argv[0]);
      return EXIT_FAILURE;
    }
  if (argc > 2 && !g_ascii_string_to_unsigned (argv[2], 10, 1, 50000000, &n_customers, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (argc > 3)
    today = rc_date_from_iso (argv[3]);
  if (today == RC_DATE_NONE || g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_printerr ("The day must be like 2024-03-15, and the file must not be there yet\n");
      return EXIT_FAILURE;
    }
  if (!bench_workspace_generate (argv[1], (guint) n_customers, today, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
