/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "commands/faulty-disk.h"
#include "rc-acceptance-dialog.h"
#include "rc-actions.h"
#include "rc-backup-page.h"
#include "rc-bulk-renewal-dialog.h"
#include "rc-due-messages.h"
#include "rc-due-window.h"
#include "rc-field-row.h"
#include "rc-import-dialog.h"
#include "rc-mail-account.h"
#include "rc-place-direct-order.h"
#include "rc-preferences-window.h"
#include "rc-product-line.h"
#include "rc-question-dialog.h"
#include "rc-renewal-dialog.h"
#include "rc-return-dialog.h"
#include "rc-style.h"
#include "rc-workspace-group.h"

/* What is to be seen where the disk is full, a window is closed in the middle, or the computer's date goes back: clear words,
 * nothing half done, and it goes on when the trouble is over. */

#define NO_ROOM "There is no room left on the disk. Free some space and try again."
#define DAYS_TO_READY 350
#define N_MANY 12
#define N_ROWS 300

static void
order (DialogFixture *fixture, gint64 customer_id, int days_ago, const char *number)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  RcDate date = rc_date_add_days (fixture->today, -days_ago);

  g_ptr_array_add (lines, rc_product_line_new ("PS-TEAM", N_LICENCES));
  dialog_fixture_run (fixture, rc_place_direct_order_new (rc_workspace_get_me (fixture->workspace), date,
                                                          customer_id, number, date, lines));
}

static void
make_ready (DialogFixture *fixture, gint64 *customers, guint n_customers)
{
  for (guint i = 0; i < n_customers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Kommune %u", i);
      g_autofree char *number = g_strdup_printf ("ORD-%u", i);

      customers[i] = dialog_fixture_invite (fixture, name, DAYS_TO_READY);
      order (fixture, customers[i], DAYS_TO_READY, number);
    }
}

/* A command that could not be written is said so in its dialog, where it can be tried again. */
static void
test_full_disk (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 3);
  GtkWindow *dialog = rc_acceptance_dialog_new (fixture->workspace, customer);
  g_autoptr (RcMembershipRecord) before = NULL;
  g_autoptr (RcMembershipRecord) after = NULL;

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "Aarhus Kommune");
  faulty_disk.writes_left = 0;
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, NO_ROOM);
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_picture (dialog, "full-disk");
  g_assert_false (fixture->completed);
  before = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (before->customer->invitation_status, ==, RC_INVITATION_STATUS_PENDING);
  faulty_disk.writes_left = -1;
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  after = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (after->customer->invitation_status, ==, RC_INVITATION_STATUS_ACCEPTED);
}

static GtkWindow *
present_bulk (DialogFixture *fixture, const gint64 *customers, guint n_customers)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *loaded = g_strdup_printf ("%u of %u customers selected", n_customers, n_customers);
  GtkWindow *dialog;

  g_array_append_vals (ids, customers, n_customers);
  dialog = rc_bulk_renewal_dialog_new (fixture->workspace, ids);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, loaded);
  for (guint i = 0; i < n_customers; i++)
    {
      GListModel *batch = G_LIST_MODEL (rc_bulk_renewal_dialog_get_batch (RC_BULK_RENEWAL_DIALOG (dialog)));
      g_autoptr (RcRenewalDraft) draft = g_list_model_get_item (batch, i);
      g_autofree char *number = g_strdup_printf ("R-%u", i);

      rc_renewal_draft_set_number (draft, number);
    }
  return dialog;
}

/* How many were renewed; each has its order, its new date, or none of them. */
static guint
count_renewed (DialogFixture *fixture, const gint64 *customers, guint n_customers)
{
  guint n_renewed = 0;

  for (guint i = 0; i < n_customers; i++)
    {
      g_autoptr (RcMembershipRecord) membership = dialog_fixture_load (fixture, customers[i]);
      guint renewed = membership->renewals->len;
      RcDate first = rc_date_add_months (rc_date_add_days (fixture->today, -DAYS_TO_READY), 12, 0);

      g_assert_cmpuint (renewed, <=, 1);
      g_assert_cmpuint (membership->orders->len, ==, 1 + renewed);
      g_assert_cmpuint (membership->customer->anniversary_date, ==,
                        rc_date_add_months (first, renewed * 12, 0));
      n_renewed += renewed;
    }
  return n_renewed;
}

/* RN-4: each renewal is whole or not there; what there was no room for stays in the dialog with the reason. */
static void
test_full_disk_during_renewals (DialogFixture *fixture, gconstpointer data)
{
  gint64 customers[N_MANY];
  GtkWindow *dialog;
  g_autofree char *all = g_strdup_printf ("%d renewed", N_MANY);

  make_ready (fixture, customers, N_MANY);
  dialog = present_bulk (fixture, customers, N_MANY);
  faulty_disk.writes_left = 60; /* for some of them */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "renewals.run", NULL);
  dialog_fixture_wait_text (dialog, NO_ROOM);
  dialog_fixture_wait_text (dialog, "refused");
  dialog_fixture_picture (dialog, "full-disk-renewals");
  faulty_disk.writes_left = -1;
  g_assert_cmpuint (count_renewed (fixture, customers, N_MANY), <, N_MANY);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "renewals.run", NULL);
  dialog_fixture_wait_text (dialog, all);
  g_assert_cmpuint (count_renewed (fixture, customers, N_MANY), ==, N_MANY);
}

static gboolean
has_row (gpointer data)
{
  return gtk_list_box_get_row_at_index (data, 0) != NULL;
}

static void
restore_first (GtkWidget *list)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  GtkWindow *question;

  g_assert_true (gtk_widget_activate (dialog_fixture_find (row, GTK_TYPE_BUTTON, 0)));
  question = dialog_fixture_wait_question ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (question), "question.confirm", NULL));
}

/* What there is no room to put back leaves the workspace as it was, and the list under the pointer too. */
static void
test_full_disk_while_restoring (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  g_autoptr (RcMembershipRecord) membership = NULL;
  GtkWindow *window;
  GtkWidget *page;
  GObject *list;
  g_autoptr (GtkListBoxRow) row = NULL;
  gint64 customer;

  g_settings_set_string (settings, "backup-folder", fixture->directory);
  window = dialog_fixture_open_preferences (fixture, "backups");
  page = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_BACKUP_PAGE, 0);
  list = gtk_widget_get_template_child (page, RC_TYPE_BACKUP_PAGE, "list");
  g_assert_true (gtk_widget_activate_action (page, "backup.make", NULL));
  g_assert_true (dialog_fixture_wait (has_row, list));
  customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 3);
  row = g_object_ref (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  faulty_disk.writes_left = 0;
  restore_first (GTK_WIDGET (list));
  dialog_fixture_wait_text (window, NO_ROOM);
  ui_fixture_settle ();
  g_assert_true (row == gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  faulty_disk.writes_left = -1;
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpstr (membership->customer->name, ==, "Aarhus Kommune");
  restore_first (GTK_WIDGET (list));
  dialog_fixture_wait_text (window, "The backup was restored.");
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Everything that was begun when the window went is whole, and nothing more is begun. */
static void
test_closed_during_renewals (DialogFixture *fixture, gconstpointer data)
{
  gint64 customers[N_MANY];
  gpointer dialog;
  guint n_renewed;

  make_ready (fixture, customers, N_MANY);
  dialog = present_bulk (fixture, customers, N_MANY);
  g_object_add_weak_pointer (dialog, &dialog);
  gtk_widget_activate_action (dialog, "renewals.run", NULL);
  gtk_window_destroy (dialog);
  g_assert_true (dialog_fixture_wait (is_gone, &dialog)); /* what runs keeps it */
  n_renewed = count_renewed (fixture, customers, N_MANY);
  g_assert_cmpuint (n_renewed, <, N_MANY);
  ui_fixture_settle ();
  g_assert_cmpuint (count_renewed (fixture, customers, N_MANY), ==, n_renewed);
}

static gboolean
is_at_result (gpointer stack)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "result") == 0;
}

static gboolean
is_at_mapping (gpointer stack)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "mapping") == 0;
}

/* (transfer none) the dialog, when it is about to import */
static GtkWindow *
prepare_import (DialogFixture *fixture)
{
  GtkWindow *dialog = rc_import_dialog_new (fixture->workspace);
  GtkWidget *stack = dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_STACK, 0);
  g_autofree char *path = g_build_filename (fixture->directory, "members.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text =
      g_string_new ("name,segment,type,country,region,street,city,zip,given name,family name,email\n");

  for (int i = 0; i < N_ROWS; i++)
    g_string_append_printf (
        text, "Museum %d,education,team,IT,Lazio,Via 1,Roma,00184,Ufficio,Acquisti,a%d@example.org\n", i, i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  dialog_fixture_present (fixture, dialog);
  rc_import_dialog_open_file (RC_IMPORT_DIALOG (dialog), file);
  g_assert_true (dialog_fixture_wait (is_at_mapping, stack));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  g_assert_true (dialog_fixture_wait (is_at_result, stack));
  return dialog;
}

static guint64
count_customers (DialogFixture *fixture)
{
  return rc_workspace_get_count (fixture->workspace, RC_FILTER_ALL_CUSTOMERS);
}

static gboolean
has_no_window (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static gboolean
asks (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (RC_IS_QUESTION_DIALOG (window) && gtk_window_get_transient_for (window) == data)
        return TRUE;
    }
  return FALSE;
}

/* A name that was typed and could not be written is not lost with the window: it is said, and can be closed anew. */
static void
test_name_on_leaving (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWidget *group = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_WORKSPACE_GROUP, 0);
  RcFieldRow *row =
      RC_FIELD_ROW (gtk_widget_get_template_child (group, RC_TYPE_WORKSPACE_GROUP, "reseller_row"));

  g_object_ref (window);
  dialog_fixture_present (fixture, window);
  rc_field_row_set_value (row, "Nordlys Software A/S");
  faulty_disk.writes_left = 0;
  gtk_window_close (window);
  dialog_fixture_wait_text (window, NO_ROOM);
  g_assert_true (dialog_fixture_wait (asks, window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_cmpstr (rc_field_row_get_value (row), ==, "Nordlys Software A/S");
  faulty_disk.writes_left = -1;
  gtk_window_close (window);
  g_assert_true (dialog_fixture_wait (has_no_window, window));
  g_assert_cmpstr (rc_workspace_get_reseller_name (fixture->workspace), ==, "Nordlys Software A/S");
  g_object_unref (window);
}

/* IO-2: all rows or none, also where there is no room for all of them; it is said, and can be tried again. */
static void
test_full_disk_during_import (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = prepare_import (fixture);

  faulty_disk.writes_left = 20;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  dialog_fixture_wait_text (dialog, NO_ROOM);
  dialog_fixture_picture (dialog, "full-disk-import");
  faulty_disk.writes_left = -1;
  g_assert_cmpuint (count_customers (fixture), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  dialog_fixture_wait_text (dialog, "300 customers were added");
}

static gboolean
has_all_or_none (gpointer data)
{
  guint64 count = count_customers (data);

  g_assert_true (count == 0 || count == N_ROWS);
  return count == N_ROWS;
}

/* A window that is closed in the middle of it leaves the import to the end: it is one transaction. */
static void
test_closed_during_import (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = prepare_import (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  gtk_window_destroy (dialog);
  g_assert_true (dialog_fixture_wait (has_all_or_none, fixture));
}

/* RN-1, OR-4, CU-7: when the date goes back, what is of a later day stays, is not done twice, and is not offered; when it is right
 * again all goes on. */
static void
test_clock_set_back (DialogFixture *fixture, gconstpointer data)
{
  RcDate today = fixture->today;
  gint64 customers[1], newcomer = dialog_fixture_invite (fixture, "Aarhus Kommune", 0);
  g_autoptr (RcMembershipRecord) membership = NULL;
  GtkWindow *renewal, *returning, *acceptance;

  make_ready (fixture, customers, 1);
  order (fixture, newcomer, 0, "ORD-NEW");
  dialog_fixture_set_today (fixture, rc_date_add_days (today, -40));
  renewal = rc_renewal_dialog_new (fixture->workspace, customers[0]);
  dialog_fixture_present (fixture, renewal);
  dialog_fixture_wait_text (renewal, "The renewal window is not open yet.");
  returning = rc_return_dialog_new (fixture->workspace, newcomer);
  dialog_fixture_present (fixture, returning);
  dialog_fixture_wait_text (returning,
                            "The order is of a later day than today. Check the date of this computer.");
  dialog_fixture_picture (returning, "return-clock-back");
  acceptance = rc_acceptance_dialog_new (fixture->workspace, newcomer);
  dialog_fixture_present (fixture, acceptance);
  dialog_fixture_wait_text (acceptance, "Aarhus Kommune");
  dialog_fixture_press_run (acceptance);
  dialog_fixture_wait_text (acceptance, "Check the date of this computer.");
  g_assert_false (fixture->completed);

  dialog_fixture_set_today (fixture, today);
  membership = dialog_fixture_load (fixture, newcomer);
  g_assert_cmpuint (membership->orders->len, ==, 1);
  gtk_window_destroy (renewal);
  renewal = rc_renewal_dialog_new (fixture->workspace, customers[0]);
  dialog_fixture_present (fixture, renewal);
  dialog_fixture_wait_text (renewal, "as now");
}

typedef struct
{
  RcDueMessages *due;
  guint64 count;
} ExpectedDue;

static gboolean
has_due (gpointer data)
{
  const ExpectedDue *expected = data;

  return rc_due_messages_get_count (expected->due) == expected->count;
}

/* MS-1: what a date brought was written once, however often the date comes. */
static void
test_dates_come_again (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (RcMailAccount) account = rc_mail_account_new ();
  g_autoptr (RcDueMessages) due = NULL;
  RcDate today = fixture->today;
  ExpectedDue expected = { NULL, 1 };
  GtkWindow *window;

  dialog_fixture_make_pa (fixture, dialog_fixture_invite (fixture, "Aarhus Kommune", 50), 40);
  due = rc_due_messages_new (fixture->workspace, account);
  expected.due = due;
  g_assert_true (dialog_fixture_wait (has_due, &expected));
  window = rc_due_window_new (due);
  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "Aarhus Kommune");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "due.write", NULL));
  expected.count = 0;
  g_assert_true (dialog_fixture_wait (has_due, &expected));
  for (int days = -20; days <= 0; days += 10)
    {
      dialog_fixture_set_today (fixture, rc_date_add_days (today, days));
      ui_fixture_settle ();
      g_assert_cmpuint (rc_due_messages_get_count (due), ==, 0);
    }
  expected.count = 1; /* the next one: suspended */
  dialog_fixture_set_today (fixture, rc_date_add_days (today, 30));
  g_assert_true (dialog_fixture_wait (has_due, &expected));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  faulty_disk_set_up ();
  rc_style_load (gdk_display_get_default ());
#define ADD(path, function)                                                                                  \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)
  ADD ("/trouble/full-disk", test_full_disk);
  ADD ("/trouble/full-disk-during-renewals", test_full_disk_during_renewals);
  ADD ("/trouble/full-disk-while-restoring", test_full_disk_while_restoring);
  ADD ("/trouble/name-on-leaving", test_name_on_leaving);
  ADD ("/trouble/closed-during-renewals", test_closed_during_renewals);
  ADD ("/trouble/full-disk-during-import", test_full_disk_during_import);
  ADD ("/trouble/closed-during-import", test_closed_during_import);
  ADD ("/trouble/clock-set-back", test_clock_set_back);
  ADD ("/trouble/dates-come-again", test_dates_come_again);
#undef ADD
  return g_test_run ();
}
