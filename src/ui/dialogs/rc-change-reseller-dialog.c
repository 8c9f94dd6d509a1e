/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-change-reseller-dialog"

#include "rc-change-reseller-dialog.h"
#include "rc-codes-left.h"
#include "rc-customer-choices.h"
#include "rc-email-row.h"
#include "rc-field-row.h"
#include "rc-picker.h"
#include "rc-start-reseller-change.h"
#include "rc-vip-id.h"
#include <glib/gi18n-lib.h>

/**
 * RcChangeResellerDialog:
 *
 * Asks a membership of another reseller to change to this one (CH-1): by its VIP ID and the address of one of its
 * administrators, who gets a code. The code is not shown here.
 */

struct _RcChangeResellerDialog
{
  RcCommandDialog parent_instance;

  RcFieldRow *vip_id_row; /* (borrowed) template child */
  RcEmailRow *email_row; /* (borrowed) template child */
  RcPicker *language_picker; /* (borrowed) template child */
  GtkLabel *codes_label; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcChangeResellerDialog, rc_change_reseller_dialog, RC_TYPE_COMMAND_DIALOG)

static gboolean
check_vip_id (RcChangeResellerDialog *self)
{
  g_autofree char *vip_id = rc_vip_id_normalize (rc_field_row_get_value (self->vip_id_row));

  rc_field_row_set_error (
      self->vip_id_row,
      vip_id == NULL ? _ ("Enter the VIP ID: 20 characters, digits and the letters A to F.") : NULL);
  return vip_id != NULL;
}

static void
on_vip_id_left (RcChangeResellerDialog *self)
{
  check_vip_id (self);
}

static void
on_vip_id_changed (RcChangeResellerDialog *self)
{
  if (rc_field_row_get_visited (self->vip_id_row))
    check_vip_id (self);
}

static RcCommand *
rc_change_reseller_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcChangeResellerDialog *self = RC_CHANGE_RESELLER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  gboolean has_vip_id = check_vip_id (self);
  gboolean has_email = rc_email_row_check (self->email_row);

  if (!has_vip_id || !has_email)
    {
      rc_field_row_focus (has_vip_id ? RC_FIELD_ROW (self->email_row) : self->vip_id_row);
      return NULL;
    }
  return rc_start_reseller_change_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                       rc_field_row_get_value (self->vip_id_row),
                                       rc_field_row_get_value (RC_FIELD_ROW (self->email_row)),
                                       rc_picker_get_selected (self->language_picker));
}

static gboolean
rc_change_reseller_dialog_is_modified (RcCommandDialog *dialog)
{
  RcChangeResellerDialog *self = RC_CHANGE_RESELLER_DIALOG (dialog);

  return *rc_field_row_get_value (self->vip_id_row) != '\0'
         || *rc_field_row_get_value (RC_FIELD_ROW (self->email_row)) != '\0';
}

static void
rc_change_reseller_dialog_constructed (GObject *object)
{
  RcChangeResellerDialog *self = RC_CHANGE_RESELLER_DIALOG (object);
  g_autofree char *text = NULL;

  G_OBJECT_CLASS (rc_change_reseller_dialog_parent_class)->constructed (object);
  text = rc_codes_left_describe (rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self)));
  gtk_label_set_label (self->codes_label, text);
}

static void
rc_change_reseller_dialog_class_init (RcChangeResellerDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rc_change_reseller_dialog_constructed;
  dialog_class->create_command = rc_change_reseller_dialog_create_command;
  dialog_class->is_modified = rc_change_reseller_dialog_is_modified;
  g_type_ensure (RC_TYPE_EMAIL_ROW);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-change-reseller-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcChangeResellerDialog, vip_id_row);
  gtk_widget_class_bind_template_child (widget_class, RcChangeResellerDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, RcChangeResellerDialog, language_picker);
  gtk_widget_class_bind_template_child (widget_class, RcChangeResellerDialog, codes_label);
  gtk_widget_class_bind_template_callback (widget_class, on_vip_id_left);
  gtk_widget_class_bind_template_callback (widget_class, on_vip_id_changed);
}

static void
rc_change_reseller_dialog_init (RcChangeResellerDialog *self)
{
  g_autoptr (GListModel) languages = rc_customer_choices_languages ();

  gtk_widget_init_template (GTK_WIDGET (self));
  rc_picker_set_model (self->language_picker, languages);
  rc_picker_set_selected (self->language_picker, "en");
}

/**
 * rc_change_reseller_dialog_new:
 * @workspace: a workspace
 *
 * Returns: (transfer none): a dialog that starts a change of reseller
 */
GtkWindow *
rc_change_reseller_dialog_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_CHANGE_RESELLER_DIALOG, "workspace", workspace, NULL);
}
