/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-outbox-table.h"

#include "rc-change-table.h"
#include "rc-enum-types.h"
#include "rc-table.h"

/* The outbox's side of the messages: one holder of the lease at a time, and a message that says "sending" on the disk before
 * any server hears of it. What is to be done next is rc-outbox-round.c's. */

/**
 * rc_outbox_table_take_lease:
 * @database: a database in a transaction
 * @owner: who wants to send
 * @now: µs since the epoch, UTC
 * @until: when others may take it although it was not given back
 * @holder_is_gone: whether the one who has it now is known not to run any more
 * @taken: (out): whether @owner has it now
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_outbox_table_take_lease (RcDatabase *database, const char *owner, gint64 now, gint64 until,
                            gboolean holder_is_gone, gboolean *taken, GError **error)
{
  gint64 n_mine;

  *taken = FALSE;
  if (!rc_table_run (
          database, error,
          "INSERT INTO outbox_lease (id, owner, until) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE "
          "SET owner = $1, until = $2 WHERE owner = $1 OR until < $3 OR $4",
          "tlli", owner, until, now, (int) holder_is_gone)
      || !rc_table_get_int (database, &n_mine, error, "SELECT count (*) FROM outbox_lease WHERE owner = $1",
                            "t", owner))
    return FALSE;
  *taken = n_mine > 0;
  return TRUE;
}

/**
 * rc_outbox_table_get_holder:
 * @database: a database
 * @owner: (out) (transfer full) (nullable): who has the lease; %NULL: nobody
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_outbox_table_get_holder (RcDatabase *database, char **owner, GError **error)
{
  g_autoptr (GError) fault = NULL;
  RcStatement *statement = rc_table_query (database, error, "SELECT owner FROM outbox_lease", "");

  *owner = NULL;
  if (statement == NULL)
    return FALSE;
  if (rc_statement_step (statement, &fault))
    *owner = rc_statement_dup_text (statement, 0);
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/**
 * rc_outbox_table_release:
 * @database: a database in a transaction
 * @owner: who sends no more
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was done
 */
gboolean
rc_outbox_table_release (RcDatabase *database, const char *owner, GError **error)
{
  return rc_table_run (database, error, "DELETE FROM outbox_lease WHERE owner = $1", "t", owner);
}

/**
 * rc_outbox_table_count_unfinished:
 * @database: a database
 * @count: (out): how many messages say that they are being sent
 * @error: RC_STORE_ERROR
 *
 * Returns: whether they were counted
 */
gboolean
rc_outbox_table_count_unfinished (RcDatabase *database, gint64 *count, GError **error)
{
  return rc_table_get_int (database, count, error, "SELECT count (*) FROM messages WHERE status = 'sending'",
                           "");
}

/**
 * rc_outbox_table_give_up_unfinished:
 * @database: a database in a transaction, whose lease the caller has
 * @failure: what is said of them
 * @n_messages: (out): how many there were
 * @error: RC_STORE_ERROR
 *
 * What still says "sending" was left so by somebody who does not run any more: whether it was sent is not known, so it
 * is not sent again by itself.
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_outbox_table_give_up_unfinished (RcDatabase *database, const char *failure, int *n_messages,
                                    GError **error)
{
  gint64 count, seq;

  if (!rc_outbox_table_count_unfinished (database, &count, error))
    return FALSE;
  *n_messages = (int) count;
  return count == 0
         || (rc_change_table_next_seq (database, &seq, error)
             && rc_table_run (database, error,
                              "UPDATE messages SET status = 'unclear', change_seq = $1, failure = $2 WHERE "
                              "status = 'sending'",
                              "lt", seq, failure));
}

/**
 * rc_outbox_table_claim_next:
 * @database: a database in a transaction, whose lease the caller has
 * @now: µs since the epoch, UTC
 * @id: (out): the message that is the next to be sent, which says "sending" now; 0: none is due
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_outbox_table_claim_next (RcDatabase *database, gint64 now, gint64 *id, GError **error)
{
  gint64 seq;

  if (!rc_table_get_int (database, id, error,
                         "SELECT id FROM messages WHERE status = 'waiting' AND coalesce (next_attempt_at, 0) "
                         "<= $1 ORDER BY created_at, id LIMIT 1",
                         "l", now))
    return FALSE;
  return *id == 0
         || (rc_change_table_next_seq (database, &seq, error)
             && rc_table_run (database, error,
                              "UPDATE messages SET status = 'sending', change_seq = $1, attempts = attempts "
                              "+ 1 WHERE id = $2",
                              "ll", seq, *id));
}

/**
 * rc_outbox_table_finish:
 * @database: a database in a transaction
 * @seq: the change number
 * @message: a message; its status, attempts, sent_at, next_attempt_at and failure are written
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was done
 */
gboolean
rc_outbox_table_finish (RcDatabase *database, gint64 seq, const RcMessageRecord *message, GError **error)
{
  return rc_table_run (
      database, error,
      "UPDATE messages SET change_seq = $1, status = $2, attempts = $3, sent_at = nullif ($4, "
      "0), next_attempt_at = nullif ($5, 0), failure = $6 WHERE id = $7",
      "ltilltl", seq, rc_enum_to_nick (RC_TYPE_MESSAGE_STATUS, (int) message->status), message->attempts,
      message->sent_at, message->next_attempt_at, message->failure, message->id);
}

/**
 * rc_outbox_table_get_next_time:
 * @database: a database
 * @next: (out): when the next message that waits may be sent, µs since the epoch; 0: none waits
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_outbox_table_get_next_time (RcDatabase *database, gint64 *next, GError **error)
{
  return rc_table_get_int (database, next, error,
                           "SELECT min (max (coalesce (next_attempt_at, 1), 1)) FROM messages "
                           "WHERE status = 'waiting'",
                           "");
}
