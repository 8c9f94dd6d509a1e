/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-locale-dates.h"

#include "rc-locale.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

/* The C library writes dates in the locales that the machine has. A language that was chosen for this program alone may have
 * none: then ICU, which knows all of them, says in which order the numbers stand and what the months are called. */

#define LONGEST 64 /* UTF-16 units of a pattern, or of a month */

/* (transfer full) */
static char *
take_text (const UChar *units)
{
  char text[LONGEST * 3 + 1];
  UErrorCode status = U_ZERO_ERROR;

  u_strToUTF8 (text, sizeof text, NULL, units, -1, &status);
  return g_strdup (U_SUCCESS (status) ? text : "");
}

/* ICU's pattern of numbers in the C library's words, with two digits for day and month and four for the year. (transfer full) */
static char *
convert_pattern (const char *pattern)
{
  GString *format = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0'; at++)
    {
      if (at > pattern && *at == at[-1])
        continue;
      if (*at == 'd')
        g_string_append (format, "%d");
      else if (*at == 'M')
        g_string_append (format, "%m");
      else if (*at == 'y')
        g_string_append (format, "%Y");
      else
        g_string_append_c (format, *at);
    }
  return g_string_free (format, FALSE);
}

/* (transfer full) */
static RcLocaleDates *
read_dates (const char *language)
{
  /* Of English, the one that says days before months, as with a locale. */
  const char *locale = g_str_equal (language, "en") ? "en_GB" : language;
  RcLocaleDates *dates = g_new0 (RcLocaleDates, 1);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_SHORT, locale, NULL, 0, NULL, 0, &status);
  UChar units[LONGEST] = { 0 };
  g_autofree char *pattern = NULL;

  udat_toPattern (format, FALSE, units, LONGEST - 1, &status);
  pattern = take_text (units);
  if (g_str_equal (language, "da"))
    g_strdelimit (pattern, ".", '-'); /* as its locale has it: ICU goes by another habit */
  dates->format = convert_pattern (pattern);
  for (gsize month = 0; month < G_N_ELEMENTS (dates->months); month++)
    {
      memset (units, 0, sizeof units);
      udat_getSymbols (format, UDAT_MONTHS, (int) month, units, LONGEST - 1, &status);
      dates->months[month] = take_text (units);
    }
  udat_close (format);
  if (U_FAILURE (status))
    g_error ("ICU does not know how %s writes dates: %s", locale, u_errorName (status));
  return dates;
}

/**
 * rc_locale_get_dates:
 *
 * From any thread.
 *
 * Returns: (transfer none) (nullable): how the chosen language writes dates, where the machine lacks its locale; %NULL where
 *   the C library knows
 */
const RcLocaleDates *
rc_locale_get_dates (void)
{
  static GMutex mutex;
  static GHashTable *known; /* (owned): language → RcLocaleDates, for ever */
  const char *language = rc_locale_get_missing ();
  g_autoptr (GMutexLocker) locker = NULL;
  RcLocaleDates *dates;

  if (language == NULL)
    return NULL;
  locker = g_mutex_locker_new (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  dates = g_hash_table_lookup (known, language);
  if (dates == NULL)
    {
      dates = read_dates (language);
      g_hash_table_insert (known, (char *) language, dates);
    }
  return dates;
}
