/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-departure-dialog"

#include "rc-departure-dialog.h"
#include "rc-format.h"
#include "rc-record-departure.h"
#include <glib/gi18n-lib.h>

/**
 * RcDepartureDialog:
 *
 * Asks before it is recorded that a customer has moved to another reseller (CH-5), and says what that means. It cannot be
 * undone, other than by taking the customer over again.
 */

struct _RcDepartureDialog
{
  RcCommandDialog parent_instance;

  GtkLabel *heading; /* (borrowed) template child */
  GtkWidget *requests_box; /* (borrowed) template child */
  GtkLabel *requests_label; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcDepartureDialog, rc_departure_dialog, RC_TYPE_COMMAND_DIALOG)

static guint
count_open_requests (const RcMembershipRecord *membership)
{
  guint n_open = 0;

  for (guint i = 0; i < membership->purchase_authorizations->len; i++)
    {
      const RcPaRecord *pa = g_ptr_array_index (membership->purchase_authorizations, i);

      if (pa->status == RC_PA_STATUS_OPEN)
        n_open++;
    }
  return n_open;
}

static void
show_open_requests (RcDepartureDialog *self, guint n_open)
{
  g_autofree char *number = rc_format_number (n_open);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s purchase authorization is open. Its order cannot be placed afterwards.",
                "%s purchase authorizations are open. Their orders cannot be placed afterwards.", n_open),
      number);

  gtk_label_set_label (self->requests_label, text);
  gtk_widget_set_visible (self->requests_box, n_open > 0);
}

static void
rc_departure_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcDepartureDialog *self = RC_DEPARTURE_DIALOG (dialog);
  g_autofree char *heading = NULL;

  if (membership->customer->moved_on != RC_DATE_NONE)
    {
      rc_command_dialog_show_problem (dialog, _ ("The customer has moved to another reseller."));
      return;
    }
  /* Translators: %s is a customer's name */
  heading = g_strdup_printf (_ ("Has %s moved to another reseller?"), membership->customer->name);
  gtk_label_set_label (self->heading, heading);
  show_open_requests (self, count_open_requests (membership));
}

static RcCommand *
rc_departure_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  return rc_record_departure_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                  rc_command_dialog_get_customer_id (dialog));
}

static void
rc_departure_dialog_class_init (RcDepartureDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_departure_dialog_show_membership;
  dialog_class->create_command = rc_departure_dialog_create_command;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-departure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcDepartureDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RcDepartureDialog, requests_box);
  gtk_widget_class_bind_template_child (widget_class, RcDepartureDialog, requests_label);
}

static void
rc_departure_dialog_init (RcDepartureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_departure_dialog_new:
 * @workspace: a workspace
 * @customer_id: who has moved
 *
 * Returns: (transfer none): a question whose answer records it
 */
GtkWindow *
rc_departure_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_DEPARTURE_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
}
