/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-table.h"

#include "rc-enum-types.h"
#include "rc-table.h"
#include "rc-text.h"

/* The outbox: mails that were written (MS-1) and wait to be sent. Sending is not done here. */

/**
 * rc_message_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: a message that was never sent; gets its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_message_table_insert (RcDatabase *database, gint64 seq, RcMessageRecord *record, GError **error)
{
  const char *sql =
      "INSERT INTO messages (id, change_seq, customer_id, kind, language, recipient_name, "
      "recipient_email, subject, body, message_id, status, created_at, search) "
      "VALUES (" RC_TABLE_NEXT_ID ("messages", "message") ", $1, $2, $3, $4, $5, $6, $7, $8, $9, "
                                                          "$10, $11, $12)";
  g_autofree char *text =
      g_strjoin ("\n", record->recipient_name, record->recipient_email, record->subject, NULL);
  g_autofree char *search = rc_text_fold (text);
  RcStatement *statement = rc_table_query (
      database, error, sql,
      "lltttttttt"
      "lt",
      seq, record->customer_id, rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) record->kind), record->language,
      record->recipient_name, record->recipient_email, record->subject, record->body, record->message_id,
      rc_enum_to_nick (RC_TYPE_MESSAGE_STATUS, (int) record->status), record->created_at, search);

  if (statement == NULL)
    return FALSE;
  if (record->customer_id == 0)
    rc_statement_bind_null (statement, "$2");
  if (!rc_statement_run (statement, error))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return TRUE;
}

/**
 * rc_message_table_set_sent_before:
 * @database: a database in a transaction
 * @before: µs since the epoch, UTC
 * @error: RC_STORE_ERROR
 *
 * Records of all that waits and was written before @before that it went out at once, at the first try.
 *
 * Returns: whether it was written
 */
gboolean
rc_message_table_set_sent_before (RcDatabase *database, gint64 before, GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE messages SET status = 'sent', sent_at = created_at, attempts = 1 "
                       "WHERE status = 'waiting' AND created_at < $1",
                       "l", before);
}

/**
 * rc_message_table_withdraw:
 * @database: a database in a transaction
 * @seq: the change number
 * @customer_id: a customer that is being removed (CU-9)
 * @error: RC_STORE_ERROR
 *
 * Removes the messages that were never sent and speak of a membership that is no more.
 *
 * Returns: whether it was done
 */
gboolean
rc_message_table_withdraw (RcDatabase *database, gint64 seq, gint64 customer_id, GError **error)
{
  return rc_table_run (
             database, error,
             "INSERT INTO tombstones (change_seq, kind, row_id) SELECT $1, 'message', id FROM messages "
             "WHERE customer_id = $2 AND status IN ('waiting', 'failed', 'unclear')",
             "ll", seq, customer_id)
         && rc_table_run (
             database, error,
             "DELETE FROM messages WHERE customer_id = $1 AND status IN ('waiting', 'failed', 'unclear')",
             "l", customer_id);
}

/**
 * rc_message_table_withdraw_one:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a message's id
 * @error: RC_STORE_ERROR
 *
 * Removes the message if it was never sent: what it says does not hold any more (CH-2).
 *
 * Returns: whether it was done
 */
gboolean
rc_message_table_withdraw_one (RcDatabase *database, gint64 seq, gint64 id, GError **error)
{
  return rc_table_run (
             database, error,
             "INSERT INTO tombstones (change_seq, kind, row_id) SELECT $1, 'message', id FROM messages "
             "WHERE id = $2 AND status IN ('waiting', 'failed')",
             "ll", seq, id)
         && rc_table_run (database, error,
                          "DELETE FROM messages WHERE id = $1 AND status IN ('waiting', 'failed')", "l", id);
}
