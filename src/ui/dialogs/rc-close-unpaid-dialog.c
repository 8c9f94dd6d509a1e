/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-close-unpaid-dialog"

#include "rc-close-unpaid-dialog.h"
#include "rc-close-unpaid.h"
#include "rc-field-row.h"
#include "rc-line-list.h"
#include "rc-text.h"
#include <glib/gi18n-lib.h>

/**
 * RcCloseUnpaidDialog:
 *
 * Closes a suspended purchase authorization unpaid (PA-8): the reason is required, the licences are withdrawn. Whether I
 * am a primary admin the command finds out; the button that opens this is disabled for others.
 */

struct _RcCloseUnpaidDialog
{
  RcCommandDialog parent_instance;

  RcFieldRow *reason_row; /* (borrowed) template child */
  AdwPreferencesGroup *lines_group; /* (borrowed) template child */
  GtkListBox *lines; /* (borrowed) template child */

  gint64 pa_id;
};

G_DEFINE_FINAL_TYPE (RcCloseUnpaidDialog, rc_close_unpaid_dialog, RC_TYPE_COMMAND_DIALOG)

static void
show_fault (RcCloseUnpaidDialog *self)
{
  g_autofree char *reason = rc_text_trim (rc_field_row_get_value (self->reason_row));

  rc_field_row_set_error (self->reason_row, *reason == '\0' ? _ ("Enter the reason.") : NULL);
}

static void
on_reason_changed (RcCloseUnpaidDialog *self)
{
  if (rc_field_row_get_visited (self->reason_row))
    show_fault (self);
}

static void
on_reason_left (RcCloseUnpaidDialog *self)
{
  show_fault (self);
}

static void
rc_close_unpaid_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcCloseUnpaidDialog *self = RC_CLOSE_UNPAID_DIALOG (dialog);
  RcPaRecord *pa = rc_command_dialog_find_pa (dialog, self->pa_id);

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  if (pa == NULL)
    return;
  if (pa->status != RC_PA_STATUS_OPEN)
    {
      rc_command_dialog_show_problem (dialog, _ ("The purchase authorization is not open any more."));
      return;
    }
  adw_preferences_group_set_title (self->lines_group, pa->number);
  rc_line_list_fill (self->lines, pa->lines);
}

static RcCommand *
rc_close_unpaid_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcCloseUnpaidDialog *self = RC_CLOSE_UNPAID_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autofree char *reason = rc_text_trim (rc_field_row_get_value (self->reason_row));

  show_fault (self);
  if (*reason == '\0')
    {
      rc_field_row_focus (self->reason_row);
      return NULL;
    }
  return rc_close_unpaid_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                              self->pa_id, reason);
}

static gboolean
rc_close_unpaid_dialog_is_modified (RcCommandDialog *dialog)
{
  return *rc_field_row_get_value (RC_CLOSE_UNPAID_DIALOG (dialog)->reason_row) != '\0';
}

static void
rc_close_unpaid_dialog_class_init (RcCloseUnpaidDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_close_unpaid_dialog_show_membership;
  dialog_class->create_command = rc_close_unpaid_dialog_create_command;
  dialog_class->is_modified = rc_close_unpaid_dialog_is_modified;
  g_type_ensure (RC_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-close-unpaid-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcCloseUnpaidDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, RcCloseUnpaidDialog, lines_group);
  gtk_widget_class_bind_template_child (widget_class, RcCloseUnpaidDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_left);
}

static void
rc_close_unpaid_dialog_init (RcCloseUnpaidDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_close_unpaid_dialog_new:
 * @workspace: a workspace
 * @customer_id: whose purchase authorization it is
 * @pa_id: a suspended purchase authorization
 *
 * Returns: (transfer none): a dialog that closes it unpaid
 */
GtkWindow *
rc_close_unpaid_dialog_new (RcWorkspace *workspace, gint64 customer_id, gint64 pa_id)
{
  RcCloseUnpaidDialog *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0 && pa_id > 0, NULL);
  self = g_object_new (RC_TYPE_CLOSE_UNPAID_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
  self->pa_id = pa_id;
  return GTK_WINDOW (self);
}
