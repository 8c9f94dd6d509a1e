/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-activity-table.h"

#include "rc-table.h"
#include "rc-text.h"

/* The activity log (AC-1). There is no function to edit or remove an entry, and the schema refuses it. */

/**
 * rc_activity_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @member_id: who did it; 0: nobody of the team
 * @record: the entry; its id is not looked at
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_activity_table_insert (RcDatabase *database, gint64 seq, gint64 member_id, const RcActivityRecord *record,
                          GError **error)
{
  g_autofree char *text =
      g_strjoin ("\n", record->member_name, record->command,
                 record->customer_name != NULL ? record->customer_name : "", record->details, NULL);
  g_autofree char *search = rc_text_fold (text);
  RcStatement *statement =
      rc_table_query (database, error,
                      "INSERT INTO activity (change_seq, at, member_id, member_name, command, customer_id, "
                      "customer_name, details, search) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                      "lllttlttt", seq, record->at, member_id, record->member_name, record->command,
                      record->customer_id, record->customer_name, record->details, search);

  if (statement == NULL)
    return FALSE;
  if (member_id == 0)
    rc_statement_bind_null (statement, "$3");
  if (record->customer_id == 0)
    rc_statement_bind_null (statement, "$6");
  return rc_statement_run (statement, error);
}
