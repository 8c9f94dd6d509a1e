/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-detail-pane"

#include "rc-detail-pane.h"

#include "rc-customer-details.h"
#include "rc-pane-header.h"
#include "rc-state-page.h"
#include "rc-why-popover.h"

#include <adwaita.h>

/**
 * RcDetailPane:
 *
 * The pane at the end of the window: a header bar, and beneath it the customer who is selected, or words where there is
 * none. What shows a customer (RcCustomerPane) holds most of the window's widgets; it is made for the first customer, or a
 * moment after the window was shown, so that the first rows of the list need not wait for it. The menus are made when they
 * are opened.
 */

#define PREPARE_DELAY 400 /* ms, from the first frame on */

typedef enum
{
  PROP_MEMBERSHIP = 1
} RcDetailPaneProperty;
static GParamSpec *properties[PROP_MEMBERSHIP + 1];

struct _RcDetailPane
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  GtkWidget *header;
  GtkWidget *back_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *why_button;
  RcStatePage *state_page;
  GMenuModel *customer_menu;

  RcCustomerPane *content; /* (borrowed) (nullable) the state page's child, once it was needed */
  RcMembership *membership; /* (owned) (nullable) */
  guint64 n_selected;
  guint update_source; /* 0: none */
  guint prepare_source; /* 0: none */
};

G_DEFINE_FINAL_TYPE (RcDetailPane, rc_detail_pane, GTK_TYPE_WIDGET)

static RcCustomerPane *
ensure_content (RcDetailPane *self)
{
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  if (self->content)
    return self->content;
  self->content = g_object_new (RC_TYPE_CUSTOMER_PANE, NULL);
  g_object_set (self->state_page, "child", self->content, NULL);
  if (self->membership)
    rc_customer_pane_set_membership (self->content, self->membership);
  return self->content;
}

static gboolean
update (gpointer user_data)
{
  RcDetailPane *self = user_data;
  RcListState state = rc_membership_get_state (self->membership);
  g_autofree char *message = NULL;

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_object_get (self->membership, "error-message", &message, NULL);
  rc_state_page_set_error (self->state_page, message);
  rc_customer_details_show_selection (self->state_page, self->n_selected);
  if (rc_membership_get_record (self->membership))
    rc_customer_pane_update (ensure_content (self));
  rc_state_page_set_state (self->state_page, state);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), state == RC_LIST_STATE_CONTENT);
  gtk_widget_set_sensitive (GTK_WIDGET (self->why_button), state == RC_LIST_STATE_CONTENT);
  return G_SOURCE_REMOVE;
}

/* One reading notifies of many properties: they are shown together, before the next frame. */
static void
queue_update (RcDetailPane *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update, self, NULL);
}

static void
on_retry (RcDetailPane *self)
{
  rc_membership_reload (self->membership);
}

static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  RcDetailPane *self = user_data;

  if (!gtk_menu_button_get_popover (button))
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->customer_menu));
}

static void
create_why (GtkMenuButton *button, gpointer user_data)
{
  RcDetailPane *self = user_data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button))
    return;
  popover = g_object_new (RC_TYPE_WHY_POPOVER, NULL);
  rc_why_popover_set_membership (RC_WHY_POPOVER (popover), self->membership);
  gtk_menu_button_set_popover (button, popover);
}

static gboolean
prepare (gpointer user_data)
{
  RcDetailPane *self = user_data;

  ensure_content (self);
  return G_SOURCE_REMOVE;
}

static void
rc_detail_pane_map (GtkWidget *widget)
{
  RcDetailPane *self = RC_DETAIL_PANE (widget);

  GTK_WIDGET_CLASS (rc_detail_pane_parent_class)->map (widget);
  if (!self->content && self->prepare_source == 0)
    self->prepare_source = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_DELAY, prepare, self, NULL);
}

static void
rc_detail_pane_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcDetailPaneProperty) property_id)
    {
    case PROP_MEMBERSHIP:
      g_value_set_object (value, RC_DETAIL_PANE (object)->membership);
      break;
    }
}

static void
rc_detail_pane_dispose (GObject *object)
{
  RcDetailPane *self = RC_DETAIL_PANE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->content = NULL;
  g_clear_object (&self->membership);
  G_OBJECT_CLASS (rc_detail_pane_parent_class)->dispose (object);
}

static void
rc_detail_pane_class_init (RcDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_detail_pane_get_property;
  object_class->dispose = rc_detail_pane_dispose;
  properties[PROP_MEMBERSHIP] =
      g_param_spec_object ("membership", NULL, NULL, RC_TYPE_MEMBERSHIP,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  widget_class->map = rc_detail_pane_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RcDetailPane, box);
  gtk_widget_class_bind_template_child (widget_class, RcDetailPane, header);
  gtk_widget_class_bind_template_child (widget_class, RcDetailPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, RcDetailPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RcDetailPane, why_button);
  gtk_widget_class_bind_template_child (widget_class, RcDetailPane, state_page);
  gtk_widget_class_bind_template_child (widget_class, RcDetailPane, customer_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_detail_pane_init (RcDetailPane *self)
{
  g_type_ensure (RC_TYPE_STATE_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->why_button, create_why, self, NULL);
  rc_pane_header_follow (self->header, self->back_button, RC_PANE_DETAIL);
}

/**
 * rc_detail_pane_set_membership:
 * @membership: what to show; set once
 */
void
rc_detail_pane_set_membership (RcDetailPane *self, RcMembership *membership)
{
  g_return_if_fail (RC_IS_DETAIL_PANE (self));
  g_return_if_fail (self->membership == NULL);

  self->membership = g_object_ref (membership);
  if (self->content)
    rc_customer_pane_set_membership (self->content, membership);
  g_signal_connect_object (membership, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEMBERSHIP]);
}

/**
 * rc_detail_pane_set_n_selected:
 * @n_selected: how many customers are selected in the list
 *
 * Says so where that is more than one, and no customer is shown.
 */
void
rc_detail_pane_set_n_selected (RcDetailPane *self, guint64 n_selected)
{
  g_return_if_fail (RC_IS_DETAIL_PANE (self));

  self->n_selected = n_selected;
  if (self->membership)
    queue_update (self);
}

/**
 * rc_detail_pane_show_tab:
 * @tab: of the customer who is shown, or of the first who will be
 */
void
rc_detail_pane_show_tab (RcDetailPane *self, RcCustomerTab tab)
{
  g_return_if_fail (RC_IS_DETAIL_PANE (self));

  rc_customer_pane_show_tab (ensure_content (self), tab);
}

/**
 * rc_detail_pane_grab_focus:
 *
 * Puts the focus on the tabs.
 */
void
rc_detail_pane_grab_focus (RcDetailPane *self)
{
  g_return_if_fail (RC_IS_DETAIL_PANE (self));

  rc_customer_pane_grab_focus (ensure_content (self));
}
