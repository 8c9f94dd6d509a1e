/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-quantity-row"

#include "rc-quantity-row.h"
#include "rc-quantity-input.h"
#include "rc-wrap-box.h"

/**
 * RcQuantityRow:
 *
 * A number of licences with its lowest and highest value, and beside it what there is to know of it.
 */

struct _RcQuantityRow
{
  RcFieldRow parent_instance;

  GtkSpinButton *quantity; /* (borrowed) template child */
  GtkLabel *remark; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcQuantityRow, rc_quantity_row, RC_TYPE_FIELD_ROW)

static void
rc_quantity_row_class_init (RcQuantityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-quantity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcQuantityRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, RcQuantityRow, remark);
}

static void
rc_quantity_row_init (RcQuantityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_quantity_input_set_up (self->quantity, RC_FIELD_ROW (self));
}

/**
 * rc_quantity_row_new:
 * @title: of what the number is
 * @remark: what stands beside the number
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rc_quantity_row_new (const char *title, const char *remark)
{
  RcQuantityRow *self = g_object_new (RC_TYPE_QUANTITY_ROW, "title", title, NULL);

  rc_quantity_row_set_remark (self, remark);
  return GTK_WIDGET (self);
}

/**
 * rc_quantity_row_set_range:
 * @self: a row
 * @lowest: the lowest number
 * @highest: the highest one
 * @value: the number that is proposed
 */
void
rc_quantity_row_set_range (RcQuantityRow *self, int lowest, int highest, int value)
{
  g_return_if_fail (RC_IS_QUANTITY_ROW (self));
  gtk_spin_button_set_range (self->quantity, lowest, highest);
  gtk_spin_button_set_value (self->quantity, value);
  gtk_widget_set_sensitive (GTK_WIDGET (self->quantity), highest > 0);
}

/**
 * rc_quantity_row_set_remark:
 * @self: a row
 * @remark: what stands beside the number
 */
void
rc_quantity_row_set_remark (RcQuantityRow *self, const char *remark)
{
  g_return_if_fail (RC_IS_QUANTITY_ROW (self));
  gtk_label_set_label (self->remark, remark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  remark, -1);
}

/**
 * rc_quantity_row_get_quantity:
 * @self: a row
 *
 * Returns: the number, as typed so far; -1 where that is none of the range
 */
int
rc_quantity_row_get_quantity (RcQuantityRow *self)
{
  g_return_val_if_fail (RC_IS_QUANTITY_ROW (self), 0);
  return rc_quantity_input_get_typed (self->quantity);
}

/**
 * rc_quantity_row_check:
 * @self: a row
 *
 * Returns: whether the number is one of the range; where not, the row says so and has the keyboard
 */
gboolean
rc_quantity_row_check (RcQuantityRow *self)
{
  g_return_val_if_fail (RC_IS_QUANTITY_ROW (self), FALSE);
  gtk_spin_button_update (self->quantity);
  if (rc_quantity_input_get_typed (self->quantity) >= 0)
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->quantity));
  return FALSE;
}
