/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-record-acceptance.h"

#include "rc-command-context.h"
#include "rc-customer-table.h"
#include "rc-format.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Records that the primary contact has accepted the terms and conditions (CU-7): on a desk nobody else tells. */

struct _RcRecordAcceptance
{
  RcCommand parent_instance;

  gint64 customer_id;
  RcDate accepted_on;
};

G_DEFINE_FINAL_TYPE (RcRecordAcceptance, rc_record_acceptance, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcRecordAcceptance, customer_id) },
  { "accepted-on", RC_COMMAND_FIELD_DATE, G_STRUCT_OFFSET (RcRecordAcceptance, accepted_on) },
};

static gboolean
check (RcRecordAcceptance *self, RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (customer->invitation_status != RC_INVITATION_STATUS_PENDING)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_PENDING,
                   _ ("%s has accepted the invitation already."), customer->name);
      return FALSE;
    }
  if (self->accepted_on >= customer->invited_on && self->accepted_on <= context->today)
    return TRUE;
  from = rc_format_date_long (customer->invited_on);
  if (customer->invited_on > context->today)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
                   /* Translators: a date, which is after the one that the computer shows */
                   _ ("The acceptance can be of %s at the earliest. Check the date of this computer."), from);
      return FALSE;
    }
  to = rc_format_date_long (context->today);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
               /* Translators: both are dates */
               _ ("The date of the acceptance has to lie between %s and %s."), from, to);
  return FALSE;
}

static gboolean
rc_record_acceptance_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                            GError **error)
{
  RcRecordAcceptance *self = RC_RECORD_ACCEPTANCE (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (customer == NULL || !check (self, context, customer, error))
    return FALSE;
  rc_activity_details_add_date (details, "accepted-on", RC_DATE_NONE, self->accepted_on);
  result->customer_id = customer->id;
  result->reference = g_strdup (customer->vip_id);
  result->count = 1;
  rc_change_set_add_customer (context->changes, customer->id);
  return rc_customer_table_set_accepted (context->database, context->seq, customer->id, self->accepted_on,
                                         error)
         && rc_command_context_record (context, customer, details, error);
}

static void
rc_record_acceptance_class_init (RcRecordAcceptanceClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->apply = rc_record_acceptance_apply;
  rc_command_class_set_fields (command_class, "record-acceptance", fields, G_N_ELEMENTS (fields));
}

static void
rc_record_acceptance_init (RcRecordAcceptance *self)
{
}

/**
 * rc_record_acceptance_new:
 * @actor: who records it
 * @date: the day on which it is recorded
 * @customer_id: a customer whose invitation is pending
 * @accepted_on: when it was accepted, from the invitation's date to @date
 *
 * Returns: (transfer full): a command; its result's reference is the VIP ID
 */
RcCommand *
rc_record_acceptance_new (gint64 actor, RcDate date, gint64 customer_id, RcDate accepted_on)
{
  return g_object_new (RC_TYPE_RECORD_ACCEPTANCE, "actor", actor, "date", date, "customer-id", customer_id,
                       "accepted-on", accepted_on, NULL);
}
