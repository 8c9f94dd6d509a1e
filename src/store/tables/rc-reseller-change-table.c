/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-reseller-change-table.h"

#include "rc-row.h"
#include "rc-table.h"

/* Requests to become the reseller of a membership (CH-1), and the codes that were sent for them (CH-2). Lists for display
 * come from rc-reseller-change-query.h. */

#define NEWEST_CODE "(SELECT max (id) FROM reseller_codes WHERE reseller_change_id = $1)"

/**
 * rc_reseller_change_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: a request without a code; gets its id
 * @requested_by: the member who makes it
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_reseller_change_table_insert (RcDatabase *database, gint64 seq, RcResellerChangeRecord *record,
                                 gint64 requested_by, GError **error)
{
  if (!rc_table_run (database, error,
                     "INSERT INTO reseller_changes (change_seq, vip_id, admin_email, language, requested_by, "
                     "requested_at) VALUES ($1, $2, $3, $4, $5, $6)",
                     "ltttll", seq, record->vip_id, record->admin_email, record->language, requested_by,
                     record->requested_at))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return TRUE;
}

static RcResellerChangeRecord *
read_one (RcStatement *statement, GError **error)
{
  RcResellerChangeRecord *record = NULL;

  if (statement == NULL)
    return NULL;
  if (rc_statement_step (statement, error))
    record = rc_row_read_reseller_change (statement);
  rc_statement_reset (statement);
  return record;
}

/**
 * rc_reseller_change_table_load:
 * @database: a database
 * @id: a request's id
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the request; %NULL without an error where there is none
 */
RcResellerChangeRecord *
rc_reseller_change_table_load (RcDatabase *database, gint64 id, GError **error)
{
  return read_one (rc_table_query (database, error, RC_ROW_SELECT_RESELLER_CHANGE "WHERE r.id = $1", "l", id),
                   error);
}

/**
 * rc_reseller_change_table_find_open:
 * @database: a database
 * @vip_id: a VIP ID
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the newest request for this membership that was not completed, its code expired or
 *   not; %NULL without an error where there is none
 */
RcResellerChangeRecord *
rc_reseller_change_table_find_open (RcDatabase *database, const char *vip_id, GError **error)
{
  return read_one (rc_table_query (database, error,
                                   RC_ROW_SELECT_RESELLER_CHANGE
                                   "WHERE r.vip_id = $1 AND r.completed_on IS NULL ORDER BY r.id DESC LIMIT "
                                   "1",
                                   "t", vip_id),
                   error);
}

/**
 * rc_reseller_change_table_set_email:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a request's id
 * @email: to whom its codes go from now on
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_reseller_change_table_set_email (RcDatabase *database, gint64 seq, gint64 id, const char *email,
                                    GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE reseller_changes SET change_seq = $1, admin_email = $2 WHERE id = $3", "ltl",
                       seq, email, id);
}

/**
 * rc_reseller_change_table_complete:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a request's id
 * @completed_on: the day on which the customer changed
 * @customer_id: the customer
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_reseller_change_table_complete (RcDatabase *database, gint64 seq, gint64 id, RcDate completed_on,
                                   gint64 customer_id, GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE reseller_changes SET change_seq = $1, completed_on = $2, customer_id = $3 "
                       "WHERE id = $4",
                       "ldll", seq, completed_on, customer_id, id);
}

/**
 * rc_reseller_change_table_add_code:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: a request, with the times of the code
 * @digest: the code's digest
 * @salt: the digest's salt
 * @message_id: the mail that holds the code
 * @error: RC_STORE_ERROR
 *
 * Makes a new code the valid one.
 *
 * Returns: whether it was written
 */
gboolean
rc_reseller_change_table_add_code (RcDatabase *database, gint64 seq, const RcResellerChangeRecord *record,
                                   GBytes *digest, GBytes *salt, gint64 message_id, GError **error)
{
  return rc_table_run (database, error,
                       "INSERT INTO reseller_codes (change_seq, reseller_change_id, digest, salt, sent_at, "
                       "expires_at, message_id) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                       "llbblll", seq, record->id, digest, salt, record->sent_at, record->expires_at,
                       message_id);
}

/**
 * rc_reseller_change_table_load_code:
 * @database: a database
 * @id: a request's id
 * @digest: (out) (transfer full) (nullable): its newest code's digest; %NULL where none was sent yet
 * @salt: (out) (transfer full) (nullable): the digest's salt
 * @message_id: (out): the mail that holds the code
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_reseller_change_table_load_code (RcDatabase *database, gint64 id, GBytes **digest, GBytes **salt,
                                    gint64 *message_id, GError **error)
{
  g_autoptr (GError) fault = NULL;
  RcStatement *statement =
      rc_table_query (database, error,
                      "SELECT digest, salt, message_id FROM reseller_codes WHERE id = " NEWEST_CODE, "l", id);

  *digest = NULL;
  *salt = NULL;
  *message_id = 0;
  if (statement == NULL)
    return FALSE;
  if (rc_statement_step (statement, &fault))
    {
      *digest = rc_statement_get_blob (statement, 0);
      *salt = rc_statement_get_blob (statement, 1);
      *message_id = rc_statement_get_int (statement, 2);
    }
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/**
 * rc_reseller_change_table_count_codes:
 * @database: a database
 * @from: µs since the epoch, UTC
 * @to: µs since the epoch, UTC; not included
 * @count: (out): how many codes were sent in between, for whichever membership (CH-3)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_reseller_change_table_count_codes (RcDatabase *database, gint64 from, gint64 to, gint64 *count,
                                      GError **error)
{
  return rc_table_get_int (database, count, error,
                           "SELECT count (*) FROM reseller_codes WHERE sent_at >= $1 AND sent_at < $2", "ll",
                           from, to);
}
