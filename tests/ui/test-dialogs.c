/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-about.h"
#include "rc-acceptance-dialog.h"
#include "rc-assign-manager-dialog.h"
#include "rc-assigned-licences-dialog.h"
#include "rc-cancel-pa-dialog.h"
#include "rc-close-unpaid-dialog.h"
#include "rc-date-row.h"
#include "rc-direct-order-dialog.h"
#include "rc-invite-dialog.h"
#include "rc-message-window.h"
#include "rc-order-number-row.h"
#include "rc-picker.h"
#include "rc-place-order-dialog.h"
#include "rc-preferences-window.h"
#include "rc-purchase-authorization-dialog.h"
#include "rc-reminder-dialog.h"
#include "rc-remove-dialog.h"
#include "rc-shortcuts-window.h"
#include "rc-style.h"

/* PA-1, PR-2, PR-3: own offer type first, a product not open to it is seen but not taken, none twice. */
static void
test_pa (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 10);
  GtkWindow *dialog = rc_purchase_authorization_dialog_new (fixture->workspace, customer);
  RcProductGroup *products =
      rc_purchase_authorization_dialog_get_products (RC_PURCHASE_AUTHORIZATION_DIALOG (dialog));
  g_autoptr (RcMembershipRecord) membership = NULL;
  g_autoptr (GListModel) choices = NULL;
  guint n_closed = 0, n_taken = 0;

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "pa-empty");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Choose a product.");
  rc_product_group_add_line (products, "PS-TEAM", N_LICENCES);
  rc_product_group_add_line (products, "AC-PRO-TEAM", 3);
  dialog_fixture_wait_text (dialog, "12 months to order");
  dialog_fixture_wait_text (dialog, "15 licenses in total");
  g_object_get (dialog_fixture_find (GTK_WIDGET (products), RC_TYPE_PICKER, 0), "model", &choices, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (RcPickerItem) item = g_list_model_get_item (choices, i);
      const char *key = rc_picker_item_get_key (item);

      if (i == 0)
        g_assert_nonnull (strstr (key, "TEAM"));
      n_closed += g_str_equal (key, "AC-ENT") && !rc_picker_item_get_enabled (item)
                  && *rc_picker_item_get_detail (item) != '\0';
      n_taken += g_str_equal (key, "AC-PRO-TEAM") && !rc_picker_item_get_enabled (item);
    }
  g_assert_cmpuint (n_closed, ==, 1);
  g_assert_cmpuint (n_taken, ==, 1);
  dialog_fixture_picture (dialog, "pa-filled");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpuint (membership->purchase_authorizations->len, ==, 1);
  g_assert_cmpint (membership->customer->licences_total, ==, N_LICENCES + 3);
}

/* PA-3: who has a past due one is told why there is no new one. */
static void
test_pa_blocked (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 50);
  GtkWindow *dialog;

  dialog_fixture_make_pa (fixture, customer, 31);
  dialog = rc_purchase_authorization_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "past due");
  dialog_fixture_picture (dialog, "pa-blocked");
}

/* PA-5: a number is required, the date lies between the authorization's and today. */
static void
test_place_order (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 40);
  gint64 pa = dialog_fixture_make_pa (fixture, customer, 12);
  GtkWindow *dialog = rc_place_order_dialog_new (fixture->workspace, customer, pa);
  RcFieldRow *number;
  RcDateRow *date;
  g_autoptr (RcMembershipRecord) membership = NULL;

  dialog_fixture_present (fixture, dialog);
  number = RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_ORDER_NUMBER_ROW, 0));
  date = RC_DATE_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_DATE_ROW, 0));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Enter the order number.");
  dialog_fixture_picture (dialog, "place-order");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  rc_field_row_set_value (number, " ORD-7 ");
  rc_date_row_set_date (date, rc_date_add_days (fixture->today, -13));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "at the earliest");
  rc_date_row_set_date (date, rc_date_add_days (fixture->today, 1));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "at the latest");
  rc_date_row_set_date (date, rc_date_add_days (fixture->today, -12));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpuint (membership->orders->len, ==, 1);
  g_assert_cmpstr (((RcOrderRecord *) g_ptr_array_index (membership->orders, 0))->number, ==, "ORD-7");
}

/* OR-2: products that no authorization may have can be ordered directly. */
static void
test_direct_order (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 40);
  GtkWindow *dialog = rc_direct_order_dialog_new (fixture->workspace, customer);
  g_autoptr (RcMembershipRecord) membership = NULL;

  dialog_fixture_present (fixture, dialog);
  rc_product_group_add_line (rc_direct_order_dialog_get_products (RC_DIRECT_ORDER_DIALOG (dialog)), "AC-ENT",
                             5);
  rc_field_row_set_value (
      RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_ORDER_NUMBER_ROW, 0)), "ORD-8");
  dialog_fixture_picture (dialog, "direct-order");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpuint (membership->orders->len, ==, 1);
}

/* PA-6: the question names what is lost, keeps by default, and its buttons do not both say "Cancel". */
static void
test_cancel_pa (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 40);
  gint64 pa = dialog_fixture_make_pa (fixture, customer, 12);
  GtkWindow *dialog = rc_cancel_pa_dialog_new (fixture->workspace, customer, pa);
  g_autoptr (RcMembershipRecord) membership = NULL;

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "Photoshop for teams");
  g_assert_cmpstr (
      gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (gtk_window_get_focus (dialog))))), ==,
      "_Keep authorization");
  dialog_fixture_picture (dialog, "cancel-pa");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (membership->customer->licences_total, ==, 0);
}

/* PA-8: no reason, no closing. */
static void
test_close_unpaid (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 90);
  gint64 pa = dialog_fixture_make_pa (fixture, customer, 70);
  GtkWindow *dialog = rc_close_unpaid_dialog_new (fixture->workspace, customer, pa);
  g_autoptr (RcMembershipRecord) membership = NULL;

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Enter the reason.");
  dialog_fixture_picture (dialog, "close-unpaid");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  rc_field_row_set_value (RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_FIELD_ROW, 0)),
                          "Never ordered");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (membership->customer->licences_total, ==, 0);
}

/* CU-6: another address becomes the contact's; a malformed one is refused beside the field. */
static void
test_reminder (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 9);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RcMembershipRecord) membership = NULL;
  RcFieldRow *email;
  GtkWindow *dialog;

  g_array_append_val (ids, customer);
  dialog = rc_reminder_dialog_new (fixture->workspace, ids);
  dialog_fixture_present (fixture, dialog);
  email = RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_FIELD_ROW, 0));
  g_assert_cmpstr (rc_field_row_get_value (email), ==, "it@organization.example");
  rc_field_row_set_value (email, "nobody");
  dialog_fixture_press_run (dialog);
  g_assert_nonnull (rc_field_row_get_error (email));
  dialog_fixture_picture (dialog, "reminder");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  rc_field_row_set_value (email, "office@organization.example");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpstr (membership->customer->contact_email, ==, "office@organization.example");
  g_assert_cmpuint (membership->customer->reminded_on, ==, fixture->today);
}

/* CU-6: of many, those who accepted meanwhile are passed over, and the rest is counted. */
static void
test_reminder_many (DialogFixture *fixture, gconstpointer data)
{
  const char *names[] = { "Aarhus Kommune", "Odense Kommune", "Aalborg Kommune" };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWindow *dialog;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 customer = dialog_fixture_invite (fixture, names[i], 9);

      g_array_append_val (ids, customer);
    }
  dialog = rc_acceptance_dialog_new (fixture->workspace, g_array_index (ids, gint64, 1));
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "acceptance");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  dialog = rc_reminder_dialog_new (fixture->workspace, ids);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "3 customers");
  dialog_fixture_picture (dialog, "reminder-many");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  g_assert_cmpint (fixture->count, ==, 2);
}

/* PA-1: the total follows while the quantity is typed, and a quantity outside of the limits is told and not brought within. */
static void
test_quantity_typed (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 9);
  GtkWindow *dialog = rc_direct_order_dialog_new (fixture->workspace, customer);
  RcProductGroup *products = rc_direct_order_dialog_get_products (RC_DIRECT_ORDER_DIALOG (dialog));
  g_autoptr (RcMembershipRecord) membership = NULL;
  GtkEditable *quantity;

  dialog_fixture_present (fixture, dialog);
  rc_product_group_add_line (products, "PS-TEAM", 3);
  rc_field_row_set_value (
      RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_ORDER_NUMBER_ROW, 0)), "ORD-9");
  quantity = GTK_EDITABLE (dialog_fixture_find (GTK_WIDGET (products), GTK_TYPE_SPIN_BUTTON, 0));
  gtk_editable_set_text (quantity, "25");
  dialog_fixture_wait_text (dialog, "25 licenses in total");
  gtk_editable_set_text (quantity, "10001");
  dialog_fixture_wait_text (dialog, "Enter a number from 1 to 10000.");
  dialog_fixture_wait_text (dialog, "0 licenses in total");
  dialog_fixture_press_run (dialog);
  ui_fixture_settle ();
  g_assert_false (fixture->completed);
  dialog_fixture_picture (dialog, "quantity-fault");
  gtk_spin_button_update (GTK_SPIN_BUTTON (quantity));
  g_assert_cmpstr (gtk_editable_get_text (quantity), ==, "10001");
  gtk_editable_set_text (quantity, "7.5");
  dialog_fixture_wait_text (dialog, "0 licenses in total");
  gtk_editable_set_text (quantity, "1 250");
  dialog_fixture_wait_text (dialog, "1250 licenses in total");
  gtk_spin_button_update (GTK_SPIN_BUTTON (quantity));
  g_assert_cmpstr (gtk_editable_get_text (quantity), ==, "1250");
  gtk_editable_set_text (quantity, "10000");
  dialog_fixture_wait_text (dialog, "10000 licenses in total");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (membership->customer->licences_total, ==, 10000);
}

/* PR-4, PR-5: at most as many as there are, and only what changed is sent. */
static void
test_assigned (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 9);
  g_autoptr (RcMembershipRecord) membership = NULL;
  GtkSpinButton *spin;
  GtkWindow *dialog;
  double most;

  dialog_fixture_make_pa (fixture, customer, 5);
  dialog = rc_assigned_licences_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "assigned");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  spin = GTK_SPIN_BUTTON (dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, 1));
  gtk_spin_button_get_range (spin, NULL, &most);
  g_assert_cmpint ((int) most, ==, N_LICENCES);
  gtk_editable_set_text (GTK_EDITABLE (spin), "1000");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Enter a number from 0 to");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "1000");
  g_assert_false (fixture->completed);
  gtk_spin_button_set_value (spin, 4);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (((RcLicenceRecord *) g_ptr_array_index (membership->licences, 1))->assigned, ==, 4);
}

/* CU-10, CU-9: for one or many; removed customers are gone. */
static void
test_manager_and_remove (DialogFixture *fixture, gconstpointer data)
{
  gint64 first = dialog_fixture_invite (fixture, "Aarhus Kommune", 9);
  gint64 second = dialog_fixture_invite (fixture, "Odense Kommune", 9);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWindow *dialog;

  g_array_append_val (ids, first);
  g_array_append_val (ids, second);
  dialog = rc_assign_manager_dialog_new (fixture->workspace, ids);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Choose a team member.");
  dialog_fixture_picture (dialog, "assign-manager");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  rc_picker_set_selected (RC_PICKER (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_PICKER, 0)), "1");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  dialog = rc_remove_dialog_new (fixture->workspace, ids);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "Remove 2 customers?");
  dialog_fixture_picture (dialog, "remove");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  g_assert_null (dialog_fixture_load (fixture, first));
}

/* MS-2: the invitation's mail can be read. */
static void
test_message (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window;

  dialog_fixture_invite (fixture, "Aarhus Kommune", 0);
  window = rc_message_window_new (fixture->workspace, 1);
  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "it@organization.example");
  dialog_fixture_picture (window, "message");
  ui_fixture_check_names (GTK_WIDGET (window));
}

static void
test_preferences (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  RcPicker *me = RC_PICKER (dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_PICKER, 0));

  dialog_fixture_present (fixture, window);
  g_assert_cmpstr (rc_picker_get_selected_label (me), ==, "Primary admin");
  dialog_fixture_wait_text (window, "The team member signed in at this desk.");
  dialog_fixture_picture (window, "preferences");
  ui_fixture_check_names (GTK_WIDGET (window));
}

static void
test_shortcuts (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = rc_shortcuts_window_new ();
  GtkWidget *search;

  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "Ctrl+");
  dialog_fixture_picture (window, "shortcuts");
  ui_fixture_check_names (GTK_WIDGET (window));
  search = dialog_fixture_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "zzz");
  dialog_fixture_wait_text (window, "Nothing matches");
}

/* Nothing of a customer is in what people paste into reports. */
static void
test_about (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *system = NULL;

  dialog_fixture_invite (fixture, "Aarhus Kommune", 0);
  system = rc_about_describe_system (fixture->workspace);
  g_assert_nonnull (strstr (system, "GTK 4."));
  g_assert_null (strstr (system, "Aarhus"));
  g_assert_null (strstr (system, fixture->directory));
}

/* A name is text wherever it stands: as markup it would be cut off, or end the program here. */
static void
test_markup_in_names (DialogFixture *fixture, gconstpointer data)
{
  static const char name[] = "<b>Aarhus & Co</i> &amp; %s _x";
  gint64 customer = dialog_fixture_invite (fixture, name, 90);
  gint64 pa = dialog_fixture_make_pa (fixture, customer, 70);
  gint64 other = dialog_fixture_invite (fixture, "<span", 9);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWindow *problem = rc_direct_order_dialog_new (fixture->workspace, other);
  GtkWindow *dialogs[9];

  g_array_append_val (ids, customer);
  g_array_append_val (all, customer);
  g_array_append_val (all, other);
  dialogs[0] = rc_purchase_authorization_dialog_new (fixture->workspace, customer);
  dialogs[1] = rc_place_order_dialog_new (fixture->workspace, customer, pa);
  dialogs[2] = rc_direct_order_dialog_new (fixture->workspace, customer);
  dialogs[3] = rc_close_unpaid_dialog_new (fixture->workspace, customer, pa);
  dialogs[4] = rc_reminder_dialog_new (fixture->workspace, ids);
  dialogs[5] = rc_acceptance_dialog_new (fixture->workspace, customer);
  dialogs[6] = rc_assigned_licences_dialog_new (fixture->workspace, customer);
  dialogs[7] = rc_remove_dialog_new (fixture->workspace, all);
  dialogs[8] = rc_assign_manager_dialog_new (fixture->workspace, ids);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      dialog_fixture_present (fixture, dialogs[i]);
      if (i < 7)
        dialog_fixture_wait_text (dialogs[i], name);
    }
  dialog_fixture_present (fixture, problem);
  rc_command_dialog_show_problem (RC_COMMAND_DIALOG (problem), name);
  dialog_fixture_wait_text (problem, name);
}

/* The narrowest window that the program promises, dark, with names that wrap. */
static void
test_narrow (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (
      fixture, "Ministerstwo Rozwoju Technologii Komunikacji i Gospodarki Regionalnej", 20);
  gint64 pa = dialog_fixture_make_pa (fixture, customer, 12);
  GtkWindow *dialogs[] = { rc_invite_dialog_new (fixture->workspace),
                           rc_purchase_authorization_dialog_new (fixture->workspace, customer),
                           rc_place_order_dialog_new (fixture->workspace, customer, pa),
                           rc_cancel_pa_dialog_new (fixture->workspace, customer, pa),
                           rc_preferences_window_new (fixture->workspace),
                           rc_message_window_new (fixture->workspace, 1) };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *name = g_strdup_printf ("narrow-%" G_GSIZE_FORMAT, i);
      int minimum;

      gtk_window_set_default_size (dialogs[i], 360, 640);
      dialog_fixture_present (fixture, dialogs[i]);
      gtk_widget_measure (GTK_WIDGET (dialogs[i]), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      dialog_fixture_picture (dialogs[i], name);
      if (minimum > 360)
        g_error ("%s is %d px wide at least", G_OBJECT_TYPE_NAME (dialogs[i]), minimum);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (DialogFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/dialogs/pa/created", test_pa },
    { "/dialogs/pa/blocked-while-past-due", test_pa_blocked },
    { "/dialogs/order/for-pa", test_place_order },
    { "/dialogs/order/direct", test_direct_order },
    { "/dialogs/pa/canceled", test_cancel_pa },
    { "/dialogs/pa/closed-unpaid", test_close_unpaid },
    { "/dialogs/reminder/new-address", test_reminder },
    { "/dialogs/reminder/many", test_reminder_many },
    { "/dialogs/order/quantity-typed", test_quantity_typed },
    { "/dialogs/assigned-licences", test_assigned },
    { "/dialogs/manager-and-remove", test_manager_and_remove },
    { "/dialogs/message", test_message },
    { "/dialogs/preferences", test_preferences },
    { "/dialogs/shortcuts", test_shortcuts },
    { "/dialogs/about", test_about },
    { "/dialogs/narrow", test_narrow },
    { "/dialogs/markup-in-names-is-text", test_markup_in_names },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DialogFixture, NULL, dialog_fixture_set_up, tests[i].test,
                dialog_fixture_tear_down);
  return g_test_run ();
}
