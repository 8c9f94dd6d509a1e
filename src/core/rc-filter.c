/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-filter.h"

#include <glib/gi18n-lib.h>

/* Who stands in which filter (domain, section 11). The list's SQL answers the same question for all customers at once
 * with the same bounds; this answers it for one, and is what the SQL is tested against. *Managed by me* (FI-1) and the
 * search (FI-4) are not known here. */

static gboolean
has_open_pa (const RcCustomerFacts *facts)
{
  return facts->oldest_open_pa != RC_DATE_NONE;
}

static gboolean
has_lapsed (const RcCustomerFacts *facts, const RcFilterBounds *bounds)
{
  return facts->anniversary_date != RC_DATE_NONE && facts->anniversary_date <= bounds->lapsed_to;
}

static gboolean
is_between (RcDate date, RcDate from, RcDate to)
{
  return date != RC_DATE_NONE && date >= from && date <= to;
}

/**
 * rc_filter_get_bounds:
 * @today: today
 * @policy: the policy
 * @bounds: (out caller-allocates): the dates between which each filter's customers lie, both ends included
 *
 * PA-2 gives the bounds of the requests, RN-1 the window, RN-2 the upcoming renewals, RN-7 the lapse.
 */
void
rc_filter_get_bounds (RcDate today, const RcPolicy *policy, RcFilterBounds *bounds)
{
  g_return_if_fail (today != RC_DATE_NONE && policy != NULL && bounds != NULL);

  bounds->pending_from = rc_date_add_days (today, -policy->pa_pending_to_days);
  bounds->past_due_to = rc_date_add_days (today, -policy->pa_pending_to_days - 1);
  bounds->suspended_to = rc_date_add_days (today, -policy->pa_overdue_to_days - 1);
  bounds->ready_from = rc_date_add_days (today, -policy->window_after_days);
  bounds->ready_to = rc_date_add_days (today, policy->window_before_days);
  bounds->upcoming_from = rc_date_add_days (today, policy->window_before_days + 1);
  bounds->upcoming_to = rc_date_add_days (today, policy->upcoming_from_days);
  bounds->lapsed_to = rc_date_add_days (today, -policy->window_after_days - 1);
}

/**
 * rc_filter_contains:
 * @filter: a filter
 * @facts: what is known of a customer that is not removed
 * @today: today
 * @policy: the policy
 *
 * A customer that has moved is in no filter but *All customers* (CH-5). The licences of a lapsed membership have
 * expired and count as none (RN-7).
 *
 * Returns: whether the customer is in the filter
 */
gboolean
rc_filter_contains (RcFilter filter, const RcCustomerFacts *facts, RcDate today, const RcPolicy *policy)
{
  RcFilterBounds bounds = { 0 };

  g_return_val_if_fail (facts != NULL && policy != NULL, FALSE);

  if (filter == RC_FILTER_ALL_CUSTOMERS)
    return TRUE;
  if (facts->moved)
    return FALSE;

  rc_filter_get_bounds (today, policy, &bounds);
  switch (filter)
    {
    case RC_FILTER_ALL_CUSTOMERS:
      return TRUE;
    case RC_FILTER_NO_PRODUCTS:
      return !has_open_pa (facts) && (facts->licences_total == 0 || has_lapsed (facts, &bounds));
    case RC_FILTER_PENDING_REQUESTS:
      return facts->newest_open_pa != RC_DATE_NONE && facts->newest_open_pa >= bounds.pending_from;
    case RC_FILTER_PAST_DUE_REQUESTS:
      return has_open_pa (facts) && facts->oldest_open_pa <= bounds.past_due_to;
    case RC_FILTER_UPCOMING_RENEWALS:
      return is_between (facts->anniversary_date, bounds.upcoming_from, bounds.upcoming_to);
    case RC_FILTER_READY_FOR_RENEWAL:
      return !facts->renewed && is_between (facts->anniversary_date, bounds.ready_from, bounds.ready_to);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * rc_term_state:
 * @facts: what is known of a customer
 * @today: today
 * @policy: the policy
 *
 * A renewal moves the anniversary date by 12 months (RN-4), so the state follows from the date. `renewed` only says that
 * the window, though open, is of no more use (RN-6): such a term is running.
 *
 * Returns: where the membership stands in its term (RN-1, RN-2, RN-7, CH-5)
 */
RcTermState
rc_term_state (const RcCustomerFacts *facts, RcDate today, const RcPolicy *policy)
{
  RcFilterBounds bounds = { 0 };

  g_return_val_if_fail (facts != NULL && policy != NULL, RC_TERM_STATE_NONE);

  if (facts->moved)
    return RC_TERM_STATE_MOVED;
  if (facts->anniversary_date == RC_DATE_NONE)
    return RC_TERM_STATE_NONE;

  rc_filter_get_bounds (today, policy, &bounds);
  if (has_lapsed (facts, &bounds))
    return RC_TERM_STATE_LAPSED;
  if (is_between (facts->anniversary_date, bounds.ready_from, bounds.ready_to) && !facts->renewed)
    return facts->anniversary_date >= today ? RC_TERM_STATE_READY : RC_TERM_STATE_GRACE;
  if (is_between (facts->anniversary_date, bounds.upcoming_from, bounds.upcoming_to))
    return RC_TERM_STATE_UPCOMING;
  return RC_TERM_STATE_RUNNING;
}

/**
 * rc_filter_get_label:
 * @filter: a filter
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
rc_filter_get_label (RcFilter filter)
{
  switch (filter)
    {
    case RC_FILTER_ALL_CUSTOMERS:
      return _ ("All customers");
    case RC_FILTER_NO_PRODUCTS:
      return _ ("No products");
    case RC_FILTER_PENDING_REQUESTS:
      return _ ("Pending requests");
    case RC_FILTER_PAST_DUE_REQUESTS:
      return _ ("Past due requests");
    case RC_FILTER_UPCOMING_RENEWALS:
      return _ ("Upcoming renewals");
    case RC_FILTER_READY_FOR_RENEWAL:
      return _ ("Ready for renewal");
    }
  g_return_val_if_reached ("");
}

static char *
describe_ready (const RcPolicy *policy)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  before = g_strdup_printf (ngettext ("%d day before", "%d days before", policy->window_before_days),
                            policy->window_before_days);
  after = g_strdup_printf (ngettext ("%d day after", "%d days after", policy->window_after_days),
                           policy->window_after_days);
  /* Translators: the two are "30 days before" and "30 days after" */
  return g_strdup_printf (_ ("Customers whose renewal window is open, from %s to %s the anniversary date."),
                          before, after);
}

/**
 * rc_filter_get_description:
 * @filter: a filter
 * @policy: the policy whose numbers it names
 *
 * Returns: (transfer full): one sentence that says who stands in the filter, in the user's language
 */
char *
rc_filter_get_description (RcFilter filter, const RcPolicy *policy)
{
  int days;

  g_return_val_if_fail (policy != NULL, NULL);
  switch (filter)
    {
    case RC_FILTER_ALL_CUSTOMERS:
      return g_strdup (_ ("All customers of the workspace."));
    case RC_FILTER_NO_PRODUCTS:
      return g_strdup (_ ("Customers without licenses and without an open purchase authorization."));
    case RC_FILTER_PENDING_REQUESTS:
      days = policy->pa_pending_to_days;
      return g_strdup_printf (ngettext ("Customers with a purchase authorization at most %d day old.",
                                        "Customers with a purchase authorization at most %d days old.", days),
                              days);
    case RC_FILTER_PAST_DUE_REQUESTS:
      days = policy->pa_pending_to_days;
      return g_strdup_printf (ngettext ("Customers with a purchase authorization more than %d day old.",
                                        "Customers with a purchase authorization more than %d days old.",
                                        days),
                              days);
    case RC_FILTER_UPCOMING_RENEWALS:
      days = policy->upcoming_from_days - policy->window_before_days;
      return g_strdup_printf (ngettext ("Customers are less than %d day away from the renewal window.",
                                        "Customers are less than %d days away from the renewal window.",
                                        days),
                              days);
    case RC_FILTER_READY_FOR_RENEWAL:
      return describe_ready (policy);
    }
  g_return_val_if_reached (NULL);
}
