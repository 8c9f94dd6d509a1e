/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-date.h"

#include <string.h>

/* Civil dates, from 0001-01-01 to 9999-12-31, as day numbers. There is no time of day, no time zone and no clock
 * here: today comes from RcClock. A result that would leave the range is RC_DATE_NONE, and so is whatever is computed
 * from RC_DATE_NONE. */

#define LAST_YEAR 9999
#define LAST_DATE ((RcDate) 3652059) /* 9999-12-31 */
#define N_ISO_CHARACTERS 10

static gboolean
is_date (RcDate date)
{
  return date != RC_DATE_NONE && date <= LAST_DATE;
}

/**
 * rc_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the last day of the month
 *
 * Returns: the date, or RC_DATE_NONE if the calendar has no such day
 */
RcDate
rc_date_new (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return RC_DATE_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return RC_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* A number of exactly @n_digits ASCII digits, or -1. */
static int
parse_digits (const char *text, int n_digits)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }
  return number;
}

/**
 * rc_date_from_iso:
 * @iso: (nullable): text
 *
 * Reads `YYYY-MM-DD` and nothing else: no spaces, no time, no shortened numbers.
 *
 * Returns: the date, or RC_DATE_NONE if @iso is not the ISO 8601 form of a day of the calendar
 */
RcDate
rc_date_from_iso (const char *iso)
{
  if (iso == NULL || strnlen (iso, N_ISO_CHARACTERS + 1) != N_ISO_CHARACTERS || iso[4] != '-'
      || iso[7] != '-')
    return RC_DATE_NONE;
  return rc_date_new (parse_digits (iso, 4), parse_digits (iso + 5, 2), parse_digits (iso + 8, 2));
}

/**
 * rc_date_to_iso:
 * @date: a date or RC_DATE_NONE
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, %NULL for RC_DATE_NONE
 */
char *
rc_date_to_iso (RcDate date)
{
  int year, month, day;

  if (!is_date (date))
    return NULL;
  rc_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * rc_date_get_ymd:
 * @date: a date
 * @year: (out) (optional): 1 to 9999
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 *
 * All three are 0 for RC_DATE_NONE.
 */
void
rc_date_get_ymd (RcDate date, int *year, int *month, int *day)
{
  GDate civil;

  g_date_clear (&civil, 1);
  if (is_date (date))
    g_date_set_julian (&civil, date);
  if (year != NULL)
    *year = is_date (date) ? g_date_get_year (&civil) : 0;
  if (month != NULL)
    *month = is_date (date) ? (int) g_date_get_month (&civil) : 0;
  if (day != NULL)
    *day = is_date (date) ? g_date_get_day (&civil) : 0;
}

/**
 * rc_date_get_day:
 * @date: a date
 *
 * Returns: the day of the month, 1 to 31; 0 for RC_DATE_NONE. It is the anchor of AD-4 for a date that sets one.
 */
int
rc_date_get_day (RcDate date)
{
  int day;

  rc_date_get_ymd (date, NULL, NULL, &day);
  return day;
}

/**
 * rc_date_add_days:
 * @date: a date
 * @days: how many days later; negative: earlier
 *
 * Returns: the date so many days away, or RC_DATE_NONE outside of years 1 to 9999
 */
RcDate
rc_date_add_days (RcDate date, int days)
{
  gint64 sum = (gint64) date + days;

  if (!is_date (date) || sum < 1 || sum > LAST_DATE)
    return RC_DATE_NONE;
  return (RcDate) sum;
}

/**
 * rc_date_add_months:
 * @date: a date
 * @months: how many months later; negative: earlier
 * @anchor_day: the original day of the month, 1 to 31; 0: that of @date
 *
 * Adds months on the calendar (AD-4): the day is the anchor, or the month's last day where the month is shorter. With
 * the anchor 31, one month after 28 February is 31 March.
 *
 * Returns: the date, or RC_DATE_NONE outside of years 1 to 9999
 */
RcDate
rc_date_add_months (RcDate date, int months, int anchor_day)
{
  int year, month, day, last_day;
  gint64 month_number;

  g_return_val_if_fail (anchor_day >= 0 && anchor_day <= 31, RC_DATE_NONE);
  if (!is_date (date))
    return RC_DATE_NONE;

  rc_date_get_ymd (date, &year, &month, &day);
  month_number = (gint64) year * 12 + (month - 1) + months;
  if (month_number < 12 || month_number >= (gint64) (LAST_YEAR + 1) * 12)
    return RC_DATE_NONE;

  year = (int) (month_number / 12);
  month = (int) (month_number % 12) + 1;
  last_day = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  return rc_date_new (year, month, MIN (anchor_day > 0 ? anchor_day : day, last_day));
}

/**
 * rc_date_days_until:
 * @from: a date
 * @to: a date
 *
 * Returns: how many days @to lies after @from; negative if it lies before
 */
int
rc_date_days_until (RcDate from, RcDate to)
{
  g_return_val_if_fail (is_date (from) && is_date (to), 0);
  return (int) to - (int) from;
}
