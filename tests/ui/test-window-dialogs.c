/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-assign-manager.h"
#include "rc-detail-pane.h"
#include "rc-direct-order-dialog.h"
#include "rc-field-row.h"
#include "rc-invite-dialog.h"
#include "rc-membership.h"
#include "rc-order-number-row.h"
#include "rc-picker.h"
#include "rc-place-order-dialog.h"
#include "rc-product.h"
#include "rc-purchase-authorization-dialog.h"
#include "rc-request-state.h"

/* Each dialog as the window opens it: by its action, for the customer that is selected, and what is said when it ran. */

typedef struct
{
  UiFixture ui;
  DialogFixture dialogs; /* only of what the dialog that is open tells */
  RcMembership *membership; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_open (&fixture->ui, 1280, 860);
  fixture->dialogs.workspace = fixture->ui.workspace;
  fixture->dialogs.today = rc_workspace_get_today (fixture->ui.workspace);
  g_object_get (ui_fixture_child (&fixture->ui, "pane"), "membership", &fixture->membership, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->membership);
  ui_fixture_close (&fixture->ui);
}

static GtkWindow *
get_window (Fixture *fixture)
{
  return GTK_WINDOW (fixture->ui.window);
}

static RcCustomerSelection *
get_selection (Fixture *fixture)
{
  return rc_customer_list_view_get_selection (ui_fixture_child (&fixture->ui, "customers"));
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;
  const RcMembershipRecord *record = rc_membership_get_record (fixture->membership);

  return record && rc_membership_get_state (fixture->membership) == RC_LIST_STATE_CONTENT
         && record->customer->id == rc_customer_selection_get_only_id (get_selection (fixture));
}

static gboolean
is_listed (gpointer data)
{
  Fixture *fixture = data;
  RcCustomerListView *view = ui_fixture_child (&fixture->ui, "customers");
  RcVirtualList *list = RC_VIRTUAL_LIST (rc_customer_list_view_get_list (view));

  return rc_virtual_list_get_state (list) == RC_LIST_STATE_CONTENT && rc_virtual_list_is_complete (list)
         && g_list_model_get_n_items (G_LIST_MODEL (list)) > 0;
}

static void
show_page (Fixture *fixture, const char *page)
{
  rc_window_show_page (fixture->ui.window, page);
  ui_fixture_settle ();
  g_assert_true (ui_fixture_wait (is_listed, fixture));
}

/* Selects the first customer of @page who can have @action, and returns it. */
static const RcMembershipRecord *
select_customer (Fixture *fixture, const char *page, RcAction action)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (get_selection (fixture));

  show_page (fixture, page);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      gtk_selection_model_select_item (selection, i, TRUE);
      g_assert_true (ui_fixture_wait (is_shown, fixture));
      if (rc_membership_can (fixture->membership, action))
        return rc_membership_get_record (fixture->membership);
    }
  g_error ("No customer in %s can have it", page);
}

/* Selects the first customer with an open purchase authorization in @state, and returns the latter. */
static const RcPaRecord *
select_request (Fixture *fixture, const char *page, RcRequestState state)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (get_selection (fixture));
  const RcPolicy *policy = rc_workspace_get_policy (fixture->ui.workspace);

  show_page (fixture, page);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      gtk_selection_model_select_item (selection, i, TRUE);
      g_assert_true (ui_fixture_wait (is_shown, fixture));
      for (guint j = 0; j < rc_membership_get_record (fixture->membership)->purchase_authorizations->len; j++)
        {
          const RcPaRecord *pa =
              g_ptr_array_index (rc_membership_get_record (fixture->membership)->purchase_authorizations, j);

          if (pa->status == RC_PA_STATUS_OPEN
              && rc_request_state (pa->date, fixture->dialogs.today, policy) == state)
            return pa;
        }
    }
  g_error ("No customer in %s has one", page);
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == get_window (fixture)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  g_error ("No dialog is open");
}

/* The dialog that the action opens, as it is seen. */
static GtkWindow *
open_dialog (Fixture *fixture, const char *action, GVariant *parameter)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->ui.window), action, parameter));
  dialog = find_dialog (fixture);
  dialog_fixture_present (&fixture->dialogs, dialog);
  ui_fixture_check_names (GTK_WIDGET (dialog));
  return dialog;
}

static void
complete (Fixture *fixture, GtkWindow *dialog, const char *toast)
{
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (&fixture->dialogs);
  dialog_fixture_wait_text (get_window (fixture), toast);
}

static GVariant *
make_target (const RcPaRecord *pa)
{
  return g_variant_new ("(xx)", pa->customer_id, pa->id);
}

static void
set_order_number (GtkWindow *dialog, const char *number)
{
  rc_field_row_set_value (
      RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_ORDER_NUMBER_ROW, 0)), number);
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
static GtkWidget *
find_by_type (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_type (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static void
click (GtkWindow *window, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* CU-1, CU-4: the toast names the VIP ID. */
static void
invite (Fixture *fixture)
{
  GtkWindow *dialog = open_dialog (fixture, "win.invite", NULL);
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
  complete (fixture, dialog, "The customer was invited. Its VIP ID is");
}

static void
check_invited_is_shown (Fixture *fixture)
{
  RcCustomerListView *view = ui_fixture_child (&fixture->ui, "customers");
  gint64 id = 0;

  g_assert_true (ui_fixture_wait (is_shown, fixture));
  g_assert_cmpstr (rc_membership_get_record (fixture->membership)->customer->name, ==, "Biblioteka Miejska");
  id = rc_membership_get_customer_id (fixture->membership);
  g_assert_cmpint (rc_customer_selection_get_only_id (rc_customer_list_view_get_selection (view)), ==, id);
}

/* CU-1: a new customer is selected and shown where it stands in the list. */
static void
test_invite (Fixture *fixture, gconstpointer data)
{
  invite (fixture);
  check_invited_is_shown (fixture);
}

/* Where it does not, the toast leads to it. */
static void
test_invite_elsewhere (Fixture *fixture, gconstpointer data)
{
  rc_window_show_page (fixture->ui.window, "ready-for-renewal");
  ui_fixture_settle ();
  invite (fixture);
  click (get_window (fixture), "Show customer");
  check_invited_is_shown (fixture);
}

/* The code of one that is open to a purchase authorization, in any quantity of @N_LICENCES and more. */
static const char *
find_product (Fixture *fixture, RcSegment segment)
{
  GListModel *products = rc_workspace_get_products (fixture->ui.workspace);

  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      g_autoptr (RcProduct) product = g_list_model_get_item (products, i);
      const RcProductRecord *record = rc_product_get_record (product);

      if (!rc_product_get_pa_reason (product, segment) && record->min_quantity <= N_LICENCES)
        return record->code;
    }
  g_error ("Nothing is sold to segment %d", segment);
}

static void
make_pa (Fixture *fixture)
{
  const RcMembershipRecord *customer = select_customer (fixture, "no-products", RC_ACTION_CREATE_PA);
  const char *code = find_product (fixture, customer->customer->segment);
  GtkWindow *dialog = open_dialog (fixture, "win.create-pa", NULL);

  rc_product_group_add_line (
      rc_purchase_authorization_dialog_get_products (RC_PURCHASE_AUTHORIZATION_DIALOG (dialog)), code,
      N_LICENCES);
  complete (fixture, dialog, "was created. Order due by");
}

static gboolean
has_no_licences (gpointer data)
{
  const RcMembershipRecord *record = rc_membership_get_record (((Fixture *) data)->membership);

  return record && record->customer->licences_total == 0;
}

static gboolean
has_licences (gpointer data)
{
  const RcMembershipRecord *record = rc_membership_get_record (((Fixture *) data)->membership);

  return record && record->customer->licences_total == N_LICENCES;
}

/* PA-6: what was just made can be undone. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  make_pa (fixture);
  g_assert_true (ui_fixture_wait (has_licences, fixture));
  ui_fixture_picture (GTK_WIDGET (fixture->ui.window), "toast-pa");
  click (get_window (fixture), "Undo");
  dialog_fixture_wait_text (get_window (fixture), "was canceled.");
  g_assert_true (ui_fixture_wait (has_no_licences, fixture));
  g_assert_cmpint (((RcPaRecord *) g_ptr_array_index (
                        rc_membership_get_record (fixture->membership)->purchase_authorizations, 0))
                       ->status,
                   ==, RC_PA_STATUS_CANCELED);
}

/* PA-5: the toast leads to the order that is owed. */
static void
test_next_step (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  make_pa (fixture);
  click (get_window (fixture), "Place order");
  dialog = find_dialog (fixture);
  g_assert_true (RC_IS_PLACE_ORDER_DIALOG (dialog));
  dialog_fixture_present (&fixture->dialogs, dialog);
  set_order_number (dialog, "ORD-W-1");
  complete (fixture, dialog, "Order ORD-W-1 was recorded.");
}

/* OR-2 */
static void
test_direct_order (Fixture *fixture, gconstpointer data)
{
  const RcMembershipRecord *customer =
      select_customer (fixture, "all-customers", RC_ACTION_PLACE_DIRECT_ORDER);
  const char *code = find_product (fixture, customer->customer->segment);
  GtkWindow *dialog = open_dialog (fixture, "win.place-direct-order", NULL);

  rc_product_group_add_line (rc_direct_order_dialog_get_products (RC_DIRECT_ORDER_DIALOG (dialog)), code,
                             N_LICENCES);
  set_order_number (dialog, "ORD-W-2");
  complete (fixture, dialog, "Order ORD-W-2 was recorded.");
  click (get_window (fixture), "Show");
  ui_fixture_settle ();
  g_assert_cmpint (gtk_notebook_get_current_page (GTK_NOTEBOOK (
                       dialog_fixture_find (ui_fixture_child (&fixture->ui, "pane"), GTK_TYPE_NOTEBOOK, 0))),
                   ==, RC_CUSTOMER_TAB_HISTORY);
  dialog_fixture_wait_text (get_window (fixture), "ORD-W-2");
}

/* CU-6 */
static void
test_remind (Fixture *fixture, gconstpointer data)
{
  select_customer (fixture, "all-customers", RC_ACTION_REMIND);
  complete (fixture, open_dialog (fixture, "win.remind", NULL), "1 reminder was written.");
  g_assert_nonnull (find_by_type (GTK_WIDGET (fixture->ui.window), "AdwToastWidget"));
}

/* CU-7: what can be done changes with it. */
static void
test_accept (Fixture *fixture, gconstpointer data)
{
  guint n_windows;

  select_customer (fixture, "all-customers", RC_ACTION_ACCEPT);
  complete (fixture, open_dialog (fixture, "win.accept", NULL), "The acceptance was recorded.");
  ui_fixture_settle ();
  g_assert_false (rc_membership_can (fixture->membership, RC_ACTION_ACCEPT));
  n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  gtk_widget_activate_action (GTK_WIDGET (fixture->ui.window), "win.accept", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
}

/* PR-5 */
static void
test_assigned (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  GtkSpinButton *spin;

  select_customer (fixture, "pending-requests", RC_ACTION_SET_ASSIGNED);
  dialog = open_dialog (fixture, "win.set-assigned", NULL);
  spin = GTK_SPIN_BUTTON (dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, 0));
  gtk_spin_button_set_value (spin, gtk_spin_button_get_value (spin) > 0 ? 0 : 1);
  complete (fixture, dialog, "The assigned licenses were recorded.");
}

static void
select_two (Fixture *fixture, const char *page)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (get_selection (fixture));

  show_page (fixture, page);
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 1, FALSE);
  ui_fixture_settle ();
}

/* CU-10: for all that are selected. */
static void
test_assign_manager (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;
  g_autoptr (GArray) ids = NULL;

  select_two (fixture, "all-customers");
  ids = rc_customer_selection_get_ids (get_selection (fixture));
  dialog_fixture_run (&fixture->dialogs, rc_assign_manager_new (rc_workspace_get_me (fixture->ui.workspace),
                                                                fixture->dialogs.today, ids,
                                                                rc_workspace_get_me (fixture->ui.workspace)));
  dialog = open_dialog (fixture, "win.assign-manager", NULL);
  rc_picker_set_selected (RC_PICKER (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_PICKER, 0)), "2");
  complete (fixture, dialog, "The account manager was assigned to 2 customers.");
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
test_remove (Fixture *fixture, gconstpointer data)
{
  guint64 before = rc_workspace_get_count (fixture->ui.workspace, RC_FILTER_ALL_CUSTOMERS);
  Expected expected = { fixture->ui.workspace, before - 1 };

  select_customer (fixture, "no-products", RC_ACTION_REMOVE);
  complete (fixture, open_dialog (fixture, "win.remove", NULL), "1 customer was removed.");
  g_assert_true (ui_fixture_wait (is_counted, &expected));
  show_page (fixture, "all-customers");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))), ==, before - 1);
}

/* PA-5 */
static void
test_place_order (Fixture *fixture, gconstpointer data)
{
  const RcPaRecord *pa = select_request (fixture, "pending-requests", RC_REQUEST_STATE_PENDING);
  GtkWindow *dialog = open_dialog (fixture, "win.place-order", make_target (pa));

  set_order_number (dialog, "ORD-W-3");
  complete (fixture, dialog, "Order ORD-W-3 was recorded.");
}

/* PA-6 */
static void
test_cancel_pa (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (get_selection (fixture));
  RcActionContext context = { fixture->dialogs.today, rc_workspace_get_policy (fixture->ui.workspace),
                              RC_ROLE_PRIMARY_ADMIN };

  show_page (fixture, "pending-requests");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      const RcMembershipRecord *record;
      const RcPaRecord *pa;

      gtk_selection_model_select_item (selection, i, TRUE);
      g_assert_true (ui_fixture_wait (is_shown, fixture));
      record = rc_membership_get_record (fixture->membership);
      pa = g_ptr_array_index (record->purchase_authorizations, 0);
      if (rc_request_action_get_reason (RC_REQUEST_ACTION_CANCEL, record, pa, &context))
        continue;
      complete (fixture, open_dialog (fixture, "win.cancel-pa", make_target (pa)), "was canceled.");
      return;
    }
  g_error ("Nothing can be canceled");
}

/* PA-8 */
static void
test_close_unpaid (Fixture *fixture, gconstpointer data)
{
  const RcPaRecord *pa = select_request (fixture, "past-due-requests", RC_REQUEST_STATE_SUSPENDED);
  GtkWindow *dialog = open_dialog (fixture, "win.close-unpaid", make_target (pa));

  rc_field_row_set_value (RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_FIELD_ROW, 0)),
                          "Never ordered");
  complete (fixture, dialog, "was closed unpaid.");
}

/* The windows that run no command of their own. */
static void
test_other_windows (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "win.import", "win.export", "win.preferences", "win.shortcuts" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_window_destroy (open_dialog (fixture, actions[i], NULL));
}

/* Nothing is said where nothing was done. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  select_customer (fixture, "all-customers", RC_ACTION_REMIND);
  dialog = open_dialog (fixture, "win.remind", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.leave", NULL));
  ui_fixture_settle ();
  g_assert_false (fixture->dialogs.completed);
  g_assert_null (find_by_type (GTK_WIDGET (fixture->ui.window), "AdwToastWidget"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/window/dialog/invite", test_invite);
  add ("/window/dialog/invite-elsewhere", test_invite_elsewhere);
  add ("/window/dialog/pa-undone", test_undo);
  add ("/window/dialog/pa-then-order", test_next_step);
  add ("/window/dialog/direct-order", test_direct_order);
  add ("/window/dialog/reminder", test_remind);
  add ("/window/dialog/acceptance", test_accept);
  add ("/window/dialog/assigned-licenses", test_assigned);
  add ("/window/dialog/manager-of-many", test_assign_manager);
  add ("/window/dialog/removed", test_remove);
  add ("/window/dialog/order-for-pa", test_place_order);
  add ("/window/dialog/pa-canceled", test_cancel_pa);
  add ("/window/dialog/pa-closed-unpaid", test_close_unpaid);
  add ("/window/dialog/other-windows", test_other_windows);
  add ("/window/dialog/left-says-nothing", test_left);
  return g_test_run ();
}
