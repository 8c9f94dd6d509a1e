/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-csv-reader.h"

G_BEGIN_DECLS

#define RC_IMPORT_ERROR (rc_import_error_quark ())
GQuark rc_import_error_quark (void);
typedef enum
{
  RC_IMPORT_ERROR_EMPTY, /* a file without a header */
  RC_IMPORT_ERROR_COLUMN, /* a mapping names a column that the file does not have */
  RC_IMPORT_ERROR_MAPPING, /* a mapping that cannot be read */
  RC_IMPORT_ERROR_ROWS /* rows were refused, so nothing went in */
} RcImportError;

/* A CSV file about to be imported: how it is written, its columns and its first rows. Immutable. */
#define RC_TYPE_IMPORT_FILE (rc_import_file_get_type ())
G_DECLARE_FINAL_TYPE (RcImportFile, rc_import_file, RC, IMPORT_FILE, GObject)

#define RC_IMPORT_PREVIEW_ROWS 20

RcImportFile *rc_import_file_load (GFile *file, const RcCsvFormat *format, GCancellable *cancellable,
                                   GError **error);
void rc_import_file_load_async (GFile *file, const RcCsvFormat *format, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
RcImportFile *rc_import_file_load_finish (GAsyncResult *result, GError **error);

GFile *rc_import_file_get_file (RcImportFile *self);
const RcCsvFormat *rc_import_file_get_format (RcImportFile *self);
const char *const *rc_import_file_get_columns (RcImportFile *self);
guint rc_import_file_get_n_columns (RcImportFile *self);
guint rc_import_file_get_n_preview_rows (RcImportFile *self);
const char *const *rc_import_file_get_preview_row (RcImportFile *self, guint row);
char *rc_import_file_get_fingerprint (RcImportFile *self);

/* The rows below the header, read from the file anew. */
typedef struct _RcImportRows RcImportRows;
RcImportRows *rc_import_rows_open (RcImportFile *file, GCancellable *cancellable, GError **error);
const char *const *rc_import_rows_next (RcImportRows *rows, GCancellable *cancellable, GError **error);
guint rc_import_rows_get_n_fields (RcImportRows *rows);
guint64 rc_import_rows_get_line (RcImportRows *rows);
double rc_import_rows_get_progress (RcImportRows *rows);
const char *const *rc_import_rows_get_header (RcImportRows *rows);
void rc_import_rows_free (RcImportRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcImportRows, rc_import_rows_free)

G_END_DECLS
