/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-style"

#include "rc-style.h"

#include <gtk/gtk.h>

/*
 * The little that the program's look adds to the desktop's.
 */

/**
 * rc_style_load:
 * @display: where the windows are
 *
 * Adds the program's style sheet; once a display.
 */
void
rc_style_load (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/resellerconsole/ResellerConsole/ui/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
