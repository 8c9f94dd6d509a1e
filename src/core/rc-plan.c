/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-plan.h"

/* The arithmetic of licences (PR-4). It does not know whether a membership has lapsed: what is stored stays as
 * it was, and rc_term_state() tells whether it still counts (RN-7). */

/**
 * rc_plan_total:
 * @plan: the licences of one product
 *
 * Returns: ordered and pending licences together (PR-4)
 */
int
rc_plan_total (const RcPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);
  return plan->ordered + plan->pending;
}

/**
 * rc_plan_available:
 * @plan: the licences of one product
 *
 * Returns: the licences that are assigned to nobody (PR-4)
 */
int
rc_plan_available (const RcPlan *plan)
{
  return rc_plan_total (plan) - plan->assigned;
}

/**
 * rc_plan_can_withdraw:
 * @plan: the licences of one product
 * @quantity: how many are to be taken away, 0 or more
 *
 * Returns: whether as many licences are there and assigned to nobody (PA-6, OR-4)
 */
gboolean
rc_plan_can_withdraw (const RcPlan *plan, int quantity)
{
  g_return_val_if_fail (quantity >= 0, FALSE);
  return quantity <= rc_plan_available (plan);
}
