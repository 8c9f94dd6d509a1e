/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-member-table.h"

#include "rc-enum-types.h"
#include "rc-row.h"
#include "rc-settings-table.h"
#include "rc-table.h"

/* The reseller's team. Whether a role may do something is the commands' business. */

/**
 * rc_member_table_count:
 * @database: a database
 * @count: (out): how many members there ever were, removed ones included
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
rc_member_table_count (RcDatabase *database, gint64 *count, GError **error)
{
  return rc_table_get_int (database, count, error, "SELECT count (*) FROM members", "");
}

/**
 * rc_member_table_has_email:
 * @database: a database
 * @email: an e-mail address
 * @found: (out): whether a member that was not removed has it, in any case
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_member_table_has_email (RcDatabase *database, const char *email, gboolean *found, GError **error)
{
  gint64 count;

  if (!rc_table_get_int (
          database, &count, error,
          "SELECT count (*) FROM members WHERE lower (email) = lower ($1) AND status <> 'removed'", "t",
          email))
    return FALSE;
  *found = count > 0;
  return TRUE;
}

/**
 * rc_member_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: the member; gets its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_member_table_insert (RcDatabase *database, gint64 seq, RcMemberRecord *record, GError **error)
{
  RcCollator *collator = rc_settings_table_get_collator (database, error);
  g_autoptr (GBytes) name_key = NULL;

  if (collator == NULL)
    return FALSE;
  name_key = rc_collator_get_key (collator, record->name);
  if (!rc_table_run (database, error,
                     "INSERT INTO members (change_seq, name, name_key, email, role, status) "
                     "VALUES ($1, $2, $3, $4, $5, $6)",
                     "ltbttt", seq, record->name, name_key, record->email,
                     rc_enum_to_nick (RC_TYPE_ROLE, (int) record->role),
                     rc_enum_to_nick (RC_TYPE_MEMBER_STATUS, (int) record->status)))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return TRUE;
}

/**
 * rc_member_table_load:
 * @database: a database
 * @id: a member's id
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the member; %NULL without an error where there is none
 */
RcMemberRecord *
rc_member_table_load (RcDatabase *database, gint64 id, GError **error)
{
  RcMemberRecord *record = NULL;
  RcStatement *statement = rc_table_query (database, error, RC_ROW_SELECT_MEMBER "WHERE m.id = $1", "l", id);

  if (statement == NULL)
    return NULL;
  if (rc_statement_step (statement, error))
    record = rc_row_read_member (statement);
  rc_statement_reset (statement);
  return record;
}

/**
 * rc_member_table_count_admins:
 * @database: a database
 * @count: (out): how many active primary admins there are (TM-1)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_member_table_count_admins (RcDatabase *database, gint64 *count, GError **error)
{
  return rc_table_get_int (database, count, error,
                           "SELECT count (*) FROM members WHERE role = 'primary-admin' AND status = 'active'",
                           "");
}

/**
 * rc_member_table_set:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a member's id
 * @role: its role from now on
 * @status: its status from now on
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_member_table_set (RcDatabase *database, gint64 seq, gint64 id, RcRole role, RcMemberStatus status,
                     GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE members SET change_seq = $1, role = $2, status = $3 WHERE id = $4", "lttl",
                       seq, rc_enum_to_nick (RC_TYPE_ROLE, (int) role),
                       rc_enum_to_nick (RC_TYPE_MEMBER_STATUS, (int) status), id);
}
