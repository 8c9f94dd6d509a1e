/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-row.h"

#include "rc-enum-types.h"

/* How a row becomes a record, once for the queries of the window and for the tables of the commands. Which rows, and in which
 * order, is theirs to say. */

/**
 * rc_row_read_all:
 * @statement: a statement whose parameters are bound
 * @read_row: makes a record of a row
 * @free_row: frees one
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a record for each row, in their order; the array frees them
 */
GPtrArray *
rc_row_read_all (RcStatement *statement, RcRowReadFunc read_row, GDestroyNotify free_row, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GError) failure = NULL;

  while (rc_statement_step (statement, &failure))
    g_ptr_array_add (records, read_row (statement));
  rc_statement_reset (statement);
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * rc_row_fetch:
 * @database: a connection
 * @sql: a statement that gives the row whose id is $1
 * @read_row: makes a record of a row
 * @free_row: frees one
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 * @cancellable: (nullable): ends it
 * @error: RC_STORE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the records in the order of the ids, %NULL in the array where a row is gone; the
 *   array frees them
 */
GPtrArray *
rc_row_fetch (RcDatabase *database, const char *sql, RcRowReadFunc read_row, GDestroyNotify free_row,
              const gint64 *ids, gsize n_ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GError) failure = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  for (gsize i = 0; i < n_ids && failure == NULL; i++)
    {
      RcStatement *statement = rc_database_prepare (database, sql, error);

      if (statement == NULL)
        return NULL;
      rc_statement_bind_int (statement, "$1", ids[i]);
      g_ptr_array_add (records, rc_statement_step (statement, &failure) ? read_row (statement) : NULL);
      /* Steps over the row: a fault in it is told now. */
      if (failure == NULL && g_ptr_array_index (records, i) != NULL)
        rc_statement_run (statement, &failure);
    }
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
read_term (RcStatement *statement, RcCustomerRecord *record)
{
  record->invitation_status =
      (RcInvitationStatus) rc_statement_get_enum (statement, 15, RC_TYPE_INVITATION_STATUS);
  record->invited_on = rc_statement_get_date (statement, 16);
  record->reminded_on = rc_statement_get_date (statement, 17);
  record->accepted_on = rc_statement_get_date (statement, 18);
  record->moved_on = rc_statement_get_date (statement, 19);
  record->custom_anniversary = rc_statement_get_int (statement, 20) != 0;
  record->anniversary_date = rc_statement_get_date (statement, 21);
  record->anniversary_anchor = (int) rc_statement_get_int (statement, 22);
  record->oldest_open_pa = rc_statement_get_date (statement, 23);
  record->newest_open_pa = rc_statement_get_date (statement, 24);
  record->licences_total = (int) rc_statement_get_int (statement, 25);
  record->had_order = rc_statement_get_int (statement, 26) != 0;
  record->term = (int) rc_statement_get_int (statement, 27);
}

/**
 * rc_row_read_customer:
 * @statement: a statement that begins with RC_ROW_SELECT_CUSTOMER, at a row
 *
 * Returns: (transfer full): the customer with its manager's name and its primary contact
 */
gpointer
rc_row_read_customer (RcStatement *statement)
{
  RcCustomerRecord *record = g_new0 (RcCustomerRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->change_seq = rc_statement_get_int (statement, 1);
  record->vip_id = rc_statement_dup_text (statement, 2);
  record->name = rc_statement_dup_text (statement, 3);
  record->english_name = rc_statement_dup_text (statement, 4);
  record->segment = (RcSegment) rc_statement_get_enum (statement, 5, RC_TYPE_SEGMENT);
  record->offer_type = (RcOfferType) rc_statement_get_enum (statement, 6, RC_TYPE_OFFER_TYPE);
  record->country = rc_statement_dup_text (statement, 7);
  record->region = rc_statement_dup_text (statement, 8);
  record->street = rc_statement_dup_text (statement, 9);
  record->city = rc_statement_dup_text (statement, 10);
  record->postal_code = rc_statement_dup_text (statement, 11);
  record->language = rc_statement_dup_text (statement, 12);
  record->managed_by = rc_statement_get_int (statement, 13);
  record->managed_by_name = rc_statement_dup_text (statement, 14);
  read_term (statement, record);
  record->contact_given_name = rc_statement_dup_text (statement, 28);
  record->contact_family_name = rc_statement_dup_text (statement, 29);
  record->contact_email = rc_statement_dup_text (statement, 30);
  return record;
}

/**
 * rc_row_read_product:
 * @statement: a statement that begins with RC_ROW_SELECT_PRODUCT, at a row
 *
 * Returns: (transfer full): the product
 */
gpointer
rc_row_read_product (RcStatement *statement)
{
  RcProductRecord *record = g_new0 (RcProductRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->code = rc_statement_dup_text (statement, 1);
  record->name = rc_statement_dup_text (statement, 2);
  record->family = rc_statement_dup_text (statement, 3);
  record->offer_type = (RcOfferType) rc_statement_get_enum (statement, 4, RC_TYPE_OFFER_TYPE);
  record->licence_kind = (RcLicenceKind) rc_statement_get_enum (statement, 5, RC_TYPE_LICENCE_KIND);
  for (int segment = 0; segment < 3; segment++)
    record->for_segment[segment] = rc_statement_get_int (statement, 6 + segment) != 0;
  record->open_to_pa = rc_statement_get_int (statement, 9) != 0;
  record->min_quantity = (int) rc_statement_get_int (statement, 10);
  record->retired = rc_statement_get_int (statement, 11) != 0;
  return record;
}

/**
 * rc_row_read_member:
 * @statement: a statement that begins with RC_ROW_SELECT_MEMBER, at a row
 *
 * Returns: (transfer full): the member
 */
gpointer
rc_row_read_member (RcStatement *statement)
{
  RcMemberRecord *record = g_new0 (RcMemberRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->name = rc_statement_dup_text (statement, 1);
  record->email = rc_statement_dup_text (statement, 2);
  record->role = (RcRole) rc_statement_get_enum (statement, 3, RC_TYPE_ROLE);
  record->status = (RcMemberStatus) rc_statement_get_enum (statement, 4, RC_TYPE_MEMBER_STATUS);
  return record;
}

/**
 * rc_row_read_reseller_change:
 * @statement: a statement that begins with RC_ROW_SELECT_RESELLER_CHANGE, at a row
 *
 * Returns: (transfer full): the request with the times of its newest code
 */
gpointer
rc_row_read_reseller_change (RcStatement *statement)
{
  RcResellerChangeRecord *record = g_new0 (RcResellerChangeRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->vip_id = rc_statement_dup_text (statement, 1);
  record->admin_email = rc_statement_dup_text (statement, 2);
  record->language = rc_statement_dup_text (statement, 3);
  record->requested_at = rc_statement_get_int (statement, 4);
  record->sent_at = rc_statement_get_int (statement, 5);
  record->expires_at = rc_statement_get_int (statement, 6);
  record->completed_on = rc_statement_get_date (statement, 7);
  record->customer_id = rc_statement_get_int (statement, 8);
  record->customer_name = rc_statement_dup_text (statement, 9);
  return record;
}

/**
 * rc_row_read_pa:
 * @statement: a statement that begins with RC_ROW_SELECT_PA, at a row
 *
 * Returns: (transfer full): the purchase authorization with its order's number, without its lines
 */
gpointer
rc_row_read_pa (RcStatement *statement)
{
  RcPaRecord *record = g_new0 (RcPaRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->customer_id = rc_statement_get_int (statement, 1);
  record->number = rc_statement_dup_text (statement, 2);
  record->date = rc_statement_get_date (statement, 3);
  record->po_number = rc_statement_dup_text (statement, 4);
  record->requested_by_customer = rc_statement_get_int (statement, 5) != 0;
  record->status = (RcPaStatus) rc_statement_get_enum (statement, 6, RC_TYPE_PA_STATUS);
  record->ended_on = rc_statement_get_date (statement, 7);
  record->reason = rc_statement_dup_text (statement, 8);
  record->order_number = rc_statement_dup_text (statement, 9);
  record->term = (int) rc_statement_get_int (statement, 10);
  return record;
}

/**
 * rc_row_read_line:
 * @statement: a statement that begins with RC_ROW_SELECT_LINE, at a row
 *
 * Returns: (transfer full): the line with its product
 */
gpointer
rc_row_read_line (RcStatement *statement)
{
  RcLineRecord *record = g_new0 (RcLineRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->product_id = rc_statement_get_int (statement, 1);
  record->product_code = rc_statement_dup_text (statement, 2);
  record->product_name = rc_statement_dup_text (statement, 3);
  record->licence_kind = (RcLicenceKind) rc_statement_get_enum (statement, 4, RC_TYPE_LICENCE_KIND);
  record->quantity = (int) rc_statement_get_int (statement, 5);
  record->months = (int) rc_statement_get_int (statement, 6);
  return record;
}

/**
 * rc_row_read_licence:
 * @statement: a statement that begins with RC_ROW_SELECT_LICENCE, at a row
 *
 * Returns: (transfer full): what a customer holds of a product
 */
gpointer
rc_row_read_licence (RcStatement *statement)
{
  RcLicenceRecord *record = g_new0 (RcLicenceRecord, 1);

  record->product_id = rc_statement_get_int (statement, 0);
  record->product_code = rc_statement_dup_text (statement, 1);
  record->product_name = rc_statement_dup_text (statement, 2);
  record->licence_kind = (RcLicenceKind) rc_statement_get_enum (statement, 3, RC_TYPE_LICENCE_KIND);
  record->ordered = (int) rc_statement_get_int (statement, 4);
  record->pending = (int) rc_statement_get_int (statement, 5);
  record->assigned = (int) rc_statement_get_int (statement, 6);
  return record;
}

/**
 * rc_row_read_order:
 * @statement: a statement that begins with RC_ROW_SELECT_ORDER, at a row
 *
 * Returns: (transfer full): the order with its purchase authorization's number, without its lines
 */
gpointer
rc_row_read_order (RcStatement *statement)
{
  RcOrderRecord *record = g_new0 (RcOrderRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->customer_id = rc_statement_get_int (statement, 1);
  record->number = rc_statement_dup_text (statement, 2);
  record->date = rc_statement_get_date (statement, 3);
  record->kind = (RcOrderKind) rc_statement_get_enum (statement, 4, RC_TYPE_ORDER_KIND);
  record->pa_id = rc_statement_get_int (statement, 5);
  record->pa_number = rc_statement_dup_text (statement, 6);
  record->term = (int) rc_statement_get_int (statement, 7);
  return record;
}

/**
 * rc_row_read_return:
 * @statement: a statement that begins with RC_ROW_SELECT_RETURN, at a row
 *
 * Returns: (transfer full): the return with its order's number and its product's name
 */
gpointer
rc_row_read_return (RcStatement *statement)
{
  RcReturnRecord *record = g_new0 (RcReturnRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->order_line_id = rc_statement_get_int (statement, 1);
  record->order_number = rc_statement_dup_text (statement, 2);
  record->product_name = rc_statement_dup_text (statement, 3);
  record->quantity = (int) rc_statement_get_int (statement, 4);
  record->status = (RcReturnStatus) rc_statement_get_enum (statement, 5, RC_TYPE_RETURN_STATUS);
  record->requested_on = rc_statement_get_date (statement, 6);
  record->decided_on = rc_statement_get_date (statement, 7);
  record->reason = rc_statement_dup_text (statement, 8);
  return record;
}

/**
 * rc_row_read_commitment:
 * @statement: a statement that begins with RC_ROW_SELECT_COMMITMENT, at a row
 *
 * Returns: (transfer full): the 3-year commit
 */
gpointer
rc_row_read_commitment (RcStatement *statement)
{
  RcCommitmentRecord *record = g_new0 (RcCommitmentRecord, 1);

  record->id = rc_statement_get_int (statement, 0);
  record->quantity = (int) rc_statement_get_int (statement, 1);
  record->starts_on = rc_statement_get_date (statement, 2);
  record->ends_on = rc_statement_get_date (statement, 3);
  return record;
}
