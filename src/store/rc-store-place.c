/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-store"
#define _GNU_SOURCE /* O_PATH */

#include "rc-store-place.h"

#include "rc-database-private.h"
#include "rc-journal.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that is moved, renamed or replaced while it is open goes unnoticed by SQLite: it writes on to a journal beside the
 * old name, where nobody who opens the file later looks for it, and which would be taken for that of another file of that
 * name. So this is looked at before each write. The file is held by a descriptor that can only be looked at: closing any
 * other one would give up SQLite's locks.
 *
 * SQLite knows a file by what it is, its journal by the name: of a file that is open under two names it would look for pages of the
 * one's journal in the other's. So that is refused, but where all that was written under the old name is in the file. */

struct _RcStorePlace
{
  char *path; /* (owned) */
  char *real_path; /* (owned) (nullable) without links, as SQLite names the journal after it */
  int descriptor; /* of the file that was opened; -1: it cannot be looked at */
  struct stat opened; /* the file that was opened, where it can be looked at */
  gboolean was_away;
  int is_moved_on; /* atomic: the journal is empty: what it held is in the file */
  struct stat left; /* the file when it was found away, all that was written in it */
  struct stat left_journal; /* and the empty journal: another one would be that of somebody else */
  gint64 left_version; /* what the writer knew of it then */
};

#define NO_VERSION -1

static GMutex places_mutex;
static GPtrArray *places; /* (owned) (nullable) of RcStorePlace, borrowed: all that there are */

static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/**
 * rc_store_place_new:
 * @path: a file that is open
 *
 * Returns: (transfer full): what remembers which file that is
 */
RcStorePlace *
rc_store_place_new (const char *path)
{
  RcStorePlace *place = g_new0 (RcStorePlace, 1);

  place->path = g_strdup (path);
  place->real_path = realpath (path, NULL);
  place->descriptor = open (path, O_PATH | O_CLOEXEC);
  if (place->descriptor >= 0 && fstat (place->descriptor, &place->opened) != 0)
    {
      close (place->descriptor);
      place->descriptor = -1;
    }
  g_mutex_lock (&places_mutex);
  if (places == NULL)
    places = g_ptr_array_new ();
  g_ptr_array_add (places, place);
  g_mutex_unlock (&places_mutex);
  return place;
}

/* The name under which another window has the file, and may have pages of it in its journal. */
static char *
find_other_name (const char *path, const struct stat *facts)
{
  g_autofree char *real_path = realpath (path, NULL);
  char *name = NULL;

  g_mutex_lock (&places_mutex);
  for (guint i = 0; places != NULL && i < places->len && name == NULL; i++)
    {
      const RcStorePlace *place = g_ptr_array_index (places, i);

      if (place->descriptor >= 0 && is_same_file (&place->opened, facts)
          && g_strcmp0 (place->real_path, real_path) != 0 && !g_atomic_int_get (&place->is_moved_on))
        name = g_strdup (place->path);
    }
  g_mutex_unlock (&places_mutex);
  return name;
}

/**
 * rc_store_place_check_names:
 * @path: a file that is to be opened
 * @error: RC_STORE_ERROR_BUSY: it is open in this program under another name
 *
 * A window that has the file under its old name finds out within seconds that this is not its name any more.
 *
 * Returns: whether it may be opened
 */
gboolean
rc_store_place_check_names (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *other = NULL;
  g_autofree char *other_name = NULL;
  struct stat facts;

  if (stat (path, &facts) == 0)
    other = find_other_name (path, &facts);
  if (other == NULL)
    return TRUE;
  other_name = g_filename_display_name (other);
  /* Translators: two names of one file, with their folders */
  g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_BUSY,
               _ ("“%s” is open in another window, as “%s”. Close that window, or try again in a moment."),
               name, other_name);
  return FALSE;
}

/* What SQLite leaves beside the old name of a file whose journal was moved into it: nobody else's, as nobody is there. */
static void
remove_empty_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  GStatBuf facts;

  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_stat (journal, &facts) != 0 || facts.st_size > 0)
    return;
  g_unlink (journal);
  g_unlink (index);
}

/**
 * rc_store_place_free:
 * @place: (transfer full) (nullable): a place; its file is closed
 */
void
rc_store_place_free (RcStorePlace *place)
{
  if (place == NULL)
    return;
  g_mutex_lock (&places_mutex);
  g_ptr_array_remove_fast (places, place);
  g_mutex_unlock (&places_mutex);
  if (g_atomic_int_get (&place->is_moved_on))
    remove_empty_journal (place->path);
  if (place->descriptor >= 0)
    close (place->descriptor);
  g_free (place->path);
  g_free (place->real_path);
  g_free (place);
}

static gboolean
read_version (RcDatabase *writer, gint64 *version)
{
  return rc_database_get_int (writer, "PRAGMA data_version", version, NULL);
}

static gboolean
look_at_journal (RcDatabase *writer, struct stat *facts)
{
  const char *path = sqlite3_db_filename (rc_database_get_handle (writer), "main");

  return path != NULL && stat (sqlite3_filename_wal (path), facts) == 0;
}

/* Nobody wrote to it elsewhere, another window of this program neither, which SQLite has share what is known of a journal, though
 * theirs is another one: what the writer knows of the file's pages still holds. */
static gboolean
is_unchanged (const RcStorePlace *place, const struct stat *now, RcDatabase *writer)
{
  struct stat journal;
  gint64 version;

  return g_atomic_int_get (&place->is_moved_on) && look_at_journal (writer, &journal)
         && is_same_file (&journal, &place->left_journal) && now->st_size == place->left.st_size
         && now->st_mtim.tv_sec == place->left.st_mtim.tv_sec
         && now->st_mtim.tv_nsec == place->left.st_mtim.tv_nsec && read_version (writer, &version)
         && version == place->left_version;
}

/* All that was written goes along with the file, wherever it is. While somebody reads in the journal that cannot be done, and has to
 * be tried again. */
static gboolean
move_journal (const RcStorePlace *place, RcDatabase *writer)
{
  g_autoptr (GError) error = NULL;

  if (rc_database_move_journal (writer, &error))
    return TRUE;
  g_message ("The journal stays beside “%s”: %s", place->path, error->message);
  return FALSE;
}

static void
leave (RcStorePlace *place, RcDatabase *writer)
{
  RcJournalOwner owner = rc_journal_find_owner (writer);
  gboolean is_moved_on;

  place->was_away = TRUE;
  place->left_version = NO_VERSION;
  if (owner == RC_JOURNAL_OWNER_OTHER)
    {
      rc_journal_drop (writer);
      is_moved_on = TRUE;
    }
  else
    is_moved_on = owner == RC_JOURNAL_OWNER_SELF && move_journal (place, writer)
                  && fstat (place->descriptor, &place->left) == 0
                  && look_at_journal (writer, &place->left_journal)
                  && read_version (writer, &place->left_version);
  g_atomic_int_set (&place->is_moved_on, is_moved_on);
}

/**
 * rc_store_place_finish:
 * @place: a place
 * @writer: the connection that writes to its file; it is closed next
 *
 * Moves what the journal holds into the file. SQLite does it with the last connection; but where a file was moved, another window of
 * this program may still have it open by its old name, and the journal of the new name would stay behind.
 */
void
rc_store_place_finish (RcStorePlace *place, RcDatabase *writer)
{
  gboolean is_there = rc_store_place_check (place, writer, NULL);

  /* Closing it, SQLite would move the journal without asking whose it is. */
  if (rc_journal_find_owner (writer) != RC_JOURNAL_OWNER_SELF)
    sqlite3_db_config (rc_database_get_handle (writer), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  else if (is_there)
    sqlite3_wal_checkpoint_v2 (rc_database_get_handle (writer), "main", SQLITE_CHECKPOINT_PASSIVE, NULL,
                               NULL);
}

/**
 * rc_store_place_check:
 * @place: a place
 * @writer: the connection that writes to its file, not in a transaction
 * @error: RC_STORE_ERROR_MOVED: nothing may be written: the file is not there, or it is another one now
 *
 * A file that comes back as it was may be written to again. One that others changed meanwhile, or another file of this
 * name, has to be opened.
 *
 * Returns: whether the file is in its place
 */
gboolean
rc_store_place_check (RcStorePlace *place, RcDatabase *writer, GError **error)
{
  g_autofree char *name = g_path_get_basename (place->path);
  g_autofree char *shown = g_filename_display_name (name);
  struct stat there, opened;
  gboolean is_there;

  if (place->descriptor < 0 || fstat (place->descriptor, &opened) != 0)
    return TRUE;
  is_there = stat (place->path, &there) == 0;
  if (!is_there && errno != ENOENT && errno != ENOTDIR)
    return TRUE; /* it cannot be looked at: SQLite will say so if it is in the way */
  if (is_there && is_same_file (&there, &opened)
      && (!place->was_away || is_unchanged (place, &opened, writer)))
    {
      place->was_away = FALSE;
      g_atomic_int_set (&place->is_moved_on, FALSE);
      return TRUE;
    }
  if (!g_atomic_int_get (&place->is_moved_on))
    leave (place, writer);
  if (is_there)
    g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_MOVED,
                 _ ("“%s” is not the file any more that was opened. Nothing can be changed until it is "
                    "opened again."),
                 shown);
  else
    g_set_error (error, RC_STORE_ERROR, RC_STORE_ERROR_MOVED,
                 _ ("“%s” is not where it was: it was moved, renamed or deleted. Nothing can be changed "
                    "until it is back."),
                 shown);
  return FALSE;
}
