/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "rc-membership.h"

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  ui_fixture_open (&fixture->ui, 1280, 860);
  fixture->dialogs.workspace = fixture->ui.workspace;
  fixture->dialogs.today = rc_workspace_get_today (fixture->ui.workspace);
  g_object_get (ui_fixture_child (&fixture->ui, "pane"), "membership", &fixture->membership, NULL);
}

static void
tear_down (WindowFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->membership);
  ui_fixture_close (&fixture->ui);
}

GtkWindow *
window_fixture_get_window (WindowFixture *fixture)
{
  return GTK_WINDOW (fixture->ui.window);
}

RcCustomerSelection *
window_fixture_get_selection (WindowFixture *fixture)
{
  return rc_customer_list_view_get_selection (ui_fixture_child (&fixture->ui, "customers"));
}

gboolean
window_fixture_is_shown (gpointer data)
{
  WindowFixture *fixture = data;
  const RcMembershipRecord *record = rc_membership_get_record (fixture->membership);

  return record && rc_membership_get_state (fixture->membership) == RC_LIST_STATE_CONTENT
         && record->customer->id
                == rc_customer_selection_get_only_id (window_fixture_get_selection (fixture));
}

static gboolean
is_listed (gpointer data)
{
  WindowFixture *fixture = data;
  RcCustomerListView *view = ui_fixture_child (&fixture->ui, "customers");
  RcVirtualList *list = RC_VIRTUAL_LIST (rc_customer_list_view_get_list (view));

  return rc_virtual_list_get_state (list) == RC_LIST_STATE_CONTENT && rc_virtual_list_is_complete (list)
         && g_list_model_get_n_items (G_LIST_MODEL (list)) > 0;
}

void
window_fixture_show_page (WindowFixture *fixture, const char *page)
{
  rc_window_show_page (fixture->ui.window, page);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_wait (is_listed, fixture));
}

/* Selects the first customer of @page who can have @action, and returns it. */
const RcMembershipRecord *
window_fixture_select_customer (WindowFixture *fixture, const char *page, RcAction action)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (window_fixture_get_selection (fixture));

  window_fixture_show_page (fixture, page);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      gtk_selection_model_select_item (selection, i, TRUE);
      g_assert_true (ui_fixture_wait (window_fixture_is_shown, fixture));
      if (rc_membership_can (fixture->membership, action))
        return rc_membership_get_record (fixture->membership);
    }
  g_error ("No customer in %s can have it", page);
}

GtkWindow *
window_fixture_find_dialog (WindowFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == window_fixture_get_window (fixture)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  g_error ("No dialog is open");
}

/* The dialog that the action opens, as it is seen. */
GtkWindow *
window_fixture_open_dialog (WindowFixture *fixture, const char *action, GVariant *parameter)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->ui.window), action, parameter));
  dialog = window_fixture_find_dialog (fixture);
  dialog_fixture_present (&fixture->dialogs, dialog);
  ui_fixture_check_names (GTK_WIDGET (dialog));
  return dialog;
}

void
window_fixture_complete (WindowFixture *fixture, GtkWindow *dialog, const char *toast)
{
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (&fixture->dialogs);
  dialog_fixture_wait_text (window_fixture_get_window (fixture), toast);
}

/* (nullable) */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget))
    {
      GtkWidget *child = gtk_button_get_child (GTK_BUTTON (widget));

      if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), label))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }
  return NULL;
}

/* (nullable) */
GtkWidget *
window_fixture_find_by_type (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_fixture_find_by_type (child, type);

      if (found)
        return found;
    }
  return NULL;
}

void
window_fixture_click (GtkWindow *window, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

void
window_fixture_add (const char *path, void (*test) (WindowFixture *, gconstpointer))
{
  g_test_add (path, WindowFixture, NULL, set_up, test, tear_down);
}
