/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-direct-order-dialog"

#include "rc-direct-order-dialog.h"
#include "rc-anniversary.h"
#include "rc-date-row.h"
#include "rc-months-to-order.h"
#include "rc-order-number-row.h"
#include "rc-place-direct-order.h"
#include <glib/gi18n-lib.h>

/**
 * RcDirectOrderDialog:
 *
 * Records an order without a purchase authorization (OR-2): its number, date and lines, of any product that is sold to
 * the customer's segment. The months follow the order's date.
 */

struct _RcDirectOrderDialog
{
  RcCommandDialog parent_instance;

  RcProductGroup *products; /* (borrowed) template child */
  RcOrderNumberRow *number_row; /* (borrowed) template child */
  RcDateRow *date_row; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcDirectOrderDialog, rc_direct_order_dialog, RC_TYPE_COMMAND_DIALOG)

static void
on_date_changed (RcDirectOrderDialog *self)
{
  RcCommandDialog *dialog = RC_COMMAND_DIALOG (self);
  const RcMembershipRecord *membership = rc_command_dialog_get_membership (dialog);
  const RcPolicy *policy = rc_workspace_get_policy (rc_command_dialog_get_workspace (dialog));

  if (membership != NULL)
    rc_product_group_set_months (
        self->products,
        rc_months_to_order (membership->customer, rc_date_row_get_date (self->date_row), policy));
}

static RcDate
get_first_day (const RcMembershipRecord *membership, RcDate today, const RcPolicy *policy)
{
  RcCustomerFacts facts;
  gboolean is_lapsed;

  rc_customer_record_get_facts (membership->customer, &facts);
  is_lapsed = rc_term_state (&facts, today, policy) == RC_TERM_STATE_LAPSED;
  return rc_anniversary_first_order_day (membership->customer->invited_on, membership->term_starts_on,
                                         is_lapsed ? membership->customer->anniversary_date : RC_DATE_NONE,
                                         policy);
}

static void
rc_direct_order_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcDirectOrderDialog *self = RC_DIRECT_ORDER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  RcDate today = rc_workspace_get_today (workspace);

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  if (membership->customer->moved_on != RC_DATE_NONE)
    {
      rc_command_dialog_show_problem (dialog, _ ("The customer has moved to another reseller."));
      return;
    }
  rc_product_group_set_up (self->products, workspace, membership->customer, FALSE);
  rc_date_row_set_range (self->date_row,
                         get_first_day (membership, today, rc_workspace_get_policy (workspace)), today);
  rc_date_row_set_date (self->date_row, today);
}

static RcCommand *
rc_direct_order_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcDirectOrderDialog *self = RC_DIRECT_ORDER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autofree char *number = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!rc_order_number_row_check (self->number_row) || !rc_date_row_check (self->date_row)
      || !rc_product_group_check (self->products))
    return NULL;
  number = rc_order_number_row_get_number (self->number_row);
  lines = rc_product_group_get_lines (self->products);
  return rc_place_direct_order_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                    rc_command_dialog_get_customer_id (dialog), number,
                                    rc_date_row_get_date (self->date_row), lines);
}

static gboolean
rc_direct_order_dialog_is_modified (RcCommandDialog *dialog)
{
  RcDirectOrderDialog *self = RC_DIRECT_ORDER_DIALOG (dialog);

  return rc_product_group_is_modified (self->products)
         || *rc_field_row_get_value (RC_FIELD_ROW (self->number_row)) != '\0';
}

static void
rc_direct_order_dialog_class_init (RcDirectOrderDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_direct_order_dialog_show_membership;
  dialog_class->create_command = rc_direct_order_dialog_create_command;
  dialog_class->is_modified = rc_direct_order_dialog_is_modified;
  g_type_ensure (RC_TYPE_PRODUCT_GROUP);
  g_type_ensure (RC_TYPE_ORDER_NUMBER_ROW);
  g_type_ensure (RC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-direct-order-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcDirectOrderDialog, products);
  gtk_widget_class_bind_template_child (widget_class, RcDirectOrderDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, RcDirectOrderDialog, date_row);
  gtk_widget_class_bind_template_callback (widget_class, on_date_changed);
}

static void
rc_direct_order_dialog_init (RcDirectOrderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_direct_order_dialog_new:
 * @workspace: a workspace
 * @customer_id: for whom
 *
 * Returns: (transfer none): a dialog that records a direct order
 */
GtkWindow *
rc_direct_order_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_DIRECT_ORDER_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
}

/**
 * rc_direct_order_dialog_get_products:
 * @self: a dialog
 *
 * Returns: (transfer none): its lines
 */
RcProductGroup *
rc_direct_order_dialog_get_products (RcDirectOrderDialog *self)
{
  g_return_val_if_fail (RC_IS_DIRECT_ORDER_DIALOG (self), NULL);
  return self->products;
}
