/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes a file whole or not at all. */
typedef struct _RcFileWriter RcFileWriter;

RcFileWriter *rc_file_writer_open (GFile *file, GError **error);
GString *rc_file_writer_get_buffer (RcFileWriter *writer);
char *rc_file_writer_get_folder (RcFileWriter *writer);
gboolean rc_file_writer_drain (RcFileWriter *writer, GError **error);
gboolean rc_file_writer_commit (RcFileWriter *writer, GError **error);
void rc_file_writer_free (RcFileWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcFileWriter, rc_file_writer_free)

G_END_DECLS
