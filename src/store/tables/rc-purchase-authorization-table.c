/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-purchase-authorization-table.h"

#include "rc-enum-types.h"
#include "rc-line-table.h"
#include "rc-row.h"
#include "rc-table.h"

/* Purchase authorizations with their lines. Their age is not stored (PA-2). */

/**
 * rc_purchase_authorization_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: an open purchase authorization with its lines; gets its id
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_purchase_authorization_table_insert (RcDatabase *database, gint64 seq, RcPaRecord *record, GError **error)
{
  if (!rc_table_run (
          database, error,
          "INSERT INTO purchase_authorizations (id, change_seq, customer_id, number, date, po_number, "
          "requested_by_customer, status, term) VALUES (" RC_TABLE_NEXT_ID (
              "purchase_authorizations", "purchase-authorization") ", $1, $2, $3, $4, $5, $6, 'open', $7)",
          "lltdtii", seq, record->customer_id, record->number, record->date, record->po_number,
          record->requested_by_customer ? 1 : 0, record->term))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return rc_line_table_insert (database, RC_LINE_OWNER_PURCHASE_AUTHORIZATION, record->id, record->lines,
                               error);
}

/**
 * rc_purchase_authorization_table_load:
 * @database: a database
 * @id: a purchase authorization's id
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the purchase authorization with its lines; %NULL without an error where there is
 *   none
 */
RcPaRecord *
rc_purchase_authorization_table_load (RcDatabase *database, gint64 id, GError **error)
{
  g_autoptr (RcPaRecord) record = NULL;
  RcStatement *statement = rc_table_query (database, error, RC_ROW_SELECT_PA "WHERE a.id = $1", "l", id);

  if (statement == NULL)
    return NULL;
  if (rc_statement_step (statement, error))
    record = rc_row_read_pa (statement);
  rc_statement_reset (statement);
  if (record == NULL)
    return NULL;
  record->lines = rc_line_table_load (database, RC_LINE_OWNER_PURCHASE_AUTHORIZATION, id, error);
  return record->lines != NULL ? g_steal_pointer (&record) : NULL;
}

/**
 * rc_purchase_authorization_table_end:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: an open purchase authorization
 * @status: what becomes of it: ordered, canceled or closed unpaid
 * @ended_on: when
 * @reason: (nullable): why it is closed unpaid (PA-8)
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_purchase_authorization_table_end (RcDatabase *database, gint64 seq, gint64 id, RcPaStatus status,
                                     RcDate ended_on, const char *reason, GError **error)
{
  return rc_table_run (
      database, error,
      "UPDATE purchase_authorizations SET change_seq = $1, status = $2, ended_on = $3, reason = $4 "
      "WHERE id = $5 AND status = 'open'",
      "ltdtl", seq, rc_enum_to_nick (RC_TYPE_PA_STATUS, (int) status), ended_on, reason, id);
}
