/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-due-query.h"
#include "rc-enum-types.h"
#include "rc-mark-messages-sent.h"
#include "rc-outbox-table.h"
#include "rc-place-order.h"
#include "rc-record-departure.h"
#include "rc-retry-messages.h"
#include "rc-set-policy.h"
#include "rc-write-due-messages.h"

/* The mails that a date brings (MS-1), each once, and what a user says of messages that were not sent (MS-2). */

static GPtrArray *
list_due (Fixture *fixture, RcDate today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcPolicy) policy = rc_policy_query_load (fixture->database, &error);
  GPtrArray *due = rc_due_query_list (fixture->database, today, policy, 1000, NULL, &error);
  guint64 count = 0;

  g_assert_no_error (error);
  g_assert_true (rc_due_query_count (fixture->database, today, policy, &count, &error));
  g_assert_cmpuint (count, ==, due->len);
  return due;
}

/* Writes, or passes over, all that is due; the kinds of it in the order of the list. */
static char *
work_off (Fixture *fixture, RcDate today, gboolean write)
{
  g_autoptr (GPtrArray) due = list_due (fixture, today);
  GArray *ids[RC_N_DUE_GROUPS];
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (int i = 0; i < RC_N_DUE_GROUPS; i++)
    ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < due->len; i++)
    {
      const RcDueRecord *record = g_ptr_array_index (due, i);

      g_assert_cmpuint (record->due_on, <=, today);
      g_array_append_val (ids[record->group], record->subject_id);
      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "",
                              rc_enum_to_nick (RC_TYPE_MESSAGE_KIND, (int) record->kind));
    }
  if (due->len > 0)
    {
      g_autoptr (RcCommandResult) result = run_command (
          fixture, rc_write_due_messages_new (fixture->admin, today, ids[0], ids[1], ids[2], write));

      g_assert_cmpint (result->count, ==, (int) due->len);
    }
  for (int i = 0; i < RC_N_DUE_GROUPS; i++)
    g_array_unref (ids[i]);
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

#define assert_written(fixture, today, expected)                                                             \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *written = work_off ((fixture), (today), TRUE);                                          \
    g_assert_cmpstr (written, ==, (expected));                                                               \
  }                                                                                                          \
  G_STMT_END

static gint64
count_kind (Fixture *fixture, const char *kind)
{
  gint64 count = 0;

  g_assert_true (rc_table_get_int (fixture->database, &count, NULL,
                                   "SELECT count (*) FROM messages WHERE kind = $1", "t", kind));
  return count;
}

static char *
get_last_body (Fixture *fixture)
{
  RcStatement *statement = rc_table_query (
      fixture->database, NULL, "SELECT subject || char (10) || body FROM messages ORDER BY id DESC", "");
  char *body;

  g_assert_true (rc_statement_step (statement, NULL));
  body = rc_statement_dup_text (statement, 0);
  rc_statement_reset (statement);
  return body;
}

/* Each on its day, once, however often the day is looked at. */
static void
test_past_due (Fixture *fixture, gconstpointer data)
{
  gint64 customer = invite (fixture);

  create_pa (fixture, fixture->today, customer, TEAM_PRODUCT, 3);
  for (int day = 0; day <= 200; day++)
    {
      RcDate today = rc_date_add_days (fixture->today, day);

      assert_written (fixture, today, day == 31 ? "pa-overdue" : day == 61 ? "pa-suspended" : "");
      assert_written (fixture, today, "");
      if (day == 31)
        {
          g_autofree char *body = get_last_body (fixture);

          g_assert_nonnull (strstr (body, "Payment past due: licenses of Organization 1"));
          g_assert_nonnull (strstr (body, "\n    17 March 2026\n"));
        }
      if (day == 190)
        break; /* before the renewal */
    }
}

/* What was said to a customer before the program was closed is not said again, and what does not hold any more not at all. */
static void
test_closed_for_long (Fixture *fixture, gconstpointer data)
{
  gint64 first = invite (fixture);
  gint64 second = invite (fixture);

  create_pa (fixture, fixture->today, first, TEAM_PRODUCT, 3);
  create_pa (fixture, rc_date_add_days (fixture->today, 20), second, TEAM_PRODUCT, 3);
  assert_written (fixture, rc_date_add_days (fixture->today, 70), "pa-suspended pa-overdue");
  assert_written (fixture, rc_date_add_days (fixture->today, 70), "");
  assert_written (fixture, rc_date_add_days (fixture->today, 100), "pa-suspended");
}

static void
test_not_any_more (Fixture *fixture, gconstpointer data)
{
  gint64 ordered = invite (fixture);
  gint64 moved = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, ordered, TEAM_PRODUCT, 3);
  RcDate late = rc_date_add_days (fixture->today, 40);
  g_autofree char *number = next_number (fixture);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  create_pa (fixture, fixture->today, moved, TEAM_PRODUCT, 3);
  g_array_append_val (ids, pa);
  do_command (fixture, rc_place_order_new (fixture->admin, late, pa, number, late));
  do_command (fixture, rc_record_departure_new (fixture->admin, late, moved));
  assert_written (fixture, late, "");
  /* One that was due when it was chosen, and is not when it is written. */
  g_assert_cmpint (count_kind (fixture, "pa-overdue"), ==, 0);
  {
    g_autoptr (RcCommandResult) result =
        run_command (fixture, rc_write_due_messages_new (fixture->admin, late, ids, NULL, NULL, TRUE));

    g_assert_cmpint (result->count, ==, 0);
  }
  g_assert_cmpint (count_kind (fixture, "pa-overdue"), ==, 0);
}

/* AD − 45, − 30, 0, + 30, and the manager's. */
static void
test_renewal (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int day; /* from the anniversary date */
    const char *kinds;
  } days[] = { { -46, "" },
               { -45, "renewal-notice renewals-coming" },
               { -44, "" },
               { -31, "" },
               { -30, "renewal-open" },
               { -29, "" },
               { -1, "" },
               { 0, "renewal-due" },
               { 1, "" },
               { 29, "" },
               { 30, "renewal-final" },
               { 31, "" },
               { 400, "" } };
  gint64 customer = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, customer, TEAM_PRODUCT, 3);
  g_autofree char *number = next_number (fixture);
  RcDate anniversary = rc_date_new (2027, 1, 15);

  do_command (fixture, rc_place_order_new (fixture->admin, fixture->today, pa, number, fixture->today));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      assert_written (fixture, rc_date_add_days (anniversary, days[i].day), days[i].kinds);
      if (days[i].day == 30)
        {
          g_autofree char *body = get_last_body (fixture);

          g_assert_nonnull (strstr (body, "\n    14 February 2027\n"));
        }
    }
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM dated_messages WHERE message_id IS NULL"), ==, 0);
}

/* The policy's days, not the program's. */
static void
test_policy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);
  gint64 customer = invite (fixture);
  RcDate anniversary = rc_date_new (2027, 1, 15);

  do_command (fixture, rc_set_policy_new (fixture->admin, fixture->today, policy));
  create_pa (fixture, fixture->today, customer, TEAM_PRODUCT, 3);
  assert_written (fixture, rc_date_add_days (fixture->today, 7), "");
  assert_written (fixture, rc_date_add_days (fixture->today, 8), "pa-suspended");
  assert_written (fixture, rc_date_add_days (anniversary, 13), "renewal-due");
  assert_written (fixture, rc_date_add_days (anniversary, 14), "renewal-final");
}

/* One mail to a manager tells of all; who was written to that long ago is not caught up with. */
static void
test_manager (Fixture *fixture, gconstpointer data)
{
  RcDate anniversary = rc_date_new (2027, 1, 15);
  g_autofree char *body = NULL;

  for (int i = 0; i < 3; i++)
    create_pa (fixture, fixture->today, invite (fixture), TEAM_PRODUCT, 1);
  assert_written (
      fixture, rc_date_add_days (anniversary, -40),
      "renewal-notice renewal-notice renewal-notice renewals-coming renewals-coming renewals-coming");
  g_assert_cmpint (count_kind (fixture, "renewals-coming"), ==, 1);
  body = get_last_body (fixture);
  g_assert_nonnull (
      strstr (body, "    Organization 1 – 15 January 2027\n    Organization 2 – 15 January 2027\n"));
  assert_written (fixture, rc_date_add_days (anniversary, 100), "");
}

/* What is passed over does not come back. */
static void
test_passed_over (Fixture *fixture, gconstpointer data)
{
  RcDate late = rc_date_add_days (fixture->today, 31);
  g_autofree char *kinds = NULL;

  create_pa (fixture, fixture->today, invite (fixture), TEAM_PRODUCT, 3);
  kinds = work_off (fixture, late, FALSE);
  g_assert_cmpstr (kinds, ==, "pa-overdue");
  assert_written (fixture, late, "");
  g_assert_cmpint (count_kind (fixture, "pa-overdue"), ==, 0);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM activity WHERE details LIKE '%passed-over%'"), ==,
                   1);
  assert_refused (fixture, rc_write_due_messages_new (fixture->admin, late, NULL, NULL, NULL, TRUE),
                  RC_RULE_ERROR_NOT_FOUND);
}

static GArray *
all_messages (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = rc_message_query_list_ids (fixture->database, NULL, 0, NULL, &error);

  g_assert_no_error (error);
  return ids;
}

static void
set_status (Fixture *fixture, const char *status)
{
  g_assert_true (rc_table_run (fixture->database, NULL,
                               "UPDATE messages SET status = $1, attempts = 5, failure = 'words', "
                               "next_attempt_at = 99 WHERE id = 1",
                               "t", status));
}

/* MS-2: what a user says counts, but not against a message that is being sent or was sent. */
static void
test_said_by_the_user (Fixture *fixture, gconstpointer data)
{
  static const char *const changeable[] = { "waiting", "failed", "unclear" };
  static const char *const fixed[] = { "sending", "sent" };
  gint64 customer = invite (fixture);
  g_autoptr (GArray) ids = all_messages (fixture);

  g_assert_cmpuint (ids->len, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (changeable); i++)
    {
      set_status (fixture, changeable[i]);
      do_command (fixture, rc_retry_messages_new (fixture->admin, fixture->today, ids));
      g_assert_cmpint (get_int (fixture,
                                "SELECT count (*) FROM messages WHERE status = 'waiting' AND attempts "
                                "= 0 AND next_attempt_at IS NULL"),
                       ==, 1);
      set_status (fixture, changeable[i]);
      do_command (fixture, rc_mark_messages_sent_new (fixture->admin, fixture->today, ids));
      g_assert_cmpint (
          get_int (fixture, "SELECT sent_at FROM messages WHERE status = 'sent' AND failure IS NULL"), ==,
          NOW);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      g_autoptr (RcCommandResult) retried = NULL;
      g_autoptr (RcCommandResult) marked = NULL;

      set_status (fixture, fixed[i]);
      retried = run_command (fixture, rc_retry_messages_new (fixture->admin, fixture->today, ids));
      marked = run_command (fixture, rc_mark_messages_sent_new (fixture->admin, fixture->today, ids));
      g_assert_cmpint (retried->count + marked->count, ==, 0);
      g_assert_cmpint (get_int (fixture, "SELECT attempts FROM messages"), ==, 5);
    }
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM activity WHERE command = 'retry-messages'"), ==,
                   3);
  g_assert_cmpint (customer, ==, get_int (fixture, "SELECT max (customer_id) FROM activity"));
}

#define MINUTE (60 * G_USEC_PER_SEC)

/* MS-2: only one sends, and what it leaves unfinished is not sent by the next one. */
static void
test_lease (Fixture *fixture, gconstpointer data)
{
  gboolean taken = FALSE;
  int n_messages = -1;
  gint64 id = 0;

  invite (fixture);
  g_assert_true (
      rc_outbox_table_take_lease (fixture->database, "one", NOW, NOW + MINUTE, FALSE, &taken, NULL));
  g_assert_true (taken);
  g_assert_true (
      rc_outbox_table_take_lease (fixture->database, "two", NOW, NOW + MINUTE, FALSE, &taken, NULL));
  g_assert_false (taken);
  g_assert_true (rc_outbox_table_claim_next (fixture->database, NOW, &id, NULL));
  g_assert_cmpint (id, ==, 1);
  g_assert_true (rc_outbox_table_claim_next (fixture->database, NOW, &id, NULL));
  g_assert_cmpint (id, ==, 0);
  /* Who has it is gone, or has not been heard of for long. */
  g_assert_true (
      rc_outbox_table_take_lease (fixture->database, "two", NOW, NOW + MINUTE, TRUE, &taken, NULL));
  g_assert_true (taken);
  g_assert_true (rc_outbox_table_take_lease (fixture->database, "three", NOW + MINUTE + 1, NOW + 2 * MINUTE,
                                             FALSE, &taken, NULL));
  g_assert_true (taken);
  g_assert_true (rc_outbox_table_give_up_unfinished (fixture->database, "words", &n_messages, NULL));
  g_assert_cmpint (n_messages, ==, 1);
  g_assert_true (rc_outbox_table_claim_next (fixture->database, NOW, &id, NULL));
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM messages WHERE status = 'unclear'"), ==, 1);
  g_assert_true (rc_outbox_table_release (fixture->database, "three", NULL));
  g_assert_true (
      rc_outbox_table_take_lease (fixture->database, "one", NOW, NOW + MINUTE, FALSE, &taken, NULL));
  g_assert_true (taken);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/messages/past-due", test_past_due);
  add_test ("/messages/closed-for-long", test_closed_for_long);
  add_test ("/messages/not-any-more", test_not_any_more);
  add_test ("/messages/renewal", test_renewal);
  add_test ("/messages/policy", test_policy);
  add_test ("/messages/manager", test_manager);
  add_test ("/messages/passed-over", test_passed_over);
  add_test ("/messages/said-by-the-user", test_said_by_the_user);
  add_test ("/messages/lease", test_lease);
  return g_test_run ();
}
