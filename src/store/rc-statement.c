/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-database-private.h"
#include "rc-enums.h"

/* A prepared statement: typed binding by the parameter's name, typed reading by the column's number. Faults of binding
 * and of what a row holds are kept and told by the next step, so that callers look for errors in one place. */

/* Parameters with a number of up to this are found without comparing names. */
#define N_QUICK_PARAMETERS 32

struct _RcStatement
{
  RcDatabase *database; /* (borrowed) it owns the statement */
  sqlite3_stmt *handle; /* (owned) */
  guint8 quick[N_QUICK_PARAMETERS]; /* by the number in the name ("$7"): SQLite's number; 0: there is none */
  int fault; /* SQLite's code of the first fault, or SQLITE_OK */
};

/* The number in "$7", or 0 where the name is of another kind or the number too large. */
static guint
parse_number (const char *name)
{
  guint number = 0;

  if (name == NULL || *name != '$')
    return 0;
  for (name++; g_ascii_isdigit (*name); name++)
    number = MIN (number * 10 + (guint) (*name - '0'), N_QUICK_PARAMETERS);
  return *name == '\0' && number < N_QUICK_PARAMETERS ? number : 0;
}

static void
list_parameters (RcStatement *self)
{
  int n_parameters = sqlite3_bind_parameter_count (self->handle);

  for (int i = 1; i <= MIN (n_parameters, G_MAXUINT8); i++)
    self->quick[parse_number (sqlite3_bind_parameter_name (self->handle, i))] = (guint8) i;
  self->quick[0] = 0;
}

/**
 * rc_statement_new:
 * @database: a connection, which must outlive the statement
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer full): the statement; %NULL with an error of #RcStoreError
 */
RcStatement *
rc_statement_new (RcDatabase *database, const char *sql, GError **error)
{
  RcStatement *self;
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v3 (rc_database_get_handle (database), sql, -1, SQLITE_PREPARE_PERSISTENT,
                                 &handle, NULL);

  if (code != SQLITE_OK)
    {
      rc_database_set_error (database, code, error);
      return NULL;
    }
  self = g_new0 (RcStatement, 1);
  self->database = database;
  self->handle = handle;
  list_parameters (self);
  return self;
}

/**
 * rc_statement_free:
 * @self: (transfer full): a statement
 *
 * Ends it and frees it.
 */
void
rc_statement_free (RcStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

/**
 * rc_statement_prepare_again:
 * @self: a statement
 *
 * Makes it as new: reset, nothing bound, no fault.
 */
void
rc_statement_prepare_again (RcStatement *self)
{
  rc_statement_reset (self);
  sqlite3_clear_bindings (self->handle);
}

/**
 * rc_statement_get_handle:
 * @self: a statement
 *
 * Returns: (transfer none): SQLite's own statement
 */
sqlite3_stmt *
rc_statement_get_handle (RcStatement *self)
{
  return self->handle;
}

static void
note_fault (RcStatement *self, int code)
{
  if (self->fault == SQLITE_OK)
    self->fault = code;
}

/* The parameter's number, or 0, which SQLite refuses as out of range. */
static int
find_parameter (RcStatement *self, const char *name)
{
  int index = self->quick[parse_number (name)];

  if (index == 0)
    index = sqlite3_bind_parameter_index (self->handle, name);
  if (index == 0)
    g_critical ("No parameter %s in: %s", name, sqlite3_sql (self->handle));
  return index;
}

/**
 * rc_statement_bind_int:
 * @self: a statement
 * @name: the parameter as written in the SQL: "$1"
 * @value: the number
 *
 * Binds a number.
 */
void
rc_statement_bind_int (RcStatement *self, const char *name, gint64 value)
{
  note_fault (self, sqlite3_bind_int64 (self->handle, find_parameter (self, name), value));
}

/**
 * rc_statement_bind_text:
 * @self: a statement
 * @name: the parameter as written in the SQL: "$1"
 * @value: (nullable): UTF-8; %NULL binds NULL
 *
 * Binds a copy of a text.
 */
void
rc_statement_bind_text (RcStatement *self, const char *name, const char *value)
{
  note_fault (self,
              sqlite3_bind_text (self->handle, find_parameter (self, name), value, -1, SQLITE_TRANSIENT));
}

/**
 * rc_statement_bind_date:
 * @self: a statement
 * @name: the parameter as written in the SQL: "$1"
 * @value: a date; %RC_DATE_NONE binds NULL
 *
 * Binds a date as ISO 8601 text.
 */
void
rc_statement_bind_date (RcStatement *self, const char *name, RcDate value)
{
  g_autofree char *text = value != RC_DATE_NONE ? rc_date_to_iso (value) : NULL;

  rc_statement_bind_text (self, name, text);
}

/**
 * rc_statement_bind_enum:
 * @self: a statement
 * @name: the parameter as written in the SQL: "$1"
 * @type: an enumeration of rc-enums.h
 * @value: one of its values
 *
 * Binds the value's nick.
 */
void
rc_statement_bind_enum (RcStatement *self, const char *name, GType type, int value)
{
  rc_statement_bind_text (self, name, rc_enum_to_nick (type, value));
}

/**
 * rc_statement_bind_blob:
 * @self: a statement
 * @name: the parameter as written in the SQL: "$1"
 * @value: (nullable): %NULL binds NULL; no bytes at all are an empty blob
 *
 * Binds a copy of bytes.
 */
void
rc_statement_bind_blob (RcStatement *self, const char *name, GBytes *value)
{
  int index = find_parameter (self, name);
  gsize size = 0;
  const void *data = value != NULL ? g_bytes_get_data (value, &size) : NULL;

  if (value == NULL)
    note_fault (self, sqlite3_bind_null (self->handle, index));
  else if (size == 0)
    note_fault (self, sqlite3_bind_zeroblob (self->handle, index, 0));
  else
    note_fault (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_TRANSIENT));
}

/**
 * rc_statement_bind_null:
 * @self: a statement
 * @name: the parameter as written in the SQL: "$1"
 *
 * Binds NULL.
 */
void
rc_statement_bind_null (RcStatement *self, const char *name)
{
  note_fault (self, sqlite3_bind_null (self->handle, find_parameter (self, name)));
}

/**
 * rc_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Goes to the next row. After the last one and after an error the statement is reset.
 *
 * Returns: %TRUE with a row; %FALSE at the end, or with @error set
 */
gboolean
rc_statement_step (RcStatement *self, GError **error)
{
  int code = self->fault;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    rc_database_set_error (self->database, code, error);
  rc_statement_reset (self);
  return FALSE;
}

/**
 * rc_statement_run:
 * @self: a statement whose rows nobody wants: an INSERT, UPDATE, DELETE, BEGIN or COMMIT
 * @error: return location
 *
 * Runs it to its end and resets it; rows that it returns are dropped.
 *
 * Returns: whether it ran
 */
gboolean
rc_statement_run (RcStatement *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (rc_statement_step (self, &failure))
    continue;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * rc_statement_reset:
 * @self: a statement
 *
 * Back to before its first row. What is bound stays bound.
 */
void
rc_statement_reset (RcStatement *self)
{
  sqlite3_reset (self->handle);
  self->fault = SQLITE_OK;
}

/**
 * rc_statement_is_null:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: whether the column is NULL
 */
gboolean
rc_statement_is_null (RcStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * rc_statement_get_int:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
rc_statement_get_int (RcStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * rc_statement_get_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * What a damaged file holds is cut where it is not UTF-8 any more.
 *
 * Returns: (transfer none) (nullable): UTF-8, until the next step; %NULL for NULL
 */
const char *
rc_statement_get_text (RcStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);
  const char *end;

  if (text && !g_utf8_validate (text, -1, &end))
    *(char *) end = '\0'; /* the buffer is the statement's own */
  return text;
}

/**
 * rc_statement_dup_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): UTF-8; %NULL for NULL
 */
char *
rc_statement_dup_text (RcStatement *self, int column)
{
  return g_strdup (rc_statement_get_text (self, column));
}

/**
 * rc_statement_get_date:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the date; %RC_DATE_NONE for NULL. Text that is no date makes the next step fail.
 */
RcDate
rc_statement_get_date (RcStatement *self, int column)
{
  const char *text = rc_statement_get_text (self, column);
  RcDate date = text != NULL ? rc_date_from_iso (text) : RC_DATE_NONE;

  if (text != NULL && date == RC_DATE_NONE)
    note_fault (self, SQLITE_CORRUPT);
  return date;
}

/**
 * rc_statement_get_enum:
 * @self: a statement on a row
 * @column: from 0
 * @type: an enumeration of rc-enums.h
 *
 * Returns: the value of the nick that the column holds. Another word makes the next step fail; then this is 0.
 */
int
rc_statement_get_enum (RcStatement *self, int column, GType type)
{
  int value = 0;

  if (!rc_enum_from_nick (type, rc_statement_get_text (self, column), &value))
    note_fault (self, SQLITE_CORRUPT);
  return value;
}

/**
 * rc_statement_get_blob:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): a copy of the bytes; %NULL for NULL
 */
GBytes *
rc_statement_get_blob (RcStatement *self, int column)
{
  const void *data;

  if (rc_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->handle, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, column));
}
