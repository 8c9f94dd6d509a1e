/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-commitment-table.h"

#include "rc-row.h"
#include "rc-table.h"

/* The 3-year commits of customers, of which at most one runs at a time (VS-2). */

/**
 * rc_commitment_table_find:
 * @database: a database
 * @customer_id: a customer
 * @record: (out) (transfer full) (nullable): its latest 3-year commit; %NULL where it never had one
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_commitment_table_find (RcDatabase *database, gint64 customer_id, RcCommitmentRecord **record,
                          GError **error)
{
  RcStatement *statement = rc_table_query (database, error,
                                           RC_ROW_SELECT_COMMITMENT
                                           "WHERE customer_id = $1 ORDER BY ends_on DESC, id DESC LIMIT 1",
                                           "l", customer_id);
  g_autoptr (GPtrArray) records = NULL;

  *record = NULL;
  if (statement == NULL)
    return FALSE;
  records =
      rc_row_read_all (statement, rc_row_read_commitment, (GDestroyNotify) rc_commitment_record_free, error);
  if (records != NULL && records->len > 0)
    *record = g_ptr_array_steal_index (records, 0);
  return records != NULL;
}

/**
 * rc_commitment_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @customer_id: whose it is
 * @record: a 3-year commit; gets its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_commitment_table_insert (RcDatabase *database, gint64 seq, gint64 customer_id, RcCommitmentRecord *record,
                            GError **error)
{
  if (!rc_table_run (database, error,
                     "INSERT INTO commitments (change_seq, customer_id, quantity, starts_on, ends_on) "
                     "VALUES ($1, $2, $3, $4, $5)",
                     "llidd", seq, customer_id, record->quantity, record->starts_on, record->ends_on))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return TRUE;
}

/**
 * rc_commitment_table_end:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a 3-year commit
 * @ends_on: the first day without it, later than its first
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_commitment_table_end (RcDatabase *database, gint64 seq, gint64 id, RcDate ends_on, GError **error)
{
  return rc_table_run (database, error, "UPDATE commitments SET change_seq = $1, ends_on = $2 WHERE id = $3",
                       "ldl", seq, ends_on, id);
}
