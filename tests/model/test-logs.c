/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "rc-activity-list.h"
#include "rc-activity-words.h"
#include "rc-activity.h"
#include "rc-command-list.h"
#include "rc-message-list.h"
#include "rc-message.h"
#include "rc-set-time-zone.h"

/* The two logs: newest first, in words, and following each commit (AC-1, MS-1). */

/* AC-1 */
static void
test_changes_in_words (void)
{
  static const struct
  {
    const char *details;
    const char *words;
  } CASES[] = {
    { "{}", "" },
    { "no JSON", "" },
    { "{\"email\": [\"a@b.example\", \"c@d.example\"]}", "Email address: a@b.example → c@d.example" },
    { "{\"anniversary-date\": [null, \"2023-03-15\"]}", "Anniversary date: 03/15/23" },
    { "{\"anniversary-date\": [\"2023-03-15\", null]}", "Anniversary date: 03/15/23 → none" },
    { "{\"purchase-authorization\": [\"PA-1001\", \"PA-1001\"]}", "Purchase authorization: PA-1001" },
    { "{\"Sign-on for teams\": [\"0\", \"5\"]}", "Sign-on for teams: 0 → 5" },
    { "{\"return-days\": [\"14\", \"30\"], \"reason\": [null, \"x\"]}", "Return days: 14 → 30\nReason: x" },
    { "{\"reason\": [null, null]}", "" },
    { "{\"customers\": [null, \"25\"]}", "Customers: 25" },
    { "{\"requested-by-customer\": [null, \"true\"]}", "Requested by the customer: Yes" },
    { "{\"role\": [null, \"account-manager\"]}", "Role: Account manager" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *words = rc_activity_words_changes (CASES[i].details);

      g_assert_cmpstr (words, ==, CASES[i].words);
    }
}

/* A command without a sentence would be shown by its own name. */
static void
test_every_command_has_a_sentence (void)
{
  gsize count;
  const GType *types = rc_command_list_get_types (&count);

  g_assert_cmpuint (count, >, 10);
  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (RcCommandClass) klass = g_type_class_ref (types[i]);
      g_autofree char *words = rc_activity_words_command (klass->name);
      g_autofree char *spelled = g_strdelimit (g_strdup (klass->name), "-", ' ');

      spelled[0] = g_ascii_toupper (spelled[0]);
      g_assert_cmpstr (words, !=, spelled);
    }
}

static void
assert_text (gpointer item, const char *name, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (item, name, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_activity_follows (WorkspaceFixture *fixture, gconstpointer data)
{
  RcLogList *list = rc_activity_list_new (fixture->workspace);
  g_autoptr (RcActivity) newest = NULL;
  guint before;
  gint64 id;

  fixture_settle ();
  before = g_list_model_get_n_items (G_LIST_MODEL (list));
  id = fixture_invite (fixture->workspace, "Aarhus Kommune");
  fixture_invite (fixture->workspace, "Odense Kommune");
  fixture_create_pa (fixture->workspace, id, FIXTURE_TODAY, NULL);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, before + 3);
  newest = g_list_model_get_item (G_LIST_MODEL (list), 0);
  fixture_settle ();
  assert_text (newest, "what", "Created a purchase authorization");
  assert_text (newest, "who", "Primary admin");
  assert_text (newest, "customer", "Aarhus Kommune");
  assert_text (newest, "when", "03/15/23 12:00");

  rc_log_list_set_customer_id (list, id);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  rc_log_list_set_customer_id (list, 0);
  rc_log_list_set_search (list, "odense");
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_finalize_object (list);
}

static gboolean
is_at_nine (gpointer item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "when", &text, NULL);
  return g_strcmp0 (text, "03/15/23 09:00") == 0;
}

/* The times are those of the workspace, whose days count, and become others with its time zone. */
static void
test_time_zone (WorkspaceFixture *fixture, gconstpointer data)
{
  RcLogList *list = rc_activity_list_new (fixture->workspace);
  g_autoptr (RcActivity) activity = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  fixture_invite (fixture->workspace, "Aarhus Kommune");
  fixture_settle ();
  activity = g_list_model_get_item (G_LIST_MODEL (list), 0);
  fixture_settle ();
  assert_text (activity, "when", "03/15/23 12:00");
  result = fixture_run (
      fixture->workspace,
      rc_set_time_zone_new (rc_workspace_get_me (fixture->workspace), FIXTURE_TODAY, "America/Sao_Paulo"),
      NULL);
  g_assert_nonnull (result);
  g_assert_true (fixture_wait (is_at_nine, activity));
  g_assert_finalize_object (list);
}

static void
test_messages_follow (WorkspaceFixture *fixture, gconstpointer data)
{
  RcLogList *list = rc_message_list_new (fixture->workspace);
  g_autoptr (RcMessage) message = NULL;

  fixture_settle ();
  g_assert_cmpint (rc_virtual_list_get_state (RC_VIRTUAL_LIST (list)), ==, RC_LIST_STATE_EMPTY);
  fixture_invite (fixture->workspace, "Aarhus Kommune");
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  message = g_list_model_get_item (G_LIST_MODEL (list), 0);
  fixture_settle ();
  assert_text (message, "kind", "Invitation");
  assert_text (message, "status", "Waiting");
  assert_text (message, "recipient", "It Afdelingen <info@one.example>");
  g_assert_finalize_object (list);
}

static void
add (const char *path, void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up, test, workspace_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/logs/changes-in-words", test_changes_in_words);
  g_test_add_func ("/logs/every-command-has-a-sentence", test_every_command_has_a_sentence);
  add ("/logs/activity-follows", test_activity_follows);
  add ("/logs/messages-follow", test_messages_follow);
  add ("/logs/time-zone", test_time_zone);
  return g_test_run ();
}
