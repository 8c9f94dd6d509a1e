/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-reminder-dialog"

#include "rc-reminder-dialog.h"
#include "rc-email-row.h"
#include "rc-field-row.h"
#include "rc-format.h"
#include "rc-rule-error.h"
#include "rc-send-reminder.h"
#include "rc-text.h"
#include <glib/gi18n-lib.h>

/**
 * RcReminderDialog:
 *
 * Sends the invitation again (CU-6): to one customer, whose contact's address can be changed with it, or to many, one
 * command each. Among many those who have accepted meanwhile are passed over.
 */

struct _RcReminderDialog
{
  RcCommandDialog parent_instance;

  GtkStack *pages; /* (borrowed) template child */
  GtkLabel *many_label; /* (borrowed) template child */
  RcEmailRow *email_row; /* (borrowed) template child */

  GArray *customer_ids; /* (owned) of gint64 */
  guint n_run; /* of a run over many: how many commands were made */
};

G_DEFINE_FINAL_TYPE (RcReminderDialog, rc_reminder_dialog, RC_TYPE_COMMAND_DIALOG)

static gboolean
is_single (RcReminderDialog *self)
{
  return self->customer_ids->len == 1;
}

static void
rc_reminder_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcReminderDialog *self = RC_REMINDER_DIALOG (dialog);
  const RcCustomerRecord *customer = membership->customer;
  g_autofree char *reminded = rc_format_date_long (customer->reminded_on);
  g_autofree char *hint = NULL;

  g_object_set (self, "subtitle", customer->name, NULL);
  if (customer->invitation_status != RC_INVITATION_STATUS_PENDING)
    {
      rc_command_dialog_show_problem (
          dialog, _ ("The invitation was accepted: the customer changes its contract owner itself."));
      return;
    }
  if (customer->reminded_on != RC_DATE_NONE)
    /* Translators: %s is a long date */
    hint =
        g_strdup_printf (_ ("Last reminded on %s. Another address becomes the primary contact’s."), reminded);
  else
    hint = g_strdup (_ ("Another address becomes the primary contact’s."));
  rc_field_row_set_hint (RC_FIELD_ROW (self->email_row), hint);
  rc_field_row_set_value (RC_FIELD_ROW (self->email_row), customer->contact_email);
}

static const char *
get_email_of_record (RcReminderDialog *self)
{
  const RcMembershipRecord *membership = rc_command_dialog_get_membership (RC_COMMAND_DIALOG (self));

  return membership != NULL ? membership->customer->contact_email : "";
}

static RcCommand *
rc_reminder_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcReminderDialog *self = RC_REMINDER_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autofree char *email = NULL;
  gboolean same = TRUE;
  gint64 customer_id;

  if (is_single (self))
    {
      if (!rc_email_row_check (self->email_row))
        {
          rc_field_row_focus (RC_FIELD_ROW (self->email_row));
          return NULL;
        }
      email = rc_text_trim (rc_field_row_get_value (RC_FIELD_ROW (self->email_row)));
      same = g_str_equal (email, get_email_of_record (self));
      self->n_run = 0;
    }
  customer_id = g_array_index (self->customer_ids, gint64, self->n_run++);
  return rc_send_reminder_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                               customer_id, same ? NULL : email);
}

static gboolean
rc_reminder_dialog_wants_more (RcCommandDialog *dialog)
{
  RcReminderDialog *self = RC_REMINDER_DIALOG (dialog);

  return self->n_run < self->customer_ids->len;
}

static gboolean
rc_reminder_dialog_may_skip (RcCommandDialog *dialog, const GError *error)
{
  return !is_single (RC_REMINDER_DIALOG (dialog))
         && g_error_matches (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_PENDING);
}

static gboolean
rc_reminder_dialog_is_modified (RcCommandDialog *dialog)
{
  RcReminderDialog *self = RC_REMINDER_DIALOG (dialog);

  return is_single (self) && rc_command_dialog_get_membership (dialog) != NULL
         && !g_str_equal (rc_field_row_get_value (RC_FIELD_ROW (self->email_row)),
                          get_email_of_record (self));
}

static void
rc_reminder_dialog_finalize (GObject *object)
{
  g_clear_pointer (&RC_REMINDER_DIALOG (object)->customer_ids, g_array_unref);
  G_OBJECT_CLASS (rc_reminder_dialog_parent_class)->finalize (object);
}

static void
rc_reminder_dialog_class_init (RcReminderDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_reminder_dialog_finalize;
  dialog_class->show_membership = rc_reminder_dialog_show_membership;
  dialog_class->create_command = rc_reminder_dialog_create_command;
  dialog_class->wants_more = rc_reminder_dialog_wants_more;
  dialog_class->may_skip = rc_reminder_dialog_may_skip;
  dialog_class->is_modified = rc_reminder_dialog_is_modified;
  g_type_ensure (RC_TYPE_EMAIL_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-reminder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcReminderDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RcReminderDialog, many_label);
  gtk_widget_class_bind_template_child (widget_class, RcReminderDialog, email_row);
}

static void
rc_reminder_dialog_init (RcReminderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_many (RcReminderDialog *self)
{
  g_autofree char *number = rc_format_number (self->customer_ids->len);
  g_autofree char *text = g_strdup_printf (
      ngettext ("The invitation is sent again to %s customer. One who has accepted is passed over.",
                "The invitation is sent again to %s customers. Those who have accepted are passed over.",
                self->customer_ids->len),
      number);

  gtk_label_set_label (self->many_label, text);
  gtk_stack_set_visible_child_name (self->pages, "many");
}

/**
 * rc_reminder_dialog_new:
 * @workspace: a workspace
 * @customer_ids: of gint64, at least one
 *
 * Returns: (transfer none): a dialog that reminds them; the result's count says how many were
 */
GtkWindow *
rc_reminder_dialog_new (RcWorkspace *workspace, GArray *customer_ids)
{
  RcReminderDialog *self;
  gint64 only;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_ids != NULL && customer_ids->len > 0, NULL);
  only = customer_ids->len == 1 ? g_array_index (customer_ids, gint64, 0) : 0;
  self = g_object_new (RC_TYPE_REMINDER_DIALOG, "workspace", workspace, "customer-id", only, NULL);
  self->customer_ids = g_array_copy (customer_ids);
  if (only == 0)
    show_many (self);
  return GTK_WINDOW (self);
}
