/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define RC_STORE_ERROR (rc_store_error_quark ())
GQuark rc_store_error_quark (void);
typedef enum
{
  RC_STORE_ERROR_FAILED,
  RC_STORE_ERROR_BUSY, /* another process writes */
  RC_STORE_ERROR_FULL, /* no room on the disk */
  RC_STORE_ERROR_CORRUPT,
  RC_STORE_ERROR_FOREIGN, /* not a workspace */
  RC_STORE_ERROR_NEWER, /* made by a newer version of the program */
  RC_STORE_ERROR_CONSTRAINT,
  RC_STORE_ERROR_READ_ONLY,
  RC_STORE_ERROR_MOVED /* the file is elsewhere, or another one has its name */
} RcStoreError;

/* One connection and its prepared statements. Belongs to one thread at a time. */
#define RC_TYPE_DATABASE (rc_database_get_type ())
G_DECLARE_FINAL_TYPE (RcDatabase, rc_database, RC, DATABASE, GObject)

typedef enum
{
  RC_DATABASE_READ_ONLY,
  RC_DATABASE_READ_WRITE,
  RC_DATABASE_CREATE
} RcDatabaseMode;

RcDatabase *rc_database_open (const char *path, RcDatabaseMode mode, GError **error);
const char *rc_database_get_path (RcDatabase *self);
gboolean rc_database_execute (RcDatabase *self, const char *sql,
                              GError **error); /* any number of statements */
gboolean rc_database_begin (RcDatabase *self, GError **error); /* BEGIN IMMEDIATE */
gboolean rc_database_commit (RcDatabase *self, GError **error);
void rc_database_rollback (RcDatabase *self);
gboolean rc_database_move_journal (RcDatabase *self, GError **error);
gint64 rc_database_last_insert_id (RcDatabase *self);

/* A prepared statement: bound by name ("$1"), typed, cached by its SQL text. The statement is borrowed from the
 * database's cache and reset by the next rc_database_prepare() of the same text, or by rc_statement_reset(). */
typedef struct _RcStatement RcStatement;
RcStatement *rc_database_prepare (RcDatabase *self, const char *sql, GError **error);

/* Bind functions record the first fault, which the next step returns. NULL and RC_DATE_NONE bind NULL. */
void rc_statement_bind_int (RcStatement *self, const char *name, gint64 value);
void rc_statement_bind_text (RcStatement *self, const char *name, const char *value);
void rc_statement_bind_date (RcStatement *self, const char *name, RcDate value);
void rc_statement_bind_enum (RcStatement *self, const char *name, GType type, int value);
void rc_statement_bind_blob (RcStatement *self, const char *name, GBytes *value);
void rc_statement_bind_null (RcStatement *self, const char *name);

gboolean rc_statement_step (RcStatement *self, GError **error); /* TRUE: a row; FALSE: done, or error set */
gboolean rc_statement_run (RcStatement *self,
                           GError **error); /* to the end, and resets: for INSERT, UPDATE, DELETE */
void rc_statement_reset (RcStatement *self);

gboolean rc_statement_is_null (RcStatement *self, int column);
gint64 rc_statement_get_int (RcStatement *self, int column);
const char *rc_statement_get_text (RcStatement *self,
                                   int column); /* borrowed until the next step; NULL for NULL */
char *rc_statement_dup_text (RcStatement *self, int column);
RcDate rc_statement_get_date (RcStatement *self, int column);
int rc_statement_get_enum (RcStatement *self, int column, GType type);
GBytes *rc_statement_get_blob (RcStatement *self, int column);

/* One value of one row: for counts and look-ups. */
gboolean rc_database_get_int (RcDatabase *self, const char *sql, gint64 *value, GError **error);

G_END_DECLS
