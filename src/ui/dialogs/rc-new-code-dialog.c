/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-new-code-dialog"

#include "rc-new-code-dialog.h"
#include "rc-codes-left.h"
#include "rc-email-row.h"
#include "rc-field-row.h"
#include "rc-send-reseller-change-code.h"
#include <glib/gi18n-lib.h>

/**
 * RcNewCodeDialog:
 *
 * Sends a new code for a change of reseller (CH-2), to the same administrator or to another one.
 */

struct _RcNewCodeDialog
{
  RcCommandDialog parent_instance;

  RcEmailRow *email_row; /* (borrowed) template child */

  gint64 id;
  char *email; /* (owned) as it was */
};

G_DEFINE_FINAL_TYPE (RcNewCodeDialog, rc_new_code_dialog, RC_TYPE_COMMAND_DIALOG)

static RcCommand *
rc_new_code_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcNewCodeDialog *self = RC_NEW_CODE_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  if (!rc_email_row_check (self->email_row))
    {
      rc_field_row_focus (RC_FIELD_ROW (self->email_row));
      return NULL;
    }
  return rc_send_reseller_change_code_new (rc_workspace_get_me (workspace),
                                           rc_workspace_get_today (workspace), self->id,
                                           rc_field_row_get_value (RC_FIELD_ROW (self->email_row)));
}

static gboolean
rc_new_code_dialog_is_modified (RcCommandDialog *dialog)
{
  RcNewCodeDialog *self = RC_NEW_CODE_DIALOG (dialog);

  return !g_str_equal (rc_field_row_get_value (RC_FIELD_ROW (self->email_row)), self->email);
}

static void
rc_new_code_dialog_finalize (GObject *object)
{
  g_free (RC_NEW_CODE_DIALOG (object)->email);
  G_OBJECT_CLASS (rc_new_code_dialog_parent_class)->finalize (object);
}

static void
rc_new_code_dialog_class_init (RcNewCodeDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_new_code_dialog_finalize;
  dialog_class->create_command = rc_new_code_dialog_create_command;
  dialog_class->is_modified = rc_new_code_dialog_is_modified;
  g_type_ensure (RC_TYPE_EMAIL_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-new-code-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcNewCodeDialog, email_row);
}

static void
rc_new_code_dialog_init (RcNewCodeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_new_code_dialog_new:
 * @workspace: a workspace
 * @change: a change of reseller that is not completed
 *
 * Returns: (transfer none): a dialog that sends a new code for it
 */
GtkWindow *
rc_new_code_dialog_new (RcWorkspace *workspace, const RcResellerChangeRecord *change)
{
  RcNewCodeDialog *self;
  g_autofree char *hint = NULL;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && change != NULL, NULL);
  self = g_object_new (RC_TYPE_NEW_CODE_DIALOG, "workspace", workspace, "subtitle", change->vip_id, NULL);
  self->id = change->id;
  self->email = g_strdup (change->admin_email);
  hint = rc_codes_left_describe (workspace);
  rc_field_row_set_hint (RC_FIELD_ROW (self->email_row), hint);
  rc_field_row_set_value (RC_FIELD_ROW (self->email_row), change->admin_email);
  return GTK_WINDOW (self);
}
