/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-months-to-order"

#include "rc-months-to-order.h"
#include "rc-anniversary.h"
#include "rc-filter.h"

/**
 * SECTION:rc-months-to-order
 *
 * For how long an order that is being written would be, before it is written.
 */

/**
 * rc_months_to_order:
 * @customer: a customer
 * @from: the order's date; RC_DATE_NONE: not known yet
 * @policy: the proration
 *
 * Returns: the months from @from to the anniversary date (AD-6); where there is none, or the membership has lapsed, to the one
 *   that the order would set (AD-1, RN-7); 0 without @from
 */
int
rc_months_to_order (const RcCustomerRecord *customer, RcDate from, const RcPolicy *policy)
{
  RcDate anniversary = customer->anniversary_date;
  int anchor = customer->anniversary_anchor;
  RcFilterBounds bounds;

  if (from == RC_DATE_NONE)
    return 0;
  rc_filter_get_bounds (from, policy, &bounds);
  if (anniversary == RC_DATE_NONE || anniversary <= bounds.lapsed_to)
    {
      anniversary = rc_anniversary_from (from);
      anchor = rc_date_get_day (from);
    }
  return rc_anniversary_months_to_order (from, anniversary, anchor, policy->proration);
}
