/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-format.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* How dates and numbers are written for people, by the process's locale. Nothing here is for files or for the
 * database: rc_date_to_iso() is. */

static char *
format_date (RcDate date, const char *format)
{
  int year, month, day;
  g_autoptr (GDateTime) date_time = NULL;
  char *text;

  rc_date_get_ymd (date, &year, &month, &day);
  if (year == 0)
    return g_strdup ("");

  date_time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  text = g_date_time_format (date_time, format);
  return text != NULL ? text : rc_date_to_iso (date);
}

/**
 * rc_format_date:
 * @date: a date or RC_DATE_NONE
 *
 * Returns: (transfer full): the locale's short form of @date; an empty string for RC_DATE_NONE
 */
char *
rc_format_date (RcDate date)
{
  return format_date (date, "%x");
}

/**
 * rc_format_date_long:
 * @date: a date or RC_DATE_NONE
 *
 * Returns: (transfer full): @date with the name of its month; an empty string for RC_DATE_NONE
 */
char *
rc_format_date_long (RcDate date)
{
  /* Translators: a long date, as g_date_time_format() understands it: day, name of the month, year.
   * For example: %-d de %B de %Y */
  return format_date (date, _ ("%-d %B %Y"));
}

/* The locale's short form, with the year written out. */
static char *
get_full_format (void)
{
  const char *format = nl_langinfo (D_FMT);
  GString *full = g_string_new (strcmp (format, "%D") == 0 ? "%m/%d/%y" : format);

  g_string_replace (full, "%y", "%Y", 0);
  return g_string_free (full, FALSE);
}

/**
 * rc_format_date_in_full:
 * @date: a date or RC_DATE_NONE
 *
 * Returns: (transfer full): the locale's short form of @date, but with all digits of the year: for a file that somebody may
 *   read back in another century, or where the order of the numbers is not known; an empty string for RC_DATE_NONE
 */
char *
rc_format_date_in_full (RcDate date)
{
  g_autofree char *format = get_full_format ();

  return format_date (date, format);
}

/**
 * rc_format_is_month_first:
 *
 * Returns: whether the locale's short form of a date has the month before the day
 */
gboolean
rc_format_is_month_first (void)
{
  g_autofree char *format = get_full_format ();
  const char *month = strstr (format, "%m");
  const char *day = strstr (format, "%d");

  return month != NULL && day != NULL && month < day;
}

/**
 * rc_format_get_separator:
 *
 * Returns: what the locale's spreadsheets put between the cells of a CSV file: a semicolon where the comma is the decimal
 *   mark, else a comma
 */
char
rc_format_get_separator (void)
{
  return strcmp (localeconv ()->decimal_point, ",") == 0 ? ';' : ',';
}

/**
 * rc_format_number:
 * @number: a number
 *
 * Returns: (transfer full): @number with the locale's separator of thousands
 */
char *
rc_format_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}
