/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-return.h"

/* How much of an order's line can be given back (OR-4, VS-3): the dialog offers by it, the command refuses by it. Whether
 * anything can (the days, the term, the membership) is theirs to ask. */

static void
lower (int *most, RcReturnLimit *limit, int other, RcReturnLimit reason)
{
  if (other >= *most)
    return;
  *most = other;
  *limit = reason;
}

/**
 * rc_return_get_most:
 * @facts: what is known of a line of an order of the current term
 * @limit: (out) (optional): what keeps more from being returned
 *
 * Licences whose return is requested are spoken for: they are neither free to be returned again nor, while it is not
 * decided, part of what a 3-year commit can count on.
 *
 * Returns: the largest quantity whose return can be requested; 0: none
 */
int
rc_return_get_most (const RcReturnFacts *facts, RcReturnLimit *limit)
{
  RcReturnLimit reason = RC_RETURN_LIMIT_REMAINING;
  int most;

  g_return_val_if_fail (facts != NULL, 0);

  most = MAX (facts->remaining, 0);
  lower (&most, &reason, MAX (rc_plan_available (&facts->held) - facts->requested, 0),
         RC_RETURN_LIMIT_ASSIGNED);
  if (facts->committed)
    lower (&most, &reason, MAX (facts->bought - facts->bought_requested - facts->commitment, 0),
           RC_RETURN_LIMIT_COMMITMENT);
  if (limit != NULL)
    *limit = reason;
  return most;
}

/**
 * rc_return_last_day:
 * @order_date: the date of an order
 * @policy: the policy
 *
 * Returns: the last day on which a return of it can be requested (OR-4)
 */
RcDate
rc_return_last_day (RcDate order_date, const RcPolicy *policy)
{
  g_return_val_if_fail (policy != NULL, RC_DATE_NONE);
  return rc_date_add_days (order_date, policy->return_days);
}
