/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-send-reminder.h"

#include "rc-command-mail.h"
#include "rc-customer-table.h"
#include "rc-email.h"
#include "rc-invitation.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Sends the invitation again while it is pending, to the same or to a new address (CU-6). */

struct _RcSendReminder
{
  RcCommand parent_instance;

  gint64 customer_id;
  char *email; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcSendReminder, rc_send_reminder, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcSendReminder, customer_id) },
  { "email", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcSendReminder, email) },
};

static gboolean
rc_send_reminder_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcSendReminder *self = RC_SEND_REMINDER (command);
  g_autofree char *email = self->email != NULL ? rc_email_normalize (self->email, policy, error) : NULL;

  return self->email == NULL || email != NULL;
}

static gboolean
check_pending (const RcCustomerRecord *customer, GError **error)
{
  if (customer->invitation_status == RC_INVITATION_STATUS_PENDING)
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_PENDING,
               _ ("%s has accepted the invitation already. The customer changes its contract owner itself."),
               customer->name);
  return FALSE;
}

static gboolean
change_email (RcSendReminder *self, RcCommandContext *context, RcCustomerRecord *customer,
              JsonObject *details, GError **error)
{
  g_autofree char *email = rc_email_normalize (self->email, context->policy, error);

  if (email == NULL)
    return FALSE;
  if (g_str_equal (email, customer->contact_email))
    return TRUE;
  if (!rc_invitation_check_double (context, customer, email, error)
      || !rc_customer_table_set_email (context->database, context->seq, customer, email, error))
    return FALSE;
  rc_activity_details_add (details, "email", customer->contact_email, email);
  g_free (customer->contact_email);
  customer->contact_email = g_steal_pointer (&email);
  return TRUE;
}

static gboolean
write_mail (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  g_autoptr (GHashTable) values = rc_command_mail_values_new ();

  rc_command_mail_values_add_date (values, "date", customer, customer->invited_on);
  return rc_command_mail_customer (context, customer, RC_MESSAGE_KIND_REMINDER, values, error);
}

static gboolean
rc_send_reminder_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                        GError **error)
{
  RcSendReminder *self = RC_SEND_REMINDER (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (customer == NULL || !check_pending (customer, error))
    return FALSE;
  rc_activity_details_add_date (details, "reminded-on", customer->reminded_on, context->today);
  if (self->email != NULL && !change_email (self, context, customer, details, error))
    return FALSE;
  result->customer_id = customer->id;
  result->reference = g_strdup (customer->contact_email);
  result->count = 1;
  rc_change_set_add_customer (context->changes, customer->id);
  return rc_customer_table_set_reminded (context->database, context->seq, customer->id, context->today, error)
         && rc_command_context_record (context, customer, details, error)
         && write_mail (context, customer, error);
}

static void
rc_send_reminder_class_init (RcSendReminderClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_send_reminder_validate;
  command_class->apply = rc_send_reminder_apply;
  rc_command_class_set_fields (command_class, "send-reminder", fields, G_N_ELEMENTS (fields));
}

static void
rc_send_reminder_init (RcSendReminder *self)
{
}

/**
 * rc_send_reminder_new:
 * @actor: who sends it
 * @date: the day
 * @customer_id: a customer whose invitation is pending
 * @email: (nullable): the primary contact's new address; %NULL: the same
 *
 * Returns: (transfer full): a command; its result's reference is the address
 */
RcCommand *
rc_send_reminder_new (gint64 actor, RcDate date, gint64 customer_id, const char *email)
{
  return g_object_new (RC_TYPE_SEND_REMINDER, "actor", actor, "date", date, "customer-id", customer_id,
                       "email", email, NULL);
}
