/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "rc-detail-pane.h"
#include "rc-direct-order-dialog.h"
#include "rc-field-row.h"
#include "rc-order-number-row.h"
#include "rc-place-order-dialog.h"
#include "rc-product.h"
#include "rc-purchase-authorization-dialog.h"
#include "rc-request-state.h"

/* What is requested, ordered and closed as the window does it: by its action, and what is said when it ran. */

/* Selects the first customer with an open purchase authorization in @state, and returns the latter. */
static const RcPaRecord *
select_request (WindowFixture *fixture, const char *page, RcRequestState state)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (window_fixture_get_selection (fixture));
  const RcPolicy *policy = rc_workspace_get_policy (fixture->ui.workspace);

  window_fixture_show_page (fixture, page);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      gtk_selection_model_select_item (selection, i, TRUE);
      g_assert_true (ui_fixture_wait (window_fixture_is_shown, fixture));
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

/* The code of one that is open to a purchase authorization, in any quantity of @N_LICENCES and more. */
static const char *
find_product (WindowFixture *fixture, RcSegment segment)
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
make_pa (WindowFixture *fixture)
{
  const RcMembershipRecord *customer =
      window_fixture_select_customer (fixture, "no-products", RC_ACTION_CREATE_PA);
  const char *code = find_product (fixture, customer->customer->segment);
  GtkWindow *dialog = window_fixture_open_dialog (fixture, "win.create-pa", NULL);

  rc_product_group_add_line (
      rc_purchase_authorization_dialog_get_products (RC_PURCHASE_AUTHORIZATION_DIALOG (dialog)), code,
      N_LICENCES);
  window_fixture_complete (fixture, dialog, "was created. Order due by");
}

static gboolean
has_no_licences (gpointer data)
{
  const RcMembershipRecord *record = rc_membership_get_record (((WindowFixture *) data)->membership);

  return record && record->customer->licences_total == 0;
}

static gboolean
has_licences (gpointer data)
{
  const RcMembershipRecord *record = rc_membership_get_record (((WindowFixture *) data)->membership);

  return record && record->customer->licences_total == N_LICENCES;
}

/* PA-6: what was just made can be undone. */
static void
test_undo (WindowFixture *fixture, gconstpointer data)
{
  make_pa (fixture);
  g_assert_true (ui_fixture_wait (has_licences, fixture));
  ui_fixture_picture (GTK_WIDGET (fixture->ui.window), "toast-pa");
  window_fixture_click (window_fixture_get_window (fixture), "Undo");
  dialog_fixture_wait_text (window_fixture_get_window (fixture), "was canceled.");
  g_assert_true (ui_fixture_wait (has_no_licences, fixture));
  g_assert_cmpint (((RcPaRecord *) g_ptr_array_index (
                        rc_membership_get_record (fixture->membership)->purchase_authorizations, 0))
                       ->status,
                   ==, RC_PA_STATUS_CANCELED);
}

/* PA-5: the toast leads to the order that is owed. */
static void
test_next_step (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  make_pa (fixture);
  window_fixture_click (window_fixture_get_window (fixture), "Place order");
  dialog = window_fixture_find_dialog (fixture);
  g_assert_true (RC_IS_PLACE_ORDER_DIALOG (dialog));
  dialog_fixture_present (&fixture->dialogs, dialog);
  set_order_number (dialog, "ORD-W-1");
  window_fixture_complete (fixture, dialog, "Order ORD-W-1 was recorded.");
}

/* OR-2 */
static void
test_direct_order (WindowFixture *fixture, gconstpointer data)
{
  const RcMembershipRecord *customer =
      window_fixture_select_customer (fixture, "all-customers", RC_ACTION_PLACE_DIRECT_ORDER);
  const char *code = find_product (fixture, customer->customer->segment);
  GtkWindow *dialog = window_fixture_open_dialog (fixture, "win.place-direct-order", NULL);

  rc_product_group_add_line (rc_direct_order_dialog_get_products (RC_DIRECT_ORDER_DIALOG (dialog)), code,
                             N_LICENCES);
  set_order_number (dialog, "ORD-W-2");
  window_fixture_complete (fixture, dialog, "Order ORD-W-2 was recorded.");
  window_fixture_click (window_fixture_get_window (fixture), "Show");
  ui_fixture_settle ();
  g_assert_cmpint (gtk_notebook_get_current_page (GTK_NOTEBOOK (
                       dialog_fixture_find (ui_fixture_child (&fixture->ui, "pane"), GTK_TYPE_NOTEBOOK, 0))),
                   ==, RC_CUSTOMER_TAB_HISTORY);
  dialog_fixture_wait_text (window_fixture_get_window (fixture), "ORD-W-2");
}

/* PA-5 */
static void
test_place_order (WindowFixture *fixture, gconstpointer data)
{
  const RcPaRecord *pa = select_request (fixture, "pending-requests", RC_REQUEST_STATE_PENDING);
  GtkWindow *dialog = window_fixture_open_dialog (fixture, "win.place-order", make_target (pa));

  set_order_number (dialog, "ORD-W-3");
  window_fixture_complete (fixture, dialog, "Order ORD-W-3 was recorded.");
}

/* PA-6 */
static void
test_cancel_pa (WindowFixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (window_fixture_get_selection (fixture));
  RcActionContext context = { fixture->dialogs.today, rc_workspace_get_policy (fixture->ui.workspace),
                              RC_ROLE_PRIMARY_ADMIN };

  window_fixture_show_page (fixture, "pending-requests");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      const RcMembershipRecord *record;
      const RcPaRecord *pa;

      gtk_selection_model_select_item (selection, i, TRUE);
      g_assert_true (ui_fixture_wait (window_fixture_is_shown, fixture));
      record = rc_membership_get_record (fixture->membership);
      pa = g_ptr_array_index (record->purchase_authorizations, 0);
      if (rc_request_action_get_reason (RC_REQUEST_ACTION_CANCEL, record, pa, &context))
        continue;
      window_fixture_complete (
          fixture, window_fixture_open_dialog (fixture, "win.cancel-pa", make_target (pa)), "was canceled.");
      return;
    }
  g_error ("Nothing can be canceled");
}

/* PA-8 */
static void
test_close_unpaid (WindowFixture *fixture, gconstpointer data)
{
  const RcPaRecord *pa = select_request (fixture, "past-due-requests", RC_REQUEST_STATE_SUSPENDED);
  GtkWindow *dialog = window_fixture_open_dialog (fixture, "win.close-unpaid", make_target (pa));

  rc_field_row_set_value (RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_FIELD_ROW, 0)),
                          "Never ordered");
  window_fixture_complete (fixture, dialog, "was closed unpaid.");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  window_fixture_add ("/window/dialog/pa-undone", test_undo);
  window_fixture_add ("/window/dialog/pa-then-order", test_next_step);
  window_fixture_add ("/window/dialog/direct-order", test_direct_order);
  window_fixture_add ("/window/dialog/order-for-pa", test_place_order);
  window_fixture_add ("/window/dialog/pa-canceled", test_cancel_pa);
  window_fixture_add ("/window/dialog/pa-closed-unpaid", test_close_unpaid);
  return g_test_run ();
}
