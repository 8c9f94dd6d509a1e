/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-member-role-dialog"

#include "rc-member-role-dialog.h"
#include "rc-enum-types.h"
#include "rc-member-choices.h"
#include "rc-picker.h"
#include "rc-set-member-role.h"
#include "rc-successor-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcMemberRoleDialog:
 *
 * Gives a member another role (TM-1). Who becomes a viewer hands over its customers (TM-2).
 */

struct _RcMemberRoleDialog
{
  RcCommandDialog parent_instance;

  RcPicker *role_picker; /* (borrowed) template child */
  RcSuccessorRow *successor_row; /* (borrowed) template child */

  gint64 member_id;
  RcRole role; /* as it was */
};

G_DEFINE_FINAL_TYPE (RcMemberRoleDialog, rc_member_role_dialog, RC_TYPE_COMMAND_DIALOG)

static RcRole
get_role (RcMemberRoleDialog *self)
{
  int role = (int) self->role;

  rc_enum_from_nick (RC_TYPE_ROLE, rc_picker_get_selected (self->role_picker), &role);
  return (RcRole) role;
}

static void
on_role_chosen (RcMemberRoleDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->successor_row),
                          get_role (self) == RC_ROLE_VIEWER && self->role != RC_ROLE_VIEWER);
  rc_command_dialog_set_can_run (RC_COMMAND_DIALOG (self), get_role (self) != self->role);
}

static RcCommand *
rc_member_role_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcMemberRoleDialog *self = RC_MEMBER_ROLE_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  RcRole role = get_role (self);

  if (role == RC_ROLE_VIEWER && !rc_successor_row_check (self->successor_row))
    return NULL;
  return rc_set_member_role_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                 self->member_id, role, rc_successor_row_get_member (self->successor_row));
}

static void
rc_member_role_dialog_class_init (RcMemberRoleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RC_COMMAND_DIALOG_CLASS (klass)->create_command = rc_member_role_dialog_create_command;
  g_type_ensure (RC_TYPE_PICKER);
  g_type_ensure (RC_TYPE_SUCCESSOR_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-member-role-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcMemberRoleDialog, role_picker);
  gtk_widget_class_bind_template_child (widget_class, RcMemberRoleDialog, successor_row);
  gtk_widget_class_bind_template_callback (widget_class, on_role_chosen);
}

static void
rc_member_role_dialog_init (RcMemberRoleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_member_role_dialog_new:
 * @workspace: a workspace
 * @member: whose role it is
 *
 * Returns: (transfer none): a dialog that changes the role
 */
GtkWindow *
rc_member_role_dialog_new (RcWorkspace *workspace, const RcMemberRecord *member)
{
  RcMemberRoleDialog *self;
  g_autoptr (GListModel) roles = rc_member_choices_new_roles ();

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && member != NULL, NULL);
  self = g_object_new (RC_TYPE_MEMBER_ROLE_DIALOG, "workspace", workspace, "subtitle", member->name, NULL);
  self->member_id = member->id;
  self->role = member->role;
  rc_picker_set_model (self->role_picker, roles);
  rc_picker_set_selected (self->role_picker, rc_enum_to_nick (RC_TYPE_ROLE, (int) member->role));
  rc_successor_row_set_up (self->successor_row, workspace, member->id);
  on_role_chosen (self);
  return GTK_WINDOW (self);
}
