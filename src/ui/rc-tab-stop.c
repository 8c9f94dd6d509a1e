/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rc-tab-stop.h"

/*
 * GTK's lists let Tab pass every row before it leaves them; the property that changes it came after the oldest GTK that the
 * program runs on. Here Tab goes through what can be reached in the row that has the keyboard, and then out of the list.
 */

struct _RcTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (RcTabStop, rc_tab_stop, ADW_TYPE_BIN)

/* The row in @stop that has the keyboard, itself or something in it. (transfer none) (nullable) */
static GtkWidget *
find_row (GtkWidget *stop)
{
  GtkRoot *root = gtk_widget_get_root (stop);
  GtkWidget *widget = root ? gtk_root_get_focus (root) : NULL;

  if (!widget || !gtk_widget_is_ancestor (widget, stop))
    return NULL;
  while (widget != stop && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);
  return widget != stop ? widget : NULL;
}

static gboolean
rc_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *row = NULL;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    row = find_row (widget);
  if (row)
    return gtk_widget_child_focus (row, direction);
  return GTK_WIDGET_CLASS (rc_tab_stop_parent_class)->focus (widget, direction);
}

static void
rc_tab_stop_class_init (RcTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = rc_tab_stop_focus;
}

static void
rc_tab_stop_init (RcTabStop *self)
{
}
