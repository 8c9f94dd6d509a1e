/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "taken-time.h"

#include <stdio.h>

/**
 * taken_time_read:
 *
 * Returns: the times until now; 0 and 0 where the kernel does not tell
 */
TakenTime
taken_time_read (void)
{
  TakenTime now = { 0 };
  guint64 ticks[8]; /* user, nice, system, idle, waiting for a disk, two kinds of interrupts, taken */
  FILE *file = fopen ("/proc/stat", "re");

  if (file == NULL)
    return now;
  if (fscanf (file,
              "cpu %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT
              " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
              &ticks[0], &ticks[1], &ticks[2], &ticks[3], &ticks[4], &ticks[5], &ticks[6], &ticks[7])
      == 8)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
        now.all += ticks[i];
      now.taken = ticks[7];
    }
  fclose (file);
  return now;
}

/**
 * taken_time_get_share:
 * @since: what was read before
 *
 * Returns: the share of the processors' time since then that other machines took, from 0 to 1
 */
double
taken_time_get_share (TakenTime since)
{
  TakenTime now = taken_time_read ();

  return now.all > since.all && now.taken > since.taken
             ? (double) (now.taken - since.taken) / (double) (now.all - since.all)
             : 0;
}
