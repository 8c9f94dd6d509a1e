/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-term-dates.h"

/* The days on which something changes around an anniversary date. rc_term_state() tells where a day stands among them. */

/**
 * rc_term_dates:
 * @anniversary_date: a customer's anniversary date
 * @policy: the policy
 * @dates: (out caller-allocates): the days around it
 *
 * By RN-1, RN-2 and RN-7.
 */
void
rc_term_dates (RcDate anniversary_date, const RcPolicy *policy, RcTermDates *dates)
{
  g_return_if_fail (anniversary_date != RC_DATE_NONE && policy != NULL && dates != NULL);

  dates->notice_on = rc_date_add_days (anniversary_date, -policy->notify_from_days);
  dates->opens_on = rc_date_add_days (anniversary_date, -policy->window_before_days);
  dates->anniversary = anniversary_date;
  dates->closes_on = rc_date_add_days (anniversary_date, policy->window_after_days);
  dates->expires_on = rc_date_add_days (dates->closes_on, 1);
}
