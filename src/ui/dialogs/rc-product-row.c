/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-product-row"

#include "rc-product-row.h"
#include "rc-format.h"
#include "rc-picker.h"
#include "rc-quantity-input.h"
#include <glib/gi18n-lib.h>

/**
 * RcProductRow:
 *
 * One line of an order or purchase authorization being written: a product, how many licences of it, and for how many
 * months. Which products can be chosen is told to it by RcProductGroup, which knows of the other rows.
 */

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcProductRow
{
  AdwPreferencesRow parent_instance;

  RcPicker *picker; /* (borrowed) template child */
  GtkLabel *product_label; /* (borrowed) template child */
  GtkLabel *quantity_label; /* (borrowed) template child */
  GtkSpinButton *quantity; /* (borrowed) template child */
  GtkLabel *months_label; /* (borrowed) template child */
  GtkWidget *remove_button; /* (borrowed) template child */
  GtkWidget *note; /* (borrowed) template child */
  GtkLabel *note_label; /* (borrowed) template child */

  GListModel *choices; /* (owned) of RcPickerItem */
  gboolean checked; /* whether it is said that no product is chosen */
};

G_DEFINE_FINAL_TYPE (RcProductRow, rc_product_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
is_chosen (RcProductRow *self)
{
  return *rc_picker_get_selected (self->picker) != '\0';
}

static void
mark (GtkWidget *control, gboolean is_wrong)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_fault (RcProductRow *self)
{
  gboolean is_missing = self->checked && !is_chosen (self);
  g_autofree char *quantity_fault = is_chosen (self) ? rc_quantity_input_get_fault (self->quantity) : NULL;
  const char *fault = is_missing ? _ ("Choose a product.") : quantity_fault;

  gtk_label_set_label (self->note_label, fault ? fault : "");
  gtk_widget_set_visible (self->note, fault != NULL);
  mark (rc_picker_get_button (self->picker), is_missing);
  mark (GTK_WIDGET (self->quantity), quantity_fault != NULL);
}

static void
on_changed (RcProductRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  show_fault (self);
}

static void
on_remove_clicked (RcProductRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
name_parts (RcProductRow *self)
{
  GtkWidget *button = rc_picker_get_button (self->picker);
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->quantity)));

  gtk_label_set_mnemonic_widget (self->product_label, button);
  gtk_label_set_mnemonic_widget (self->quantity_label, GTK_WIDGET (self->quantity));
  /* A mnemonic names them after its label; the numbered names of rc_product_row_set_number() stand alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_text_set_activates_default (GTK_TEXT (text), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->note_label, NULL, -1);
}

static void
rc_product_row_dispose (GObject *object)
{
  g_clear_object (&RC_PRODUCT_ROW (object)->choices);
  G_OBJECT_CLASS (rc_product_row_parent_class)->dispose (object);
}

static void
rc_product_row_class_init (RcProductRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_product_row_dispose;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", RC_TYPE_PRODUCT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] =
      g_signal_new ("removed", RC_TYPE_PRODUCT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RC_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-product-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, picker);
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, product_label);
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, quantity_label);
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, months_label);
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, note);
  gtk_widget_class_bind_template_child (widget_class, RcProductRow, note_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
rc_product_row_init (RcProductRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_quantity_input_set_up (self->quantity, NULL);
  name_parts (self);
}

/**
 * rc_product_row_new:
 * @choices: of RcPickerItem, keyed by product code: this row's own, as each row may choose differently
 *
 * Returns: (transfer floating): a row in which nothing is chosen
 */
RcProductRow *
rc_product_row_new (GListModel *choices)
{
  RcProductRow *self = g_object_new (RC_TYPE_PRODUCT_ROW, NULL);

  self->choices = g_object_ref (choices);
  rc_picker_set_model (self->picker, choices);
  return self;
}

/**
 * rc_product_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none): the code of the product chosen; an empty string where none is
 */
const char *
rc_product_row_get_code (RcProductRow *self)
{
  g_return_val_if_fail (RC_IS_PRODUCT_ROW (self), "");
  return rc_picker_get_selected (self->picker);
}

/**
 * rc_product_row_get_quantity:
 * @self: a row
 *
 * Returns: how many licences: the number in the field, also while it is being typed; 0 where that is outside of the limits
 */
int
rc_product_row_get_quantity (RcProductRow *self)
{
  g_return_val_if_fail (RC_IS_PRODUCT_ROW (self), 0);
  return MAX (rc_quantity_input_get_typed (self->quantity), 0);
}

/**
 * rc_product_row_set_line:
 * @self: a row
 * @code: a product's code
 * @quantity: how many licences; brought within the limits of the product
 *
 * Chooses for the user.
 */
void
rc_product_row_set_line (RcProductRow *self, const char *code, int quantity)
{
  g_return_if_fail (RC_IS_PRODUCT_ROW (self));
  rc_picker_set_selected (self->picker, code);
  gtk_spin_button_set_value (self->quantity, quantity);
}

/**
 * rc_product_row_get_choices:
 * @self: a row
 *
 * Returns: (transfer none): the RcPickerItems of this row
 */
GListModel *
rc_product_row_get_choices (RcProductRow *self)
{
  g_return_val_if_fail (RC_IS_PRODUCT_ROW (self), NULL);
  return self->choices;
}

/**
 * rc_product_row_set_limits:
 * @self: a row
 * @least: the product's lowest quantity
 * @most: the largest quantity of a line
 *
 * Keeps the quantity within PA-1's limits.
 */
void
rc_product_row_set_limits (RcProductRow *self, int least, int most)
{
  g_return_if_fail (RC_IS_PRODUCT_ROW (self));
  gtk_spin_button_set_range (self->quantity, least, most);
}

/**
 * rc_product_row_set_months:
 * @self: a row
 * @months: months to order (AD-6); 0: not known
 *
 * Shows for how long the licences are.
 */
void
rc_product_row_set_months (RcProductRow *self, int months)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RC_IS_PRODUCT_ROW (self));
  text = g_strdup_printf (ngettext ("%d month to order", "%d months to order", months), months);
  gtk_label_set_label (self->months_label, months > 0 ? text : "");
}

/**
 * rc_product_row_set_removable:
 * @self: a row
 * @removable: whether there are other rows
 *
 * The only row stays: there is no order of nothing.
 */
void
rc_product_row_set_removable (RcProductRow *self, gboolean removable)
{
  g_return_if_fail (RC_IS_PRODUCT_ROW (self));
  gtk_widget_set_visible (self->remove_button, removable);
}

/**
 * rc_product_row_set_number:
 * @self: a row
 * @number: its place, from 1
 *
 * Gives each control a name that tells it from those of the other rows.
 */
void
rc_product_row_set_number (RcProductRow *self, guint number)
{
  g_autofree char *product = g_strdup_printf (_ ("Product %u"), number);
  g_autofree char *quantity = g_strdup_printf (_ ("Number of licenses of product %u"), number);
  g_autofree char *remove = g_strdup_printf (_ ("Remove product %u"), number);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->quantity));

  g_return_if_fail (RC_IS_PRODUCT_ROW (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (rc_picker_get_button (self->picker)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, product, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quantity), GTK_ACCESSIBLE_PROPERTY_LABEL, quantity,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, quantity, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
}

/**
 * rc_product_row_check:
 * @self: a row
 *
 * Returns: whether a product is chosen, in a quantity within the limits; where not, the row says so
 */
gboolean
rc_product_row_check (RcProductRow *self)
{
  g_autofree char *quantity_fault = NULL;

  g_return_val_if_fail (RC_IS_PRODUCT_ROW (self), FALSE);
  self->checked = TRUE;
  show_fault (self);
  quantity_fault = rc_quantity_input_get_fault (self->quantity);
  return is_chosen (self) && quantity_fault == NULL;
}

/**
 * rc_product_row_focus:
 * @self: a row
 *
 * Puts the keyboard on the choice of the product; on the quantity, where only that is wrong.
 */
void
rc_product_row_focus (RcProductRow *self)
{
  g_autofree char *quantity_fault = NULL;

  g_return_if_fail (RC_IS_PRODUCT_ROW (self));
  quantity_fault = is_chosen (self) ? rc_quantity_input_get_fault (self->quantity) : NULL;
  gtk_widget_grab_focus (quantity_fault ? GTK_WIDGET (self->quantity) : GTK_WIDGET (self->picker));
}
