/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-change-table.h"

#include "rc-table.h"

/* The workspace's counters, the commands that were applied, and the tombstones of removed rows. */

/**
 * rc_change_table_next_seq:
 * @database: a database in a transaction
 * @seq: (out): the change number of this transaction
 * @error: RC_STORE_ERROR
 *
 * Returns: whether there is a number
 */
gboolean
rc_change_table_next_seq (RcDatabase *database, gint64 *seq, GError **error)
{
  return rc_table_run (database, error, "UPDATE counters SET value = value + 1 WHERE name = 'change_seq'", "")
         && rc_change_table_get_seq (database, seq, error);
}

/**
 * rc_change_table_get_seq:
 * @database: a database
 * @seq: (out): the number of the last change
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
rc_change_table_get_seq (RcDatabase *database, gint64 *seq, GError **error)
{
  return rc_table_get_int (database, seq, error, "SELECT value FROM counters WHERE name = 'change_seq'", "");
}

/**
 * rc_change_table_next_pa_number:
 * @database: a database in a transaction
 * @number: (out) (transfer full): a purchase authorization's number that was never used: "PA-1001"
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
rc_change_table_next_pa_number (RcDatabase *database, char **number, GError **error)
{
  gint64 value;

  if (!rc_table_run (database, error, "UPDATE counters SET value = value + 1 WHERE name = 'pa_number'", "")
      || !rc_table_get_int (database, &value, error, "SELECT value FROM counters WHERE name = 'pa_number'",
                            ""))
    return FALSE;
  *number = g_strdup_printf ("PA-%" G_GINT64_FORMAT, value);
  return TRUE;
}

/**
 * rc_change_table_find_command:
 * @database: a database
 * @key: an idempotency key
 * @result: (out) (transfer full) (nullable): what the command with this key returned, as JSON; %NULL: none was applied
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_change_table_find_command (RcDatabase *database, const char *key, char **result, GError **error)
{
  g_autoptr (GError) fault = NULL;
  RcStatement *statement =
      rc_table_query (database, error, "SELECT result FROM commands WHERE key = $1", "t", key);

  *result = NULL;
  if (statement == NULL)
    return FALSE;
  if (rc_statement_step (statement, &fault))
    *result = rc_statement_dup_text (statement, 0);
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/**
 * rc_change_table_add_command:
 * @database: a database in a transaction
 * @seq: the change number
 * @key: the command's idempotency key
 * @result: JSON
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_change_table_add_command (RcDatabase *database, gint64 seq, const char *key, const char *result,
                             GError **error)
{
  return rc_table_run (database, error, "INSERT INTO commands (key, change_seq, result) VALUES ($1, $2, $3)",
                       "tlt", key, seq, result);
}

/**
 * rc_change_table_bury:
 * @database: a database in a transaction
 * @seq: the change number
 * @kind: what was removed: "customer", "purchase-authorization", "message", "product"
 * @row_id: its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether the tombstone was written
 */
gboolean
rc_change_table_bury (RcDatabase *database, gint64 seq, const char *kind, gint64 row_id, GError **error)
{
  return rc_table_run (database, error,
                       "INSERT INTO tombstones (change_seq, kind, row_id) VALUES ($1, $2, $3)", "ltl", seq,
                       kind, row_id);
}
