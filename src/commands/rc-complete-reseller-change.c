/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-complete-reseller-change.h"

#include "rc-format.h"
#include "rc-invitation.h"
#include "rc-order-lines.h"
#include "rc-reseller-change-table.h"
#include "rc-reseller-code-mail.h"
#include "rc-reseller-code.h"
#include "rc-rule-error.h"
#include "rc-time-zone.h"

#include <glib/gi18n-lib.h>

/* Records that a customer has changed to this reseller, with its data and what it holds (CH-4). It stands in the list from
 * then on, accepted. */

struct _RcCompleteResellerChange
{
  RcCommand parent_instance;

  gint64 reseller_change_id;
  RcDate completed_on;
  RcCustomerData *customer; /* (owned) (nullable) */
  RcDate anniversary_date; /* RC_DATE_NONE: none yet */
  GPtrArray *lines; /* (owned) (nullable) of RcProductLine: the licences held */
  char *code; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcCompleteResellerChange, rc_complete_reseller_change, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "reseller-change-id", RC_COMMAND_FIELD_ID,
    G_STRUCT_OFFSET (RcCompleteResellerChange, reseller_change_id) },
  { "completed-on", RC_COMMAND_FIELD_DATE, G_STRUCT_OFFSET (RcCompleteResellerChange, completed_on) },
  { "customer", RC_COMMAND_FIELD_CUSTOMER, G_STRUCT_OFFSET (RcCompleteResellerChange, customer) },
  { "anniversary-date", RC_COMMAND_FIELD_DATE, G_STRUCT_OFFSET (RcCompleteResellerChange, anniversary_date) },
  { "lines", RC_COMMAND_FIELD_LINES, G_STRUCT_OFFSET (RcCompleteResellerChange, lines) },
  { "code", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcCompleteResellerChange, code) },
};

/* The fields of CU-1 without a custom date (CU-11): the membership exists, and its date is what it is. */
static RcCustomerData *
form_fields (const RcCustomerData *data)
{
  RcCustomerData *form = data != NULL ? rc_customer_data_copy (data) : rc_customer_data_new ();

  for (int field = RC_CUSTOMER_FIELD_ANNIVERSARY_DATE; field < RC_N_CUSTOMER_FIELDS; field++)
    rc_customer_data_set (form, (RcCustomerField) field, NULL);
  return form;
}

static gboolean
has_lines (RcCompleteResellerChange *self)
{
  return self->lines != NULL && self->lines->len > 0;
}

static gboolean
rc_complete_reseller_change_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcCompleteResellerChange *self = RC_COMPLETE_RESELLER_CHANGE (command);
  g_autoptr (RcCustomerData) form = form_fields (self->customer);

  if (!rc_invitation_validate (form, rc_command_get_date (command), policy, error)
      || (has_lines (self) && !rc_order_lines_validate (self->lines, policy, error)))
    return FALSE;
  if (!has_lines (self) || self->anniversary_date != RC_DATE_NONE)
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
                       _ ("Enter the anniversary date, since the customer has licenses."));
  return FALSE;
}

static gboolean
check_code (RcCompleteResellerChange *self, RcCommandContext *context, GError **error)
{
  g_autofree char *code = rc_reseller_code_normalize (self->code);
  g_autoptr (GBytes) digest = NULL;
  g_autoptr (GBytes) salt = NULL;
  gint64 message_id;

  if (self->code == NULL)
    return TRUE;
  if (!rc_reseller_change_table_load_code (context->database, self->reseller_change_id, &digest, &salt,
                                           &message_id, error))
    return FALSE;
  if (code != NULL && digest != NULL && rc_reseller_code_matches (code, salt, digest))
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_CODE,
                       _ ("This is not the code that was sent last. Check it, or leave it empty."));
  return FALSE;
}

/* Of a day before today only the day is known: the code was used in time if the day began before it expired (CH-4). */
static gboolean
check_not_expired (RcCompleteResellerChange *self, RcCommandContext *context,
                   const RcResellerChangeRecord *change, GTimeZone *zone, GError **error)
{
  gboolean is_today = self->completed_on == rc_time_zone_get_date (zone, context->now);
  RcDate last = rc_time_zone_get_date (zone, change->expires_at);
  g_autofree char *last_text = NULL;

  if (is_today ? context->now < change->expires_at : self->completed_on <= last)
    return TRUE;
  last_text = rc_format_date_long (last);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CODE,
               /* Translators: a date */
               _ ("The code expired on %s. Send a new one, or enter the day on which the customer used it."),
               last_text);
  return FALSE;
}

static gboolean
check_date (RcCompleteResellerChange *self, RcCommandContext *context, const RcResellerChangeRecord *change,
            GError **error)
{
  g_autoptr (GTimeZone) zone = rc_reseller_change_get_zone (context, error);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  RcDate first;

  if (zone == NULL)
    return FALSE;
  first = rc_time_zone_get_date (zone, change->requested_at);
  if (self->completed_on >= first && self->completed_on <= context->today)
    return check_not_expired (self, context, change, zone, error);
  from = rc_format_date_long (first);
  to = rc_format_date_long (context->today);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
               /* Translators: both are dates */
               _ ("The day of the change has to lie between %s and %s."), from, to);
  return FALSE;
}

/* The term runs, or can still be renewed (RN-1), and is no longer than the longest that there is (CU-11). */
static gboolean
check_anniversary (RcCompleteResellerChange *self, RcCommandContext *context, GError **error)
{
  const RcPolicy *policy = context->policy;
  int months = MAX (policy->extended_max_months[RC_SEGMENT_COMMERCIAL],
                    MAX (policy->extended_max_months[RC_SEGMENT_GOVERNMENT],
                         policy->extended_max_months[RC_SEGMENT_EDUCATION]));
  RcDate first = rc_date_add_days (context->today, -policy->window_after_days);
  RcDate last = rc_date_add_months (context->today, months, 0);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->anniversary_date == RC_DATE_NONE
      || (self->anniversary_date >= first && self->anniversary_date <= last))
    return TRUE;
  from = rc_format_date_long (first);
  to = rc_format_date_long (last);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
               /* Translators: both are dates */
               _ ("The anniversary date has to lie between %s and %s."), from, to);
  return FALSE;
}

static RcCustomerRecord *
add_customer (RcCompleteResellerChange *self, RcCommandContext *context, const RcResellerChangeRecord *change,
              GError **error)
{
  g_autoptr (RcCustomerData) data = form_fields (self->customer);
  g_autoptr (RcMemberRecord) manager = rc_invitation_load_manager (context, 0, error);
  g_autofree char *completed_on = rc_date_to_iso (self->completed_on);
  g_autofree char *anniversary_date = rc_date_to_iso (self->anniversary_date);

  if (manager == NULL)
    return NULL;
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_VIP_ID, change->vip_id);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_INVITED_ON, completed_on);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ACCEPTED_ON, completed_on);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, anniversary_date);
  return rc_invitation_insert (context, data, manager, error);
}

/* What the customer brings along is paid for. */
static gboolean
add_licences (RcCompleteResellerChange *self, RcCommandContext *context, const RcCustomerRecord *customer,
              char **products, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (!has_lines (self))
    return TRUE;
  lines = rc_order_lines_resolve (context, customer, self->lines, RC_ORDER_LINES_HELD, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (lines, i);

      if (!rc_order_lines_add (context, customer, line, line->quantity, 0, error))
        return FALSE;
    }
  *products = lines != NULL ? rc_order_lines_to_text (lines, "", ", ") : NULL;
  return lines != NULL;
}

static gboolean
rc_complete_reseller_change_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                                   GError **error)
{
  RcCompleteResellerChange *self = RC_COMPLETE_RESELLER_CHANGE (command);
  g_autoptr (RcResellerChangeRecord) change =
      rc_reseller_change_load_open (context, self->reseller_change_id, error);
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (JsonObject) details = NULL;
  g_autofree char *products = NULL;

  if (change == NULL || !check_date (self, context, change, error)
      || !check_anniversary (self, context, error) || !check_code (self, context, error))
    return FALSE;
  customer = add_customer (self, context, change, error);
  if (customer == NULL || !add_licences (self, context, customer, &products, error)
      || !rc_reseller_change_table_complete (context->database, context->seq, change->id, self->completed_on,
                                             customer->id, error))
    return FALSE;
  context->changes->kinds |= RC_CHANGE_RESELLER_CHANGES;
  result->customer_id = customer->id;
  result->object_id = change->id;
  result->reference = g_strdup (customer->vip_id);
  result->count = 1;
  details = rc_invitation_describe (customer);
  if (products != NULL)
    rc_activity_details_add (details, "products", NULL, products);
  return rc_command_context_touch (context, customer->id, error)
         && rc_command_context_record (context, customer, details, error);
}

static void
rc_complete_reseller_change_class_init (RcCompleteResellerChangeClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_complete_reseller_change_validate;
  command_class->apply = rc_complete_reseller_change_apply;
  rc_command_class_set_fields (command_class, "complete-reseller-change", fields, G_N_ELEMENTS (fields));
}

static void
rc_complete_reseller_change_init (RcCompleteResellerChange *self)
{
}

/**
 * rc_complete_reseller_change_new:
 * @actor: who records it, and looks after the customer from then on (CU-10)
 * @date: the day on which it is recorded
 * @reseller_change_id: a request that is not completed
 * @completed_on: the day on which the customer entered the code, from the request to @date and not after the code expired
 * @customer: the fields of CU-1, as typed; copied
 * @anniversary_date: the membership's anniversary date; RC_DATE_NONE: none, where it has no licences
 * @lines: (nullable) (element-type RcProductLine): the licences that the customer holds; copied
 * @code: (nullable): the code as the customer told it, to be sure; %NULL: it was not told
 *
 * Returns: (transfer full): a command; its result has the customer's id and, as reference, its VIP ID
 */
RcCommand *
rc_complete_reseller_change_new (gint64 actor, RcDate date, gint64 reseller_change_id, RcDate completed_on,
                                 const RcCustomerData *customer, RcDate anniversary_date, GPtrArray *lines,
                                 const char *code)
{
  return g_object_new (RC_TYPE_COMPLETE_RESELLER_CHANGE, "actor", actor, "date", date, "reseller-change-id",
                       reseller_change_id, "completed-on", completed_on, "customer", customer,
                       "anniversary-date", anniversary_date, "lines", lines, "code", code, NULL);
}
