/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery.h"

#include "rc-command-dialog.h"
#include "rc-customer-form.h"
#include "rc-detail-pane.h"
#include "rc-import-dialog.h"
#include "rc-invite-dialog.h"

#include <glib/gstdio.h>

/* Every window of the program, and how it is opened without a word of any language. */

#define N_SEVERAL 3

static void
settle_for (GtkWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  ui_fixture_settle ();
}

/* CU-1, CU-2: a name that has to be proposed in English, and the last look. */
static void
fill_invitation (Gallery *gallery, GtkWindow *window)
{
  static const char *const values[] = {
    [RC_CUSTOMER_FIELD_NAME] = "Łódź Urząd Miasta",
    [RC_CUSTOMER_FIELD_SEGMENT] = "government",
    [RC_CUSTOMER_FIELD_OFFER_TYPE] = "team",
    [RC_CUSTOMER_FIELD_COUNTRY] = "PL",
    [RC_CUSTOMER_FIELD_REGION] = "Łódzkie",
    [RC_CUSTOMER_FIELD_STREET] = "Piotrkowska 104",
    [RC_CUSTOMER_FIELD_CITY] = "Łódź",
    [RC_CUSTOMER_FIELD_POSTAL_CODE] = "90-926",
    [RC_CUSTOMER_FIELD_GIVEN_NAME] = "IT",
    [RC_CUSTOMER_FIELD_FAMILY_NAME] = "Office",
    [RC_CUSTOMER_FIELD_EMAIL] = "it@city.example",
    [RC_CUSTOMER_FIELD_LANGUAGE] = "pl",
  };
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (window));

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i])
      rc_customer_form_set_field (form, (RcCustomerField) i, values[i]);
  ui_fixture_settle ();
}

static void
review_invitation (Gallery *gallery, GtkWindow *window)
{
  fill_invitation (gallery, window);
  settle_for (window, "dialog.run");
}

/* What is wrong is said all at once. */
static void
run_empty (Gallery *gallery, GtkWindow *window)
{
  settle_for (window, "dialog.run");
}

static void
choose_import_file (Gallery *gallery, GtkWindow *window)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "import", "education.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  rc_import_dialog_open_file (RC_IMPORT_DIALOG (window), file);
  for (int i = 0; i < 4; i++)
    ui_fixture_settle ();
}

static gboolean
show_preferences_page (GtkWidget *widget, const char *page)
{
  if (ADW_IS_VIEW_STACK (widget))
    {
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (widget), page);
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (show_preferences_page (child, page))
      return TRUE;
  return FALSE;
}

static void
show_policy (Gallery *gallery, GtkWindow *window)
{
  g_assert_true (show_preferences_page (GTK_WIDGET (window), "policy"));
  ui_fixture_settle ();
}

static void
show_mail (Gallery *gallery, GtkWindow *window)
{
  g_assert_true (show_preferences_page (GTK_WIDGET (window), "mail"));
  ui_fixture_settle ();
}

static void
show_backups (Gallery *gallery, GtkWindow *window)
{
  g_assert_true (show_preferences_page (GTK_WIDGET (window), "backups"));
  ui_fixture_settle ();
}

const Scene scenes[] = {
  { "all-customers", "all-customers", FIRST },
  { "no-products", "no-products", FIRST },
  { "pending-requests", "pending-requests", FIRST },
  { "past-due-requests", "past-due-requests", FIRST, .narrow_details = TRUE },
  { "upcoming-renewals", "upcoming-renewals", FIRST, .narrow_details = TRUE },
  { "ready-for-renewal", "ready-for-renewal", FIRST, .narrow_details = TRUE },
  { "plans", "ready-for-renewal", FIRST, .tab = RC_CUSTOMER_TAB_PLANS, .narrow_details = TRUE },
  { "history", "all-customers", ABLE, RC_ACTION_REQUEST_RETURN, RC_CUSTOMER_TAB_HISTORY, TRUE },
  { "renewals", "ready-for-renewal", FIRST, .tab = RC_CUSTOMER_TAB_RENEWALS, .narrow_details = TRUE },
  { "several", "ready-for-renewal", SEVERAL },
  { "reseller-changes", "reseller-changes", NOBODY },
  { "messages", "messages", NOBODY },
  { "team", "team", NOBODY },
  { "activity", "activity", NOBODY },
  { "file-moved", "all-customers", FIRST, .file_gone = TRUE },
  { "invite", "all-customers", NOBODY, .action = "win.invite" },
  { "invite-errors", NULL, NOBODY, .action = "win.invite", .prepare = run_empty },
  { "invite-filled", NULL, NOBODY, .action = "win.invite", .prepare = fill_invitation },
  { "invite-review", NULL, NOBODY, .action = "win.invite", .prepare = review_invitation },
  { "reminder", "all-customers", ABLE, RC_ACTION_REMIND, .action = "win.remind" },
  { "acceptance", NULL, ABLE, RC_ACTION_ACCEPT, .action = "win.accept" },
  { "purchase-authorization", "all-customers", ABLE, RC_ACTION_CREATE_PA, .action = "win.create-pa" },
  { "purchase-authorization-errors", NULL, ABLE, RC_ACTION_CREATE_PA, .action = "win.create-pa",
    .prepare = run_empty },
  { "place-order", "pending-requests", FIRST, .action = "win.place-oldest-order" },
  { "direct-order", "all-customers", ABLE, RC_ACTION_PLACE_DIRECT_ORDER, .action = "win.place-direct-order" },
  { "assigned", "all-customers", ABLE, RC_ACTION_SET_ASSIGNED, .action = "win.set-assigned" },
  { "renewal", "ready-for-renewal", ABLE, RC_ACTION_RENEW, .action = "win.renew" },
  { "renewals-of-several", "ready-for-renewal", SEVERAL, .action = "win.renew-many" },
  { "return", "all-customers", ABLE, RC_ACTION_REQUEST_RETURN, .action = "win.request-return" },
  { "commitment", "all-customers", ABLE, RC_ACTION_ENROLL_COMMITMENT, .action = "win.enroll-commitment" },
  { "assign-manager", "all-customers", SEVERAL, .action = "win.assign-manager" },
  { "remove", "no-products", ABLE, RC_ACTION_REMOVE, .action = "win.remove" },
  { "departure", "all-customers", FIRST, .action = "win.record-departure" },
  { "change-reseller", NULL, NOBODY, .action = "win.change-reseller" },
  { "invite-member", "team", NOBODY, .action = "win.invite-member" },
  { "import", "all-customers", NOBODY, .action = "win.import" },
  { "import-mapping", NULL, NOBODY, .action = "win.import", .prepare = choose_import_file },
  { "report", NULL, NOBODY, .action = "win.export" },
  { "preferences", NULL, NOBODY, .action = "win.preferences" },
  { "preferences-policy", NULL, NOBODY, .action = "win.preferences", .prepare = show_policy },
  { "preferences-mail", NULL, NOBODY, .action = "win.preferences", .prepare = show_mail },
  { "preferences-backups", NULL, NOBODY, .action = "win.preferences", .prepare = show_backups },
  { "shortcuts", NULL, NOBODY, .action = "win.shortcuts" },
};
const gsize n_scenes = G_N_ELEMENTS (scenes);

static RcCustomerListView *
get_view (Gallery *gallery)
{
  return ui_fixture_child (&gallery->ui, "customers");
}

static GtkSelectionModel *
get_selection (Gallery *gallery)
{
  return GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (get_view (gallery)));
}

static gboolean
is_listed (gpointer data)
{
  RcVirtualList *list = RC_VIRTUAL_LIST (rc_customer_list_view_get_list (get_view (data)));

  return rc_virtual_list_get_state (list) == RC_LIST_STATE_CONTENT && rc_virtual_list_is_complete (list);
}

static gboolean
is_read (gpointer data)
{
  Gallery *gallery = data;
  const RcMembershipRecord *record = rc_membership_get_record (gallery->membership);
  RcCustomerSelection *selection = rc_customer_list_view_get_selection (get_view (gallery));

  return record && rc_membership_get_state (gallery->membership) == RC_LIST_STATE_CONTENT
         && record->customer->id == rc_customer_selection_get_only_id (selection);
}

static void
select_one (Gallery *gallery, const Scene *scene)
{
  GtkSelectionModel *selection = get_selection (gallery);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      gtk_selection_model_select_item (selection, i, TRUE);
      g_assert_true (ui_fixture_wait (is_read, gallery));
      if (scene->who == FIRST || rc_membership_can (gallery->membership, scene->able))
        return;
    }
  g_error ("No customer is there for the scene %s", scene->name);
}

static void
show_page (Gallery *gallery, const Scene *scene)
{
  if (scene->page)
    rc_window_show_page (gallery->ui.window, scene->page);
  ui_fixture_settle ();
  if (scene->who == NOBODY)
    return;
  g_assert_true (ui_fixture_wait (is_listed, gallery));
  if (scene->who == SEVERAL)
    for (guint i = 0; i < N_SEVERAL; i++)
      gtk_selection_model_select_item (get_selection (gallery), i, i == 0);
  else
    select_one (gallery, scene);
  rc_detail_pane_show_tab (ui_fixture_child (&gallery->ui, "pane"), scene->tab);
  ui_fixture_settle ();
}

static gboolean
is_refused (gpointer data)
{
  return rc_workspace_get_obstacle (data) != NULL;
}

static gboolean
is_allowed (gpointer data)
{
  return !is_refused (data);
}

/* Away, or back again. */
static void
move_file (Gallery *gallery, gboolean away)
{
  RcWorkspace *workspace = gallery->ui.workspace;
  const char *path = rc_workspace_get_path (workspace);
  g_autofree char *elsewhere = g_strconcat (path, ".moved", NULL);

  g_assert_cmpint (away ? g_rename (path, elsewhere) : g_rename (elsewhere, path), ==, 0);
  rc_workspace_check_file (workspace);
  g_assert_true (ui_fixture_wait (away ? is_refused : is_allowed, workspace));
  ui_fixture_settle ();
}

static GtkWindow *
find_window (Gallery *gallery)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (gallery->ui.window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
is_open (gpointer data)
{
  GtkWindow *window = find_window (data);

  return window
         && (!RC_IS_COMMAND_DIALOG (window)
             || rc_command_dialog_get_customer_id (RC_COMMAND_DIALOG (window)) == 0
             || rc_command_dialog_get_membership (RC_COMMAND_DIALOG (window)));
}

static gboolean
is_alone (gpointer data)
{
  return !find_window (data);
}

void
gallery_open (Gallery *gallery, int width, int height)
{
  ui_fixture_open (&gallery->ui, width, height);
  g_object_get (ui_fixture_child (&gallery->ui, "pane"), "membership", &gallery->membership, NULL);
}

void
gallery_close (Gallery *gallery)
{
  g_clear_object (&gallery->membership);
  ui_fixture_close (&gallery->ui);
}

/* Returns the window to look at: the main one, or what the scene's action opened. (transfer none) */
GtkWindow *
gallery_show (Gallery *gallery, const Scene *scene)
{
  GtkWindow *window = GTK_WINDOW (gallery->ui.window);

  show_page (gallery, scene);
  if (scene->file_gone)
    move_file (gallery, TRUE);
  if (scene->action)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), scene->action, NULL));
      g_assert_true (ui_fixture_wait (is_open, gallery));
      ui_fixture_settle ();
      window = find_window (gallery);
      if (scene->prepare)
        scene->prepare (gallery, window);
    }
  return window;
}

/* Closes what gallery_show() opened, and puts back what it took away. */
void
gallery_leave (Gallery *gallery, const Scene *scene, GtkWindow *window)
{
  if (scene->file_gone)
    move_file (gallery, FALSE);
  if (window == GTK_WINDOW (gallery->ui.window))
    return;
  gtk_window_destroy (window);
  g_assert_true (ui_fixture_wait (is_alone, gallery));
}
