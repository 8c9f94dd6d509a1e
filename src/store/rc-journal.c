/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-journal.h"

#include "rc-database-private.h"
#include <string.h>

/* What a commit would have to wait for is done when the writer has nothing to do.
 *
 * SQLite moves the journal into the file when a commit finds it long: every thirtieth command or so waits for a thousand pages
 * to be written to as many places. By a commit it is done only where no quiet moment has come for long, or where the commit itself is
 * that large.
 *
 * And a commit that makes the journal's file longer waits for the file system to note the new length; one that writes over what is
 * there does not, and takes two thirds of the time. So the file is filled with zeros, further than it comes to before it is moved.
 * Who reads the journal finds in them no page, since each page carries the sums of all before it; but who knows from the index how many
 * pages there are does not look at the sums. So the index has to be this journal's own. */

#define PAGES_FOR_ONE 1000
#define MOST_PAGES 8000
#define ROOM (2 * PAGES_FOR_ONE * 4096)
#define ROOM_STEP (ROOM / 8)
#define WRITE_SIZE 65536 /* SQLite's own files write less than twice as much at once */

/* Of the index and of the journal's file, as SQLite's "WAL-mode File Format" has it. */
#define INDEX_REGION 32768
#define INDEX_HEADER 48 /* bytes, twice */
#define INDEX_N_PAGES 16 /* where it stands in the header */
#define INDEX_SALTS 32
#define JOURNAL_SALTS 16
#define SALTS 8 /* bytes */

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

static sqlite3_file *
find_file (RcDatabase *writer, int kind)
{
  sqlite3_file *file = NULL;

  sqlite3_file_control (rc_database_get_handle (writer), "main", kind, &file);
  return file != NULL && file->pMethods != NULL ? file : NULL;
}

/* NULL before the connection has looked into the file */
static sqlite3_file *
find_journal (RcDatabase *writer)
{
  return find_file (writer, SQLITE_FCNTL_JOURNAL_POINTER);
}

/* Where it cannot be, as on some disks of a network, SQLite keeps a journal of another kind. Asked without a look into the file,
 * which would be one through a journal that may be the wrong one. */
static gboolean
is_of_another_kind (RcDatabase *writer)
{
  RcStatement *statement = rc_database_prepare (writer, "PRAGMA journal_mode", NULL);
  gboolean other;

  if (statement == NULL || !rc_statement_step (statement, NULL))
    return FALSE;
  other = g_strcmp0 (rc_statement_get_text (statement, 0), "wal") != 0;
  rc_statement_reset (statement);
  return other;
}

/* FALSE where it is just being written. */
static gboolean
read_index (RcDatabase *writer, guint8 *header)
{
  sqlite3_file *file = find_file (writer, SQLITE_FCNTL_FILE_POINTER);
  void volatile *region = NULL;
  guint8 copies[2 * INDEX_HEADER];

  if (file == NULL || file->pMethods->iVersion < 2 || file->pMethods->xShmMap == NULL
      || file->pMethods->xShmMap (file, 0, INDEX_REGION, FALSE, &region) != SQLITE_OK || region == NULL)
    return FALSE;
  memcpy (copies, (const void *) region, sizeof copies);
  memcpy (header, copies, INDEX_HEADER);
  return memcmp (copies, copies + INDEX_HEADER, INDEX_HEADER) == 0;
}

/**
 * rc_journal_find_owner:
 * @writer: a connection that may write
 *
 * SQLite keeps one index for a file that a program has open under two names, but a journal for each name.
 *
 * Returns: whether the pages that the index tells of are those of this connection's journal
 */
RcJournalOwner
rc_journal_find_owner (RcDatabase *writer)
{
  sqlite3_file *journal;
  guint8 header[INDEX_HEADER], salts[SALTS];
  guint32 n_pages;
  int code;

  if (is_of_another_kind (writer))
    return RC_JOURNAL_OWNER_SELF;
  journal = find_journal (writer);
  if (journal == NULL || !read_index (writer, header))
    return RC_JOURNAL_OWNER_UNKNOWN;
  memcpy (&n_pages, header + INDEX_N_PAGES, sizeof n_pages);
  if (n_pages == 0)
    return RC_JOURNAL_OWNER_SELF;
  code = journal->pMethods->xRead (journal, salts, SALTS, JOURNAL_SALTS);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return RC_JOURNAL_OWNER_UNKNOWN;
  return code == SQLITE_OK && memcmp (salts, header + INDEX_SALTS, SALTS) == 0 ? RC_JOURNAL_OWNER_SELF
                                                                               : RC_JOURNAL_OWNER_OTHER;
}

/**
 * rc_journal_drop:
 * @writer: a connection whose journal has another owner
 *
 * Empties the journal's file, so that nothing in it is taken for the other one's pages. What it held is in the file: else
 * nobody could have begun another journal.
 */
void
rc_journal_drop (RcDatabase *writer)
{
  sqlite3_file *journal = find_journal (writer);

  if (journal != NULL)
    journal->pMethods->xTruncate (journal, 0);
}

static gboolean
has_room (RcDatabase *writer)
{
  sqlite3_file *journal = find_journal (writer);
  sqlite3_int64 size;

  return journal != NULL && (journal->pMethods->xFileSize (journal, &size) != SQLITE_OK || size >= ROOM);
}

/* Where the disk is full, what was taken is given back. */
static gboolean
fill (sqlite3_file *journal)
{
  static const char zeros[WRITE_SIZE];
  sqlite3_int64 size, end;
  int code = journal->pMethods->xFileSize (journal, &size);

  if (code != SQLITE_OK)
    return FALSE;
  end = MIN (size + ROOM_STEP, ROOM);
  for (sqlite3_int64 at = size; code == SQLITE_OK && at < end; at += WRITE_SIZE)
    code = journal->pMethods->xWrite (journal, zeros, (int) MIN (WRITE_SIZE, end - at), at);
  if (code == SQLITE_OK)
    code = journal->pMethods->xSync (journal, SQLITE_SYNC_NORMAL);
  if (code != SQLITE_OK)
    journal->pMethods->xTruncate (journal, size);
  return code == SQLITE_OK;
}

/* In a transaction, so that no other connection writes there. It does not wait for one that does. */
static gboolean
begin (RcDatabase *writer)
{
  sqlite3 *handle = rc_database_get_handle (writer);
  int code;

  sqlite3_busy_timeout (handle, 0);
  code = sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  sqlite3_busy_timeout (handle, RC_DATABASE_PATIENCE);
  return code == SQLITE_OK;
}

/* A step, so that a command waits for no more than that. */
static gboolean
make_room (RcJournal *self, RcDatabase *writer)
{
  gboolean done = FALSE;

  if (is_of_another_kind (writer) || !begin (writer))
    return FALSE;
  if (find_journal (writer) != NULL && rc_journal_find_owner (writer) == RC_JOURNAL_OWNER_SELF)
    {
      done = fill (find_journal (writer));
      self->has_no_disk = !done;
    }
  rc_database_rollback (writer);
  return done;
}

/**
 * rc_journal_care:
 * @self: a journal
 * @writer: the connection, not in a transaction
 * @should_stop: (nullable): asked often whether somebody waits for the writer; then the rest waits for the next quiet moment
 * @stop_data: for @should_stop
 *
 * Moves what no reader needs in the journal into the file, once that is much, and gives the next commits room. Where that
 * fails, the next commit asks again; but where the disk was too full for room, it is left alone until the file is opened again.
 */
void
rc_journal_care (RcJournal *self, RcDatabase *writer, RcJournalStopFunc should_stop, gpointer stop_data)
{
  self->wants_care = FALSE;
  rc_database_reset_statements (writer);
  if (self->n_pages >= PAGES_FOR_ONE && rc_journal_find_owner (writer) == RC_JOURNAL_OWNER_SELF)
    {
      self->n_pages = 0;
      sqlite3_wal_checkpoint_v2 (rc_database_get_handle (writer), "main", SQLITE_CHECKPOINT_PASSIVE, NULL,
                                 NULL);
    }
  while (!self->has_no_disk && !has_room (writer))
    {
      if (should_stop != NULL && should_stop (stop_data))
        {
          self->wants_care = TRUE;
          return;
        }
      if (!make_room (self, writer))
        return;
    }
}

/**
 * rc_journal_leave:
 * @self: a journal whose file is away
 *
 * There is nothing to care for until the next commit.
 */
void
rc_journal_leave (RcJournal *self)
{
  self->n_pages = 0;
  self->wants_care = FALSE;
}
