/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command-context.h"

#include "rc-activity-table.h"
#include "rc-customer-table.h"
#include "rc-filter.h"
#include "rc-member-table.h"
#include "rc-product-table.h"
#include "rc-purchase-authorization-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* What commands share while they are applied: look-ups that refuse in the user's words, and the activity entry. */

/* How many customers a command may change so that each is told of. */
#define MOST_STEPS 16

/* @fault: what the look-up said, if it said anything: then that is the error. */
static void
refuse_missing (GError **error, GError *fault, const char *message)
{
  if (fault != NULL)
    g_propagate_error (error, fault);
  else
    g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND, message);
}

static void
look_at (const RcCustomerRecord *customer, RcCustomerSight *sight)
{
  sight->customer_id = customer->id;
  rc_customer_record_get_facts (customer, &sight->facts);
  sight->managed_by = customer->managed_by;
  sight->invitation_status = customer->invitation_status;
}

static const RcCustomerSight *
find_sight (const RcCommandContext *context, gint64 customer_id)
{
  for (guint i = 0; i < context->seen->len; i++)
    {
      const RcCustomerSight *sight = &g_array_index (context->seen, RcCustomerSight, i);

      if (sight->customer_id == customer_id)
        return sight;
    }
  return NULL;
}

/* More than a few are counted anew. */
static void
remember (RcCommandContext *context, const RcCustomerRecord *customer)
{
  RcCustomerSight sight = { 0 };

  if (context->seen->len > MOST_STEPS || find_sight (context, customer->id) != NULL)
    return;
  look_at (customer, &sight);
  g_array_append_val (context->seen, sight);
}

/**
 * rc_command_context_load_customer:
 * @context: a context
 * @customer_id: a customer's id
 * @error: RC_RULE_ERROR_NOT_FOUND; RC_RULE_ERROR_MOVED: nothing more can be done with it (CH-5); RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a customer that something may be done with
 */
RcCustomerRecord *
rc_command_context_load_customer (RcCommandContext *context, gint64 customer_id, GError **error)
{
  g_autoptr (RcCustomerRecord) customer = NULL;
  GError *fault = NULL;

  customer = rc_customer_table_load (context->database, customer_id, &fault);
  if (customer == NULL)
    {
      refuse_missing (error, fault, _ ("This customer is not in the workspace any more."));
      return NULL;
    }
  if (customer->moved_on != RC_DATE_NONE)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_MOVED,
                   _ ("%s has moved to another reseller. Nothing more can be done with it."), customer->name);
      return NULL;
    }
  remember (context, customer);
  return g_steal_pointer (&customer);
}

static void
refuse_ended (GError **error, const RcPaRecord *pa)
{
  g_autofree char *message = NULL;

  switch (pa->status)
    {
    case RC_PA_STATUS_OPEN:
      g_return_if_reached ();
    case RC_PA_STATUS_ORDERED:
      message = g_strdup_printf (
          _ ("The purchase authorization %s has been ordered already. To give licenses back, "
             "request a return."),
          pa->number);
      break;
    case RC_PA_STATUS_CANCELED:
      message = g_strdup_printf (_ ("The purchase authorization %s has been canceled already."), pa->number);
      break;
    case RC_PA_STATUS_CLOSED_UNPAID:
      message =
          g_strdup_printf (_ ("The purchase authorization %s has been closed unpaid already."), pa->number);
      break;
    }
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_PA_STATE, message);
}

/**
 * rc_command_context_load_open_pa:
 * @context: a context
 * @pa_id: a purchase authorization's id
 * @customer: (out) (transfer full): whose it is
 * @error: RC_RULE_ERROR_NOT_FOUND, RC_RULE_ERROR_PA_STATE, RC_RULE_ERROR_MOVED; RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a purchase authorization that is open, with its lines
 */
RcPaRecord *
rc_command_context_load_open_pa (RcCommandContext *context, gint64 pa_id, RcCustomerRecord **customer,
                                 GError **error)
{
  g_autoptr (RcPaRecord) pa = NULL;
  GError *fault = NULL;

  pa = rc_purchase_authorization_table_load (context->database, pa_id, &fault);
  if (pa == NULL)
    {
      refuse_missing (error, fault, _ ("This purchase authorization is not in the workspace any more."));
      return NULL;
    }
  if (pa->status != RC_PA_STATUS_OPEN)
    {
      refuse_ended (error, pa);
      return NULL;
    }
  *customer = rc_command_context_load_customer (context, pa->customer_id, error);
  return *customer != NULL ? g_steal_pointer (&pa) : NULL;
}

/**
 * rc_command_context_load_manager:
 * @context: a context
 * @member_id: a member's id
 * @error: RC_RULE_ERROR_NOT_FOUND, RC_RULE_ERROR_FORBIDDEN for a viewer; RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): an active member who may look after customers (CU-10)
 */
RcMemberRecord *
rc_command_context_load_manager (RcCommandContext *context, gint64 member_id, GError **error)
{
  g_autoptr (RcMemberRecord) member = NULL;
  GError *fault = NULL;

  member = rc_member_table_load (context->database, member_id, &fault);
  if (member == NULL || member->status != RC_MEMBER_STATUS_ACTIVE)
    {
      refuse_missing (error, fault, _ ("The team member who is to manage the customer is not in the team."));
      return NULL;
    }
  if (member->role == RC_ROLE_VIEWER)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_FORBIDDEN,
                   _ ("%s is a viewer and cannot manage customers. Choose an account manager."),
                   member->name);
      return NULL;
    }
  return g_steal_pointer (&member);
}

/**
 * rc_command_context_find_product:
 * @context: a context
 * @code: a product's code
 * @error: RC_RULE_ERROR_NOT_FOUND; RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the product of the catalogue (PR-1)
 */
RcProductRecord *
rc_command_context_find_product (RcCommandContext *context, const char *code, GError **error)
{
  GError *fault = NULL;
  RcProductRecord *product = rc_product_table_find (context->database, code, &fault);

  if (fault != NULL)
    g_propagate_error (error, fault);
  else if (product == NULL)
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND, _ ("The product %s is not in the catalog."),
                 code);
  return product;
}

/**
 * rc_command_context_is_lapsed:
 * @context: a context
 * @customer: a customer
 *
 * Returns: whether its membership has lapsed on the command's day (RN-7)
 */
gboolean
rc_command_context_is_lapsed (RcCommandContext *context, const RcCustomerRecord *customer)
{
  RcCustomerFacts facts;

  rc_customer_record_get_facts (customer, &facts);
  return rc_term_state (&facts, context->today, context->policy) == RC_TERM_STATE_LAPSED;
}

/**
 * rc_command_context_touch:
 * @context: a context
 * @customer_id: a customer whose purchase authorizations, orders, licences or own row were changed
 * @error: RC_STORE_ERROR
 *
 * Brings the facts kept for the filters up to date, and names the customer in the change set.
 *
 * Returns: whether it was done
 */
gboolean
rc_command_context_touch (RcCommandContext *context, gint64 customer_id, GError **error)
{
  rc_change_set_add_customer (context->changes, customer_id);
  return rc_customer_table_refresh_facts (context->database, context->seq, customer_id, error);
}

/**
 * rc_command_context_tell_steps:
 * @context: a context whose command was applied
 * @error: RC_STORE_ERROR
 *
 * Tells the change set how the customers in it stood before the command and how they stand now, where there are but few, each of
 * which was loaded before it was changed. Not where customers were added or removed.
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_command_context_tell_steps (RcCommandContext *context, GError **error)
{
  const GArray *ids = context->changes->customer_ids;
  g_autoptr (GArray) steps = NULL;

  if (context->changes->all || context->changes->membership || ids->len > MOST_STEPS)
    return TRUE;
  steps = g_array_new (FALSE, TRUE, sizeof (RcChangeStep));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const RcCustomerSight *before = find_sight (context, id);
      g_autoptr (RcCustomerRecord) customer = NULL;
      RcChangeStep step = { 0 };

      if (before == NULL)
        return TRUE;
      customer = rc_customer_table_load (context->database, id, error);
      if (customer == NULL)
        return FALSE;
      step.before = *before;
      look_at (customer, &step.after);
      g_array_append_val (steps, step);
    }
  rc_change_set_take_steps (context->changes, g_steal_pointer (&steps));
  return TRUE;
}

/**
 * rc_command_context_record:
 * @context: a context
 * @customer: (nullable): on which customer
 * @details: old and new values
 * @error: RC_STORE_ERROR
 *
 * Writes the command's activity entry (AC-1).
 *
 * Returns: whether it was written
 */
gboolean
rc_command_context_record (RcCommandContext *context, const RcCustomerRecord *customer, JsonObject *details,
                           GError **error)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), details);
  g_autofree char *text = json_to_string (node, FALSE);
  RcActivityRecord entry = {
    .at = context->now,
    .member_name = context->actor != NULL ? context->actor->name : (char *) "–",
    .command = (char *) rc_command_get_name (context->command),
    .customer_id = customer != NULL ? customer->id : 0,
    .customer_name = customer != NULL ? customer->name : NULL,
    .details = text,
  };

  context->changes->kinds |= RC_CHANGE_ACTIVITY;
  return rc_activity_table_insert (context->database, context->seq,
                                   context->actor != NULL ? context->actor->id : 0, &entry, error);
}

static void
add_value (JsonArray *pair, const char *value)
{
  if (value != NULL)
    json_array_add_string_element (pair, value);
  else
    json_array_add_null_element (pair);
}

/**
 * rc_activity_details_add:
 * @details: an entry's details
 * @field: which field, in lower case with hyphens
 * @old_value: (nullable): its value before; %NULL: none
 * @new_value: (nullable): its value now; %NULL: none
 */
void
rc_activity_details_add (JsonObject *details, const char *field, const char *old_value, const char *new_value)
{
  JsonArray *pair = json_array_sized_new (2);

  add_value (pair, old_value);
  add_value (pair, new_value);
  json_object_set_array_member (details, field, pair);
}

/**
 * rc_activity_details_add_date:
 * @details: an entry's details
 * @field: which field
 * @old_value: a date, or RC_DATE_NONE
 * @new_value: a date, or RC_DATE_NONE
 *
 * Dates are written as ISO 8601; nothing is added where both are the same.
 */
void
rc_activity_details_add_date (JsonObject *details, const char *field, RcDate old_value, RcDate new_value)
{
  g_autofree char *old_text = rc_date_to_iso (old_value);
  g_autofree char *new_text = rc_date_to_iso (new_value);

  if (old_value != new_value)
    rc_activity_details_add (details, field, old_text, new_text);
}

/**
 * rc_activity_details_add_int:
 * @details: an entry's details
 * @field: which field
 * @old_value: the number before
 * @new_value: the number now
 */
void
rc_activity_details_add_int (JsonObject *details, const char *field, gint64 old_value, gint64 new_value)
{
  g_autofree char *old_text = g_strdup_printf ("%" G_GINT64_FORMAT, old_value);
  g_autofree char *new_text = g_strdup_printf ("%" G_GINT64_FORMAT, new_value);

  rc_activity_details_add (details, field, old_text, new_text);
}

/**
 * rc_activity_details_add_count:
 * @details: an entry's details
 * @field: what was counted
 * @count: how many of it came in
 */
void
rc_activity_details_add_count (JsonObject *details, const char *field, int count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);

  rc_activity_details_add (details, field, NULL, text);
}
