/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-action-button.h"
#include "rc-add-member.h"
#include "rc-customer-details.h"
#include "rc-customer-list-view.h"
#include "rc-detail-pane.h"
#include "rc-log-page.h"
#include "rc-style.h"

#include <glib/gstdio.h>

/* What the window offers to whom, and about which customer: it says why where it offers nothing. */

#define NARROW 360 /* px */
#define NORMAL_DPI (96 * 1024) /* 1/1024 dots an inch, as GTK counts them */
#define VIEWER_REASON "Viewers cannot change anything."

static void
open_window (UiFixture *fixture, DialogFixture *dialogs)
{
  *fixture = (UiFixture){ .workspace = dialogs->workspace, .clock = g_object_ref (dialogs->clock) };
  fixture->window = rc_window_new (NULL, fixture->clock);
  rc_window_set_workspace (fixture->window, dialogs->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_fixture_settle ();
}

static gboolean
is_viewer (gpointer data)
{
  return rc_workspace_get_my_role (data) == RC_ROLE_VIEWER;
}

static void
become_viewer (DialogFixture *dialogs)
{
  gint64 viewer = dialog_fixture_run (dialogs, rc_add_member_new (rc_workspace_get_me (dialogs->workspace),
                                                                  dialogs->today, "Viewer",
                                                                  "viewer@reseller.example", RC_ROLE_VIEWER));

  rc_workspace_set_me (dialogs->workspace, viewer);
  g_assert_true (dialog_fixture_wait (is_viewer, dialogs->workspace));
}

static void
check_buttons (GtkWidget *root, guint *n_refused)
{
  if (RC_IS_ACTION_BUTTON (root) && gtk_widget_get_mapped (root) && !gtk_widget_get_sensitive (root))
    {
      g_assert_cmpstr (gtk_widget_get_tooltip_text (root), ==, VIEWER_REASON);
      (*n_refused)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    check_buttons (child, n_refused);
}

/* TM-3 */
static void
test_viewer (DialogFixture *dialogs, gconstpointer data)
{
  UiFixture fixture;
  guint n_refused = 0;

  become_viewer (dialogs);
  open_window (&fixture, dialogs);
  check_buttons (ui_fixture_child (&fixture, "customers"), &n_refused);
  g_assert_cmpuint (n_refused, >=, 2);
  rc_window_show_page (fixture.window, "reseller-changes");
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), VIEWER_REASON);
  n_refused = 0;
  check_buttons (ui_fixture_child (&fixture, "reseller-changes"), &n_refused);
  g_assert_cmpuint (n_refused, >=, 1);
  rc_window_show_page (fixture.window, "team");
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), VIEWER_REASON);
  ui_fixture_close (&fixture);
}

static gboolean
is_refused (gpointer data)
{
  return rc_window_get_refusal (data, "win.invite") != NULL;
}

static gboolean
is_allowed (gpointer data)
{
  return !is_refused (data);
}

/* A file that was moved is told of, and everything that writes is refused, until it is back. */
static void
test_file_moved (DialogFixture *dialogs, gconstpointer data)
{
  const char *path = rc_workspace_get_path (dialogs->workspace);
  g_autofree char *elsewhere = g_strconcat (path, ".moved", NULL);
  GtkRevealer *revealer;
  GtkWidget *bar;
  int least;
  UiFixture fixture;

  dialog_fixture_invite (dialogs, "Aarhus Kommune", 3);
  open_window (&fixture, dialogs);
  bar = ui_fixture_child (&fixture, "file_bar");
  revealer = GTK_REVEALER (dialog_fixture_find (bar, GTK_TYPE_REVEALER, 0));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpint (g_rename (path, elsewhere), ==, 0);
  rc_workspace_check_file (dialogs->workspace);
  g_assert_true (dialog_fixture_wait (is_refused, fixture.window));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), "is not where it was");
  g_assert_cmpstr (rc_window_get_refusal (fixture.window, "win.invite"), ==,
                   rc_workspace_get_obstacle (dialogs->workspace));
  g_assert_null (rc_window_get_refusal (fixture.window, "win.export"));
  dialog_fixture_picture (GTK_WINDOW (fixture.window), "file-moved");
  ui_fixture_check_names (bar);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * NORMAL_DPI, NULL);
  ui_fixture_settle ();
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI, NULL);
  g_assert_cmpint (g_rename (elsewhere, path), ==, 0);
  rc_workspace_check_file (dialogs->workspace);
  g_assert_true (dialog_fixture_wait (is_allowed, fixture.window));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  dialog_fixture_invite (dialogs, "Odense Kommune", 3);
  ui_fixture_close (&fixture);
}

/* TM-1: the only primary admin reads why its own row offers nothing. */
static void
test_only_admin (DialogFixture *dialogs, gconstpointer data)
{
  UiFixture fixture;

  open_window (&fixture, dialogs);
  rc_window_show_page (fixture.window, "team");
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), "Make another member a primary admin first.");
  ui_fixture_check_names (GTK_WIDGET (fixture.window));
  ui_fixture_close (&fixture);
}

/* RN-7: what a lapsed customer holds has expired, and what brings it back is offered. */
static void
test_lapsed (DialogFixture *dialogs, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (dialogs, "Aarhus Kommune", 500);
  UiFixture fixture;
  GtkWindow *window;

  dialog_fixture_order (dialogs, customer, 400);
  open_window (&fixture, dialogs);
  window = GTK_WINDOW (fixture.window);
  rc_customer_list_view_select_customer (ui_fixture_child (&fixture, "customers"), customer);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-customer", "x", customer);
  dialog_fixture_wait_text (window, "None: 12 expired on");
  dialog_fixture_wait_text (window, "Place direct order…");
  g_assert_false (dialog_fixture_says (window, "Create purchase authorization…"));
  ui_fixture_picture (GTK_WIDGET (window), "lapsed");
  rc_detail_pane_show_tab (ui_fixture_child (&fixture, "pane"), RC_CUSTOMER_TAB_PLANS);
  dialog_fixture_wait_text (window, "These licenses expired on");
  dialog_fixture_wait_text (window, "Total active (assigned)");
  ui_fixture_close (&fixture);
}

/* MS-1: who looks at the top of the messages sees the one that was just written. */
static void
test_new_message (DialogFixture *dialogs, gconstpointer data)
{
  UiFixture fixture;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organization %d", i);

      dialog_fixture_invite (dialogs, name, 3);
    }
  open_window (&fixture, dialogs);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1000, 500);
  rc_window_show_page (fixture.window, "messages");
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), "30 messages");
  ui_fixture_settle ();
  dialog_fixture_make_pa (dialogs, dialog_fixture_invite (dialogs, "Aarhus Kommune", 2), 1);
  dialog_fixture_wait_text (GTK_WINDOW (fixture.window), "32 messages");
  ui_fixture_settle ();
  g_assert_cmpfloat (
      gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (
          dialog_fixture_find (ui_fixture_child (&fixture, "messages"), GTK_TYPE_LIST_VIEW, 0)))),
      ==, 0);
  ui_fixture_close (&fixture);
}

/* CU-2: the English name is shown where it says something else. */
static void
test_english_name (void)
{
  g_assert_false (rc_customer_details_is_other_name ("Ærø Kommune", NULL));
  g_assert_false (rc_customer_details_is_other_name ("Instituição – Norte", "INSTITUICAO Norte"));
  g_assert_false (rc_customer_details_is_other_name ("Łódź", "Lodz"));
  g_assert_true (rc_customer_details_is_other_name ("Københavns Kommune", "City of Copenhagen"));
  g_assert_true (rc_customer_details_is_other_name ("Δήμος", "Dimos"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
#define ADD(path, function)                                                                                  \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)
  ADD ("/window/viewer-is-told-why", test_viewer); /* TM-3 */
  ADD ("/window/only-admin-is-told-why", test_only_admin); /* TM-1 */
  ADD ("/window/file-moved", test_file_moved);
  ADD ("/window/lapsed-customer", test_lapsed); /* RN-7 */
  ADD ("/window/new-message-is-seen", test_new_message);
#undef ADD
  g_test_add_func ("/window/english-name", test_english_name); /* CU-2 */
  return g_test_run ();
}
