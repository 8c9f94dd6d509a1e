/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-request-cell"

#include "rc-customer-cell.h"

#include "rc-style.h"

/**
 * RcRequestCell:
 *
 * How old a customer's oldest open request is and what state that makes it (PA-2): in words, and with a warning sign
 * where it is past due. It computes nothing: the customer does.
 */

typedef enum
{
  PROP_CUSTOMER = 1
} RcRequestCellProperty;
static GParamSpec *properties[PROP_CUSTOMER + 1];

struct _RcRequestCell
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template child */

  RcCustomer *customer; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcRequestCell, rc_request_cell, GTK_TYPE_WIDGET)

static char *
join_words (RcRequestCell *self, const char *age, const char *label)
{
  if (!age || !*age)
    return g_strdup (label);
  if (!label || !*label)
    return g_strdup (age);
  return g_strdup_printf ("%s · %s", age, label);
}

static gboolean
is_past_due (RcRequestCell *self, int state)
{
  return state == RC_REQUEST_STATE_OVERDUE || state == RC_REQUEST_STATE_SUSPENDED;
}

static char **
choose_classes (RcRequestCell *self, int state)
{
  return rc_style_choose_classes ("numeric", (RcRequestState) state);
}

static void
rc_request_cell_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcRequestCellProperty) property_id)
    {
    case PROP_CUSTOMER:
      g_value_set_object (value, RC_REQUEST_CELL (object)->customer);
      break;
    }
}

static void
rc_request_cell_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((RcRequestCellProperty) property_id)
    {
    case PROP_CUSTOMER:
      if (g_set_object (&RC_REQUEST_CELL (object)->customer, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
rc_request_cell_dispose (GObject *object)
{
  RcRequestCell *self = RC_REQUEST_CELL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->customer);
  G_OBJECT_CLASS (rc_request_cell_parent_class)->dispose (object);
}

static void
rc_request_cell_class_init (RcRequestCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_request_cell_get_property;
  object_class->set_property = rc_request_cell_set_property;
  object_class->dispose = rc_request_cell_dispose;
  properties[PROP_CUSTOMER] =
      g_param_spec_object ("customer", NULL, NULL, RC_TYPE_CUSTOMER,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-request-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, RcRequestCell, box);
  gtk_widget_class_bind_template_callback (widget_class, join_words);
  gtk_widget_class_bind_template_callback (widget_class, is_past_due);
  gtk_widget_class_bind_template_callback (widget_class, choose_classes);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_request_cell_init (RcRequestCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
