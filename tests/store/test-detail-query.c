/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-log-query.h"
#include "rc-membership-query.h"
#include "store-fixture.h"

/* What is read besides the list: one membership, the logs, and the small lists. */

static const char rows_sql[] =
    "INSERT INTO products (id, change_seq, code, name, family, offer_type, licence_kind, for_commercial, "
    "for_government,"
    " for_education, open_to_pa, min_quantity) VALUES"
    " (1, 1, 'B', 'Beta', 'One', 'team', 'named-user', 1, 0, 1, 1, 2),"
    " (2, 1, 'A', 'Alpha', 'Two', 'enterprise', 'device', 1, 1, 1, 0, 1);"
    "INSERT INTO licences (customer_id, product_id, ordered, pending, assigned) VALUES (1, 1, 5, 3, 2), (1, "
    "2, 1, 0, 0);"
    "INSERT INTO purchase_authorizations (id, change_seq, customer_id, number, date, po_number, status, "
    "ended_on, reason)"
    " VALUES (1, 1, 1, 'PA-1', '2024-01-10', 'PO 7', 'ordered', '2024-01-20', NULL),"
    " (2, 1, 1, 'PA-2', '2024-03-01', NULL, 'open', NULL, NULL),"
    " (3, 1, 1, 'PA-3', '2024-03-01', NULL, 'closed-unpaid', '2024-03-09', 'Never paid');"
    "INSERT INTO purchase_authorization_lines (pa_id, product_id, quantity, months) VALUES (1, 1, 5, 12), "
    "(2, 1, 3, 11),"
    " (2, 2, 1, 11);"
    "INSERT INTO orders (id, change_seq, customer_id, number, date, kind, pa_id) VALUES"
    " (1, 1, 1, 'O-1', '2024-01-20', 'for-pa', 1), (2, 1, 1, 'O-2', '2024-02-01', 'renewal', NULL);"
    "INSERT INTO order_lines (order_id, product_id, quantity, months) VALUES (1, 1, 5, 12), (2, 2, 1, 12);"
    "INSERT INTO renewals (id, change_seq, customer_id, order_id, old_anniversary_date, "
    "new_anniversary_date) VALUES"
    " (1, 1, 1, 2, '2024-02-10', '2025-02-10');"
    "INSERT INTO returns (id, change_seq, order_line_id, quantity, status, requested_on, decided_on, reason) "
    "VALUES"
    " (1, 1, 1, 2, 'approved', '2024-01-21', '2024-01-22', NULL), (2, 1, 1, 1, 'rejected', '2024-01-21', "
    "'2024-01-22', 'In use'), (3, 1, 1, 3, 'requested', '2024-01-23', NULL, NULL);"
    "INSERT INTO commitments (change_seq, customer_id, quantity, starts_on, ends_on) VALUES"
    " (1, 1, 12, '2020-01-01', '2023-01-01'), (1, 1, 15, '2024-01-21', '2027-01-21');";

static RcDatabase *
create_filled (StoreFixture *fixture)
{
  RcDatabase *database = store_fixture_create (fixture);
  RcCustomerRecord record = {
    .id = 1, .vip_id = (char *) "0123456789ABCDEF0123", .name = (char *) "North", .managed_by = 1
  };

  store_fixture_add_member (fixture, database, 1, "Primary admin");
  store_fixture_add_customer (fixture, database, &record);
  store_fixture_execute (database, rows_sql);
  return database;
}

/* RN-8 */
static void
test_membership (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = create_filled (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcMembershipRecord) record = rc_membership_query_load (database, 1, &error);
  const RcLicenceRecord *licence;
  const RcPaRecord *pa;
  const RcOrderRecord *order;
  const RcRenewalRecord *renewal;

  g_assert_no_error (error);
  g_assert_cmpstr (record->customer->name, ==, "North");
  g_assert_cmpuint (record->licences->len, ==, 2);
  licence = g_ptr_array_index (record->licences, 1);
  g_assert_cmpstr (licence->product_name, ==, "Beta");
  g_assert_cmpint (licence->ordered, ==, 5);
  g_assert_cmpint (licence->pending, ==, 3);
  g_assert_cmpint (licence->assigned, ==, 2);

  g_assert_cmpuint (record->purchase_authorizations->len, ==, 3);
  pa = g_ptr_array_index (record->purchase_authorizations, 0);
  g_assert_cmpstr (pa->number, ==, "PA-3");
  g_assert_cmpstr (pa->reason, ==, "Never paid");
  pa = g_ptr_array_index (record->purchase_authorizations, 1);
  g_assert_cmpint (pa->status, ==, RC_PA_STATUS_OPEN);
  g_assert_cmpuint (pa->lines->len, ==, 2);
  g_assert_cmpint (((RcLineRecord *) pa->lines->pdata[1])->quantity, ==, 3);
  pa = g_ptr_array_index (record->purchase_authorizations, 2);
  g_assert_cmpstr (pa->order_number, ==, "O-1");
  g_assert_cmpstr (pa->po_number, ==, "PO 7");
  g_assert_cmpuint (pa->ended_on, ==, rc_date_new (2024, 1, 20));

  g_assert_cmpuint (record->orders->len, ==, 2);
  order = g_ptr_array_index (record->orders, 0);
  g_assert_cmpint (order->kind, ==, RC_ORDER_KIND_RENEWAL);
  g_assert_null (order->pa_number);
  order = g_ptr_array_index (record->orders, 1);
  g_assert_cmpstr (order->pa_number, ==, "PA-1");
  g_assert_cmpint (order->pa_id, ==, 1);

  g_assert_cmpuint (record->renewals->len, ==, 1);
  renewal = g_ptr_array_index (record->renewals, 0);
  g_assert_cmpstr (renewal->order_number, ==, "O-2");
  g_assert_cmpuint (renewal->new_anniversary_date, ==, rc_date_new (2025, 2, 10));
  g_assert_cmpstr (((RcLineRecord *) renewal->lines->pdata[0])->product_code, ==, "A");
}

/* OR-4, VS-1, VS-2 */
static void
test_returns_and_commitment (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = create_filled (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcMembershipRecord) record = rc_membership_query_load (database, 1, &error);
  const RcReturnRecord *given_back;
  const RcLineRecord *line;

  g_assert_no_error (error);
  g_assert_cmpuint (record->returns->len, ==, 3);
  given_back = g_ptr_array_index (record->returns, 0);
  g_assert_cmpint (given_back->status, ==, RC_RETURN_STATUS_REQUESTED);
  g_assert_cmpuint (given_back->decided_on, ==, RC_DATE_NONE);
  given_back = g_ptr_array_index (record->returns, 1);
  g_assert_cmpstr (given_back->order_number, ==, "O-1");
  g_assert_cmpstr (given_back->product_name, ==, "Beta");
  g_assert_cmpint (given_back->quantity, ==, 1);
  g_assert_cmpstr (given_back->reason, ==, "In use");
  line = ((RcOrderRecord *) record->orders->pdata[1])->lines->pdata[0];
  g_assert_cmpint (line->returned, ==, 2);
  g_assert_cmpint (line->return_requested, ==, 3);
  line = ((RcOrderRecord *) record->orders->pdata[0])->lines->pdata[0];
  g_assert_cmpint (line->returned, ==, 0);

  g_assert_cmpint (record->bought, ==, 6);
  g_assert_cmpint (record->commitment->quantity, ==, 15);
  g_assert_false (rc_commitment_record_is_running (record->commitment, rc_date_new (2024, 1, 20)));
  g_assert_true (rc_commitment_record_is_running (record->commitment, rc_date_new (2024, 1, 21)));
  g_assert_true (rc_commitment_record_is_running (record->commitment, rc_date_new (2027, 1, 20)));
  g_assert_false (rc_commitment_record_is_running (record->commitment, rc_date_new (2027, 1, 21)));
}

static void
test_no_membership (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = create_filled (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (rc_membership_query_load (database, 99, &error));
  g_assert_no_error (error);
}

static char *
describe_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", (int) g_array_index (ids, gint64, i));
  g_array_unref (ids);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *search;
  gint64 customer_id;
  const char *ids;
} LogCase;

static void
test_activity (StoreFixture *fixture, gconstpointer data)
{
  static const LogCase cases[] = { { NULL, 0, "3 2 1" },    { "", 0, "3 2 1" }, { "NÓRTH", 0, "3 1" },
                                   { "north 50%", 0, "3" }, { "n%h", 0, "" },   { NULL, 1, "3 1" },
                                   { "order", 1, "3" },     { NULL, 7, "" } };
  g_autoptr (RcDatabase) database = create_filled (fixture);
  gint64 ids[] = { 2, 1 };
  g_autoptr (GPtrArray) records = NULL;
  const RcActivityRecord *record;

  store_fixture_execute (
      database,
      "INSERT INTO activity (change_seq, at, member_id, member_name, command, customer_id, customer_name, "
      "details,"
      " search) VALUES (1, 10, 1, 'Primary admin', 'invite-customer', 1, 'North', '{}', 'primary admin "
      "north'),"
      " (2, 20, 1, 'Primary admin', 'set-policy', NULL, NULL, '{\"a\":[1,2]}', 'primary admin policy'),"
      " (3, 30, 1, 'Primary admin', 'place-order', 1, 'North', '{}', 'primary admin north order 50%')");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *listed = describe_ids (
          rc_activity_query_list_ids (database, cases[i].search, cases[i].customer_id, NULL, NULL));

      g_assert_cmpstr (listed, ==, cases[i].ids);
    }
  records = rc_activity_query_fetch (database, ids, G_N_ELEMENTS (ids), NULL, NULL);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->at, ==, 20);
  g_assert_cmpint (record->customer_id, ==, 0);
  g_assert_null (record->customer_name);
  g_assert_cmpstr (record->details, ==, "{\"a\":[1,2]}");
  record = g_ptr_array_index (records, 1);
  g_assert_cmpstr (record->command, ==, "invite-customer");
}

static void
test_messages (StoreFixture *fixture, gconstpointer data)
{
  static const LogCase cases[] = { { NULL, 0, "2 1" },  { "ŁÓDŹ", 0, "1" }, { "lodz invit", 0, "1" },
                                   { "it@", 0, "2 1" }, { NULL, 1, "1" },   { "secret", 0, "" } };
  g_autoptr (RcDatabase) database = create_filled (fixture);
  gint64 ids[] = { 1, 5 };
  guint64 n_waiting = 0;
  g_autoptr (GPtrArray) records = NULL;
  const RcMessageRecord *record;

  store_fixture_execute (database,
                         "INSERT INTO messages (change_seq, customer_id, kind, language, "
                         "recipient_name, recipient_email, subject, body,"
                         " message_id, status, created_at, sent_at, attempts, failure, search) VALUES"
                         " (1, 1, 'invitation', 'pl', 'IT Łódź', 'it@a.example', 'Invitation', "
                         "'secret', 'm1', 'waiting', 5, NULL, 0, NULL, 'it lodz\nit@a.example\ninvitation'),"
                         " (2, NULL, 'renewals-coming', 'en', 'IT', 'it@b.example', 'Renewals', "
                         "'secret', 'm2', 'failed', 6, NULL, 3, 'no', 'it\nit@b.example\nrenewals')");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *listed = describe_ids (
          rc_message_query_list_ids (database, cases[i].search, cases[i].customer_id, NULL, NULL));

      g_assert_cmpstr (listed, ==, cases[i].ids);
    }
  g_assert_true (rc_message_query_count_waiting (database, &n_waiting, NULL));
  g_assert_cmpuint (n_waiting, ==, 1);
  records = rc_message_query_fetch (database, ids, G_N_ELEMENTS (ids), NULL, NULL);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpint (record->kind, ==, RC_MESSAGE_KIND_INVITATION);
  g_assert_cmpint (record->status, ==, RC_MESSAGE_STATUS_WAITING);
  g_assert_cmpint (record->sent_at, ==, 0);
  g_assert_cmpstr (record->body, ==, "secret");
  g_assert_null (g_ptr_array_index (records, 1));
}

static void
test_small_lists (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = create_filled (fixture);
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (GPtrArray) members = NULL;
  const RcProductRecord *product;

  store_fixture_add_member (fixture, database, 2, "Account manager");
  products = rc_product_query_list (database, NULL);
  g_assert_cmpuint (products->len, ==, 2);
  product = g_ptr_array_index (products, 0);
  g_assert_cmpstr (product->code, ==, "B");
  g_assert_true (product->for_segment[RC_SEGMENT_COMMERCIAL]);
  g_assert_false (product->for_segment[RC_SEGMENT_GOVERNMENT]);
  g_assert_cmpint (product->min_quantity, ==, 2);
  members = rc_member_query_list (database, NULL);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (((RcMemberRecord *) members->pdata[0])->name, ==, "Account manager");
  g_assert_cmpint (((RcMemberRecord *) members->pdata[0])->role, ==, RC_ROLE_ACCOUNT_MANAGER);
}

static void
test_policy_and_settings (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (RcPolicy) policy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *value = NULL;
  const char *name = rc_policy_list_names ()[0];

  policy = rc_policy_query_load (database, &error);
  g_assert_no_error (error);
  g_assert_true (rc_policy_equal (policy, fixture->policy));
  g_clear_pointer (&policy, rc_policy_free);

  sql =
      g_strdup_printf ("INSERT INTO policy VALUES ('%s', 9); INSERT INTO settings VALUES ('me', '3')", name);
  store_fixture_execute (database, sql);
  policy = rc_policy_query_load (database, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rc_policy_get (policy, name), ==, 9);
  value = rc_settings_query_get (database, "me", &error);
  g_assert_cmpstr (value, ==, "3");
  g_assert_null (rc_settings_query_get (database, "you", &error));
  g_assert_no_error (error);

  store_fixture_execute (database, "INSERT INTO policy VALUES ('nonsense', 9)");
  g_assert_null (rc_policy_query_load (database, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/membership-query/everything-newest-first", test_membership);
  STORE_TEST ("/membership-query/returns-and-commitment", test_returns_and_commitment);
  STORE_TEST ("/membership-query/nobody", test_no_membership);
  STORE_TEST ("/log-query/activity", test_activity);
  STORE_TEST ("/log-query/messages", test_messages);
  STORE_TEST ("/log-query/small-lists", test_small_lists);
  STORE_TEST ("/log-query/policy-and-settings", test_policy_and_settings);
  return g_test_run ();
}
