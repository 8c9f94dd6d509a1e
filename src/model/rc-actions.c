/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-actions.h"

#include "rc-filter.h"
#include "rc-plan.h"
#include "rc-request-state.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* Which actions a window offers, and why not the others, so that a button can say it before it is pressed. The commands
 * refuse by the same rules in their transaction: this is the forecast, not the guard. */

static const char *
get_role_reason (RcRole least, RcRole role)
{
  if (role == RC_ROLE_VIEWER)
    return _ ("Viewers cannot change anything.");
  if (least == RC_ROLE_PRIMARY_ADMIN && role != RC_ROLE_PRIMARY_ADMIN)
    return _ ("Only the primary admin can do this.");
  return NULL;
}

static const char *
get_moved_reason (const RcCustomerRecord *customer)
{
  return customer->moved_on != RC_DATE_NONE ? _ ("The customer has moved to another reseller.") : NULL;
}

static const char *
get_create_reason (const RcCustomerFacts *facts, const RcActionContext *context)
{
  switch (rc_request_state (facts->oldest_open_pa, context->today, context->policy))
    {
    case RC_REQUEST_STATE_NONE:
    case RC_REQUEST_STATE_PENDING:
      break;
    case RC_REQUEST_STATE_OVERDUE:
    case RC_REQUEST_STATE_SUSPENDED:
      return _ ("Place the order for every past due purchase authorization first.");
    }
  if (rc_term_state (facts, context->today, context->policy) == RC_TERM_STATE_LAPSED)
    return _ ("The membership has lapsed: a direct order brings it back.");
  return NULL;
}

static const char *
get_invitation_reason (const RcCustomerRecord *customer)
{
  if (customer->invitation_status == RC_INVITATION_STATUS_ACCEPTED)
    return _ ("The invitation was accepted already.");
  return NULL;
}

static const char *
get_remove_reason (const RcCustomerRecord *customer, const RcCustomerFacts *facts,
                   const RcActionContext *context)
{
  if (!rc_filter_contains (RC_FILTER_NO_PRODUCTS, facts, context->today, context->policy))
    return _ ("Only customers without products can be removed.");
  if (customer->had_order)
    return _ ("A customer that ever had an order cannot be removed.");
  return NULL;
}

static const char *
get_assigned_reason (GPtrArray *licences, const RcCustomerFacts *facts, const RcActionContext *context)
{
  if (rc_term_state (facts, context->today, context->policy) == RC_TERM_STATE_LAPSED)
    return _ ("The membership has lapsed: its licenses no longer work.");
  for (guint i = 0; i < licences->len; i++)
    {
      const RcLicenceRecord *licence = licences->pdata[i];

      if (licence->ordered + licence->pending > 0)
        return NULL;
    }
  return _ ("The customer has no licenses.");
}

/**
 * rc_action_get_reason:
 * @action: what somebody would like to do
 * @membership: the customer
 * @context: when, by which numbers and who
 *
 * By PA-3, PA-4, OR-2, CU-6, CU-7, CU-9, CU-10, PR-5, CH-5 and TM-3.
 *
 * Returns: (transfer none) (nullable): why not, translated; NULL if it can be done
 */
const char *
rc_action_get_reason (RcAction action, const RcMembershipRecord *membership, const RcActionContext *context)
{
  const RcCustomerRecord *customer = membership->customer;
  RcRole least = action == RC_ACTION_ASSIGN_MANAGER ? RC_ROLE_PRIMARY_ADMIN : RC_ROLE_ACCOUNT_MANAGER;
  const char *reason = get_role_reason (least, context->role);
  RcCustomerFacts facts;

  if (reason == NULL)
    reason = get_moved_reason (customer);
  if (reason != NULL)
    return reason;

  rc_customer_record_get_facts (customer, &facts);
  switch (action)
    {
    case RC_ACTION_CREATE_PA:
      return get_create_reason (&facts, context);
    case RC_ACTION_PLACE_DIRECT_ORDER:
    case RC_ACTION_ASSIGN_MANAGER:
      return NULL;
    case RC_ACTION_REMIND:
    case RC_ACTION_ACCEPT:
      return get_invitation_reason (customer);
    case RC_ACTION_REMOVE:
      return get_remove_reason (customer, &facts, context);
    case RC_ACTION_SET_ASSIGNED:
      return get_assigned_reason (membership->licences, &facts, context);
    }
  g_return_val_if_reached (NULL);
}

/* PA-6: per product, what remains must still be as much as is assigned. */
static gboolean
can_withdraw_all (GPtrArray *licences, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < licences->len; j++)
      {
        const RcLineRecord *line = lines->pdata[i];
        const RcLicenceRecord *licence = licences->pdata[j];
        RcPlan plan = { licence->ordered, licence->pending, licence->assigned };

        if (line->product_id == licence->product_id && !rc_plan_can_withdraw (&plan, line->quantity))
          return FALSE;
      }
  return TRUE;
}

/**
 * rc_request_action_get_reason:
 * @action: what somebody would like to do
 * @membership: the customer
 * @pa: one of its purchase authorizations
 * @context: when, by which numbers and who
 *
 * By PA-5, PA-6, PA-8, CH-5 and TM-3.
 *
 * Returns: (transfer none) (nullable): why not, translated; NULL if it can be done
 */
const char *
rc_request_action_get_reason (RcRequestAction action, const RcMembershipRecord *membership,
                              const RcPaRecord *pa, const RcActionContext *context)
{
  RcRole least = action == RC_REQUEST_ACTION_CLOSE_UNPAID ? RC_ROLE_PRIMARY_ADMIN : RC_ROLE_ACCOUNT_MANAGER;
  RcRequestState state = rc_request_state (pa->date, context->today, context->policy);
  const char *reason = get_role_reason (least, context->role);

  if (reason == NULL)
    reason = get_moved_reason (membership->customer);
  if (reason != NULL)
    return reason;
  if (pa->status != RC_PA_STATUS_OPEN)
    return _ ("The purchase authorization is not open any more.");

  switch (action)
    {
    case RC_REQUEST_ACTION_PLACE_ORDER:
      return NULL;
    case RC_REQUEST_ACTION_CANCEL:
      if (state != RC_REQUEST_STATE_PENDING)
        return _ ("Only a pending purchase authorization can be canceled: this one is past due.");
      if (!can_withdraw_all (membership->licences, pa->lines))
        return _ ("Its licenses are assigned to users.");
      return NULL;
    case RC_REQUEST_ACTION_CLOSE_UNPAID:
      return state == RC_REQUEST_STATE_SUSPENDED
                 ? NULL
                 : _ ("Only a suspended purchase authorization can be closed unpaid.");
    }
  g_return_val_if_reached (NULL);
}
