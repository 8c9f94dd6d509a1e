/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-cell"

#include "rc-customer-cell.h"

/**
 * RcCustomerCell:
 *
 * The first cell of a row: the name, and the e-mail address beneath. It also knows the row's position, which
 * GTK 4.8 tells nobody else: see rc_customer_cell_find_position().
 */

typedef enum
{
  PROP_CUSTOMER = 1,
  PROP_POSITION
} RcCustomerCellProperty;
static GParamSpec *properties[PROP_POSITION + 1];

struct _RcCustomerCell
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template child */

  RcCustomer *customer; /* (owned) (nullable) */
  guint position;
};

G_DEFINE_FINAL_TYPE (RcCustomerCell, rc_customer_cell, GTK_TYPE_WIDGET)

static void
rc_customer_cell_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcCustomerCell *self = RC_CUSTOMER_CELL (object);

  switch ((RcCustomerCellProperty) property_id)
    {
    case PROP_CUSTOMER:
      g_value_set_object (value, self->customer);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    }
}

static void
rc_customer_cell_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcCustomerCell *self = RC_CUSTOMER_CELL (object);

  switch ((RcCustomerCellProperty) property_id)
    {
    case PROP_CUSTOMER:
      if (g_set_object (&self->customer, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      break;
    }
}

/* Asked for when it is to be seen: GTK asks the display where the pointer is whenever a text is set beforehand. */
static gboolean
rc_customer_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  RcCustomerCell *self = RC_CUSTOMER_CELL (widget);

  if (!self->customer || !rc_customer_is_loaded (self->customer))
    return FALSE;
  gtk_tooltip_set_text (tooltip, rc_customer_get_name (self->customer));
  return TRUE;
}

static void
rc_customer_cell_dispose (GObject *object)
{
  RcCustomerCell *self = RC_CUSTOMER_CELL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->customer);
  G_OBJECT_CLASS (rc_customer_cell_parent_class)->dispose (object);
}

static void
rc_customer_cell_class_init (RcCustomerCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_customer_cell_get_property;
  object_class->set_property = rc_customer_cell_set_property;
  object_class->dispose = rc_customer_cell_dispose;
  widget_class->query_tooltip = rc_customer_cell_query_tooltip;
  properties[PROP_CUSTOMER] = g_param_spec_object ("customer", NULL, NULL, RC_TYPE_CUSTOMER, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-customer-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, RcCustomerCell, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_customer_cell_init (RcCustomerCell *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static RcCustomerCell *
find_within (GtkWidget *widget)
{
  RcCustomerCell *found = NULL;

  if (RC_IS_CUSTOMER_CELL (widget))
    return RC_CUSTOMER_CELL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child);
  return found;
}

/**
 * rc_customer_cell_find_position:
 * @from: (nullable): a widget in a row of a column view, or the row
 *
 * Returns: the row's position; %GTK_INVALID_LIST_POSITION where @from is in no row with an RcCustomerCell
 */
guint
rc_customer_cell_find_position (GtkWidget *from)
{
  for (GtkWidget *widget = from; widget; widget = gtk_widget_get_parent (widget))
    {
      RcCustomerCell *cell;

      if (GTK_IS_COLUMN_VIEW (widget))
        break;
      if (!g_str_equal (gtk_widget_get_css_name (widget), "row"))
        continue;
      cell = find_within (widget);
      if (cell)
        return cell->position;
    }
  return GTK_INVALID_LIST_POSITION;
}
