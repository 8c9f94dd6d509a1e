/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-enroll-commitment.h"

#include "rc-command-context.h"
#include "rc-commitment-table.h"
#include "rc-format.h"
#include "rc-licence-table.h"
#include "rc-rule-error.h"
#include "rc-vip-select.h"

#include <glib/gi18n-lib.h>

/* Enrolls a customer in a 3-year commit (VS-2): it keeps its level, and at least the committed licences. */

#define MONTHS_OF_A_COMMITMENT 36

struct _RcEnrollCommitment
{
  RcCommand parent_instance;

  gint64 customer_id;
  int quantity;
};

G_DEFINE_FINAL_TYPE (RcEnrollCommitment, rc_enroll_commitment, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcEnrollCommitment, customer_id) },
  { "quantity", RC_COMMAND_FIELD_INT, G_STRUCT_OFFSET (RcEnrollCommitment, quantity) },
};

static gboolean
rc_enroll_commitment_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  g_autofree char *lowest = NULL;

  if (RC_ENROLL_COMMITMENT (command)->quantity >= policy->commitment_min_quantity)
    return TRUE;
  lowest = rc_format_number (policy->commitment_min_quantity);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY,
               /* Translators: a number */
               _ ("A 3-year commit is for at least %s licenses."), lowest);
  return FALSE;
}

static gboolean
check_term (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  if (context->today < customer->invited_on)
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE, _ ("%s was invited later than this day."),
                 customer->name);
  else if (rc_command_context_is_lapsed (context, customer))
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_LAPSED,
                 _ ("The membership of %s has lapsed. It comes back with a direct order."), customer->name);
  else if (rc_customer_record_is_extended (customer))
    g_set_error (
        error, RC_RULE_ERROR, RC_RULE_ERROR_EXTENDED_TERM,
        _ ("The term of %s is a prepaid extended one. A 3-year commit is possible after its renewal."),
        customer->name);
  else
    return TRUE;
  return FALSE;
}

/* One at a time; the next one can begin on the day on which the last one ends. */
static gboolean
check_none_runs (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  g_autoptr (RcCommitmentRecord) latest = NULL;
  g_autofree char *ends = NULL;

  if (!rc_commitment_table_find (context->database, customer->id, &latest, error))
    return FALSE;
  if (latest == NULL || latest->ends_on <= context->today)
    return TRUE;
  ends = rc_format_date_long (latest->ends_on);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_COMMITMENT,
               /* Translators: an organization's name and a date */
               _ ("%s has a 3-year commit already, until %s."), customer->name, ends);
  return FALSE;
}

static gboolean
refuse_level (const RcCustomerRecord *customer, int missing, GError **error)
{
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_COMMITMENT,
               /* Translators: an organization's name and a number */
               ngettext ("%s needs %d more ordered license to reach VIP Select.",
                         "%s needs %d more ordered licenses to reach VIP Select.", (unsigned long) missing),
               customer->name, missing);
  return FALSE;
}

static gboolean
check_quantity (RcEnrollCommitment *self, RcCommandContext *context, const RcCustomerRecord *customer,
                GError **error)
{
  RcPlan count;
  int level, from, to;

  if (!rc_licence_table_count (context->database, customer->id, &count, error))
    return FALSE;
  level = rc_vip_select_level (count.ordered, context->policy);
  rc_vip_select_get_range (RC_VIP_SELECT_FIRST_LEVEL, context->policy, &from, &to);
  if (level < RC_VIP_SELECT_FIRST_LEVEL)
    return refuse_level (customer, from - count.ordered, error);
  if (self->quantity <= rc_plan_total (&count))
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY,
               /* Translators: an organization's name and a number */
               ngettext ("%s has %d license, and cannot commit to more.",
                         "%s has %d licenses, and cannot commit to more.",
                         (unsigned long) rc_plan_total (&count)),
               customer->name, rc_plan_total (&count));
  return FALSE;
}

static gboolean
record (RcCommandContext *context, const RcCustomerRecord *customer, const RcCommitmentRecord *commitment,
        GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();

  rc_activity_details_add_count (details, "committed-licenses", commitment->quantity);
  rc_activity_details_add_date (details, "commitment-ends-on", RC_DATE_NONE, commitment->ends_on);
  return rc_command_context_record (context, customer, details, error);
}

static gboolean
rc_enroll_commitment_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                            GError **error)
{
  RcEnrollCommitment *self = RC_ENROLL_COMMITMENT (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  RcCommitmentRecord commitment = { .quantity = self->quantity,
                                    .starts_on = context->today,
                                    .ends_on = rc_enroll_commitment_get_end (context->today) };

  if (customer == NULL || !check_term (context, customer, error)
      || !check_none_runs (context, customer, error) || !check_quantity (self, context, customer, error)
      || !rc_commitment_table_insert (context->database, context->seq, customer->id, &commitment, error)
      || !rc_command_context_touch (context, customer->id, error))
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = commitment.id;
  result->reference = g_strdup (customer->vip_id);
  result->count = 1;
  return record (context, customer, &commitment, error);
}

static void
rc_enroll_commitment_class_init (RcEnrollCommitmentClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_enroll_commitment_validate;
  command_class->apply = rc_enroll_commitment_apply;
  rc_command_class_set_fields (command_class, "enroll-commitment", fields, G_N_ELEMENTS (fields));
}

static void
rc_enroll_commitment_init (RcEnrollCommitment *self)
{
}

/**
 * rc_enroll_commitment_new:
 * @actor: who enrolls it
 * @date: the day on which it begins
 * @customer_id: a customer that has reached VIP Select
 * @quantity: the committed licences, from the policy's lowest to the current total
 *
 * Returns: (transfer full): a command; its result has the id of the 3-year commit
 */
RcCommand *
rc_enroll_commitment_new (gint64 actor, RcDate date, gint64 customer_id, int quantity)
{
  return g_object_new (RC_TYPE_ENROLL_COMMITMENT, "actor", actor, "date", date, "customer-id", customer_id,
                       "quantity", quantity, NULL);
}

/**
 * rc_enroll_commitment_get_end:
 * @starts_on: the day on which a customer enrolls
 *
 * Returns: the first day without the commitment, three years later (VS-2)
 */
RcDate
rc_enroll_commitment_get_end (RcDate starts_on)
{
  return rc_date_add_months (starts_on, MONTHS_OF_A_COMMITMENT, 0);
}
