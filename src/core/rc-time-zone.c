/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-time-zone.h"

/* Which civil day a moment falls on, and when that day begins and ends, for what is counted by the day (CH-3). */

/**
 * rc_time_zone_find:
 * @name: (nullable): a name such as "Europe/Warsaw"; %NULL, or one that is not known here: the machine's zone
 *
 * Returns: (transfer full): the zone
 */
GTimeZone *
rc_time_zone_find (const char *name)
{
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * rc_time_zone_get_date:
 * @zone: a zone
 * @at: µs since the epoch, UTC
 *
 * Returns: the civil date there and then
 */
RcDate
rc_time_zone_get_date (GTimeZone *zone, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return rc_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                      g_date_time_get_day_of_month (local));
}

static gint64
get_begin (GTimeZone *zone, RcDate date)
{
  g_autoptr (GDateTime) begin = NULL;
  int year, month, day;

  rc_date_get_ymd (date, &year, &month, &day);
  begin = g_date_time_new (zone, year, month, day, 0, 0, 0);
  return g_date_time_to_unix (begin) * G_USEC_PER_SEC;
}

/**
 * rc_time_zone_get_day:
 * @zone: a zone
 * @at: µs since the epoch, UTC
 * @from: (out): when the civil day begins that @at falls on, µs since the epoch
 * @to: (out): when the next one begins
 */
void
rc_time_zone_get_day (GTimeZone *zone, gint64 at, gint64 *from, gint64 *to)
{
  RcDate date = rc_time_zone_get_date (zone, at);

  *from = get_begin (zone, date);
  *to = get_begin (zone, rc_date_add_days (date, 1));
}
