/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-history-buttons"

#include "rc-history-buttons.h"

#include "rc-action-reason.h"
#include "rc-wrap-box.h"

/**
 * RcHistoryButtons:
 *
 * The buttons of a line of the license authorization history: request a return of an order, decide one that was requested (OR-4).
 * What cannot be done now is disabled and says why. They are actions of the window.
 */

typedef enum
{
  PROP_ITEM = 1
} RcHistoryButtonsProperty;
static GParamSpec *properties[PROP_ITEM + 1];

struct _RcHistoryButtons
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  GtkWidget *return_button;
  GtkWidget *approve_button;
  GtkWidget *reject_button;

  RcHistoryItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcHistoryButtons, rc_history_buttons, GTK_TYPE_WIDGET)

/* A row of the list shows one line after the other. */
static gboolean
show_button (RcHistoryButtons *self, GtkWidget *button, RcHistoryAction action, const char *name)
{
  gboolean is_offered = self->item != NULL && rc_history_item_offers (self->item, action);
  const char *reason = is_offered ? rc_history_item_get_reason (self->item, action) : NULL;

  gtk_widget_set_visible (button, is_offered);
  rc_action_reason_show (button, reason);
  if (is_offered && reason == NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)",
                                        rc_history_item_get_customer_id (self->item),
                                        rc_history_item_get_id (self->item));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
      return TRUE;
    }
  /* Else the button would follow the window's action, which knows nothing of this line. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  gtk_widget_set_sensitive (button, FALSE);
  return is_offered;
}

static void
show_item (RcHistoryButtons *self)
{
  gboolean is_shown = show_button (self, self->return_button, RC_HISTORY_ACTION_RETURN, "win.return-order");

  is_shown |= show_button (self, self->approve_button, RC_HISTORY_ACTION_APPROVE, "win.approve-return");
  is_shown |= show_button (self, self->reject_button, RC_HISTORY_ACTION_REJECT, "win.reject-return");
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
}

static void
rc_history_buttons_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcHistoryButtonsProperty) property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, RC_HISTORY_BUTTONS (object)->item);
      break;
    }
}

static void
rc_history_buttons_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcHistoryButtons *self = RC_HISTORY_BUTTONS (object);

  switch ((RcHistoryButtonsProperty) property_id)
    {
    case PROP_ITEM:
      if (!g_set_object (&self->item, g_value_get_object (value)))
        break;
      show_item (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
rc_history_buttons_dispose (GObject *object)
{
  RcHistoryButtons *self = RC_HISTORY_BUTTONS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (rc_history_buttons_parent_class)->dispose (object);
}

static void
rc_history_buttons_class_init (RcHistoryButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_history_buttons_get_property;
  object_class->set_property = rc_history_buttons_set_property;
  object_class->dispose = rc_history_buttons_dispose;
  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, RC_TYPE_HISTORY_ITEM,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-history-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, RcHistoryButtons, box);
  gtk_widget_class_bind_template_child (widget_class, RcHistoryButtons, return_button);
  gtk_widget_class_bind_template_child (widget_class, RcHistoryButtons, approve_button);
  gtk_widget_class_bind_template_child (widget_class, RcHistoryButtons, reject_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_history_buttons_init (RcHistoryButtons *self)
{
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_item (self);
}
