/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RC_CSV_ERROR (rc_csv_error_quark ())
GQuark rc_csv_error_quark (void);
typedef enum
{
  RC_CSV_ERROR_ENCODING,
  RC_CSV_ERROR_QUOTE,
  RC_CSV_ERROR_READ,
  RC_CSV_ERROR_TOO_LONG
} RcCsvError;

/* How a CSV file is written (IO-2). */
typedef struct
{
  const char *charset; /* static: "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "ISO-8859-2" */
  char separator; /* ',' ';' '\t' */
} RcCsvFormat;

/* @start: the file's first bytes; the more, the better: 64 KiB are plenty. */
void rc_csv_format_detect (const guint8 *start, gsize length, RcCsvFormat *format);

/* Reads records one at a time from a stream: never the whole file in memory. */
#define RC_TYPE_CSV_READER (rc_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (RcCsvReader, rc_csv_reader, RC, CSV_READER, GObject)

RcCsvReader *rc_csv_reader_new (GInputStream *stream, const RcCsvFormat *format);
/* A record's fields (owned, valid until the next call as a borrowed NULL-terminated vector), or NULL at the end or on error. */
const char *const *rc_csv_reader_next (RcCsvReader *self, GCancellable *cancellable, GError **error);
guint rc_csv_reader_get_n_fields (RcCsvReader *self);
/* The line on which the last record began, or after an error the line of the fault; the first is 1. */
guint64 rc_csv_reader_get_line (RcCsvReader *self);

G_END_DECLS
