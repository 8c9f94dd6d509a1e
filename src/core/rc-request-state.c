/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-request-state.h"

/* The state of an open purchase authorization follows from its date alone (PA-2). Ordered, cancelled and closed ones
 * have no such state: ask only for open ones. */

/**
 * rc_request_age:
 * @pa_date: the date of a purchase authorization
 * @today: today
 *
 * Returns: its age in days: 0 on the day on which it was made (PA-2)
 */
int
rc_request_age (RcDate pa_date, RcDate today)
{
  return rc_date_days_until (pa_date, today);
}

/**
 * rc_request_state:
 * @pa_date: the date of an open purchase authorization, or RC_DATE_NONE where there is none
 * @today: today
 * @policy: the policy
 *
 * Returns: pending, overdue or suspended (PA-2); RC_REQUEST_STATE_NONE for RC_DATE_NONE
 */
RcRequestState
rc_request_state (RcDate pa_date, RcDate today, const RcPolicy *policy)
{
  int age;

  g_return_val_if_fail (policy != NULL, RC_REQUEST_STATE_NONE);
  if (pa_date == RC_DATE_NONE)
    return RC_REQUEST_STATE_NONE;

  age = rc_request_age (pa_date, today);
  if (age <= policy->pa_pending_to_days)
    return RC_REQUEST_STATE_PENDING;
  if (age <= policy->pa_overdue_to_days)
    return RC_REQUEST_STATE_OVERDUE;
  return RC_REQUEST_STATE_SUSPENDED;
}

/**
 * rc_request_order_due:
 * @pa_date: the date of an open purchase authorization
 * @policy: the policy
 *
 * Returns: the last day on which it is pending, by which the order is owed (PA-5)
 */
RcDate
rc_request_order_due (RcDate pa_date, const RcPolicy *policy)
{
  g_return_val_if_fail (policy != NULL, RC_DATE_NONE);
  return rc_date_add_days (pa_date, policy->pa_pending_to_days);
}

/**
 * rc_request_suspended_from:
 * @pa_date: the date of an open purchase authorization
 * @policy: the policy
 *
 * Returns: the first day on which its licences no longer work (PA-2)
 */
RcDate
rc_request_suspended_from (RcDate pa_date, const RcPolicy *policy)
{
  g_return_val_if_fail (policy != NULL, RC_DATE_NONE);
  return rc_date_add_days (pa_date, policy->pa_overdue_to_days + 1);
}
