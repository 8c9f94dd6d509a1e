/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-assigned-row"

#include "rc-assigned-row.h"
#include "rc-format.h"
#include "rc-plan.h"
#include "rc-quantity-input.h"
#include <glib/gi18n-lib.h>

/**
 * RcAssignedRow:
 *
 * How many licences of one product are assigned to users, at most as many as there are (PR-4).
 */

struct _RcAssignedRow
{
  RcFieldRow parent_instance;

  GtkSpinButton *assigned; /* (borrowed) template child */
  GtkLabel *total_label; /* (borrowed) template child */

  char *code; /* (owned) */
  int before;
};

G_DEFINE_FINAL_TYPE (RcAssignedRow, rc_assigned_row, RC_TYPE_FIELD_ROW)

static void
rc_assigned_row_finalize (GObject *object)
{
  g_free (RC_ASSIGNED_ROW (object)->code);
  G_OBJECT_CLASS (rc_assigned_row_parent_class)->finalize (object);
}

static void
rc_assigned_row_class_init (RcAssignedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_assigned_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-assigned-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcAssignedRow, assigned);
  gtk_widget_class_bind_template_child (widget_class, RcAssignedRow, total_label);
}

static void
rc_assigned_row_init (RcAssignedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_quantity_input_set_up (self->assigned, RC_FIELD_ROW (self));
}

/**
 * rc_assigned_row_new:
 * @licence: what the customer holds of a product
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rc_assigned_row_new (const RcLicenceRecord *licence)
{
  RcAssignedRow *self = g_object_new (RC_TYPE_ASSIGNED_ROW, "title", licence->product_name, NULL);
  const RcPlan plan = { licence->ordered, licence->pending, licence->assigned };
  int total = rc_plan_total (&plan);
  g_autofree char *number = rc_format_number (total);
  /* Translators: %s is a number with separators; it stands beside the number assigned */
  g_autofree char *text =
      g_strdup_printf (ngettext ("of %s license", "of %s licenses", (gulong) total), number);

  self->code = g_strdup (licence->product_code);
  self->before = licence->assigned;
  gtk_spin_button_set_range (self->assigned, 0, total);
  gtk_spin_button_set_value (self->assigned, licence->assigned);
  gtk_label_set_label (self->total_label, text);
  return GTK_WIDGET (self);
}

/**
 * rc_assigned_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none): the product's code
 */
const char *
rc_assigned_row_get_code (RcAssignedRow *self)
{
  g_return_val_if_fail (RC_IS_ASSIGNED_ROW (self), NULL);
  return self->code;
}

/**
 * rc_assigned_row_get_assigned:
 * @self: a row
 *
 * Returns: how many licences are assigned, as typed so far; -1 where that is no number, or more than there are (PR-4)
 */
int
rc_assigned_row_get_assigned (RcAssignedRow *self)
{
  g_return_val_if_fail (RC_IS_ASSIGNED_ROW (self), 0);
  return rc_quantity_input_get_typed (self->assigned);
}

/**
 * rc_assigned_row_check:
 * @self: a row
 *
 * Returns: whether the number can be assigned; where not, the row says so and has the keyboard
 */
gboolean
rc_assigned_row_check (RcAssignedRow *self)
{
  g_return_val_if_fail (RC_IS_ASSIGNED_ROW (self), FALSE);
  gtk_spin_button_update (self->assigned);
  if (rc_quantity_input_get_typed (self->assigned) >= 0)
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->assigned));
  return FALSE;
}

/**
 * rc_assigned_row_is_modified:
 * @self: a row
 *
 * Returns: whether the number is another one than before
 */
gboolean
rc_assigned_row_is_modified (RcAssignedRow *self)
{
  g_return_val_if_fail (RC_IS_ASSIGNED_ROW (self), FALSE);
  return rc_assigned_row_get_assigned (self) != self->before;
}
