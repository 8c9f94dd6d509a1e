/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-journal.h"
#include "rc-place-direct-order.h"
#include "rc-place-order.h"
#include "rc-set-assigned-licences.h"

/* Runs commands on a workspace without an end, and prints the key of each one that was committed. test-crash kills it. */

static gint64
pick_id (Fixture *fixture, const char *sql)
{
  return get_int (fixture, sql);
}

static RcCommand *
make_command (Fixture *fixture)
{
  gint64 customer = pick_id (fixture, "SELECT id FROM customers ORDER BY random () LIMIT 1");
  gint64 pa = pick_id (
      fixture, "SELECT id FROM purchase_authorizations WHERE status = 'open' ORDER BY random () LIMIT 1");
  g_autoptr (RcCustomerData) data = make_customer_data (fixture);
  g_autoptr (GPtrArray) lines =
      one_line (g_random_boolean () ? TEAM_PRODUCT : OTHER_PRODUCT, g_random_int_range (1, 9));
  g_autofree char *number = g_uuid_string_random ();
  int dice = g_random_int_range (0, 10);

  number[35] = '\0';
  if (customer == 0 || dice < 2)
    return rc_invite_customer_new (fixture->admin, fixture->today, data, 0);
  if (dice < 5)
    return rc_create_purchase_authorization_new (fixture->admin, fixture->today, customer, lines, NULL,
                                                 dice == 4);
  if (dice < 7)
    return rc_place_order_new (fixture->admin, fixture->today, pa, number, fixture->today);
  if (dice == 7)
    return rc_cancel_purchase_authorization_new (fixture->admin, fixture->today, pa);
  if (dice == 8)
    return rc_place_direct_order_new (fixture->admin, fixture->today, customer, number, fixture->today,
                                      lines);
  return rc_set_assigned_licences_new (fixture->admin, fixture->today, customer, lines);
}

static gboolean
stop_at_times (gpointer data)
{
  return g_random_int_range (0, 4) == 0;
}

int
main (int argc, char *argv[])
{
  Fixture fixture = { .today = rc_date_new (2026, 1, 15), .serial = g_random_int () };
  RcJournal journal = { 0 };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_assert_cmpint (argc, ==, 2);
  fixture.database = rc_database_open (argv[1], RC_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  /* So that a kill hits the moving of pages into the file, too; and the making of room for them. */
  g_assert_true (rc_database_execute (fixture.database, "PRAGMA wal_autocheckpoint = 40", NULL));
  fixture.admin = pick_id (&fixture, "SELECT min (id) FROM members");

  for (;;)
    {
      g_autoptr (RcCommand) command = make_command (&fixture);
      g_autoptr (RcCommandResult) result = NULL;

      if (g_random_int_range (0, 5) == 0)
        rc_journal_care (&journal, fixture.database, stop_at_times, NULL);
      result = rc_command_run (command, fixture.database, NOW, NULL, NULL);
      if (result != NULL)
        {
          printf ("%s\n", rc_command_get_key (command));
          fflush (stdout);
        }
    }
}
