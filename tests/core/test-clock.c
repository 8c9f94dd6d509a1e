/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-clock.h"

#include <glib.h>

/* Today, now, and when the day ends (FI-3), also where the clocks are changed at midnight. */

static void
test_fixed (void)
{
  RcDate today = rc_date_new (2026, 11, 21);
  RcClock *clock = rc_clock_new_fixed (today, 42);

  g_assert_cmpuint (rc_clock_get_today (clock), ==, today);
  g_assert_cmpint (rc_clock_get_now (clock), ==, 42);
  rc_clock_set (clock, today + 1, 43);
  g_assert_cmpuint (rc_clock_get_today (clock), ==, today + 1);
  g_assert_cmpint (rc_clock_get_now (clock), ==, 43);
  g_assert_finalize_object (clock);
}

static void
test_system (void)
{
  RcClock *clock = rc_clock_new_system ();
  gint64 before = g_get_real_time ();
  gint64 now = rc_clock_get_now (clock);
  g_autoptr (GDateTime) date_time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  RcDate date = rc_date_new (g_date_time_get_year (date_time), g_date_time_get_month (date_time),
                             g_date_time_get_day_of_month (date_time));
  RcDate today = rc_clock_get_today (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
  g_assert_true (today == date || today == date + 1); /* it may be midnight */
  g_assert_finalize_object (clock);
}

static void
test_for_day (void)
{
  g_autoptr (RcClock) pretended = rc_clock_new_for_day (rc_date_new (1969, 12, 31));
  g_autoptr (RcClock) real = rc_clock_new_for_day (RC_DATE_NONE);

  g_assert_cmpint (rc_clock_get_today (pretended), ==, rc_date_new (1969, 12, 31));
  g_assert_cmpint (rc_clock_get_now (pretended), ==, -12 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (rc_clock_get_now (real), >, G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC);
}

/* FI-3: the two zones are 25 hours apart, so that it is never the same day in both. */
static void
test_time_zone (void)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  g_autoptr (RcClock) fixed = rc_clock_new_fixed (rc_date_new (2026, 11, 21), 42);
  g_autoptr (GTimeZone) early = g_time_zone_new_identifier ("Pacific/Kiritimati");
  g_autoptr (GTimeZone) late = g_time_zone_new_identifier ("Pacific/Pago_Pago");
  RcDate first, last;
  gint64 wait;

  rc_clock_set_time_zone (clock, late);
  last = rc_clock_get_today (clock);
  wait = rc_clock_get_next_midnight (clock);
  rc_clock_set_time_zone (clock, early);
  first = rc_clock_get_today (clock);
  g_assert_cmpuint (first, >, last);
  /* an hour's difference, but for the day */
  g_assert_cmpint (ABS (wait - rc_clock_get_next_midnight (clock)) % G_TIME_SPAN_HOUR
                       % (G_TIME_SPAN_HOUR - 10 * G_TIME_SPAN_SECOND),
                   <, 10 * G_TIME_SPAN_SECOND);
  rc_clock_set_time_zone (fixed, early);
  g_assert_cmpuint (rc_clock_get_today (fixed), ==, rc_date_new (2026, 11, 21));
}

static void
test_midnight (void)
{
  static const struct
  {
    const char *zone;
    const char *now; /* UTC */
    gint64 seconds;
  } cases[] = {
    { "UTC0", "2026-11-21T00:00:00Z", 86400 },
    { "UTC0", "2026-11-21T23:59:59Z", 1 },
    { "CET-1CEST,M3.5.0,M10.5.0/3", "2026-11-21T22:00:00Z", 3600 },
    { "CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-28T23:00:00Z", 23 * 3600 }, /* clocks go forward */
    { "CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-24T22:00:00Z", 25 * 3600 }, /* and back */
    { "BRT3BRST,M10.3.0/0,M2.3.0/0", "2026-10-17T12:00:00Z", 15 * 3600 }, /* 0:00 becomes 1:00 */
    { "BRT3BRST,M10.3.0/0,M2.3.0/0", "2026-02-14T12:00:00Z", 15 * 3600 }, /* 0:00 becomes 23:00 */
    { "NZST-12", "2026-11-21T11:00:00Z", 3600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (cases[i].now, NULL);
      g_autoptr (RcClock) clock = NULL;

      g_setenv ("TZ", cases[i].zone, TRUE);
      clock = rc_clock_new_fixed (rc_date_new (2026, 1, 1), g_date_time_to_unix (now) * G_USEC_PER_SEC);
      g_test_message ("%s at %s", cases[i].zone, cases[i].now);
      g_assert_cmpint (rc_clock_get_next_midnight (clock), ==, cases[i].seconds * G_USEC_PER_SEC);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

/* The timer must not fire early: half a second before midnight is half a second. */
static void
test_midnight_in_microseconds (void)
{
  g_autoptr (RcClock) clock = rc_clock_new_fixed (rc_date_new (1970, 1, 1), G_GINT64_CONSTANT (86399500000));

  g_assert_cmpint (rc_clock_get_next_midnight (clock), ==, 500000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/time-zone", test_time_zone);
  g_test_add_func ("/clock/fixed-stands-still", test_fixed);
  g_test_add_func ("/clock/system-is-now", test_system);
  g_test_add_func ("/clock/for-a-day-is-its-noon", test_for_day);
  g_test_add_func ("/clock/midnight", test_midnight); /* FI-3 */
  g_test_add_func ("/clock/midnight-in-microseconds", test_midnight_in_microseconds); /* FI-3 */
  return g_test_run ();
}
