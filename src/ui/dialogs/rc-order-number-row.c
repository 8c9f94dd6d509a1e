/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-order-number-row"

#include "rc-order-number-row.h"
#include "rc-text.h"
#include <glib/gi18n-lib.h>

/**
 * RcOrderNumberRow:
 *
 * The field for an order's number (OR-1): required, of limited length. That it is unique only the command finds out.
 */

#define LENGTH 35 /* characters, as the workspace stores them */

struct _RcOrderNumberRow
{
  RcFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (RcOrderNumberRow, rc_order_number_row, RC_TYPE_FIELD_ROW)

static void
show_fault (RcOrderNumberRow *self)
{
  g_autofree char *number = rc_order_number_row_get_number (self);
  g_autofree char *fault = NULL;

  if (*number == '\0')
    fault = g_strdup (_ ("Enter the order number."));
  else if (rc_text_length (number) > LENGTH || !rc_text_is_allowed (number))
    fault = g_strdup_printf (ngettext ("An order number has at most %d character and no control characters.",
                                       "An order number has at most %d characters and no control characters.",
                                       LENGTH),
                             LENGTH);
  rc_field_row_set_error (RC_FIELD_ROW (self), fault);
}

static void
on_text_changed (RcOrderNumberRow *self)
{
  if (rc_field_row_get_visited (RC_FIELD_ROW (self)))
    show_fault (self);
}

static void
on_left (RcOrderNumberRow *self)
{
  show_fault (self);
}

static void
rc_order_number_row_class_init (RcOrderNumberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-order-number-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
rc_order_number_row_init (RcOrderNumberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_order_number_row_get_number:
 * @self: a row
 *
 * Returns: (transfer full): the number without white space around it; an empty string where none was typed
 */
char *
rc_order_number_row_get_number (RcOrderNumberRow *self)
{
  g_return_val_if_fail (RC_IS_ORDER_NUMBER_ROW (self), NULL);
  return rc_text_trim (rc_field_row_get_value (RC_FIELD_ROW (self)));
}

/**
 * rc_order_number_row_check:
 * @self: a row
 *
 * Returns: whether there is a number; where not, the row says so and gets the keyboard
 */
gboolean
rc_order_number_row_check (RcOrderNumberRow *self)
{
  g_return_val_if_fail (RC_IS_ORDER_NUMBER_ROW (self), FALSE);
  show_fault (self);
  if (rc_field_row_get_error (RC_FIELD_ROW (self)) == NULL)
    return TRUE;
  rc_field_row_focus (RC_FIELD_ROW (self));
  return FALSE;
}
