/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-assign-manager-dialog"

#include "rc-assign-manager-dialog.h"
#include "rc-assign-manager.h"
#include "rc-field-row.h"
#include "rc-format.h"
#include "rc-member-choices.h"
#include "rc-picker.h"
#include <glib/gi18n-lib.h>

/**
 * RcAssignManagerDialog:
 *
 * Says who looks after one customer or many (CU-10). The command refuses everybody but the primary admin.
 */

struct _RcAssignManagerDialog
{
  RcCommandDialog parent_instance;

  RcFieldRow *manager_row; /* (borrowed) template child */
  RcPicker *manager_picker; /* (borrowed) template child */

  GArray *customer_ids; /* (owned) of gint64 */
};

G_DEFINE_FINAL_TYPE (RcAssignManagerDialog, rc_assign_manager_dialog, RC_TYPE_COMMAND_DIALOG)

static void
on_manager_chosen (RcAssignManagerDialog *self)
{
  rc_field_row_set_error (self->manager_row, NULL);
}

static RcCommand *
rc_assign_manager_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcAssignManagerDialog *self = RC_ASSIGN_MANAGER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  gint64 manager = rc_member_choices_get_id (rc_picker_get_selected (self->manager_picker));

  if (manager == 0)
    {
      rc_field_row_set_error (self->manager_row, _ ("Choose a team member."));
      rc_field_row_focus (self->manager_row);
      return NULL;
    }
  return rc_assign_manager_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                self->customer_ids, manager);
}

static void
rc_assign_manager_dialog_constructed (GObject *object)
{
  RcAssignManagerDialog *self = RC_ASSIGN_MANAGER_DIALOG (object);
  g_autoptr (GListModel) choices = NULL;

  G_OBJECT_CLASS (rc_assign_manager_dialog_parent_class)->constructed (object);
  choices = rc_member_choices_new (rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self)));
  rc_picker_set_model (self->manager_picker, choices);
}

static void
rc_assign_manager_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  g_autofree char *key = rc_member_choices_get_key (membership->customer->managed_by);

  g_object_set (dialog, "subtitle", membership->customer->name, NULL);
  rc_picker_set_selected (RC_ASSIGN_MANAGER_DIALOG (dialog)->manager_picker, key);
}

static void
rc_assign_manager_dialog_finalize (GObject *object)
{
  g_clear_pointer (&RC_ASSIGN_MANAGER_DIALOG (object)->customer_ids, g_array_unref);
  G_OBJECT_CLASS (rc_assign_manager_dialog_parent_class)->finalize (object);
}

static void
rc_assign_manager_dialog_class_init (RcAssignManagerDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rc_assign_manager_dialog_constructed;
  G_OBJECT_CLASS (klass)->finalize = rc_assign_manager_dialog_finalize;
  dialog_class->show_membership = rc_assign_manager_dialog_show_membership;
  dialog_class->create_command = rc_assign_manager_dialog_create_command;
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-assign-manager-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcAssignManagerDialog, manager_row);
  gtk_widget_class_bind_template_child (widget_class, RcAssignManagerDialog, manager_picker);
  gtk_widget_class_bind_template_callback (widget_class, on_manager_chosen);
}

static void
rc_assign_manager_dialog_init (RcAssignManagerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_assign_manager_dialog_new:
 * @workspace: a workspace
 * @customer_ids: of gint64, at least one
 *
 * Returns: (transfer none): a dialog that says who looks after them
 */
GtkWindow *
rc_assign_manager_dialog_new (RcWorkspace *workspace, GArray *customer_ids)
{
  RcAssignManagerDialog *self;
  gint64 only;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_ids != NULL && customer_ids->len > 0, NULL);
  only = customer_ids->len == 1 ? g_array_index (customer_ids, gint64, 0) : 0;
  self = g_object_new (RC_TYPE_ASSIGN_MANAGER_DIALOG, "workspace", workspace, "customer-id", only, NULL);
  self->customer_ids = g_array_copy (customer_ids);
  if (only == 0)
    {
      g_autofree char *number = rc_format_number (customer_ids->len);
      /* Translators: %s is a number with separators */
      g_autofree char *subtitle =
          g_strdup_printf (ngettext ("%s customer", "%s customers", customer_ids->len), number);

      g_object_set (self, "subtitle", subtitle, NULL);
    }
  return GTK_WINDOW (self);
}
