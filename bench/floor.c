/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-first-frame.h"

#include <adwaita.h>

/* The floor: what an empty window of the same toolkit costs on this machine, now. */

static void
on_frame (gint64 now, gpointer application)
{
  rc_frame_report_start (now);
  g_application_quit (application);
}

static void
on_activate (GApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  rc_frame_wait (window, NULL, on_frame, application);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("org.resellerconsole.Floor", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
