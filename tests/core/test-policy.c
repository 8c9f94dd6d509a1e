/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-policy.h"
#include "rc-rule-error.h"

#include <glib.h>

/* The program's numbers, and which of them may be changed to what. */

static void
test_presets (void)
{
  g_autoptr (RcPolicy) vip = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcPolicy) marketplace = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);

  g_assert_cmpint (vip->pa_pending_to_days, ==, 30);
  g_assert_cmpint (vip->pa_overdue_to_days, ==, 60);
  g_assert_cmpint (vip->window_before_days, ==, 30);
  g_assert_cmpint (vip->window_after_days, ==, 30);
  g_assert_cmpint (vip->upcoming_from_days, ==, 90);
  g_assert_cmpint (vip->notify_from_days, ==, 45);
  g_assert_cmpint (vip->proration, ==, RC_PRORATION_ROUND_UP);
  g_assert_cmpint (vip->extended_min_months, ==, 13);
  g_assert_cmpint (vip->extended_max_months[RC_SEGMENT_COMMERCIAL], ==, 36);
  g_assert_cmpint (vip->extended_max_months[RC_SEGMENT_GOVERNMENT], ==, 48);
  g_assert_cmpint (vip->extended_max_months[RC_SEGMENT_EDUCATION], ==, 48);
  g_assert_cmpint (vip->select_levels_from[0], ==, 10);
  g_assert_cmpint (vip->select_levels_from[1], ==, 50);
  g_assert_cmpint (vip->select_levels_from[2], ==, 100);
  g_assert_cmpint (vip->commitment_min_quantity, ==, 10);
  g_assert_cmpint (vip->return_days, ==, 14);
  g_assert_cmpint (vip->code_hours, ==, 72);
  g_assert_cmpint (vip->codes_a_day, ==, 5);
  g_assert_cmpint (vip->largest_quantity[RC_OFFER_TYPE_TEAM], ==, 10000);
  g_assert_cmpint (vip->largest_quantity[RC_OFFER_TYPE_ENTERPRISE], ==, 200000);

  g_assert_cmpint (marketplace->pa_pending_to_days, ==, 7);
  g_assert_cmpint (marketplace->window_before_days, ==, 30);
  g_assert_cmpint (marketplace->window_after_days, ==, 14);
  g_assert_cmpint (marketplace->code_hours, ==, 168);
  g_assert_false (rc_policy_equal (vip, marketplace));
}

/* Each preset can be built of its names and values alone, and every value makes a difference. */
static void
test_names_say_everything (void)
{
  const char *const *names = rc_policy_list_names ();
  gsize n_names = g_strv_length ((char **) names);
  g_autoptr (RcPolicy) source = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);
  g_autoptr (RcPolicy) target = rc_policy_new (RC_PRESET_VIP);
  g_autofree int *numbers = g_new0 (int, n_names);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_names, ==, sizeof (RcPolicy) / sizeof (int));
  for (gsize i = 0; i < n_names; i++)
    numbers[i] = rc_policy_get (source, names[i]);
  g_assert_true (rc_policy_set_many (target, names, numbers, n_names, &error));
  g_assert_no_error (error);
  g_assert_true (rc_policy_equal (source, target));

  for (gsize i = 0; i < n_names; i++)
    {
      g_autoptr (RcPolicy) other = rc_policy_copy (source);
      int number = rc_policy_get (other, names[i]);

      g_test_message ("%s", names[i]);
      g_assert_true (rc_policy_equal (source, other));
      g_assert_true (rc_policy_set (other, names[i], number + 1, NULL)
                     || rc_policy_set (other, names[i], number - 1, NULL));
      g_assert_false (rc_policy_equal (source, other));
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *name;
    int value;
    gboolean allowed;
  } cases[] = {
    { "pa-pending-to-days", 60, TRUE },
    { "pa-pending-to-days", 61, FALSE },
    { "pa-pending-to-days", -1, FALSE },
    { "pa-overdue-to-days", 30, TRUE },
    { "pa-overdue-to-days", 29, FALSE },
    { "window-before-days", 90, TRUE },
    { "window-before-days", 91, FALSE },
    { "window-after-days", 0, TRUE },
    { "proration", RC_PRORATION_NEXT_PERIOD, TRUE },
    { "proration", RC_PRORATION_NEXT_PERIOD + 1, FALSE },
    { "extended-min-months", 36, TRUE },
    { "extended-min-months", 37, FALSE },
    { "select-level-3-from", 9, FALSE },
    { "select-level-3-from", 101, FALSE },
    { "codes-a-day", 0, FALSE },
    { "return-days", 0, TRUE },
    { "no-such-value", 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
      g_autoptr (RcPolicy) before = rc_policy_copy (policy);
      g_autoptr (GError) error = NULL;
      gboolean done = rc_policy_set (policy, cases[i].name, cases[i].value, &error);

      g_test_message ("%s = %d", cases[i].name, cases[i].value);
      g_assert_cmpint (done, ==, cases[i].allowed);
      if (done)
        {
          g_assert_cmpint (rc_policy_get (policy, cases[i].name), ==, cases[i].value);
          continue;
        }
      g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_POLICY);
      g_assert_true (rc_policy_equal (policy, before));
    }
}

static void
test_sets_together (void)
{
  static const char *const names[] = { "pa-pending-to-days", "pa-overdue-to-days" };
  static const int good[] = { 80, 100 };
  static const int bad[] = { 80, 70 };
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  g_assert_false (rc_policy_set_many (policy, names, bad, 2, NULL));
  g_assert_cmpint (policy->pa_pending_to_days, ==, 30);
  g_assert_true (rc_policy_set_many (policy, names, good, 2, NULL));
  g_assert_cmpint (policy->pa_pending_to_days, ==, 80);
  g_assert_cmpint (policy->pa_overdue_to_days, ==, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/presets", test_presets);
  g_test_add_func ("/policy/names-say-everything", test_names_say_everything);
  g_test_add_func ("/policy/refuses-what-is-out-of-range", test_refuses);
  g_test_add_func ("/policy/sets-all-or-none", test_sets_together);
  return g_test_run ();
}
