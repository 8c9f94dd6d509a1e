/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-renewal.h"
#include "rc-term-dates.h"
#include "rc-vip-select.h"

/* What follows at the end of a term: its days, the level of the next one, and what a renewal order changes. */

/* VS-1: the level, its range, and what is missing to the next. */
static void
test_select_levels (void)
{
  static const struct
  {
    int licences;
    int level;
    int missing;
  } cases[] = { { -1, 0, 1 }, { 0, 0, 1 },   { 1, 1, 9 },  { 9, 1, 1 },   { 10, 2, 40 },
                { 49, 2, 1 }, { 50, 3, 50 }, { 99, 3, 1 }, { 100, 4, 0 }, { 200000, 4, 0 } };
  static const int ranges[][2] = { { 1, 9 }, { 10, 49 }, { 50, 99 }, { 100, 0 } };
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  int from, to;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (rc_vip_select_level (cases[i].licences, policy), ==, cases[i].level);
      g_assert_cmpint (rc_vip_select_missing (cases[i].licences, policy), ==, cases[i].missing);
    }
  for (int level = 1; level <= RC_VIP_SELECT_HIGHEST_LEVEL; level++)
    {
      rc_vip_select_get_range (level, policy, &from, &to);
      g_assert_cmpint (from, ==, ranges[level - 1][0]);
      g_assert_cmpint (to, ==, ranges[level - 1][1]);
    }
}

/* VS-1: every number of licences lies in the range of its level, whatever the policy is. */
static void
test_ranges_agree (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  for (int round = 0; round < 50; round++)
    {
      policy->select_levels_from[0] = g_test_rand_int_range (1, 30);
      policy->select_levels_from[1] = policy->select_levels_from[0] + g_test_rand_int_range (0, 30);
      policy->select_levels_from[2] = policy->select_levels_from[1] + g_test_rand_int_range (0, 30);
      for (int licences = 1; licences < 100; licences++)
        {
          int level = rc_vip_select_level (licences, policy);
          int missing = rc_vip_select_missing (licences, policy);
          int from, to;

          rc_vip_select_get_range (level, policy, &from, &to);
          g_assert_cmpint (licences, >=, from);
          g_assert_true (to == 0 || licences <= to);
          g_assert_true (missing == 0 || rc_vip_select_level (licences + missing, policy) > level);
          g_assert_true (missing == 0 || rc_vip_select_level (licences + missing - 1, policy) == level);
        }
    }
}

/* RN-1, RN-2, RN-7 */
static void
test_term_dates (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcTermDates dates;

  rc_term_dates (rc_date_new (2027, 3, 1), policy, &dates);
  g_assert_cmpuint (dates.notice_on, ==, rc_date_new (2027, 1, 15));
  g_assert_cmpuint (dates.opens_on, ==, rc_date_new (2027, 1, 30));
  g_assert_cmpuint (dates.anniversary, ==, rc_date_new (2027, 3, 1));
  g_assert_cmpuint (dates.closes_on, ==, rc_date_new (2027, 3, 31));
  g_assert_cmpuint (dates.expires_on, ==, rc_date_new (2027, 4, 1));
}

/* RN-3, RN-4, RN-5 */
static void
test_preview (void)
{
  static const RcRenewalLine items[] = {
    { RC_LICENCE_KIND_NAMED_USER, { 10, 2, 11 }, 5 }, /* fewer, 2 of them pending beside */
    { RC_LICENCE_KIND_DEVICE, { 4, 0, 4 }, 0 }, /* left out */
    { RC_LICENCE_KIND_NAMED_USER, { 3, 0, 1 }, 6 }, /* more */
    { RC_LICENCE_KIND_CONSUMABLE, { 100, 0, 0 }, 50 }, { RC_LICENCE_KIND_NAMED_USER, { 0 }, 1 }, /* new */
  };
  static const int expected[][3] = { { 12, 5, 4 }, { 4, 0, 4 }, { 3, 6, 0 }, { 100, 50, 0 }, { 0, 1, 0 } };
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcRenewalPreview) preview =
      rc_renewal_preview (items, G_N_ELEMENTS (items), rc_date_new (2027, 2, 28), 29, 12, policy);
  g_autoptr (RcRenewalPreview) too_few =
      rc_renewal_preview (items, G_N_ELEMENTS (items), rc_date_new (2027, 2, 28), 29, 13, policy);

  g_assert_cmpuint (preview->changes->len, ==, G_N_ELEMENTS (items));
  for (guint i = 0; i < preview->changes->len; i++)
    {
      const RcRenewalChange *change = &g_array_index (preview->changes, RcRenewalChange, i);

      g_assert_cmpint (change->old_quantity, ==, expected[i][0]);
      g_assert_cmpint (change->new_quantity, ==, expected[i][1]);
      g_assert_cmpint (change->lost, ==, expected[i][2]);
    }
  g_assert_cmpuint (preview->anniversary_date, ==, rc_date_new (2028, 2, 29)); /* AD-4 */
  g_assert_cmpint (preview->old_licences, ==, 19);
  g_assert_cmpint (preview->licences, ==, 12);
  g_assert_cmpint (preview->lost, ==, 8);
  g_assert_cmpint (preview->select_level, ==, 2);
  g_assert_true (preview->commitment_kept);
  g_assert_false (too_few->commitment_kept);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vip-select/levels", test_select_levels);
  g_test_add_func ("/vip-select/ranges-agree", test_ranges_agree);
  g_test_add_func ("/term-dates/around-the-anniversary", test_term_dates);
  g_test_add_func ("/renewal/preview", test_preview);
  return g_test_run ();
}
