/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-database.h"

#include "rc-database-private.h"
#include <errno.h>
#include <glib/gi18n-lib.h>

/* One SQLite connection with the settings that every workspace's connection has, and its prepared statements. It knows
 * nothing of what is stored: see rc-migration.c for the schema, the queries for what is read. It belongs to one thread
 * at a time; a stop function is the way to end a statement from another one. */

/* How many of SQLite's virtual instructions run between two looks at the stop function: well under a millisecond. */
#define STOP_INTERVAL 2000

struct _RcDatabase
{
  GObject parent_instance;

  char *path; /* (owned) */
  sqlite3 *handle; /* (owned) */
  GHashTable *statements; /* (owned) SQL text → RcStatement */
  RcDatabaseStopFunc stop_func; /* (nullable) */
  gpointer stop_data; /* (borrowed) (nullable) */
  RcDatabaseProgressFunc copy_func; /* (nullable) */
  gpointer copy_data; /* (borrowed) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcDatabase, rc_database, G_TYPE_OBJECT)
/**
 * rc_store_error_quark:
 *
 * Returns: the domain of errors whose code is an RcStoreError
 */
G_DEFINE_QUARK (rc_store_error, rc_store_error)

/* Pages are kept by the system's cache anyway; ours holds the inner ones. Sorting stays in memory. */
static const char common_pragmas[] = "PRAGMA foreign_keys = ON;"
                                     "PRAGMA temp_store = MEMORY;"
                                     "PRAGMA busy_timeout = " G_STRINGIFY (RC_DATABASE_PATIENCE);
static const char reader_pragmas[] = "PRAGMA query_only = ON;"
                                     "PRAGMA cache_size = -24576;";
static const char writer_pragmas[] = "PRAGMA synchronous = FULL;"
                                     "PRAGMA cache_size = -8192;"
                                     "PRAGMA journal_size_limit = 33554432;";

/* The system's reasons that SQLite tells as an error of input and output. */
static gboolean
is_full (sqlite3 *handle, int code)
{
  int reason = handle != NULL ? sqlite3_system_errno (handle) : 0;

  return code == SQLITE_IOERR_SHMSIZE
         || ((code & 0xff) == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT));
}

static RcStoreError
error_code_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return RC_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return RC_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
      return RC_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return RC_STORE_ERROR_FOREIGN;
    case SQLITE_CONSTRAINT:
      return RC_STORE_ERROR_CONSTRAINT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return RC_STORE_ERROR_READ_ONLY;
    default:
      return RC_STORE_ERROR_FAILED;
    }
}

/* Translators: %s is the database's own message, in English */
static const char *
error_format_of (RcStoreError code)
{
  switch (code)
    {
    case RC_STORE_ERROR_BUSY:
      return _ ("Another program is writing to the workspace. Try again in a moment. (%s)");
    case RC_STORE_ERROR_FULL:
      return _ ("There is no room left on the disk. Free some space and try again. (%s)");
    case RC_STORE_ERROR_CORRUPT:
      return _ ("The workspace’s file is damaged. (%s)");
    case RC_STORE_ERROR_FOREIGN:
      return _ ("The file is not a workspace. (%s)");
    case RC_STORE_ERROR_NEWER:
      return _ ("The workspace was made by a newer version of the program. (%s)");
    case RC_STORE_ERROR_CONSTRAINT:
      return _ ("The change does not fit what the workspace holds. (%s)");
    case RC_STORE_ERROR_READ_ONLY:
      return _ ("The workspace cannot be written to. (%s)");
    case RC_STORE_ERROR_MOVED:
    case RC_STORE_ERROR_FAILED:
      return _ ("The workspace could not be read or written. (%s)");
    }
  g_return_val_if_reached ("%s");
}

/* @text: UTF-8 */
static void
set_error_text (GError **error, int code, const char *text)
{
  RcStoreError store_code = error_code_of (code);

  if (error == NULL)
    return;
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The operation was canceled."));
      return;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, RC_STORE_ERROR, store_code, error_format_of (store_code), text);
#pragma GCC diagnostic pop
}

static void
rc_database_finalize (GObject *object)
{
  RcDatabase *self = RC_DATABASE (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->handle != NULL)
    sqlite3_close_v2 (self->handle);
  g_free (self->path);
  G_OBJECT_CLASS (rc_database_parent_class)->finalize (object);
}

static void
rc_database_class_init (RcDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_database_finalize;
}

static void
rc_database_init (RcDatabase *self)
{
  self->statements =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) rc_statement_free);
}

/* SQLite counts what it allocates, under a lock that all connections share; nobody asks for the count. */
static gpointer
configure_library (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

/**
 * rc_database_open:
 * @path: the file, in the file system's encoding
 * @mode: whether it may be written, and made where it is missing
 * @error: return location
 *
 * Opens a connection. The file is not touched yet: not even whether it is a workspace is looked at; see
 * rc_migration_run().
 *
 * Returns: (transfer full): the connection; %NULL with an error of #RcStoreError
 */
RcDatabase *
rc_database_open (const char *path, RcDatabaseMode mode, GError **error)
{
  g_autoptr (RcDatabase) self = g_object_new (RC_TYPE_DATABASE, NULL);
  int code;

  static const int flags[] = { [RC_DATABASE_READ_ONLY] = SQLITE_OPEN_READONLY,
                               [RC_DATABASE_READ_WRITE] = SQLITE_OPEN_READWRITE,
                               [RC_DATABASE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };
  static GOnce configured = G_ONCE_INIT;

  g_return_val_if_fail (path != NULL, NULL);

  g_once (&configured, configure_library, NULL);
  self->path = g_strdup (path);
  code =
      sqlite3_open_v2 (path, &self->handle, flags[mode] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      rc_database_set_error (self, code, error);
      return NULL;
    }
  if (!rc_database_execute (self, common_pragmas, error)
      || !rc_database_execute (self, mode == RC_DATABASE_READ_ONLY ? reader_pragmas : writer_pragmas, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * rc_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the file that was opened
 */
const char *
rc_database_get_path (RcDatabase *self)
{
  g_return_val_if_fail (RC_IS_DATABASE (self), NULL);
  return self->path;
}

/**
 * rc_database_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own connection
 */
sqlite3 *
rc_database_get_handle (RcDatabase *self)
{
  return self->handle;
}

/**
 * rc_database_set_error:
 * @self: a connection
 * @code: what SQLite returned
 * @error: return location
 *
 * Sets an error of #RcStoreError: a sentence for people, with SQLite's text; %G_IO_ERROR_CANCELLED if it was ended.
 */
void
rc_database_set_error (RcDatabase *self, int code, GError **error)
{
  const char *text = sqlite3_errstr (code);
  g_autofree char *valid = NULL;

  if (self->handle && sqlite3_extended_errcode (self->handle) == code)
    text = sqlite3_errmsg (self->handle);
  if (is_full (self->handle, code))
    code = SQLITE_FULL;
  /* SQLite quotes the names that a damaged file holds, byte by byte. */
  valid = g_utf8_make_valid (text, -1);
  set_error_text (error, code, valid);
}

/**
 * rc_database_execute:
 * @self: a connection
 * @sql: any number of statements, without parameters; rows are dropped
 * @error: return location
 *
 * Returns: whether all of them ran; those before a failing one have
 */
gboolean
rc_database_execute (RcDatabase *self, const char *sql, GError **error)
{
  int code;

  g_return_val_if_fail (RC_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  rc_database_set_error (self, code, error);
  return FALSE;
}

/* What each command runs. */
static gboolean
run (RcDatabase *self, const char *sql, GError **error)
{
  RcStatement *statement = rc_database_prepare (self, sql, error);

  return statement != NULL && rc_statement_run (statement, error);
}

/**
 * rc_database_begin:
 * @self: a connection
 * @error: return location
 *
 * Begins a transaction. A writer waits here, for up to five seconds, until nobody else writes; a read-only connection
 * gets one unchanging view of the file.
 *
 * Returns: whether it began; %RC_STORE_ERROR_BUSY where another process keeps writing
 */
gboolean
rc_database_begin (RcDatabase *self, GError **error)
{
  g_return_val_if_fail (RC_IS_DATABASE (self), FALSE);
  /* A reader's would, if it was kept prepared, sometimes be stopped once it has begun. */
  return sqlite3_db_readonly (self->handle, "main") == 1 ? rc_database_execute (self, "BEGIN", error)
                                                         : run (self, "BEGIN IMMEDIATE", error);
}

/**
 * rc_database_begin_view:
 * @self: a connection
 * @own: (out): whether a transaction was begun, which the caller ends with rc_database_rollback()
 * @error: return location
 *
 * Makes several reads see one state of the file, within the transaction under way or in one of their own. It locks
 * nobody out.
 *
 * Returns: whether it began
 */
gboolean
rc_database_begin_view (RcDatabase *self, gboolean *own, GError **error)
{
  *own = sqlite3_get_autocommit (self->handle) != 0;
  return !*own || rc_database_execute (self, "BEGIN", error);
}

/**
 * rc_database_commit:
 * @self: a connection in a transaction
 * @error: return location
 *
 * Returns: whether all is on the disk; where not, the transaction is still open: roll it back
 */
gboolean
rc_database_commit (RcDatabase *self, GError **error)
{
  g_return_val_if_fail (RC_IS_DATABASE (self), FALSE);
  return run (self, "COMMIT", error);
}

/**
 * rc_database_rollback:
 * @self: a connection
 *
 * Ends the transaction without a trace of it; without one, nothing happens. Statements are reset.
 */
void
rc_database_rollback (RcDatabase *self)
{
  g_return_if_fail (RC_IS_DATABASE (self));

  rc_database_reset_statements (self);
  if (sqlite3_get_autocommit (self->handle) == 0
      && sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
    g_critical ("A transaction could not be rolled back: %s", sqlite3_errmsg (self->handle));
}

/**
 * rc_database_move_journal:
 * @self: a connection that may write, not in a transaction
 * @error: RC_STORE_ERROR_FULL where there is no room for it; RC_STORE_ERROR_BUSY where somebody reads
 *
 * Moves what was written into the file itself, so that it can be moved without its journal.
 *
 * Returns: whether the journal is empty
 */
gboolean
rc_database_move_journal (RcDatabase *self, GError **error)
{
  int code;

  g_return_val_if_fail (RC_IS_DATABASE (self), FALSE);
  rc_database_reset_statements (self);
  code = sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  rc_database_set_error (self, code, error);
  return FALSE;
}

/**
 * rc_database_last_insert_id:
 * @self: a connection
 *
 * Returns: the id of the row that was inserted last
 */
gint64
rc_database_last_insert_id (RcDatabase *self)
{
  g_return_val_if_fail (RC_IS_DATABASE (self), 0);
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * rc_database_prepare:
 * @self: a connection
 * @sql: one statement; its text is its name in the cache
 * @error: return location
 *
 * Returns: (transfer none): the statement, reset and with nothing bound, until the same text is prepared again;
 * %NULL with an error
 */
RcStatement *
rc_database_prepare (RcDatabase *self, const char *sql, GError **error)
{
  RcStatement *statement;

  g_return_val_if_fail (RC_IS_DATABASE (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      rc_statement_prepare_again (statement);
      return statement;
    }
  statement = rc_statement_new (self, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (rc_statement_get_handle (statement)),
                         statement);
  return statement;
}

/**
 * rc_database_reset_statements:
 * @self: a connection
 *
 * Ends what statements are still in the middle of their rows, so that none holds an old view of the file.
 */
void
rc_database_reset_statements (RcDatabase *self)
{
  sqlite3_stmt *statement = NULL;

  while ((statement = sqlite3_next_stmt (self->handle, statement)) != NULL)
    if (sqlite3_stmt_busy (statement))
      sqlite3_reset (statement);
}

static int
on_progress (gpointer data)
{
  RcDatabase *self = data;

  return self->stop_func (self->stop_data) ? 1 : 0;
}

/**
 * rc_database_set_stop_func:
 * @self: a connection
 * @func: (nullable): asked often while statements run; once it says %TRUE the statement ends with
 *   %G_IO_ERROR_CANCELLED
 * @data: for @func
 *
 * Asked in the thread that runs the statement: unlike an interrupt from outside it cannot hit another statement, nor
 * come a moment too early.
 */
void
rc_database_set_stop_func (RcDatabase *self, RcDatabaseStopFunc func, gpointer data)
{
  self->stop_func = func;
  self->stop_data = data;
  sqlite3_progress_handler (self->handle, STOP_INTERVAL, func != NULL ? on_progress : NULL, self);
}

/**
 * rc_database_get_int:
 * @self: a connection
 * @sql: a SELECT of one number, without parameters
 * @value: (out): the number, 0 for NULL; untouched without a row
 * @error: return location
 *
 * Returns: whether there was a row; where not, @error is set only if something failed
 */
gboolean
rc_database_get_int (RcDatabase *self, const char *sql, gint64 *value, GError **error)
{
  RcStatement *statement = rc_database_prepare (self, sql, error);

  g_return_val_if_fail (value != NULL, FALSE);
  if (statement == NULL || !rc_statement_step (statement, error))
    return FALSE;
  *value = rc_statement_get_int (statement, 0);
  rc_statement_reset (statement);
  return TRUE;
}

/**
 * rc_database_set_copy_progress:
 * @self: a connection
 * @func: (nullable): told in the connection's thread, while the file is copied, how much of it is
 * @data: for @func
 */
void
rc_database_set_copy_progress (RcDatabase *self, RcDatabaseProgressFunc func, gpointer data)
{
  self->copy_func = func;
  self->copy_data = data;
}

/**
 * rc_database_report_copied:
 * @self: a connection whose file is being copied
 * @fraction: how much of it is, from 0 to 1
 */
void
rc_database_report_copied (RcDatabase *self, double fraction)
{
  if (self->copy_func != NULL)
    self->copy_func (fraction, self->copy_data);
}
