/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-cancel-pa-dialog"

#include "rc-cancel-pa-dialog.h"
#include "rc-cancel-purchase-authorization.h"
#include "rc-line-list.h"
#include <glib/gi18n-lib.h>

/**
 * RcCancelPaDialog:
 *
 * Asks before a pending purchase authorization is cancelled (PA-6), and shows the licences that the customer loses. Neither of
 * its buttons says only "Cancel".
 */

struct _RcCancelPaDialog
{
  RcCommandDialog parent_instance;

  GtkLabel *heading; /* (borrowed) template child */
  GtkLabel *body; /* (borrowed) template child */
  GtkListBox *lines; /* (borrowed) template child */

  gint64 pa_id;
};

G_DEFINE_FINAL_TYPE (RcCancelPaDialog, rc_cancel_pa_dialog, RC_TYPE_COMMAND_DIALOG)

static void
rc_cancel_pa_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcCancelPaDialog *self = RC_CANCEL_PA_DIALOG (dialog);
  RcPaRecord *pa = rc_command_dialog_find_pa (dialog, self->pa_id);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (pa == NULL)
    return;
  if (pa->status != RC_PA_STATUS_OPEN)
    {
      rc_command_dialog_show_problem (dialog, _ ("The purchase authorization is not open any more."));
      return;
    }
  /* Translators: %s is the number of a purchase authorization */
  heading = g_strdup_printf (_ ("Cancel purchase authorization %s?"), pa->number);
  /* Translators: %s is a customer's name */
  body = g_strdup_printf (_ ("%s loses these licenses at once, and is told so:"), membership->customer->name);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->body, body);
  rc_line_list_fill (self->lines, pa->lines);
}

static RcCommand *
rc_cancel_pa_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  return rc_cancel_purchase_authorization_new (rc_workspace_get_me (workspace),
                                               rc_workspace_get_today (workspace),
                                               RC_CANCEL_PA_DIALOG (dialog)->pa_id);
}

static void
rc_cancel_pa_dialog_class_init (RcCancelPaDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_cancel_pa_dialog_show_membership;
  dialog_class->create_command = rc_cancel_pa_dialog_create_command;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-cancel-pa-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcCancelPaDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RcCancelPaDialog, body);
  gtk_widget_class_bind_template_child (widget_class, RcCancelPaDialog, lines);
}

static void
rc_cancel_pa_dialog_init (RcCancelPaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_cancel_pa_dialog_new:
 * @workspace: a workspace
 * @customer_id: whose purchase authorization it is
 * @pa_id: a pending purchase authorization
 *
 * Returns: (transfer none): a question whose answer cancels it
 */
GtkWindow *
rc_cancel_pa_dialog_new (RcWorkspace *workspace, gint64 customer_id, gint64 pa_id)
{
  RcCancelPaDialog *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0 && pa_id > 0, NULL);
  self = g_object_new (RC_TYPE_CANCEL_PA_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
  self->pa_id = pa_id;
  return GTK_WINDOW (self);
}
