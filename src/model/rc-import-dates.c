/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-dates.h"

#include "rc-date.h"
#include "rc-format.h"
#include "rc-import-headings.h"

#include <string.h>

/* Dates of a file as people write them (IO-2): ISO 8601, or day, month and year with dots, dashes or slashes between. With
 * slashes some put the month first, which one date alone may not tell; a file keeps to one order, which the user may say. A
 * year has four digits. */

typedef struct
{
  int numbers[3];
  int n_digits[3];
  char separator;
} Parts;

static gboolean
read_parts (const char *text, Parts *parts)
{
  for (int i = 0; i < 3; i++)
    {
      gsize n_digits = strspn (text, "0123456789");

      if (n_digits == 0 || n_digits > 4)
        return FALSE;
      parts->numbers[i] = (int) g_ascii_strtoll (text, NULL, 10);
      parts->n_digits[i] = (int) n_digits;
      text += n_digits;
      if (i == 2)
        break;
      if (*text == '\0' || strchr ("./-", *text) == NULL || (i > 0 && *text != parts->separator))
        return FALSE;
      parts->separator = *text++;
      text += strspn (text, " ");
    }
  return *text == '\0';
}

static char *
make_iso (int year, int month, int day)
{
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return rc_date_from_iso (iso) != RC_DATE_NONE ? g_steal_pointer (&iso) : NULL;
}

static gboolean
has_year_last (const Parts *parts)
{
  return parts->n_digits[2] == 4 && parts->n_digits[0] <= 2 && parts->n_digits[1] <= 2;
}

/**
 * rc_import_date_tell_order:
 * @text: a cell, trimmed
 *
 * Returns: what the cell says of the order in which its file writes day and month; nothing where both are the same date
 */
RcDateOrder
rc_import_date_tell_order (const char *text)
{
  Parts parts = { 0 };

  if (!read_parts (text, &parts) || parts.separator != '/' || !has_year_last (&parts)
      || parts.numbers[0] == parts.numbers[1])
    return RC_DATE_ORDER_NONE;
  if (parts.numbers[0] > 12)
    return RC_DATE_ORDER_DAY_FIRST;
  return parts.numbers[1] > 12 ? RC_DATE_ORDER_MONTH_FIRST : RC_DATE_ORDER_EITHER;
}

/**
 * rc_import_date_expect_order:
 * @columns: the headings of a file
 *
 * For a file whose dates leave it open: the month stands first only in English, and there as the user's locale has it.
 *
 * Returns: the order to be expected
 */
RcDateOrder
rc_import_date_expect_order (const char *const *columns)
{
  const char *language = rc_import_headings_find_language (columns);

  if (language != NULL && !g_str_equal (language, "en"))
    return RC_DATE_ORDER_DAY_FIRST;
  return rc_format_is_month_first () ? RC_DATE_ORDER_MONTH_FIRST : RC_DATE_ORDER_DAY_FIRST;
}

/**
 * rc_import_date_to_iso:
 * @text: a cell, trimmed
 * @order: for dates with slashes
 *
 * Returns: (transfer full) (nullable): the date as ISO 8601; %NULL where it is none
 */
char *
rc_import_date_to_iso (const char *text, RcDateOrder order)
{
  Parts parts = { 0 };

  if (!read_parts (text, &parts))
    return NULL;
  if (parts.n_digits[0] == 4 && parts.n_digits[1] <= 2 && parts.n_digits[2] <= 2)
    return make_iso (parts.numbers[0], parts.numbers[1], parts.numbers[2]);
  if (!has_year_last (&parts))
    return NULL;
  if (parts.separator == '/' && order == RC_DATE_ORDER_MONTH_FIRST)
    return make_iso (parts.numbers[2], parts.numbers[0], parts.numbers[1]);
  return make_iso (parts.numbers[2], parts.numbers[1], parts.numbers[0]);
}
