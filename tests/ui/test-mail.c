/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "mail/network-fixture.h"
#include "ui-fixture.h"

#include "rc-due-window.h"
#include "rc-log-query.h"
#include "rc-mail-page.h"
#include "rc-mark-messages-sent.h"
#include "rc-message-window.h"
#include "rc-outbox-bar.h"
#include "rc-preferences-window.h"
#include "rc-style.h"
#include "rc-table.h"

/* MS-1 and MS-2 as they are seen: the mail settings, what is due, and what became of a message. */

#define MOST_SHOWN 200 /* of a group */

static GSettings *
reset_settings (void)
{
  static const char *const keys[] = { "mail-active", "mail-host",         "mail-port",     "mail-security",
                                      "mail-user",   "mail-sender-email", "dated-messages" };
  GSettings *settings = g_settings_new ("org.resellerconsole.ResellerConsole");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  return settings;
}

static GtkEditable *
find_entry (GtkWindow *window, guint nth)
{
  GtkWidget *page = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_MAIL_PAGE, 0);

  return GTK_EDITABLE (dialog_fixture_find (page, ADW_TYPE_ENTRY_ROW, nth));
}

/* It is not switched on before it is complete, and what is wrong is said where it is tried. */
static void
test_settings (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = reset_settings ();
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWidget *page;
  GtkSwitch *active;

  rc_preferences_window_show_mail (RC_PREFERENCES_WINDOW (window));
  dialog_fixture_present (fixture, window);
  page = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_MAIL_PAGE, 0);
  ui_fixture_check_names (page);
  active = GTK_SWITCH (dialog_fixture_find (page, GTK_TYPE_SWITCH, 0));
  gtk_switch_set_active (active, TRUE);
  dialog_fixture_wait_text (window, "Enter the name of the mail server, such as mail.example.com.");
  g_assert_false (gtk_switch_get_active (active));
  g_assert_false (g_settings_get_boolean (settings, "mail-active"));
  dialog_fixture_picture (window, "mail-settings");

  /* Nobody listens there. */
  gtk_editable_set_text (find_entry (window, 0), "127.0.0.1");
  adw_combo_row_set_selected (ADW_COMBO_ROW (dialog_fixture_find (page, ADW_TYPE_COMBO_ROW, 0)),
                              RC_MAIL_SECURITY_NONE);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (window, 1)), ==, "25");
  gtk_editable_set_text (find_entry (window, 1), "1");
  gtk_editable_set_text (find_entry (window, 5), "team@reseller.example");
  g_assert_true (gtk_widget_activate_action (page, "mail.test", NULL));
  dialog_fixture_wait_text (window, "The mail server “127.0.0.1” does not answer on port 1.");
  g_assert_cmpuint (g_settings_get_uint (settings, "mail-port"), ==, 1);
  gtk_switch_set_active (active, TRUE);
  g_assert_true (g_settings_get_boolean (settings, "mail-active"));
  g_settings_reset (settings, "mail-active");
  gtk_window_destroy (window);
}

/* Not to another computer without encryption. */
static void
test_not_in_the_clear (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = reset_settings ();
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWidget *page = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_MAIL_PAGE, 0);

  g_assert_nonnull (settings);
  rc_preferences_window_show_mail (RC_PREFERENCES_WINDOW (window));
  dialog_fixture_present (fixture, window);
  gtk_editable_set_text (find_entry (window, 0), "mail.example.com");
  gtk_editable_set_text (find_entry (window, 5), "team@reseller.example");
  adw_combo_row_set_selected (ADW_COMBO_ROW (dialog_fixture_find (page, ADW_TYPE_COMBO_ROW, 0)),
                              RC_MAIL_SECURITY_NONE);
  g_assert_true (gtk_widget_activate_action (page, "mail.test", NULL));
  dialog_fixture_wait_text (
      window,
      "Without encryption, mail is handed only to a server on this computer. Choose TLS or STARTTLS.");
  gtk_window_destroy (window);
}

typedef struct
{
  RcDueMessages *due;
  guint64 count;
} ExpectedDue;

static gboolean
has_count (gpointer data)
{
  const ExpectedDue *expected = data;

  return rc_due_messages_get_count (expected->due) == expected->count;
}

/* What is ticked is written, the rest stays due. */
static void
test_due (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = reset_settings ();
  g_autoptr (RcMailAccount) account = rc_mail_account_new ();
  g_autoptr (RcDueMessages) due = NULL;
  ExpectedDue expected = { NULL, 2 };
  GtkWindow *window;

  for (int i = 0; i < 2; i++)
    dialog_fixture_make_pa (
        fixture, dialog_fixture_invite (fixture, i == 0 ? "Aarhus Kommune" : "Herning Kommune", 50), 40);
  due = rc_due_messages_new (fixture->workspace, account);
  expected.due = due;
  g_assert_true (dialog_fixture_wait (has_count, &expected));
  window = rc_due_window_new (due);
  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "Herning Kommune");
  ui_fixture_check_names (GTK_WIDGET (window));
  dialog_fixture_picture (window, "due-messages");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (dialog_fixture_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, 1)), FALSE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "due.write", NULL));
  expected.count = 1;
  g_assert_true (dialog_fixture_wait (has_count, &expected));
  g_settings_set_string (settings, "dated-messages", "off");
  g_assert_cmpuint (rc_due_messages_get_to_review (due), ==, 0);
}

static gboolean
is_paused (gpointer data)
{
  return rc_outbox_get_state (data) == RC_OUTBOX_STATE_PAUSED;
}

/* MS-2: to be without a network is a state that is told of, and it passes by itself. */
static void
test_offline (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = reset_settings ();
  g_autoptr (RcMailAccount) account = rc_mail_account_new ();
  g_autoptr (RcOutbox) outbox = NULL;
  g_autoptr (RcDueMessages) due = rc_due_messages_new (fixture->workspace, account);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  g_settings_set_string (settings, "mail-host", "mail.invalid");
  g_settings_set_string (settings, "mail-sender-email", "team@reseller.example");
  g_settings_set_boolean (settings, "mail-active", TRUE);
  dialog_fixture_invite (fixture, "Aarhus Kommune", 3);
  network_fixture_set_available (FALSE);
  outbox = rc_outbox_new (fixture->workspace, account);
  gtk_window_set_child (window, rc_outbox_bar_new (fixture->workspace, outbox, due));
  gtk_window_set_default_size (window, 360, 200);
  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "There is no network. Messages are sent as soon as it is back.");
  ui_fixture_check_names (GTK_WIDGET (window));
  dialog_fixture_picture (window, "offline");
  network_fixture_set_available (TRUE);
  g_assert_true (dialog_fixture_wait (is_paused, outbox));
  dialog_fixture_wait_text (window, "mail.invalid");
  dialog_fixture_wait_text (window, "Next try");
  rc_outbox_close (outbox);
  g_settings_reset (settings, "mail-active");
  gtk_window_destroy (window);
}

/* No more than are written at once are shown: the window says so. */
static void
test_due_rest (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = reset_settings ();
  g_autoptr (RcMailAccount) account = rc_mail_account_new ();
  g_autoptr (RcDueMessages) due = NULL;
  ExpectedDue expected = { NULL, MOST_SHOWN + 1 };
  GtkWindow *window;

  g_assert_nonnull (settings);
  for (int i = 0; i <= MOST_SHOWN; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organization %d", i);

      dialog_fixture_make_pa (fixture, dialog_fixture_invite (fixture, name, 50), 40);
    }
  due = rc_due_messages_new (fixture->workspace, account);
  expected.due = due;
  g_assert_true (dialog_fixture_wait (has_count, &expected));
  window = rc_due_window_new (due);
  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "The first 200 of 201 are shown.");
  dialog_fixture_wait_text (window, "Unselect all");
  gtk_widget_activate_action (GTK_WIDGET (window), "due.toggle-all", NULL);
  dialog_fixture_wait_text (window, "Select all");
}

static gpointer
fail_message (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return rc_table_run (database, error,
                       "UPDATE messages SET status = 'unclear', attempts = 1, failure = '450 4.2.0 Busy'", "")
             ? database
             : NULL;
}

/* What may have been sent says so, and is a person's to decide. */
static void
test_decision (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window;

  dialog_fixture_invite (fixture, "Aarhus Kommune", 3);
  g_assert_nonnull (rc_store_write (rc_workspace_get_store (fixture->workspace), fail_message, NULL, NULL));
  window = rc_message_window_new (fixture->workspace, 1);
  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "450 4.2.0 Busy");
  ui_fixture_check_names (GTK_WIDGET (window));
  dialog_fixture_picture (window, "message-unclear");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "message.mark-sent", NULL));
  dialog_fixture_wait_text (window, "Sent · written");
  gtk_window_destroy (window);
}

#define add(path, function)                                                                                  \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  network_fixture_install ();
  rc_style_load (gdk_display_get_default ());

  add ("/mail/settings", test_settings);
  add ("/mail/not-in-the-clear", test_not_in_the_clear);
  add ("/mail/due", test_due);
  add ("/mail/offline (MS-2)", test_offline);
  add ("/mail/due-more-than-are-shown", test_due_rest);
  add ("/mail/decision", test_decision);
  return g_test_run ();
}
