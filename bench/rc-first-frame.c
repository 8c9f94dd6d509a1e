/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-first-frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* When a frame with what is waited for was painted, and what the process took until then. Shared by the floor
 * (an empty window) and the measured window, so that both are measured alike. */

#define POLL_MS 2

typedef struct
{
  GtkWidget *widget; /* (owned) */
  RcFrameCheck check; /* (nullable) */
  RcFrameDone done;
  gpointer data;
  gulong handler;
  guint poll; /* source id; 0: the check held */
} Wait;

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  Wait *wait = data;
  gint64 now = g_get_monotonic_time ();

  if (wait->check != NULL && !wait->check (wait->data))
    return;
  g_clear_handle_id (&wait->poll, g_source_remove);
  g_signal_handler_disconnect (clock, wait->handler);
  wait->done (now, wait->data);
  g_object_unref (wait->widget);
  g_free (wait);
}

/* What arrives may look like what was there, so that nothing would be drawn. */
static gboolean
on_poll (gpointer data)
{
  Wait *wait = data;

  if (wait->check != NULL && !wait->check (wait->data))
    return G_SOURCE_CONTINUE;
  wait->poll = 0;
  gtk_widget_queue_draw (wait->widget);
  return G_SOURCE_REMOVE;
}

/**
 * rc_frame_wait:
 * @widget: a realized widget
 * @check: (nullable): asked after each frame; %NULL: the next frame will do
 * @done: called once, with the monotonic time in µs at which that frame was painted
 * @data: for both
 *
 * Waits for the first frame after which @check holds.
 */
void
rc_frame_wait (GtkWidget *widget, RcFrameCheck check, RcFrameDone done, gpointer data)
{
  Wait *wait = g_new0 (Wait, 1);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_assert (clock != NULL);
  wait->widget = g_object_ref (widget);
  wait->check = check;
  wait->done = done;
  wait->data = data;
  wait->handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), wait);
  wait->poll = g_timeout_add (POLL_MS, on_poll, wait);
}

static long
read_peak_kilobytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? strtol (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

/**
 * rc_frame_report_start:
 * @now: the monotonic time in µs of the frame
 *
 * Prints how long it took from exec (RC_BENCH_START, monotonic µs, set by who started the program) to that
 * frame, and the peak of resident memory so far.
 */
void
rc_frame_report_start (gint64 now)
{
  const char *start = g_getenv ("RC_BENCH_START");
  gint64 began = start != NULL ? g_ascii_strtoll (start, NULL, 10) : now;

  printf ("start %.1f ms, peak %.1f MB\n", (double) (now - began) / 1000.0,
          (double) read_peak_kilobytes () / 1024.0);
  fflush (stdout);
}
