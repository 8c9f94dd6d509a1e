/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-file.h"

#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* A CSV file that somebody wants to import (IO-2), as far as a person has to see it to say what its columns are: the
 * format, the header and a few rows. It never holds the whole file: RcImportRows reads it row by row. What the columns
 * mean is RcImportMapping's business. */

#define LOOKED_AT_BYTES (64 * 1024)

struct _RcImportFile
{
  GObject parent_instance;

  GFile *file; /* (owned) */
  RcCsvFormat format;
  GStrv columns; /* (owned): a name for each column, each different */
  GPtrArray *preview; /* (owned) of GStrv */
};

struct _RcImportRows
{
  GFileInputStream *stream; /* (owned) */
  RcCsvReader *reader; /* (owned) */
  GStrv header; /* (owned): as it stands in the file */
  goffset size; /* bytes; 0: not known */
};

G_DEFINE_FINAL_TYPE (RcImportFile, rc_import_file, G_TYPE_OBJECT)
/**
 * rc_import_error_quark:
 *
 * Returns: the domain of errors whose code is an RcImportError
 */
G_DEFINE_QUARK (rc_import_error, rc_import_error)

static void
rc_import_file_finalize (GObject *object)
{
  RcImportFile *self = RC_IMPORT_FILE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->preview, g_ptr_array_unref);
  G_OBJECT_CLASS (rc_import_file_parent_class)->finalize (object);
}

static void
rc_import_file_class_init (RcImportFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_import_file_finalize;
}

static void
rc_import_file_init (RcImportFile *self)
{
  self->preview = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static gboolean
detect_format (RcImportFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, cancellable, error);
  g_autofree guint8 *start = NULL;
  gsize length;

  if (stream == NULL)
    return FALSE;
  start = g_malloc (LOOKED_AT_BYTES);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), start, LOOKED_AT_BYTES, &length, cancellable, error))
    return FALSE;
  rc_csv_format_detect (start, length, &self->format);
  return TRUE;
}

static gboolean
is_taken (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return TRUE;
  return FALSE;
}

/* A column is spoken of by its name, so that a mapping outlives a change of the columns' order. */
static GStrv
name_columns (const char *const *header)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; header[i] != NULL; i++)
    {
      g_autofree char *trimmed = rc_text_trim (header[i]);
      char *name = *trimmed != '\0' ? g_strdup (trimmed) : g_strdup_printf ("#%u", i + 1);

      for (guint number = 2; is_taken (names, name); number++)
        {
          g_free (name);
          name = g_strdup_printf ("%s (%u)", trimmed, number);
        }
      g_ptr_array_add (names, name);
    }
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static gboolean
read_preview (RcImportFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcImportRows) rows = rc_import_rows_open (self, cancellable, error);

  if (rows == NULL)
    return FALSE;
  self->columns = name_columns ((const char *const *) rows->header);
  while (self->preview->len < RC_IMPORT_PREVIEW_ROWS)
    {
      g_autoptr (GError) local_error = NULL;
      const char *const *fields = rc_import_rows_next (rows, cancellable, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (fields == NULL)
        return TRUE;
      g_ptr_array_add (self->preview, g_strdupv ((char **) fields));
    }
  return TRUE;
}

/**
 * rc_import_file_load:
 * @file: a CSV file
 * @format: (nullable): how it is written; %NULL: found by looking at its start (IO-2)
 * @cancellable: (nullable):
 * @error:
 *
 * Reads the header and the first rows. Blocks. Errors: those of GIO, RC_CSV_ERROR, RC_IMPORT_ERROR_EMPTY.
 *
 * Returns: (transfer full) (nullable): the file
 */
RcImportFile *
rc_import_file_load (GFile *file, const RcCsvFormat *format, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcImportFile) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (RC_TYPE_IMPORT_FILE, NULL);
  self->file = g_object_ref (file);
  if (format != NULL)
    self->format = *format;
  else if (!detect_format (self, cancellable, error))
    return NULL;
  if (!read_preview (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

typedef struct
{
  GFile *file; /* (owned) */
  gboolean has_format;
  RcCsvFormat format;
} LoadData;

static void
load_data_free (LoadData *data)
{
  g_object_unref (data->file);
  g_free (data);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LoadData *data = task_data;
  GError *error = NULL;
  RcImportFile *self =
      rc_import_file_load (data->file, data->has_format ? &data->format : NULL, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * rc_import_file_load_async:
 * @file: a CSV file
 * @format: (nullable): how it is written; %NULL: found by looking
 * @cancellable: (nullable):
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * rc_import_file_load() in a worker thread.
 */
void
rc_import_file_load_async (GFile *file, const RcCsvFormat *format, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  LoadData *data = g_new0 (LoadData, 1);

  data->file = g_object_ref (file);
  data->has_format = format != NULL;
  if (format != NULL)
    data->format = *format;
  g_task_set_source_tag (task, rc_import_file_load_async);
  g_task_set_task_data (task, data, (GDestroyNotify) load_data_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * rc_import_file_load_finish:
 * @result: what the callback was given
 * @error: as of rc_import_file_load()
 *
 * Returns: (transfer full) (nullable): the file
 */
RcImportFile *
rc_import_file_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_import_file_load_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_import_file_get_file:
 * @self: a file
 *
 * Returns: (transfer none): where it is
 */
GFile *
rc_import_file_get_file (RcImportFile *self)
{
  return self->file;
}

/**
 * rc_import_file_get_format:
 * @self: a file
 *
 * Returns: (transfer none): how it is written
 */
const RcCsvFormat *
rc_import_file_get_format (RcImportFile *self)
{
  return &self->format;
}

/**
 * rc_import_file_get_columns:
 * @self: a file
 *
 * Returns: (transfer none): the columns' names, trimmed and each different: a second "name" is "name (2)", the third
 *   column without a name is "#3"
 */
const char *const *
rc_import_file_get_columns (RcImportFile *self)
{
  return (const char *const *) self->columns;
}

/**
 * rc_import_file_get_n_columns:
 * @self: a file
 *
 * Returns: how many columns the header has
 */
guint
rc_import_file_get_n_columns (RcImportFile *self)
{
  return g_strv_length (self->columns);
}

/**
 * rc_import_file_get_n_preview_rows:
 * @self: a file
 *
 * Returns: how many rows were read to be looked at: at most %RC_IMPORT_PREVIEW_ROWS
 */
guint
rc_import_file_get_n_preview_rows (RcImportFile *self)
{
  return self->preview->len;
}

/**
 * rc_import_file_get_preview_row:
 * @self: a file
 * @row: from 0
 *
 * Returns: (transfer none): the row's fields, %NULL-terminated; may be fewer or more than the columns
 */
const char *const *
rc_import_file_get_preview_row (RcImportFile *self, guint row)
{
  g_return_val_if_fail (row < self->preview->len, NULL);
  return g_ptr_array_index (self->preview, row);
}

/**
 * rc_import_file_get_fingerprint:
 * @self: a file
 *
 * Returns: (transfer full): the same text for every file with the same columns in the same order, for the mapping to be
 *   remembered by (IO-2)
 */
char *
rc_import_file_get_fingerprint (RcImportFile *self)
{
  g_autofree char *joined = g_strjoinv ("\x1f", self->columns);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
}

/**
 * rc_import_rows_open:
 * @file: a file
 * @cancellable: (nullable):
 * @error: those of GIO, RC_CSV_ERROR, RC_IMPORT_ERROR_EMPTY
 *
 * Opens the file anew and reads the header. For one thread at a time; blocks.
 *
 * Returns: (transfer full) (nullable): the rows, the first one next
 */
RcImportRows *
rc_import_rows_open (RcImportFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcImportRows) rows = g_new0 (RcImportRows, 1);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *const *header;

  rows->stream = g_file_read (file->file, cancellable, error);
  if (rows->stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (rows->stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  rows->size = info != NULL ? g_file_info_get_size (info) : 0;
  rows->reader = rc_csv_reader_new (G_INPUT_STREAM (rows->stream), &file->format);
  header = rc_csv_reader_next (rows->reader, cancellable, &local_error);
  if (header == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, RC_IMPORT_ERROR, RC_IMPORT_ERROR_EMPTY,
                             _ ("The file is empty: its first line has to name the columns."));
      return NULL;
    }
  rows->header = g_strdupv ((char **) header);
  return g_steal_pointer (&rows);
}

/**
 * rc_import_rows_next:
 * @rows: rows
 * @cancellable: (nullable):
 * @error: RC_CSV_ERROR, those of GIO
 *
 * Returns: (transfer none) (nullable): the next row's fields until the next call; %NULL at the end, or with @error set
 */
const char *const *
rc_import_rows_next (RcImportRows *rows, GCancellable *cancellable, GError **error)
{
  return rc_csv_reader_next (rows->reader, cancellable, error);
}

/**
 * rc_import_rows_get_n_fields:
 * @rows: rows
 *
 * Returns: how many fields the last row has
 */
guint
rc_import_rows_get_n_fields (RcImportRows *rows)
{
  return rc_csv_reader_get_n_fields (rows->reader);
}

/**
 * rc_import_rows_get_line:
 * @rows: rows
 *
 * Returns: the line of the file on which the last row began; the first is 1
 */
guint64
rc_import_rows_get_line (RcImportRows *rows)
{
  return rc_csv_reader_get_line (rows->reader);
}

/**
 * rc_import_rows_get_progress:
 * @rows: rows
 *
 * Returns: how much of the file has been read, from 0 to 1
 */
double
rc_import_rows_get_progress (RcImportRows *rows)
{
  if (rows->size <= 0)
    return 0;
  return MIN (1.0, (double) g_seekable_tell (G_SEEKABLE (rows->stream)) / (double) rows->size);
}

/**
 * rc_import_rows_get_header:
 * @rows: rows
 *
 * Returns: (transfer none): the header as it stands in the file
 */
const char *const *
rc_import_rows_get_header (RcImportRows *rows)
{
  return (const char *const *) rows->header;
}

/**
 * rc_import_rows_free:
 * @rows: (transfer full) (nullable): rows
 */
void
rc_import_rows_free (RcImportRows *rows)
{
  if (rows == NULL)
    return;
  g_clear_object (&rows->reader);
  g_clear_object (&rows->stream);
  g_clear_pointer (&rows->header, g_strfreev);
  g_free (rows);
}
