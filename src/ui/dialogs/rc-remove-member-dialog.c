/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-remove-member-dialog"

#include "rc-remove-member-dialog.h"
#include "rc-remove-member.h"
#include "rc-successor-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcRemoveMemberDialog:
 *
 * Asks before a member is removed from the team, and to whom its customers go (TM-2).
 */

struct _RcRemoveMemberDialog
{
  RcCommandDialog parent_instance;

  GtkLabel *heading; /* (borrowed) template child */
  RcSuccessorRow *successor_row; /* (borrowed) template child */

  gint64 member_id;
};

G_DEFINE_FINAL_TYPE (RcRemoveMemberDialog, rc_remove_member_dialog, RC_TYPE_COMMAND_DIALOG)

static RcCommand *
rc_remove_member_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcRemoveMemberDialog *self = RC_REMOVE_MEMBER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  if (!rc_successor_row_check (self->successor_row))
    return NULL;
  return rc_remove_member_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                               self->member_id, rc_successor_row_get_member (self->successor_row));
}

static void
rc_remove_member_dialog_class_init (RcRemoveMemberDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  RC_COMMAND_DIALOG_CLASS (klass)->create_command = rc_remove_member_dialog_create_command;
  g_type_ensure (RC_TYPE_SUCCESSOR_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-remove-member-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcRemoveMemberDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RcRemoveMemberDialog, successor_row);
}

static void
rc_remove_member_dialog_init (RcRemoveMemberDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_remove_member_dialog_new:
 * @workspace: a workspace
 * @member: who is to be removed
 *
 * Returns: (transfer none): a question whose answer removes the member
 */
GtkWindow *
rc_remove_member_dialog_new (RcWorkspace *workspace, const RcMemberRecord *member)
{
  RcRemoveMemberDialog *self;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && member != NULL, NULL);
  self = g_object_new (RC_TYPE_REMOVE_MEMBER_DIALOG, "workspace", workspace, NULL);
  self->member_id = member->id;
  /* Translators: %s is a team member's name */
  heading = g_strdup_printf (_ ("Remove %s from the team?"), member->name);
  gtk_label_set_label (self->heading, heading);
  rc_successor_row_set_up (self->successor_row, workspace, member->id);
  return GTK_WINDOW (self);
}
