/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-backup-mail.h"

#include "rc-change-table.h"
#include "rc-table.h"

/* A copy says of a mail that it waits, but it was sent meanwhile: put back as it is, the copy would have it sent twice. Here it
 * learns what became of its mails, by their Message-ID. When a copy is put back is not decided here. */

/* A mail that says so again has not been on its way meanwhile. */
#define STILL_UNSENT "SELECT message_id FROM present.messages WHERE status IN ('waiting', 'failed')"

/* A purchase authorization or a customer of the copy that is the same one still. */
#define SAME_AUTHORIZATION                                                                                   \
  "EXISTS (SELECT 1 FROM purchase_authorizations a JOIN present.purchase_authorizations b "                  \
  "ON b.id = a.id AND b.number = a.number WHERE a.id = d.subject_id)"
#define SAME_CUSTOMER                                                                                        \
  "EXISTS (SELECT 1 FROM customers a JOIN present.customers b ON b.id = a.id AND b.vip_id = a.vip_id "       \
  "WHERE a.id = d.subject_id)"

static gboolean
update_messages (RcDatabase *copy, const char *doubt, GError **error)
{
  gint64 seq;

  return rc_change_table_next_seq (copy, &seq, error)
         && rc_table_run (copy, error,
                          "UPDATE messages SET change_seq = $1, status = 'sent', next_attempt_at = NULL, "
                          "failure = NULL, sent_at = (SELECT p.sent_at FROM present.messages p WHERE "
                          "p.message_id = messages.message_id) WHERE status <> 'sent' AND message_id IN "
                          "(SELECT message_id FROM present.messages WHERE status = 'sent')",
                          "l", seq)
         && rc_table_run (
             copy, error,
             "UPDATE messages SET change_seq = $1, status = 'unclear', next_attempt_at = NULL, "
             "failure = $2 WHERE status IN ('waiting', 'sending', 'failed') AND message_id NOT IN "
             "(" STILL_UNSENT ")",
             "lt", seq, doubt);
}

/* The mail itself is not in the copy: it counts as passed over. */
static gboolean
note_dated_messages (RcDatabase *copy, GError **error)
{
  return rc_table_run (copy, error,
                       "INSERT OR IGNORE INTO dated_messages (kind, subject_id, term_date, written_on) "
                       "SELECT d.kind, d.subject_id, d.term_date, d.written_on FROM present.dated_messages d "
                       "WHERE CASE WHEN d.kind LIKE 'pa-%' THEN " SAME_AUTHORIZATION " ELSE " SAME_CUSTOMER
                       " END",
                       "");
}

/**
 * rc_backup_keep_sent:
 * @copy: a connection that may write, not in a transaction, to a copy of the newest format
 * @present: the file of the workspace, or of a copy of it, in whose place @copy is to be put
 * @doubt: what is said of a mail of which nobody knows whether it was sent
 * @error: return location, of #RcStoreError
 *
 * What was sent since @copy was made is sent in it, too (MS-2). What waits in it and is not known to wait still may have been
 * sent: a person decides. The mails that a date brought are not written again (MS-1).
 *
 * Returns: whether that was done; in one transaction
 */
gboolean
rc_backup_keep_sent (RcDatabase *copy, const char *present, const char *doubt, GError **error)
{
  g_return_val_if_fail (RC_IS_DATABASE (copy) && present != NULL && doubt != NULL, FALSE);
  if (!rc_table_run (copy, error, "ATTACH $1 AS present", "t", present) || !rc_database_begin (copy, error))
    return FALSE;
  if (update_messages (copy, doubt, error) && note_dated_messages (copy, error)
      && rc_database_commit (copy, error))
    return TRUE;
  rc_database_rollback (copy);
  return FALSE;
}
