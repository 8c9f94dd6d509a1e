/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writes beside the file and takes its place at the end, so that whoever reads it finds the old one or the new one, and a
 * full disk leaves the old one (IO-1). For local files; what GVfs mounts has a local path too. What is no file, such as a
 * pipe, is written to as it is; a database is never overwritten: it may be the workspace. */

#define DRAIN_AT (256 * 1024)
#define DATABASE_MARK "SQLite format 3" /* with its zero */

struct _RcFileWriter
{
  char *path; /* (owned): of the file itself, links followed */
  char *
      temporary; /* (owned) (nullable): beside it; NULL once it has taken its place, and for what is no file */
  int descriptor; /* -1: closed */
  GString *buffer; /* (owned) */
};

static gboolean
fail (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” could not be written: %s"), name,
               g_strerror (code));
  return FALSE;
}

/* Rights as of a file made by any other program, or as the old file has them. */
static gboolean
open_temporary (RcFileWriter *writer, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (writer->path);
  struct stat old;

  for (int tries = 0; tries < 100; tries++)
    {
      g_autofree char *name = g_strdup_printf (".report-%08x.tmp", g_random_int ());
      g_autofree char *path = g_build_filename (folder, name, NULL);

      writer->descriptor = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (writer->descriptor < 0 && errno == EEXIST)
        continue;
      if (writer->descriptor < 0)
        return fail (error, writer->path, errno);
      writer->temporary = g_steal_pointer (&path);
      if (stat (writer->path, &old) == 0 && fchmod (writer->descriptor, old.st_mode & 07777) != 0)
        return fail (error, writer->path, errno);
      return TRUE;
    }
  return fail (error, writer->path, EEXIST);
}

static gboolean
is_database (const char *path)
{
  char start[sizeof DATABASE_MARK] = "";
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize length = descriptor >= 0 ? read (descriptor, start, sizeof start) : -1;

  if (descriptor >= 0)
    close (descriptor);
  return length == sizeof start && memcmp (start, DATABASE_MARK, sizeof start) == 0;
}

static gboolean
open_target (RcFileWriter *writer, GError **error)
{
  struct stat old;

  if (stat (writer->path, &old) != 0)
    return open_temporary (writer, error);
  if (S_ISDIR (old.st_mode))
    return fail (error, writer->path, EISDIR);
  if (!S_ISREG (old.st_mode))
    {
      writer->descriptor = g_open (writer->path, O_WRONLY | O_CLOEXEC, 0);
      return writer->descriptor >= 0 || fail (error, writer->path, errno);
    }
  if (is_database (writer->path))
    {
      g_autofree char *name = g_filename_display_name (writer->path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("“%s” is a database, perhaps a workspace. Choose another name."), name);
      return FALSE;
    }
  return open_temporary (writer, error);
}

/**
 * rc_file_writer_open:
 * @file: the file to write; it need not exist
 * @error: G_IO_ERROR; %G_IO_ERROR_EXISTS where it is a database
 *
 * Returns: (transfer full) (nullable): a writer. Until it is committed @file stays as it is.
 */
RcFileWriter *
rc_file_writer_open (GFile *file, GError **error)
{
  g_autoptr (RcFileWriter) writer = g_new0 (RcFileWriter, 1);
  g_autofree char *path = g_file_get_path (file);
  char *real;

  writer->descriptor = -1;
  writer->buffer = g_string_sized_new (DRAIN_AT + DRAIN_AT / 4);
  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The file has to be in a folder of this computer."));
      return NULL;
    }
  real = realpath (path, NULL);
  writer->path = g_strdup (real != NULL ? real : path);
  free (real);
  return open_target (writer, error) ? g_steal_pointer (&writer) : NULL;
}

/**
 * rc_file_writer_get_folder:
 * @writer: a writer
 *
 * Returns: (transfer full) (nullable): the folder where there has to be room for the file; %NULL for what is no file
 */
char *
rc_file_writer_get_folder (RcFileWriter *writer)
{
  return writer->temporary != NULL ? g_path_get_dirname (writer->temporary) : NULL;
}

/**
 * rc_file_writer_get_buffer:
 * @writer: a writer
 *
 * Returns: (transfer none): where to append; followed by rc_file_writer_drain() now and then
 */
GString *
rc_file_writer_get_buffer (RcFileWriter *writer)
{
  return writer->buffer;
}

static gboolean
write_all (RcFileWriter *writer, GError **error)
{
  const char *bytes = writer->buffer->str;
  gsize left = writer->buffer->len;

  while (left > 0)
    {
      gssize written = write (writer->descriptor, bytes, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error, writer->path, errno);
      bytes += written;
      left -= (gsize) written;
    }
  g_string_truncate (writer->buffer, 0);
  return TRUE;
}

/**
 * rc_file_writer_drain:
 * @writer: a writer
 * @error: G_IO_ERROR: the disk is full, …
 *
 * Writes the buffer if it has become large.
 *
 * Returns: %FALSE with @error set
 */
gboolean
rc_file_writer_drain (RcFileWriter *writer, GError **error)
{
  return writer->buffer->len < DRAIN_AT || write_all (writer, error);
}

/**
 * rc_file_writer_commit:
 * @writer: a writer
 * @error: G_IO_ERROR
 *
 * Writes what is left, waits until it is on the disk, and puts the new file in the place of the old one.
 *
 * Returns: %FALSE with @error set; then the old file is still there
 */
gboolean
rc_file_writer_commit (RcFileWriter *writer, GError **error)
{
  int descriptor;

  if (!write_all (writer, error))
    return FALSE;
  if (writer->temporary == NULL)
    return TRUE;
  if (fsync (writer->descriptor) != 0)
    return fail (error, writer->path, errno);
  descriptor = writer->descriptor;
  writer->descriptor = -1;
  if (close (descriptor) != 0 || g_rename (writer->temporary, writer->path) != 0)
    return fail (error, writer->path, errno);
  g_clear_pointer (&writer->temporary, g_free);
  return TRUE;
}

/**
 * rc_file_writer_free:
 * @writer: (transfer full) (nullable): a writer; what was not committed leaves nothing behind
 */
void
rc_file_writer_free (RcFileWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->descriptor >= 0)
    close (writer->descriptor);
  if (writer->temporary != NULL)
    g_unlink (writer->temporary);
  g_free (writer->temporary);
  g_free (writer->path);
  g_string_free (writer->buffer, TRUE);
  g_free (writer);
}
