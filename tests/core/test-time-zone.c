/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-time-zone.h"

#include <string.h>

/* Days of a time zone, which codes are counted by (CH-3). */

static gint64
utc (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (year, month, day, hour, minute, 0);

  return g_date_time_to_unix (moment) * G_USEC_PER_SEC;
}

/* CH-3: a day is as long as it is there: 23, 24 or 25 hours. */
static void
test_days (void)
{
  const struct
  {
    const char *zone;
    gint64 at;
    gint64 from;
    int hours;
  } cases[] = {
    { "UTC", utc (2026, 1, 15, 0, 0), utc (2026, 1, 15, 0, 0), 24 },
    { "UTC", utc (2026, 1, 15, 23, 59), utc (2026, 1, 15, 0, 0), 24 },
    { "Europe/Warsaw", utc (2026, 1, 15, 22, 59), utc (2026, 1, 14, 23, 0), 24 },
    { "Europe/Warsaw", utc (2026, 1, 15, 23, 0), utc (2026, 1, 15, 23, 0), 24 },
    { "America/Sao_Paulo", utc (2026, 1, 15, 2, 59), utc (2026, 1, 14, 3, 0), 24 },
    { "Europe/Warsaw", utc (2026, 3, 29, 12, 0), utc (2026, 3, 28, 23, 0), 23 },
    { "Europe/Warsaw", utc (2026, 10, 25, 12, 0), utc (2026, 10, 24, 22, 0), 25 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = rc_time_zone_find (cases[i].zone);
      gint64 from, to;

      rc_time_zone_get_day (zone, cases[i].at, &from, &to);
      g_assert_cmpint (from, ==, cases[i].from);
      g_assert_cmpint ((to - from) / G_TIME_SPAN_HOUR, ==, cases[i].hours);
      g_assert_cmpint (cases[i].at, >=, from);
      g_assert_cmpint (cases[i].at, <, to);
    }
}

static void
test_unknown_zone_is_the_machines (void)
{
  g_autoptr (GTimeZone) unknown = rc_time_zone_find ("Nowhere/At all");
  g_autoptr (GTimeZone) none = rc_time_zone_find (NULL);
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();

  g_assert_cmpstr (g_time_zone_get_identifier (unknown), ==, g_time_zone_get_identifier (local));
  g_assert_cmpstr (g_time_zone_get_identifier (none), ==, g_time_zone_get_identifier (local));
}

static void
test_list (void)
{
  g_auto (GStrv) names = rc_time_zone_list_known ();
  static const char *const wanted[] = { "America/Sao_Paulo",
                                        "Europe/Copenhagen",
                                        "Europe/Lisbon",
                                        "Europe/Paris",
                                        "Europe/Rome",
                                        "Europe/Warsaw",
                                        "UTC" };

  g_assert_cmpuint (g_strv_length (names), >, 300);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_assert_true (rc_time_zone_is_known (names[i]));
      g_assert_true (i == 0 || strcmp (names[i - 1], names[i]) < 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_strv_contains ((const char *const *) names, wanted[i]));
  g_assert_false (rc_time_zone_is_known ("Nowhere/At all"));
  g_assert_false (rc_time_zone_is_known (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-zone/days", test_days); /* CH-3 */
  g_test_add_func ("/time-zone/unknown-zone-is-the-machines", test_unknown_zone_is_the_machines);
  g_test_add_func ("/time-zone/list", test_list);
  return g_test_run ();
}
