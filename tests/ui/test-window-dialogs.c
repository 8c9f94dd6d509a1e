/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "rc-assign-manager.h"
#include "rc-invite-dialog.h"
#include "rc-picker.h"

/* Each dialog as the window opens it: by its action, for the customer that is selected, and what is said when it ran. */

/* CU-1, CU-4: the toast names the VIP ID. */
static void
invite (WindowFixture *fixture)
{
  GtkWindow *dialog = window_fixture_open_dialog (fixture, "win.invite", NULL);
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog));
  const char *values[] = { "Biblioteka Miejska",
                           NULL,
                           "education",
                           "team",
                           "PL",
                           "Mazowieckie",
                           "Rynek 1",
                           "Warszawa",
                           "00-901",
                           "IT",
                           "Department",
                           "it@biblioteka.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i])
      rc_customer_form_set_field (form, (RcCustomerField) i, values[i]);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "cannot be edited after the invitation");
  window_fixture_complete (fixture, dialog, "The customer was invited. Its VIP ID is");
}

static void
check_invited_is_shown (WindowFixture *fixture)
{
  RcCustomerListView *view = ui_fixture_child (&fixture->ui, "customers");
  gint64 id = 0;

  g_assert_true (ui_fixture_wait (window_fixture_is_shown, fixture));
  g_assert_cmpstr (rc_membership_get_record (fixture->membership)->customer->name, ==, "Biblioteka Miejska");
  id = rc_membership_get_customer_id (fixture->membership);
  g_assert_cmpint (rc_customer_selection_get_only_id (rc_customer_list_view_get_selection (view)), ==, id);
}

/* CU-1: a new customer is selected and shown where it stands in the list. */
static void
test_invite (WindowFixture *fixture, gconstpointer data)
{
  invite (fixture);
  check_invited_is_shown (fixture);
}

/* Where it does not, the toast leads to it. */
static void
test_invite_elsewhere (WindowFixture *fixture, gconstpointer data)
{
  rc_window_show_page (fixture->ui.window, "ready-for-renewal");
  ui_fixture_settle ();
  invite (fixture);
  window_fixture_click (window_fixture_get_window (fixture), "Show customer");
  check_invited_is_shown (fixture);
}

/* CU-6 */
static void
test_remind (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_select_customer (fixture, "all-customers", RC_ACTION_REMIND);
  window_fixture_complete (fixture, window_fixture_open_dialog (fixture, "win.remind", NULL),
                           "1 reminder was written.");
  g_assert_nonnull (window_fixture_find_by_type (GTK_WIDGET (fixture->ui.window), "AdwToastWidget"));
}

/* CU-7: what can be done changes with it. */
static void
test_accept (WindowFixture *fixture, gconstpointer data)
{
  guint n_windows;

  window_fixture_select_customer (fixture, "all-customers", RC_ACTION_ACCEPT);
  window_fixture_complete (fixture, window_fixture_open_dialog (fixture, "win.accept", NULL),
                           "The acceptance was recorded.");
  ui_fixture_settle ();
  g_assert_false (rc_membership_can (fixture->membership, RC_ACTION_ACCEPT));
  n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  gtk_widget_activate_action (GTK_WIDGET (fixture->ui.window), "win.accept", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
}

/* PR-5 */
static void
test_assigned (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GtkSpinButton *spin;

  window_fixture_select_customer (fixture, "pending-requests", RC_ACTION_SET_ASSIGNED);
  dialog = window_fixture_open_dialog (fixture, "win.set-assigned", NULL);
  spin = GTK_SPIN_BUTTON (dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, 0));
  gtk_spin_button_set_value (spin, gtk_spin_button_get_value (spin) > 0 ? 0 : 1);
  window_fixture_complete (fixture, dialog, "The assigned licenses were recorded.");
}

static void
select_two (WindowFixture *fixture, const char *page)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (window_fixture_get_selection (fixture));

  window_fixture_show_page (fixture, page);
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 1, FALSE);
  ui_fixture_settle ();
}

/* CU-10: for all that are selected. */
static void
test_assign_manager (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (GArray) ids = NULL;

  select_two (fixture, "all-customers");
  ids = rc_customer_selection_get_ids (window_fixture_get_selection (fixture));
  dialog_fixture_run (&fixture->dialogs, rc_assign_manager_new (rc_workspace_get_me (fixture->ui.workspace),
                                                                fixture->dialogs.today, ids,
                                                                rc_workspace_get_me (fixture->ui.workspace)));
  dialog = window_fixture_open_dialog (fixture, "win.assign-manager", NULL);
  rc_picker_set_selected (RC_PICKER (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_PICKER, 0)), "2");
  window_fixture_complete (fixture, dialog, "The account manager was assigned to 2 customers.");
}

typedef struct
{
  RcWorkspace *workspace; /* (borrowed) */
  guint64 count;
} Expected;

static gboolean
is_counted (gpointer data)
{
  const Expected *expected = data;

  return rc_workspace_get_count (expected->workspace, RC_FILTER_ALL_CUSTOMERS) == expected->count;
}

/* CU-9: it leaves the list and the counts. */
static void
test_remove (WindowFixture *fixture, gconstpointer data)
{
  guint64 before = rc_workspace_get_count (fixture->ui.workspace, RC_FILTER_ALL_CUSTOMERS);
  Expected expected = { fixture->ui.workspace, before - 1 };

  window_fixture_select_customer (fixture, "no-products", RC_ACTION_REMOVE);
  window_fixture_complete (fixture, window_fixture_open_dialog (fixture, "win.remove", NULL),
                           "1 customer was removed.");
  g_assert_true (ui_fixture_wait (is_counted, &expected));
  window_fixture_show_page (fixture, "all-customers");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (window_fixture_get_selection (fixture))), ==,
                    before - 1);
}

/* The windows that run no command of their own. */
static void
test_other_windows (WindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "win.import", "win.export", "win.preferences", "win.shortcuts" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_window_destroy (window_fixture_open_dialog (fixture, actions[i], NULL));
}

/* Nothing is said where nothing was done. */
static void
test_left (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  window_fixture_select_customer (fixture, "all-customers", RC_ACTION_REMIND);
  dialog = window_fixture_open_dialog (fixture, "win.remind", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.leave", NULL));
  ui_fixture_settle ();
  g_assert_false (fixture->dialogs.completed);
  g_assert_null (window_fixture_find_by_type (GTK_WIDGET (fixture->ui.window), "AdwToastWidget"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  window_fixture_add ("/window/dialog/invite", test_invite);
  window_fixture_add ("/window/dialog/invite-elsewhere", test_invite_elsewhere);
  window_fixture_add ("/window/dialog/reminder", test_remind);
  window_fixture_add ("/window/dialog/acceptance", test_accept);
  window_fixture_add ("/window/dialog/assigned-licenses", test_assigned);
  window_fixture_add ("/window/dialog/manager-of-many", test_assign_manager);
  window_fixture_add ("/window/dialog/removed", test_remove);
  window_fixture_add ("/window/dialog/other-windows", test_other_windows);
  window_fixture_add ("/window/dialog/left-says-nothing", test_left);
  return g_test_run ();
}
