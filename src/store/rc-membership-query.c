/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-membership-query.h"

#include "rc-customer-query.h"
#include "rc-customer-table.h"
#include "rc-database-private.h"
#include "rc-enum-types.h"
#include "rc-row.h"

/* One customer with all that the detail pane shows, as of one state of the file. What it means today (states, what may
 * be done) is for core and model. */

/**
 * rc_membership_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_membership_record_free (RcMembershipRecord *record)
{
  if (record == NULL)
    return;
  g_clear_pointer (&record->customer, rc_customer_record_free);
  g_clear_pointer (&record->licences, g_ptr_array_unref);
  g_clear_pointer (&record->purchase_authorizations, g_ptr_array_unref);
  g_clear_pointer (&record->orders, g_ptr_array_unref);
  g_clear_pointer (&record->renewals, g_ptr_array_unref);
  g_clear_pointer (&record->returns, g_ptr_array_unref);
  g_clear_pointer (&record->commitment, rc_commitment_record_free);
  g_free (record);
}

/**
 * rc_membership_record_count_committable:
 * @record: a customer
 *
 * Returns: the most that can be committed to (VS-2): its licences, paid for or not, without consumables
 */
int
rc_membership_record_count_committable (const RcMembershipRecord *record)
{
  int count = 0;

  for (guint i = 0; i < record->licences->len; i++)
    {
      const RcLicenceRecord *licence = record->licences->pdata[i];

      if (licence->licence_kind != RC_LICENCE_KIND_CONSUMABLE)
        count += licence->ordered + licence->pending;
    }
  return count;
}

typedef struct
{
  RcRenewalRecord record;
  gint64 order_id;
} RenewalRow;

static gpointer
read_renewal (RcStatement *statement)
{
  RenewalRow *row = g_new0 (RenewalRow, 1);

  row->record.id = rc_statement_get_int (statement, 0);
  row->record.order_number = rc_statement_dup_text (statement, 1);
  row->record.date = rc_statement_get_date (statement, 2);
  row->record.old_anniversary_date = rc_statement_get_date (statement, 3);
  row->record.new_anniversary_date = rc_statement_get_date (statement, 4);
  row->order_id = rc_statement_get_int (statement, 5);
  return row;
}

/* All rows that belong to $1. */
static GPtrArray *
read_rows (RcDatabase *database, const char *sql, gint64 owner_id, RcRowReadFunc read_row,
           GDestroyNotify free_row, GError **error)
{
  RcStatement *statement = rc_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  rc_statement_bind_int (statement, "$1", owner_id);
  return rc_row_read_all (statement, read_row, free_row, error);
}

static GPtrArray *
read_pa_lines (RcDatabase *database, gint64 pa_id, GError **error)
{
  return read_rows (
      database,
      RC_ROW_SELECT_LINE ("purchase_authorization_lines") "WHERE l.pa_id = $1 ORDER BY p.name, p.id", pa_id,
      rc_row_read_line, (GDestroyNotify) rc_line_record_free, error);
}

static GPtrArray *
read_order_lines (RcDatabase *database, gint64 order_id, GError **error)
{
  return read_rows (database,
                    RC_ROW_SELECT_LINE ("order_lines") "WHERE l.order_id = $1 ORDER BY p.name, p.id",
                    order_id, rc_row_read_line, (GDestroyNotify) rc_line_record_free, error);
}

static GPtrArray *
read_pas (RcDatabase *database, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) pas =
      read_rows (database, RC_ROW_SELECT_PA "WHERE a.customer_id = $1 ORDER BY a.date DESC, a.id DESC",
                 customer_id, rc_row_read_pa, (GDestroyNotify) rc_pa_record_free, error);

  for (guint i = 0; pas != NULL && i < pas->len; i++)
    {
      RcPaRecord *pa = g_ptr_array_index (pas, i);

      pa->lines = read_pa_lines (database, pa->id, error);
      if (pa->lines == NULL)
        return NULL;
    }
  return g_steal_pointer (&pas);
}

static GPtrArray *
read_orders (RcDatabase *database, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) orders =
      read_rows (database, RC_ROW_SELECT_ORDER "WHERE o.customer_id = $1 ORDER BY o.date DESC, o.id DESC",
                 customer_id, rc_row_read_order, (GDestroyNotify) rc_order_record_free, error);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      RcOrderRecord *order = g_ptr_array_index (orders, i);

      order->lines = read_order_lines (database, order->id, error);
      if (order->lines == NULL)
        return NULL;
    }
  return g_steal_pointer (&orders);
}

static GPtrArray *
read_renewals (RcDatabase *database, gint64 customer_id, GError **error)
{
  /* The record is the row's first member: freeing the one frees the other. */
  g_autoptr (GPtrArray) renewals =
      read_rows (database,
                 "SELECT r.id, o.number, o.date, r.old_anniversary_date, r.new_anniversary_date, o.id"
                 " FROM renewals r JOIN orders o ON o.id = r.order_id"
                 " WHERE r.customer_id = $1 ORDER BY o.date DESC, r.id DESC",
                 customer_id, read_renewal, (GDestroyNotify) rc_renewal_record_free, error);

  for (guint i = 0; renewals != NULL && i < renewals->len; i++)
    {
      RenewalRow *row = g_ptr_array_index (renewals, i);

      row->record.lines = read_order_lines (database, row->order_id, error);
      if (row->record.lines == NULL)
        return NULL;
    }
  return g_steal_pointer (&renewals);
}

static GPtrArray *
read_licences (RcDatabase *database, gint64 customer_id, GError **error)
{
  return read_rows (database, RC_ROW_SELECT_LICENCE "WHERE l.customer_id = $1 ORDER BY p.name, p.id",
                    customer_id, rc_row_read_licence, (GDestroyNotify) rc_licence_record_free, error);
}

static void
add_return (GPtrArray *lines, const RcReturnRecord *record)
{
  for (guint i = 0; i < lines->len; i++)
    {
      RcLineRecord *line = g_ptr_array_index (lines, i);

      if (line->id != record->order_line_id)
        continue;
      if (record->status == RC_RETURN_STATUS_APPROVED)
        line->returned += record->quantity;
      else if (record->status == RC_RETURN_STATUS_REQUESTED)
        line->return_requested += record->quantity;
    }
}

/* The returns, and on each order's line what of it they concern. */
static gboolean
load_returns (RcDatabase *database, RcMembershipRecord *record, gint64 customer_id, GError **error)
{
  record->returns = read_rows (
      database, RC_ROW_SELECT_RETURN "WHERE o.customer_id = $1 ORDER BY r.requested_on DESC, r.id DESC",
      customer_id, rc_row_read_return, (GDestroyNotify) rc_return_record_free, error);
  for (guint i = 0; record->returns != NULL && i < record->returns->len; i++)
    {
      for (guint j = 0; j < record->orders->len; j++)
        add_return (((RcOrderRecord *) record->orders->pdata[j])->lines, record->returns->pdata[i]);
      for (guint j = 0; j < record->renewals->len; j++)
        add_return (((RcRenewalRecord *) record->renewals->pdata[j])->lines, record->returns->pdata[i]);
    }
  return record->returns != NULL;
}

static gboolean
load_commitment (RcDatabase *database, RcMembershipRecord *record, gint64 customer_id, GError **error)
{
  g_autoptr (GPtrArray) commitments = read_rows (
      database, RC_ROW_SELECT_COMMITMENT "WHERE customer_id = $1 ORDER BY ends_on DESC, id DESC LIMIT 1",
      customer_id, rc_row_read_commitment, (GDestroyNotify) rc_commitment_record_free, error);

  if (commitments != NULL && commitments->len > 0)
    record->commitment = g_ptr_array_steal_index (commitments, 0);
  return commitments != NULL;
}

/* VS-1: what was returned has been taken off already. */
static int
count_bought (GPtrArray *licences)
{
  int bought = 0;

  for (guint i = 0; i < licences->len; i++)
    {
      const RcLicenceRecord *licence = licences->pdata[i];

      if (licence->licence_kind != RC_LICENCE_KIND_CONSUMABLE)
        bought += licence->ordered;
    }
  return bought;
}

static gboolean
load_history (RcDatabase *database, RcMembershipRecord *record, gint64 customer_id, GError **error)
{
  record->purchase_authorizations = read_pas (database, customer_id, error);
  if (record->purchase_authorizations == NULL)
    return FALSE;
  record->orders = read_orders (database, customer_id, error);
  if (record->orders == NULL)
    return FALSE;
  record->renewals = read_renewals (database, customer_id, error);
  return record->renewals != NULL && load_returns (database, record, customer_id, error);
}

static RcMembershipRecord *
load (RcDatabase *database, gint64 customer_id, GError **error)
{
  g_autoptr (RcMembershipRecord) record = g_new0 (RcMembershipRecord, 1);
  g_autoptr (GPtrArray) customers = rc_customer_query_fetch (database, &customer_id, 1, NULL, error);

  if (customers == NULL || g_ptr_array_index (customers, 0) == NULL)
    return NULL;
  record->customer = g_ptr_array_steal_index (customers, 0);
  record->licences = read_licences (database, customer_id, error);
  if (record->licences == NULL)
    return NULL;
  record->bought = count_bought (record->licences);
  if (!rc_customer_table_get_term_start (database, customer_id, &record->term_starts_on, error))
    return NULL;
  if (!load_history (database, record, customer_id, error)
      || !load_commitment (database, record, customer_id, error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * rc_membership_query_load:
 * @database: a connection
 * @customer_id: a customer's id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the customer with licences, purchase authorizations, orders, renewals (RN-8),
 *   returns (OR-4) and its 3-year commit (VS-2); %NULL without an error where there is no such customer
 */
RcMembershipRecord *
rc_membership_query_load (RcDatabase *database, gint64 customer_id, GError **error)
{
  RcMembershipRecord *record;
  gboolean own_view;

  g_return_val_if_fail (RC_IS_DATABASE (database), NULL);

  if (!rc_database_begin_view (database, &own_view, error))
    return NULL;
  record = load (database, customer_id, error);
  if (own_view)
    rc_database_rollback (database);
  return record;
}
