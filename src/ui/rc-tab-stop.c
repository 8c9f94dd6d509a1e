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

/* The list in @widget, where this GTK can be told what Tab does in it. (transfer none) (nullable) */
static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *list = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "tab-behavior"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !list;
       child = gtk_widget_get_next_sibling (child))
    list = find_list (child);
  return list;
}

static void
set_one_stop (GtkWidget *list)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (list), "tab-behavior");
  const GEnumValue *one_row = g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (pspec)->enum_class, "item");

  g_object_set (list, pspec->name, one_row->value, NULL);
}

/* Where it can be told, Tab also comes back to the row that had the keyboard, not to the last one. */
static void
rc_tab_stop_root (GtkWidget *widget)
{
  GtkWidget *list;

  GTK_WIDGET_CLASS (rc_tab_stop_parent_class)->root (widget);
  list = find_list (widget);
  if (list)
    set_one_stop (list);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = rc_tab_stop_root;
  widget_class->focus = rc_tab_stop_focus;
}

static void
rc_tab_stop_init (RcTabStop *self)
{
}
