/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-log-page"

#include "rc-log-page.h"

#include "rc-action-button.h"
#include "rc-format.h"
#include "rc-pane-header.h"
#include "rc-state-page.h"
#include "rc-tab-stop.h"
#include "rc-wrap-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * RcLogPage:
 *
 * A page with a long list of entries, newest first, and a search in it. What the entries are, how one looks and what
 * happens when it is activated is for the classes derived from it.
 */

typedef struct
{
  GtkWidget *box; /* template children */
  GtkWidget *header;
  GtkWidget *back_button;
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *note;
  RcStatePage *state_page;
  GtkListView *list_view;

  RcVirtualList *list; /* (owned) (nullable) */
  char *empty_icon; /* (owned) */
  char *empty_title; /* (owned) */
  char *empty_description; /* (owned) */
} RcLogPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RcLogPage, rc_log_page, GTK_TYPE_WIDGET)

static RcLogPagePrivate *
get_private (RcLogPage *self)
{
  return rc_log_page_get_instance_private (self);
}

static void
update_state (RcLogPage *self)
{
  RcLogPagePrivate *priv = get_private (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (priv->list));
  g_autofree char *number = rc_format_number (n_items);
  g_autofree char *subtitle = RC_LOG_PAGE_GET_CLASS (self)->describe_count (self, n_items, number);

  if (*gtk_editable_get_text (priv->search_entry))
    rc_state_page_set_empty (priv->state_page, "system-search-symbolic", _ ("Nothing found"),
                             _ ("Try other words."));
  else
    rc_state_page_set_empty (priv->state_page, priv->empty_icon, priv->empty_title, priv->empty_description);
  rc_state_page_set_error (priv->state_page, rc_virtual_list_get_error_message (priv->list));
  rc_state_page_set_state (priv->state_page, rc_virtual_list_get_state (priv->list));
  adw_window_title_set_subtitle (priv->title, n_items > 0 ? subtitle : "");
}

/* Who looks at the top sees what is new there: GTK keeps the row that was the first one in its place. */
static void
on_items_changed (RcLogPage *self, guint position, guint n_removed, guint n_added)
{
  RcLogPagePrivate *priv = get_private (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (priv->list_view));
  gboolean is_at_top =
      adjustment && gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment);

  update_state (self);
  if (position == 0 && n_added > 0 && is_at_top)
    gtk_widget_activate_action (GTK_WIDGET (priv->list_view), "list.scroll-to-item", "u", 0);
}

static void
on_search_changed (RcLogPage *self)
{
  RcLogPagePrivate *priv = get_private (self);

  if (priv->list)
    RC_LOG_PAGE_GET_CLASS (self)->search (self, gtk_editable_get_text (priv->search_entry));
}

static void
on_activate (RcLogPage *self, guint position)
{
  if (RC_LOG_PAGE_GET_CLASS (self)->activate)
    RC_LOG_PAGE_GET_CLASS (self)->activate (self, position);
}

static void
on_retry (RcLogPage *self)
{
  rc_virtual_list_reload (get_private (self)->list);
}

static void
toggle_search (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcLogPagePrivate *priv = get_private (RC_LOG_PAGE (widget));
  gboolean is_open = gtk_search_bar_get_search_mode (priv->search_bar);

  gtk_search_bar_set_search_mode (priv->search_bar, !is_open);
  if (!is_open)
    gtk_widget_grab_focus (GTK_WIDGET (priv->search_entry));
}

static void
rc_log_page_dispose (GObject *object)
{
  RcLogPagePrivate *priv = get_private (RC_LOG_PAGE (object));

  g_clear_pointer (&priv->box, gtk_widget_unparent);
  g_clear_object (&priv->list);
  G_OBJECT_CLASS (rc_log_page_parent_class)->dispose (object);
}

static void
rc_log_page_finalize (GObject *object)
{
  RcLogPagePrivate *priv = get_private (RC_LOG_PAGE (object));

  g_free (priv->empty_icon);
  g_free (priv->empty_title);
  g_free (priv->empty_description);
  G_OBJECT_CLASS (rc_log_page_parent_class)->finalize (object);
}

static void
rc_log_page_class_init (RcLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_log_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_log_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-log-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, box);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, back_button);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, search_bar);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, search_entry);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, state_page);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, note);
  gtk_widget_class_bind_template_child_private (widget_class, RcLogPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, toggle_search);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_log_page_init (RcLogPage *self)
{
  RcLogPagePrivate *priv = get_private (self);

  g_type_ensure (RC_TYPE_STATE_PAGE);
  g_type_ensure (RC_TYPE_ACTION_BUTTON);
  g_type_ensure (RC_TYPE_WRAP_BOX);
  g_type_ensure (RC_TYPE_TAB_STOP);
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_pane_header_follow (priv->header, priv->back_button, RC_PANE_LIST);
  gtk_search_bar_connect_entry (priv->search_bar, priv->search_entry);
  gtk_search_bar_set_key_capture_widget (priv->search_bar, GTK_WIDGET (self));
}

/**
 * rc_log_page_set_title:
 * @title: what the entries are, in the plural
 * @search_label: what the search looks through
 */
void
rc_log_page_set_title (RcLogPage *self, const char *title, const char *search_label)
{
  RcLogPagePrivate *priv = get_private (self);

  adw_window_title_set_title (priv->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  search_label, -1);
}

/**
 * rc_log_page_set_empty:
 * @icon_name: a symbolic icon
 * @title: that there is none
 * @description: when there will be
 */
void
rc_log_page_set_empty (RcLogPage *self, const char *icon_name, const char *title, const char *description)
{
  RcLogPagePrivate *priv = get_private (self);

  g_return_if_fail (RC_IS_LOG_PAGE (self));

  priv->empty_icon = g_strdup (icon_name);
  priv->empty_title = g_strdup (title);
  priv->empty_description = g_strdup (description);
}

static void
on_selection_changed (RcLogPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (rc_log_page_get_selection (self));

  RC_LOG_PAGE_GET_CLASS (self)->selection_changed (self, (guint) gtk_bitset_get_size (selected));
}

/* (transfer full) Where many can be selected, a click selects, and a double click or Enter activates. */
static GtkSelectionModel *
create_selection (RcLogPage *self, RcVirtualList *list)
{
  GListModel *model = g_object_ref (G_LIST_MODEL (list));
  GtkSelectionModel *selection;

  if (RC_LOG_PAGE_GET_CLASS (self)->selection_changed == NULL)
    return GTK_SELECTION_MODEL (gtk_no_selection_new (model));
  selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (model));
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return selection;
}

/**
 * rc_log_page_set_list:
 * @list: the entries; set once
 * @row_resource: the template of a GtkListItem for one of them
 */
void
rc_log_page_set_list (RcLogPage *self, RcVirtualList *list, const char *row_resource)
{
  RcLogPagePrivate *priv = get_private (self);
  g_autoptr (GtkListItemFactory) factory =
      gtk_builder_list_item_factory_new_from_resource (NULL, row_resource);
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (priv->list == NULL);

  priv->list = g_object_ref (list);
  selection = create_selection (self, list);
  g_signal_connect_object (list, "notify::state", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_single_click_activate (priv->list_view,
                                           RC_LOG_PAGE_GET_CLASS (self)->activate != NULL
                                               && RC_LOG_PAGE_GET_CLASS (self)->selection_changed == NULL);
  gtk_list_view_set_factory (priv->list_view, factory);
  gtk_list_view_set_model (priv->list_view, selection);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_state (self);
}

/**
 * rc_log_page_add_toggle:
 * @toggle: (transfer none): what narrows the entries, for the header
 */
void
rc_log_page_add_toggle (RcLogPage *self, GtkWidget *toggle)
{
  g_return_if_fail (RC_IS_LOG_PAGE (self));
  adw_header_bar_pack_end (ADW_HEADER_BAR (get_private (self)->header), toggle);
}

/**
 * rc_log_page_set_top:
 * @widget: (transfer none): what stands between the header and the entries
 */
void
rc_log_page_set_top (RcLogPage *self, GtkWidget *widget)
{
  RcLogPagePrivate *priv = get_private (self);

  g_return_if_fail (RC_IS_LOG_PAGE (self));
  gtk_box_insert_child_after (GTK_BOX (priv->box), widget, GTK_WIDGET (priv->search_bar));
}

/**
 * rc_log_page_set_bottom:
 * @widget: (transfer none): what stands under the entries
 */
void
rc_log_page_set_bottom (RcLogPage *self, GtkWidget *widget)
{
  g_return_if_fail (RC_IS_LOG_PAGE (self));
  gtk_box_append (GTK_BOX (get_private (self)->box), widget);
}

/**
 * rc_log_page_get_selection:
 *
 * Returns: (transfer none) (nullable): which entries are selected; %NULL before there is a list
 */
GtkSelectionModel *
rc_log_page_get_selection (RcLogPage *self)
{
  g_return_val_if_fail (RC_IS_LOG_PAGE (self), NULL);

  return gtk_list_view_get_model (get_private (self)->list_view);
}

/**
 * rc_log_page_get_selected_ids:
 * @most: no more than these; G_MAXUINT: all
 *
 * Returns: (transfer full) (element-type gint64): the ids of the entries that are selected, in the list's order
 */
GArray *
rc_log_page_get_selected_ids (RcLogPage *self, guint most)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (rc_log_page_get_selection (self));
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid && ids->len < most;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = rc_virtual_list_get_id (get_private (self)->list, position);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * rc_log_page_get_list:
 *
 * Returns: (transfer none) (nullable): the entries
 */
RcVirtualList *
rc_log_page_get_list (RcLogPage *self)
{
  g_return_val_if_fail (RC_IS_LOG_PAGE (self), NULL);

  return get_private (self)->list;
}

/**
 * rc_log_page_set_note:
 * @note: a sentence that stands above the entries
 */
void
rc_log_page_set_note (RcLogPage *self, const char *note)
{
  RcLogPagePrivate *priv = get_private (self);

  g_return_if_fail (RC_IS_LOG_PAGE (self));

  gtk_label_set_label (priv->note, note);
  gtk_widget_set_visible (GTK_WIDGET (priv->note), TRUE);
}

/**
 * rc_log_page_set_button:
 * @icon_name: a symbolic icon
 * @label: what it does
 * @action_name: an action of the window around
 *
 * Adds a button to the header.
 */
void
rc_log_page_set_button (RcLogPage *self, const char *icon_name, const char *label, const char *action_name)
{
  GtkWidget *button = rc_action_button_new ();

  g_return_if_fail (RC_IS_LOG_PAGE (self));

  gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  adw_header_bar_pack_end (ADW_HEADER_BAR (get_private (self)->header), button);
}
