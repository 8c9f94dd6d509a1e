/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "rc-action-help.h"
#include "rc-column-sort.h"
#include "rc-customer-details.h"
#include "rc-detail-pane.h"
#include "rc-help.h"
#include "rc-membership.h"
#include "rc-menu-names.h"
#include "rc-shortcuts.h"
#include "rc-sidebar.h"
#include "rc-state-page.h"
#include "rc-text-cell.h"
#include "rc-whole-text.h"
#include "rc-why-popover.h"
#include "ui-fixture.h"

#define BORDER 8 /* px */

static RcCustomerSelection *
get_selection (UiFixture *fixture)
{
  return rc_customer_list_view_get_selection (ui_fixture_child (fixture, "customers"));
}

static RcMembership *
get_membership (UiFixture *fixture)
{
  g_autoptr (RcMembership) membership = NULL;

  g_object_get (ui_fixture_child (fixture, "pane"), "membership", &membership, NULL);
  return membership;
}

static gboolean
is_loaded (gpointer data)
{
  return rc_membership_get_state (data) == RC_LIST_STATE_CONTENT;
}

static void
select_first (UiFixture *fixture)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_selection (fixture)), 0, TRUE);
  g_assert_true (ui_fixture_wait (is_loaded, get_membership (fixture)));
  ui_fixture_settle ();
}

/* The list of a filter comes after its page; other pages have none. */
static gboolean
is_listed (gpointer data)
{
  RcCustomerListView *view = ui_fixture_child (data, "customers");
  RcVirtualList *list = RC_VIRTUAL_LIST (rc_customer_list_view_get_list (view));

  return rc_virtual_list_get_state (list) != RC_LIST_STATE_LOADING && rc_virtual_list_is_complete (list);
}

static void
show_page (UiFixture *fixture, const char *page)
{
  rc_window_show_page (fixture->window, page);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_wait (is_listed, fixture));
}

typedef struct
{
  UiFixture *fixture;
  RcFilter filter;
} Count;

static gboolean
is_counted (gpointer data)
{
  Count *count = data;

  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (count->fixture)))
         == rc_workspace_get_count (count->fixture->workspace, count->filter);
}

/* FI-2 */
static void
test_counts (void)
{
  UiFixture fixture;

  ui_fixture_open (&fixture, 1280, 860);
  for (int i = 0; i < RC_N_FILTERS; i++)
    {
      static const char *const pages[] = { "all-customers",     "no-products",       "pending-requests",
                                           "past-due-requests", "upcoming-renewals", "ready-for-renewal" };

      show_page (&fixture, pages[i]);
      g_assert_true (ui_fixture_wait (is_counted, &(Count){ &fixture, i }));
      ui_fixture_picture (GTK_WIDGET (fixture.window), pages[i]);
    }
  ui_fixture_close (&fixture);
}

/* Its rows are those of the actions that are refused, each with the reason and a link to its section of the help. */
static void
test_why (void)
{
  UiFixture fixture;
  GtkWidget *popover, *rows, *row;
  GtkMenuButton *button;

  ui_fixture_open (&fixture, 1280, 860);
  show_page (&fixture, "past-due-requests");
  select_first (&fixture);
  button = GTK_MENU_BUTTON (
      gtk_widget_get_template_child (ui_fixture_child (&fixture, "pane"), RC_TYPE_DETAIL_PANE, "why_button"));
  gtk_menu_button_popup (button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  ui_fixture_settle ();
  ui_fixture_picture (popover, "why");
  rows = GTK_WIDGET (gtk_widget_get_template_child (popover, RC_TYPE_WHY_POPOVER, "rows"));
  row = gtk_widget_get_first_child (rows);
  for (int action = 0; action < RC_N_ACTIONS; action++)
    {
      const char *reason = rc_membership_get_reason (get_membership (&fixture), action);
      g_autofree char *markup =
          reason != NULL && *reason != '\0'
              ? rc_help_make_link (reason, rc_customer_details_get_help (get_membership (&fixture), action))
              : NULL;

      if (markup == NULL)
        continue;
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (row))), ==,
                       rc_action_get_title (action));
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (row))), ==, markup);
      row = gtk_widget_get_next_sibling (row);
    }
  g_assert_nonnull (row); /* those of the purchase authorization, which is past due */
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_fixture_close (&fixture);
}

/* PA-3: what cannot be done is disabled and says why. */
static void
test_blocked (void)
{
  UiFixture fixture;
  GtkWidget *pane, *button;
  GtkLabel *reason;
  g_autofree char *beneath = NULL;

  ui_fixture_open (&fixture, 1280, 860);
  show_page (&fixture, "past-due-requests");
  select_first (&fixture);
  pane = dialog_fixture_find (GTK_WIDGET (fixture.window), RC_TYPE_CUSTOMER_PANE, 0);
  button = GTK_WIDGET (gtk_widget_get_template_child (pane, RC_TYPE_CUSTOMER_PANE, "create_button"));
  reason = GTK_LABEL (gtk_widget_get_template_child (pane, RC_TYPE_CUSTOMER_PANE, "reason_label"));
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (reason)));
  beneath = rc_help_make_link (gtk_widget_get_tooltip_text (button), "why#create-pa");
  g_assert_cmpstr (gtk_label_get_label (reason), ==, beneath);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gtk_widget_get_tooltip_text (button));
  for (int tab = 0; tab < 4; tab++)
    {
      g_autofree char *name = g_strdup_printf ("details-%d", tab);

      rc_detail_pane_show_tab (ui_fixture_child (&fixture, "pane"), tab);
      ui_fixture_settle ();
      ui_fixture_picture (GTK_WIDGET (fixture.window), name);
    }
  ui_fixture_close (&fixture);
}

static void
test_names (void)
{
  static const char *const pages[] = { "all-customers", "no-products", "messages", "activity" };
  UiFixture fixture;

  ui_fixture_open (&fixture, 1280, 860);
  select_first (&fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (&fixture, pages[i]);
      ui_fixture_check_names (GTK_WIDGET (fixture.window));
      ui_fixture_picture (GTK_WIDGET (fixture.window), pages[i]);
    }
  ui_fixture_close (&fixture);
}

static gboolean
is_shown (UiFixture *fixture, const char *name)
{
  return gtk_widget_get_mapped (ui_fixture_child (fixture, name));
}

/* Without a window manager, the window draws a border of its own. */
static void
check_width (UiFixture *fixture, int width)
{
  int actual = gtk_widget_get_width (ui_fixture_child (fixture, "layout"));

  g_assert_cmpint (actual, <=, width);
  g_assert_cmpint (actual, >=, width - 2 * BORDER);
}

typedef struct
{
  int width;
  gboolean folded, narrow;
} Form;

typedef struct
{
  RcAdaptiveLayout *layout;
  const Form *form;
} Forming;

static gboolean
is_formed (gpointer data)
{
  Forming *forming = data;

  return rc_adaptive_layout_get_folded (forming->layout) == forming->form->folded
         && rc_adaptive_layout_get_narrow (forming->layout) == forming->form->narrow;
}

static void
test_forms (void)
{
  static const Form cases[] = { { 1280, FALSE, FALSE }, { 800, TRUE, FALSE }, { 360, TRUE, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list_name = g_strdup_printf ("list-%d", cases[i].width);
      g_autofree char *detail_name = g_strdup_printf ("detail-%d", cases[i].width);
      UiFixture fixture;
      Forming forming = { .form = &cases[i] };

      ui_fixture_open (&fixture, cases[i].width, 720);
      forming.layout = ui_fixture_child (&fixture, "layout");
      check_width (&fixture, cases[i].width);
      g_assert_true (ui_fixture_wait (is_formed, &forming));
      g_assert_true (is_shown (&fixture, "customers"));
      g_assert_cmpint (is_shown (&fixture, "sidebar"), ==, !cases[i].narrow);
      g_assert_cmpint (is_shown (&fixture, "pane"), ==, !cases[i].folded);
      ui_fixture_picture (GTK_WIDGET (fixture.window), list_name);
      select_first (&fixture);
      gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.show-details", NULL);
      ui_fixture_settle ();
      g_assert_true (is_shown (&fixture, "pane"));
      g_assert_cmpint (is_shown (&fixture, "customers"), ==, !cases[i].folded);
      check_width (&fixture, cases[i].width);
      ui_fixture_picture (GTK_WIDGET (fixture.window), detail_name);
      gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.back", NULL);
      ui_fixture_settle ();
      g_assert_true (is_shown (&fixture, "customers"));
      ui_fixture_close (&fixture);
    }
}

static void
resize (UiFixture *fixture, Forming *forming)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), forming->form->width, 720);
  g_assert_true (ui_fixture_wait (is_formed, forming));
  ui_fixture_settle ();
}

/* A window that was narrow for a while gives the details their width back. */
static void
test_narrow_for_a_while (void)
{
  static const Form wide = { 1280, FALSE, FALSE }, narrow = { 380, TRUE, TRUE };
  UiFixture fixture;
  Forming forming = { .form = &wide };
  GtkWidget *pane;
  int width;

  ui_fixture_open (&fixture, wide.width, 720);
  forming.layout = ui_fixture_child (&fixture, "layout");
  g_assert_true (ui_fixture_wait (is_formed, &forming));
  select_first (&fixture);
  pane = ui_fixture_child (&fixture, "pane");
  width = gtk_widget_get_width (pane);
  forming.form = &narrow;
  resize (&fixture, &forming);
  forming.form = &wide;
  resize (&fixture, &forming);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, width);
  ui_fixture_close (&fixture);
}

static gboolean
is_content (gpointer data)
{
  return rc_virtual_list_get_state (data) == RC_LIST_STATE_CONTENT && rc_virtual_list_is_complete (data);
}

static void
test_selection (void)
{
  UiFixture fixture;
  RcCustomerSelection *selection;
  RcCustomerListView *view;
  gint64 id;

  ui_fixture_open (&fixture, 1280, 860);
  view = ui_fixture_child (&fixture, "customers");
  selection = get_selection (&fixture);
  g_assert_true (ui_fixture_wait (is_content, rc_customer_list_view_get_list (view)));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 3, TRUE);
  id = rc_customer_selection_get_only_id (selection);
  g_assert_cmpint (id, ==,
                   rc_virtual_list_get_id (RC_VIRTUAL_LIST (rc_customer_list_view_get_list (view)), 3));
  rc_customer_list_view_set_sort (view, RC_SORT_NAME, TRUE);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_wait (is_content, rc_customer_list_view_get_list (view)));
  g_assert_cmpint (rc_customer_selection_get_only_id (selection), ==, id);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 3));

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (rc_customer_selection_get_size (selection), ==,
                    rc_workspace_get_count (fixture.workspace, RC_FILTER_ALL_CUSTOMERS));
  g_assert_cmpint (rc_customer_selection_get_only_id (selection), ==, 0);
  ui_fixture_settle ();
  ui_fixture_picture (GTK_WIDGET (fixture.window), "many-selected");
  show_page (&fixture, "no-products");
  g_assert_cmpuint (rc_customer_selection_get_size (selection), ==, 0);
  ui_fixture_close (&fixture);
}

static void
test_sort_probe (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (gtk_column_view_new (NULL));
  GtkColumnViewColumn *columns[] = { gtk_column_view_column_new ("Name", NULL),
                                     gtk_column_view_column_new ("Segment", NULL) };
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view));
  RcSort sort;
  gboolean descending;

  rc_column_sort_install (columns[0], RC_SORT_NAME);
  rc_column_sort_install (columns[1], RC_SORT_SEGMENT);
  for (int i = 0; i < 2; i++)
    gtk_column_view_append_column (GTK_COLUMN_VIEW (view), columns[i]);
  g_assert_false (rc_column_sort_read (sorter, &sort, &descending));
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), columns[0], GTK_SORT_ASCENDING);
  g_assert_true (rc_column_sort_read (sorter, &sort, &descending));
  g_assert_cmpint (sort, ==, RC_SORT_NAME);
  g_assert_false (descending);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), columns[1], GTK_SORT_DESCENDING);
  g_assert_true (rc_column_sort_read (sorter, &sort, &descending));
  g_assert_cmpint (sort, ==, RC_SORT_SEGMENT);
  g_assert_true (descending);
  g_object_unref (columns[0]);
  g_object_unref (columns[1]);
}

static void
test_states (void)
{
  static const RcListState states[] = { RC_LIST_STATE_EMPTY, RC_LIST_STATE_ERROR, RC_LIST_STATE_CONTENT };
  static const char *const names[] = { "empty", "error", "content" };
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (RC_TYPE_STATE_PAGE, NULL));
  GtkStack *stack = GTK_STACK (gtk_widget_get_template_child (page, RC_TYPE_STATE_PAGE, "stack"));

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      rc_state_page_set_state (RC_STATE_PAGE (page), states[i]);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, names[i]);
    }
  rc_state_page_set_state (RC_STATE_PAGE (page), RC_LIST_STATE_LOADING);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "content");
  ui_fixture_settle ();
  ui_fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "loading");
}

/* Each accelerator is one, and no two actions share one. */
static void
test_shortcuts (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_shortcuts;
  const RcShortcut *shortcuts = rc_shortcuts_list (&n_shortcuts);

  for (gsize i = 0; i < n_shortcuts; i++)
    {
      for (const char *const *accelerator = shortcuts[i].accelerators; *accelerator; accelerator++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (*accelerator, &key, &modifiers));
          g_assert_true (g_hash_table_add (seen, (char *) *accelerator));
        }
    }
}

/* Counts in @counts the cells on screen beneath @widget that are not shortened [0] and that are [1]: these alone have a tooltip. */
static void
count_tooltips (GtkWidget *window, GtkWidget *widget, guint counts[2])
{
  double x, y;

  if (RC_IS_TEXT_CELL (widget) && gtk_widget_get_mapped (widget)
      && gtk_widget_translate_coordinates (widget, window, gtk_widget_get_width (widget) / 2.0,
                                           gtk_widget_get_height (widget) / 2.0, &x, &y)
      && gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT) == widget)
    {
      g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
      gboolean has_tooltip = FALSE;

      g_signal_emit_by_name (window, "query-tooltip", (int) x, (int) y, FALSE, tooltip, &has_tooltip);
      g_assert_cmpint (has_tooltip, ==, rc_text_cell_get_shortened (RC_TEXT_CELL (widget)) != NULL);
      counts[has_tooltip]++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    count_tooltips (window, child, counts);
}

static void
test_whole_text (void)
{
  UiFixture fixture;
  guint counts[2] = { 0, 0 };

  rc_whole_text_watch ();
  ui_fixture_open (&fixture, 1280, 860);
  count_tooltips (GTK_WIDGET (fixture.window), ui_fixture_child (&fixture, "customers"), counts);
  g_assert_cmpuint (counts[FALSE], >, 0);
  g_assert_cmpuint (counts[TRUE], >, 0);
  ui_fixture_close (&fixture);
}

/* How many items of a menu there are, each of which has its text as its name. */
static guint
count_named_items (GtkWidget *widget)
{
  guint count = 0;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_MENU_ITEM)
    {
      g_autofree char *text = NULL;
      g_autofree char *other = NULL;

      g_object_get (widget, "text", &text, NULL);
      g_assert_cmpstr (text, !=, "");
      other =
          gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
      g_assert_cmpstr (other, ==, NULL);
      g_assert_false (
          gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    count += count_named_items (child);
  return count;
}

/* Some releases of GTK leave them without one that assistive technologies read. */
static void
test_menu_names (void)
{
  UiFixture fixture;

  rc_menu_names_watch ();
  ui_fixture_open (&fixture, 1280, 860);
  rc_sidebar_open_menu (ui_fixture_child (&fixture, "sidebar"));
  g_assert_cmpuint (count_named_items (ui_fixture_child (&fixture, "sidebar")), >, 5);
  ui_fixture_close (&fixture);
}

static void
test_welcome (void)
{
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  RcWindow *window = rc_window_new (NULL, clock);

  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_settle ();
  ui_fixture_check_names (GTK_WIDGET (window));
  ui_fixture_picture (GTK_WIDGET (window), "welcome");
  g_assert_null (rc_window_get_workspace (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/menu-names", test_menu_names);
  g_test_add_func ("/window/filters-hold-what-they-count", test_counts);
  g_test_add_func ("/window/blocked-action-says-why", test_blocked);
  g_test_add_func ("/window/what-cannot-be-done (PA-3)", test_why);
  g_test_add_func ("/window/every-control-has-a-name", test_names);
  g_test_add_func ("/window/forms-follow-the-width", test_forms);
  g_test_add_func ("/window/narrow-for-a-while", test_narrow_for_a_while);
  g_test_add_func ("/window/selection-stays-with-customers", test_selection);
  g_test_add_func ("/window/sort-probe-finds-column-and-direction", test_sort_probe);
  g_test_add_func ("/window/what-is-cut-has-a-tooltip", test_whole_text);
  g_test_add_func ("/window/four-states", test_states);
  g_test_add_func ("/window/no-accelerator-twice", test_shortcuts);
  return g_test_run ();
}
