/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-date.h"
#include "rc-format.h"

#include <glib.h>

/* Dates beside a calendar that goes from one day to the next and knows nothing but the lengths of the months. */

typedef struct
{
  int year, month, day;
} NaiveDate;

static int
naive_month_length (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return month == 2 && is_leap ? 29 : lengths[month - 1];
}

static void
naive_step (NaiveDate *date)
{
  if (++date->day <= naive_month_length (date->year, date->month))
    return;
  date->day = 1;
  if (++date->month <= 12)
    return;
  date->month = 1;
  date->year++;
}

static void
test_follows_the_calendar (void)
{
  NaiveDate naive = { 1, 1, 1 };

  for (RcDate date = rc_date_new (1, 1, 1); date != RC_DATE_NONE; date = rc_date_add_days (date, 1))
    {
      int year, month, day;

      rc_date_get_ymd (date, &year, &month, &day);
      g_assert_cmpint (year, ==, naive.year);
      g_assert_cmpint (month, ==, naive.month);
      g_assert_cmpint (day, ==, naive.day);
      g_assert_cmpuint (rc_date_new (naive.year, naive.month, naive.day), ==, date);
      naive_step (&naive);
    }
  g_assert_cmpint (naive.year, ==, 10000);
}

static void
test_reads_iso_strictly (void)
{
  static const struct
  {
    const char *text;
    int year, month, day; /* 0: no date */
  } cases[] = {
    { "2026-11-21", 2026, 11, 21 },
    { "0001-01-01", 1, 1, 1 },
    { "9999-12-31", 9999, 12, 31 },
    { "2024-02-29", 2024, 2, 29 },
    { "2000-02-29", 2000, 2, 29 },
    { NULL, 0, 0, 0 },
    { "", 0, 0, 0 },
    { "2023-02-29", 0, 0, 0 },
    { "1900-02-29", 0, 0, 0 },
    { "0000-01-01", 0, 0, 0 },
    { "2026-00-10", 0, 0, 0 },
    { "2026-13-10", 0, 0, 0 },
    { "2026-04-31", 0, 0, 0 },
    { "2026-11-00", 0, 0, 0 },
    { "2026-11-2", 0, 0, 0 },
    { "2026-11-210", 0, 0, 0 },
    { " 2026-11-21", 0, 0, 0 },
    { "2026-11-21 ", 0, 0, 0 },
    { "2026/11/21", 0, 0, 0 },
    { "+026-11-21", 0, 0, 0 },
    { "2026--1-21", 0, 0, 0 },
    { "20261-1-21", 0, 0, 0 },
    { "2026-11-21T00", 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RcDate date = rc_date_from_iso (cases[i].text);
      g_autofree char *iso = rc_date_to_iso (date);

      g_test_message ("%s", cases[i].text != NULL ? cases[i].text : "(null)");
      g_assert_cmpuint (date, ==, rc_date_new (cases[i].year, cases[i].month, cases[i].day));
      g_assert_cmpstr (iso, ==, cases[i].year != 0 ? cases[i].text : NULL);
    }
}

static void
test_adds_months (void)
{
  static const struct
  {
    const char *date;
    int months;
    int anchor;
    const char *expected;
  } cases[] = {
    { "2023-01-31", 1, 0, "2023-02-28" },   { "2024-01-31", 1, 0, "2024-02-29" },
    { "2023-01-31", 2, 0, "2023-03-31" },   { "2023-02-28", 1, 31, "2023-03-31" },
    { "2023-02-28", 1, 0, "2023-03-28" },   { "2024-02-29", 12, 0, "2025-02-28" },
    { "2024-02-29", 48, 0, "2028-02-29" },  { "2025-02-28", 36, 29, "2028-02-29" },
    { "2026-03-30", -1, 0, "2026-02-28" },  { "2026-01-15", -1, 0, "2025-12-15" },
    { "2026-01-15", -12, 0, "2025-01-15" }, { "2026-12-15", 1, 0, "2027-01-15" },
    { "2026-12-15", 0, 0, "2026-12-15" },   { "9999-12-31", 1, 0, NULL },
    { "0001-01-01", -1, 0, NULL },          { "2026-01-01", G_MAXINT, 0, NULL },
    { "2026-01-01", G_MININT, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RcDate sum = rc_date_add_months (rc_date_from_iso (cases[i].date), cases[i].months, cases[i].anchor);
      g_autofree char *iso = rc_date_to_iso (sum);

      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

static void
test_months_step_by_step (void)
{
  for (int round = 0; round < 20000; round++)
    {
      int year = g_test_rand_int_range (1, 9900);
      int month = g_test_rand_int_range (1, 13);
      int day = g_test_rand_int_range (1, naive_month_length (year, month) + 1);
      int anchor = g_test_rand_int_range (0, 32);
      int months = g_test_rand_int_range (0, 1000);
      RcDate sum = rc_date_add_months (rc_date_new (year, month, day), months, anchor);

      for (int i = 0; i < months; i++)
        if (++month > 12)
          {
            month = 1;
            year++;
          }
      day = MIN (anchor != 0 ? anchor : day, naive_month_length (year, month));
      g_assert_cmpuint (sum, ==, rc_date_new (year, month, day));
    }
}

static void
test_stays_in_its_range (void)
{
  RcDate first = rc_date_new (1, 1, 1);
  RcDate last = rc_date_new (9999, 12, 31);

  g_assert_cmpuint (rc_date_add_days (first, -1), ==, RC_DATE_NONE);
  g_assert_cmpuint (rc_date_add_days (last, 1), ==, RC_DATE_NONE);
  g_assert_cmpuint (rc_date_add_days (last, G_MAXINT), ==, RC_DATE_NONE);
  g_assert_cmpuint (rc_date_add_days (first, G_MININT), ==, RC_DATE_NONE);
  g_assert_cmpuint (rc_date_add_days (RC_DATE_NONE, 5), ==, RC_DATE_NONE);
  g_assert_cmpuint (rc_date_add_months (RC_DATE_NONE, 5, 0), ==, RC_DATE_NONE);
  g_assert_cmpuint (rc_date_new (10000, 1, 1), ==, RC_DATE_NONE);
  g_assert_cmpint (rc_date_get_day (RC_DATE_NONE), ==, 0);
  g_assert_cmpint (rc_date_days_until (first, last), ==, 3652058);
  g_assert_cmpint (rc_date_days_until (last, first), ==, -3652058);
}

static void
test_writes_for_people (void)
{
  g_autofree char *date = rc_format_date_long (rc_date_new (2026, 3, 5));
  g_autofree char *none = rc_format_date (RC_DATE_NONE);
  g_autofree char *number = rc_format_number (-1234567);

  g_assert_cmpstr (date, ==, "5\u00a0March 2026");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (number, ==, "-1234567"); /* the C locale has no separator */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/follows-the-calendar", test_follows_the_calendar);
  g_test_add_func ("/date/reads-iso-strictly", test_reads_iso_strictly);
  g_test_add_func ("/date/adds-months-with-anchor", test_adds_months); /* AD-4 */
  g_test_add_func ("/date/months-step-by-step", test_months_step_by_step); /* AD-4 */
  g_test_add_func ("/date/stays-in-its-range", test_stays_in_its_range);
  g_test_add_func ("/date/writes-for-people", test_writes_for_people);
  return g_test_run ();
}
