/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-anniversary.h"
#include "rc-rule-error.h"

#include <glib.h>

/* Terms, months to order and custom dates (AD-1, AD-4 to AD-6, RN-4, CU-11). */

#define assert_date(date, iso) g_assert_cmpuint ((date), ==, rc_date_from_iso (iso))

static void
test_terms (void)
{
  assert_date (rc_anniversary_from (rc_date_from_iso ("2026-11-21")), "2027-11-21");
  assert_date (rc_anniversary_from (rc_date_from_iso ("2024-02-29")), "2025-02-28");
  assert_date (rc_anniversary_next (rc_date_from_iso ("2027-02-28"), 29), "2028-02-29");
  assert_date (rc_anniversary_next (rc_date_from_iso ("2027-02-28"), 0), "2028-02-28");
  assert_date (rc_anniversary_last_day (rc_date_from_iso ("2028-03-01")), "2028-02-29");
}

static void
test_months_to_order (void)
{
  static const struct
  {
    const char *from;
    const char *anniversary;
    int anchor;
    int round_up;
    int next_period;
  } cases[] = {
    { "2026-11-21", "2027-11-21", 0, 12, 12 }, { "2026-11-22", "2027-11-21", 0, 12, 11 },
    { "2026-11-20", "2027-11-21", 0, 13, 12 }, { "2026-12-21", "2027-11-21", 0, 11, 11 },
    { "2026-12-20", "2027-11-21", 0, 12, 11 }, { "2027-10-20", "2027-11-21", 0, 2, 1 },
    { "2027-10-21", "2027-11-21", 0, 1, 1 },   { "2027-11-20", "2027-11-21", 0, 1, 1 },
    { "2027-11-21", "2027-11-21", 0, 1, 1 },   { "2027-12-15", "2027-11-21", 0, 1, 1 },
    { "2027-02-28", "2027-08-31", 0, 6, 6 },   { "2027-03-30", "2027-08-31", 0, 6, 5 },
    { "2027-03-31", "2027-08-31", 0, 5, 5 },   { "2027-01-30", "2027-02-28", 31, 2, 1 },
    { "2027-01-30", "2027-02-28", 0, 1, 1 },   { "2024-01-01", "2028-01-01", 0, 48, 48 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RcDate from = rc_date_from_iso (cases[i].from);
      RcDate anniversary = rc_date_from_iso (cases[i].anniversary);

      g_test_message ("%s to %s", cases[i].from, cases[i].anniversary);
      g_assert_cmpint (
          rc_anniversary_months_to_order (from, anniversary, cases[i].anchor, RC_PRORATION_ROUND_UP), ==,
          cases[i].round_up);
      g_assert_cmpint (
          rc_anniversary_months_to_order (from, anniversary, cases[i].anchor, RC_PRORATION_NEXT_PERIOD), ==,
          cases[i].next_period);
    }
}

/* Walks from the date to the anniversary date day by day and counts the days on which a period starts. */
static void
test_months_day_by_day (void)
{
  for (int round = 0; round < 5000; round++)
    {
      RcDate anniversary = rc_date_new (2030, 1, 1) + (RcDate) g_test_rand_int_range (0, 1500);
      RcDate from = anniversary - (RcDate) g_test_rand_int_range (1, 1500);
      int anchor = rc_date_get_day (anniversary);
      int starts = 0;
      gboolean starts_on_from = FALSE;

      for (RcDate date = from; date < anniversary; date++)
        {
          gboolean is_last = rc_date_get_day (date + 1) == 1;
          int day = rc_date_get_day (date);
          gboolean is_start = day == anchor || (is_last && day < anchor);

          starts += is_start;
          starts_on_from = starts_on_from || (is_start && date == from);
        }
      g_assert_cmpint (rc_anniversary_months_to_order (from, anniversary, 0, RC_PRORATION_ROUND_UP), ==,
                       starts + !starts_on_from);
      g_assert_cmpint (rc_anniversary_months_to_order (from, anniversary, 0, RC_PRORATION_NEXT_PERIOD), ==,
                       MAX (starts, 1));
    }
}

static void
test_custom_date (void)
{
  static const struct
  {
    const char *invited_on;
    const char *anniversary;
    RcSegment segment;
    gboolean allowed;
  } cases[] = {
    { "2026-11-21", "2027-12-21", RC_SEGMENT_COMMERCIAL, TRUE },
    { "2026-11-21", "2027-12-20", RC_SEGMENT_COMMERCIAL, FALSE },
    { "2026-11-21", "2029-11-21", RC_SEGMENT_COMMERCIAL, TRUE },
    { "2026-11-21", "2029-11-22", RC_SEGMENT_COMMERCIAL, FALSE },
    { "2026-11-21", "2028-05-03", RC_SEGMENT_COMMERCIAL, TRUE },
    { "2026-11-21", "2030-11-21", RC_SEGMENT_GOVERNMENT, TRUE },
    { "2026-11-21", "2030-11-22", RC_SEGMENT_GOVERNMENT, FALSE },
    { "2026-11-21", "2030-11-21", RC_SEGMENT_EDUCATION, TRUE },
    { "2026-11-21", "2030-11-22", RC_SEGMENT_EDUCATION, FALSE },
    { "2026-11-21", "2027-12-20", RC_SEGMENT_EDUCATION, FALSE },
    { "2027-01-31", "2028-02-29", RC_SEGMENT_COMMERCIAL, TRUE },
    { "2027-01-31", "2028-02-28", RC_SEGMENT_COMMERCIAL, FALSE },
    { "2026-11-21", "2026-11-21", RC_SEGMENT_COMMERCIAL, FALSE },
  };
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean allowed = rc_anniversary_check_custom (rc_date_from_iso (cases[i].invited_on),
                                                      rc_date_from_iso (cases[i].anniversary),
                                                      cases[i].segment, policy, &error);

      g_test_message ("%s to %s", cases[i].invited_on, cases[i].anniversary);
      g_assert_cmpint (allowed, ==, cases[i].allowed);
      if (allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_EXTENDED_TERM);
    }
}

static void
test_first_order_day (void)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  RcDate invited_on = rc_date_from_iso ("2025-01-10");

  assert_date (rc_anniversary_first_order_day (invited_on, RC_DATE_NONE, RC_DATE_NONE, policy), "2025-01-10");
  assert_date (
      rc_anniversary_first_order_day (invited_on, rc_date_from_iso ("2026-01-20"), RC_DATE_NONE, policy),
      "2026-01-20");
  assert_date (rc_anniversary_first_order_day (invited_on, rc_date_from_iso ("2026-01-20"),
                                               rc_date_from_iso ("2027-01-15"), policy),
               "2027-02-15");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anniversary/terms", test_terms); /* AD-1, AD-5, RN-4 */
  g_test_add_func ("/anniversary/months-to-order", test_months_to_order); /* AD-6 */
  g_test_add_func ("/anniversary/months-day-by-day", test_months_day_by_day); /* AD-6 */
  g_test_add_func ("/anniversary/first-order-day", test_first_order_day); /* OR-2, RN-7 */
  g_test_add_func ("/anniversary/custom-date", test_custom_date); /* CU-11 */
  return g_test_run ();
}
