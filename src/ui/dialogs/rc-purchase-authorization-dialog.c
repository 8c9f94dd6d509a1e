/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-purchase-authorization-dialog"

#include "rc-purchase-authorization-dialog.h"
#include "rc-actions.h"
#include "rc-create-purchase-authorization.h"
#include "rc-field-row.h"
#include "rc-format.h"
#include "rc-months-to-order.h"
#include "rc-request-state.h"
#include "rc-text.h"
#include <glib/gi18n-lib.h>

/**
 * RcPurchaseAuthorizationDialog:
 *
 * Creates a purchase authorization (PA-1): products and quantities, an optional purchase order number, whether the customer
 * asked for it itself (PA-7). It says by when the order is owed (PA-5). Where there can be no new one it says at once
 * why (PA-3, PA-4).
 */

#define PO_NUMBER_LENGTH 35 /* characters (PA-1) */

struct _RcPurchaseAuthorizationDialog
{
  RcCommandDialog parent_instance;

  RcProductGroup *products; /* (borrowed) template child */
  RcFieldRow *po_number_row; /* (borrowed) template child */
  GtkCheckButton *requested_button; /* (borrowed) template child */
  GtkLabel *reminder_label; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcPurchaseAuthorizationDialog, rc_purchase_authorization_dialog, RC_TYPE_COMMAND_DIALOG)

static void
show_reminder (RcPurchaseAuthorizationDialog *self, RcDate today, const RcPolicy *policy)
{
  g_autofree char *due = rc_format_date_long (rc_request_order_due (today, policy));
  /* Translators: %s is a long date */
  g_autofree char *text = g_strdup_printf (
      _ ("The customer has the licenses at once. The order that pays for them is owed by %s."), due);

  gtk_label_set_label (self->reminder_label, text);
}

static void
rc_purchase_authorization_dialog_show_membership (RcCommandDialog *dialog,
                                                  const RcMembershipRecord *membership)
{
  RcPurchaseAuthorizationDialog *self = RC_PURCHASE_AUTHORIZATION_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  const RcPolicy *policy = rc_workspace_get_policy (workspace);
  RcDate today = rc_workspace_get_today (workspace);
  RcActionContext context = { today, policy, rc_workspace_get_my_role (workspace) };
  const char *obstacle = rc_action_get_reason (RC_ACTION_CREATE_PA, membership, &context);

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  if (obstacle != NULL)
    {
      rc_command_dialog_show_problem (dialog, obstacle);
      return;
    }
  rc_product_group_set_up (self->products, workspace, membership->customer, TRUE);
  rc_product_group_set_months (self->products, rc_months_to_order (membership->customer, today, policy));
  show_reminder (self, today, policy);
}

static void
on_po_number_changed (RcPurchaseAuthorizationDialog *self)
{
  const char *typed = rc_field_row_get_value (self->po_number_row);
  g_autofree char *number = rc_text_trim (typed);
  gboolean fits = rc_text_length (number) <= PO_NUMBER_LENGTH && rc_text_is_allowed (number);
  g_autofree char *fault = g_strdup_printf (
      ngettext ("A purchase order number has at most %d character and no control characters.",
                "A purchase order number has at most %d characters and no control characters.",
                PO_NUMBER_LENGTH),
      PO_NUMBER_LENGTH);

  rc_field_row_set_error (self->po_number_row, fits ? NULL : fault);
}

static RcCommand *
rc_purchase_authorization_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcPurchaseAuthorizationDialog *self = RC_PURCHASE_AUTHORIZATION_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autofree char *po_number = rc_text_trim (rc_field_row_get_value (self->po_number_row));
  g_autoptr (GPtrArray) lines = NULL;

  if (!rc_product_group_check (self->products))
    return NULL;
  if (rc_field_row_get_error (self->po_number_row) != NULL)
    {
      rc_field_row_focus (self->po_number_row);
      return NULL;
    }
  lines = rc_product_group_get_lines (self->products);
  return rc_create_purchase_authorization_new (
      rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
      rc_command_dialog_get_customer_id (dialog), lines, *po_number != '\0' ? po_number : NULL,
      gtk_check_button_get_active (self->requested_button));
}

static gboolean
rc_purchase_authorization_dialog_is_modified (RcCommandDialog *dialog)
{
  RcPurchaseAuthorizationDialog *self = RC_PURCHASE_AUTHORIZATION_DIALOG (dialog);

  return rc_product_group_is_modified (self->products)
         || *rc_field_row_get_value (self->po_number_row) != '\0'
         || gtk_check_button_get_active (self->requested_button);
}

static void
rc_purchase_authorization_dialog_class_init (RcPurchaseAuthorizationDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_purchase_authorization_dialog_show_membership;
  dialog_class->create_command = rc_purchase_authorization_dialog_create_command;
  dialog_class->is_modified = rc_purchase_authorization_dialog_is_modified;
  g_type_ensure (RC_TYPE_PRODUCT_GROUP);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-purchase-authorization-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcPurchaseAuthorizationDialog, products);
  gtk_widget_class_bind_template_child (widget_class, RcPurchaseAuthorizationDialog, po_number_row);
  gtk_widget_class_bind_template_child (widget_class, RcPurchaseAuthorizationDialog, requested_button);
  gtk_widget_class_bind_template_child (widget_class, RcPurchaseAuthorizationDialog, reminder_label);
  gtk_widget_class_bind_template_callback (widget_class, on_po_number_changed);
}

static void
rc_purchase_authorization_dialog_init (RcPurchaseAuthorizationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_purchase_authorization_dialog_new:
 * @workspace: a workspace
 * @customer_id: for whom
 *
 * Returns: (transfer none): a dialog that creates a purchase authorization on the workspace's day
 */
GtkWindow *
rc_purchase_authorization_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_PURCHASE_AUTHORIZATION_DIALOG, "workspace", workspace, "customer-id",
                       customer_id, NULL);
}

/**
 * rc_purchase_authorization_dialog_get_products:
 * @self: a dialog
 *
 * Returns: (transfer none): its lines
 */
RcProductGroup *
rc_purchase_authorization_dialog_get_products (RcPurchaseAuthorizationDialog *self)
{
  g_return_val_if_fail (RC_IS_PURCHASE_AUTHORIZATION_DIALOG (self), NULL);
  return self->products;
}
