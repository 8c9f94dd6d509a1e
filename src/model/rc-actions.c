/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-actions.h"

#include "rc-filter.h"
#include "rc-plan.h"
#include "rc-request-state.h"
#include "rc-return.h"
#include "rc-team.h"
#include "rc-vip-select.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* Which actions a window offers, and why not the others, so that a button can say it before it is pressed. The commands
 * refuse by the same rules in their transaction: this is the forecast, not the guard. */

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

static const char *
get_renew_reason (const RcCustomerFacts *facts, const RcActionContext *context)
{
  switch (rc_term_state (facts, context->today, context->policy))
    {
    case RC_TERM_STATE_NONE:
      return _ ("There is no anniversary date yet, so nothing is due for renewal.");
    case RC_TERM_STATE_RUNNING:
    case RC_TERM_STATE_UPCOMING:
      return _ ("The renewal window is not open yet.");
    case RC_TERM_STATE_MOVED:
      return _ ("The customer has moved to another reseller.");
    case RC_TERM_STATE_READY:
    case RC_TERM_STATE_GRACE:
    case RC_TERM_STATE_LAPSED: /* an order that was placed in time can still be recorded */
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_enroll_reason (const RcMembershipRecord *membership, const RcCustomerFacts *facts,
                   const RcActionContext *context)
{
  if (rc_term_state (facts, context->today, context->policy) == RC_TERM_STATE_LAPSED)
    return _ ("The membership has lapsed: a direct order brings it back.");
  if (rc_commitment_record_is_running (membership->commitment, context->today))
    return _ ("A 3-year commit is running already.");
  if (rc_customer_record_is_extended (membership->customer))
    return _ ("The term is a prepaid extended one. A 3-year commit is possible after its renewal.");
  if (rc_vip_select_level (membership->bought, context->policy) < RC_VIP_SELECT_FIRST_LEVEL)
    return _ ("The customer has not reached VIP Select yet.");
  if (rc_membership_record_count_committable (membership) < context->policy->commitment_min_quantity)
    return _ ("The customer has fewer licenses than the smallest 3-year commit.");
  return NULL;
}

/* Of the newest order, where nothing can be returned. */
static const char *
get_request_return_reason (const RcMembershipRecord *membership, const RcActionContext *context)
{
  const char *first = NULL;

  for (guint i = 0; i < membership->orders->len; i++)
    {
      const RcOrderRecord *order = membership->orders->pdata[i];

      for (guint j = 0; j < order->lines->len; j++)
        {
          const char *reason = rc_return_get_reason (membership, order, order->lines->pdata[j], context);

          if (reason == NULL)
            return NULL;
          if (first == NULL)
            first = reason;
        }
    }
  return first != NULL ? first : _ ("The customer has no order.");
}

static const char *
get_decide_return_reason (const RcMembershipRecord *membership)
{
  for (guint i = 0; membership->returns != NULL && i < membership->returns->len; i++)
    if (((RcReturnRecord *) membership->returns->pdata[i])->status == RC_RETURN_STATUS_REQUESTED)
      return NULL;
  return _ ("No return waits for a decision.");
}

/**
 * rc_action_get_reason:
 * @action: what somebody would like to do
 * @membership: the customer
 * @context: when, by which numbers and who
 *
 * By PA-3, PA-4, OR-2, CU-6, CU-7, CU-9, CU-10, PR-5, OR-4, RN-1, VS-2, CH-5 and TM-3.
 *
 * Returns: (transfer none) (nullable): why not, translated; NULL if it can be done
 */
const char *
rc_action_get_reason (RcAction action, const RcMembershipRecord *membership, const RcActionContext *context)
{
  const RcCustomerRecord *customer = membership->customer;
  RcRole least = action == RC_ACTION_ASSIGN_MANAGER ? RC_ROLE_PRIMARY_ADMIN : RC_ROLE_ACCOUNT_MANAGER;
  const char *reason = rc_team_get_role_reason (least, context->role);
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
    case RC_ACTION_RECORD_DEPARTURE:
      return NULL;
    case RC_ACTION_REMIND:
    case RC_ACTION_ACCEPT:
      return get_invitation_reason (customer);
    case RC_ACTION_REMOVE:
      return get_remove_reason (customer, &facts, context);
    case RC_ACTION_SET_ASSIGNED:
      return get_assigned_reason (membership->licences, &facts, context);
    case RC_ACTION_RENEW:
      return get_renew_reason (&facts, context);
    case RC_ACTION_ENROLL_COMMITMENT:
      return get_enroll_reason (membership, &facts, context);
    case RC_ACTION_REQUEST_RETURN:
      return get_request_return_reason (membership, context);
    case RC_ACTION_DECIDE_RETURN:
      return get_decide_return_reason (membership);
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
  const char *reason = rc_team_get_role_reason (least, context->role);

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

static gboolean
is_lapsed (const RcMembershipRecord *membership, const RcActionContext *context)
{
  RcCustomerFacts facts;

  rc_customer_record_get_facts (membership->customer, &facts);
  return rc_term_state (&facts, context->today, context->policy) == RC_TERM_STATE_LAPSED;
}

static const RcLicenceRecord *
find_licence (const RcMembershipRecord *membership, gint64 product_id)
{
  for (guint i = 0; i < membership->licences->len; i++)
    {
      const RcLicenceRecord *licence = membership->licences->pdata[i];

      if (licence->product_id == product_id)
        return licence;
    }
  return NULL;
}

/* What undecided returns of the current term's orders ask for: of a product, and of all that count for a commitment. */
static void
count_requested (const RcMembershipRecord *membership, gint64 product_id, RcReturnFacts *facts)
{
  for (guint i = 0; i < membership->orders->len; i++)
    {
      const RcOrderRecord *order = membership->orders->pdata[i];

      for (guint j = 0; order->term == membership->customer->term && j < order->lines->len; j++)
        {
          const RcLineRecord *line = order->lines->pdata[j];

          if (line->product_id == product_id)
            facts->requested += line->return_requested;
          if (line->licence_kind != RC_LICENCE_KIND_CONSUMABLE)
            facts->bought_requested += line->return_requested;
        }
    }
}

static int
get_most (const RcMembershipRecord *membership, const RcLineRecord *line, const RcActionContext *context,
          RcReturnLimit *limit)
{
  const RcLicenceRecord *licence = find_licence (membership, line->product_id);
  RcReturnFacts facts = { .remaining = line->quantity - line->returned - line->return_requested,
                          .bought = membership->bought };

  if (licence == NULL)
    return 0;
  facts.held = (RcPlan){ licence->ordered, licence->pending, licence->assigned };
  facts.committed = licence->licence_kind != RC_LICENCE_KIND_CONSUMABLE
                    && rc_commitment_record_is_running (membership->commitment, context->today);
  facts.commitment = facts.committed ? membership->commitment->quantity : 0;
  count_requested (membership, line->product_id, &facts);
  return rc_return_get_most (&facts, limit);
}

static const char *
get_limit_reason (RcReturnLimit limit)
{
  switch (limit)
    {
    case RC_RETURN_LIMIT_REMAINING:
      return _ ("All of it has been returned, or its return is requested.");
    case RC_RETURN_LIMIT_ASSIGNED:
      return _ ("Its licenses are assigned to users.");
    case RC_RETURN_LIMIT_COMMITMENT:
      return _ ("The 3-year commit does not allow fewer licenses.");
    }
  g_return_val_if_reached (NULL);
}

/**
 * rc_return_get_reason:
 * @membership: the customer
 * @order: one of its orders
 * @line: one of the order's lines
 * @context: when, by which numbers and who
 *
 * By OR-4, VS-3, RN-7, CH-5 and TM-3.
 *
 * Returns: (transfer none) (nullable): why no return of the line can be requested, translated; NULL if it can be
 */
const char *
rc_return_get_reason (const RcMembershipRecord *membership, const RcOrderRecord *order,
                      const RcLineRecord *line, const RcActionContext *context)
{
  const char *reason = rc_team_get_role_reason (RC_ROLE_ACCOUNT_MANAGER, context->role);
  RcReturnLimit limit = RC_RETURN_LIMIT_REMAINING;

  if (reason == NULL)
    reason = get_moved_reason (membership->customer);
  if (reason != NULL)
    return reason;
  if (order->term != membership->customer->term)
    return _ ("The order is of an earlier term.");
  if (context->today < order->date)
    return _ ("The order is of a later day than today. Check the date of this computer.");
  if (context->today > rc_return_last_day (order->date, context->policy))
    return _ ("The days in which the order can be returned are over.");
  if (is_lapsed (membership, context))
    return _ ("The membership has lapsed: its licenses no longer work.");
  return get_most (membership, line, context, &limit) > 0 ? NULL : get_limit_reason (limit);
}

/**
 * rc_return_count_returnable:
 * @membership: the customer
 * @order: one of its orders
 * @line: one of the order's lines
 * @context: when, by which numbers and who
 *
 * Returns: the largest quantity of the line whose return can be requested (OR-4, VS-3); 0: none
 */
int
rc_return_count_returnable (const RcMembershipRecord *membership, const RcOrderRecord *order,
                            const RcLineRecord *line, const RcActionContext *context)
{
  if (rc_return_get_reason (membership, order, line, context) != NULL)
    return 0;
  return get_most (membership, line, context, NULL);
}

/* The order and the line that a return is of. */
static const RcOrderRecord *
find_order (const RcMembershipRecord *membership, gint64 line_id, const RcLineRecord **line)
{
  for (guint i = 0; i < membership->orders->len; i++)
    {
      const RcOrderRecord *order = membership->orders->pdata[i];

      for (guint j = 0; j < order->lines->len; j++)
        {
          *line = order->lines->pdata[j];
          if ((*line)->id == line_id)
            return order;
        }
    }
  return NULL;
}

/**
 * rc_return_get_decision_reason:
 * @membership: the customer
 * @record: one of its returns
 * @context: when, by which numbers and who
 *
 * By OR-4, VS-3, CH-5 and TM-3. To reject it, nothing stands in the way but the role and a decision that was made already.
 *
 * Returns: (transfer none) (nullable): why it cannot be approved, translated; NULL if it can be
 */
const char *
rc_return_get_decision_reason (const RcMembershipRecord *membership, const RcReturnRecord *record,
                               const RcActionContext *context)
{
  const char *reason = rc_team_get_role_reason (RC_ROLE_ACCOUNT_MANAGER, context->role);
  const RcLineRecord *line = NULL;
  const RcOrderRecord *order = find_order (membership, record->order_line_id, &line);
  const RcLicenceRecord *licence;

  if (reason == NULL)
    reason = get_moved_reason (membership->customer);
  if (reason != NULL)
    return reason;
  if (record->status != RC_RETURN_STATUS_REQUESTED)
    return _ ("The return has been decided already.");
  if (order == NULL || order->term != membership->customer->term)
    return NULL;
  licence = find_licence (membership, line->product_id);
  if (licence != NULL && licence->ordered + licence->pending - licence->assigned < record->quantity)
    return _ ("Its licenses are assigned to users.");
  if (line->licence_kind != RC_LICENCE_KIND_CONSUMABLE
      && rc_commitment_record_is_running (membership->commitment, context->today)
      && membership->bought - record->quantity < membership->commitment->quantity)
    return _ ("The 3-year commit does not allow fewer licenses.");
  return NULL;
}
