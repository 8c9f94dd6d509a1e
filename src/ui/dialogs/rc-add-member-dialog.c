/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-add-member-dialog"

#include "rc-add-member-dialog.h"
#include "rc-add-member.h"
#include "rc-email-row.h"
#include "rc-enum-types.h"
#include "rc-field-row.h"
#include "rc-invite-member.h"
#include "rc-member-choices.h"
#include "rc-picker.h"
#include "rc-text.h"
#include <glib/gi18n-lib.h>

/**
 * RcAddMemberDialog:
 *
 * Adds a person to the team: invited by mail and pending (TM-1), or active at this desk at once (TM-4). Whether I am the primary admin the
 * command finds out (TM-3); the button that opens this is disabled for others.
 */

struct _RcAddMemberDialog
{
  RcCommandDialog parent_instance;

  RcFieldRow *name_row; /* (borrowed) template child */
  RcEmailRow *email_row; /* (borrowed) template child */
  RcPicker *role_picker; /* (borrowed) template child */
  GtkSwitch *mail_switch; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcAddMemberDialog, rc_add_member_dialog, RC_TYPE_COMMAND_DIALOG)

static gboolean
check_name (RcAddMemberDialog *self)
{
  g_autofree char *name = rc_text_trim (rc_field_row_get_value (self->name_row));

  rc_field_row_set_error (self->name_row, *name == '\0' ? _ ("Enter the name.") : NULL);
  return *name != '\0';
}

static void
on_name_changed (RcAddMemberDialog *self)
{
  if (rc_field_row_get_visited (self->name_row))
    check_name (self);
}

static void
on_name_left (RcAddMemberDialog *self)
{
  check_name (self);
}

static RcCommand *
rc_add_member_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcAddMemberDialog *self = RC_ADD_MEMBER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  gboolean has_name = check_name (self);
  gboolean has_email = rc_email_row_check (self->email_row);
  int role = RC_ROLE_ACCOUNT_MANAGER;

  if (!has_name || !has_email)
    {
      rc_field_row_focus (has_name ? RC_FIELD_ROW (self->email_row) : self->name_row);
      return NULL;
    }
  rc_enum_from_nick (RC_TYPE_ROLE, rc_picker_get_selected (self->role_picker), &role);
  if (gtk_switch_get_active (self->mail_switch))
    return rc_invite_member_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                 rc_field_row_get_value (self->name_row),
                                 rc_field_row_get_value (RC_FIELD_ROW (self->email_row)), (RcRole) role);
  return rc_add_member_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                            rc_field_row_get_value (self->name_row),
                            rc_field_row_get_value (RC_FIELD_ROW (self->email_row)), (RcRole) role);
}

static gboolean
rc_add_member_dialog_is_modified (RcCommandDialog *dialog)
{
  RcAddMemberDialog *self = RC_ADD_MEMBER_DIALOG (dialog);

  return *rc_field_row_get_value (self->name_row) != '\0'
         || *rc_field_row_get_value (RC_FIELD_ROW (self->email_row)) != '\0';
}

static void
rc_add_member_dialog_class_init (RcAddMemberDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->create_command = rc_add_member_dialog_create_command;
  dialog_class->is_modified = rc_add_member_dialog_is_modified;
  g_type_ensure (RC_TYPE_EMAIL_ROW);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-add-member-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcAddMemberDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, RcAddMemberDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, RcAddMemberDialog, role_picker);
  gtk_widget_class_bind_template_child (widget_class, RcAddMemberDialog, mail_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_left);
}

static void
rc_add_member_dialog_init (RcAddMemberDialog *self)
{
  g_autoptr (GListModel) roles = rc_member_choices_new_roles ();

  gtk_widget_init_template (GTK_WIDGET (self));
  rc_picker_set_model (self->role_picker, roles);
  rc_picker_set_selected (self->role_picker, rc_enum_to_nick (RC_TYPE_ROLE, RC_ROLE_ACCOUNT_MANAGER));
}

/**
 * rc_add_member_dialog_new:
 * @workspace: a workspace
 *
 * Returns: (transfer none): a dialog that adds a team member
 */
GtkWindow *
rc_add_member_dialog_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_ADD_MEMBER_DIALOG, "workspace", workspace, NULL);
}
