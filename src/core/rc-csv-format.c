/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-csv-reader.h"

#include <string.h>

/* Finds out by looking how a CSV file is written (IO-2). It is a guess that the user can change, and it never fails:
 * what cannot be told is UTF-8 with commas. */

#define MOST_RECORDS 200
#define MOST_FIELDS 100

static const char separators[] = { ',', ';', '\t' };

/* How often @separator stands in each record, seen through quotes. */
typedef struct
{
  char separator;
  gboolean in_quotes;
  gboolean at_field_start;
  gboolean has_content;
  int n_fields; /* of the record being read */
  int first_n_fields;
  int n_records;
  int n_alike; /* records with as many fields as the first */
} Count;

static gboolean
looks_like_utf8 (const guint8 *start, gsize length)
{
  const char *end;

  if (g_utf8_validate_len ((const char *) start, length, &end))
    return TRUE;
  /* The last character may have been cut off. */
  return length - (gsize) (end - (const char *) start) < 4
         && g_utf8_get_char_validated (end, (gssize) length - (end - (const char *) start)) == (gunichar) -2;
}

/* UTF-16 without a mark: in most languages of ours every second byte is zero. */
static const char *
detect_utf16 (const guint8 *start, gsize length)
{
  gsize n_units = length / 2;
  gsize n_high_first = 0, n_high_last = 0;

  for (gsize i = 0; i < n_units; i++)
    {
      n_high_first += start[i * 2] == 0 && start[i * 2 + 1] != 0;
      n_high_last += start[i * 2 + 1] == 0 && start[i * 2] != 0;
    }
  if (n_high_last > n_units / 2)
    return "UTF-16LE";
  if (n_high_first > n_units / 2)
    return "UTF-16BE";
  return NULL;
}

static gboolean
is_ascii_letter (const guint8 *start, gsize length, gsize position)
{
  return position < length && g_ascii_isalpha ((char) start[position]);
}

/* The same bytes are letters in one of the two charsets and signs, controls or rarer letters in the other. */
static const char *
detect_single_byte (const guint8 *start, gsize length)
{
  static const guint8 polish[] = { 0xA1, 0xA3, 0xA6, 0xAC, 0xAF, 0xB1, 0xB3, 0xB6, 0xBC, 0xBF, 0 };
  static const guint8 western[] = { 0xC0, 0xC3, 0xC5, 0xC8, 0xD5, 0xD8, 0xE0, 0xE3,
                                    0xE5, 0xE8, 0xEC, 0xF2, 0xF5, 0xF8, 0xF9, 0 };
  int score = 0; /* above 0: ISO-8859-2 */

  for (gsize i = 0; i < length; i++)
    {
      if (start[i] < 0x80)
        continue;
      if (start[i] < 0xA0)
        score -= 3;
      else if (strchr ((const char *) western, start[i]) != NULL)
        score -= 1;
      else if (strchr ((const char *) polish, start[i]) != NULL
               && (is_ascii_letter (start, length, i + 1)
                   || (i > 0 && is_ascii_letter (start, length, i - 1))))
        score += 2;
    }
  return score > 0 ? "ISO-8859-2" : "WINDOWS-1252";
}

static const char *
detect_charset (const guint8 *start, gsize length)
{
  const char *utf16;

  if (length >= 3 && memcmp (start, "\xEF\xBB\xBF", 3) == 0)
    return "UTF-8";
  if (length >= 2 && start[0] == 0xFF && start[1] == 0xFE)
    return "UTF-16LE";
  if (length >= 2 && start[0] == 0xFE && start[1] == 0xFF)
    return "UTF-16BE";
  utf16 = detect_utf16 (start, length);
  if (utf16 != NULL)
    return utf16;
  return looks_like_utf8 (start, length) ? "UTF-8" : detect_single_byte (start, length);
}

static void
count_record (Count *count)
{
  if (!count->has_content)
    return;
  if (count->n_records == 0)
    count->first_n_fields = count->n_fields;
  count->n_alike += count->n_fields == count->first_n_fields;
  count->n_records++;
  count->n_fields = 1;
  count->at_field_start = TRUE;
  count->has_content = FALSE;
}

static void
count_character (Count *count, char character)
{
  if (count->in_quotes)
    {
      count->in_quotes = character != '"';
      return;
    }
  if (character == '\n' || character == '\r')
    {
      count_record (count);
      return;
    }
  count->has_content = TRUE;
  if (character == '"')
    count->in_quotes = count->at_field_start;
  count->n_fields += character == count->separator;
  /* A doubled quote ends the quotes and begins them again. */
  count->at_field_start = character == count->separator || count->in_quotes;
}

/* How well a separator explains the text: 0 where the first record has but one field. */
static double
score_separator (const char *text, gsize length, gboolean is_whole, char separator)
{
  Count count = { .separator = separator, .at_field_start = TRUE, .n_fields = 1 };

  for (gsize i = 0; i < length && count.n_records < MOST_RECORDS; i++)
    count_character (&count, text[i]);
  /* The last record may have been cut off: it counts only where there is no other. */
  if (is_whole || count.n_records == 0)
    count_record (&count);
  if (count.n_records == 0 || count.first_n_fields < 2)
    return 0;
  return (double) count.n_alike / count.n_records + MIN (count.first_n_fields, MOST_FIELDS) / 10000.0;
}

/* One byte a character: what is not ASCII does not matter here. */
static GString *
narrow (const guint8 *start, gsize length, const char *charset)
{
  gsize low = g_str_equal (charset, "UTF-16BE") ? 1 : 0;
  GString *text;

  if (!g_str_has_prefix (charset, "UTF-16"))
    return g_string_new_len ((const char *) start, (gssize) length);
  text = g_string_sized_new (length / 2 + 1);
  for (gsize i = 0; i + 1 < length; i += 2)
    g_string_append_c (text, start[i + 1 - low] == 0 ? (char) start[i + low] : '?');
  return text;
}

/**
 * rc_csv_format_detect:
 * @start: (array length=length): the first bytes of a file
 * @length: how many there are; 64 KiB are plenty
 * @format: (out caller-allocates): how the file seems to be written
 *
 * The charset is taken from a byte order mark, from the zero bytes of UTF-16, from what is valid UTF-8, and else from the
 * letters that tell windows-1252 and ISO-8859-2 apart. The separator is the one that gives the records the same number of
 * fields (IO-2).
 */
void
rc_csv_format_detect (const guint8 *start, gsize length, RcCsvFormat *format)
{
  g_autoptr (GString) text = NULL;
  gboolean is_whole;
  double best = 0;

  g_return_if_fail ((start != NULL || length == 0) && format != NULL);

  format->charset = detect_charset (start, length);
  format->separator = ',';
  if (length == 0)
    return;

  text = narrow (start, length, format->charset);
  is_whole = text->len > 0 && (text->str[text->len - 1] == '\n' || text->str[text->len - 1] == '\r');
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      double score = score_separator (text->str, text->len, is_whole, separators[i]);

      if (score > best)
        {
          best = score;
          format->separator = separators[i];
        }
    }
}
