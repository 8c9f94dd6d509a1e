/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-invite-dialog"

#include "rc-invite-dialog.h"
#include "rc-customer-choices.h"
#include "rc-enum-types.h"
#include "rc-field-row.h"
#include "rc-invite-customer.h"
#include "rc-picker.h"
#include "rc-value-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcInviteDialog:
 *
 * Invites a customer (CU-1): the form; the custom anniversary date, where one is wanted (CU-11); and a last look at all data
 * with the warning that they cannot be edited later (CU-5).
 */

struct _RcInviteDialog
{
  RcCommandDialog parent_instance;

  GtkStack *steps; /* (borrowed) template child */
  RcCustomerForm *form; /* (borrowed) template child */
  RcFieldRow *date_row; /* (borrowed) template child */
  RcPicker *date_picker; /* (borrowed) template child */
  GtkListBox *review; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcInviteDialog, rc_invite_dialog, RC_TYPE_COMMAND_DIALOG)

static const char *
get_step (RcInviteDialog *self)
{
  return gtk_stack_get_visible_child_name (self->steps);
}

static RcCustomerData *
get_data (RcInviteDialog *self)
{
  RcCustomerData *data = rc_customer_form_get_data (self->form);

  if (rc_customer_form_get_custom_date (self->form))
    rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE,
                          rc_picker_get_selected (self->date_picker));
  return data;
}

static void
fill_dates (RcInviteDialog *self)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self));
  g_autoptr (RcCustomerData) data = rc_customer_form_get_data (self->form);
  g_autoptr (GListModel) dates = NULL;
  int segment = RC_SEGMENT_COMMERCIAL;

  rc_enum_from_nick (RC_TYPE_SEGMENT, rc_customer_data_get (data, RC_CUSTOMER_FIELD_SEGMENT), &segment);
  dates = rc_customer_choices_anniversaries (rc_workspace_get_today (workspace), segment,
                                             rc_workspace_get_policy (workspace));
  rc_picker_set_model (self->date_picker, dates);
}

static void
fill_review (RcInviteDialog *self)
{
  g_autoptr (RcCustomerData) typed = get_data (self);
  g_autoptr (RcCustomerData) data = rc_customer_data_normalize (typed);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->review))) != NULL)
    gtk_list_box_remove (self->review, row);
  for (int i = 0; i < RC_N_CUSTOMER_FIELDS; i++)
    {
      RcCustomerField field = rc_customer_form_get_field_at (i);
      g_autofree char *value = rc_customer_choices_describe (data, field);

      if (*value != '\0')
        gtk_list_box_append (self->review, rc_value_row_new (rc_customer_field_get_label (field), value));
    }
}

static void
scroll_to_top (RcInviteDialog *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self->steps), GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view)), 0);
}

static void
go_to (RcInviteDialog *self, const char *step)
{
  gboolean first = g_str_equal (step, "form");
  gboolean last = g_str_equal (step, "review");

  if (g_str_equal (step, "date"))
    fill_dates (self);
  if (last)
    fill_review (self);
  gtk_stack_set_visible_child_name (self->steps, step);
  g_object_set (self, "run-label", last ? _ ("_Invite customer") : _ ("_Next"), "cancel-label",
                first ? _ ("_Cancel") : _ ("_Back"), NULL);
  /* Else the warning above the last look would not be seen. */
  scroll_to_top (self);
  rc_command_dialog_focus_first (RC_COMMAND_DIALOG (self));
}

static gboolean
check_date (RcInviteDialog *self)
{
  gboolean chosen = *rc_picker_get_selected (self->date_picker) != '\0';

  rc_field_row_set_error (self->date_row, chosen ? NULL : _ ("Choose the anniversary date."));
  if (!chosen)
    rc_field_row_focus (self->date_row);
  return chosen;
}

static void
on_date_chosen (RcInviteDialog *self)
{
  rc_field_row_set_error (self->date_row, NULL);
}

static gboolean
rc_invite_dialog_advance (RcCommandDialog *dialog)
{
  RcInviteDialog *self = RC_INVITE_DIALOG (dialog);
  const char *step = get_step (self);

  if (g_str_equal (step, "review"))
    return FALSE;
  if (g_str_equal (step, "form"))
    {
      if (rc_customer_form_check (self->form))
        go_to (self, rc_customer_form_get_custom_date (self->form) ? "date" : "review");
    }
  else if (check_date (self))
    go_to (self, "review");
  return TRUE;
}

static gboolean
rc_invite_dialog_go_back (RcCommandDialog *dialog)
{
  RcInviteDialog *self = RC_INVITE_DIALOG (dialog);
  const char *step = get_step (self);

  if (g_str_equal (step, "form"))
    return FALSE;
  if (g_str_equal (step, "review") && rc_customer_form_get_custom_date (self->form))
    go_to (self, "date");
  else
    go_to (self, "form");
  return TRUE;
}

static RcCommand *
rc_invite_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autoptr (RcCustomerData) typed = get_data (RC_INVITE_DIALOG (dialog));
  g_autoptr (RcCustomerData) data = rc_customer_data_normalize (typed);

  return rc_invite_customer_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace), data,
                                 0);
}

static gboolean
rc_invite_dialog_is_modified (RcCommandDialog *dialog)
{
  return rc_customer_form_is_modified (RC_INVITE_DIALOG (dialog)->form);
}

static void
rc_invite_dialog_constructed (GObject *object)
{
  RcInviteDialog *self = RC_INVITE_DIALOG (object);

  G_OBJECT_CLASS (rc_invite_dialog_parent_class)->constructed (object);
  rc_customer_form_set_up (self->form, rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self)));
}

static void
rc_invite_dialog_class_init (RcInviteDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = rc_invite_dialog_constructed;
  dialog_class->advance = rc_invite_dialog_advance;
  dialog_class->go_back = rc_invite_dialog_go_back;
  dialog_class->create_command = rc_invite_dialog_create_command;
  dialog_class->is_modified = rc_invite_dialog_is_modified;
  g_type_ensure (RC_TYPE_CUSTOMER_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-invite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcInviteDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, RcInviteDialog, form);
  gtk_widget_class_bind_template_child (widget_class, RcInviteDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, RcInviteDialog, date_picker);
  gtk_widget_class_bind_template_child (widget_class, RcInviteDialog, review);
  gtk_widget_class_bind_template_callback (widget_class, on_date_chosen);
}

static void
rc_invite_dialog_init (RcInviteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_invite_dialog_new:
 * @workspace: a workspace
 *
 * Returns: (transfer none): a dialog that invites a customer on the workspace's day, managed by me (CU-10)
 */
GtkWindow *
rc_invite_dialog_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_INVITE_DIALOG, "workspace", workspace, NULL);
}

/**
 * rc_invite_dialog_get_form:
 * @self: a dialog
 *
 * Returns: (transfer none): its fields
 */
RcCustomerForm *
rc_invite_dialog_get_form (RcInviteDialog *self)
{
  g_return_val_if_fail (RC_IS_INVITE_DIALOG (self), NULL);
  return self->form;
}
