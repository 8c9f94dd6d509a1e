/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-collation.h"

#include "rc-log-query.h"

/* Keeps the sort keys of names as the user's language orders them. The setting 'collation' tells whose keys the workspace
 * holds; another language, or another version of ICU, makes all of them anew. Keys of new rows are made by whoever
 * writes the row. */

#define COLLATION_SETTING "collation"
#define BATCH 4096
/* From here on the indexes are better made anew. */
#define FEWEST_FOR_INDEXES 10000

typedef struct
{
  RcDatabase *database; /* (borrowed) */
  RcCollator *collator; /* (borrowed) */
  RcCollationProgressFunc progress; /* (nullable) */
  gpointer progress_data; /* (borrowed) */
  GCancellable *cancellable; /* (borrowed) (nullable) */
  guint64 done;
  guint64 total;
} Rebuild;

typedef struct
{
  gint64 id;
  GBytes *key; /* (owned) */
} NewKey;

static void
new_key_clear (gpointer data)
{
  g_clear_pointer (&((NewKey *) data)->key, g_bytes_unref);
}

/* Those that the keys stand in: changed row by row, each row of a large workspace would go to another place in all of
 * them. */
static GPtrArray *
take_indexes (Rebuild *rebuild, GError **error)
{
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) indexes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  RcStatement *statement =
      rc_database_prepare (rebuild->database,
                           "SELECT 'DROP INDEX ' || name, sql FROM sqlite_schema "
                           "WHERE type = 'index' AND tbl_name = 'customers' AND sql LIKE '%name_key%'",
                           error);

  if (statement == NULL)
    return NULL;
  while (rebuild->total >= FEWEST_FOR_INDEXES && rc_statement_step (statement, &failure))
    {
      g_ptr_array_add (drops, rc_statement_dup_text (statement, 0));
      g_ptr_array_add (indexes, rc_statement_dup_text (statement, 1));
    }
  rc_statement_reset (statement);
  for (guint i = 0; i < drops->len && failure == NULL; i++)
    rc_database_execute (rebuild->database, g_ptr_array_index (drops, i), &failure);
  if (failure == NULL)
    return g_steal_pointer (&indexes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
put_back_indexes (Rebuild *rebuild, GPtrArray *indexes, GError **error)
{
  for (guint i = 0; i < indexes->len; i++)
    if (g_cancellable_set_error_if_cancelled (rebuild->cancellable, error)
        || !rc_database_execute (rebuild->database, g_ptr_array_index (indexes, i), error))
      return FALSE;
  return TRUE;
}

/**
 * rc_collation_is_current:
 * @database: a connection
 * @collator: the collator wanted
 * @current: (out): whether the workspace's keys are its
 * @error: return location
 *
 * Returns: whether it could be found out
 */
gboolean
rc_collation_is_current (RcDatabase *database, RcCollator *collator, gboolean *current, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *recorded = rc_settings_query_get (database, COLLATION_SETTING, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *current = g_strcmp0 (recorded, rc_collator_get_locale (collator)) == 0;
  return TRUE;
}

/* The new keys of the rows after @last_id; rows are read and written in turns, so that no statement reads what it changes. */
static GArray *
read_batch (Rebuild *rebuild, const char *select_sql, gint64 last_id, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (NewKey));
  g_autoptr (GError) failure = NULL;
  RcStatement *statement = rc_database_prepare (rebuild->database, select_sql, error);

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (keys, new_key_clear);
  rc_statement_bind_int (statement, "$1", last_id);
  rc_statement_bind_int (statement, "$2", BATCH);
  while (rc_statement_step (statement, &failure))
    {
      NewKey key = { rc_statement_get_int (statement, 0),
                     rc_collator_get_key (rebuild->collator, rc_statement_get_text (statement, 1)) };

      g_array_append_val (keys, key);
    }
  if (failure == NULL)
    return g_steal_pointer (&keys);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
write_batch (Rebuild *rebuild, const char *update_sql, GArray *keys, GError **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const NewKey *key = &g_array_index (keys, NewKey, i);
      RcStatement *statement = rc_database_prepare (rebuild->database, update_sql, error);

      if (statement == NULL)
        return FALSE;
      rc_statement_bind_int (statement, "$1", key->id);
      rc_statement_bind_blob (statement, "$2", key->key);
      if (!rc_statement_run (statement, error))
        return FALSE;
    }
  rebuild->done += keys->len;
  if (rebuild->progress != NULL)
    rebuild->progress (rebuild->done, rebuild->total, rebuild->progress_data);
  return !g_cancellable_set_error_if_cancelled (rebuild->cancellable, error);
}

static gboolean
rebuild_table (Rebuild *rebuild, const char *select_sql, const char *update_sql, GError **error)
{
  gint64 last_id = 0;

  for (;;)
    {
      g_autoptr (GArray) keys = read_batch (rebuild, select_sql, last_id, error);

      if (keys == NULL)
        return FALSE;
      if (keys->len == 0)
        return TRUE;
      if (!write_batch (rebuild, update_sql, keys, error))
        return FALSE;
      last_id = g_array_index (keys, NewKey, keys->len - 1).id;
    }
}

static gboolean
record_collation (Rebuild *rebuild, GError **error)
{
  RcStatement *statement = rc_database_prepare (rebuild->database,
                                                "INSERT INTO settings (name, value) VALUES ($1, $2)"
                                                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                                error);

  if (statement == NULL)
    return FALSE;
  rc_statement_bind_text (statement, "$1", COLLATION_SETTING);
  rc_statement_bind_text (statement, "$2", rc_collator_get_locale (rebuild->collator));
  return rc_statement_run (statement, error);
}

static gboolean
rebuild_all (Rebuild *rebuild, GError **error)
{
  g_autoptr (GPtrArray) indexes = NULL;
  gint64 total = 0;

  if (!rc_database_get_int (rebuild->database,
                            "SELECT (SELECT count(*) FROM customers) + (SELECT count(*) FROM members)",
                            &total, error))
    return FALSE;
  rebuild->total = (guint64) total;
  indexes = take_indexes (rebuild, error);
  return indexes != NULL
         && rebuild_table (rebuild,
                           "SELECT m.id, m.name FROM members m WHERE m.id > $1 ORDER BY m.id LIMIT $2",
                           "UPDATE members SET name_key = $2 WHERE id = $1", error)
         && rebuild_table (rebuild,
                           "SELECT c.id, c.name FROM customers c WHERE c.id > $1 ORDER BY c.id LIMIT $2",
                           "UPDATE customers SET name_key = $2 WHERE id = $1", error)
         && put_back_indexes (rebuild, indexes, error) && record_collation (rebuild, error);
}

/**
 * rc_collation_rebuild:
 * @database: a connection that may write
 * @collator: the collator wanted
 * @progress: (nullable) (scope call): told after each batch
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it, and leaves the keys as they were
 * @error: return location
 *
 * Makes the sort keys of customers and members those of @collator, if they are not, in one transaction. Rows keep their
 * change number: nothing that a user would see of them has changed.
 *
 * Returns: whether the keys are the collator's now
 */
gboolean
rc_collation_rebuild (RcDatabase *database, RcCollator *collator, RcCollationProgressFunc progress,
                      gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Rebuild rebuild = { database, collator, progress, progress_data, cancellable, 0, 0 };
  gboolean current = FALSE;

  g_return_val_if_fail (RC_IS_DATABASE (database) && RC_IS_COLLATOR (collator), FALSE);

  if (!rc_database_begin (database, error))
    return FALSE;
  if (!rc_collation_is_current (database, collator, &current, error))
    {
      rc_database_rollback (database);
      return FALSE;
    }
  if (!current && rebuild_all (&rebuild, error) && rc_database_commit (database, error))
    return TRUE;
  rc_database_rollback (database);
  return current;
}
