/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-add-member.h"
#include "rc-assign-manager.h"
#include "rc-cancel-purchase-authorization.h"
#include "rc-import-customers.h"
#include "rc-place-direct-order.h"
#include "rc-record-acceptance.h"
#include "rc-remove-customers.h"
#include "rc-send-reminder.h"
#include "rc-set-assigned-licences.h"
#include "rc-vip-id.h"

static GArray *
one_id (gint64 id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  return ids;
}

static RcCommand *
remove_command (Fixture *fixture, gint64 id)
{
  g_autoptr (GArray) ids = one_id (id);

  return rc_remove_customers_new (fixture->admin, fixture->today, ids);
}

static RcCommand *
assigned_command (Fixture *fixture, gint64 id, const char *code, int assigned)
{
  g_autoptr (GPtrArray) lines = one_line (code, assigned);

  return rc_set_assigned_licences_new (fixture->admin, fixture->today, id, lines);
}

static void
order_one (Fixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 1);
  g_autofree char *number = next_number (fixture);

  do_command (fixture,
              rc_place_direct_order_new (fixture->admin, fixture->today, id, number, fixture->today, lines));
}

/* CU-4, CU-7, CU-10 */
static void
test_invite (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcCustomerData) customer_data = make_customer_data (fixture);
  g_autoptr (RcCommandResult) result = NULL;
  g_autoptr (RcCustomerRecord) customer = NULL;

  rc_customer_data_set (customer_data, RC_CUSTOMER_FIELD_NAME, "  Żółw sp. z o.o. ");
  rc_customer_data_set (customer_data, RC_CUSTOMER_FIELD_ENGLISH_NAME, "Zolw");
  rc_customer_data_set (customer_data, RC_CUSTOMER_FIELD_VIP_ID, "00000000000000000000");
  result = run_command (fixture, rc_invite_customer_new (fixture->admin, fixture->today, customer_data, 0));
  customer = load_customer (fixture, result->customer_id);
  g_assert_cmpstr (customer->name, ==, "Żółw sp. z o.o.");
  g_assert_cmpstr (customer->english_name, ==, "Zolw");
  g_assert_true (rc_vip_id_is_valid (customer->vip_id));
  g_assert_cmpstr (customer->vip_id, !=, "00000000000000000000");
  g_assert_cmpstr (customer->vip_id, ==, result->reference);
  g_assert_cmpint (customer->managed_by, ==, fixture->admin);
  g_assert_cmpint (customer->invitation_status, ==, RC_INVITATION_STATUS_PENDING);
  g_assert_cmpuint (customer->anniversary_date, ==, RC_DATE_NONE);
  g_assert_cmpint (
      get_int (fixture,
               "SELECT count (*) FROM customer_search WHERE text LIKE '%zolw sp%office@customer%skive  '"),
      ==, 1);
}

/* CU-1, CU-2, CU-3, CU-11 */
static void
test_invite_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    RcCustomerField field;
    const char *value;
    int code;
  } cases[] = {
    { RC_CUSTOMER_FIELD_NAME, NULL, RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_NAME, "Łódź", RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_SEGMENT, "charity", RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_POSTAL_CODE, "78000", RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_EMAIL, "a@b", RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_CITY, "Ski\u202eve", RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2027-02-14", RC_RULE_ERROR_EXTENDED_TERM },
    { RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2029-01-16", RC_RULE_ERROR_EXTENDED_TERM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcCustomerData) customer = make_customer_data (fixture);

      rc_customer_data_set (customer, cases[i].field, cases[i].value);
      assert_refused (fixture, rc_invite_customer_new (fixture->admin, fixture->today, customer, 0),
                      cases[i].code);
    }
  assert_refused (fixture, rc_invite_customer_new (fixture->admin, fixture->today, NULL, 0),
                  RC_RULE_ERROR_INVALID_DATA);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM vip_ids"), ==, 0);
}

/* CU-8: case and spaces make no other name; another address or another name does. */
static void
test_double (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *email;
    gboolean refused;
  } cases[] = {
    { "Aarhus Kommune", "it@aarhus.example", FALSE },    { "Aarhus Kommune", "it@aarhus.example", TRUE },
    { " aarhus   KOMMUNE ", "IT@Aarhus.example", TRUE }, { "Aarhus Kommune", "it2@aarhus.example", FALSE },
    { "Aarhus Kommune 2", "it@aarhus.example", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcCustomerData) customer = make_customer_data (fixture);
      g_autoptr (RcCommandResult) result = NULL;
      g_autoptr (GError) error = NULL;

      rc_customer_data_set (customer, RC_CUSTOMER_FIELD_NAME, cases[i].name);
      rc_customer_data_set (customer, RC_CUSTOMER_FIELD_EMAIL, cases[i].email);
      result =
          try_command (fixture, rc_invite_customer_new (fixture->admin, fixture->today, customer, 0), &error);
      g_assert_true ((result == NULL) == cases[i].refused);
      if (cases[i].refused)
        {
          g_autoptr (RcCustomerRecord) first = load_customer (fixture, 1);

          g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DUPLICATE_CUSTOMER);
          g_assert_nonnull (strstr (error->message, first->vip_id));
        }
    }
}

/* CU-6 */
static void
test_reminder (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (RcCommandResult) same =
      run_command (fixture, rc_send_reminder_new (fixture->admin, fixture->today + 1, id, NULL));
  g_autoptr (RcCustomerRecord) customer = NULL;

  do_command (fixture,
              rc_send_reminder_new (fixture->admin, fixture->today + 2, id, " new@customer.example "));
  customer = load_customer (fixture, id);
  g_assert_cmpstr (same->reference, ==, "office@customer.example");
  g_assert_cmpstr (customer->contact_email, ==, "new@customer.example");
  g_assert_cmpuint (customer->reminded_on, ==, fixture->today + 2);
  g_assert_cmpint (get_int (fixture,
                            "SELECT count (*) FROM messages WHERE kind = 'reminder' AND "
                            "recipient_email = 'new@customer.example' AND body LIKE '%15 January 2026%'"),
                   ==, 1);
  g_assert_cmpint (
      get_int (fixture, "SELECT count (*) FROM customer_search WHERE text LIKE '%new@customer%'"), ==, 1);
  assert_refused (fixture, rc_send_reminder_new (fixture->admin, fixture->today, id, "nowhere"),
                  RC_RULE_ERROR_INVALID_DATA);
  assert_refused (fixture, rc_send_reminder_new (fixture->admin, fixture->today, 99, NULL),
                  RC_RULE_ERROR_NOT_FOUND);
  do_command (fixture, rc_record_acceptance_new (fixture->admin, fixture->today + 3, id, fixture->today));
  assert_refused (fixture, rc_send_reminder_new (fixture->admin, fixture->today + 4, id, NULL),
                  RC_RULE_ERROR_NOT_PENDING);
}

/* CU-7 */
static void
test_acceptance (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  RcDate today = fixture->today;
  g_autoptr (RcCommandResult) result = NULL;
  g_autoptr (RcCustomerRecord) customer = NULL;

  assert_refused (fixture, rc_record_acceptance_new (fixture->admin, today, id, today - 1),
                  RC_RULE_ERROR_DATE);
  assert_refused (fixture, rc_record_acceptance_new (fixture->admin, today, id, today + 1),
                  RC_RULE_ERROR_DATE);
  result = run_command (fixture, rc_record_acceptance_new (fixture->admin, today, id, today));
  customer = load_customer (fixture, id);
  g_assert_cmpint (customer->invitation_status, ==, RC_INVITATION_STATUS_ACCEPTED);
  g_assert_cmpuint (customer->accepted_on, ==, today);
  assert_refused (fixture, rc_record_acceptance_new (fixture->admin, today, id, today),
                  RC_RULE_ERROR_NOT_PENDING);
}

/* CU-9, CU-4: with its mails that wait, but not with its history; neither its VIP ID nor its id comes back. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 1);
  g_autoptr (RcCustomerRecord) customer = load_customer (fixture, id);
  g_autoptr (RcCustomerData) again = make_customer_data (fixture);
  g_autoptr (RcCustomerRows) rows = rc_customer_rows_new ();
  g_autoptr (RcCommandResult) canceled = NULL;
  g_autoptr (RcCommandResult) removed = NULL;

  assert_refused (fixture, remove_command (fixture, id), RC_RULE_ERROR_NOT_REMOVABLE);
  canceled = run_command (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today, pa));
  removed = run_command (fixture, remove_command (fixture, id));
  g_assert_cmpint (removed->count, ==, 1);
  assert_refused (fixture, remove_command (fixture, id), RC_RULE_ERROR_NOT_FOUND);
  g_assert_cmpint (get_int (fixture,
                            "SELECT (SELECT count (*) FROM customers) + (SELECT count (*) FROM contacts) + "
                            "(SELECT count (*) FROM customer_search) + (SELECT count (*) FROM messages) + "
                            "(SELECT count (*) FROM purchase_authorizations)"),
                   ==, 0);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM activity WHERE customer_id = 1"), ==, 4);
  g_assert_cmpint (
      get_int (fixture, "SELECT count (*) FROM tombstones WHERE kind = 'customer' AND row_id = 1"), ==, 1);
  g_assert_cmpint (invite (fixture), ==, id + 1);

  rc_customer_data_set (again, RC_CUSTOMER_FIELD_VIP_ID, customer->vip_id);
  rc_customer_rows_add (rows, again);
  assert_refused (fixture, rc_import_customers_new (fixture->admin, fixture->today, rows, 0, FALSE),
                  RC_RULE_ERROR_DUPLICATE_CUSTOMER);
}

/* CU-9: all or none, and none that had an order. */
static void
test_remove_many (Fixture *fixture, gconstpointer data)
{
  gint64 ids[] = { invite (fixture), invite (fixture) };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (all, ids, G_N_ELEMENTS (ids));
  order_one (fixture, ids[1]);
  assert_refused (fixture, rc_remove_customers_new (fixture->admin, fixture->today, all),
                  RC_RULE_ERROR_NOT_REMOVABLE);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM customers"), ==, 2);
}

/* CU-10 */
static void
test_assign_manager (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (GArray) ids = one_id (id);
  g_autoptr (GArray) missing = one_id (99);
  g_autoptr (RcCommandResult) manager =
      run_command (fixture, rc_add_member_new (fixture->admin, fixture->today, "Account manager 1",
                                               "am1@reseller.example", RC_ROLE_ACCOUNT_MANAGER));
  g_autoptr (RcCommandResult) viewer =
      run_command (fixture, rc_add_member_new (fixture->admin, fixture->today, "Viewer 1",
                                               "v1@reseller.example", RC_ROLE_VIEWER));
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_assign_manager_new (fixture->admin, fixture->today, ids, manager->object_id));
  g_autoptr (RcCommandResult) again =
      run_command (fixture, rc_assign_manager_new (fixture->admin, fixture->today, ids, manager->object_id));
  g_autoptr (RcCustomerRecord) customer = load_customer (fixture, id);

  g_assert_cmpint (result->count, ==, 1);
  g_assert_cmpint (again->count, ==, 0);
  g_assert_cmpstr (customer->managed_by_name, ==, "Account manager 1");
  assert_refused (fixture, rc_assign_manager_new (fixture->admin, fixture->today, ids, viewer->object_id),
                  RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_assign_manager_new (fixture->admin, fixture->today, ids, 99),
                  RC_RULE_ERROR_NOT_FOUND);
  assert_refused (fixture, rc_assign_manager_new (fixture->admin, fixture->today, missing, fixture->admin),
                  RC_RULE_ERROR_NOT_FOUND);
}

/* PR-4, PR-5, PA-6 */
static void
test_assigned (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  g_autoptr (RcCommandResult) none = NULL;
  g_autoptr (RcCommandResult) canceled = NULL;

  do_command (fixture, assigned_command (fixture, id, TEAM_PRODUCT, 5));
  assert_refused (fixture, assigned_command (fixture, id, TEAM_PRODUCT, 6), RC_RULE_ERROR_ASSIGNED);
  assert_refused (fixture, assigned_command (fixture, id, TEAM_PRODUCT, -1), RC_RULE_ERROR_ASSIGNED);
  assert_refused (fixture, assigned_command (fixture, id, OTHER_PRODUCT, 1), RC_RULE_ERROR_ASSIGNED);
  assert_refused (fixture, assigned_command (fixture, id, "NO-SUCH", 1), RC_RULE_ERROR_NOT_FOUND);
  assert_refused (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today, pa),
                  RC_RULE_ERROR_ASSIGNED);
  none = run_command (fixture, assigned_command (fixture, id, TEAM_PRODUCT, 0));
  g_assert_cmpint (none->count, ==, 1);
  canceled = run_command (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today, pa));
}

/* CH-5 */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  g_autoptr (GArray) ids = one_id (id);
  RcCommand *commands[] = {
    pa_command (fixture, fixture->today, id, TEAM_PRODUCT, 1),
    rc_cancel_purchase_authorization_new (fixture->admin, fixture->today, pa),
    rc_send_reminder_new (fixture->admin, fixture->today, id, NULL),
    rc_record_acceptance_new (fixture->admin, fixture->today, id, fixture->today),
    assigned_command (fixture, id, TEAM_PRODUCT, 1),
    remove_command (fixture, id),
    rc_assign_manager_new (fixture->admin, fixture->today, ids, fixture->admin),
  };

  g_assert_true (
      rc_database_execute (fixture->database, "UPDATE customers SET moved_on = '2026-01-15'", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    assert_refused (fixture, commands[i], RC_RULE_ERROR_MOVED);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/customer/invite", test_invite);
  add_test ("/customer/invite-refused", test_invite_refused);
  add_test ("/customer/double", test_double);
  add_test ("/customer/reminder", test_reminder);
  add_test ("/customer/acceptance", test_acceptance);
  add_test ("/customer/remove", test_remove);
  add_test ("/customer/remove-many", test_remove_many);
  add_test ("/customer/assign-manager", test_assign_manager);
  add_test ("/customer/assigned", test_assigned);
  add_test ("/customer/moved", test_moved);
  return g_test_run ();
}
