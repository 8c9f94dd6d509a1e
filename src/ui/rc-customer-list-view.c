/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-list-view"

#include "rc-customer-list-view-private.h"

#include "rc-action-button.h"
#include "rc-filter.h"
#include "rc-format.h"
#include "rc-pane-header.h"

#include <glib/gi18n-lib.h>

/**
 * RcCustomerListView:
 *
 * The customers of a filter as a table, with search (FI-4), selection of many and the row's menu. What can be done
 * with the selected customers are actions of the window around: this only offers them. Emits "selection-changed",
 * "customer-activated" (by Enter, a double click, or a click where one pane shows at a time) and "sort-changed" (of the
 * filters that are sorted by name at first).
 */

typedef enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_CUSTOMER_ACTIVATED,
  SIGNAL_SORT_CHANGED
} RcCustomerListViewSignal;
static guint signals[SIGNAL_SORT_CHANGED + 1];

static const RcSort first_orders[RC_N_FILTERS] = {
  [RC_FILTER_ALL_CUSTOMERS] = RC_SORT_NAME,
  [RC_FILTER_NO_PRODUCTS] = RC_SORT_NAME,
  [RC_FILTER_PENDING_REQUESTS] = RC_SORT_OLDEST_REQUEST,
  [RC_FILTER_PAST_DUE_REQUESTS] = RC_SORT_OLDEST_REQUEST,
  [RC_FILTER_UPCOMING_RENEWALS] = RC_SORT_ANNIVERSARY_DATE,
  [RC_FILTER_READY_FOR_RENEWAL] = RC_SORT_ANNIVERSARY_DATE,
};

G_DEFINE_FINAL_TYPE (RcCustomerListView, rc_customer_list_view, GTK_TYPE_WIDGET)

static const char *
get_search (RcCustomerListView *self)
{
  return gtk_editable_get_text (self->search_entry);
}

static void
describe_empty (RcCustomerListView *self)
{
  RcFilter filter = rc_customer_list_get_filter (self->list);
  const RcCustomerQuery *query = rc_customer_list_get_query (self->list);

  gtk_widget_set_visible (self->start_box, filter == RC_FILTER_ALL_CUSTOMERS && !*get_search (self) && query
                                               && !query->managed_by);
  if (*get_search (self))
    rc_state_page_set_empty (self->state_page, "system-search-symbolic", _ ("No customer found"),
                             _ ("Try other words, or search in all customers."));
  else if (query && query->managed_by)
    rc_state_page_set_empty (self->state_page, "system-users-symbolic", _ ("None of your customers"),
                             _ ("Switch “Managed by me” off to see everyone’s."));
  else if (filter == RC_FILTER_ALL_CUSTOMERS)
    rc_state_page_set_empty (self->state_page, "system-users-symbolic", _ ("No customers yet"),
                             _ ("Add a customer organization, or import your customers from a CSV file."));
  else
    rc_state_page_set_empty (self->state_page, "object-select-symbolic", _ ("No customers here"),
                             _ ("No customer is in this filter today."));
}

static void
update_title (RcCustomerListView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *number = rc_format_number (n_items);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%s customer", "%s customers", n_items), number);

  adw_window_title_set_title (self->title, rc_filter_get_label (rc_customer_list_get_filter (self->list)));
  adw_window_title_set_subtitle (self->title, n_items > 0 ? subtitle : "");
}

static void
update_state (RcCustomerListView *self)
{
  RcVirtualList *list = RC_VIRTUAL_LIST (self->list);

  describe_empty (self);
  rc_state_page_set_error (self->state_page, rc_virtual_list_get_error_message (list));
  rc_state_page_set_state (self->state_page, rc_virtual_list_get_state (list));
  update_title (self);
}

static void
update_selected (RcCustomerListView *self)
{
  guint64 size = rc_customer_selection_get_size (self->selection);
  g_autofree char *number = rc_format_number ((gint64) size);
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", size), number);

  gtk_label_set_text (self->selected_label, text);
  gtk_action_bar_set_revealed (self->bulk_bar, size > 1);
}

static void
on_selection_changed (RcCustomerListView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) == 1)
    self->last_position = gtk_bitset_get_minimum (selected);
  update_selected (self);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
scroll_to (RcCustomerListView *self, guint position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->column_view)),
                              "list.scroll-to-item", "u", position);
}

/* The keyboard does not stay at the number that the row before had in another list. */
static void
go_to_top (RcCustomerListView *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->column_view));

  scroll_to (self, 0);
  if (gtk_widget_get_focus_child (rows))
    gtk_widget_grab_focus (gtk_widget_get_first_child (rows));
}

static void
select_wanted (RcCustomerListView *self)
{
  guint position;

  if (self->wanted_id == 0)
    return;
  position = rc_virtual_list_find (RC_VIRTUAL_LIST (self->list), self->wanted_id);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  self->wanted_id = 0;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  scroll_to (self, position);
}

static void
on_search_changed (RcCustomerListView *self)
{
  if (!self->list)
    return;
  rc_customer_list_set_search (self->list, get_search (self));
  self->wants_top = TRUE;
}

/* What had to wait until the rows that were asked for are here. */
static gboolean
finish_update (gpointer user_data)
{
  RcCustomerListView *self = user_data;
  gboolean is_updating;

  self->finish_source = 0;
  g_object_get (self->list, "updating", &is_updating, NULL);
  if (is_updating)
    return G_SOURCE_REMOVE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    {
      /* Who goes on typing keeps the focus. */
      self->wants_found = self->wants_open = FALSE;
      return G_SOURCE_REMOVE;
    }
  if (self->wants_top && self->wanted_id == 0)
    go_to_top (self);
  if (self->wants_found)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  if (self->wants_found || self->wants_focus)
    rc_customer_list_view_grab_focus (self);
  if (self->wants_open)
    g_signal_emit (self, signals[SIGNAL_CUSTOMER_ACTIVATED], 0);
  self->wants_top = self->wants_found = self->wants_focus = self->wants_open = FALSE;
  return G_SOURCE_REMOVE;
}

/* The list says that the answer came before it has put its rows in place. */
static void
on_updated (RcCustomerListView *self)
{
  if (self->finish_source == 0 && (self->wants_top || self->wants_found || self->wants_focus))
    self->finish_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 2, finish_update, self, NULL);
}

/* Where a customer has left the list, the one that took its place is next. */
static void
select_next (RcCustomerListView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position;

  if (self->leaving_id == 0 || n_items == 0
      || rc_virtual_list_find (RC_VIRTUAL_LIST (self->list), self->leaving_id) != GTK_INVALID_LIST_POSITION)
    return;
  self->leaving_id = 0;
  if (rc_customer_selection_get_size (self->selection) > 0)
    return;
  position = MIN (self->last_position, n_items - 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  scroll_to (self, position);
  self->wants_focus = TRUE;
  on_updated (self);
}

static void
on_items_changed (RcCustomerListView *self)
{
  update_title (self);
  select_wanted (self);
  select_next (self);
}

/**
 * rc_customer_list_view_go_to_found:
 * @opens: whether to open its details too
 *
 * Selects what the search finds first, and puts the focus on it, as soon as it is found.
 */
void
rc_customer_list_view_go_to_found (RcCustomerListView *self, gboolean opens)
{
  if (!self->list)
    return;
  self->wants_found = TRUE;
  self->wants_open = opens;
  on_search_changed (self);
  on_updated (self);
}

static void
on_search_activated (RcCustomerListView *self)
{
  rc_customer_list_view_go_to_found (self, TRUE);
}

static void
on_sort_changed (RcCustomerListView *self, int sort, gboolean descending)
{
  RcFilter filter = self->list ? rc_customer_list_get_filter (self->list) : RC_FILTER_ALL_CUSTOMERS;

  self->orders[filter] = (RcCustomerOrder){ sort, descending };
  if (self->list)
    rc_customer_list_set_sort (self->list, sort, descending);
  self->wants_top = TRUE;
  if (first_orders[filter] == RC_SORT_NAME)
    g_signal_emit (self, signals[SIGNAL_SORT_CHANGED], 0, sort, descending);
}

static void
on_retry (RcCustomerListView *self)
{
  rc_virtual_list_reload (RC_VIRTUAL_LIST (self->list));
}

static void
on_activate (RcCustomerListView *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, signals[SIGNAL_CUSTOMER_ACTIVATED], 0);
}

static void
on_width_changed (RcCustomerListView *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  rc_customer_columns_set_width (self->columns, (int) gtk_adjustment_get_page_size (adjustment));
}

static void
rc_customer_list_view_dispose (GObject *object)
{
  RcCustomerListView *self = RC_CUSTOMER_LIST_VIEW (object);

  g_clear_handle_id (&self->finish_source, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (rc_customer_list_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-customer-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, box);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, header);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, back_button);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, export_button);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, title);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, state_page);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, column_view);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, start_box);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, bulk_bar);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, selected_label);
  gtk_widget_class_bind_template_child (widget_class, RcCustomerListView, customer_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, rc_customer_list_view_on_right_click);
  gtk_widget_class_bind_template_callback (widget_class, rc_customer_list_view_on_click);
}

static void
rc_customer_list_view_class_init (RcCustomerListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_customer_list_view_dispose;
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", RC_TYPE_CUSTOMER_LIST_VIEW,
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CUSTOMER_ACTIVATED] = g_signal_new ("customer-activated", RC_TYPE_CUSTOMER_LIST_VIEW,
                                                     G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SORT_CHANGED] =
      g_signal_new ("sort-changed", RC_TYPE_CUSTOMER_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  bind_template (widget_class);
  rc_customer_list_view_install_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_customer_list_view_init (RcCustomerListView *self)
{
  g_type_ensure (RC_TYPE_ACTION_BUTTON);
  g_type_ensure (RC_TYPE_STATE_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_pane_header_follow (self->header, self->back_button, RC_PANE_LIST);
  for (int i = 0; i < RC_N_FILTERS; i++)
    self->orders[i] = (RcCustomerOrder){ first_orders[i], FALSE };
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  self->columns = rc_customer_columns_new (self->column_view);
  g_signal_connect_object (self->columns, "sort-changed", G_CALLBACK (on_sort_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled_window), "notify::page-size",
                           G_CALLBACK (on_width_changed), self, G_CONNECT_SWAPPED);
}

/**
 * rc_customer_list_view_set_workspace:
 * @workspace: whose customers to show; set once
 */
void
rc_customer_list_view_set_workspace (RcCustomerListView *self, RcWorkspace *workspace)
{
  GtkWidget *layout;

  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));
  g_return_if_fail (self->list == NULL);

  layout = gtk_widget_get_ancestor (GTK_WIDGET (self), RC_TYPE_ADAPTIVE_LAYOUT);
  self->list = rc_customer_list_new (workspace);
  self->selection = rc_customer_selection_new (RC_VIRTUAL_LIST (self->list));
  self->wants_focus = TRUE;
  g_object_bind_property (workspace, "managed-by-me", self->list, "managed-by-me", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->list, "notify::state", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::updating", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->selection, "notify::size", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  if (layout)
    g_object_bind_property (layout, "narrow", self->export_button, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  rc_customer_columns_guess_width (self->columns);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  update_state (self);
}

/**
 * rc_customer_list_view_set_filter:
 * @filter: which customers to show
 *
 * What was selected is not any more.
 */
void
rc_customer_list_view_set_filter (RcCustomerListView *self, RcFilter filter)
{
  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));

  if (filter != rc_customer_list_get_filter (self->list))
    {
      gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
      self->wants_top = TRUE;
    }
  self->leaving_id = 0;
  rc_customer_columns_set_filter (self->columns, filter);
  rc_customer_columns_set_sort (self->columns, self->orders[filter].sort, self->orders[filter].descending);
  rc_customer_list_set_filter (self->list, filter);
  rc_customer_list_set_sort (self->list, self->orders[filter].sort, self->orders[filter].descending);
  gtk_widget_set_visible (self->remove_button, filter == RC_FILTER_NO_PRODUCTS);
  update_state (self);
}

/**
 * rc_customer_list_view_set_sort:
 * @sort: the column to sort by
 * @descending: in which direction
 *
 * Of the filters that are sorted by name at first; the others show what is most urgent first.
 */
void
rc_customer_list_view_set_sort (RcCustomerListView *self, RcSort sort, gboolean descending)
{
  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));

  for (int i = 0; i < RC_N_FILTERS; i++)
    {
      if (first_orders[i] == RC_SORT_NAME)
        self->orders[i] = (RcCustomerOrder){ sort, descending };
    }
  if (self->list)
    rc_customer_list_view_set_filter (self, rc_customer_list_get_filter (self->list));
}

/**
 * rc_customer_list_view_shows_new:
 *
 * Returns: whether a customer that was just invited stands in the list: it has no products, and may not match a search
 */
gboolean
rc_customer_list_view_shows_new (RcCustomerListView *self)
{
  RcFilter filter;

  g_return_val_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self), FALSE);

  filter = rc_customer_list_get_filter (self->list);
  return (filter == RC_FILTER_ALL_CUSTOMERS || filter == RC_FILTER_NO_PRODUCTS) && !*get_search (self);
}

/**
 * rc_customer_list_view_select_customer:
 * @customer_id: the customer to select, and to scroll to; now or as soon as it is in the list
 */
void
rc_customer_list_view_select_customer (RcCustomerListView *self, gint64 customer_id)
{
  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));

  self->wanted_id = customer_id;
  select_wanted (self);
}

/**
 * rc_customer_list_view_select_after:
 * @customer_id: a customer that leaves the list by what was done to it
 *
 * Selects the one that takes its place, now or when it has gone; nothing, if it stays or something else is selected.
 */
void
rc_customer_list_view_select_after (RcCustomerListView *self, gint64 customer_id)
{
  g_return_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self));

  self->leaving_id = customer_id;
  select_next (self);
}

/**
 * rc_customer_list_view_get_list:
 *
 * Returns: (transfer none) (nullable): the list shown
 */
RcCustomerList *
rc_customer_list_view_get_list (RcCustomerListView *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self), NULL);

  return self->list;
}

/**
 * rc_customer_list_view_get_selection:
 *
 * Returns: (transfer none) (nullable): what is selected of it
 */
RcCustomerSelection *
rc_customer_list_view_get_selection (RcCustomerListView *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_LIST_VIEW (self), NULL);

  return self->selection;
}
