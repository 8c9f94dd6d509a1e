/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-filter.h"
#include "rc-request-state.h"

#include <glib.h>
#include <string.h>

/* Who stands in which filter on which day (domain, section 11; RN-1, RN-2, RN-7, CH-5). */

#define NEVER G_MININT

typedef struct
{
  int anniversary; /* days from today, or NEVER */
  int oldest_pa; /* age in days, or NEVER */
  int newest_pa;
  int licences;
  gboolean renewed;
  gboolean moved;
  const char *filters; /* N no products, P pending, D past due, U upcoming, R ready */
  RcTermState term_state;
} Case;

static const Case cases[] = {
  { NEVER, NEVER, NEVER, 0, FALSE, FALSE, "N", RC_TERM_STATE_NONE },
  { NEVER, NEVER, NEVER, 5, FALSE, FALSE, "", RC_TERM_STATE_NONE },
  { 365, 0, 0, 5, FALSE, FALSE, "P", RC_TERM_STATE_RUNNING },
  { 335, 30, 30, 5, FALSE, FALSE, "P", RC_TERM_STATE_RUNNING },
  { 334, 31, 31, 5, FALSE, FALSE, "D", RC_TERM_STATE_RUNNING },
  { 334, 31, 30, 5, FALSE, FALSE, "PD", RC_TERM_STATE_RUNNING },
  { 304, 61, 0, 5, FALSE, FALSE, "PD", RC_TERM_STATE_RUNNING },
  { 304, 10, 10, 0, FALSE, FALSE, "P", RC_TERM_STATE_RUNNING },
  { 91, NEVER, NEVER, 5, FALSE, FALSE, "", RC_TERM_STATE_RUNNING },
  { 90, NEVER, NEVER, 5, FALSE, FALSE, "U", RC_TERM_STATE_UPCOMING },
  { 31, NEVER, NEVER, 5, FALSE, FALSE, "U", RC_TERM_STATE_UPCOMING },
  { 30, NEVER, NEVER, 5, FALSE, FALSE, "R", RC_TERM_STATE_READY },
  { 0, NEVER, NEVER, 5, FALSE, FALSE, "R", RC_TERM_STATE_READY },
  { -1, NEVER, NEVER, 5, FALSE, FALSE, "R", RC_TERM_STATE_GRACE },
  { -30, NEVER, NEVER, 5, FALSE, FALSE, "R", RC_TERM_STATE_GRACE },
  { -31, NEVER, NEVER, 5, FALSE, FALSE, "N", RC_TERM_STATE_LAPSED },
  { -31, 40, 40, 5, FALSE, FALSE, "D", RC_TERM_STATE_LAPSED },
  { 10, NEVER, NEVER, 5, TRUE, FALSE, "", RC_TERM_STATE_RUNNING },
  { 10, 40, 5, 5, FALSE, FALSE, "PDR", RC_TERM_STATE_READY },
  { 10, 40, 5, 5, FALSE, TRUE, "", RC_TERM_STATE_MOVED },
  { 60, NEVER, NEVER, 0, FALSE, TRUE, "", RC_TERM_STATE_MOVED },
  { -100, NEVER, NEVER, 0, FALSE, TRUE, "", RC_TERM_STATE_MOVED },
};

static const char letters[RC_N_FILTERS] = {
  [RC_FILTER_NO_PRODUCTS] = 'N',       [RC_FILTER_PENDING_REQUESTS] = 'P',
  [RC_FILTER_PAST_DUE_REQUESTS] = 'D', [RC_FILTER_UPCOMING_RENEWALS] = 'U',
  [RC_FILTER_READY_FOR_RENEWAL] = 'R',
};

static void
make_facts (const Case *from, RcDate today, RcCustomerFacts *facts)
{
  facts->anniversary_date =
      from->anniversary == NEVER ? RC_DATE_NONE : rc_date_add_days (today, from->anniversary);
  facts->oldest_open_pa =
      from->oldest_pa == NEVER ? RC_DATE_NONE : rc_date_add_days (today, -from->oldest_pa);
  facts->newest_open_pa =
      from->newest_pa == NEVER ? RC_DATE_NONE : rc_date_add_days (today, -from->newest_pa);
  facts->licences_total = from->licences;
  facts->renewed = from->renewed;
  facts->moved = from->moved;
}

static char *
filters_of (const RcCustomerFacts *facts, RcDate today, const RcPolicy *policy)
{
  GString *filters = g_string_new (NULL);

  for (int filter = 1; filter < RC_N_FILTERS; filter++)
    if (rc_filter_contains ((RcFilter) filter, facts, today, policy))
      g_string_append_c (filters, letters[filter]);
  return g_string_free (filters, FALSE);
}

static void
test_membership (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcDate today = rc_date_new (2028, 2, 29);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RcCustomerFacts facts;
      g_autofree char *filters = NULL;

      make_facts (&cases[i], today, &facts);
      filters = filters_of (&facts, today, policy);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (filters, ==, cases[i].filters);
      g_assert_cmpint (rc_term_state (&facts, today, policy), ==, cases[i].term_state);
      g_assert_true (rc_filter_contains (RC_FILTER_ALL_CUSTOMERS, &facts, today, policy));
    }
}

/* Whatever the policy: the request filters are what the states say, and a term with a date has one place only. */
static void
test_agrees_with_states (void)
{
  for (int preset = RC_PRESET_VIP; preset <= RC_PRESET_VIP_MARKETPLACE; preset++)
    {
      g_autoptr (RcPolicy) policy = rc_policy_new ((RcPreset) preset);
      RcDate today = rc_date_new (2026, 11, 21);

      for (int days = -400; days <= 400; days++)
        {
          RcCustomerFacts facts = { .anniversary_date = rc_date_add_days (today, days), .licences_total = 1 };
          RcTermState term = rc_term_state (&facts, today, policy);
          RcRequestState request;

          g_assert_cmpint (rc_filter_contains (RC_FILTER_UPCOMING_RENEWALS, &facts, today, policy), ==,
                           term == RC_TERM_STATE_UPCOMING);
          g_assert_cmpint (rc_filter_contains (RC_FILTER_READY_FOR_RENEWAL, &facts, today, policy), ==,
                           term == RC_TERM_STATE_READY || term == RC_TERM_STATE_GRACE);
          g_assert_cmpint (rc_filter_contains (RC_FILTER_NO_PRODUCTS, &facts, today, policy), ==,
                           term == RC_TERM_STATE_LAPSED);
          if (days > 0)
            continue;

          facts.oldest_open_pa = facts.newest_open_pa = rc_date_add_days (today, days);
          request = rc_request_state (facts.oldest_open_pa, today, policy);
          g_assert_cmpint (rc_filter_contains (RC_FILTER_PENDING_REQUESTS, &facts, today, policy), ==,
                           request == RC_REQUEST_STATE_PENDING);
          g_assert_cmpint (rc_filter_contains (RC_FILTER_PAST_DUE_REQUESTS, &facts, today, policy), ==,
                           request >= RC_REQUEST_STATE_OVERDUE);
        }
    }
}

static void
test_suspended_bound (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcDate today = rc_date_new (2026, 11, 21);
  RcFilterBounds bounds;

  rc_filter_get_bounds (today, policy, &bounds);
  g_assert_cmpint (rc_request_state (bounds.suspended_to, today, policy), ==, RC_REQUEST_STATE_SUSPENDED);
  g_assert_cmpint (rc_request_state (bounds.suspended_to + 1, today, policy), ==, RC_REQUEST_STATE_OVERDUE);
}

/* The descriptions name the policy's numbers, not ours. */
static void
test_words (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autofree char *upcoming = NULL;
  g_autofree char *ready = NULL;

  g_assert_true (rc_policy_set (policy, "window-before-days", 17, NULL));
  g_assert_true (rc_policy_set (policy, "window-after-days", 1, NULL));
  upcoming = rc_filter_get_description (RC_FILTER_UPCOMING_RENEWALS, policy);
  ready = rc_filter_get_description (RC_FILTER_READY_FOR_RENEWAL, policy);
  g_assert_nonnull (strstr (upcoming, "73 days"));
  g_assert_nonnull (strstr (ready, "17 days before"));
  g_assert_nonnull (strstr (ready, "1 day after"));

  for (int filter = 0; filter < RC_N_FILTERS; filter++)
    {
      g_autofree char *description = rc_filter_get_description ((RcFilter) filter, policy);

      g_assert_cmpuint (strlen (rc_filter_get_label ((RcFilter) filter)), >, 0);
      g_assert_true (g_str_has_suffix (description, "."));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/membership", test_membership); /* RN-1, RN-2, RN-7, CH-5 */
  g_test_add_func ("/filter/agrees-with-states", test_agrees_with_states); /* PA-2, RN-1, RN-2, RN-7 */
  g_test_add_func ("/filter/suspended-bound", test_suspended_bound); /* PA-2 */
  g_test_add_func ("/filter/words-name-the-policy", test_words);
  return g_test_run ();
}
