/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-acceptance-dialog"

#include "rc-acceptance-dialog.h"
#include "rc-date-row.h"
#include "rc-record-acceptance.h"
#include <glib/gi18n-lib.h>

/**
 * RcAcceptanceDialog:
 *
 * Records when the primary contact accepted the terms and conditions (CU-7): a day from the invitation to today.
 */

struct _RcAcceptanceDialog
{
  RcCommandDialog parent_instance;

  RcDateRow *date_row; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcAcceptanceDialog, rc_acceptance_dialog, RC_TYPE_COMMAND_DIALOG)

static void
rc_acceptance_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcAcceptanceDialog *self = RC_ACCEPTANCE_DIALOG (dialog);
  RcDate today = rc_workspace_get_today (rc_command_dialog_get_workspace (dialog));

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  if (membership->customer->invitation_status != RC_INVITATION_STATUS_PENDING)
    {
      rc_command_dialog_show_problem (dialog, _ ("The invitation was accepted already."));
      return;
    }
  rc_date_row_set_range (self->date_row, membership->customer->invited_on, today);
  rc_date_row_set_date (self->date_row, today);
}

static RcCommand *
rc_acceptance_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcAcceptanceDialog *self = RC_ACCEPTANCE_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  if (!rc_date_row_check (self->date_row))
    return NULL;
  return rc_record_acceptance_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                   rc_command_dialog_get_customer_id (dialog),
                                   rc_date_row_get_date (self->date_row));
}

static void
rc_acceptance_dialog_class_init (RcAcceptanceDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_acceptance_dialog_show_membership;
  dialog_class->create_command = rc_acceptance_dialog_create_command;
  g_type_ensure (RC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-acceptance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcAcceptanceDialog, date_row);
}

static void
rc_acceptance_dialog_init (RcAcceptanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_acceptance_dialog_new:
 * @workspace: a workspace
 * @customer_id: who accepted
 *
 * Returns: (transfer none): a dialog that records the acceptance
 */
GtkWindow *
rc_acceptance_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_ACCEPTANCE_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
}
