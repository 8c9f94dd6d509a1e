/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-complete-reseller-change.h"
#include "rc-import-customers.h"
#include "rc-record-departure.h"
#include "rc-reseller-change-table.h"
#include "rc-reseller-code.h"
#include "rc-send-reseller-change-code.h"
#include "rc-settings-table.h"
#include "rc-start-reseller-change.h"

/* Taking over a membership from another reseller (CH-1 … CH-4), and its coming back after it moved away (CH-5). */

#define VIP_ID "0123456789ABCDEF0123"
#define OTHER_VIP_ID "0123456789ABCDEF0124"

static RcCommandResult *
run_at (Fixture *fixture, RcCommand *command, gint64 now, GError **error)
{
  RcCommandResult *result = rc_command_run (command, fixture->database, now, NULL, error);

  g_assert_finalize_object (command);
  return result;
}

#define assert_refused_at(fixture, command, now, expected)                                                   \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (GError) refusal = NULL;                                                                       \
    g_autoptr (RcCommandResult) no_result = run_at ((fixture), (command), (now), &refusal);                  \
    g_assert_null (no_result);                                                                               \
    g_assert_error (refusal, RC_RULE_ERROR, (expected));                                                     \
  }                                                                                                          \
  G_STMT_END

static RcCommand *
start_command (Fixture *fixture, const char *vip_id)
{
  return rc_start_reseller_change_new (fixture->admin, fixture->today, vip_id, "it@member.example", "en");
}

static gint64
start (Fixture *fixture, const char *vip_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = run_at (fixture, start_command (fixture, vip_id), NOW, &error);

  g_assert_no_error (error);
  return result->object_id;
}

static RcCommand *
send_command (Fixture *fixture, gint64 id, const char *email)
{
  return rc_send_reseller_change_code_new (fixture->admin, fixture->today, id, email);
}

static void
send (Fixture *fixture, gint64 id, const char *email, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = run_at (fixture, send_command (fixture, id, email), now, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->object_id, ==, id);
}

/* With 3 licences of a product, as of the fixture's first day unless it is said otherwise. */
static RcCommand *
complete_on (Fixture *fixture, gint64 id, RcDate completed_on, const char *code)
{
  g_autoptr (RcCustomerData) data = make_customer_data (fixture);
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 3);

  return rc_complete_reseller_change_new (fixture->admin, fixture->today, id, completed_on, data,
                                          rc_date_new (2026, 5, 1), lines, code);
}

static RcCommand *
complete (Fixture *fixture, gint64 id)
{
  return complete_on (fixture, id, fixture->today, NULL);
}

static char *
get_text (Fixture *fixture, const char *sql)
{
  RcStatement *statement = rc_database_prepare (fixture->database, sql, NULL);
  char *text;

  g_assert_true (rc_statement_step (statement, NULL));
  text = rc_statement_dup_text (statement, 0);
  rc_statement_reset (statement);
  return text;
}

/* The code stands on a line of its own in the newest mail. */
static char *
find_code (Fixture *fixture)
{
  g_autofree char *body = get_text (fixture, "SELECT body FROM messages ORDER BY id DESC LIMIT 1");
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "    "))
      {
        char *code = rc_reseller_code_normalize (lines[i]);

        if (code != NULL)
          return code;
      }
  g_assert_not_reached ();
}

/* The machine's day of NOW is the fixture's. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  fixture->today = rc_date_new (2026, 1, 1);
}

/* CH-1 */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcResellerChangeRecord) change = NULL;
  gint64 id;

  assert_refused (fixture, start_command (fixture, "0123"), RC_RULE_ERROR_INVALID_DATA);
  assert_refused (fixture, start_command (fixture, NULL), RC_RULE_ERROR_INVALID_DATA);
  assert_refused (fixture,
                  rc_start_reseller_change_new (fixture->admin, fixture->today, VIP_ID, "nowhere", "en"),
                  RC_RULE_ERROR_INVALID_DATA);
  assert_refused (
      fixture,
      rc_start_reseller_change_new (fixture->admin, fixture->today, VIP_ID, "it@member.example", "xx"),
      RC_RULE_ERROR_INVALID_DATA);

  id = start (fixture, " 01234567 89abcdef0123 ");
  change = rc_reseller_change_table_load (fixture->database, id, NULL);
  g_assert_cmpstr (change->vip_id, ==, VIP_ID);
  g_assert_cmpstr (change->admin_email, ==, "it@member.example");
  g_assert_cmpint (change->requested_at, ==, NOW);
  g_assert_cmpint (rc_reseller_change_record_get_state (change, NOW), ==, RC_RESELLER_CHANGE_STATE_WAITING);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM messages WHERE kind = 'reseller-change-code' AND "
                                     "recipient_email = 'it@member.example' AND body LIKE "
                                     "'%4 January 2026, 00:00 UTC+00:00%'"),
                   ==, 1);
  /* A second one for the same membership says where the first one is. */
  assert_refused (fixture, start_command (fixture, VIP_ID), RC_RULE_ERROR_RESELLER_CHANGE);
}

/* CH-1 */
static void
test_own_customer_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcCustomerRecord) customer = load_customer (fixture, invite (fixture));

  assert_refused (fixture, start_command (fixture, customer->vip_id), RC_RULE_ERROR_RESELLER_CHANGE);
}

/* CH-2: neither the database but for the mail, nor the activity log, nor the command's JSON holds the code. */
static void
test_code_is_only_in_the_mail (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcCommand) command = start_command (fixture, VIP_ID);
  g_autoptr (RcCommandResult) result = rc_command_run (command, fixture->database, NOW, NULL, NULL);
  g_autofree char *code = find_code (fixture);
  g_autoptr (JsonNode) node = rc_command_to_json (command);
  g_autofree char *json = json_to_string (node, FALSE);
  g_autofree char *text = get_text (
      fixture, "SELECT group_concat (details || search) || (SELECT group_concat (result) FROM commands) || "
               "(SELECT group_concat (hex (digest) || hex (salt)) FROM reseller_codes) FROM activity");
  g_autofree char *hex = NULL;
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *letter = code; *letter != '\0'; letter++)
    g_string_append_printf (digits, "%02X", (guint) *letter);
  hex = g_string_free (g_steal_pointer (&digits), FALSE);
  g_assert_nonnull (result);
  g_assert_null (strstr (json, code));
  g_assert_null (strstr (text, code));
  g_assert_null (strstr (text, hex));
}

/* CH-2: the newest code only, to the microsecond at which it expires. */
static void
test_new_code_voids_the_old_one (Fixture *fixture, gconstpointer data)
{
  gint64 id = start (fixture, VIP_ID);
  g_autofree char *old_code = find_code (fixture);
  g_autofree char *code = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (RcResellerChangeRecord) change = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  send (fixture, id, "new@member.example", NOW + 1);
  code = find_code (fixture);
  change = rc_reseller_change_table_load (fixture->database, id, NULL);
  g_assert_cmpstr (code, !=, old_code);
  g_assert_cmpstr (change->admin_email, ==, "new@member.example");
  g_assert_cmpint (change->expires_at, ==, NOW + 1 + 72 * G_TIME_SPAN_HOUR);
  /* The mail with the void code was not sent yet, and is not any more. */
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM messages WHERE kind = 'reseller-change-code'"),
                   ==, 1);
  g_assert_cmpint (
      get_int (fixture, "SELECT count (*) FROM messages WHERE recipient_email = 'new@member.example'"), ==,
      1);
  assert_refused (fixture, complete_on (fixture, id, fixture->today, old_code), RC_RULE_ERROR_CODE);
  assert_refused (fixture, complete_on (fixture, id, fixture->today, "nonsense"), RC_RULE_ERROR_CODE);
  typed = g_ascii_strdown (code, -1);
  result = run_command (fixture, complete_on (fixture, id, fixture->today, typed));
  g_assert_cmpint (result->customer_id, >, 0);
  assert_refused (fixture, send_command (fixture, 99, NULL), RC_RULE_ERROR_NOT_FOUND);
  assert_refused (fixture, send_command (fixture, id, NULL), RC_RULE_ERROR_RESELLER_CHANGE);
}

/* CH-2, CH-4 */
static void
test_expiry (Fixture *fixture, gconstpointer data)
{
  gint64 id = start (fixture, VIP_ID);
  gint64 expires_at = NOW + 72 * G_TIME_SPAN_HOUR;
  g_autoptr (RcResellerChangeRecord) change = rc_reseller_change_table_load (fixture->database, id, NULL);
  g_autoptr (RcCommandResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (change->expires_at, ==, expires_at);
  g_assert_cmpint (rc_reseller_change_record_get_state (change, expires_at - 1), ==,
                   RC_RESELLER_CHANGE_STATE_WAITING);
  g_assert_cmpint (rc_reseller_change_record_get_state (change, expires_at), ==,
                   RC_RESELLER_CHANGE_STATE_EXPIRED);
  fixture->today = rc_date_new (2026, 1, 4);
  assert_refused_at (fixture, complete (fixture, id), expires_at, RC_RULE_ERROR_CODE);
  fixture->today = rc_date_new (2026, 1, 6);
  assert_refused_at (fixture, complete_on (fixture, id, rc_date_new (2026, 1, 5), NULL),
                     NOW + 5 * G_TIME_SPAN_DAY, RC_RULE_ERROR_CODE);
  assert_refused_at (fixture, complete_on (fixture, id, rc_date_new (2025, 12, 31), NULL),
                     NOW + 5 * G_TIME_SPAN_DAY, RC_RULE_ERROR_DATE);
  assert_refused_at (fixture, complete_on (fixture, id, rc_date_new (2026, 1, 7), NULL),
                     NOW + 5 * G_TIME_SPAN_DAY, RC_RULE_ERROR_DATE);
  /* Recorded late, of a day on which the code was valid. */
  result = run_at (fixture, complete_on (fixture, id, rc_date_new (2026, 1, 3), NULL),
                   NOW + 5 * G_TIME_SPAN_DAY, &error);
  g_assert_no_error (error);
}

static void
put_policy (Fixture *fixture, const char *name, int value)
{
  g_autoptr (RcPolicy) policy = rc_policy_query_load (fixture->database, NULL);

  g_assert_true (rc_policy_set (policy, name, value, NULL));
  g_assert_true (rc_settings_table_put_policy (fixture->database, policy, NULL));
}

/* CH-3: five a calendar day, whichever memberships they are for, in the workspace's time zone. NOW is midnight, UTC. */
static void
test_codes_a_day (Fixture *fixture, gconstpointer data)
{
  gint64 id = start (fixture, VIP_ID);
  gint64 other = start (fixture, OTHER_VIP_ID);
  gint64 last = NOW + G_TIME_SPAN_DAY - 1;
  guint64 n_waiting, n_codes;

  for (int i = 0; i < 3; i++)
    send (fixture, id, NULL, last);
  assert_refused_at (fixture, send_command (fixture, other, NULL), last, RC_RULE_ERROR_CODE_LIMIT);
  assert_refused_at (fixture, start_command (fixture, "00000000000000000000"), last,
                     RC_RULE_ERROR_CODE_LIMIT);
  g_assert_true (rc_reseller_change_query_count (fixture->database, last, &n_waiting, &n_codes, NULL));
  g_assert_cmpuint (n_waiting, ==, 2);
  g_assert_cmpuint (n_codes, ==, 5);
  send (fixture, other, NULL, last + 1);

  /* The same midnight is seven in the evening in New York: four codes were sent on that day, the first two on the one
   * before it. */
  g_assert_true (rc_settings_table_set (fixture->database, "time-zone", "America/New_York", NULL));
  send (fixture, other, NULL, last + 1);
  assert_refused_at (fixture, send_command (fixture, other, NULL), last + 1, RC_RULE_ERROR_CODE_LIMIT);
  send (fixture, other, NULL, last + 1 + 5 * G_TIME_SPAN_HOUR);
  put_policy (fixture, "codes-a-day", 1);
  assert_refused_at (fixture, send_command (fixture, other, NULL), last + 1 + 5 * G_TIME_SPAN_HOUR,
                     RC_RULE_ERROR_CODE_LIMIT);
}

/* CH-4 */
static void
test_complete (Fixture *fixture, gconstpointer data)
{
  gint64 id = start (fixture, VIP_ID);
  g_autoptr (RcCommandResult) result = run_command (fixture, complete (fixture, id));
  g_autoptr (RcCustomerRecord) customer = load_customer (fixture, result->customer_id);
  g_autoptr (RcResellerChangeRecord) change = rc_reseller_change_table_load (fixture->database, id, NULL);

  g_assert_cmpstr (customer->vip_id, ==, VIP_ID);
  g_assert_cmpint (customer->invitation_status, ==, RC_INVITATION_STATUS_ACCEPTED);
  g_assert_cmpuint (customer->accepted_on, ==, fixture->today);
  assert_date (customer->anniversary_date, "2026-05-01");
  g_assert_cmpint (customer->licences_total, ==, 3);
  g_assert_cmpint (customer->managed_by, ==, fixture->admin);
  g_assert_cmpint (rc_reseller_change_record_get_state (change, NOW), ==, RC_RESELLER_CHANGE_STATE_COMPLETED);
  g_assert_cmpint (change->customer_id, ==, customer->id);
  g_assert_cmpstr (change->customer_name, ==, customer->name);
  g_assert_cmpint (get_int (fixture,
                            "SELECT count (*) FROM activity WHERE command = "
                            "'complete-reseller-change' AND customer_id = 1 AND details LIKE '%3 × %'"),
                   ==, 1);
  /* Used once. */
  assert_refused (fixture, complete (fixture, id), RC_RULE_ERROR_RESELLER_CHANGE);
  /* A purchase authorization does not move the date that the membership came with (CH-4, AD-1). */
  create_pa (fixture, fixture->today, customer->id, TEAM_PRODUCT, 1);
  rc_customer_record_free (g_steal_pointer (&customer));
  customer = load_customer (fixture, result->customer_id);
  assert_date (customer->anniversary_date, "2026-05-01");
  g_assert_cmpint (customer->licences_total, ==, 4);
}

static RcCommand *
complete_with (Fixture *fixture, gint64 id, RcCustomerField field, const char *value, RcDate anniversary,
               const char *product, int quantity)
{
  g_autoptr (RcCustomerData) data = make_customer_data (fixture);
  g_autoptr (GPtrArray) lines = one_line (product, quantity);

  rc_customer_data_set (data, field, value);
  return rc_complete_reseller_change_new (fixture->admin, fixture->today, id, fixture->today, data,
                                          anniversary, lines, NULL);
}

/* CH-4: the fields of CU-1, the date and the licences are checked, and nothing is done where one is wrong. */
static void
test_complete_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = start (fixture, VIP_ID);
  RcDate right = rc_date_new (2026, 5, 1);
  const struct
  {
    RcCustomerField field;
    const char *value;
    RcDate anniversary;
    const char *product;
    int quantity;
    int code;
  } cases[] = {
    { RC_CUSTOMER_FIELD_CITY, "", right, TEAM_PRODUCT, 1, RC_RULE_ERROR_INVALID_DATA },
    { RC_CUSTOMER_FIELD_LANGUAGE, "en", RC_DATE_NONE, TEAM_PRODUCT, 1, RC_RULE_ERROR_DATE },
    { RC_CUSTOMER_FIELD_LANGUAGE, "en", rc_date_new (2025, 12, 1), TEAM_PRODUCT, 1, RC_RULE_ERROR_DATE },
    { RC_CUSTOMER_FIELD_LANGUAGE, "en", rc_date_new (2030, 1, 2), TEAM_PRODUCT, 1, RC_RULE_ERROR_DATE },
    { RC_CUSTOMER_FIELD_LANGUAGE, "en", right, TEAM_PRODUCT, 0, RC_RULE_ERROR_QUANTITY },
    { RC_CUSTOMER_FIELD_LANGUAGE, "en", right, TEAM_PRODUCT, 10001, RC_RULE_ERROR_QUANTITY },
    { RC_CUSTOMER_FIELD_LANGUAGE, "en", right, "NO-SUCH", 1, RC_RULE_ERROR_NOT_FOUND },
    { RC_CUSTOMER_FIELD_SEGMENT, "education", right, COMMERCIAL_ONLY_PRODUCT, 1, RC_RULE_ERROR_SEGMENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (fixture,
                    complete_with (fixture, id, cases[i].field, cases[i].value, cases[i].anniversary,
                                   cases[i].product, cases[i].quantity),
                    cases[i].code);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM customers"), ==, 0);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM vip_ids"), ==, 0);
  do_command (fixture, complete_with (fixture, id, RC_CUSTOMER_FIELD_LANGUAGE, "en",
                                      rc_date_new (2025, 12, 2), CLOSED_PRODUCT, 1));
}

/* CH-4: what the customer holds may not be sold any more. */
static void
test_complete_with_retired_product (Fixture *fixture, gconstpointer data)
{
  gint64 id = start (fixture, VIP_ID);

  g_assert_true (rc_database_execute (
      fixture->database, "UPDATE products SET retired = 1, min_quantity = 5 WHERE code = '" TEAM_PRODUCT "'",
      NULL));
  do_command (fixture, complete (fixture, id));
}

/* CH-5, CU-4: one that moved away comes back with its VIP ID; the old row stays as it was. */
static void
test_coming_back (Fixture *fixture, gconstpointer data)
{
  gint64 first = invite_with (fixture, fixture->today, RC_CUSTOMER_FIELD_NAME, "Back again");
  g_autoptr (RcCustomerRecord) before = load_customer (fixture, first);
  g_autoptr (RcCustomerRecord) old = NULL;
  g_autoptr (RcCustomerRecord) back = NULL;
  g_autoptr (RcCommandResult) result = NULL;
  gint64 id;

  do_command (fixture, rc_record_departure_new (fixture->admin, fixture->today, first));
  id = start (fixture, before->vip_id);
  result = run_command (fixture, complete_with (fixture, id, RC_CUSTOMER_FIELD_NAME, "Back again",
                                                rc_date_new (2026, 5, 1), TEAM_PRODUCT, 2));
  old = load_customer (fixture, first);
  back = load_customer (fixture, result->customer_id);
  g_assert_cmpuint (old->moved_on, ==, fixture->today);
  g_assert_cmpint (back->id, !=, first);
  g_assert_cmpstr (back->vip_id, ==, before->vip_id);
  g_assert_cmpuint (back->moved_on, ==, RC_DATE_NONE);
  /* It is this reseller's again. */
  assert_refused (fixture, start_command (fixture, before->vip_id), RC_RULE_ERROR_RESELLER_CHANGE);
}

#define add_change_test(path, function)                                                                      \
  g_test_add ((path), Fixture, NULL, set_up, (function), fixture_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_change_test ("/reseller-change/start", test_start);
  add_change_test ("/reseller-change/own-customer-is-refused", test_own_customer_is_refused);
  add_change_test ("/reseller-change/code-is-only-in-the-mail", test_code_is_only_in_the_mail);
  add_change_test ("/reseller-change/new-code-voids-the-old-one", test_new_code_voids_the_old_one);
  add_change_test ("/reseller-change/expiry", test_expiry);
  add_change_test ("/reseller-change/codes-a-day", test_codes_a_day);
  add_change_test ("/reseller-change/complete", test_complete);
  add_change_test ("/reseller-change/complete-refused", test_complete_refused);
  add_change_test ("/reseller-change/complete-with-retired-product", test_complete_with_retired_product);
  add_change_test ("/reseller-change/coming-back", test_coming_back);
  return g_test_run ();
}
