/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-add-member.h"
#include "rc-assign-manager.h"
#include "rc-close-unpaid.h"
#include "rc-import-catalogue.h"
#include "rc-message-composer.h"
#include "rc-remove-customers.h"
#include "rc-set-policy.h"

static gint64
add_member (Fixture *fixture, RcRole role)
{
  g_autofree char *email = g_strdup_printf ("member%u@reseller.example", ++fixture->serial);
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_add_member_new (fixture->admin, fixture->today, "Team member", email, role));

  return result->object_id;
}

static gint64
count_all_rows (Fixture *fixture)
{
  return get_int (
      fixture, "SELECT (SELECT count (*) FROM customers) + (SELECT count (*) FROM contacts) + "
               "(SELECT count (*) FROM vip_ids) + (SELECT count (*) FROM customer_search) + "
               "(SELECT count (*) FROM messages) + (SELECT count (*) FROM activity) + "
               "(SELECT count (*) FROM commands) + (SELECT value FROM counters WHERE name = 'change_seq')");
}

/* TM-3, CU-10 */
static void
test_roles (Fixture *fixture, gconstpointer data)
{
  gint64 viewer = add_member (fixture, RC_ROLE_VIEWER);
  gint64 manager = add_member (fixture, RC_ROLE_ACCOUNT_MANAGER);
  gint64 customer = invite (fixture);
  RcDate today = fixture->today;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcCustomerData) customer_data = make_customer_data (fixture);
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  g_autoptr (RcCommandResult) result = NULL;

  g_array_append_val (ids, customer);
  assert_refused (fixture, rc_invite_customer_new (viewer, today, customer_data, manager),
                  RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_invite_customer_new (0, today, customer_data, manager),
                  RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_invite_customer_new (99, today, customer_data, manager),
                  RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_invite_customer_new (manager, today, customer_data, fixture->admin),
                  RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_remove_customers_new (viewer, today, ids), RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_assign_manager_new (manager, today, ids, manager), RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_close_unpaid_new (manager, today, 1, "reason"), RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_import_catalogue_new (manager, today, products), RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_set_policy_new (manager, today, policy), RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_add_member_new (manager, today, "New", "n@reseller.example", RC_ROLE_VIEWER),
                  RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_add_member_new (0, today, "New", "n@reseller.example", RC_ROLE_PRIMARY_ADMIN),
                  RC_RULE_ERROR_FORBIDDEN);
  result = run_command (fixture, rc_invite_customer_new (manager, today, customer_data, 0));
  g_assert_cmpint (result->customer_id, >, 0);
}

/* TM-4 */
static void
test_members (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 second;

  assert_refused (
      fixture,
      rc_add_member_new (fixture->admin, fixture->today, "Again", "ADMIN@reseller.example", RC_ROLE_VIEWER),
      RC_RULE_ERROR_INVALID_DATA);
  assert_refused (
      fixture, rc_add_member_new (fixture->admin, fixture->today, " ", "x@reseller.example", RC_ROLE_VIEWER),
      RC_RULE_ERROR_INVALID_DATA);
  assert_refused (fixture, rc_add_member_new (fixture->admin, fixture->today, "X", "nowhere", RC_ROLE_VIEWER),
                  RC_RULE_ERROR_INVALID_DATA);
  g_assert_false (rc_workspace_setup (fixture->database, "Other", "other@reseller.example", RC_PRESET_VIP,
                                      NOW, fixture->today, &second, &error));
  g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_FORBIDDEN);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM members"), ==, 1);
}

/* A command with a key that is known changes nothing and says what it said. */
static void
test_runs_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcCustomerData) customer = make_customer_data (fixture);
  g_autoptr (RcCommand) command = rc_invite_customer_new (fixture->admin, fixture->today, customer, 0);
  g_autoptr (RcChangeSet) changes = NULL;
  g_autoptr (RcChangeSet) no_changes = NULL;
  g_autoptr (RcCommandResult) first = rc_command_run (command, fixture->database, NOW, &changes, NULL);
  gint64 rows = count_all_rows (fixture);
  g_autoptr (RcCommandResult) second =
      rc_command_run (command, fixture->database, NOW + 5, &no_changes, NULL);
  g_autoptr (RcCommand) other = NULL;

  g_assert_false (first->repeated);
  g_assert_true (second->repeated);
  g_assert_cmpint (second->customer_id, ==, first->customer_id);
  g_assert_cmpstr (second->reference, ==, first->reference);
  g_assert_cmpint (second->count, ==, 1);
  g_assert_cmpint (count_all_rows (fixture), ==, rows);

  g_assert_true (changes->membership);
  g_assert_true (rc_change_set_has_customer (changes, first->customer_id));
  g_assert_cmpint (changes->kinds, ==, RC_CHANGE_CUSTOMERS | RC_CHANGE_MESSAGES | RC_CHANGE_ACTIVITY);
  g_assert_cmpint (no_changes->kinds, ==, 0);
  g_assert_cmpint (no_changes->seq, ==, changes->seq);

  other = g_object_new (RC_TYPE_REMOVE_CUSTOMERS, "actor", fixture->admin, "date", fixture->today, "key",
                        rc_command_get_key (command), NULL);
  assert_refused (fixture, g_steal_pointer (&other), RC_RULE_ERROR_INVALID_DATA);
}

/* MS-1, AC-1: what is done, its entry and its mail have one change number. */
static void
test_one_transaction (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_with (fixture, fixture->today, RC_CUSTOMER_FIELD_LANGUAGE, "pl");

  g_assert_cmpint (id, ==, 1);
  g_assert_cmpint (
      get_int (fixture,
               "SELECT count (*) FROM customers JOIN activity USING (change_seq) JOIN messages USING "
               "(change_seq) WHERE activity.customer_id = customers.id AND messages.customer_id = "
               "customers.id AND activity.command = 'invite-customer' AND messages.kind = 'invitation' "
               "AND messages.language = 'pl' AND messages.status = 'waiting' AND "
               "messages.body LIKE '%' || customers.vip_id || '%' AND member_name = 'Primary admin'"),
      ==, 1);
}

/* MS-1: no mail, no customer. The Italian invitation of this test's overlay asks for what nobody knows. */
static void
test_failing_mail_rolls_all_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcCustomerData) customer = make_customer_data (fixture);
  gint64 rows = count_all_rows (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  rc_customer_data_set (customer, RC_CUSTOMER_FIELD_LANGUAGE, "it");
  result =
      try_command (fixture, rc_invite_customer_new (fixture->admin, fixture->today, customer, 0), &error);
  g_assert_null (result);
  g_assert_error (error, RC_MAIL_ERROR, RC_MAIL_ERROR_VALUE);
  g_assert_cmpint (count_all_rows (fixture), ==, rows);

  rc_customer_data_set (customer, RC_CUSTOMER_FIELD_LANGUAGE, "fr");
  result = run_command (fixture, rc_invite_customer_new (fixture->admin, fixture->today, customer, 0));
  g_assert_cmpint (count_all_rows (fixture), >, rows);
}

/* AC-1 */
static void
test_activity_is_not_edited (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) edit = NULL;
  g_autoptr (GError) removal = NULL;

  g_assert_false (rc_database_execute (fixture->database, "UPDATE activity SET command = 'x'", &edit));
  g_assert_nonnull (edit);
  g_assert_false (rc_database_execute (fixture->database, "DELETE FROM activity", &removal));
  g_assert_nonnull (removal);
}

static void
test_policy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);
  g_autoptr (RcPolicy) stored = NULL;
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_set_policy_new (fixture->admin, fixture->today, policy));
  gint64 customer = invite (fixture);

  stored = rc_policy_query_load (fixture->database, NULL);
  g_assert_true (rc_policy_equal (policy, stored));
  g_assert_cmpint (result->count, ==, 4);
  create_pa (fixture, fixture->today, customer, TEAM_PRODUCT, 1);
  assert_refused (fixture, pa_command (fixture, fixture->today + 8, customer, TEAM_PRODUCT, 1),
                  RC_RULE_ERROR_PAST_DUE);
}

/* PR-1, PR-2 */
static void
test_built_in_catalogue (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products"), >=, 25);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products WHERE open_to_pa = 0 AND name IN "
                                     "('Acrobat for enterprise', 'Creative Cloud for enterprise', "
                                     "'Creative Cloud for education device licenses')"),
                   ==, 3);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM products WHERE open_to_pa = 0"), ==, 3);
}

/* A template of one language that cannot be filled in, laid over the right one. */
static char *
lay_broken_template (void)
{
  char *folder = g_dir_make_tmp ("rc-templates-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "invitation.txt", NULL);
  g_autofree char *overlay = g_strdup_printf ("/org/resellerconsole/ResellerConsole/mail/it=%s", folder);

  g_assert_true (g_file_set_contents (path, "Subject: X\n\n{nobody_knows}\n", -1, NULL));
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  return folder;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = lay_broken_template ();
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/command/roles", test_roles);
  add_test ("/command/members", test_members);
  add_test ("/command/runs-once", test_runs_once);
  add_test ("/command/one-transaction", test_one_transaction);
  add_test ("/command/failing-mail-rolls-all-back", test_failing_mail_rolls_all_back);
  add_test ("/command/activity-is-not-edited", test_activity_is_not_edited);
  add_test ("/command/policy", test_policy);
  add_test ("/catalogue/built-in", test_built_in_catalogue);
  result = g_test_run ();
  remove_folder (folder);
  return result;
}
