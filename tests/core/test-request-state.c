/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-request-state.h"

#include <glib.h>

/* The state that follows from the age of an open purchase authorization (PA-2, PA-5). */

static void
test_states (void)
{
  static const struct
  {
    int age;
    RcRequestState vip;
    RcRequestState marketplace;
  } cases[] = {
    { 0, RC_REQUEST_STATE_PENDING, RC_REQUEST_STATE_PENDING },
    { 7, RC_REQUEST_STATE_PENDING, RC_REQUEST_STATE_PENDING },
    { 8, RC_REQUEST_STATE_PENDING, RC_REQUEST_STATE_SUSPENDED },
    { 30, RC_REQUEST_STATE_PENDING, RC_REQUEST_STATE_SUSPENDED },
    { 31, RC_REQUEST_STATE_OVERDUE, RC_REQUEST_STATE_SUSPENDED },
    { 60, RC_REQUEST_STATE_OVERDUE, RC_REQUEST_STATE_SUSPENDED },
    { 61, RC_REQUEST_STATE_SUSPENDED, RC_REQUEST_STATE_SUSPENDED },
    { 1000, RC_REQUEST_STATE_SUSPENDED, RC_REQUEST_STATE_SUSPENDED },
  };
  g_autoptr (RcPolicy) vip = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcPolicy) marketplace = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);
  RcDate today = rc_date_new (2026, 11, 21);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RcDate pa_date = rc_date_add_days (today, -cases[i].age);

      g_assert_cmpint (rc_request_age (pa_date, today), ==, cases[i].age);
      g_assert_cmpint (rc_request_state (pa_date, today, vip), ==, cases[i].vip);
      g_assert_cmpint (rc_request_state (pa_date, today, marketplace), ==, cases[i].marketplace);
    }
  g_assert_cmpint (rc_request_state (RC_DATE_NONE, today, vip), ==, RC_REQUEST_STATE_NONE);
}

/* The dates that are promised to the user are those on which the state changes. */
static void
test_dates_agree (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcDate pa_date = rc_date_new (2026, 11, 21);
  RcDate due = rc_request_order_due (pa_date, policy);
  RcDate suspended = rc_request_suspended_from (pa_date, policy);

  g_assert_cmpint (rc_date_days_until (pa_date, due), ==, 30);
  g_assert_cmpint (rc_request_state (pa_date, due, policy), ==, RC_REQUEST_STATE_PENDING);
  g_assert_cmpint (rc_request_state (pa_date, due + 1, policy), ==, RC_REQUEST_STATE_OVERDUE);
  g_assert_cmpint (rc_request_state (pa_date, suspended - 1, policy), ==, RC_REQUEST_STATE_OVERDUE);
  g_assert_cmpint (rc_request_state (pa_date, suspended, policy), ==, RC_REQUEST_STATE_SUSPENDED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request-state/follows-from-age", test_states); /* PA-2 */
  g_test_add_func ("/request-state/dates-agree", test_dates_agree); /* PA-2, PA-5 */
  return g_test_run ();
}
