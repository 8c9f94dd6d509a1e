/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-number.h"

#include <string.h>

/* Whole numbers as people type them, or paste them from a spreadsheet of any country. How one is written for
 * them: rc_format_number(). */

#define MOST_DIGITS 15
#define N_GROUP_DIGITS 3

/* A space, a no-break space, a narrow one, a full stop, a comma, an apostrophe. */
static gboolean
is_separator (gunichar character)
{
  return character == ' ' || character == 0xA0 || character == 0x202F || character == '.' || character == ','
         || character == '\'' || character == 0x2019;
}

/**
 * rc_number_parse:
 * @text: UTF-8, as typed; spaces around it do not count
 * @number: (out): the number; unchanged where @text is none
 *
 * A separator of thousands may stand before each three digits, the same one throughout: “1 250”, “1.250” and “1,250” are
 * 1250 in every locale, as what is counted has no fractions. “7.5” and “1 2” are no numbers: what cannot be meant is
 * not guessed.
 *
 * Returns: whether @text is a number from 0 on, of at most 15 digits
 */
gboolean
rc_number_parse (const char *text, gint64 *number)
{
  g_autofree char *trimmed = NULL;
  gunichar separator = 0;
  gint64 found = 0;
  int n_digits = 0;
  int n_group = 0; /* the digits since the last separator */

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);
  trimmed = g_strstrip (g_strdup (text));
  for (const char *at = trimmed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_ascii_isdigit (*at) && ++n_digits <= MOST_DIGITS)
        {
          found = 10 * found + g_ascii_digit_value (*at);
          n_group++;
        }
      else if (!is_separator (character) || n_group == 0 || n_group > N_GROUP_DIGITS
               || (separator != 0 && (character != separator || n_group != N_GROUP_DIGITS)))
        return FALSE;
      else
        {
          separator = character;
          n_group = 0;
        }
    }
  if (n_digits == 0 || (separator != 0 && n_group != N_GROUP_DIGITS))
    return FALSE;
  *number = found;
  return TRUE;
}
