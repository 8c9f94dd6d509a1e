/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "network-fixture.h"
#include "smtp-fixture.h"
#include "workspace-fixture.h"

#include "rc-due-messages.h"
#include "rc-log-query.h"
#include "rc-mark-messages-sent.h"
#include "rc-member.h"
#include "rc-outbox.h"
#include "rc-retry-messages.h"
#include "rc-table.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* MS-2, from the message that is written to the server that has it: sent once, tried again, given up, or not known. */

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

/* The settings live in memory: the same ones for every account of this process. */
static RcMailAccount *
make_account (int port, const char *user)
{
  RcMailAccount *account = rc_mail_account_new ();
  GSettings *settings = rc_mail_account_get_settings (account);

  g_settings_set_string (settings, "mail-host", "localhost");
  g_settings_set_uint (settings, "mail-port", (guint) port);
  g_settings_set_string (settings, "mail-security", "none");
  g_settings_set_string (settings, "mail-user", user);
  g_settings_set_string (settings, "mail-sender-email", "team@reseller.example");
  g_settings_set_boolean (settings, "mail-active", TRUE);
  g_settings_set_string (settings, "dated-messages", "ask");
  return account;
}

static gpointer
read_messages (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = rc_message_query_list_ids (database, NULL, 0, NULL, error);

  if (ids == NULL)
    return NULL;
  return rc_message_query_fetch (database, (const gint64 *) (gpointer) ids->data, ids->len, NULL, error);
}

/* Newest first. */
static GPtrArray *
get_messages (RcWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *messages = rc_store_read (rc_workspace_get_store (workspace), read_messages, NULL, &error);

  g_assert_no_error (error);
  return messages;
}

static GArray *
get_ids (RcWorkspace *workspace)
{
  g_autoptr (GPtrArray) messages = get_messages (workspace);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < messages->len; i++)
    g_array_append_val (ids, ((RcMessageRecord *) g_ptr_array_index (messages, i))->id);
  return ids;
}

typedef struct
{
  RcWorkspace *workspace;
  RcMessageStatus status;
} Expected;

static gboolean
all_have_status (gpointer data)
{
  const Expected *expected = data;
  g_autoptr (GPtrArray) messages = get_messages (expected->workspace);

  for (guint i = 0; i < messages->len; i++)
    if (((RcMessageRecord *) g_ptr_array_index (messages, i))->status != expected->status)
      return FALSE;
  return TRUE;
}

static void
wait_for_status (RcWorkspace *workspace, RcMessageStatus status)
{
  Expected expected = { workspace, status };

  g_assert_true (fixture_wait (all_have_status, &expected));
}

typedef struct
{
  RcOutbox *outbox;
  RcOutboxState state;
} ExpectedState;

static gboolean
has_state (gpointer data)
{
  const ExpectedState *expected = data;

  return rc_outbox_get_state (expected->outbox) == expected->state;
}

static void
wait_for_state (RcOutbox *outbox, RcOutboxState state)
{
  ExpectedState expected = { outbox, state };

  g_assert_true (fixture_wait (has_state, &expected));
}

static RcMessageRecord *
get_only_message (RcWorkspace *workspace)
{
  g_autoptr (GPtrArray) messages = get_messages (workspace);

  g_assert_cmpuint (messages->len, ==, 1);
  return g_steal_pointer (&g_ptr_array_index (messages, 0));
}

static void
close_outbox (RcOutbox *outbox)
{
  rc_outbox_close (outbox);
  fixture_settle ();
  g_assert_finalize_object (outbox);
}

static void
test_sent (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "");
  RcOutbox *outbox;

  fixture_invite (fixture->workspace, "One");
  fixture_invite (fixture->workspace, "Two");
  outbox = rc_outbox_new (fixture->workspace, account);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  /* And what is written later, at once. */
  fixture_invite (fixture->workspace, "Three");
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  wait_for_state (outbox, RC_OUTBOX_STATE_IDLE);
  g_assert_null (rc_outbox_get_text (outbox));
  close_outbox (outbox);
  g_assert_cmpuint (smtp_server_stop (server), ==, 3);
}

static void
test_refused (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start ("--rcpt", "550 5.1.1 No such user", NULL);
  SmtpServer *good = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "");
  g_autoptr (RcOutbox) outbox = rc_outbox_new (fixture->workspace, account);
  g_autoptr (RcMessageRecord) message = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  fixture_invite (fixture->workspace, "One");
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_FAILED);
  message = get_only_message (fixture->workspace);
  g_assert_cmpstr (message->failure, ==, "550 5.1.1 No such user");
  g_assert_cmpint (message->attempts, ==, 1);
  g_assert_cmpint (message->next_attempt_at, ==, 0);
  /* A person has it tried again, after the round that knows the old settings. */
  wait_for_state (outbox, RC_OUTBOX_STATE_IDLE);
  g_settings_set_uint (rc_mail_account_get_settings (account), "mail-port", (guint) good->port);
  ids = get_ids (fixture->workspace);
  result = fixture_run (fixture->workspace,
                        rc_retry_messages_new (rc_workspace_get_me (fixture->workspace), FIXTURE_TODAY, ids),
                        NULL);
  g_assert_cmpint (result->count, ==, 1);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  rc_outbox_close (outbox);
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
  g_assert_cmpuint (smtp_server_stop (good), ==, 1);
}

typedef struct
{
  RcWorkspace *workspace;
  int attempts;
} ExpectedAttempts;

static gboolean
was_tried (gpointer data)
{
  const ExpectedAttempts *expected = data;
  g_autoptr (RcMessageRecord) message = get_only_message (expected->workspace);

  return message->attempts == expected->attempts && message->status != RC_MESSAGE_STATUS_SENDING;
}

/* The pauses grow, and there is an end to it. */
static void
test_tried_again (WorkspaceFixture *fixture, gconstpointer data)
{
  static const int minutes[] = { 1, 5, 15, 60, 120, 240, 480 };
  SmtpServer *server = smtp_server_start ("--rcpt", "450 4.2.0 Greylisted", NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "");
  g_autoptr (RcOutbox) outbox = rc_outbox_new (fixture->workspace, account);
  gint64 now = rc_clock_get_now (fixture->clock);

  fixture_invite (fixture->workspace, "One");
  for (int attempt = 1; attempt <= 8; attempt++)
    {
      ExpectedAttempts expected = { fixture->workspace, attempt };
      g_autoptr (RcMessageRecord) message = NULL;

      g_assert_true (fixture_wait (was_tried, &expected));
      message = get_only_message (fixture->workspace);
      g_assert_cmpstr (message->failure, ==, "450 4.2.0 Greylisted");
      if (attempt == 8)
        {
          g_assert_cmpint (message->status, ==, RC_MESSAGE_STATUS_FAILED);
          break;
        }
      g_assert_cmpint (message->status, ==, RC_MESSAGE_STATUS_WAITING);
      g_assert_cmpint (message->next_attempt_at, ==, now + minutes[attempt - 1] * MINUTE);
      now = message->next_attempt_at;
      rc_clock_set (fixture->clock, FIXTURE_TODAY, now);
      rc_outbox_try_now (outbox);
    }
  rc_outbox_close (outbox);
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
}

/* What is wrong with the server is no message's fault: nothing is counted, and nothing else is tried. */
static void
test_server_fault (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  int port = server->port;
  SmtpServer *good = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (port, "");
  g_autoptr (RcOutbox) outbox = NULL;
  g_autoptr (RcMessageRecord) message = NULL;

  smtp_server_stop (server);
  fixture_invite (fixture->workspace, "One");
  outbox = rc_outbox_new (fixture->workspace, account);
  wait_for_state (outbox, RC_OUTBOX_STATE_PAUSED);
  g_assert_nonnull (strstr (rc_outbox_get_text (outbox), "does not answer"));
  g_assert_nonnull (strstr (rc_outbox_get_text (outbox), "Next try"));
  message = get_only_message (fixture->workspace);
  g_assert_cmpint (message->status, ==, RC_MESSAGE_STATUS_WAITING);
  g_assert_cmpint (message->attempts, ==, 0);
  g_assert_nonnull (strstr (message->failure, "does not answer"));
  /* As soon as the settings are right. */
  g_settings_set_uint (rc_mail_account_get_settings (account), "mail-port", (guint) good->port);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  rc_outbox_close (outbox);
  g_assert_cmpuint (smtp_server_stop (good), ==, 1);
}

typedef struct
{
  RcOutbox *outbox;
  int n_rounds; /* that were begun */
  int wanted;
} Rounds;

static void
count_rounds (RcOutbox *outbox, GParamSpec *pspec, gpointer user_data)
{
  Rounds *rounds = user_data;

  rounds->n_rounds += rc_outbox_get_state (outbox) == RC_OUTBOX_STATE_SENDING;
}

static gboolean
has_tried (gpointer data)
{
  const Rounds *rounds = data;

  return rounds->n_rounds == rounds->wanted && rc_outbox_get_state (rounds->outbox) == RC_OUTBOX_STATE_PAUSED;
}

static void
assert_waits_untried (RcWorkspace *workspace)
{
  g_autoptr (RcMessageRecord) message = get_only_message (workspace);

  g_assert_cmpint (message->status, ==, RC_MESSAGE_STATUS_WAITING);
  g_assert_cmpint (message->attempts, ==, 0);
}

/* MS-2: to be without a network is no fault. What is written waits, nothing is tried, and it goes on when the network is back;
 * a pause because of a name that nobody knows ends then too. */
static void
test_offline (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *good = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (465, "");
  GSettings *settings = rc_mail_account_get_settings (account);
  g_autoptr (RcOutbox) outbox = NULL;
  Rounds rounds = { NULL, 0, 1 };

  g_settings_set_string (settings, "mail-host", "mail.invalid");
  g_settings_set_string (settings, "mail-security", "tls");
  network_fixture_set_available (FALSE);
  fixture_invite (fixture->workspace, "One");
  outbox = rc_outbox_new (fixture->workspace, account);
  rounds.outbox = outbox;
  g_signal_connect (outbox, "notify::state", G_CALLBACK (count_rounds), &rounds);
  wait_for_state (outbox, RC_OUTBOX_STATE_OFFLINE);
  g_assert_cmpstr (rc_outbox_get_text (outbox), ==,
                   "There is no network. Messages are sent as soon as it is back.");
  rc_outbox_try_now (outbox);
  fixture_settle ();
  g_assert_cmpint (rc_outbox_get_state (outbox), ==, RC_OUTBOX_STATE_OFFLINE);
  g_assert_cmpint (rounds.n_rounds, ==, 0);
  assert_waits_untried (fixture->workspace);

  network_fixture_set_available (TRUE);
  g_assert_true (fixture_wait (has_tried, &rounds));
  g_assert_nonnull (strstr (rc_outbox_get_text (outbox), "“mail.invalid” was not found"));
  assert_waits_untried (fixture->workspace);

  rounds.wanted = 2;
  network_fixture_set_available (FALSE);
  wait_for_state (outbox, RC_OUTBOX_STATE_OFFLINE);
  network_fixture_set_available (TRUE);
  g_assert_true (fixture_wait (has_tried, &rounds));

  g_settings_set_string (settings, "mail-security", "none");
  g_settings_set_string (settings, "mail-host", "localhost");
  g_settings_set_uint (settings, "mail-port", (guint) good->port);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  rc_outbox_close (outbox);
  g_assert_cmpuint (smtp_server_stop (good), ==, 1);
}

/* A server on this computer is there without a network. */
static void
test_offline_local (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "");
  g_autoptr (RcOutbox) outbox = NULL;

  network_fixture_set_available (FALSE);
  fixture_invite (fixture->workspace, "One");
  outbox = rc_outbox_new (fixture->workspace, account);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  network_fixture_set_available (TRUE);
  rc_outbox_close (outbox);
  g_assert_cmpuint (smtp_server_stop (server), ==, 1);
}

/* The window closes while the server thinks it over. */
static void
test_closed_while_sending (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start ("--hang", "end", NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "");
  g_autoptr (RcOutbox) outbox = rc_outbox_new (fixture->workspace, account);
  g_autoptr (RcMessageRecord) message = NULL;
  gint64 start;

  fixture_invite (fixture->workspace, "One");
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENDING);
  for (;;)
    {
      g_autofree char *line = smtp_server_read_line (server);

      if (g_str_equal (line, "STAGE end"))
        break;
    }
  start = g_get_monotonic_time ();
  rc_outbox_close (outbox);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 15 * G_TIME_SPAN_SECOND);
  message = get_only_message (fixture->workspace);
  g_assert_cmpint (message->status, ==, RC_MESSAGE_STATUS_UNCLEAR);
  smtp_server_stop (server);
}

static void
kill_while_sending (const char *path)
{
  SmtpServer *server = smtp_server_start ("--hang", "end", NULL);
  g_autofree char *helper = g_test_build_filename (G_TEST_BUILT, "outbox-helper", NULL);
  g_autofree char *port = g_strdup_printf ("%d", server->port);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, helper, path, port, NULL);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  got = smtp_server_read_line (server);
  g_assert_true (g_str_has_prefix (got, "GOT "));
  g_subprocess_send_signal (process, SIGKILL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  smtp_server_stop (server);
}

/* The server has it, the program is killed before it knows: it is not sent again by itself. */
static void
test_killed (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *good = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (good->port, "");
  g_autoptr (RcOutbox) outbox = NULL;
  g_autoptr (RcMessageRecord) message = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (RcCommandResult) result = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *line = NULL;

  fixture_invite (fixture->workspace, "One");
  kill_while_sending (fixture->path);
  message = get_only_message (fixture->workspace);
  g_assert_cmpint (message->status, ==, RC_MESSAGE_STATUS_SENDING);
  g_clear_pointer (&message, rc_message_record_free);
  outbox = rc_outbox_new (fixture->workspace, account);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_UNCLEAR);
  wait_for_state (outbox, RC_OUTBOX_STATE_IDLE);
  message = get_only_message (fixture->workspace);
  g_assert_cmpstr (message->failure, ==, "The program ended while this message was being sent.");
  /* Where a person wants it, it goes under the same Message-ID. */
  ids = get_ids (fixture->workspace);
  result = fixture_run (fixture->workspace,
                        rc_retry_messages_new (rc_workspace_get_me (fixture->workspace), FIXTURE_TODAY, ids),
                        NULL);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  rc_outbox_close (outbox);
  expected = g_strdup_printf ("GOT <%s> %s", message->message_id, message->recipient_email);
  line = smtp_server_read_line (good);
  g_assert_cmpstr (line, ==, expected);
  g_assert_cmpuint (smtp_server_stop (good), ==, 0);
}

/* Two windows on one file: each message goes once. */
static void
test_two_windows (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "");
  g_autoptr (RcWorkspace) second = fixture_open (fixture->path, fixture->clock, NULL);
  RcOutbox *outboxes[2];

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Customer %d", i);

      fixture_invite (fixture->workspace, name);
    }
  outboxes[0] = rc_outbox_new (fixture->workspace, account);
  outboxes[1] = rc_outbox_new (second, account);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  close_outbox (outboxes[0]);
  close_outbox (outboxes[1]);
  rc_workspace_close (second);
  g_assert_cmpuint (smtp_server_stop (server), ==, 12);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RcPasswordKept kept;

  g_assert_true (rc_password_store_save_finish (result, &kept, NULL));
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* The password is in the keyring, and nowhere else. Once it was saved, what waited is sent. */
static void
test_password (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start ("--password", "secret phrase", NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "desk");
  g_autoptr (RcOutbox) outbox = NULL;
  g_autofree char *contents = NULL;
  gsize size = 0;
  gboolean saved = FALSE;

  fixture_invite (fixture->workspace, "One");
  outbox = rc_outbox_new (fixture->workspace, account);
  wait_for_state (outbox, RC_OUTBOX_STATE_PAUSED);
  g_assert_nonnull (strstr (rc_outbox_get_text (outbox), "password"));
  rc_password_store_save_async ("localhost", "desk", "secret phrase", NULL, on_saved, &saved);
  g_assert_true (fixture_wait (is_set, &saved));
  rc_mail_account_tell_password (account);
  wait_for_status (fixture->workspace, RC_MESSAGE_STATUS_SENT);
  rc_outbox_close (outbox);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  g_assert_null (memmem (contents, size, "secret phrase", strlen ("secret phrase")));
  g_assert_cmpuint (smtp_server_stop (server), ==, 1);
}

/* The sample's customers have addresses too. */
static void
test_sample (WorkspaceFixture *fixture, gconstpointer data)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailAccount) account = make_account (server->port, "");
  g_autoptr (RcOutbox) outbox = NULL;

  fixture_invite (fixture->workspace, "One");
  outbox = rc_outbox_new (fixture->workspace, account);
  fixture_settle ();
  g_assert_cmpint (rc_outbox_get_state (outbox), ==, RC_OUTBOX_STATE_OFF);
  rc_outbox_close (outbox);
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
}

static gboolean
has_due (gpointer data)
{
  return rc_due_messages_get_count (data) > 0;
}

static gboolean
has_none_due (gpointer data)
{
  return rc_due_messages_get_count (data) == 0;
}

static guint
count_kind (RcWorkspace *workspace, RcMessageKind kind)
{
  g_autoptr (GPtrArray) messages = get_messages (workspace);
  guint n = 0;

  for (guint i = 0; i < messages->len; i++)
    n += ((RcMessageRecord *) g_ptr_array_index (messages, i))->kind == kind;
  return n;
}

/* MS-1: midnight brings a mail; it is asked about, or written by itself, or neither. */
static void
test_dated (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (RcMailAccount) account = make_account (25, "");
  GSettings *settings = rc_mail_account_get_settings (account);
  gint64 customer = fixture_invite (fixture->workspace, "One");
  g_autoptr (RcDueMessages) due = NULL;
  RcDate overdue = rc_date_add_days (FIXTURE_TODAY, 31);

  g_settings_set_boolean (settings, "mail-active", FALSE);
  fixture_create_pa (fixture->workspace, customer, FIXTURE_TODAY, NULL);
  due = rc_due_messages_new (fixture->workspace, account);
  fixture_settle ();
  g_assert_cmpuint (rc_due_messages_get_count (due), ==, 0);
  rc_clock_set (fixture->clock, overdue, fixture_noon (overdue));
  rc_workspace_check_day (fixture->workspace);
  g_assert_true (fixture_wait (has_due, due));
  g_assert_cmpuint (rc_due_messages_get_to_review (due), ==, 1);
  g_settings_set_string (settings, "dated-messages", "off");
  g_assert_cmpuint (rc_due_messages_get_to_review (due), ==, 0);
  g_assert_cmpuint (count_kind (fixture->workspace, RC_MESSAGE_KIND_PA_OVERDUE), ==, 0);
  g_settings_set_string (settings, "dated-messages", "send");
  g_assert_true (fixture_wait (has_none_due, due));
  g_assert_cmpuint (count_kind (fixture->workspace, RC_MESSAGE_KIND_PA_OVERDUE), ==, 1);
}

#define add(path, function)                                                                                  \
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up, function, workspace_fixture_tear_down)

static void
use_keyring_of_the_test (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "test.keyring", NULL);

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  use_keyring_of_the_test ();
  network_fixture_install ();

  add ("/outbox/sent", test_sent);
  add ("/outbox/refused", test_refused);
  add ("/outbox/tried-again", test_tried_again);
  add ("/outbox/server-fault", test_server_fault);
  add ("/outbox/offline", test_offline);
  add ("/outbox/offline-with-a-local-server", test_offline_local);
  add ("/outbox/closed-while-sending", test_closed_while_sending);
  add ("/outbox/killed", test_killed);
  add ("/outbox/two-windows", test_two_windows);
  add ("/outbox/password", test_password);
  g_test_add ("/outbox/sample", WorkspaceFixture, NULL, workspace_fixture_set_up_sample, test_sample,
              workspace_fixture_tear_down);
  add ("/outbox/dated", test_dated);
  return g_test_run ();
}
