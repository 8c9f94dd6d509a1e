/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-journal.h"

#include "rc-database-private.h"

/* What a commit would have to wait for is done when the writer has nothing to do.
 *
 * SQLite moves the journal into the file when a commit finds it long: every thirtieth command or so waits for a thousand pages
 * to be written to as many places. By a commit it is done only where no quiet moment has come for long, or where the commit itself is
 * that large.
 *
 * And a commit that makes the journal's file longer waits for the file system to note the new length; one that writes over what is
 * there does not, and takes two thirds of the time. So the file is filled with zeros to the length that it comes to anyway. After its
 * last page SQLite reads nothing: a page is one only with the sums of all before it. */

#define PAGES_FOR_ONE 1000
#define MOST_PAGES 8000
#define ROOM (2 * PAGES_FOR_ONE * 4096)
#define ROOM_STEP 65536

static int
on_commit (gpointer data, sqlite3 *handle, const char *schema, int n_pages)
{
  RcJournal *self = data;

  self->n_pages = n_pages;
  self->wants_care = TRUE;
  /* What stays in the journal is as safe as in the file, so that failing is no fault of the commit. */
  if (n_pages >= MOST_PAGES
      && sqlite3_wal_checkpoint_v2 (handle, schema, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) == SQLITE_OK)
    self->n_pages = 0;
  return SQLITE_OK;
}

/**
 * rc_journal_begin_care:
 * @self: lives as long as the connection
 * @writer: a connection that may write
 *
 * From now on commits leave to rc_journal_care() what can wait.
 */
void
rc_journal_begin_care (RcJournal *self, RcDatabase *writer)
{
  self->n_pages = 0;
  self->wants_care = TRUE;
  sqlite3_wal_hook (rc_database_get_handle (writer), on_commit, self);
}

/**
 * rc_journal_wants_care:
 * @self: a journal
 *
 * Returns: whether rc_journal_care() may have something to do
 */
gboolean
rc_journal_wants_care (const RcJournal *self)
{
  return self->wants_care;
}

/* NULL before the connection has looked into the file */
static sqlite3_file *
find_file (RcDatabase *writer)
{
  sqlite3_file *file = NULL;

  sqlite3_file_control (rc_database_get_handle (writer), "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
  return file != NULL && file->pMethods != NULL ? file : NULL;
}

static gboolean
has_room (RcDatabase *writer)
{
  sqlite3_file *file = find_file (writer);
  sqlite3_int64 size;

  return file != NULL && (file->pMethods->xFileSize (file, &size) != SQLITE_OK || size >= ROOM);
}

/* Where the disk is full, what was taken is given back. */
static void
fill (sqlite3_file *file)
{
  static const char zeros[ROOM_STEP];
  sqlite3_int64 size;
  int code = file->pMethods->xFileSize (file, &size);

  for (sqlite3_int64 at = size; code == SQLITE_OK && at < ROOM; at += ROOM_STEP)
    code = file->pMethods->xWrite (file, zeros, (int) MIN (ROOM_STEP, ROOM - at), at);
  if (code == SQLITE_OK)
    file->pMethods->xSync (file, SQLITE_SYNC_NORMAL);
  else
    file->pMethods->xTruncate (file, size);
}

/* Where it cannot be, as on some disks of a network, SQLite keeps a journal of another kind. */
static gboolean
is_written_ahead (RcDatabase *writer)
{
  gint64 n = 0;

  return rc_database_get_int (writer, "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'wal'",
                              &n, NULL)
         && n == 1;
}

/* In a transaction, so that no other connection writes there. It does not wait for one that does. */
static void
make_room (RcDatabase *writer)
{
  sqlite3 *handle = rc_database_get_handle (writer);
  sqlite3_file *file;
  int code;

  if (!is_written_ahead (writer))
    return;
  sqlite3_busy_timeout (handle, 0);
  code = sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  sqlite3_busy_timeout (handle, RC_DATABASE_PATIENCE);
  if (code != SQLITE_OK)
    return;
  file = find_file (writer);
  if (file != NULL)
    fill (file);
  rc_database_rollback (writer);
}

/**
 * rc_journal_care:
 * @self: a journal
 * @writer: the connection, not in a transaction
 *
 * Moves what no reader needs in the journal into the file, once that is much, and gives the next commits room. Where that
 * fails, the next commit asks again.
 */
void
rc_journal_care (RcJournal *self, RcDatabase *writer)
{
  self->wants_care = FALSE;
  rc_database_reset_statements (writer);
  if (self->n_pages >= PAGES_FOR_ONE)
    {
      self->n_pages = 0;
      sqlite3_wal_checkpoint_v2 (rc_database_get_handle (writer), "main", SQLITE_CHECKPOINT_PASSIVE, NULL,
                                 NULL);
    }
  if (!has_room (writer))
    make_room (writer);
}

/**
 * rc_journal_leave:
 * @self: a journal whose file is away: what it held was moved into the file
 *
 * There is nothing to care for until the next commit.
 */
void
rc_journal_leave (RcJournal *self)
{
  self->n_pages = 0;
  self->wants_care = FALSE;
}
