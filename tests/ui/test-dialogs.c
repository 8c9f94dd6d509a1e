/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "rc-invite-dialog.h"
#include "rc-purchase-authorization-dialog.h"
#include "rc-place-order-dialog.h"
#include "rc-cancel-pa-dialog.h"
#include "rc-preferences-window.h"
#include "rc-shortcuts-window.h"
#include <adwaita.h>

#define PREFIX "/org/resellerconsole/ResellerConsole/ui/"

static void
fill_form (RcCustomerForm *form, const char *name)
{
  const char *values[] = { name,     NULL,   "government", "team",       "PL", "Mazowieckie", "Plac Defilad 1",
                           "Warszawa", "00-901", "IT",        "Department", "it@ministry.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] != NULL)
      rc_customer_form_set_field (form, (RcCustomerField) i, values[i]);
}

static void
test_invite (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog));

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "invite-empty");
  dialog_fixture_press_run (dialog);
  dialog_fixture_picture (dialog, "invite-faults");
  fill_form (form, "Urząd Miasta Łódź");
  dialog_fixture_picture (dialog, "invite-filled");
  dialog_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_picture (dialog, "invite-review");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
}

static void
test_pa (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 10);
  GtkWindow *dialog = rc_purchase_authorization_dialog_new (fixture->workspace, customer);
  RcProductGroup *products
      = rc_purchase_authorization_dialog_get_products (RC_PURCHASE_AUTHORIZATION_DIALOG (dialog));

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "pa-empty");
  rc_product_group_add_line (products, "PS-TEAM", 12);
  rc_product_group_add_line (products, "AC-PRO-TEAM", 3);
  dialog_fixture_picture (dialog, "pa-filled");
  dialog_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
}

static void
test_orders (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 40);
  gint64 pa = dialog_fixture_make_pa (fixture, customer, 12);
  GtkWindow *dialog = rc_place_order_dialog_new (fixture->workspace, customer, pa);

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_press_run (dialog);
  dialog_fixture_picture (dialog, "place-order");
  dialog_fixture_check_names (GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);
  dialog = rc_cancel_pa_dialog_new (fixture->workspace, customer, pa);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "cancel-pa");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  dialog = rc_preferences_window_new (fixture->workspace);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "preferences");
  gtk_window_destroy (dialog);
  dialog = rc_shortcuts_window_new ();
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "shortcuts");
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_css_provider_load_from_resource (style, PREFIX "style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), 600);
  g_test_add ("/dialogs/invite", DialogFixture, NULL, dialog_fixture_set_up, test_invite, dialog_fixture_tear_down);
  g_test_add ("/dialogs/pa", DialogFixture, NULL, dialog_fixture_set_up, test_pa, dialog_fixture_tear_down);
  g_test_add ("/dialogs/orders", DialogFixture, NULL, dialog_fixture_set_up, test_orders, dialog_fixture_tear_down);
  return g_test_run ();
}
