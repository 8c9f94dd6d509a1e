/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-dated-message-table.h"

#include "rc-enum-types.h"
#include "rc-table.h"

/* Which of the mails that a date brings were written, so that none is written twice (MS-1). */

/**
 * rc_dated_message_table_insert:
 * @database: a database in a transaction
 * @record: a mail that was due
 * @written_on: the day
 * @message_id: the message's id; 0: it was passed over
 * @error: RC_STORE_ERROR_CONSTRAINT where it was written already
 *
 * Returns: whether it was noted
 */
gboolean
rc_dated_message_table_insert (RcDatabase *database, const RcDueRecord *record, RcDate written_on,
                               gint64 message_id, GError **error)
{
  return rc_table_run (database, error,
                       "INSERT INTO dated_messages (kind, subject_id, term_date, written_on, message_id) "
                       "VALUES ($1, $2, $3, $4, nullif ($5, 0))",
                       "tlddl", rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) record->kind),
                       record->subject_id, record->term_date, written_on, message_id);
}
