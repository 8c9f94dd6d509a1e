/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-record-departure.h"

#include "rc-command-context.h"
#include "rc-customer-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Records that a customer has moved to another reseller (CH-5): it stays readable, and nothing more can be done with it. */

struct _RcRecordDeparture
{
  RcCommand parent_instance;

  gint64 customer_id;
};

G_DEFINE_FINAL_TYPE (RcRecordDeparture, rc_record_departure, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcRecordDeparture, customer_id) },
};

static gboolean
check_date (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  if (context->today >= customer->invited_on)
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE, _ ("%s was invited later than this day."),
               customer->name);
  return FALSE;
}

static gboolean
rc_record_departure_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                           GError **error)
{
  RcRecordDeparture *self = RC_RECORD_DEPARTURE (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (customer == NULL || !check_date (context, customer, error)
      || !rc_customer_table_set_moved (context->database, context->seq, customer->id, context->today, error)
      || !rc_command_context_touch (context, customer->id, error))
    return FALSE;
  result->customer_id = customer->id;
  result->reference = g_strdup (customer->vip_id);
  result->count = 1;
  rc_activity_details_add_date (details, "moved-on", RC_DATE_NONE, context->today);
  return rc_command_context_record (context, customer, details, error);
}

static void
rc_record_departure_class_init (RcRecordDepartureClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->apply = rc_record_departure_apply;
  rc_command_class_set_fields (command_class, "record-departure", fields, G_N_ELEMENTS (fields));
}

static void
rc_record_departure_init (RcRecordDeparture *self)
{
}

/**
 * rc_record_departure_new:
 * @actor: who records it
 * @date: the day on which the customer moved
 * @customer_id: a customer that has not moved yet
 *
 * Returns: (transfer full): a command; its result has the customer's id and VIP ID
 */
RcCommand *
rc_record_departure_new (gint64 actor, RcDate date, gint64 customer_id)
{
  return g_object_new (RC_TYPE_RECORD_DEPARTURE, "actor", actor, "date", date, "customer-id", customer_id,
                       NULL);
}
