/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-claim.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file with a lock stands beside a workspace that somebody makes or only tries. The lock ends with the program, however
 * that ends, so that the next one can tell what was left behind from what is in use. The lock is not on the workspace
 * itself: SQLite's own locks would go with ours. Which other files belong to a workspace is not known here. */

#define LOCK_SUFFIX ".lock"

struct _RcClaim
{
  char *lock_path; /* (owned) */
  int descriptor; /* holds the lock */
};

static gboolean
is_there (int descriptor)
{
  struct stat facts;

  return fstat (descriptor, &facts) == 0 && facts.st_nlink > 0;
}

/* -1: somebody holds it (where @wait is FALSE), or there can be none. */
static int
lock_file (const char *lock_path, gboolean wait)
{
  for (;;)
    {
      int descriptor = g_open (lock_path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

      if (descriptor < 0)
        return -1;
      if (flock (descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0)
        {
          close (descriptor);
          return -1;
        }
      /* It may have been removed by who held it, between our opening it and our turn. */
      if (is_there (descriptor))
        return descriptor;
      close (descriptor);
    }
}

/**
 * rc_claim_new:
 * @path: a file that is about to be made
 *
 * Returns: (transfer full) (nullable): keeps rc_claim_remove_leftovers() from the file; %NULL where the folder cannot be
 *   written to
 */
RcClaim *
rc_claim_new (const char *path)
{
  g_autofree char *lock_path = g_strconcat (path, LOCK_SUFFIX, NULL);
  int descriptor = lock_file (lock_path, TRUE);
  RcClaim *claim;

  if (descriptor < 0)
    return NULL;
  claim = g_new0 (RcClaim, 1);
  claim->lock_path = g_steal_pointer (&lock_path);
  claim->descriptor = descriptor;
  return claim;
}

/**
 * rc_claim_free:
 * @claim: (transfer full) (nullable): a claim, on a file that is removed or has its real name
 */
void
rc_claim_free (RcClaim *claim)
{
  if (claim == NULL)
    return;
  g_unlink (claim->lock_path);
  close (claim->descriptor);
  g_free (claim->lock_path);
  g_free (claim);
}

/* ".new-" with 16 hexadecimal digits, or "sample-" with a UUID: what this program names so; and the lock of one, which a
 * program that is killed between the two leaves alone. */
static gboolean
is_leftover_name (const char *name)
{
  static GRegex *pattern = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (
        &pattern, g_regex_new ("^(\\.new-[0-9a-f]{16}|sample-[0-9a-f-]{36})\\.workspace(\\" LOCK_SUFFIX ")?$",
                               0, 0, NULL));
  return g_regex_match (pattern, name, 0, NULL);
}

/**
 * rc_claim_remove_leftovers:
 * @folder: where workspaces are made
 * @remove: removes one with what lies beside it
 *
 * Removes the workspaces that were not finished, and the samples, of programs that are gone. What another one has a claim
 * on stays.
 */
void
rc_claim_remove_leftovers (const char *folder, void (*remove) (const char *path))
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      gsize n_more = g_str_has_suffix (name, LOCK_SUFFIX) ? strlen (LOCK_SUFFIX) : 0;
      g_autofree char *workspace_name = g_strndup (name, strlen (name) - n_more);
      g_autofree char *path = g_build_filename (folder, workspace_name, NULL);
      g_autofree char *lock_path = g_strconcat (path, LOCK_SUFFIX, NULL);
      int descriptor = is_leftover_name (name) ? lock_file (lock_path, FALSE) : -1;

      if (descriptor < 0)
        continue;
      remove (path);
      g_unlink (lock_path);
      close (descriptor);
    }
}
