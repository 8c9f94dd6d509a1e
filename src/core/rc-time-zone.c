/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-time-zone.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>

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
 * rc_time_zone_is_known:
 * @name: (nullable): a name
 *
 * Returns: whether there is a zone of this name here
 */
gboolean
rc_time_zone_is_known (const char *name)
{
  g_autoptr (GTimeZone) zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * rc_time_zone_list_known:
 *
 * Returns: (transfer full): the zones to choose from: one for each place that ICU tells apart and that is known here, and UTC;
 *   sorted
 */
char **
rc_time_zone_list_known (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  UErrorCode code = U_ZERO_ERROR;
  UEnumeration *zones = ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &code);
  const char *name;

  while (zones != NULL && (name = uenum_next (zones, NULL, &code)) != NULL && U_SUCCESS (code))
    if (rc_time_zone_is_known (name))
      g_ptr_array_add (names, g_strdup (name));
  g_clear_pointer (&zones, uenum_close);
  g_ptr_array_add (names, g_strdup ("UTC"));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
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
