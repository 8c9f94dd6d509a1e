/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-request-row"

#include "rc-request-row.h"

#include "rc-action-reason.h"
#include "rc-style.h"
#include "rc-wrap-box.h"

/**
 * RcRequestRow:
 *
 * An open purchase authorization with what can be done about it: place its order (PA-5), cancel it (PA-6), close it
 * unpaid (PA-8). What cannot be done is disabled and says why. The buttons are actions of the window.
 */

typedef enum
{
  PROP_ITEM = 1
} RcRequestRowProperty;
static GParamSpec *properties[PROP_ITEM + 1];

struct _RcRequestRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *place_order_button; /* template children */
  GtkWidget *cancel_button;
  GtkWidget *close_button;

  RcRequestItem *item; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcRequestRow, rc_request_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_text (RcRequestRow *self, const char *text)
{
  return text && *text;
}

static char **
choose_pill (RcRequestRow *self, int state)
{
  return rc_style_choose_classes ("state-pill", (RcRequestState) state);
}

static void
rc_request_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcRequestRowProperty) property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, RC_REQUEST_ROW (object)->item);
      break;
    }
}

static void
rc_request_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((RcRequestRowProperty) property_id)
    {
    case PROP_ITEM:
      if (g_set_object (&RC_REQUEST_ROW (object)->item, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
rc_request_row_dispose (GObject *object)
{
  g_clear_object (&RC_REQUEST_ROW (object)->item);
  G_OBJECT_CLASS (rc_request_row_parent_class)->dispose (object);
}

static void
rc_request_row_class_init (RcRequestRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_request_row_get_property;
  object_class->set_property = rc_request_row_set_property;
  object_class->dispose = rc_request_row_dispose;
  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, RC_TYPE_REQUEST_ITEM,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-request-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcRequestRow, place_order_button);
  gtk_widget_class_bind_template_child (widget_class, RcRequestRow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, RcRequestRow, close_button);
  gtk_widget_class_bind_template_callback (widget_class, is_text);
  gtk_widget_class_bind_template_callback (widget_class, choose_pill);
}

static void
rc_request_row_init (RcRequestRow *self)
{
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_style_fit_texts (GTK_WIDGET (self));
}

static void
set_action (RcRequestRow *self, GtkWidget *button, RcRequestAction action, gint64 customer_id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", customer_id,
                                    rc_request_item_get_id (self->item));
  if (!rc_request_item_can (self->item, action))
    {
      /* Else the button would follow the window's action, which knows nothing of this authorization. */
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
      gtk_widget_set_sensitive (button, FALSE);
    }
  rc_action_reason_show (button, rc_request_item_get_reason (self->item, action));
}

/**
 * rc_request_row_new:
 * @item: an open purchase authorization
 * @customer_id: whose
 *
 * Returns: (transfer floating): a row
 */
RcRequestRow *
rc_request_row_new (RcRequestItem *item, gint64 customer_id)
{
  RcRequestRow *self = g_object_new (RC_TYPE_REQUEST_ROW, "item", item, NULL);

  set_action (self, self->place_order_button, RC_REQUEST_ACTION_PLACE_ORDER, customer_id);
  set_action (self, self->cancel_button, RC_REQUEST_ACTION_CANCEL, customer_id);
  set_action (self, self->close_button, RC_REQUEST_ACTION_CLOSE_UNPAID, customer_id);
  gtk_widget_set_visible (self->close_button, rc_request_item_get_state (item) == RC_REQUEST_STATE_SUSPENDED);
  gtk_widget_set_visible (self->cancel_button, rc_request_item_get_state (item) == RC_REQUEST_STATE_PENDING);
  return self;
}
