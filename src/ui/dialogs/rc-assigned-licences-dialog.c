/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-assigned-licences-dialog"

#include "rc-assigned-licences-dialog.h"
#include "rc-assigned-row.h"
#include "rc-product-line.h"
#include "rc-set-assigned-licences.h"
#include <glib/gi18n-lib.h>

/**
 * RcAssignedLicencesDialog:
 *
 * Records how many licences of each product the customer has assigned to users (PR-5). Only numbers that were changed are
 * sent.
 */

struct _RcAssignedLicencesDialog
{
  RcCommandDialog parent_instance;

  GtkListBox *list; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcAssignedLicencesDialog, rc_assigned_licences_dialog, RC_TYPE_COMMAND_DIALOG)

static GPtrArray *
get_changed_lines (RcAssignedLicencesDialog *self)
{
  GPtrArray *lines = rc_product_lines_new ();
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (RC_IS_ASSIGNED_ROW (row) && rc_assigned_row_is_modified (RC_ASSIGNED_ROW (row)))
      g_ptr_array_add (lines, rc_product_line_new (rc_assigned_row_get_code (RC_ASSIGNED_ROW (row)),
                                                   rc_assigned_row_get_assigned (RC_ASSIGNED_ROW (row))));
  return lines;
}

static gboolean
check_rows (RcAssignedLicencesDialog *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (RC_IS_ASSIGNED_ROW (row) && !rc_assigned_row_check (RC_ASSIGNED_ROW (row)))
      return FALSE;
  return TRUE;
}

static void
rc_assigned_licences_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcAssignedLicencesDialog *self = RC_ASSIGNED_LICENCES_DIALOG (dialog);

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  for (guint i = 0; i < membership->licences->len; i++)
    gtk_list_box_append (self->list, rc_assigned_row_new (g_ptr_array_index (membership->licences, i)));
  if (membership->licences->len == 0)
    rc_command_dialog_show_problem (dialog, _ ("The customer has no licenses that could be assigned."));
}

static RcCommand *
rc_assigned_licences_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autoptr (GPtrArray) lines = NULL;

  if (!check_rows (RC_ASSIGNED_LICENCES_DIALOG (dialog)))
    return NULL;
  lines = get_changed_lines (RC_ASSIGNED_LICENCES_DIALOG (dialog));
  if (lines->len == 0)
    {
      gtk_window_close (GTK_WINDOW (dialog));
      return NULL;
    }
  return rc_set_assigned_licences_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                       rc_command_dialog_get_customer_id (dialog), lines);
}

static gboolean
rc_assigned_licences_dialog_is_modified (RcCommandDialog *dialog)
{
  g_autoptr (GPtrArray) lines = get_changed_lines (RC_ASSIGNED_LICENCES_DIALOG (dialog));

  return lines->len > 0;
}

static void
rc_assigned_licences_dialog_class_init (RcAssignedLicencesDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_assigned_licences_dialog_show_membership;
  dialog_class->create_command = rc_assigned_licences_dialog_create_command;
  dialog_class->is_modified = rc_assigned_licences_dialog_is_modified;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-assigned-licences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcAssignedLicencesDialog, list);
}

static void
rc_assigned_licences_dialog_init (RcAssignedLicencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_assigned_licences_dialog_new:
 * @workspace: a workspace
 * @customer_id: whose licences
 *
 * Returns: (transfer none): a dialog that records the assigned numbers
 */
GtkWindow *
rc_assigned_licences_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_ASSIGNED_LICENCES_DIALOG, "workspace", workspace, "customer-id", customer_id,
                       NULL);
}
