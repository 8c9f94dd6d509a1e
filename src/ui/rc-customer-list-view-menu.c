/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-list-view"

#include "rc-adaptive-layout.h"
#include "rc-customer-cell.h"
#include "rc-customer-list-view-private.h"
#include "rc-tab-stop.h"

/*
 * What clicks and keys do in the list: the search, and the menu of the rows. The menu's items are actions of the window around.
 */

static void
pop_up_menu (RcCustomerListView *self, double x, double y)
{
  if (!self->context_menu)
    {
      self->context_menu = GTK_POPOVER (gtk_popover_menu_new_from_model (self->customer_menu));
      gtk_popover_set_has_arrow (self->context_menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (self->context_menu, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->context_menu);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  rc_customer_list_view_open_context_menu (RC_CUSTOMER_LIST_VIEW (widget));
  return GDK_EVENT_STOP;
}

/* From the search, Down goes to what it finds first. */
static gboolean
on_down (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  RcCustomerListView *self = RC_CUSTOMER_LIST_VIEW (widget);

  if (!gtk_widget_get_focus_child (GTK_WIDGET (self->search_bar)))
    return GDK_EVENT_PROPAGATE;
  rc_customer_list_view_go_to_found (self, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  RcCustomerListView *self = RC_CUSTOMER_LIST_VIEW (widget);

  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return GDK_EVENT_PROPAGATE;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  rc_customer_list_view_grab_focus (self);
  return GDK_EVENT_STOP;
}

/**
 * rc_customer_list_view_install_keys:
 * @widget_class: the view's class
 */
void
rc_customer_list_view_install_keys (GtkWidgetClass *widget_class)
{
  g_type_ensure (RC_TYPE_TAB_STOP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_down, NULL);
}

/**
 * rc_customer_list_view_on_right_click:
 *
 * Opens the menu. A right click on a row that is not selected selects it alone first.
 */
void
rc_customer_list_view_on_right_click (RcCustomerListView *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->column_view), x, y, GTK_PICK_DEFAULT);
  guint position = rc_customer_cell_find_position (picked);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  double menu_x, menu_y;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->column_view), GTK_WIDGET (self), x, y, &menu_x,
                                        &menu_y))
    pop_up_menu (self, menu_x, menu_y);
}

static gboolean
emit_activated (gpointer user_data)
{
  RcCustomerListView *self = user_data;

  if (gtk_widget_get_root (GTK_WIDGET (self)) && self->selection
      && rc_customer_selection_get_only_id (self->selection) != 0)
    g_signal_emit_by_name (self, "customer-activated");
  return G_SOURCE_REMOVE;
}

/**
 * rc_customer_list_view_on_click:
 *
 * Where the details hide behind the list, one click is enough to see them.
 */
void
rc_customer_list_view_on_click (RcCustomerListView *self, int n_press, double x, double y,
                                GtkGesture *gesture)
{
  GtkWidget *layout = gtk_widget_get_ancestor (GTK_WIDGET (self), RC_TYPE_ADAPTIVE_LAYOUT);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->column_view), x, y, GTK_PICK_DEFAULT);

  if (!layout || !rc_adaptive_layout_get_folded (RC_ADAPTIVE_LAYOUT (layout)))
    return;
  if (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    return;
  if (rc_customer_cell_find_position (picked) != GTK_INVALID_LIST_POSITION)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, emit_activated, g_object_ref (self), g_object_unref);
}

/**
 * rc_customer_list_view_open_context_menu:
 *
 * Opens the menu of what is selected, at the row that has the focus.
 */
void
rc_customer_list_view_open_context_menu (RcCustomerListView *self)
{
  GtkWidget *focus;
  guint position;
  double x = 24, y = 96;

  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  position = rc_customer_cell_find_position (focus);
  if (position != GTK_INVALID_LIST_POSITION
      && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_translate_coordinates (focus, GTK_WIDGET (self), 24, gtk_widget_get_height (focus) / 2.0, &x,
                                      &y);
  if (rc_customer_selection_get_size (self->selection) > 0)
    pop_up_menu (self, x, y);
}

/**
 * rc_customer_list_view_toggle_search:
 *
 * Opens the search with the focus in it; or, where the focus is in it, closes it.
 */
void
rc_customer_list_view_toggle_search (RcCustomerListView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_open = gtk_search_bar_get_search_mode (self->search_bar);

  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));

  if (is_open && focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry)))
    {
      gtk_search_bar_set_search_mode (self->search_bar, FALSE);
      return;
    }
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}

/* The row at @position, if it is near enough to the window to have a widget. (nullable) */
static GtkWidget *
find_row (RcCustomerListView *self, guint position)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->column_view));

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row; row = gtk_widget_get_next_sibling (row))
    {
      if (rc_customer_cell_find_position (row) == position)
        return row;
    }
  return NULL;
}

/**
 * rc_customer_list_view_grab_focus:
 *
 * Puts the focus on the rows: on the one that is selected alone, else on the one that had it last.
 */
void
rc_customer_list_view_grab_focus (RcCustomerListView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkWidget *row = NULL;

  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) == 1)
    row = find_row (self, gtk_bitset_get_minimum (selected));
  if (!row || !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->column_view)), GTK_DIR_TAB_FORWARD);
}
