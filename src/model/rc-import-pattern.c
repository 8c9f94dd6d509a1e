/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-pattern.h"

#include "rc-csv-writer.h"
#include "rc-import-file.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Text made of a row's columns (IO-2): "info@{domain}". After the column's name a part of the cell can be asked for:
 * "{Headquarters:before-comma}". A brace itself is written twice. A pattern copies text; it does not compute. */

typedef enum
{
  PART_WHOLE,
  PART_BEFORE_COMMA,
  PART_AFTER_COMMA,
  PART_FIRST_WORD,
  PART_OTHER_WORDS
} Part;

static const struct
{
  const char *suffix;
  Part part;
} parts[] = {
  { ":before-comma", PART_BEFORE_COMMA },
  { ":after-comma", PART_AFTER_COMMA },
  { ":first-word", PART_FIRST_WORD },
  { ":other-words", PART_OTHER_WORDS },
};

typedef struct
{
  char *literal; /* (owned) (nullable): NULL for a column */
  guint column;
  Part part;
} Piece;

struct _RcImportPattern
{
  GArray *pieces; /* (owned) of Piece */
};

static void
piece_clear (Piece *piece)
{
  g_clear_pointer (&piece->literal, g_free);
}

static RcImportPattern *
pattern_new (void)
{
  RcImportPattern *pattern = g_new0 (RcImportPattern, 1);

  pattern->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (pattern->pieces, (GDestroyNotify) piece_clear);
  return pattern;
}

/**
 * rc_import_pattern_free:
 * @pattern: (transfer full) (nullable): a pattern
 */
void
rc_import_pattern_free (RcImportPattern *pattern)
{
  if (pattern == NULL)
    return;
  g_array_unref (pattern->pieces);
  g_free (pattern);
}

static gboolean
find_column (const char *name, gssize length, const char *const *columns, guint *index)
{
  for (guint i = 0; columns[i] != NULL; i++)
    if (strlen (columns[i]) == (gsize) length && strncmp (columns[i], name, (gsize) length) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* The column's own name goes first: it may end in what looks like a part. */
static gboolean
add_column (RcImportPattern *pattern, const char *name, gssize length, const char *const *columns)
{
  Piece piece = { NULL, 0, PART_WHOLE };
  gboolean found = find_column (name, length, columns, &piece.column);

  for (gsize i = 0; !found && i < G_N_ELEMENTS (parts); i++)
    {
      gssize rest = length - (gssize) strlen (parts[i].suffix);

      piece.part = parts[i].part;
      found = rest > 0 && strncmp (name + rest, parts[i].suffix, strlen (parts[i].suffix)) == 0
              && find_column (name, rest, columns, &piece.column);
    }
  if (found)
    g_array_append_val (pattern->pieces, piece);
  return found;
}

static void
add_literal (RcImportPattern *pattern, GString *literal)
{
  Piece piece = { NULL, 0, PART_WHOLE };

  if (literal->len == 0)
    return;
  piece.literal = g_strdup (literal->str);
  g_array_append_val (pattern->pieces, piece);
  g_string_truncate (literal, 0);
}

static void
set_column_error (GError **error, const char *name, gssize length)
{
  g_autofree char *copy = g_strndup (name, (gsize) length);

  g_set_error (error, RC_IMPORT_ERROR, RC_IMPORT_ERROR_COLUMN, _ ("The file has no column “%s”."), copy);
}

/**
 * rc_import_pattern_new:
 * @text: the pattern, UTF-8
 * @columns: the file's columns, each named once
 * @error: RC_IMPORT_ERROR_COLUMN: a column that is not there; RC_IMPORT_ERROR_MAPPING: a brace that is left open
 *
 * Returns: (transfer full) (nullable): the pattern
 */
RcImportPattern *
rc_import_pattern_new (const char *text, const char *const *columns, GError **error)
{
  g_autoptr (RcImportPattern) pattern = pattern_new ();
  g_autoptr (GString) literal = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end;

      if ((*p != '{' && *p != '}') || p[1] == *p)
        {
          g_string_append_c (literal, *p);
          if (*p == '{' || *p == '}')
            p++;
          continue;
        }
      end = *p == '{' ? strchr (p, '}') : NULL;
      if (end == NULL)
        {
          g_set_error (error, RC_IMPORT_ERROR, RC_IMPORT_ERROR_MAPPING,
                       _ ("A brace has no counterpart in the pattern “%s”."), text);
          return NULL;
        }
      add_literal (pattern, literal);
      if (!add_column (pattern, p + 1, end - p - 1, columns))
        {
          set_column_error (error, p + 1, end - p - 1);
          return NULL;
        }
      p = end;
    }
  add_literal (pattern, literal);
  return g_steal_pointer (&pattern);
}

/**
 * rc_import_pattern_new_column:
 * @column: a column's name
 * @columns: the file's columns
 * @error: RC_IMPORT_ERROR_COLUMN
 *
 * Returns: (transfer full) (nullable): the pattern that is this one column
 */
RcImportPattern *
rc_import_pattern_new_column (const char *column, const char *const *columns, GError **error)
{
  g_autoptr (RcImportPattern) pattern = pattern_new ();
  Piece piece = { NULL, 0, PART_WHOLE };

  if (!find_column (column, (gssize) strlen (column), columns, &piece.column))
    {
      set_column_error (error, column, (gssize) strlen (column));
      return NULL;
    }
  g_array_append_val (pattern->pieces, piece);
  return g_steal_pointer (&pattern);
}

static char *
take_part (char *cell, Part part)
{
  g_autofree char *whole = cell;
  const char *cut;

  switch (part)
    {
    case PART_WHOLE:
      return g_steal_pointer (&whole);
    case PART_BEFORE_COMMA:
      cut = strchr (whole, ',');
      return cut != NULL ? g_strndup (whole, (gsize) (cut - whole)) : g_steal_pointer (&whole);
    case PART_AFTER_COMMA:
      cut = strchr (whole, ',');
      return cut != NULL ? rc_text_trim (cut + 1) : NULL;
    case PART_FIRST_WORD:
      cut = strchr (whole, ' ');
      return cut != NULL ? g_strndup (whole, (gsize) (cut - whole)) : g_steal_pointer (&whole);
    case PART_OTHER_WORDS:
      cut = strchr (whole, ' ');
      return cut != NULL ? rc_text_trim (cut + 1) : NULL;
    }
  g_return_val_if_reached (NULL);
}

/* What a cell says, trimmed, and with what a report had put before a formula taken off (IO-1); NULL where it says nothing. */
static char *
clean_cell (const char *cell, GHashTable *nothing)
{
  g_autofree char *rearmed = rc_csv_rearm (cell);
  g_autofree char *trimmed = rc_text_trim (rearmed);
  g_autofree char *folded = NULL;

  if (*trimmed == '\0')
    return NULL;
  folded =
      rc_text_is_printable_ascii (trimmed) ? g_ascii_strdown (trimmed, -1) : g_utf8_casefold (trimmed, -1);
  return g_hash_table_contains (nothing, folded) ? NULL : g_steal_pointer (&trimmed);
}

/**
 * rc_import_pattern_expand:
 * @pattern: a pattern
 * @fields: a row
 * @n_fields: how many fields it has; columns beyond are empty
 * @nothing: (element-type utf8): case-folded words that mean nothing
 *
 * Returns: (transfer full) (nullable): the text; %NULL where one of the columns says nothing: half an address is none
 */
char *
rc_import_pattern_expand (const RcImportPattern *pattern, const char *const *fields, guint n_fields,
                          GHashTable *nothing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pattern->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pattern->pieces, Piece, i);
      g_autofree char *cell = NULL;

      if (piece->literal != NULL)
        {
          g_string_append (text, piece->literal);
          continue;
        }
      cell = piece->column < n_fields ? clean_cell (fields[piece->column], nothing) : NULL;
      if (cell != NULL)
        cell = take_part (g_steal_pointer (&cell), piece->part);
      if (cell == NULL)
        return NULL;
      g_string_append (text, cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
