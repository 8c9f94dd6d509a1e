/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-add-member.h"
#include "rc-set-reseller-name.h"
#include "rc-set-time-zone.h"
#include "rc-start-reseller-change.h"

/* The workspace's own settings: what the reseller is called, and where its days begin. */

static char *
get_text (Fixture *fixture, const char *sql)
{
  RcStatement *statement = rc_database_prepare (fixture->database, sql, NULL);
  char *text = rc_statement_step (statement, NULL) ? rc_statement_dup_text (statement, 0) : NULL;

  rc_statement_reset (statement);
  return text;
}

static void
assert_last_change (Fixture *fixture, const char *expected)
{
  g_autofree char *details = get_text (fixture, "SELECT details FROM activity ORDER BY id DESC LIMIT 1");

  g_assert_cmpstr (details, ==, expected);
}

static gint64
add_member (Fixture *fixture, RcRole role)
{
  g_autofree char *email = g_strdup_printf ("%u@reseller.example", ++fixture->serial);
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_add_member_new (fixture->admin, fixture->today, "Member", email, role));

  return result->object_id;
}

/* MS-1, AC-1: mails are signed with the name from then on, and each entry has the old and the new one. */
static void
test_reseller_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *unsigned_body = NULL;
  g_autofree char *signed_body = NULL;

  invite (fixture);
  do_command (fixture, rc_set_reseller_name_new (fixture->admin, fixture->today, "  Nordlys Software A/S "));
  assert_last_change (fixture, "{\"reseller-name\":[null,\"Nordlys Software A/S\"]}");
  invite (fixture);
  unsigned_body = get_text (fixture, "SELECT body FROM messages ORDER BY id LIMIT 1");
  signed_body = get_text (fixture, "SELECT body FROM messages ORDER BY id DESC LIMIT 1");
  g_assert_null (strstr (unsigned_body, "Nordlys"));
  g_assert_nonnull (strstr (signed_body, "Primary admin\nNordlys Software A/S"));
  do_command (fixture, rc_set_reseller_name_new (fixture->admin, fixture->today, ""));
  assert_last_change (fixture, "{\"reseller-name\":[\"Nordlys Software A/S\",null]}");
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM settings WHERE name = 'reseller-name'"), ==, 0);
}

static void
test_reseller_name_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (200, 'n');
  g_autofree char *too_long = g_strnfill (201, 'n');
  gint64 viewer = add_member (fixture, RC_ROLE_VIEWER);

  do_command (fixture, rc_set_reseller_name_new (fixture->admin, fixture->today, longest));
  assert_refused (fixture, rc_set_reseller_name_new (fixture->admin, fixture->today, too_long),
                  RC_RULE_ERROR_INVALID_DATA);
  assert_refused (fixture, rc_set_reseller_name_new (fixture->admin, fixture->today, "North\nSouth"),
                  RC_RULE_ERROR_INVALID_DATA);
  assert_refused (fixture, rc_set_reseller_name_new (viewer, fixture->today, "North"),
                  RC_RULE_ERROR_FORBIDDEN);
}

/* CH-3, AC-1: codes are counted by the days of the zone. NOW is 2026-01-01, 0:00 UTC: in Honolulu it is still the day before. */
static void
test_time_zone (Fixture *fixture, gconstpointer data)
{
  guint64 waiting, today;

  do_command (fixture, rc_start_reseller_change_new (fixture->admin, fixture->today, "0123456789ABCDEF0123",
                                                     "it@customer.example", "en"));
  do_command (fixture, rc_set_time_zone_new (fixture->admin, fixture->today, "Pacific/Honolulu"));
  assert_last_change (fixture, "{\"time-zone\":[null,\"Pacific/Honolulu\"]}");
  g_assert_true (
      rc_reseller_change_query_count (fixture->database, NOW + 9 * G_TIME_SPAN_HOUR, &waiting, &today, NULL));
  g_assert_cmpuint (today, ==, 1);
  g_assert_true (rc_reseller_change_query_count (fixture->database, NOW + 11 * G_TIME_SPAN_HOUR, &waiting,
                                                 &today, NULL));
  g_assert_cmpuint (today, ==, 0);
  do_command (fixture, rc_set_time_zone_new (fixture->admin, fixture->today, NULL));
  assert_last_change (fixture, "{\"time-zone\":[\"Pacific/Honolulu\",null]}");
}

/* TM-3: an account manager may, a viewer may not. */
static void
test_time_zone_refused (Fixture *fixture, gconstpointer data)
{
  gint64 manager = add_member (fixture, RC_ROLE_ACCOUNT_MANAGER);
  gint64 viewer = add_member (fixture, RC_ROLE_VIEWER);

  assert_refused (fixture, rc_set_time_zone_new (fixture->admin, fixture->today, "Europe/Atlantis"),
                  RC_RULE_ERROR_INVALID_DATA);
  assert_refused (fixture, rc_set_time_zone_new (viewer, fixture->today, "Europe/Warsaw"),
                  RC_RULE_ERROR_FORBIDDEN);
  do_command (fixture, rc_set_time_zone_new (manager, fixture->today, "Europe/Warsaw"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/settings/reseller-name", test_reseller_name);
  add_test ("/settings/reseller-name-refused", test_reseller_name_refused);
  add_test ("/settings/time-zone", test_time_zone);
  add_test ("/settings/time-zone-refused", test_time_zone_refused);
  return g_test_run ();
}
