/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bare-commit.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

struct _BareCommit
{
  char *path; /* (owned) */
  sqlite3 *database; /* (owned) */
};

static void
execute (BareCommit *self, const char *sql)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", self->path, sqlite3_errmsg (self->database));
}

/**
 * bare_commit_new:
 * @path: beside which the file is made, on the same disk
 *
 * Returns: (transfer full): what bare commits are measured with
 */
BareCommit *
bare_commit_new (const char *path)
{
  BareCommit *self = g_new0 (BareCommit, 1);

  self->path = g_strconcat (path, ".bare-commit", NULL);
  g_unlink (self->path);
  if (sqlite3_open (self->path, &self->database) != SQLITE_OK)
    g_error ("%s: %s", self->path, sqlite3_errmsg (self->database));
  execute (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (x INTEGER)");
  return self;
}

/**
 * bare_commit_measure:
 *
 * Returns: what one commit takes now, in ms
 */
double
bare_commit_measure (BareCommit *self)
{
  gint64 start = g_get_monotonic_time ();

  execute (self, "BEGIN IMMEDIATE; INSERT INTO t VALUES (1); COMMIT");
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

/**
 * bare_commit_free:
 * @self: (transfer full)
 */
void
bare_commit_free (BareCommit *self)
{
  sqlite3_close (self->database);
  g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}
