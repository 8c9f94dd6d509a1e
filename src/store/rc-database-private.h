/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include <sqlite3.h>

G_BEGIN_DECLS

/* For the store's own files only. */

/* In milliseconds: how long a writer waits until nobody else writes. */
#define RC_DATABASE_PATIENCE 5000

typedef gboolean (*RcDatabaseStopFunc) (gpointer data);
typedef void (*RcDatabaseProgressFunc) (double fraction, gpointer data);

sqlite3 *rc_database_get_handle (RcDatabase *self);
void rc_database_set_error (RcDatabase *self, int code, GError **error);
gboolean rc_database_begin_view (RcDatabase *self, gboolean *own, GError **error);
void rc_database_reset_statements (RcDatabase *self);
void rc_database_set_copy_progress (RcDatabase *self, RcDatabaseProgressFunc func, gpointer data);
void rc_database_report_copied (RcDatabase *self, double fraction);
void rc_database_set_stop_func (RcDatabase *self, RcDatabaseStopFunc func, gpointer data);

RcStatement *rc_statement_new (RcDatabase *database, const char *sql, GError **error);
void rc_statement_free (RcStatement *self);
void rc_statement_prepare_again (RcStatement *self);
sqlite3_stmt *rc_statement_get_handle (RcStatement *self);

G_END_DECLS
