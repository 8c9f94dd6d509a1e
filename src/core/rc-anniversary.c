/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-anniversary.h"

#include "rc-format.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* What follows from an anniversary date: terms, months to order, and which date may be chosen at an invitation. Which
 * purchase authorization or order sets the date (AD-1 to AD-3) is the commands' business, since it needs the history. */

#define MONTHS_OF_A_TERM 12

/**
 * rc_anniversary_from:
 * @first: the date of the first purchase authorization or accepted order
 *
 * Returns: the anniversary date that it sets, 12 months later (AD-1)
 */
RcDate
rc_anniversary_from (RcDate first)
{
  return rc_date_add_months (first, MONTHS_OF_A_TERM, 0);
}

/**
 * rc_anniversary_next:
 * @anniversary: the anniversary date of the term that ends
 * @anchor_day: the original day of the month, 1 to 31 (AD-4); 0: that of @anniversary
 *
 * Returns: the anniversary date after a renewal: 12 months after the old one, whenever it was ordered (RN-4)
 */
RcDate
rc_anniversary_next (RcDate anniversary, int anchor_day)
{
  return rc_date_add_months (anniversary, MONTHS_OF_A_TERM, anchor_day);
}

/**
 * rc_anniversary_last_day:
 * @anniversary: an anniversary date
 *
 * Returns: the last day of the term that it ends (AD-5)
 */
RcDate
rc_anniversary_last_day (RcDate anniversary)
{
  return rc_date_add_days (anniversary, -1);
}

static int
months_between (RcDate from, RcDate to)
{
  int from_year, from_month, to_year, to_month;

  rc_date_get_ymd (from, &from_year, &from_month, NULL);
  rc_date_get_ymd (to, &to_year, &to_month, NULL);
  return (to_year - from_year) * 12 + to_month - from_month;
}

/**
 * rc_anniversary_months_to_order:
 * @from: the date of the purchase authorization or order
 * @anniversary: the customer's anniversary date
 * @anchor_day: the original day of the month, 1 to 31 (AD-4); 0: that of @anniversary
 * @proration: how a period that has begun counts
 *
 * Periods are counted back from the anniversary date and start on its day of the month (AD-6). With
 * RC_PRORATION_ROUND_UP the period in which @from lies counts as a whole one; with RC_PRORATION_NEXT_PERIOD it counts
 * only if @from is its first day.
 *
 * Returns: the months to order, at least 1 (also where @from is not before @anniversary)
 */
int
rc_anniversary_months_to_order (RcDate from, RcDate anniversary, int anchor_day, RcProration proration)
{
  int months;
  RcDate period_start;

  g_return_val_if_fail (from != RC_DATE_NONE && anniversary != RC_DATE_NONE, 1);
  if (from >= anniversary)
    return 1;

  /* The period that starts in the month of @from; the one before it if that start is still to come. */
  months = months_between (from, anniversary);
  period_start = rc_date_add_months (anniversary, -months, anchor_day);
  if (period_start > from)
    period_start = rc_date_add_months (anniversary, -(++months), anchor_day);

  if (proration == RC_PRORATION_NEXT_PERIOD && period_start != from)
    months--;
  return MAX (months, 1);
}

/**
 * rc_anniversary_first_order_day:
 * @invited_on: the date of the invitation
 * @term_starts_on: when the current term began; %RC_DATE_NONE: with the membership
 * @lapsed: the anniversary date of a membership that has lapsed; %RC_DATE_NONE: it has not
 * @policy: the policy
 *
 * Returns: the first day that a direct order can be of (OR-2): in the current term, or after the lapse (RN-7)
 */
RcDate
rc_anniversary_first_order_day (RcDate invited_on, RcDate term_starts_on, RcDate lapsed,
                                const RcPolicy *policy)
{
  RcDate first = MAX (invited_on, term_starts_on);

  g_return_val_if_fail (policy != NULL, first);
  if (lapsed == RC_DATE_NONE)
    return first;
  return MAX (first, rc_date_add_days (lapsed, policy->window_after_days + 1));
}

/**
 * rc_anniversary_check_custom:
 * @invited_on: the date of the invitation
 * @anniversary: the anniversary date that was chosen
 * @segment: the customer's market segment
 * @policy: the policy
 * @error: RC_RULE_ERROR_EXTENDED_TERM with the first and the last date allowed
 *
 * Checks the first term of an extended membership, counted in whole months from the invitation, both ends
 * allowed (CU-11).
 *
 * Returns: whether the date may be chosen
 */
gboolean
rc_anniversary_check_custom (RcDate invited_on, RcDate anniversary, RcSegment segment, const RcPolicy *policy,
                             GError **error)
{
  RcDate first, last;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  g_return_val_if_fail (policy != NULL, FALSE);
  g_return_val_if_fail ((gsize) segment < G_N_ELEMENTS (policy->extended_max_months), FALSE);

  first = rc_date_add_months (invited_on, policy->extended_min_months, 0);
  last = rc_date_add_months (invited_on, policy->extended_max_months[segment], 0);
  if (anniversary != RC_DATE_NONE && anniversary >= first && anniversary <= last)
    return TRUE;

  first_text = rc_format_date_long (first);
  last_text = rc_format_date_long (last);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_EXTENDED_TERM,
               /* Translators: both are dates */
               _ ("The custom anniversary date has to lie between %s and %s."), first_text, last_text);
  return FALSE;
}
