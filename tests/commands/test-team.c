/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-activate-member.h"
#include "rc-add-member.h"
#include "rc-command-list.h"
#include "rc-invite-member.h"
#include "rc-member-table.h"
#include "rc-record-departure.h"
#include "rc-remove-member.h"
#include "rc-set-member-role.h"

/* The team (TM-1, TM-2), and what each role may do (TM-3). */

static gint64
add (Fixture *fixture, RcRole role)
{
  g_autofree char *email = g_strdup_printf ("member%u@reseller.example", ++fixture->serial);
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_add_member_new (fixture->admin, fixture->today, "Team member", email, role));

  return result->object_id;
}

static void
assert_member (Fixture *fixture, gint64 id, RcRole role, RcMemberStatus status)
{
  g_autoptr (RcMemberRecord) member = rc_member_table_load (fixture->database, id, NULL);

  g_assert_cmpint (member->role, ==, role);
  g_assert_cmpint (member->status, ==, status);
}

/* TM-1: pending until active, and until then nothing can be done by it. */
static void
test_invite_and_activate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_invite_member_new (fixture->admin, fixture->today, " Account  manager ",
                                                  "am@reseller.example", RC_ROLE_ACCOUNT_MANAGER));
  g_autoptr (RcCustomerData) customer = make_customer_data (fixture);
  gint64 id = result->object_id;

  assert_member (fixture, id, RC_ROLE_ACCOUNT_MANAGER, RC_MEMBER_STATUS_PENDING);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM messages WHERE kind = 'member-invitation' AND "
                                     "recipient_email = 'am@reseller.example' AND status = 'waiting'"),
                   ==, 1);
  assert_refused (fixture, rc_invite_customer_new (id, fixture->today, customer, 0), RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_invite_customer_new (fixture->admin, fixture->today, customer, id),
                  RC_RULE_ERROR_NOT_FOUND);
  assert_refused (
      fixture,
      rc_invite_member_new (fixture->admin, fixture->today, "Again", "AM@reseller.example", RC_ROLE_VIEWER),
      RC_RULE_ERROR_INVALID_DATA);
  assert_refused (
      fixture,
      rc_invite_member_new (fixture->admin, fixture->today, "", "x@reseller.example", RC_ROLE_VIEWER),
      RC_RULE_ERROR_INVALID_DATA);

  do_command (fixture, rc_activate_member_new (fixture->admin, fixture->today, id));
  assert_member (fixture, id, RC_ROLE_ACCOUNT_MANAGER, RC_MEMBER_STATUS_ACTIVE);
  do_command (fixture, rc_invite_customer_new (id, fixture->today, customer, 0));
  assert_refused (fixture, rc_activate_member_new (fixture->admin, fixture->today, id), RC_RULE_ERROR_TEAM);
  assert_refused (fixture, rc_activate_member_new (fixture->admin, fixture->today, 99),
                  RC_RULE_ERROR_NOT_FOUND);
}

/* TM-1: one that is only invited is not the active primary admin that there has to be. */
static void
test_last_admin (Fixture *fixture, gconstpointer data)
{
  RcDate today = fixture->today;
  gint64 admin = fixture->admin;
  gint64 other = add (fixture, RC_ROLE_ACCOUNT_MANAGER);

  g_autoptr (RcCommandResult) pending = run_command (
      fixture, rc_invite_member_new (admin, today, "Admin", "a@reseller.example", RC_ROLE_PRIMARY_ADMIN));
  assert_refused (fixture, rc_remove_member_new (admin, today, admin, other), RC_RULE_ERROR_TEAM);
  assert_refused (fixture, rc_set_member_role_new (admin, today, admin, RC_ROLE_ACCOUNT_MANAGER, 0),
                  RC_RULE_ERROR_TEAM);
  do_command (fixture, rc_set_member_role_new (admin, today, other, RC_ROLE_PRIMARY_ADMIN, 0));
  assert_member (fixture, other, RC_ROLE_PRIMARY_ADMIN, RC_MEMBER_STATUS_ACTIVE);
  do_command (fixture, rc_set_member_role_new (other, today, admin, RC_ROLE_VIEWER, 0));
  assert_refused (fixture, rc_remove_member_new (other, today, other, 0), RC_RULE_ERROR_TEAM);
  assert_refused (fixture, rc_set_member_role_new (other, today, admin, RC_ROLE_VIEWER, 0),
                  RC_RULE_ERROR_TEAM);
  do_command (fixture, rc_activate_member_new (other, today, pending->object_id));
  do_command (fixture, rc_remove_member_new (other, today, other, 0));
  assert_member (fixture, other, RC_ROLE_PRIMARY_ADMIN, RC_MEMBER_STATUS_REMOVED);
}

static gint64
managed_by (Fixture *fixture, gint64 customer_id)
{
  g_autoptr (RcCustomerRecord) customer = load_customer (fixture, customer_id);

  return customer->managed_by;
}

static gint64
invite_as (Fixture *fixture, gint64 member)
{
  g_autoptr (RcCustomerData) data = make_customer_data (fixture);
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_invite_customer_new (member, fixture->today, data, 0));

  return result->customer_id;
}

/* TM-2, CH-5 */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  RcDate today = fixture->today;
  gint64 admin = fixture->admin;
  gint64 member = add (fixture, RC_ROLE_ACCOUNT_MANAGER);
  gint64 viewer = add (fixture, RC_ROLE_VIEWER);
  gint64 successor = add (fixture, RC_ROLE_ACCOUNT_MANAGER);
  gint64 customer = invite_as (fixture, member);
  gint64 moved = invite_as (fixture, member);
  gint64 own = invite (fixture);
  g_autoptr (RcCommand) command = rc_remove_member_new (admin, today, member, successor);
  g_autoptr (RcChangeSet) changes = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  do_command (fixture, rc_record_departure_new (admin, today, moved));
  assert_refused (fixture, rc_remove_member_new (admin, today, member, 0), RC_RULE_ERROR_SUCCESSOR);
  assert_refused (fixture, rc_remove_member_new (admin, today, member, member), RC_RULE_ERROR_SUCCESSOR);
  assert_refused (fixture, rc_remove_member_new (admin, today, member, viewer), RC_RULE_ERROR_FORBIDDEN);
  assert_refused (fixture, rc_remove_member_new (admin, today, member, 99), RC_RULE_ERROR_NOT_FOUND);
  result = rc_command_run (command, fixture->database, NOW, &changes, NULL);
  g_assert_nonnull (result);
  g_assert_true (changes->all);
  g_assert_cmpint (changes->kinds, ==, RC_CHANGE_CUSTOMERS | RC_CHANGE_MEMBERS | RC_CHANGE_ACTIVITY);
  g_assert_cmpint (managed_by (fixture, customer), ==, successor);
  g_assert_cmpint (managed_by (fixture, moved), ==, member);
  g_assert_cmpint (managed_by (fixture, own), ==, admin);
  assert_member (fixture, member, RC_ROLE_ACCOUNT_MANAGER, RC_MEMBER_STATUS_REMOVED);
  assert_refused (fixture, rc_remove_member_new (admin, today, member, 0), RC_RULE_ERROR_NOT_FOUND);
  assert_refused (fixture, rc_set_member_role_new (admin, today, member, RC_ROLE_VIEWER, 0),
                  RC_RULE_ERROR_NOT_FOUND);
  /* The address is free again, and who has no customers needs nobody. */
  do_command (fixture, rc_remove_member_new (admin, today, viewer, 0));
}

/* TM-2: a viewer looks after nobody. */
static void
test_becoming_a_viewer (Fixture *fixture, gconstpointer data)
{
  gint64 member = add (fixture, RC_ROLE_ACCOUNT_MANAGER);
  gint64 customer = invite_as (fixture, member);

  assert_refused (fixture, rc_set_member_role_new (fixture->admin, fixture->today, member, RC_ROLE_VIEWER, 0),
                  RC_RULE_ERROR_SUCCESSOR);
  do_command (fixture, rc_set_member_role_new (fixture->admin, fixture->today, member, RC_ROLE_VIEWER,
                                               fixture->admin));
  g_assert_cmpint (managed_by (fixture, customer), ==, fixture->admin);
  assert_member (fixture, member, RC_ROLE_VIEWER, RC_MEMBER_STATUS_ACTIVE);
}

/* TM-3: what only the primary admin may do. */
static const char *const admin_commands[] = {
  "activate-member", "add-member",    "assign-manager",  "close-unpaid", "import-catalogue",
  "invite-member",   "remove-member", "set-member-role", "set-policy",   NULL,
};

/* Every command with nothing in it: whoever may run it is told what is missing, and everybody else that he may not. */
static void
test_every_command_by_role (Fixture *fixture, gconstpointer data)
{
  gint64 actors[] = { fixture->admin, add (fixture, RC_ROLE_ACCOUNT_MANAGER), add (fixture, RC_ROLE_VIEWER) };
  gsize n_types;
  const GType *types = rc_command_list_get_types (&n_types);

  for (gsize i = 0; i < n_types; i++)
    for (int role = RC_ROLE_PRIMARY_ADMIN; role <= RC_ROLE_VIEWER; role++)
      {
        g_autoptr (RcCommand) command =
            g_object_new (types[i], "actor", actors[role], "date", fixture->today, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (RcCommandResult) result = rc_command_run (command, fixture->database, NOW, NULL, &error);
        gboolean is_admins = g_strv_contains (admin_commands, rc_command_get_name (command));
        gboolean allowed = role == RC_ROLE_PRIMARY_ADMIN || (role == RC_ROLE_ACCOUNT_MANAGER && !is_admins);

        if (g_error_matches (error, RC_RULE_ERROR, RC_RULE_ERROR_FORBIDDEN) == allowed)
          g_error ("%s by role %d: %s", rc_command_get_name (command), role,
                   error != NULL ? error->message : "done");
        g_assert_true ((result == NULL) == (error != NULL));
      }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/team/invite-and-activate", test_invite_and_activate);
  add_test ("/team/last-admin", test_last_admin);
  add_test ("/team/remove", test_remove);
  add_test ("/team/becoming-a-viewer", test_becoming_a_viewer);
  add_test ("/team/every-command-by-role", test_every_command_by_role);
  return g_test_run ();
}
