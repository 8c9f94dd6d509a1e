/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-create-purchase-authorization.h"
#include "rc-customer-data.h"
#include "rc-invite-customer.h"
#include "rc-place-direct-order.h"
#include "rc-preferences-window.h"
#include "rc-product-line.h"
#include "rc-question-dialog.h"
#include "rc-text.h"
#include <glib/gstdio.h>

#define TODAY "2026-11-21"
#define UNIX_EPOCH 719163 /* as an RcDate */
#define PATIENCE (60 * G_USEC_PER_SEC) /* against hanging only */

typedef struct
{
  RcWorkspace *workspace;
  RcMembershipRecord *membership;
  gint64 id;
  gboolean done;
} Answer;

/* Runs the main loop until @done says so; FALSE where that takes too long. */
gboolean
dialog_fixture_wait (gboolean (*done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!done (data))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  return TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->done;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Answer *answer = user_data;

  answer->workspace = rc_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

/* A test with a fixture of its own. */
void
dialog_fixture_add (const char *path, void (*test) (DialogFixture *, gconstpointer))
{
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, test, dialog_fixture_tear_down);
}

void
dialog_fixture_set_up (DialogFixture *fixture, gconstpointer data)
{
  const RcWorkspaceSetup setup = { "Primary admin", "admin@reseller.example" };
  g_autofree char *path = NULL;
  Answer answer = { NULL };

  fixture->today = rc_date_from_iso (TODAY);
  fixture->directory = g_dir_make_tmp ("dialogs-XXXXXX", NULL);
  path = g_build_filename (fixture->directory, "workspace.rc", NULL);
  fixture->clock = rc_clock_new_fixed (fixture->today, G_GINT64_CONSTANT (1795255200000000));
  rc_workspace_create_async (path, fixture->clock, &setup, NULL, on_opened, &answer);
  g_assert_true (dialog_fixture_wait (is_answered, &answer));
  fixture->workspace = answer.workspace;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (GTK_WINDOW (l->data));
}

void
dialog_fixture_tear_down (DialogFixture *fixture, gconstpointer data)
{
  gpointer workspace = fixture->workspace;
  GDir *directory;
  const char *name;

  close_windows ();
  rc_workspace_close (fixture->workspace);
  g_object_add_weak_pointer (G_OBJECT (workspace), &workspace);
  g_object_unref (fixture->workspace);
  g_assert_true (dialog_fixture_wait (is_gone, &workspace));
  g_clear_object (&fixture->clock);
  directory = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_dir_close (directory);
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

/* It is nine o'clock of another day. */
void
dialog_fixture_set_today (DialogFixture *fixture, RcDate today)
{
  gint64 hours = ((gint64) today - UNIX_EPOCH) * 24 + 9;

  fixture->today = today;
  rc_clock_set (fixture->clock, today, hours * 3600 * G_USEC_PER_SEC);
  rc_workspace_check_day (fixture->workspace);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) outcome = NULL;
  Answer *answer = user_data;

  outcome = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  answer->id = outcome->object_id != 0 ? outcome->object_id : outcome->customer_id;
  answer->done = TRUE;
}

/* Runs @command (taken) and returns the id of what it made. */
gint64
dialog_fixture_run (DialogFixture *fixture, RcCommand *command)
{
  Answer answer = { NULL };

  rc_workspace_run_async (fixture->workspace, command, NULL, on_run, &answer);
  g_object_unref (command);
  g_assert_true (dialog_fixture_wait (is_answered, &answer));
  return answer.id;
}

gint64
dialog_fixture_invite (DialogFixture *fixture, const char *name, int days_ago)
{
  g_autoptr (RcCustomerData) customer = rc_customer_data_new ();
  g_autofree char *english = rc_text_is_printable_ascii (name) ? NULL : rc_text_transliterate (name);
  const char *values[] = { name,
                           english,
                           "government",
                           "team",
                           "DK",
                           "Midtjylland",
                           "Hack Kampmanns Plads 2",
                           "Aarhus C",
                           "8000",
                           "IT",
                           "Department",
                           "it@organization.example",
                           "da" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    rc_customer_data_set (customer, (RcCustomerField) i, values[i]);
  return dialog_fixture_run (fixture, rc_invite_customer_new (rc_workspace_get_me (fixture->workspace),
                                                              rc_date_add_days (fixture->today, -days_ago),
                                                              customer, 0));
}

gint64
dialog_fixture_make_pa (DialogFixture *fixture, gint64 customer_id, int days_ago)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();

  g_ptr_array_add (lines, rc_product_line_new ("PS-TEAM", N_LICENCES));
  g_ptr_array_add (lines, rc_product_line_new ("AC-PRO-TEAM", 3));
  return dialog_fixture_run (
      fixture, rc_create_purchase_authorization_new (rc_workspace_get_me (fixture->workspace),
                                                     rc_date_add_days (fixture->today, -days_ago),
                                                     customer_id, lines, NULL, FALSE));
}

/* A direct order (OR-2), so that the customer has an anniversary date. */
void
dialog_fixture_order (DialogFixture *fixture, gint64 customer_id, int days_ago)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  RcDate date = rc_date_add_days (fixture->today, -days_ago);

  g_ptr_array_add (lines, rc_product_line_new ("PS-TEAM", N_LICENCES));
  dialog_fixture_run (fixture, rc_place_direct_order_new (rc_workspace_get_me (fixture->workspace), date,
                                                          customer_id, "ORD-1", date, lines));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Answer *answer = user_data;

  answer->membership = rc_workspace_load_membership_finish (RC_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

/* (transfer full) (nullable): NULL where there is no such customer. */
RcMembershipRecord *
dialog_fixture_load (DialogFixture *fixture, gint64 customer_id)
{
  Answer answer = { NULL };

  rc_workspace_load_membership_async (fixture->workspace, customer_id, NULL, on_loaded, &answer);
  g_assert_true (dialog_fixture_wait (is_answered, &answer));
  return answer.membership;
}

static void
on_completed (RcCommandDialog *dialog, RcCommandResult *result, gpointer user_data)
{
  DialogFixture *fixture = user_data;

  fixture->completed = TRUE;
  fixture->count = result->count;
}

static gboolean
is_shown (gpointer data)
{
  GtkWidget *widget = data;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    return FALSE;
  return !RC_IS_COMMAND_DIALOG (widget) || rc_command_dialog_get_customer_id (data) == 0
         || rc_command_dialog_get_membership (data) != NULL;
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* A few frames: sizes and styles have settled. */
static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 150 * 1000;

  dialog_fixture_wait (is_past, &until);
}

/* Presents @window, and waits until what it is about was read; its command is watched. */
void
dialog_fixture_present (DialogFixture *fixture, GtkWindow *window)
{
  fixture->completed = FALSE;
  fixture->count = 0;
  if (RC_IS_COMMAND_DIALOG (window))
    g_signal_connect (window, "completed", G_CALLBACK (on_completed), fixture);
  gtk_window_present (window);
  g_assert_true (dialog_fixture_wait (is_shown, window));
  settle ();
}

/* Saves what @window looks like as build/pictures/dialog-<name>.png. */
void
dialog_fixture_picture (GtkWindow *window, const char *name)
{
  g_autofree char *file_name = g_strconcat ("dialog-", name, NULL);

  settle ();
  ui_fixture_picture (GTK_WIDGET (window), file_name);
}

void
dialog_fixture_press_run (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "dialog.run", NULL);
}

static gboolean
is_completed (gpointer data)
{
  return ((DialogFixture *) data)->completed;
}

void
dialog_fixture_wait_completed (DialogFixture *fixture)
{
  g_assert_true (dialog_fixture_wait (is_completed, fixture));
}

static GtkWidget *
find (GtkWidget *root, GType type, guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The @nth widget of @type beneath @root, from 0. */
GtkWidget *
dialog_fixture_find (GtkWidget *root, GType type, guint nth)
{
  GtkWidget *found = find (root, type, &nth);

  g_assert_nonnull (found);
  return found;
}

/* (transfer none) (nullable): the question that is asked now. */
GtkWindow *
dialog_fixture_find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (RC_IS_QUESTION_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return dialog_fixture_find_question () != NULL;
}

/* (transfer none): a button clicks a moment after it was activated. */
GtkWindow *
dialog_fixture_wait_question (void)
{
  g_assert_true (dialog_fixture_wait (is_asked, NULL));
  return dialog_fixture_find_question ();
}

/* (transfer none): the preferences at one of their pages. */
GtkWindow *
dialog_fixture_open_preferences (DialogFixture *fixture, const char *page)
{
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GObject *pages = gtk_widget_get_template_child (GTK_WIDGET (window), RC_TYPE_PREFERENCES_WINDOW, "pages");

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (pages), page);
  dialog_fixture_present (fixture, window);
  return window;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* Whether a label in @widget that is on screen says @text, as a part of it. */
gboolean
dialog_fixture_says (gpointer widget, const char *text)
{
  return says (widget, text);
}

typedef struct
{
  GtkWindow *window;
  const char *text;
} Saying;

static gboolean
is_said (gpointer data)
{
  Saying *saying = data;

  return says (GTK_WIDGET (saying->window), saying->text);
}

/* Waits until a label that is on screen says @text, as a part of it. */
void
dialog_fixture_wait_text (GtkWindow *window, const char *text)
{
  Saying saying = { window, text };

  if (!dialog_fixture_wait (is_said, &saying))
    g_error ("“%s” is not said", text);
}
