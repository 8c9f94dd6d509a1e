/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-csv-writer.h"

#include <string.h>

/* Writes RFC 4180 with CRLF (IO-1). It makes text, not files, and it changes no field unasked: what is made harmless for
 * spreadsheets goes through rc_csv_disarm() first. */

/* More digits than a double holds are rounded by a spreadsheet. */
#define MAX_SAFE_DIGITS 15

/* Digits that are no number: a postal code's leading zero, or a VIP ID that happens to have no letter but one E. A
 * spreadsheet that is told to keep quoted fields as text keeps these as they are. */
static gboolean
is_fragile_number (const char *field)
{
  gsize n_digits = strspn (field, "0123456789");
  const char *rest = field + n_digits;

  if (n_digits == 0)
    return FALSE;
  if (*rest == 'e' || *rest == 'E')
    return rest[1 + strspn (rest + 1, "0123456789")] == '\0';
  return *rest == '\0' && (n_digits > MAX_SAFE_DIGITS || (n_digits > 1 && field[0] == '0'));
}

/* The characters that make a field need quotes wherever they stand. */
static inline gboolean
is_special (char character, char separator)
{
  return character == separator || character == '"' || character == '\r' || character == '\n';
}

static gboolean
needs_quotes (const char *field, gsize length, char separator)
{
  if (field[0] == ' ' || field[length - 1] == ' '
      || (field[0] == RC_CSV_BYTE_ORDER_MARK[0] && g_str_has_prefix (field, RC_CSV_BYTE_ORDER_MARK))
      || (g_ascii_isdigit (field[0]) && is_fragile_number (field)))
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (is_special (field[i], separator))
      return TRUE;
  return FALSE;
}

static void
append_field (GString *out, const char *field, char separator)
{
  gsize length = strlen (field);

  if (!needs_quotes (field, length, separator))
    {
      g_string_append_len (out, field, (gssize) length);
      return;
    }
  g_string_append_c (out, '"');
  for (; *field != '\0'; field++)
    {
      if (*field == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *field);
    }
  g_string_append_c (out, '"');
}

/**
 * rc_csv_append_record:
 * @out: where the record is added
 * @fields: (array zero-terminated=1): its fields, UTF-8, at least one
 *
 * Adds a record with its CRLF, with commas between the fields: see rc_csv_append_record_separated().
 */
void
rc_csv_append_record (GString *out, const char *const *fields)
{
  rc_csv_append_record_separated (out, fields, ',');
}

/**
 * rc_csv_append_record_separated:
 * @out: where the record is added
 * @fields: (array zero-terminated=1): its fields, UTF-8, at least one
 * @separator: what stands between them: a comma, a semicolon, a tab
 *
 * Adds a record with its CRLF. A field gets quotes only where it holds the separator, a quote or a line end, has a space at one
 * of its ends, or is digits that a spreadsheet would take for a number and change. A record of one empty field gets them
 * too, since an empty line is none.
 */
void
rc_csv_append_record_separated (GString *out, const char *const *fields, char separator)
{
  g_return_if_fail (out != NULL && fields != NULL && fields[0] != NULL);

  if (fields[0][0] == '\0' && fields[1] == NULL)
    g_string_append (out, "\"\"");
  for (gsize i = 0; fields[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      if (fields[i][0] != '\0')
        append_field (out, fields[i], separator);
    }
  g_string_append (out, "\r\n");
}

/* Whether a spreadsheet would run @field, were it not for apostrophes in front. */
static gboolean
is_formula (const char *field)
{
  field += strspn (field, "'");
  return *field != '\0' && strchr ("=+-@\t\r", *field) != NULL;
}

/**
 * rc_csv_disarm:
 * @field: UTF-8
 *
 * Makes a cell harmless that a spreadsheet would run as a formula (IO-1): an apostrophe goes in front. It goes in front of
 * what looks as if it had been made harmless, too, so that rc_csv_rearm() can always tell.
 *
 * Returns: (transfer full): the harmless field
 */
char *
rc_csv_disarm (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);
  return is_formula (field) ? g_strconcat ("'", field, NULL) : g_strdup (field);
}

/**
 * rc_csv_rearm:
 * @field: a field that rc_csv_disarm() made
 *
 * Returns: (transfer full): the field that rc_csv_disarm() was given
 */
char *
rc_csv_rearm (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);
  return g_strdup (field[0] == '\'' && is_formula (field) ? field + 1 : field);
}
