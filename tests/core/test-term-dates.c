/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rc-filter.h"
#include "rc-term-dates.h"

/* RN-1, RN-2: the days, by the VIP's numbers and by the Marketplace's. */
static void
test_days (void)
{
  static const struct
  {
    RcPreset preset;
    const char *days[5];
  } CASES[] = {
    { RC_PRESET_VIP, { "2026-01-26", "2026-02-10", "2026-03-12", "2026-04-11", "2026-04-12" } },
    { RC_PRESET_VIP_MARKETPLACE, { "2026-01-26", "2026-02-10", "2026-03-12", "2026-03-26", "2026-03-27" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (RcPolicy) policy = rc_policy_new (CASES[i].preset);
      RcTermDates dates;

      rc_term_dates (rc_date_from_iso ("2026-03-12"), policy, &dates);
      g_assert_cmpuint (dates.notice_on, ==, rc_date_from_iso (CASES[i].days[0]));
      g_assert_cmpuint (dates.opens_on, ==, rc_date_from_iso (CASES[i].days[1]));
      g_assert_cmpuint (dates.anniversary, ==, rc_date_from_iso (CASES[i].days[2]));
      g_assert_cmpuint (dates.closes_on, ==, rc_date_from_iso (CASES[i].days[3]));
      g_assert_cmpuint (dates.expires_on, ==, rc_date_from_iso (CASES[i].days[4]));
    }
}

/* The days and the states of the filters are of one mind on every day of two years. */
static void
test_agree_with_states (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcCustomerFacts facts = { .anniversary_date = rc_date_new (2028, 2, 29), .licences_total = 1 };
  RcTermDates dates;

  rc_term_dates (facts.anniversary_date, policy, &dates);
  for (int days = -365; days <= 365; days++)
    {
      RcDate today = rc_date_add_days (facts.anniversary_date, days);
      RcTermState state = rc_term_state (&facts, today, policy);

      g_assert_cmpint (state == RC_TERM_STATE_READY, ==,
                       today >= dates.opens_on && today <= dates.anniversary);
      g_assert_cmpint (state == RC_TERM_STATE_GRACE, ==,
                       today > dates.anniversary && today <= dates.closes_on);
      g_assert_cmpint (state == RC_TERM_STATE_LAPSED, ==, today >= dates.expires_on);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term-dates/days", test_days);
  g_test_add_func ("/term-dates/agree-with-states", test_agree_with_states);
  return g_test_run ();
}
