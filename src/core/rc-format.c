/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-format.h"

#include "rc-locale-dates.h"
#include "rc-locale-numbers.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* How dates and numbers are written for people, by the process's locale. Nothing here is for files or for the
 * database: rc_date_to_iso() is. */

#define NO_BREAK_SPACE "\302\240"
#define N_GROUP_DIGITS 3

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
  const RcLocaleDates *dates = rc_locale_get_dates ();

  return format_date (date, dates != NULL ? dates->format : "%x");
}

/* A line does not end between the day and its month. (transfer full) */
static char *
prepare_long_format (const char *format, int month)
{
  const RcLocaleDates *dates = rc_locale_get_dates ();
  const char *name = strstr (format, "%B");
  GString *prepared = g_string_new (format);

  if (name == NULL)
    return g_string_free (prepared, FALSE);
  g_string_truncate (prepared, (gsize) (name - format));
  g_string_replace (prepared, " ", NO_BREAK_SPACE, 0);
  g_string_append (prepared, dates != NULL ? dates->months[month - 1] : "%B");
  g_string_append (prepared, name + strlen ("%B"));
  return g_string_free (prepared, FALSE);
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
  g_autofree char *format = NULL;
  int year, month, day;

  rc_date_get_ymd (date, &year, &month, &day);
  if (year == 0)
    return g_strdup ("");
  format = prepare_long_format (
      day == 1
          /* Translators: a long date of the first day of a month, as g_date_time_format()
                                     * understands it. For example: 1er %B %Y */
          ? C_ ("the first of a month", "%-d %B %Y")
          /* Translators: a long date, as g_date_time_format() understands it: day, name of the
                                     * month, year. For example: %-d de %B de %Y */
          : _ ("%-d %B %Y"),
      month);
  return format_date (date, format);
}

/* The locale's short form, with the year written out. */
static char *
get_full_format (void)
{
  const RcLocaleDates *dates = rc_locale_get_dates ();
  const char *format = dates != NULL ? dates->format : nl_langinfo (D_FMT);
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

/* Three numbers in the order of @format. */
static RcDate
read_numbers (const char *text, const char *format)
{
  int numbers[3]; /* as they are typed */
  int of[256] = { 0 }; /* by the letter in the format */
  gsize n_read = 0;
  int end = 0;

  if (sscanf (text, "%4d%*[^0-9]%4d%*[^0-9]%4d%n", &numbers[0], &numbers[1], &numbers[2], &end) != 3
      || text[end] != '\0')
    return RC_DATE_NONE;
  for (const char *at = strchr (format, '%'); at != NULL && n_read < 3; at = strchr (at + 1, '%'))
    of[(guchar) at[1]] = numbers[n_read++];
  if (of['Y'] < 100)
    of['Y'] += 2000;
  if (of['d'] < 1 || of['m'] < 1 || !g_date_valid_dmy ((GDateDay) of['d'], of['m'], (GDateYear) of['Y']))
    return RC_DATE_NONE;
  return rc_date_new (of['Y'], of['m'], of['d']);
}

/**
 * rc_format_read_date:
 * @text: what somebody typed
 *
 * Returns: the date that @text is, written as ISO 8601 says or as the locale does; RC_DATE_NONE where it is none
 */
RcDate
rc_format_read_date (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const RcLocaleDates *dates = rc_locale_get_dates ();
  RcDate date = rc_date_from_iso (trimmed);
  GDate parsed;

  if (date != RC_DATE_NONE || *trimmed == '\0')
    return date;
  if (dates != NULL)
    return read_numbers (trimmed, dates->format);
  g_date_clear (&parsed, 1);
  g_date_set_parse (&parsed, trimmed);
  if (!g_date_valid (&parsed))
    return RC_DATE_NONE;
  return rc_date_new (g_date_get_year (&parsed), g_date_get_month (&parsed), g_date_get_day (&parsed));
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
  const RcLocaleNumbers *numbers = rc_locale_get_numbers ();
  const char *decimal = numbers != NULL ? numbers->decimal : localeconv ()->decimal_point;

  return strcmp (decimal, ",") == 0 ? ';' : ',';
}

/* (transfer full): @number with @separator before each three digits. */
static char *
group_digits (gint64 number, const char *separator)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  GString *grouped = g_string_new (NULL);

  for (const char *at = digits; *at != '\0'; at++)
    {
      gsize n_left = strlen (at);

      if (at > digits && n_left % N_GROUP_DIGITS == 0 && g_ascii_isdigit (at[-1]))
        g_string_append (grouped, separator);
      g_string_append_c (grouped, *at);
    }
  return g_string_free (grouped, FALSE);
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
  const RcLocaleNumbers *numbers = rc_locale_get_numbers ();

  return numbers != NULL ? group_digits (number, numbers->group)
                         : g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}
