/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-renewal-row"

#include "rc-renewal-row.h"
#include "rc-format.h"
#include "rc-quantity-input.h"
#include <glib/gi18n-lib.h>

/**
 * RcRenewalRow:
 *
 * A product that the customer holds, on a renewal order (RN-3): how many there are, how many are assigned to users, and
 * how many the new term has. 0 leaves it out. What that means for the users is told by whoever reckons the whole order.
 */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcRenewalRow
{
  RcFieldRow parent_instance;

  GtkSpinButton *quantity; /* (borrowed) template child */
  GtkLabel *held_label; /* (borrowed) template child */

  const RcLicenceRecord *licence; /* (borrowed) lives as long as the dialog's customer */
  int least; /* the product's lowest quantity */
  int before;
};

G_DEFINE_FINAL_TYPE (RcRenewalRow, rc_renewal_row, RC_TYPE_FIELD_ROW)

static void
on_changed (RcRenewalRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
rc_renewal_row_class_init (RcRenewalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", RC_TYPE_RENEWAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-renewal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcRenewalRow, quantity);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalRow, held_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
rc_renewal_row_init (RcRenewalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_quantity_input_set_up (self->quantity, RC_FIELD_ROW (self));
}

static int
get_total (const RcLicenceRecord *licence)
{
  const RcPlan plan = { licence->ordered, licence->pending, licence->assigned };

  return rc_plan_total (&plan);
}

static char *
describe_held (const RcLicenceRecord *licence)
{
  g_autofree char *total = rc_format_number (get_total (licence));
  g_autofree char *assigned = rc_format_number (licence->assigned);

  /* Translators: two numbers of licences of a product: how many there are, and how many of them are assigned */
  return g_strdup_printf (_ ("%s now, %s assigned"), total, assigned);
}

/**
 * rc_renewal_row_new:
 * @licence: what the customer holds of a product; it has to live as long as the row
 * @product: (nullable): that product in the catalogue
 * @segment: the customer's market segment
 * @most: the largest quantity of a line
 *
 * A product that is not sold any more can only be left out.
 *
 * Returns: (transfer floating): a row with the current quantity
 */
GtkWidget *
rc_renewal_row_new (const RcLicenceRecord *licence, RcProduct *product, RcSegment segment, int most)
{
  RcRenewalRow *self = g_object_new (RC_TYPE_RENEWAL_ROW, "title", licence->product_name, NULL);
  const char *reason =
      product != NULL ? rc_product_get_order_reason (product, segment) : _ ("No longer sold.");
  g_autofree char *held = describe_held (licence);

  self->licence = licence;
  self->least = product != NULL ? rc_product_get_record (product)->min_quantity : 1;
  self->before = reason == NULL ? get_total (licence) : 0;
  gtk_label_set_label (self->held_label, held);
  gtk_spin_button_set_range (self->quantity, 0, reason == NULL ? MAX (most, self->before) : 0);
  gtk_spin_button_set_value (self->quantity, self->before);
  gtk_widget_set_sensitive (GTK_WIDGET (self->quantity), reason == NULL);
  rc_field_row_set_hint (RC_FIELD_ROW (self), reason);
  return GTK_WIDGET (self);
}

/**
 * rc_renewal_row_get_licence:
 * @self: a row
 *
 * Returns: (transfer none): what the customer holds of the product
 */
const RcLicenceRecord *
rc_renewal_row_get_licence (RcRenewalRow *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_ROW (self), NULL);
  return self->licence;
}

/**
 * rc_renewal_row_get_quantity:
 * @self: a row
 *
 * Returns: how many licences the new term has, as typed so far; 0: left out. While what is typed is no number of the range,
 *   the last one that was
 */
int
rc_renewal_row_get_quantity (RcRenewalRow *self)
{
  int typed;

  g_return_val_if_fail (RC_IS_RENEWAL_ROW (self), 0);
  typed = rc_quantity_input_get_typed (self->quantity);
  return typed >= 0 ? typed : gtk_spin_button_get_value_as_int (self->quantity);
}

/**
 * rc_renewal_row_set_quantity:
 * @self: a row
 * @quantity: how many licences the new term has; 0: left out
 *
 * Types for the user.
 */
void
rc_renewal_row_set_quantity (RcRenewalRow *self, int quantity)
{
  g_return_if_fail (RC_IS_RENEWAL_ROW (self));
  gtk_spin_button_set_value (self->quantity, quantity);
}

/* RN-6: what is still to be ordered pays for the term that ends. */
static char *
describe_pending (RcRenewalRow *self)
{
  int pending = self->licence->pending;
  g_autofree char *number = rc_format_number (pending);

  if (pending == 0)
    return NULL;
  /* Translators: %s is a number of licences */
  return g_strdup_printf (ngettext ("%s of them is pending: its order pays for the old term only.",
                                    "%s of them are pending: their order pays for the old term only.",
                                    (gulong) pending),
                          number);
}

static char *
describe_difference (RcRenewalRow *self, int quantity)
{
  int difference = quantity - get_total (self->licence);
  g_autofree char *number = rc_format_number (ABS (difference));

  if (difference == 0)
    return NULL;
  if (quantity == 0)
    return g_strdup (_ ("Left out of the new term."));
  if (difference > 0)
    /* Translators: %s is a number of licences */
    return g_strdup_printf (ngettext ("%s more than now.", "%s more than now.", (gulong) difference), number);
  /* Translators: %s is a number of licences */
  return g_strdup_printf (ngettext ("%s fewer than now.", "%s fewer than now.", (gulong) -difference),
                          number);
}

/* RN-4 */
static char *
describe_loss (int lost)
{
  g_autofree char *number = rc_format_number (lost);

  if (lost == 0)
    return NULL;
  /* Translators: %s is a number */
  return g_strdup_printf (
      ngettext ("%s user loses the license.", "%s users lose their licenses.", (gulong) lost), number);
}

/* (transfer full) (nullable) */
static char *
describe_change (RcRenewalRow *self, const RcRenewalChange *change)
{
  char *sentences[] = { describe_difference (self, change->new_quantity), describe_loss (change->lost),
                        describe_pending (self) };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i] == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, sentences[i]);
      g_free (sentences[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Leaves alone what is being typed. */
static gboolean
judge (RcRenewalRow *self)
{
  g_autofree char *number = rc_format_number (self->least);
  g_autofree char *error = rc_quantity_input_get_fault (self->quantity);
  int quantity = rc_renewal_row_get_quantity (self);

  if (error == NULL && quantity > 0 && quantity < self->least)
    /* Translators: %s is a number of licences */
    error = g_strdup_printf (_ ("Sold from %s licenses on; 0 leaves it out."), number);
  rc_field_row_set_error (RC_FIELD_ROW (self), error);
  return error == NULL;
}

/**
 * rc_renewal_row_show_change:
 * @self: a row
 * @change: what becomes of the product
 *
 * Says it beneath the quantity; what is left out is struck through.
 */
void
rc_renewal_row_show_change (RcRenewalRow *self, const RcRenewalChange *change)
{
  g_autofree char *text = describe_change (self, change);

  g_return_if_fail (RC_IS_RENEWAL_ROW (self));
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->quantity)))
    rc_field_row_set_hint (RC_FIELD_ROW (self), text);
  if (change->new_quantity == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "left-out");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "left-out");
  if (change->lost > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "warning");
  if (rc_field_row_get_error (RC_FIELD_ROW (self)) != NULL)
    judge (self);
}

/**
 * rc_renewal_row_check:
 * @self: a row
 *
 * Returns: whether the quantity is one that the product is sold in, or 0; where not, the row says so
 */
gboolean
rc_renewal_row_check (RcRenewalRow *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_ROW (self), FALSE);
  gtk_spin_button_update (self->quantity);
  return judge (self);
}

/**
 * rc_renewal_row_is_modified:
 * @self: a row
 *
 * Returns: whether what stands in the field is another quantity than the current, or none
 */
gboolean
rc_renewal_row_is_modified (RcRenewalRow *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_ROW (self), FALSE);
  return rc_quantity_input_get_typed (self->quantity) != self->before;
}
