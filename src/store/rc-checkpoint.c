/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-checkpoint.h"

#include "rc-database-private.h"

/* SQLite moves the journal into the file when a commit finds it long: every thirtieth command or so waits for a thousand pages
 * to be written to as many places. Here it is done when the writer has nothing to do; by a commit only where that has not come
 * for long, or where the commit itself is that large. */

#define PAGES_FOR_ONE 1000
#define MOST_PAGES 8000

static int
on_commit (gpointer data, sqlite3 *handle, const char *schema, int n_pages)
{
  RcCheckpoint *self = data;

  self->n_pages = n_pages;
  /* What stays in the journal is as safe as in the file, so that failing is no fault of the commit. */
  if (n_pages >= MOST_PAGES
      && sqlite3_wal_checkpoint_v2 (handle, schema, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) == SQLITE_OK)
    self->n_pages = 0;
  return SQLITE_OK;
}

/**
 * rc_checkpoint_put_off:
 * @self: lives as long as the connection
 * @writer: a connection that may write
 *
 * From now on commits leave the journal to rc_checkpoint_run().
 */
void
rc_checkpoint_put_off (RcCheckpoint *self, RcDatabase *writer)
{
  self->n_pages = 0;
  sqlite3_wal_hook (rc_database_get_handle (writer), on_commit, self);
}

/**
 * rc_checkpoint_is_due:
 * @self: a checkpoint
 *
 * Returns: whether the journal is long enough for rc_checkpoint_run()
 */
gboolean
rc_checkpoint_is_due (const RcCheckpoint *self)
{
  return self->n_pages >= PAGES_FOR_ONE;
}

/**
 * rc_checkpoint_run:
 * @self: a checkpoint that is due
 * @writer: the connection, not in a transaction
 *
 * Moves what no reader needs in the journal into the file. Where that fails, the next commit asks again.
 */
void
rc_checkpoint_run (RcCheckpoint *self, RcDatabase *writer)
{
  self->n_pages = 0;
  rc_database_reset_statements (writer);
  sqlite3_wal_checkpoint_v2 (rc_database_get_handle (writer), "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}
