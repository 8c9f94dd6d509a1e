/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads CSV (RFC 4180, and what else is met: other separators, lone CR or LF, quotes within unquoted fields) record by
 * record from a stream, turned into UTF-8 on the way. Only one record is ever in memory. It knows nothing of headers and
 * columns: the import's mapping does. Reading blocks: it belongs in a worker thread. */

#define CHUNK_SIZE (64 * 1024)
#define LONGEST_FIELD (1024 * 1024)
#define MOST_FIELDS 16384
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef enum
{
  STATE_RECORD_START,
  STATE_FIELD_START,
  STATE_UNQUOTED,
  STATE_QUOTED,
  STATE_QUOTE_SEEN, /* within quotes: the end, or the first of two */
  STATE_END,
  STATE_FAILED
} State;

struct _RcCsvReader
{
  GObject parent_instance;

  GInputStream *stream; /* (owned), UTF-8 */
  char separator;

  guint8 *chunk; /* (owned) */
  gsize chunk_length;
  gsize position; /* in the chunk */
  gboolean has_started;

  State state;
  gboolean after_cr; /* an LF that follows belongs to it */
  guint64 line; /* of the next character */
  guint64 record_line;
  guint64 quote_line; /* where the quotes were opened */

  GString *text; /* (owned), the record's fields, each with its zero byte */
  gsize field_start; /* in text */
  GArray *starts; /* (owned), gsize, in text */
  GPtrArray *fields; /* (owned), borrowed pointers into text, and NULL */
  GError *pending; /* (owned) (nullable), of the stream, for when the chunk is used up */
  GError *error; /* (owned) (nullable), why there are no more records */
};

G_DEFINE_FINAL_TYPE (RcCsvReader, rc_csv_reader, G_TYPE_OBJECT)

/* Fails for good, with @line as the line of the fault. */
static gboolean
fail (RcCsvReader *self, guint64 line, RcCsvError code, char *message)
{
  self->state = STATE_FAILED;
  self->record_line = line;
  self->error = g_error_new_literal (RC_CSV_ERROR, code, message);
  g_free (message);
  return FALSE;
}

static gboolean
fail_encoding (RcCsvReader *self)
{
  return fail (self, self->line, RC_CSV_ERROR_ENCODING,
               g_strdup_printf (_ ("Line %lu holds bytes that are no text in the character encoding chosen."),
                                (gulong) self->line));
}

static gboolean
fail_reading (RcCsvReader *self, GError *cause)
{
  g_autoptr (GError) owned = cause;

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
      || g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return fail_encoding (self);
  if (!g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return fail (self, self->line, RC_CSV_ERROR_READ,
                 /* Translators: the placeholder is what the system says */
                 g_strdup_printf (_ ("The file could not be read: %s"), owned->message));

  self->state = STATE_FAILED;
  self->error = g_steal_pointer (&owned);
  return FALSE;
}

static gboolean
end_field (RcCsvReader *self)
{
  const char *field = self->text->str + self->field_start;

  if (self->starts->len >= MOST_FIELDS)
    return fail (self, self->line, RC_CSV_ERROR_TOO_LONG,
                 g_strdup_printf (_ ("Line %lu has too many fields."), (gulong) self->line));
  if (!g_utf8_validate_len (field, self->text->len - self->field_start, NULL))
    return fail_encoding (self);

  g_array_append_val (self->starts, self->field_start);
  g_string_append_c (self->text, '\0');
  self->field_start = self->text->len;
  self->state = STATE_FIELD_START;
  return TRUE;
}

static gboolean
append (RcCsvReader *self, char character)
{
  if (self->text->len - self->field_start >= LONGEST_FIELD)
    return fail (self, self->line, RC_CSV_ERROR_TOO_LONG,
                 g_strdup_printf (_ ("A field on line %lu is longer than 1 MiB."), (gulong) self->line));
  g_string_append_c (self->text, character);
  return TRUE;
}

/* The end of the line counts once, also where it is CR and LF. */
static void
count_line (RcCsvReader *self, char character)
{
  if (character == '\r' || (character == '\n' && !self->after_cr))
    self->line++;
  self->after_cr = character == '\r';
}

static gboolean
take_quoted (RcCsvReader *self, char character)
{
  if (character == '"')
    {
      self->state = STATE_QUOTE_SEEN;
      self->after_cr = FALSE;
      return TRUE;
    }
  count_line (self, character);
  return append (self, character);
}

static gboolean
take_quote (RcCsvReader *self)
{
  if (self->state == STATE_UNQUOTED)
    return append (self, '"');
  if (self->state == STATE_QUOTE_SEEN)
    {
      self->state = STATE_QUOTED;
      return append (self, '"');
    }
  self->state = STATE_QUOTED;
  self->quote_line = self->line;
  return TRUE;
}

/* Takes one character. @record_ends tells whether it ended a record. */
static gboolean
take (RcCsvReader *self, char character, gboolean *record_ends)
{
  if (character == '\0')
    return fail (self, self->line, RC_CSV_ERROR_ENCODING,
                 g_strdup_printf (_ ("Line %lu holds a zero byte, so this is no text file in the "
                                     "character encoding chosen."),
                                  (gulong) self->line));
  if (self->state == STATE_QUOTED)
    return take_quoted (self, character);
  if (character == '\r' || character == '\n')
    {
      *record_ends = self->state != STATE_RECORD_START;
      if (*record_ends && !end_field (self))
        return FALSE;
      count_line (self, character);
      return TRUE;
    }

  self->after_cr = FALSE;
  if (self->state == STATE_RECORD_START)
    {
      self->record_line = self->line;
      self->state = STATE_FIELD_START;
    }
  if (character == '"')
    return take_quote (self);
  if (character == self->separator)
    return end_field (self);
  if (self->state == STATE_QUOTE_SEEN)
    return fail (self, self->line, RC_CSV_ERROR_QUOTE,
                 g_strdup_printf (_ ("On line %lu there is text between a closing quote and the next "
                                     "separator."),
                                  (gulong) self->line));
  self->state = STATE_UNQUOTED;
  return append (self, character);
}

/* The first bytes decide whether there is a byte order mark, so a short read will not do. */
static void
fill_first (RcCsvReader *self, GCancellable *cancellable)
{
  self->has_started = TRUE;
  g_input_stream_read_all (self->stream, self->chunk, CHUNK_SIZE, &self->chunk_length, cancellable,
                           &self->pending);
  if (self->chunk_length >= 3 && memcmp (self->chunk, BYTE_ORDER_MARK, 3) == 0)
    self->position = 3;
}

/* Reads the next chunk. At the end of the stream it is empty. */
static gboolean
fill (RcCsvReader *self, GCancellable *cancellable)
{
  gssize length;

  if (!self->has_started)
    {
      fill_first (self, cancellable);
      if (self->position < self->chunk_length)
        return TRUE;
    }
  if (self->pending != NULL)
    return fail_reading (self, g_steal_pointer (&self->pending));

  length = g_input_stream_read (self->stream, self->chunk, CHUNK_SIZE, cancellable, &self->pending);
  if (length < 0)
    return fail_reading (self, g_steal_pointer (&self->pending));
  self->position = 0;
  self->chunk_length = (gsize) length;
  return TRUE;
}

/* The stream has ended. Returns whether that ended a record. */
static gboolean
finish (RcCsvReader *self)
{
  if (self->state == STATE_QUOTED)
    return fail (self, self->quote_line, RC_CSV_ERROR_QUOTE,
                 g_strdup_printf (_ ("The quote that is opened on line %lu is never closed."),
                                  (gulong) self->quote_line));
  if (self->state == STATE_RECORD_START)
    {
      self->state = STATE_END;
      return FALSE;
    }
  return end_field (self);
}

/* Reads to the end of the record. Returns whether there was one. */
static gboolean
read_record (RcCsvReader *self, GCancellable *cancellable)
{
  gboolean record_ends = FALSE;
  GError *cancelled = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &cancelled))
    return fail_reading (self, cancelled);
  while (!record_ends)
    {
      if (self->position == self->chunk_length)
        {
          if (!fill (self, cancellable))
            return FALSE;
          if (self->chunk_length == 0)
            return finish (self);
        }
      if (!take (self, (char) self->chunk[self->position++], &record_ends))
        return FALSE;
    }
  return TRUE;
}

static void
rc_csv_reader_finalize (GObject *object)
{
  RcCsvReader *self = RC_CSV_READER (object);

  g_clear_object (&self->stream);
  g_clear_pointer (&self->chunk, g_free);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_error (&self->pending);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (rc_csv_reader_parent_class)->finalize (object);
}

static void
rc_csv_reader_class_init (RcCsvReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_csv_reader_finalize;
}

static void
rc_csv_reader_init (RcCsvReader *self)
{
  self->chunk = g_malloc (CHUNK_SIZE);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->fields = g_ptr_array_new ();
  self->line = 1;
  self->record_line = 1;
}

/**
 * rc_csv_error_quark:
 *
 * Returns: the domain of errors whose code is an RcCsvError
 */
G_DEFINE_QUARK (rc_csv_error, rc_csv_error)

/**
 * rc_csv_reader_new:
 * @stream: where the file is read from, at its start; a reference is kept
 * @format: how it is written; copied
 *
 * Where the system cannot read the charset, the first rc_csv_reader_next() fails with RC_CSV_ERROR_ENCODING.
 *
 * Returns: (transfer full): a reader before the first record
 */
RcCsvReader *
rc_csv_reader_new (GInputStream *stream, const RcCsvFormat *format)
{
  RcCsvReader *self;
  g_autoptr (GCharsetConverter) converter = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && format != NULL, NULL);

  self = g_object_new (RC_TYPE_CSV_READER, NULL);
  self->separator = format->separator;
  if (g_ascii_strcasecmp (format->charset, "UTF-8") == 0)
    {
      self->stream = g_object_ref (stream);
      return self;
    }
  converter = g_charset_converter_new ("UTF-8", format->charset, &error);
  if (converter == NULL)
    fail (self, 1, RC_CSV_ERROR_ENCODING,
          g_strdup_printf (_ ("The character encoding %s cannot be read on this system."), format->charset));
  else
    self->stream = g_converter_input_stream_new (stream, G_CONVERTER (converter));
  return self;
}

/**
 * rc_csv_reader_next:
 * @self: a reader
 * @cancellable: (nullable): a cancellable
 * @error: RC_CSV_ERROR_ENCODING, _QUOTE, _READ, _TOO_LONG, or G_IO_ERROR_CANCELLED. After an error there are no more
 *   records: the same error comes again
 *
 * Reads the next record. Empty lines are none. A field is at most 1 MiB long.
 *
 * Returns: (transfer none) (nullable): the fields, UTF-8, %NULL-terminated, valid until the next call; %NULL at the end,
 *   where @error is not set, or on error
 */
const char *const *
rc_csv_reader_next (RcCsvReader *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (RC_IS_CSV_READER (self), NULL);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  g_ptr_array_set_size (self->fields, 0);
  self->field_start = 0;

  if (self->state == STATE_END || self->state == STATE_FAILED || !read_record (self, cancellable))
    {
      g_array_set_size (self->starts, 0);
      if (self->error != NULL && error != NULL)
        *error = g_error_copy (self->error);
      return NULL;
    }

  self->state = STATE_RECORD_START;
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->fields, self->text->str + g_array_index (self->starts, gsize, i));
  g_ptr_array_add (self->fields, NULL);
  return (const char *const *) self->fields->pdata;
}

/**
 * rc_csv_reader_get_n_fields:
 * @self: a reader
 *
 * Returns: how many fields the last record has; 0 before the first and after the last
 */
guint
rc_csv_reader_get_n_fields (RcCsvReader *self)
{
  g_return_val_if_fail (RC_IS_CSV_READER (self), 0);
  return self->starts->len;
}

/**
 * rc_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line on which the last record began; after an error the line of the fault. The first line is 1.
 */
guint64
rc_csv_reader_get_line (RcCsvReader *self)
{
  g_return_val_if_fail (RC_IS_CSV_READER (self), 0);
  return self->record_line;
}
