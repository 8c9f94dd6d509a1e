/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-acceptance-dialog.h"
#include "rc-add-member-dialog.h"
#include "rc-assign-manager-dialog.h"
#include "rc-assigned-licences-dialog.h"
#include "rc-cancel-pa-dialog.h"
#include "rc-close-unpaid-dialog.h"
#include "rc-detail-pane.h"
#include "rc-direct-order-dialog.h"
#include "rc-field-row.h"
#include "rc-import-dialog.h"
#include "rc-invite-dialog.h"
#include "rc-order-number-row.h"
#include "rc-place-order-dialog.h"
#include "rc-purchase-authorization-dialog.h"
#include "rc-reminder-dialog.h"
#include "rc-remove-dialog.h"
#include "rc-style.h"

/* What the keyboard does, what is remembered, and that everything has room with larger text. */

#define SCHEMA "org.resellerconsole.ResellerConsole"
#define NORMAL_DPI (96 * 1024)
#define NARROW 360 /* px */
#define LARGE 1.5 /* times the usual text */
#define LARGEST 2.0

/* The row's menu opens by both keys, for what is selected. */
static void
test_menu_keys (void)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
  } keys[] = { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } };
  UiFixture fixture;
  GtkWidget *view, *rows;
  GtkSelectionModel *selection;

  ui_fixture_open (&fixture, 1280, 860);
  view = ui_fixture_child (&fixture, "customers");
  selection = GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (RC_CUSTOMER_LIST_VIEW (view)));
  rows = dialog_fixture_find (view, GTK_TYPE_COLUMN_VIEW, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *menu;

      gtk_selection_model_select_item (selection, 2, TRUE);
      g_assert_true (ui_fixture_press (rows, keys[i].key, keys[i].modifiers));
      ui_fixture_settle ();
      menu = dialog_fixture_find (view, GTK_TYPE_POPOVER_MENU, 0);
      g_assert_true (gtk_widget_get_visible (menu));
      ui_fixture_check_names (menu);
      gtk_popover_popdown (GTK_POPOVER (menu));
      ui_fixture_settle ();
      g_assert_false (gtk_widget_get_visible (menu));
    }
  ui_fixture_close (&fixture);
}

/* In another list the keyboard begins at its first row, not at the number that the last row had. */
static void
test_focus_of_another_page (void)
{
  UiFixture fixture;
  GtkWidget *rows, *row;

  ui_fixture_open (&fixture, 1280, 860);
  rows = gtk_widget_get_last_child (
      dialog_fixture_find (ui_fixture_child (&fixture, "customers"), GTK_TYPE_COLUMN_VIEW, 0));
  row = gtk_widget_get_first_child (rows);
  for (int i = 0; i < 3; i++)
    row = gtk_widget_get_next_sibling (row);
  g_assert_true (gtk_widget_grab_focus (row));
  rc_window_show_page (fixture.window, "pending-requests");
  ui_fixture_settle ();
  g_assert_true (gtk_widget_get_focus_child (rows) == gtk_widget_get_first_child (rows));
  ui_fixture_close (&fixture);
}

typedef enum
{
  DIALOG_INVITE,
  DIALOG_PA,
  DIALOG_PLACE_ORDER,
  DIALOG_DIRECT_ORDER,
  DIALOG_CLOSE_UNPAID,
  DIALOG_REMINDER,
  DIALOG_ADD_MEMBER,
  DIALOG_ACCEPTANCE,
  DIALOG_ASSIGNED,
  DIALOG_ASSIGN_MANAGER,
  DIALOG_CANCEL_PA,
  DIALOG_REMOVE,
  N_DIALOGS
} Dialog;
#define N_WITH_TEXT DIALOG_ACCEPTANCE /* those before it have a field to type into */

typedef struct
{
  gint64 customer;
  gint64 pa;
  gint64 late_customer;
  gint64 late_pa;
} Ids;

static void
make_customers (DialogFixture *fixture, Ids *ids)
{
  ids->customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 20);
  ids->pa = dialog_fixture_make_pa (fixture, ids->customer, 10);
  ids->late_customer = dialog_fixture_invite (fixture, "Odense Kommune", 90);
  ids->late_pa = dialog_fixture_make_pa (fixture, ids->late_customer, 80);
}

static GtkWindow *
create_dialog (RcWorkspace *workspace, const Ids *ids, Dialog dialog)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (one, ids->customer);
  switch (dialog)
    {
    case DIALOG_INVITE:
      return rc_invite_dialog_new (workspace);
    case DIALOG_PA:
      return rc_purchase_authorization_dialog_new (workspace, ids->customer);
    case DIALOG_PLACE_ORDER:
      return rc_place_order_dialog_new (workspace, ids->customer, ids->pa);
    case DIALOG_DIRECT_ORDER:
      return rc_direct_order_dialog_new (workspace, ids->customer);
    case DIALOG_CLOSE_UNPAID:
      return rc_close_unpaid_dialog_new (workspace, ids->late_customer, ids->late_pa);
    case DIALOG_REMINDER:
      return rc_reminder_dialog_new (workspace, one);
    case DIALOG_ADD_MEMBER:
      return rc_add_member_dialog_new (workspace);
    case DIALOG_ACCEPTANCE:
      return rc_acceptance_dialog_new (workspace, ids->customer);
    case DIALOG_ASSIGNED:
      return rc_assigned_licences_dialog_new (workspace, ids->customer);
    case DIALOG_ASSIGN_MANAGER:
      return rc_assign_manager_dialog_new (workspace, one);
    case DIALOG_CANCEL_PA:
      return rc_cancel_pa_dialog_new (workspace, ids->customer, ids->pa);
    case DIALOG_REMOVE:
      return rc_remove_dialog_new (workspace, one);
    case N_DIALOGS:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
press (GtkWindow *window, guint key, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return ui_fixture_press (focus ? (gpointer) focus : window, key, modifiers);
}

/* Each dialog begins with the keyboard in it; Escape leaves it, and asks only where something was typed. */
static void
test_escape (DialogFixture *fixture, gconstpointer data)
{
  Ids ids;

  make_customers (fixture, &ids);
  for (int i = 0; i < N_DIALOGS; i++)
    {
      GtkWindow *dialog = create_dialog (fixture->workspace, &ids, (Dialog) i);
      gpointer alive = dialog;

      g_object_add_weak_pointer (G_OBJECT (dialog), &alive);
      dialog_fixture_present (fixture, dialog);
      g_assert_nonnull (gtk_window_get_focus (dialog));
      if (i < N_WITH_TEXT)
        {
          GtkWidget *entry = dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, 0);

          gtk_editable_set_text (GTK_EDITABLE (entry), "typed");
          g_assert_true (press (dialog, GDK_KEY_Escape, 0));
          g_assert_nonnull (alive);
          dialog_fixture_present (fixture, dialog_fixture_find_question ());
          g_assert_true (press (dialog_fixture_find_question (), GDK_KEY_Escape, 0));
          g_assert_nonnull (alive);
          g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "typed");
          gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.leave", NULL);
          gtk_widget_activate_action (GTK_WIDGET (dialog_fixture_find_question ()), "question.confirm", NULL);
        }
      else
        g_assert_true (press (dialog, GDK_KEY_Escape, 0));
      ui_fixture_settle ();
      g_assert_null (alive);
      g_assert_false (fixture->completed);
    }
}

static void
type (GtkWindow *dialog, GType row, guint nth, const char *text)
{
  rc_field_row_set_value (RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), row, nth)), text);
  rc_field_row_focus (RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), row, nth)));
}

/* Enter in the last field confirms, Ctrl+Enter from anywhere. */
static void
test_enter (DialogFixture *fixture, gconstpointer data)
{
  static const Dialog by_enter[] = { DIALOG_REMINDER, DIALOG_PLACE_ORDER, DIALOG_CLOSE_UNPAID,
                                     DIALOG_ADD_MEMBER };
  GtkWindow *dialog;
  Ids ids;

  make_customers (fixture, &ids);
  for (gsize i = 0; i < G_N_ELEMENTS (by_enter); i++)
    {
      dialog = create_dialog (fixture->workspace, &ids, by_enter[i]);
      dialog_fixture_present (fixture, dialog);
      if (by_enter[i] == DIALOG_PLACE_ORDER)
        type (dialog, RC_TYPE_ORDER_NUMBER_ROW, 0, "ORD-1");
      else if (by_enter[i] == DIALOG_CLOSE_UNPAID)
        type (dialog, RC_TYPE_FIELD_ROW, 0, "Never ordered");
      else if (by_enter[i] == DIALOG_ADD_MEMBER)
        {
          type (dialog, RC_TYPE_FIELD_ROW, 0, "Account manager 1");
          type (dialog, RC_TYPE_FIELD_ROW, 1, "manager@reseller.example");
        }
      g_assert_true (press (dialog, GDK_KEY_Return, 0));
      dialog_fixture_wait_completed (fixture);
    }
  dialog = create_dialog (fixture->workspace, &ids, DIALOG_ACCEPTANCE);
  dialog_fixture_present (fixture, dialog);
  g_assert_true (press (dialog, GDK_KEY_Return, GDK_CONTROL_MASK));
  dialog_fixture_wait_completed (fixture);
}

/* The one that does nothing has the keyboard where something would be lost. */
static void
test_careful_focus (DialogFixture *fixture, gconstpointer data)
{
  static const Dialog careful[] = { DIALOG_CANCEL_PA, DIALOG_REMOVE };
  Ids ids;

  make_customers (fixture, &ids);
  for (gsize i = 0; i < G_N_ELEMENTS (careful); i++)
    {
      GtkWindow *dialog = create_dialog (fixture->workspace, &ids, careful[i]);
      gpointer alive = dialog;

      g_object_add_weak_pointer (G_OBJECT (dialog), &alive);
      dialog_fixture_present (fixture, dialog);
      g_signal_emit_by_name (gtk_window_get_focus (dialog), "clicked");
      ui_fixture_settle ();
      g_assert_null (alive);
      g_assert_false (fixture->completed);
    }
}

static gboolean
is_only_one_selected (gpointer data)
{
  RcCustomerListView *view = ui_fixture_child (data, "customers");

  return rc_customer_selection_get_only_id (rc_customer_list_view_get_selection (view)) != 0;
}

static gboolean
is_pane_shown (gpointer data)
{
  return gtk_widget_get_mapped (ui_fixture_child (data, "pane"));
}

/* FI-4: from the search, Down selects what is found first, and Enter opens it; what finds nothing keeps the focus. */
static void
test_search_keys (void)
{
  UiFixture fixture;
  GtkWidget *view, *entry, *text;
  GtkSelectionModel *selection;

  ui_fixture_open (&fixture, 800, 720);
  view = ui_fixture_child (&fixture, "customers");
  selection = GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (RC_CUSTOMER_LIST_VIEW (view)));
  entry = dialog_fixture_find (view, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.search", NULL);
  ui_fixture_settle ();
  text = gtk_window_get_focus (GTK_WINDOW (fixture.window));
  g_assert_true (gtk_widget_is_ancestor (text, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such customer");
  g_signal_emit_by_name (entry, "activate");
  ui_fixture_settle ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "universitet");
  ui_fixture_settle ();
  ui_fixture_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture.window)) == text);
  g_assert_true (ui_fixture_press (text, GDK_KEY_Down, 0));
  g_assert_true (ui_fixture_wait (is_only_one_selected, &fixture));
  ui_fixture_settle ();
  g_assert_true (gtk_selection_model_is_selected (selection, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.window)),
                                         dialog_fixture_find (view, GTK_TYPE_COLUMN_VIEW, 0)));
  g_assert_false (is_pane_shown (&fixture));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ui_fixture_wait (is_pane_shown, &fixture));
  ui_fixture_close (&fixture);
}

/* The import begins where there is something to do. */
static void
test_first_control (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_import_dialog_new (fixture->workspace);
  GtkWidget *button;

  dialog_fixture_present (fixture, dialog);
  button = gtk_window_get_focus (dialog);
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "import.choose-file");
  gtk_window_destroy (dialog);
}

static void
close_as_people_do (UiFixture *fixture)
{
  g_object_ref (fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->window);
  ui_fixture_settle ();
  g_clear_object (&fixture->clock);
}

/* As a click on the column's header does, for the second time. */
static void
sort_by (GtkWidget *view, const char *title)
{
  GtkColumnView *rows = GTK_COLUMN_VIEW (dialog_fixture_find (view, GTK_TYPE_COLUMN_VIEW, 0));
  GListModel *columns = gtk_column_view_get_columns (rows);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        gtk_column_view_sort_by_column (rows, column, GTK_SORT_DESCENDING);
    }
}

/* The next window begins as the last one was left. */
static void
test_remembered (void)
{
  g_autoptr (GSettings) settings = g_settings_new (SCHEMA);
  UiFixture fixture;
  RcCustomerList *list;
  const RcCustomerQuery *query;
  int width, height;

  ui_fixture_open (&fixture, 1280, 860);
  rc_window_show_page (fixture.window, "no-products");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.managed-by-me", NULL);
  g_object_set (ui_fixture_child (&fixture, "layout"), "sidebar-width", 200, "detail-width", 300, NULL);
  ui_fixture_settle ();
  sort_by (ui_fixture_child (&fixture, "customers"), "Segment");
  /* That column has no room any more. */
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1100, 700);
  g_object_set (ui_fixture_child (&fixture, "layout"), "sidebar-width", 300, "detail-width", 480, NULL);
  ui_fixture_settle ();
  close_as_people_do (&fixture);

  ui_fixture_open_again (&fixture);
  list = rc_customer_list_view_get_list (ui_fixture_child (&fixture, "customers"));
  query = rc_customer_list_get_query (list);
  gtk_window_get_default_size (GTK_WINDOW (fixture.window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 700);
  g_assert_cmpint (rc_customer_list_get_filter (list), ==, RC_FILTER_NO_PRODUCTS);
  g_assert_cmpint (query->sort, ==, RC_SORT_SEGMENT);
  g_assert_true (query->descending);
  g_assert_cmpint (query->managed_by, ==, rc_workspace_get_me (fixture.workspace));
  g_object_get (ui_fixture_child (&fixture, "layout"), "sidebar-width", &width, NULL);
  g_assert_cmpint (width, ==, 300);
  ui_fixture_close (&fixture);
  for (gsize i = 0; i < 5; i++)
    {
      static const char *const keys[] = { "managed-by-me", "sort-column", "sort-descending", "sidebar-width",
                                          "detail-width" };

      g_settings_reset (settings, keys[i]);
    }
}

/* The file of a workspace is remembered, of a sample not. */
static void
test_workspace_remembered (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SCHEMA);
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  g_autofree char *path = NULL;
  RcWindow *window = rc_window_new (NULL, clock);
  UiFixture sample;

  rc_window_set_workspace (window, fixture->workspace);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_open (&sample, 1280, 860);
  ui_fixture_close (&sample);
  path = g_settings_get_string (settings, "workspace-path");
  g_assert_cmpstr (path, ==, rc_workspace_get_path (fixture->workspace));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_text_size (double factor)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (NORMAL_DPI * factor), NULL);
  ui_fixture_settle ();
}

static int
measure_child (UiFixture *fixture, const char *name)
{
  int minimum;

  gtk_widget_measure (ui_fixture_child (fixture, name), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  return minimum;
}

/* Each page, the bar for many customers and the details fit the narrowest window, up to the largest text. */
static void
check_narrow_pages (double text_size)
{
  static const char *const pages[] = { "all-customers", "reseller-changes", "messages",
                                       "team",          "activity",         "past-due-requests" };
  UiFixture fixture;
  GtkSelectionModel *selection;

  set_text_size (text_size);
  ui_fixture_open (&fixture, NARROW, 720);
  selection =
      GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (ui_fixture_child (&fixture, "customers")));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("narrow-%g-%s", text_size, pages[i]);

      rc_window_show_page (fixture.window, pages[i]);
      ui_fixture_settle ();
      gtk_selection_model_select_range (selection, 0, 2, TRUE);
      ui_fixture_settle ();
      ui_fixture_picture (GTK_WIDGET (fixture.window), name);
      g_assert_cmpint (measure_child (&fixture, "pages"), <=, NARROW);
    }
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.show-details", NULL);
  for (int tab = RC_CUSTOMER_TAB_DETAILS; tab <= RC_CUSTOMER_TAB_RENEWALS; tab++)
    {
      g_autofree char *name = g_strdup_printf ("narrow-%g-tab-%d", text_size, tab);

      rc_detail_pane_show_tab (ui_fixture_child (&fixture, "pane"), tab);
      ui_fixture_settle ();
      ui_fixture_picture (GTK_WIDGET (fixture.window), name);
      g_assert_cmpint (measure_child (&fixture, "pane"), <=, NARROW);
    }
  ui_fixture_close (&fixture);
  set_text_size (1);
}

static void
test_narrow_pages (void)
{
  check_narrow_pages (LARGE);
  check_narrow_pages (LARGEST);
}

/* With text half as large again, the window and its details still have room at each width. */
static void
test_large_text (void)
{
  static const int widths[] = { NARROW, 700, 1280 };

  set_text_size (LARGE);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *list_name = g_strdup_printf ("large-text-list-%d", widths[i]);
      g_autofree char *detail_name = g_strdup_printf ("large-text-detail-%d", widths[i]);
      UiFixture fixture;
      int minimum;

      ui_fixture_open (&fixture, widths[i], 800);
      g_assert_cmpint (gtk_widget_get_width (ui_fixture_child (&fixture, "layout")), <=, widths[i]);
      gtk_widget_measure (GTK_WIDGET (fixture.window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, <=, NARROW);
      ui_fixture_picture (GTK_WIDGET (fixture.window), list_name);
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (
                                           ui_fixture_child (&fixture, "customers"))),
                                       0, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.show-details", NULL);
      ui_fixture_settle ();
      g_assert_cmpint (gtk_widget_get_width (ui_fixture_child (&fixture, "layout")), <=, widths[i]);
      ui_fixture_picture (GTK_WIDGET (fixture.window), detail_name);
      ui_fixture_close (&fixture);
    }
  set_text_size (1);
}

/* A dialog has room in the narrowest window. */
static void
check_dialogs (DialogFixture *fixture, const Ids *ids, double text_size)
{
  set_text_size (text_size);
  for (int i = 0; i < N_DIALOGS; i++)
    {
      GtkWindow *dialog = create_dialog (fixture->workspace, ids, (Dialog) i);
      g_autofree char *name = g_strdup_printf ("large-text-%g-%d", text_size, i);
      int minimum;

      gtk_window_set_default_size (dialog, NARROW, 640);
      dialog_fixture_present (fixture, dialog);
      gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      dialog_fixture_picture (dialog, name);
      if (minimum > NARROW)
        {
          g_test_message ("%s is %d px wide at least with text of %g times the size",
                          G_OBJECT_TYPE_NAME (dialog), minimum, text_size);
          g_test_fail ();
        }
      gtk_window_destroy (dialog);
    }
  set_text_size (1);
}

static void
test_large_text_dialogs (DialogFixture *fixture, gconstpointer data)
{
  Ids ids;

  make_customers (fixture, &ids);
  check_dialogs (fixture, &ids, LARGE);
  check_dialogs (fixture, &ids, LARGEST);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_style_load (gdk_display_get_default ());

  g_test_add_func ("/keys/menu-of-the-row", test_menu_keys);
  dialog_fixture_add ("/keys/escape-leaves-and-asks", test_escape);
  dialog_fixture_add ("/keys/enter-confirms", test_enter);
  dialog_fixture_add ("/keys/careful-button-first", test_careful_focus);
  dialog_fixture_add ("/keys/first-control", test_first_control);
  g_test_add_func ("/keys/search", test_search_keys); /* FI-4 */
  g_test_add_func ("/keys/focus-of-another-page", test_focus_of_another_page);
  g_test_add_func ("/remembered/window", test_remembered);
  dialog_fixture_add ("/remembered/workspace", test_workspace_remembered);
  g_test_add_func ("/large-text/window", test_large_text);
  g_test_add_func ("/large-text/narrow-pages", test_narrow_pages);
  dialog_fixture_add ("/large-text/dialogs", test_large_text_dialogs);
  return g_test_run ();
}
