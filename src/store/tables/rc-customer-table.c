/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer-table.h"

#include "rc-change-table.h"
#include "rc-database-private.h"
#include "rc-enum-types.h"
#include "rc-message-table.h"
#include "rc-row.h"
#include "rc-settings-table.h"
#include "rc-table.h"
#include "rc-text.h"

/* Customers with their primary contact and their row of the search index. Terms and kept facts are in
 * rc-customer-term.c; lists for display in rc-customer-query.h. */

#define N_SEARCH_TEXTS 7

/**
 * rc_customer_table_claim_vip_id:
 * @database: a database in a transaction
 * @vip_id: an ID that is about to be issued
 * @claimed: (out): %FALSE where it was issued before, also to a customer that was removed (CU-4)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_claim_vip_id (RcDatabase *database, const char *vip_id, gboolean *claimed, GError **error)
{
  if (!rc_table_run (database, error, "INSERT INTO vip_ids (vip_id) VALUES ($1) ON CONFLICT DO NOTHING", "t",
                     vip_id))
    return FALSE;
  *claimed = sqlite3_changes (rc_database_get_handle (database)) > 0;
  return TRUE;
}

/**
 * rc_customer_table_find_vip_id:
 * @database: a database
 * @vip_id: a VIP ID
 * @own: (out): the customer that has it and has not moved away; 0: none
 * @moved: (out): whether a customer that has moved away had it (CH-5)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_find_vip_id (RcDatabase *database, const char *vip_id, gint64 *own, gboolean *moved,
                               GError **error)
{
  gint64 n_moved;

  if (!rc_table_get_int (database, own, error,
                         "SELECT id FROM customers WHERE vip_id = $1 AND moved_on IS NULL", "t", vip_id)
      || !rc_table_get_int (database, &n_moved, error,
                            "SELECT count (*) FROM customers WHERE vip_id = $1 AND moved_on IS NOT NULL", "t",
                            vip_id))
    return FALSE;
  *moved = n_moved > 0;
  return TRUE;
}

/**
 * rc_customer_table_find_double:
 * @database: a database
 * @name: an organization's name
 * @email: its primary contact's e-mail address
 * @found: (out caller-allocates): the membership with this name and contact (CU-8); id 0 where there is none
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_find_double (RcDatabase *database, const char *name, const char *email,
                               RcCustomerDouble *found, GError **error)
{
  g_autofree char *name_folded = rc_text_fold_name (name);
  g_autofree char *email_folded = rc_text_fold_name (email);
  g_autoptr (GError) fault = NULL;
  RcStatement *statement = rc_table_query (
      database, error,
      "SELECT customers.id, customers.vip_id FROM customers CROSS JOIN contacts ON contacts.customer_id = "
      "customers.id "
      "WHERE customers.name_folded = $1 AND contacts.email_folded = $2 AND contacts.role = 'primary' "
      "ORDER BY customers.id LIMIT 1",
      "tt", name_folded, email_folded);

  *found = (RcCustomerDouble){ 0 };
  if (statement == NULL)
    return FALSE;
  if (rc_statement_step (statement, &fault))
    {
      found->id = rc_statement_get_int (statement, 0);
      g_strlcpy (found->vip_id, rc_statement_get_text (statement, 1), sizeof found->vip_id);
    }
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* FI-4: what search looks in. Two spaces at the end, so that every character begins a trigram. */
static char *
search_text (const char *name, const char *english_name, const char *vip_id, const char *given_name,
             const char *family_name, const char *email, const char *city)
{
  g_autofree char *contact = g_strjoin (" ", given_name, family_name, NULL);
  g_autofree char *text =
      g_strjoin ("\n", name, english_name != NULL ? english_name : "", vip_id, contact, email, city, NULL);
  g_autofree char *folded = rc_text_fold (text);

  return g_strconcat (folded, "  ", NULL);
}

static char *
search_text_of (const RcCustomerRecord *record, const char *email)
{
  return search_text (record->name, record->english_name, record->vip_id, record->contact_given_name,
                      record->contact_family_name, email, record->city);
}

static void
on_search_text (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *texts[N_SEARCH_TEXTS];

  for (int i = 0; i < N_SEARCH_TEXTS; i++)
    texts[i] = (const char *) sqlite3_value_text (values[i]);
  sqlite3_result_text (context,
                       search_text (texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6]), -1,
                       g_free);
}

/**
 * rc_customer_table_prepare_search:
 * @database: a database
 * @error: RC_STORE_ERROR
 *
 * Gives the connection the function rc_search_text (name, english name, VIP ID, given name, family name, e-mail address,
 * city), of which only the English name may be NULL: the text in the search index (FI-4).
 *
 * Returns: whether it has it
 */
gboolean
rc_customer_table_prepare_search (RcDatabase *database, GError **error)
{
  int code =
      sqlite3_create_function_v2 (rc_database_get_handle (database), "rc_search_text", N_SEARCH_TEXTS,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, on_search_text, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  rc_database_set_error (database, code, error);
  return FALSE;
}

static gboolean
insert_contact (RcDatabase *database, const RcCustomerRecord *record, GError **error)
{
  g_autofree char *folded = rc_text_fold_name (record->contact_email);

  return rc_table_run (
      database, error,
      "INSERT INTO contacts (customer_id, role, given_name, family_name, email, email_folded) "
      "VALUES ($1, 'primary', $2, $3, $4, $5)",
      "ltttt", record->id, record->contact_given_name, record->contact_family_name, record->contact_email,
      folded);
}

/**
 * rc_customer_table_insert_unsearched:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: a customer without products; gets its id, which no removed customer had
 * @error: RC_STORE_ERROR
 *
 * rc_customer_table_insert() for many: rc_customer_bulk_end() makes the search rows.
 *
 * Returns: whether the customer and its contact were written
 */
gboolean
rc_customer_table_insert_unsearched (RcDatabase *database, gint64 seq, RcCustomerRecord *record,
                                     GError **error)
{
  RcCollator *collator = rc_settings_table_get_collator (database, error);
  g_autofree char *name_folded = NULL;
  g_autoptr (GBytes) name_key = NULL;
  RcStatement *statement;

  if (collator == NULL)
    return FALSE;
  name_folded = rc_text_fold_name (record->name);
  name_key = rc_collator_get_key (collator, record->name);
  statement = rc_table_query (
      database, error,
      "INSERT INTO customers (id, change_seq, vip_id, name, english_name, name_key, name_folded, segment, "
      "offer_type, country, region, street, city, postal_code, language, managed_by, invitation_status, "
      "invited_on, accepted_on, custom_anniversary, anniversary_date, anniversary_anchor) "
      "VALUES (" RC_TABLE_NEXT_ID ("customers",
                                   "customer") ", $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
                                               "$13, $14, $15, $16, $17, $18, $19, $20, $21)",
      "ltttbttttttttt"
      "ltddidi",
      seq, record->vip_id, record->name, record->english_name, name_key, name_folded,
      rc_enum_to_nick (RC_TYPE_SEGMENT, (int) record->segment),
      rc_enum_to_nick (RC_TYPE_OFFER_TYPE, (int) record->offer_type), record->country, record->region,
      record->street, record->city, record->postal_code, record->language, record->managed_by,
      rc_enum_to_nick (RC_TYPE_INVITATION_STATUS, (int) record->invitation_status), record->invited_on,
      record->accepted_on, record->custom_anniversary ? 1 : 0, record->anniversary_date,
      record->anniversary_anchor);
  if (statement == NULL)
    return FALSE;
  if (record->anniversary_date == RC_DATE_NONE)
    rc_statement_bind_null (statement, "$21");
  if (!rc_statement_run (statement, error))
    return FALSE;
  record->id = rc_database_last_insert_id (database);
  return insert_contact (database, record, error);
}

/**
 * rc_customer_table_insert:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: a customer without products; gets its id, which no removed customer had
 * @error: RC_STORE_ERROR
 *
 * Returns: whether the customer, its contact and its search row were written
 */
gboolean
rc_customer_table_insert (RcDatabase *database, gint64 seq, RcCustomerRecord *record, GError **error)
{
  g_autofree char *search = NULL;

  if (!rc_customer_table_insert_unsearched (database, seq, record, error))
    return FALSE;
  search = search_text_of (record, record->contact_email);
  return rc_table_run (database, error, "INSERT INTO customer_search (rowid, text) VALUES ($1, $2)", "lt",
                       record->id, search);
}

/**
 * rc_customer_table_load:
 * @database: a database
 * @id: a customer's id
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the customer with its primary contact; %NULL without an error where there is none
 */
RcCustomerRecord *
rc_customer_table_load (RcDatabase *database, gint64 id, GError **error)
{
  RcCustomerRecord *record = NULL;
  RcStatement *statement =
      rc_table_query (database, error, RC_ROW_SELECT_CUSTOMER "WHERE c.id = $1", "l", id);

  if (statement == NULL)
    return NULL;
  if (rc_statement_step (statement, error))
    record = rc_row_read_customer (statement);
  rc_statement_reset (statement);
  return record;
}

/**
 * rc_customer_table_set_email:
 * @database: a database in a transaction
 * @seq: the change number
 * @record: the customer as it is
 * @email: the primary contact's new e-mail address (CU-6)
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written, in the search row too
 */
gboolean
rc_customer_table_set_email (RcDatabase *database, gint64 seq, const RcCustomerRecord *record,
                             const char *email, GError **error)
{
  g_autofree char *folded = rc_text_fold_name (email);
  g_autofree char *search = search_text_of (record, email);

  return rc_table_run (
             database, error,
             "UPDATE contacts SET email = $1, email_folded = $2 WHERE customer_id = $3 AND role = 'primary'",
             "ttl", email, folded, record->id)
         && rc_table_run (database, error, "UPDATE customers SET change_seq = $1 WHERE id = $2", "ll", seq,
                          record->id)
         && rc_table_run (database, error, "UPDATE customer_search SET text = $1 WHERE rowid = $2", "tl",
                          search, record->id);
}

/**
 * rc_customer_table_set_reminded:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer
 * @reminded_on: when the invitation was sent again
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_customer_table_set_reminded (RcDatabase *database, gint64 seq, gint64 id, RcDate reminded_on,
                                GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE customers SET change_seq = $1, reminded_on = $2 WHERE id = $3", "ldl", seq,
                       reminded_on, id);
}

/**
 * rc_customer_table_set_accepted:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer
 * @accepted_on: when the primary contact accepted (CU-7)
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_customer_table_set_accepted (RcDatabase *database, gint64 seq, gint64 id, RcDate accepted_on,
                                GError **error)
{
  return rc_table_run (
      database, error,
      "UPDATE customers SET change_seq = $1, invitation_status = 'accepted', accepted_on = $2 "
      "WHERE id = $3",
      "ldl", seq, accepted_on, id);
}

/**
 * rc_customer_table_set_moved:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer
 * @moved_on: when it moved to another reseller (CH-5)
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_customer_table_set_moved (RcDatabase *database, gint64 seq, gint64 id, RcDate moved_on, GError **error)
{
  return rc_table_run (database, error, "UPDATE customers SET change_seq = $1, moved_on = $2 WHERE id = $3",
                       "ldl", seq, moved_on, id);
}

/**
 * rc_customer_table_set_manager:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer
 * @managed_by: a member's id (CU-10)
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_customer_table_set_manager (RcDatabase *database, gint64 seq, gint64 id, gint64 managed_by, GError **error)
{
  return rc_table_run (database, error, "UPDATE customers SET change_seq = $1, managed_by = $2 WHERE id = $3",
                       "lll", seq, managed_by, id);
}

/**
 * rc_customer_table_remove:
 * @database: a database in a transaction
 * @seq: the change number
 * @id: a customer that never had an order (CU-9)
 * @error: RC_STORE_ERROR
 *
 * Removes the customer, its contacts, licences and purchase authorizations, and the mails to it that were not sent;
 * tombstones stay, and so do its VIP ID and its activity.
 *
 * Returns: whether it was done
 */
gboolean
rc_customer_table_remove (RcDatabase *database, gint64 seq, gint64 id, GError **error)
{
  return rc_message_table_withdraw (database, seq, id, error)
         && rc_table_run (
             database, error,
             "INSERT INTO tombstones (change_seq, kind, row_id) SELECT $1, 'purchase-authorization', id "
             "FROM purchase_authorizations WHERE customer_id = $2",
             "ll", seq, id)
         && rc_change_table_bury (database, seq, "customer", id, error)
         && rc_table_run (database, error, "DELETE FROM customer_search WHERE rowid = $1", "l", id)
         && rc_table_run (database, error, "DELETE FROM customers WHERE id = $1", "l", id);
}

/**
 * rc_customer_table_hand_over:
 * @database: a database in a transaction
 * @seq: the change number
 * @from: a member
 * @to: who manages all customers of @from from now on, but for those that have moved away (TM-2, CH-5)
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was done
 */
gboolean
rc_customer_table_hand_over (RcDatabase *database, gint64 seq, gint64 from, gint64 to, GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE customers SET change_seq = $1, managed_by = $2 WHERE managed_by = $3 AND "
                       "moved_on IS NULL",
                       "lll", seq, to, from);
}

/**
 * rc_customer_table_count_managed:
 * @database: a database
 * @member_id: a member
 * @count: (out): how many customers it manages that have not moved away
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_customer_table_count_managed (RcDatabase *database, gint64 member_id, gint64 *count, GError **error)
{
  return rc_table_get_int (database, count, error,
                           "SELECT count (*) FROM customers WHERE managed_by = $1 AND moved_on IS NULL", "l",
                           member_id);
}
