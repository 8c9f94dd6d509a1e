/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-date-row.h"
#include "rc-direct-order-dialog.h"
#include "rc-enroll-dialog.h"
#include "rc-place-direct-order.h"
#include "rc-product-line.h"
#include "rc-quantity-row.h"
#include "rc-return-decision-dialog.h"
#include "rc-return-dialog.h"
#include "rc-style.h"

/* Returns and 3-year commits, as the dialogs offer them. */

static GtkSpinButton *
find_spin (GtkWindow *dialog, guint nth)
{
  return GTK_SPIN_BUTTON (dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, nth));
}

/* OR-4: at most what was ordered, a part of it, and what is asked for cannot be asked for again. */
static void
test_return (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 20);
  g_autoptr (RcMembershipRecord) membership = NULL;
  const RcReturnRecord *record;
  GtkWindow *dialog;
  double most;

  dialog_fixture_order (fixture, customer, 5);
  dialog = rc_return_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "return");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_wait_text (dialog, "9 more days");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Enter how many licenses are to be returned.");
  gtk_spin_button_get_range (find_spin (dialog, 0), NULL, &most);
  g_assert_cmpint ((int) most, ==, N_LICENCES);
  gtk_editable_set_text (GTK_EDITABLE (find_spin (dialog, 0)), "1000");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Enter a number from 0 to");
  g_assert_false (fixture->completed);
  gtk_spin_button_set_value (find_spin (dialog, 0), 2);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);

  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpuint (membership->returns->len, ==, 1);
  record = membership->returns->pdata[0];
  g_assert_cmpint (record->quantity, ==, 2);
  dialog = rc_return_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  gtk_spin_button_get_range (find_spin (dialog, 0), NULL, &most);
  g_assert_cmpint ((int) most, ==, N_LICENCES - 2);
  gtk_window_destroy (dialog);
}

/* OR-4: approved, the licences are gone. */
static void
test_decide (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 20);
  g_autoptr (RcMembershipRecord) membership = NULL;
  GtkWindow *dialog;

  dialog_fixture_order (fixture, customer, 5);
  dialog = rc_return_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  gtk_spin_button_set_value (find_spin (dialog, 0), 3);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);

  dialog = rc_return_decision_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Choose what became of at least one return.");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  g_assert_false (dialog_fixture_says (dialog, "Choose what became of at least one return."));
  dialog_fixture_picture (dialog, "decide-return");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (membership->customer->licences_total, ==, N_LICENCES - 3);
}

/* RN-7: after a lapse, a direct order cannot be of a day before it. */
static void
test_first_day (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 500);
  GtkWindow *dialog = rc_direct_order_dialog_new (fixture->workspace, customer);
  guint earliest;

  dialog_fixture_present (fixture, dialog);
  g_object_get (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_DATE_ROW, 0), "earliest", &earliest, NULL);
  g_assert_cmpuint (earliest, ==, rc_date_add_days (fixture->today, -500));
  gtk_window_destroy (dialog);
  dialog_fixture_order (fixture, customer, 400);
  dialog = rc_direct_order_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  g_object_get (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_DATE_ROW, 0), "earliest", &earliest, NULL);
  g_assert_cmpuint (earliest, ==, rc_date_add_days (fixture->today, 365 - 400 + 31));
  gtk_window_destroy (dialog);
}

/* VS-2: from the lowest to the total. */
static void
test_enroll (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 20);
  g_autoptr (RcMembershipRecord) membership = NULL;
  GtkWindow *dialog;
  double least, most;

  dialog_fixture_order (fixture, customer, 5);
  dialog = rc_enroll_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "enroll");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_wait_text (dialog, "Level 2 (10–49 licenses)");
  gtk_spin_button_get_range (find_spin (dialog, 0), &least, &most);
  g_assert_cmpint ((int) least, ==, 10);
  g_assert_cmpint ((int) most, ==, N_LICENCES);
  gtk_spin_button_set_value (find_spin (dialog, 0), 11);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (membership->commitment->quantity, ==, 11);

  dialog = rc_enroll_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "A 3-year commit is running already.");
  gtk_window_destroy (dialog);
}

/* VS-2: what is out of range is told and stays to be mended; Return sends the number that stands there. */
static void
test_enroll_typed (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 20);
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  g_autoptr (RcMembershipRecord) membership = NULL;
  static const char *const out_of_range[] = { "20000", "9", "1 0", "7.5", "" };
  GtkWindow *dialog;
  GtkEditable *quantity;

  g_ptr_array_add (lines, rc_product_line_new ("PS-TEAM", 2000));
  dialog_fixture_run (fixture,
                      rc_place_direct_order_new (rc_workspace_get_me (fixture->workspace), fixture->today,
                                                 customer, "ORD-1", fixture->today, lines));
  dialog = rc_enroll_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "from 10 to 2000 licenses");
  quantity = GTK_EDITABLE (find_spin (dialog, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (out_of_range); i++)
    {
      gtk_editable_set_text (quantity, out_of_range[i]);
      g_signal_emit_by_name (gtk_editable_get_delegate (quantity), "activate");
      dialog_fixture_wait_text (dialog, "Enter a number from 10 to 2000.");
      g_assert_cmpstr (gtk_editable_get_text (quantity), ==, out_of_range[i]);
      g_assert_false (fixture->completed);
    }
  gtk_editable_set_text (quantity, "1 000");
  g_signal_emit_by_name (gtk_editable_get_delegate (quantity), "activate");
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (membership->commitment->quantity, ==, 1000);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
#define ADD(path, function)                                                                                  \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)
  ADD ("/dialogs/return", test_return);
  ADD ("/dialogs/decide-return", test_decide);
  ADD ("/dialogs/first-day-of-a-direct-order", test_first_day);
  ADD ("/dialogs/enroll", test_enroll);
  ADD ("/dialogs/enroll-typed", test_enroll_typed);
#undef ADD
  return g_test_run ();
}
