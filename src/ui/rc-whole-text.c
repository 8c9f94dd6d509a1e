/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-whole-text"

#include "rc-whole-text.h"

#include <gtk/gtk.h>

/*
 * A label that there is no room for ends in an ellipsis. The pointer resting on it shows the whole, in every window, as
 * long as nothing around it has a tooltip of its own.
 */

/* The label at a place of @window, if it is shortened. (transfer none) (nullable) */
static GtkLabel *
find_shortened (GtkWidget *window, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (window, x, y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  if (!GTK_IS_LABEL (widget) || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return NULL;
  return GTK_LABEL (widget);
}

static gboolean
on_query_tooltip (GtkWidget *window, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  GtkLabel *label = keyboard_mode ? NULL : find_shortened (window, x, y);

  if (!label)
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
on_windows_changed (GListModel *windows, guint position, guint n_removed, guint n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
      gtk_widget_set_has_tooltip (window, TRUE);
    }
}

/**
 * rc_whole_text_watch:
 *
 * Lets every window of the program, and every one that comes, show the whole of a shortened label as its tooltip. Once.
 */
void
rc_whole_text_watch (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  on_windows_changed (windows, 0, 0, g_list_model_get_n_items (windows));
  g_signal_connect (windows, "items-changed", G_CALLBACK (on_windows_changed), NULL);
}
