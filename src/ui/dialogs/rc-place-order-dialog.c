/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-place-order-dialog"

#include "rc-place-order-dialog.h"
#include "rc-date-row.h"
#include "rc-format.h"
#include "rc-line-list.h"
#include "rc-order-number-row.h"
#include "rc-place-order.h"
#include <glib/gi18n-lib.h>

/**
 * RcPlaceOrderDialog:
 *
 * Records that the order for a purchase authorization was placed (PA-5): its number, and its date from the
 * authorization's to today. The lines are shown, they cannot be changed.
 */

struct _RcPlaceOrderDialog
{
  RcCommandDialog parent_instance;

  RcOrderNumberRow *number_row; /* (borrowed) template child */
  RcDateRow *date_row; /* (borrowed) template child */
  AdwPreferencesGroup *lines_group; /* (borrowed) template child */
  GtkListBox *lines; /* (borrowed) template child */

  gint64 pa_id;
};

G_DEFINE_FINAL_TYPE (RcPlaceOrderDialog, rc_place_order_dialog, RC_TYPE_COMMAND_DIALOG)

static void
rc_place_order_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcPlaceOrderDialog *self = RC_PLACE_ORDER_DIALOG (dialog);
  RcDate today = rc_workspace_get_today (rc_command_dialog_get_workspace (dialog));
  RcPaRecord *pa = rc_command_dialog_find_pa (dialog, self->pa_id);
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  if (pa == NULL)
    return;
  if (pa->status != RC_PA_STATUS_OPEN)
    {
      rc_command_dialog_show_problem (dialog, _ ("The purchase authorization is not open any more."));
      return;
    }
  date = rc_format_date_long (pa->date);
  /* Translators: the number of a purchase authorization and its long date */
  title = g_strdup_printf (_ ("%s of %s"), pa->number, date);
  adw_preferences_group_set_title (self->lines_group, title);
  rc_line_list_fill (self->lines, pa->lines);
  rc_date_row_set_range (self->date_row, pa->date, today);
  rc_date_row_set_date (self->date_row, today);
}

static RcCommand *
rc_place_order_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcPlaceOrderDialog *self = RC_PLACE_ORDER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autofree char *number = NULL;

  if (!rc_order_number_row_check (self->number_row) || !rc_date_row_check (self->date_row))
    return NULL;
  number = rc_order_number_row_get_number (self->number_row);
  return rc_place_order_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace), self->pa_id,
                             number, rc_date_row_get_date (self->date_row));
}

static gboolean
rc_place_order_dialog_is_modified (RcCommandDialog *dialog)
{
  return *rc_field_row_get_value (RC_FIELD_ROW (RC_PLACE_ORDER_DIALOG (dialog)->number_row)) != '\0';
}

static void
rc_place_order_dialog_class_init (RcPlaceOrderDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_place_order_dialog_show_membership;
  dialog_class->create_command = rc_place_order_dialog_create_command;
  dialog_class->is_modified = rc_place_order_dialog_is_modified;
  g_type_ensure (RC_TYPE_ORDER_NUMBER_ROW);
  g_type_ensure (RC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-place-order-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcPlaceOrderDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, RcPlaceOrderDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, RcPlaceOrderDialog, lines_group);
  gtk_widget_class_bind_template_child (widget_class, RcPlaceOrderDialog, lines);
}

static void
rc_place_order_dialog_init (RcPlaceOrderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_place_order_dialog_new:
 * @workspace: a workspace
 * @customer_id: whose purchase authorization it is
 * @pa_id: an open purchase authorization
 *
 * Returns: (transfer none): a dialog that records its order
 */
GtkWindow *
rc_place_order_dialog_new (RcWorkspace *workspace, gint64 customer_id, gint64 pa_id)
{
  RcPlaceOrderDialog *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0 && pa_id > 0, NULL);
  self = g_object_new (RC_TYPE_PLACE_ORDER_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
  self->pa_id = pa_id;
  return GTK_WINDOW (self);
}
