/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Keeps bytes that are written once and then looked at in any order, so that long work needs little memory: more than a
 * few megabytes go into a file that has no name, and that nobody has to remove. It knows nothing of what they are. */

#define MOST_IN_MEMORY (4 * 1024 * 1024)

struct _RcScratch
{
  char *folder; /* (owned) where the file is made */
  int descriptor; /* -1: all is in the buffer */
  GString *buffer; /* (owned) what is not in the file */
  guint64 n_in_file;
};

/**
 * rc_scratch_new:
 * @folder: (transfer full) (nullable): where there is room for the file; %NULL: where temporary files go
 *
 * Returns: (transfer full): one that holds nothing
 */
RcScratch *
rc_scratch_new (char *folder)
{
  RcScratch *scratch = g_new0 (RcScratch, 1);

  scratch->folder = folder != NULL ? folder : g_strdup (g_get_tmp_dir ());
  scratch->descriptor = -1;
  scratch->buffer = g_string_new (NULL);
  return scratch;
}

static gboolean
fail (RcScratch *scratch, int code, gboolean reading, GError **error)
{
  g_autofree char *name = g_filename_display_name (scratch->folder);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               /* Translators: a folder, and the system's reason */
               reading ? _ ("A temporary file could not be read in “%s”: %s")
                       /* Translators: a folder, and the system's reason */
                       : _ ("A temporary file could not be written in “%s”: %s"),
               name, g_strerror (code));
  return FALSE;
}

static gboolean
open_file (RcScratch *scratch, GError **error)
{
#ifdef O_TMPFILE
  scratch->descriptor = g_open (scratch->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
  /* Not every file system can have files without a name. */
  if (scratch->descriptor < 0)
    {
      g_autofree char *path = g_build_filename (scratch->folder, ".scratch-XXXXXX", NULL);

      scratch->descriptor = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
      if (scratch->descriptor >= 0)
        g_unlink (path);
    }
  return scratch->descriptor >= 0 || fail (scratch, errno, FALSE, error);
}

static gboolean
flush (RcScratch *scratch, GError **error)
{
  const char *bytes = scratch->buffer->str;
  gsize left = scratch->buffer->len;

  if (scratch->descriptor < 0 && !open_file (scratch, error))
    return FALSE;
  while (left > 0)
    {
      gssize written = write (scratch->descriptor, bytes, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (scratch, errno, FALSE, error);
      bytes += written;
      left -= (gsize) written;
    }
  scratch->n_in_file += scratch->buffer->len;
  g_string_truncate (scratch->buffer, 0);
  return TRUE;
}

/**
 * rc_scratch_append:
 * @scratch: one
 * @bytes: (array length=length): what to keep
 * @length: how much, in bytes
 * @start: (out): what rc_scratch_read() finds it by
 * @error: G_IO_ERROR: the disk is full, …
 *
 * Returns: %FALSE with @error set
 */
gboolean
rc_scratch_append (RcScratch *scratch, const void *bytes, gsize length, guint64 *start, GError **error)
{
  *start = scratch->n_in_file + scratch->buffer->len;
  g_string_append_len (scratch->buffer, bytes, (gssize) length);
  return scratch->buffer->len < MOST_IN_MEMORY || flush (scratch, error);
}

/**
 * rc_scratch_read:
 * @scratch: one
 * @start: what rc_scratch_append() told
 * @length: as it was given there, in bytes
 * @target: what the bytes are appended to
 * @error: G_IO_ERROR
 *
 * Mapped into memory, the file would count as this program's for as long as it is read.
 *
 * Returns: %FALSE with @error set, and @target is as it was
 */
gboolean
rc_scratch_read (RcScratch *scratch, guint64 start, gsize length, GString *target, GError **error)
{
  guint64 n_kept = scratch->n_in_file + scratch->buffer->len;
  gsize before = target->len;

  g_return_val_if_fail (start <= n_kept && length <= n_kept - start, FALSE);
  /* What was appended at once lies in one of the two. */
  if (start >= scratch->n_in_file)
    {
      g_string_append_len (target, scratch->buffer->str + (start - scratch->n_in_file), (gssize) length);
      return TRUE;
    }
  g_string_set_size (target, before + length);
  for (gsize done = 0; done < length;)
    {
      gssize n_read =
          pread (scratch->descriptor, target->str + before + done, length - done, (off_t) (start + done));

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read <= 0)
        {
          int code = n_read < 0 ? errno : EIO;

          g_string_truncate (target, before);
          return fail (scratch, code, TRUE, error);
        }
      done += (gsize) n_read;
    }
  return TRUE;
}

/**
 * rc_scratch_free:
 * @scratch: (transfer full) (nullable): one
 *
 * Drops the bytes; the file goes with them.
 */
void
rc_scratch_free (RcScratch *scratch)
{
  if (scratch == NULL)
    return;
  if (scratch->descriptor >= 0)
    close (scratch->descriptor);
  g_string_free (scratch->buffer, TRUE);
  g_free (scratch->folder);
  g_free (scratch);
}
