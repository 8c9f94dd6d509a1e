/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-locale-numbers.h"

#include "rc-locale.h"

#include <unicode/unum.h>
#include <unicode/ustring.h>

/* The C library writes numbers in the locales that the machine has. Of a language that was chosen for this program alone, and
 * whose locale is missing, ICU knows the separators. */

#define LONGEST 8 /* UTF-16 units of a separator */

/* (transfer full) */
static char *
take_symbol (const UNumberFormat *format, UNumberFormatSymbol symbol)
{
  UChar units[LONGEST] = { 0 };
  char text[LONGEST * 3 + 1] = { 0 };
  UErrorCode status = U_ZERO_ERROR;

  unum_getSymbol (format, symbol, units, LONGEST - 1, &status);
  u_strToUTF8 (text, sizeof text, NULL, units, -1, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no separator of numbers: %s", u_errorName (status));
  return g_strdup (text);
}

/* (transfer full) */
static RcLocaleNumbers *
read_numbers (const char *language)
{
  RcLocaleNumbers *numbers = g_new0 (RcLocaleNumbers, 1);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_DECIMAL, NULL, 0, language, NULL, &status);

  if (U_FAILURE (status))
    g_error ("ICU does not know how %s writes numbers: %s", language, u_errorName (status));
  numbers->group = take_symbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL);
  numbers->decimal = take_symbol (format, UNUM_DECIMAL_SEPARATOR_SYMBOL);
  unum_close (format);
  return numbers;
}

/**
 * rc_locale_get_numbers:
 *
 * From any thread.
 *
 * Returns: (transfer none) (nullable): how the chosen language writes numbers, where the machine lacks its locale; %NULL
 *   where the C library knows
 */
const RcLocaleNumbers *
rc_locale_get_numbers (void)
{
  static GMutex mutex;
  static GHashTable *known; /* (owned): language → RcLocaleNumbers, for ever */
  const char *language = rc_locale_get_missing ();
  g_autoptr (GMutexLocker) locker = NULL;
  RcLocaleNumbers *numbers;

  if (language == NULL)
    return NULL;
  locker = g_mutex_locker_new (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  numbers = g_hash_table_lookup (known, language);
  if (numbers == NULL)
    {
      numbers = read_numbers (language);
      g_hash_table_insert (known, (char *) language, numbers);
    }
  return numbers;
}
