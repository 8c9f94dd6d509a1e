/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rc-customer-list-view.h"
#include "rc-customer.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

/* The real column view with the real selection over a million customers: whatever is done to them, few rows are asked
 * for. The ids and rows are made up in the reader's thread; all else is what the window has. */

#define N_CUSTOMERS 1000000
#define BUDGET 1000

typedef enum
{
  ORDER_UP,
  ORDER_DOWN,
  ORDER_EVERY_THIRD,
  ORDER_UP_BUT_ONE,
  ORDER_NONE
} Order;

struct _MillionList
{
  RcVirtualList parent_instance;

  Order order;
};

#define MILLION_TYPE_LIST (million_list_get_type ())
G_DECLARE_FINAL_TYPE (MillionList, million_list, MILLION, LIST, RcVirtualList)

static GListModelInterface *parent_model;
static guint n_calls;

static gpointer
count_get_item (GListModel *model, guint position)
{
  n_calls++;
  return parent_model->get_item (model, position);
}

static void
million_list_model_init (GListModelInterface *iface)
{
  parent_model = g_type_interface_peek_parent (iface);
  iface->get_item_type = parent_model->get_item_type;
  iface->get_n_items = parent_model->get_n_items;
  iface->get_item = count_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MillionList, million_list, RC_TYPE_VIRTUAL_LIST,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, million_list_model_init))

static gpointer
create_query (RcVirtualList *list)
{
  return g_memdup2 (&MILLION_LIST (list)->order, sizeof (Order));
}

static GObject *
create_item (RcVirtualList *list, gint64 id)
{
  return G_OBJECT (rc_customer_new (id));
}

static void
update_item (RcVirtualList *list, GObject *item, gpointer record)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  rc_customer_update (RC_CUSTOMER (item), record, rc_date_new (2026, 3, 10), policy);
}

/* The last of the customers comes first where one row changed. */
static gint64
id_at (Order order, guint position)
{
  switch (order)
    {
    case ORDER_UP:
      break;
    case ORDER_DOWN:
      return N_CUSTOMERS - (gint64) position;
    case ORDER_EVERY_THIRD:
      return 1 + 3 * (gint64) position;
    case ORDER_NONE:
      g_assert_not_reached ();
    case ORDER_UP_BUT_ONE:
      return position == 0 ? N_CUSTOMERS : position;
    }
  return 1 + (gint64) position;
}

static GArray *
list_ids (RcDatabase *database, gpointer query, int limit, GCancellable *cancellable, GError **error)
{
  Order order = *(Order *) query;
  guint n = order == ORDER_EVERY_THIRD ? N_CUSTOMERS / 3 : N_CUSTOMERS;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (order == ORDER_NONE)
    n = 0;
  else if (limit > 0)
    n = (guint) limit;
  for (guint i = 0; i < n; i++)
    {
      gint64 id = id_at (order, i);

      g_array_append_val (ids, id);
    }
  return ids;
}

static RcCustomerRecord *
make_record (gint64 id)
{
  RcCustomerRecord *record = g_new0 (RcCustomerRecord, 1);

  record->id = id;
  record->name = g_strdup_printf ("Museum %" G_GINT64_FORMAT, id);
  record->vip_id = g_strdup_printf ("%020" G_GINT64_FORMAT, id);
  record->country = g_strdup ("IT");
  record->region = g_strdup ("Lazio");
  record->street = g_strdup ("Via 1");
  record->city = g_strdup ("Roma");
  record->postal_code = g_strdup ("00184");
  record->language = g_strdup ("it");
  record->managed_by_name = g_strdup ("Primary admin");
  record->contact_given_name = g_strdup ("Ufficio");
  record->contact_family_name = g_strdup ("Acquisti");
  record->contact_email = g_strdup ("it@museum.example");
  record->invited_on = rc_date_new (2026, 1, 1);
  return record;
}

static GPtrArray *
fetch (RcDatabase *database, const gint64 *ids, gsize n_ids, GCancellable *cancellable, GError **error)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_customer_record_free);

  for (gsize i = 0; i < n_ids; i++)
    g_ptr_array_add (records, make_record (ids[i]));
  return records;
}

static void
million_list_class_init (MillionListClass *klass)
{
  RcVirtualListClass *list_class = RC_VIRTUAL_LIST_CLASS (klass);

  list_class->create_query = create_query;
  list_class->free_query = g_free;
  list_class->create_item = create_item;
  list_class->update_item = update_item;
  list_class->list_ids = list_ids;
  list_class->fetch = fetch;
}

static void
million_list_init (MillionList *self)
{
}

typedef struct
{
  char *folder; /* (owned) */
  RcStore *store; /* (owned) */
  MillionList *list; /* (owned) */
  RcCustomerSelection *selection; /* (owned) */
  GtkWidget *window; /* (borrowed) */
  GtkColumnView *view; /* (borrowed) */
} Fixture;

static void
set_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GtkWidget *list_view = g_object_new (RC_TYPE_CUSTOMER_LIST_VIEW, NULL);

  fixture->folder = g_dir_make_tmp ("rc-budget-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "workspace", NULL);
  fixture->store = rc_store_open (path, TRUE, NULL, &error);
  g_assert_no_error (error);
  fixture->list = g_object_new (MILLION_TYPE_LIST, "store", fixture->store, NULL);
  fixture->selection = rc_customer_selection_new (RC_VIRTUAL_LIST (fixture->list));
  fixture->view =
      GTK_COLUMN_VIEW (gtk_widget_get_template_child (list_view, RC_TYPE_CUSTOMER_LIST_VIEW, "column_view"));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 860);
  gtk_window_set_child (GTK_WINDOW (fixture->window), list_view);
  gtk_column_view_set_model (fixture->view, GTK_SELECTION_MODEL (fixture->selection));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture)
{
  static const char *const names[] = { "workspace", "workspace-wal", "workspace-shm" };

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_settle ();
  rc_store_close (fixture->store);
  ui_fixture_settle ();
  g_object_unref (fixture->selection);
  g_object_unref (fixture->list);
  g_object_unref (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_complete (gpointer data)
{
  gboolean updating;

  g_object_get (data, "updating", &updating, NULL);
  return !updating && rc_virtual_list_is_complete (data);
}

/* Waits until all was shown and no frame asks for more. */
static void
check_budget (Fixture *fixture, const char *what)
{
  g_assert_true (ui_fixture_wait (is_complete, fixture->list));
  ui_fixture_settle ();
  ui_fixture_settle ();
  g_test_message ("%s: %u calls", what, n_calls);
  g_assert_cmpuint (n_calls, <, BUDGET);
  n_calls = 0;
}

static void
show (Fixture *fixture, Order order)
{
  fixture->list->order = order;
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
}

static void
scroll_to (Fixture *fixture, guint position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (fixture->view)), "list.scroll-to-item",
                              "u", position);
}

static guint
count_items (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->selection));
}

static void
test_budget (void)
{
  Fixture fixture = { 0 };
  GtkSelectionModel *selection;

  set_up (&fixture);
  selection = GTK_SELECTION_MODEL (fixture.selection);
  show (&fixture, ORDER_UP);
  check_budget (&fixture, "show");
  g_assert_cmpuint (count_items (&fixture), ==, N_CUSTOMERS);
  scroll_to (&fixture, N_CUSTOMERS - 1);
  ui_fixture_settle ();
  g_assert_cmpuint (n_calls, >, 0);
  check_budget (&fixture, "scroll to the end");

  gtk_selection_model_select_item (selection, N_CUSTOMERS - 5, TRUE);
  show (&fixture, ORDER_DOWN);
  check_budget (&fixture, "sort anew");
  g_assert_true (gtk_selection_model_is_selected (selection, 4));
  gtk_selection_model_select_all (selection);
  check_budget (&fixture, "select all");
  g_assert_cmpuint (rc_customer_selection_get_size (fixture.selection), ==, N_CUSTOMERS);

  show (&fixture, ORDER_EVERY_THIRD);
  check_budget (&fixture, "filter anew, all selected");
  g_assert_cmpuint (count_items (&fixture), ==, N_CUSTOMERS / 3);
  show (&fixture, ORDER_UP);
  check_budget (&fixture, "filter back");
  fixture.list->order = ORDER_UP_BUT_ONE;
  rc_virtual_list_reload (RC_VIRTUAL_LIST (fixture.list));
  rc_virtual_list_refresh_item (RC_VIRTUAL_LIST (fixture.list), 3);
  check_budget (&fixture, "one row changed, another one moved");
  g_assert_cmpint (rc_virtual_list_get_id (RC_VIRTUAL_LIST (fixture.list), 0), ==, N_CUSTOMERS);
  tear_down (&fixture);
}

static gboolean
is_empty (gpointer data)
{
  return count_items (data) == 0;
}

/* A search that finds nothing leaves the view its rows for a moment, which nobody sees: they belong to nobody. */
static void
test_empty (void)
{
  Fixture fixture = { 0 };
  GtkSelectionModel *selection;

  set_up (&fixture);
  selection = GTK_SELECTION_MODEL (fixture.selection);
  show (&fixture, ORDER_UP);
  check_budget (&fixture, "show");
  gtk_selection_model_select_item (selection, 7, TRUE);
  show (&fixture, ORDER_NONE);
  g_assert_true (ui_fixture_wait (is_complete, fixture.list));
  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (rc_customer_selection_get_size (fixture.selection), ==, 0);
  show (&fixture, ORDER_DOWN);
  check_budget (&fixture, "other rows come");
  g_assert_cmpuint (count_items (&fixture), ==, N_CUSTOMERS);

  gtk_selection_model_select_all (selection);
  show (&fixture, ORDER_NONE);
  g_assert_true (ui_fixture_wait (is_empty, &fixture));
  g_assert_cmpuint (rc_customer_selection_get_size (fixture.selection), ==, 0);
  show (&fixture, ORDER_EVERY_THIRD);
  check_budget (&fixture, "rows come after all went");
  g_assert_cmpuint (count_items (&fixture), ==, N_CUSTOMERS / 3);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/list/a-million-rows-cost-few-calls", test_budget);
  g_test_add_func ("/list/nothing-found", test_empty);
  return g_test_run ();
}
