/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-whole-text"

#include "rc-whole-text.h"

#include "rc-style.h"
#include "rc-text-cell.h"

#include <adwaita.h>

/*
 * A label that there is no room for ends in an ellipsis. The pointer resting on it shows the whole, in every window, as
 * long as nothing around it has a tooltip of its own. In a dialog the texts of the toolkit's widgets find room.
 */

/* The whole text of what is shortened at a place of @window. (transfer none) (nullable) */
static const char *
find_shortened (GtkWidget *window, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (window, x, y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  if (RC_IS_TEXT_CELL (widget))
    return rc_text_cell_get_shortened (RC_TEXT_CELL (widget));
  if (!GTK_IS_LABEL (widget) || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return NULL;
  return gtk_label_get_text (GTK_LABEL (widget));
}

static gboolean
on_query_tooltip (GtkWidget *window, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  const char *whole = keyboard_mode ? NULL : find_shortened (window, x, y);

  if (!whole)
    return FALSE;
  gtk_tooltip_set_text (tooltip, whole);
  return TRUE;
}

static void
on_mapped (GtkWidget *window)
{
  if (ADW_IS_WINDOW (window))
    rc_style_fit_texts (window);
}

static void
on_windows_changed (GListModel *windows, guint position, guint n_removed, guint n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
      g_signal_connect (window, "map", G_CALLBACK (on_mapped), NULL);
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
