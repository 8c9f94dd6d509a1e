/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-customer-list.h"
#include "rc-detail-pane.h"
#include "rc-log-list.h"
#include "rc-log-page.h"
#include "rc-membership.h"
#include "rc-opening-page.h"
#include "rc-state-page.h"
#include "rc-welcome-page.h"

/* What the window shows where something is missing, fails, comes back, or the day changes. */

static gpointer
execute (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (rc_database_execute (database, data, error));
}

/* Changes the workspace's file beneath the program. */
static void
change_file (UiFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  rc_store_write (rc_workspace_get_store (fixture->workspace), execute, (gpointer) sql, &error);
  g_assert_no_error (error);
}

typedef struct
{
  RcVirtualList *list;
  RcMembership *membership;
  RcListState state;
} Expected;

static gboolean
is_in_state (gpointer data)
{
  Expected *expected = data;

  return (expected->list ? rc_virtual_list_get_state (expected->list)
                         : rc_membership_get_state (expected->membership))
         == expected->state;
}

static GtkWidget *
find_state_page (GtkWidget *page)
{
  return dialog_fixture_find (page, RC_TYPE_STATE_PAGE, 0);
}

static const char *
get_shown (GtkWidget *state_page)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_template_child (state_page, RC_TYPE_STATE_PAGE, "stack")));
}

static void
check_shown (UiFixture *fixture, GtkWidget *page, const char *name)
{
  ui_fixture_settle ();
  g_assert_cmpstr (get_shown (find_state_page (page)), ==, name);
  ui_fixture_check_names (GTK_WIDGET (fixture->window));
}

/* A page whose rows cannot be read says so, and what was wrong; “Try again” brings them back. */
static void
check_failure (UiFixture *fixture, GtkWidget *page, Expected expected, const char *table)
{
  g_autofree char *break_it = g_strdup_printf ("ALTER TABLE %s RENAME TO elsewhere", table);
  g_autofree char *mend_it = g_strdup_printf ("ALTER TABLE elsewhere RENAME TO %s", table);

  expected.state = RC_LIST_STATE_CONTENT;
  g_assert_true (ui_fixture_wait (is_in_state, &expected));
  check_shown (fixture, page, "content");
  change_file (fixture, break_it);
  if (expected.list)
    rc_virtual_list_reload (expected.list);
  else
    rc_membership_reload (expected.membership);
  expected.state = RC_LIST_STATE_ERROR;
  g_assert_true (ui_fixture_wait (is_in_state, &expected));
  check_shown (fixture, page, "error");
  ui_fixture_picture (GTK_WIDGET (fixture->window), "failed");
  change_file (fixture, mend_it);
  g_signal_emit_by_name (find_state_page (page), "retry");
  expected.state = RC_LIST_STATE_CONTENT;
  g_assert_true (ui_fixture_wait (is_in_state, &expected));
  check_shown (fixture, page, "content");
}

static void
test_lists_fail (void)
{
  static const struct
  {
    const char *page;
    const char *child;
    const char *table;
  } cases[] = { { "all-customers", "customers", "customers" },
                { "messages", "messages", "messages" },
                { "activity", "activity", "activity" } };
  UiFixture fixture;

  ui_fixture_open (&fixture, 1280, 860);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page;
      RcVirtualList *list;

      rc_window_show_page (fixture.window, cases[i].page);
      page = ui_fixture_child (&fixture, cases[i].child);
      list = RC_IS_LOG_PAGE (page)
                 ? rc_log_page_get_list (RC_LOG_PAGE (page))
                 : RC_VIRTUAL_LIST (rc_customer_list_view_get_list (RC_CUSTOMER_LIST_VIEW (page)));
      ui_fixture_settle ();
      check_failure (&fixture, page, (Expected){ .list = list }, cases[i].table);
    }
  ui_fixture_close (&fixture);
}

static void
test_details_fail (void)
{
  UiFixture fixture;
  GtkWidget *pane;
  g_autoptr (RcMembership) membership = NULL;
  RcCustomerSelection *selection;

  ui_fixture_open (&fixture, 1280, 860);
  pane = ui_fixture_child (&fixture, "pane");
  g_object_get (pane, "membership", &membership, NULL);
  check_shown (&fixture, pane, "empty");
  selection = rc_customer_list_view_get_selection (ui_fixture_child (&fixture, "customers"));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 0, TRUE);
  check_failure (&fixture, pane, (Expected){ .membership = membership }, "licences");
  ui_fixture_close (&fixture);
}

static gboolean
is_told (gpointer data)
{
  g_autofree char *message = NULL;

  g_object_get (data, "error-message", &message, NULL);
  return message != NULL;
}

/* What the workspace itself cannot read any more is said in the window. */
static void
test_counts_fail (void)
{
  UiFixture fixture;
  g_autofree char *message = NULL;

  ui_fixture_open (&fixture, 1280, 860);
  change_file (&fixture, "ALTER TABLE customers RENAME TO elsewhere");
  rc_workspace_set_managed_by_me (fixture.workspace, TRUE);
  g_assert_true (ui_fixture_wait (is_told, fixture.workspace));
  g_object_get (fixture.workspace, "error-message", &message, NULL);
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), message);
  change_file (&fixture, "ALTER TABLE elsewhere RENAME TO customers");
  rc_workspace_set_managed_by_me (fixture.workspace, FALSE);
  ui_fixture_close (&fixture);
}

/* A workspace in which nothing happened yet says on each page what will stand there. */
static void
test_empty (DialogFixture *dialogs, gconstpointer data)
{
  static const struct
  {
    const char *page;
    const char *child;
    const char *text;
  } cases[] = { { "all-customers", "customers", "No customers yet" },
                { "ready-for-renewal", "customers", "No customers here" },
                { "messages", "messages", "No messages yet" } };
  UiFixture fixture = { .workspace = dialogs->workspace, .clock = rc_clock_new_system () };

  fixture.window = rc_window_new (NULL, fixture.clock);
  rc_window_set_workspace (fixture.window, dialogs->workspace);
  gtk_window_present (GTK_WINDOW (fixture.window));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rc_window_show_page (fixture.window, cases[i].page);
      dialog_fixture_wait_text (GTK_WINDOW (fixture.window), cases[i].text);
      check_shown (&fixture, ui_fixture_child (&fixture, cases[i].child), "empty");
      ui_fixture_picture (GTK_WIDGET (fixture.window), cases[i].page);
    }
  ui_fixture_close (&fixture);
}

/* A search without a result says so, and does not say that there are no customers. */
static void
test_nothing_found (void)
{
  UiFixture fixture;
  GtkWidget *view;

  ui_fixture_open (&fixture, 1280, 860);
  view = ui_fixture_child (&fixture, "customers");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (dialog_fixture_find (view, GTK_TYPE_SEARCH_ENTRY, 0)), "zzqzz");
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), "No customer found");
  check_shown (&fixture, view, "empty");
  ui_fixture_close (&fixture);
}

static const char *
get_window_state (RcWindow *window)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (window), RC_TYPE_WINDOW, "stack")));
}

/* A file that is no workspace: the window says why, and goes back to where another can be chosen. */
static void
test_opening_fails (void)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  RcWindow *window = rc_window_new (NULL, clock);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "no-such-folder", "no.db", NULL);

  gtk_window_present (GTK_WINDOW (window));
  rc_window_open_workspace (window, path);
  g_assert_cmpstr (get_window_state (window), ==, "blank");
  g_assert_cmpstr (rc_window_get_path (window), ==, path);
  dialog_fixture_wait_text (GTK_WINDOW (window), "The workspace could not be opened");
  g_assert_cmpstr (get_window_state (window), ==, "error");
  ui_fixture_check_names (GTK_WIDGET (window));
  g_signal_emit_by_name (
      dialog_fixture_find (dialog_fixture_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, 0),
                           GTK_TYPE_BUTTON, 0),
      "clicked");
  g_assert_cmpstr (get_window_state (window), ==, "welcome");
  g_assert_null (rc_window_get_path (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_open (gpointer data)
{
  return rc_window_get_workspace (data) != NULL;
}

/* The pages of the window are one at a time, also for a screen reader. */
static void
check_only_page (RcWindow *window, const char *name)
{
  GtkWidget *stack =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), RC_TYPE_WINDOW, "stack"));

  for (GtkWidget *page = gtk_widget_get_first_child (stack); page; page = gtk_widget_get_next_sibling (page))
    g_assert_cmpint (gtk_widget_get_visible (page), ==,
                     page == gtk_stack_get_child_by_name (GTK_STACK (stack), name));
}

/* Who changes their mind while a workspace opens gets the last one asked for, however often. */
static void
test_opening_again (void)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  RcWindow *window = rc_window_new (NULL, clock);

  gtk_window_present (GTK_WINDOW (window));
  rc_window_open_sample (window);
  rc_window_open_sample (window);
  check_only_page (window, "blank");
  /* Until the first one has said that it was cancelled. */
  for (int i = 0; i < 100 && !is_open (window); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  if (!is_open (window))
    rc_window_open_sample (window);
  g_assert_true (ui_fixture_wait (is_open, window));
  ui_fixture_settle ();
  check_only_page (window, "main");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_among_windows (RcWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other == GTK_WINDOW (window))
        return TRUE;
    }
  return FALSE;
}

/* A screen reader that asks for a window which was never shown brings GTK down. */
static void
test_present_soon (void)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  RcWindow *window = rc_window_new (NULL, clock);

  rc_window_open_sample (window);
  rc_window_present_soon (window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_false (is_among_windows (window));
  g_assert_true (ui_fixture_wait (is_open, window));
  ui_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (is_among_windows (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* TM-4: the first start asks who I am; what is missing is said beside the field, and Enter begins. */
static void
test_first_start (void)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  RcWindow *window = rc_window_new (NULL, clock);
  GtkEditable *name, *email;

  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();
  name = GTK_EDITABLE (dialog_fixture_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, 0));
  email = GTK_EDITABLE (dialog_fixture_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, 1));
  gtk_editable_set_text (name, "");
  g_signal_emit_by_name (email, "activate");
  dialog_fixture_wait_text (GTK_WINDOW (window), "Your name is missing.");
  dialog_fixture_wait_text (GTK_WINDOW (window), "Your email address has to have the form");
  ui_fixture_picture (GTK_WIDGET (window), "welcome-faults");
  gtk_editable_set_text (name, "Primary\u202e admin");
  gtk_editable_set_text (email, "the admin@reseller.example");
  g_signal_emit_by_name (email, "activate");
  dialog_fixture_wait_text (GTK_WINDOW (window), "Enter the name of the team member");
  dialog_fixture_wait_text (GTK_WINDOW (window), "Your email address has to have the form");
  g_assert_cmpstr (get_window_state (window), ==, "welcome");
  gtk_editable_set_text (name, "Primary admin");
  gtk_editable_set_text (email, "admin@reseller.example");
  g_signal_emit_by_name (email, "activate");
  g_assert_true (ui_fixture_wait (is_open, window));
  g_assert_cmpint (rc_workspace_get_my_role (rc_window_get_workspace (window)), ==, RC_ROLE_PRIMARY_ADMIN);
  g_assert_false (rc_workspace_is_sample (rc_window_get_workspace (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  UiFixture *fixture;
  guint64 n_past_due;
} Midnight;

static gboolean
has_changed_day (gpointer data)
{
  Midnight *midnight = data;
  RcCustomerListView *view = ui_fixture_child (midnight->fixture, "customers");
  guint64 n = rc_workspace_get_count (midnight->fixture->workspace, RC_FILTER_PAST_DUE_REQUESTS);

  return n != midnight->n_past_due
         && g_list_model_get_n_items (G_LIST_MODEL (rc_customer_list_view_get_list (view))) == n;
}

/* FI-3, PA-2: the open window follows the day: what was pending is past due, in the count, the list and the button. */
static void
test_midnight (void)
{
  UiFixture fixture;
  Midnight midnight = { &fixture, 0 };
  RcClock *clock;
  RcDate later;
  g_autofree char *title = NULL;

  ui_fixture_open (&fixture, 1280, 860);
  rc_window_show_page (fixture.window, "past-due-requests");
  ui_fixture_settle ();
  midnight.n_past_due = rc_workspace_get_count (fixture.workspace, RC_FILTER_PAST_DUE_REQUESTS);
  g_assert_cmpuint (rc_workspace_get_count (fixture.workspace, RC_FILTER_PENDING_REQUESTS), >, 0);
  clock = fixture.clock;
  later = rc_date_add_days (rc_clock_get_today (clock), 31);
  rc_clock_set (clock, later, rc_clock_get_now (clock) + 31 * G_TIME_SPAN_DAY);
  rc_workspace_check_day (fixture.workspace);
  g_assert_true (ui_fixture_wait (has_changed_day, &midnight));
  g_assert_cmpuint (rc_workspace_get_today (fixture.workspace), ==, later);
  g_assert_cmpuint (rc_workspace_get_count (fixture.workspace, RC_FILTER_PENDING_REQUESTS), ==, 0);
  title = g_strdup_printf ("%" G_GUINT64_FORMAT " customers",
                           rc_workspace_get_count (fixture.workspace, RC_FILTER_PAST_DUE_REQUESTS));
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), title);
  ui_fixture_picture (GTK_WIDGET (fixture.window), "midnight");
  ui_fixture_close (&fixture);
}

typedef struct
{
  RcWorkspace *workspace;
  guint64 waiting;
} Waiting;

static gboolean
has_fewer_waiting (gpointer data)
{
  Waiting *expected = data;
  guint64 waiting;

  g_object_get (expected->workspace, "waiting-messages", &waiting, NULL);
  return waiting == expected->waiting;
}

static gboolean
has_rows (gpointer list)
{
  return rc_virtual_list_get_state (list) == RC_LIST_STATE_CONTENT;
}

static GtkWidget *
find_disabled (GtkWidget *root, const char *reason)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), reason) == 0 && !gtk_widget_is_sensitive (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_disabled (child, reason);

      if (found)
        return found;
    }
  return NULL;
}

/* MS-2: many messages are marked as sent by one command; those that are sent already cannot be. */
static void
test_messages_marked (void)
{
  UiFixture fixture;
  GtkWidget *page;
  GtkSelectionModel *selection;
  Waiting expected = { 0 };

  ui_fixture_open (&fixture, 1280, 860);
  rc_window_show_page (fixture.window, "messages");
  page = ui_fixture_child (&fixture, "messages");
  g_assert_true (ui_fixture_wait (has_rows, rc_log_page_get_list (RC_LOG_PAGE (page))));
  ui_fixture_settle ();
  expected.workspace = fixture.workspace;
  g_object_get (fixture.workspace, "waiting-messages", &expected.waiting, NULL);
  g_assert_cmpuint (expected.waiting, >, 3);
  rc_log_list_set_only_open (RC_LOG_LIST (rc_log_page_get_list (RC_LOG_PAGE (page))), TRUE);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_wait (has_rows, rc_log_page_get_list (RC_LOG_PAGE (page))));
  selection = rc_log_page_get_selection (RC_LOG_PAGE (page));
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  ui_fixture_settle ();
  ui_fixture_check_names (GTK_WIDGET (fixture.window));
  ui_fixture_picture (GTK_WIDGET (fixture.window), "messages-selected");
  g_assert_true (gtk_widget_activate_action (page, "messages.mark-sent", NULL));
  expected.waiting -= 3;
  g_assert_true (ui_fixture_wait (has_fewer_waiting, &expected));
  ui_fixture_close (&fixture);
}

/* What was sent is not marked again, and the button says so. */
static void
test_sent_not_marked (void)
{
  UiFixture fixture;
  GtkWidget *page;
  GtkSelectionModel *selection;
  g_autoptr (GArray) ids = NULL;
  Waiting expected = { 0 };

  ui_fixture_open (&fixture, 1280, 860);
  rc_window_show_page (fixture.window, "messages");
  page = ui_fixture_child (&fixture, "messages");
  g_assert_true (ui_fixture_wait (has_rows, rc_log_page_get_list (RC_LOG_PAGE (page))));
  expected.workspace = fixture.workspace;
  selection = rc_log_page_get_selection (RC_LOG_PAGE (page));
  gtk_selection_model_select_all (selection);
  ids = rc_log_page_get_selected_ids (RC_LOG_PAGE (page), G_MAXUINT);
  g_assert_cmpuint (ids->len, ==, g_list_model_get_n_items (G_LIST_MODEL (selection)));
  g_assert_true (gtk_widget_activate_action (page, "messages.mark-sent", NULL));
  g_assert_true (ui_fixture_wait (has_fewer_waiting, &expected));
  ui_fixture_settle ();
  gtk_selection_model_select_item (selection, 0, TRUE);
  ui_fixture_settle ();
  g_assert_nonnull (find_disabled (page, "What is selected was sent, or is being sent."));
  ui_fixture_close (&fixture);
}

static void
on_canceled (RcOpeningPage *page, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
has_half (gpointer data)
{
  return rc_progress_get_fraction (data) > 0.49;
}

/* What takes long at opening, such as the copy before a change of the format, is said with how far it has come, and can be
 * canceled; before, only a spinner is there. */
static void
test_opening_page (void)
{
  GtkWidget *window = gtk_window_new ();
  RcOpeningPage *page = g_object_new (RC_TYPE_OPENING_PAGE, NULL);
  g_autoptr (RcProgress) progress = rc_progress_new ();
  GtkWidget *words =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (page), RC_TYPE_OPENING_PAGE, "words"));
  GtkProgressBar *bar =
      GTK_PROGRESS_BAR (gtk_widget_get_template_child (GTK_WIDGET (page), RC_TYPE_OPENING_PAGE, "bar"));
  gboolean canceled = FALSE;

  g_signal_connect (page, "canceled", G_CALLBACK (on_canceled), &canceled);
  rc_opening_page_set_progress (page, progress);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 300);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();
  g_assert_false (gtk_widget_is_visible (words));
  rc_progress_report_text (progress, "The file gets a new format. It is copied before it is changed.");
  rc_progress_report (progress, 0.5);
  g_assert_true (ui_fixture_wait (has_half, progress));
  ui_fixture_settle ();
  g_assert_true (gtk_widget_is_visible (words));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (bar), ==, 0.5);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (words)), ==,
                   "The file gets a new format. It is copied before it is changed.");
  ui_fixture_check_names (window);
  ui_fixture_picture (window, "opening-copy");
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_parent (words)), "clicked");
  g_assert_true (canceled);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/states/lists-fail-and-come-back", test_lists_fail);
  g_test_add_func ("/window/states/details-fail-and-come-back", test_details_fail);
  g_test_add_func ("/window/states/failed-counts-are-told", test_counts_fail);
  g_test_add ("/window/states/nothing-there-yet", DialogFixture, NULL, dialog_fixture_set_up, test_empty,
              dialog_fixture_tear_down);
  g_test_add_func ("/window/states/nothing-found", test_nothing_found);
  g_test_add_func ("/window/states/opening-fails", test_opening_fails);
  g_test_add_func ("/window/states/opening-again", test_opening_again);
  g_test_add_func ("/window/states/hidden-until-presented", test_present_soon);
  g_test_add_func ("/window/states/first-start", test_first_start);
  g_test_add_func ("/window/states/midnight", test_midnight);
  g_test_add_func ("/window/messages-marked-as-sent", test_messages_marked);
  g_test_add_func ("/window/sent-messages-not-marked", test_sent_not_marked);
  g_test_add_func ("/window/opening-says-how-far", test_opening_page);
  return g_test_run ();
}
