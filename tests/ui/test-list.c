/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rc-customer-cell.h"
#include "rc-customer-query.h"
#include "rc-membership.h"
#include "rc-picker-item.h"
#include "rc-place-order.h"
#include "rc-request-item.h"
#include "rc-sidebar.h"
#include "rc-store.h"
#include "ui-fixture.h"

/* Working through the list: what comes first, what comes next, and that the keyboard is enough. */

static RcCustomerListView *
get_view (UiFixture *fixture)
{
  return ui_fixture_child (fixture, "customers");
}

static RcVirtualList *
get_rows (UiFixture *fixture)
{
  return RC_VIRTUAL_LIST (rc_customer_list_view_get_list (get_view (fixture)));
}

static gboolean
is_ready (gpointer data)
{
  gboolean is_updating;

  g_object_get (data, "updating", &is_updating, NULL);
  return !is_updating && rc_virtual_list_get_state (data) == RC_LIST_STATE_CONTENT
         && rc_virtual_list_is_complete (data);
}

static void
show_page (UiFixture *fixture, const char *page)
{
  rc_window_show_page (fixture->window, page);
  g_assert_true (ui_fixture_wait (is_ready, get_rows (fixture)));
  ui_fixture_settle ();
}

static void
check_order (UiFixture *fixture, const char *page, RcSort expected)
{
  RcSort sort;
  gboolean descending;

  show_page (fixture, page);
  g_object_get (get_rows (fixture), "sort", &sort, "descending", &descending, NULL);
  g_assert_cmpint (sort, ==, expected);
  g_assert_false (descending);
}

static gboolean
is_at_top (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) < 100;
}

/* What is most urgent in a filter comes first, until the user says otherwise; that stays with its filter. */
static void
test_urgent_first (void)
{
  UiFixture fixture;
  GtkAdjustment *adjustment;

  ui_fixture_open (&fixture, 1280, 860);
  check_order (&fixture, "all-customers", RC_SORT_NAME);
  check_order (&fixture, "pending-requests", RC_SORT_OLDEST_REQUEST);
  check_order (&fixture, "past-due-requests", RC_SORT_OLDEST_REQUEST);
  check_order (&fixture, "upcoming-renewals", RC_SORT_ANNIVERSARY_DATE);
  check_order (&fixture, "ready-for-renewal", RC_SORT_ANNIVERSARY_DATE);
  rc_customer_list_view_set_sort (get_view (&fixture), RC_SORT_SEGMENT, FALSE);
  check_order (&fixture, "no-products", RC_SORT_SEGMENT);
  check_order (&fixture, "pending-requests", RC_SORT_OLDEST_REQUEST);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_template_child (
      GTK_WIDGET (get_view (&fixture)), RC_TYPE_CUSTOMER_LIST_VIEW, "scrolled_window")));
  gtk_adjustment_set_value (adjustment, 400);
  ui_fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 100);
  show_page (&fixture, "all-customers");
  g_assert_true (ui_fixture_wait (is_at_top, adjustment));
  ui_fixture_close (&fixture);
}

/* Whose purchase authorizations are not all ordered by one order stay in the list: such a row is of no use here. */
static guint
find_with_one_request (UiFixture *fixture, RcMembership *membership, gint64 *pa_id)
{
  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (get_view (fixture)));

  for (guint i = 1; i < 10; i++)
    {
      g_autoptr (GListModel) requests = NULL;
      g_autoptr (RcRequestItem) request = NULL;

      gtk_selection_model_select_item (selection, i, TRUE);
      ui_fixture_settle ();
      g_object_get (membership, "open-requests", &requests, NULL);
      if (g_list_model_get_n_items (requests) != 1)
        continue;
      request = g_list_model_get_item (requests, 0);
      *pa_id = rc_request_item_get_id (request);
      return i;
    }
  g_assert_not_reached ();
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, NULL);

  g_assert_nonnull (done);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* PA-5: after an order, the next customer is selected, ready for the next. */
static void
test_next_after_order (void)
{
  UiFixture fixture;
  g_autoptr (RcMembership) membership = NULL;
  g_autoptr (RcCommand) command = NULL;
  gint64 pa_id, id, next_id;
  gboolean done = FALSE;
  guint position;

  ui_fixture_open (&fixture, 1280, 860);
  g_object_get (ui_fixture_child (&fixture, "pane"), "membership", &membership, NULL);
  show_page (&fixture, "pending-requests");
  position = find_with_one_request (&fixture, membership, &pa_id);
  id = rc_virtual_list_get_id (get_rows (&fixture), position);
  next_id = rc_virtual_list_get_id (get_rows (&fixture), position + 1);
  command =
      rc_place_order_new (rc_workspace_get_me (fixture.workspace), rc_workspace_get_today (fixture.workspace),
                          pa_id, "NEXT-1", rc_workspace_get_today (fixture.workspace));
  rc_workspace_run_async (fixture.workspace, command, NULL, on_done, &done);
  g_assert_true (ui_fixture_wait (is_true, &done));
  rc_customer_list_view_select_after (get_view (&fixture), id);
  g_assert_true (ui_fixture_wait (is_ready, get_rows (&fixture)));
  ui_fixture_settle ();
  g_assert_cmpuint (rc_virtual_list_find (get_rows (&fixture), id), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpint (rc_membership_get_customer_id (membership), ==, next_id);
  g_assert_cmpuint (rc_customer_cell_find_position (gtk_window_get_focus (GTK_WINDOW (fixture.window))), ==,
                    position);
  g_clear_object (&membership);
  ui_fixture_close (&fixture);
}

static char *
get_page (UiFixture *fixture)
{
  char *page;

  g_object_get (fixture->window, "page", &page, NULL);
  return page;
}

/* The row that looks chosen is the page that is shown; Tab passes over the others without choosing them. */
static void
test_sidebar_keyboard (void)
{
  UiFixture fixture;
  GtkWidget *sidebar;
  GtkListBox *filters;
  g_autofree char *page = NULL, *later = NULL;

  ui_fixture_open (&fixture, 1280, 860);
  sidebar = ui_fixture_child (&fixture, "sidebar");
  filters = GTK_LIST_BOX (gtk_widget_get_template_child (sidebar, RC_TYPE_SIDEBAR, "filters"));
  gtk_list_box_select_row (filters, gtk_list_box_get_row_at_index (filters, RC_FILTER_PAST_DUE_REQUESTS));
  ui_fixture_settle ();
  page = get_page (&fixture);
  g_assert_cmpstr (page, ==, "past-due-requests");

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (filters, RC_FILTER_PAST_DUE_REQUESTS)));
  g_assert_true (gtk_widget_child_focus (sidebar, GTK_DIR_TAB_FORWARD));
  g_assert_null (gtk_widget_get_focus_child (GTK_WIDGET (filters)));
  g_assert_true (gtk_widget_child_focus (sidebar, GTK_DIR_TAB_BACKWARD));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (filters)));
  later = get_page (&fixture);
  g_assert_cmpstr (later, ==, "past-due-requests");
  ui_fixture_close (&fixture);
}

/* CU-11: a first term is looked for by its months as well as by its date. */
static void
test_picker_detail (void)
{
  g_autoptr (RcPickerItem) item =
      rc_picker_item_new ("2028-01-21", "21\u00a0January 2028", "a first term of 14 months", TRUE);

  g_assert_true (rc_picker_item_matches (item, (const char *const[]){ "14", "month", NULL }));
  g_assert_true (rc_picker_item_matches (item, (const char *const[]){ "january", "14", NULL }));
  g_assert_false (rc_picker_item_matches (item, (const char *const[]){ "15", NULL }));
}

static gpointer
list_ids (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return rc_customer_query_list_ids (database, data, 0, cancellable, error);
}

/* Each row shows the customer of its place. */
static guint
check_cells (GtkWidget *widget, RcVirtualList *rows)
{
  guint n_checked = 0;

  if (RC_IS_CUSTOMER_CELL (widget) && gtk_widget_get_mapped (widget))
    {
      guint position = rc_customer_cell_find_position (widget);
      RcCustomer *customer = rc_customer_cell_get_customer (RC_CUSTOMER_CELL (widget));

      if (customer)
        {
          g_assert_cmpint (rc_customer_get_id (customer), ==, rc_virtual_list_get_id (rows, position));
          n_checked++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n_checked += check_cells (child, rows);
  return n_checked;
}

static gboolean
is_quiet (gpointer data)
{
  gboolean is_updating;

  g_object_get (data, "updating", &is_updating, NULL);
  return !is_updating && rc_virtual_list_is_complete (data);
}

/* The rows are those of the query asked for last, however fast it was changed. */
static void
check_rows (UiFixture *fixture)
{
  RcCustomerList *list = rc_customer_list_view_get_list (get_view (fixture));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) expected = NULL;

  g_assert_true (ui_fixture_wait (is_quiet, list));
  ui_fixture_settle ();
  expected = rc_store_read (rc_workspace_get_store (fixture->workspace), list_ids,
                            (gpointer) rc_customer_list_get_query (list), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    g_assert_cmpint (rc_virtual_list_get_id (RC_VIRTUAL_LIST (list), i), ==,
                     g_array_index (expected, gint64, i));
  if (expected->len > 0)
    g_assert_cmpuint (check_cells (GTK_WIDGET (get_view (fixture)), RC_VIRTUAL_LIST (list)), >, 0);
}

/* FI-1, FI-4: filters, words and orders changed faster than they can be answered. */
static void
test_fast_switching (void)
{
  static const char *const pages[] = { "all-customers",     "no-products",       "pending-requests",
                                       "past-due-requests", "upcoming-renewals", "ready-for-renewal" };
  static const char *const words[] = { "", "a", "uni", "universitet", "no such customer", "de" };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  UiFixture fixture;

  ui_fixture_open (&fixture, 1280, 860);
  for (int round = 0; round < 25; round++)
    {
      int n_changes = g_rand_int_range (random, 2, 9);

      for (int i = 0; i < n_changes; i++)
        {
          RcCustomerList *list = rc_customer_list_view_get_list (get_view (&fixture));

          if (g_rand_boolean (random))
            rc_window_show_page (fixture.window, pages[g_rand_int_range (random, 0, G_N_ELEMENTS (pages))]);
          else
            rc_customer_list_set_search (list, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
          for (int k = g_rand_int_range (random, 0, 12); k > 0; k--)
            {
              g_main_context_iteration (NULL, FALSE);
              g_usleep (500);
            }
        }
      check_rows (&fixture);
    }
  ui_fixture_close (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/list/urgent-first-in-each-filter", test_urgent_first);
  g_test_add_func ("/list/next-customer-after-an-order", test_next_after_order);
  g_test_add_func ("/sidebar/shown-page-is-the-chosen-one", test_sidebar_keyboard);
  g_test_add_func ("/picker/searched-by-the-line-beneath", test_picker_detail);
  g_test_add_func ("/list/fast-switching", test_fast_switching); /* FI-1, FI-4 */
  return g_test_run ();
}
