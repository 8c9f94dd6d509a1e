/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-bulk-renewal-dialog.h"
#include "rc-enroll-commitment.h"
#include "rc-field-row.h"
#include "rc-order-number-row.h"
#include "rc-place-direct-order.h"
#include "rc-product-line.h"
#include "rc-renewal-dialog.h"
#include "rc-renewal-draft-row.h"
#include "rc-renewal-row.h"
#include "rc-set-assigned-licences.h"
#include "rc-style.h"

#define DAYS_AGO 350 /* of an order whose anniversary date is 15 days away: the window is open */
#define N_ACROBAT 3
#define NARROW 360 /* px */
#define NORMAL_DPI (96 * 1024) /* 1/1024 dots an inch, as GTK counts them */

static void
order (DialogFixture *fixture, gint64 customer_id, int days_ago, const char *number)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  RcDate date = rc_date_add_days (fixture->today, -days_ago);

  g_ptr_array_add (lines, rc_product_line_new ("PS-TEAM", N_LICENCES));
  g_ptr_array_add (lines, rc_product_line_new ("AC-PRO-TEAM", N_ACROBAT));
  dialog_fixture_run (fixture, rc_place_direct_order_new (rc_workspace_get_me (fixture->workspace), date,
                                                          customer_id, number, date, lines));
}

static void
assign (DialogFixture *fixture, gint64 customer_id, int quantity)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();

  g_ptr_array_add (lines, rc_product_line_new ("PS-TEAM", quantity));
  dialog_fixture_run (fixture, rc_set_assigned_licences_new (rc_workspace_get_me (fixture->workspace),
                                                             fixture->today, customer_id, lines));
}

static gint64
make_ready (DialogFixture *fixture, const char *name, const char *number)
{
  gint64 customer = dialog_fixture_invite (fixture, name, DAYS_AGO);

  order (fixture, customer, DAYS_AGO, number);
  return customer;
}

static RcRenewalRow *
find_row (GtkWindow *dialog, const char *code)
{
  for (guint i = 0;; i++)
    {
      RcRenewalRow *row = RC_RENEWAL_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_RENEWAL_ROW, i));

      if (g_str_equal (rc_renewal_row_get_licence (row)->product_code, code))
        return row;
    }
}

static void
type_number (GtkWindow *dialog, const char *number)
{
  rc_field_row_set_value (
      RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_ORDER_NUMBER_ROW, 0)), number);
}

static const RcLicenceRecord *
find_licence (RcMembershipRecord *membership, const char *code)
{
  for (guint i = 0; i < membership->licences->len; i++)
    {
      const RcLicenceRecord *licence = g_ptr_array_index (membership->licences, i);

      if (g_str_equal (licence->product_code, code))
        return licence;
    }
  return NULL;
}

/* RN-3, RN-4: the preview follows what is typed; the order makes the next term. */
static void
test_preview (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = make_ready (fixture, "Aarhus Kommune", "ORD-1");
  GtkWindow *dialog = rc_renewal_dialog_new (fixture->workspace, customer);
  g_autoptr (RcMembershipRecord) membership = NULL;

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "6\u00a0December 2026 → 6\u00a0December 2027");
  dialog_fixture_wait_text (dialog, "15, as now");
  dialog_fixture_wait_text (dialog, "Level 2 (10 to 49 licenses)");
  rc_renewal_row_set_quantity (find_row (dialog, "PS-TEAM"), 5);
  dialog_fixture_wait_text (dialog, "7 fewer than now.");
  dialog_fixture_wait_text (dialog, "15 → 8, 7 fewer");
  dialog_fixture_wait_text (dialog, "Level 1 (1 to 9 licenses), level 2 now");
  rc_renewal_row_set_quantity (find_row (dialog, "AC-PRO-TEAM"), 0);
  dialog_fixture_wait_text (dialog, "Left out of the new term.");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_row (dialog, "AC-PRO-TEAM")), "left-out"));
  rc_product_group_add_line (rc_renewal_dialog_get_additional (RC_RENEWAL_DIALOG (dialog)), "AI-TEAM", 60);
  dialog_fixture_wait_text (dialog, "15 → 65, 50 more");
  dialog_fixture_wait_text (dialog, "Level 3 (50 to 99 licenses), level 2 now");
  dialog_fixture_picture (dialog, "renewal-order");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Enter the order number.");
  type_number (dialog, "R-1");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpuint (membership->customer->anniversary_date, ==, rc_date_new (2027, 12, 6));
  g_assert_cmpuint (membership->renewals->len, ==, 1);
  g_assert_cmpint (find_licence (membership, "PS-TEAM")->ordered, ==, 5);
  g_assert_cmpint (find_licence (membership, "AI-TEAM")->ordered, ==, 60);
}

/* What stands in a field at the moment in which Return is pressed in it. */
static void
type_and_confirm (GtkEditable *quantity, const char *text)
{
  gtk_editable_set_text (quantity, text);
  g_signal_emit_by_name (gtk_editable_get_delegate (quantity), "activate");
}

/* RN-3: the preview follows each digit, Return sends what is seen, and what is out of range is told and stays to be mended. */
static void
test_quantity_typed (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = make_ready (fixture, "Aarhus Kommune", "ORD-1");
  GtkWindow *dialog = rc_renewal_dialog_new (fixture->workspace, customer);
  g_autoptr (RcMembershipRecord) membership = NULL;
  GtkEditable *quantity;

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "15, as now");
  type_number (dialog, "R-1");
  quantity =
      GTK_EDITABLE (dialog_fixture_find (GTK_WIDGET (find_row (dialog, "PS-TEAM")), GTK_TYPE_SPIN_BUTTON, 0));
  gtk_editable_set_text (quantity, "5");
  dialog_fixture_wait_text (dialog, "15 → 8, 7 fewer");
  type_and_confirm (quantity, "20000");
  dialog_fixture_wait_text (dialog, "Enter a number from 0 to 10000.");
  g_assert_cmpstr (gtk_editable_get_text (quantity), ==, "20000");
  g_assert_false (fixture->completed);
  gtk_editable_set_text (quantity, "1 000");
  dialog_fixture_wait_text (dialog, "15 → 1003, 988 more");
  g_assert_cmpstr (gtk_editable_get_text (quantity), ==, "1 000");
  type_and_confirm (quantity, "1 000");
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (find_licence (membership, "PS-TEAM")->ordered, ==, 1000);
}

/* RN-4: before users lose licences it says how many of which product, and asks. */
static void
test_losses (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = make_ready (fixture, "Aarhus Kommune", "ORD-1");
  GtkWindow *dialog, *question;
  g_autoptr (RcMembershipRecord) membership = NULL;

  assign (fixture, customer, 10);
  dialog = rc_renewal_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "12 now, 10 assigned");
  rc_renewal_row_set_quantity (find_row (dialog, "PS-TEAM"), 8);
  dialog_fixture_wait_text (dialog, "2 users lose their licenses.");
  type_number (dialog, "R-1");
  dialog_fixture_press_run (dialog);
  question = dialog_fixture_wait_question ();
  dialog_fixture_wait_text (question, "2 users of Photoshop for teams");
  dialog_fixture_picture (question, "renewal-losses");
  gtk_widget_activate_action (GTK_WIDGET (question), "question.confirm", NULL);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpint (find_licence (membership, "PS-TEAM")->assigned, ==, 8);
}

/* RN-5: below the commitment nothing is sent; the row of the commitment says how many are missing. */
static void
test_commitment (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = make_ready (fixture, "Aarhus Kommune", "ORD-1");
  GtkWindow *dialog;
  g_autoptr (RcMembershipRecord) membership = NULL;

  dialog_fixture_run (fixture, rc_enroll_commitment_new (rc_workspace_get_me (fixture->workspace),
                                                         fixture->today, customer, N_LICENCES));
  dialog = rc_renewal_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "At least 12 licenses until 21\u00a0November 2029");
  rc_renewal_row_set_quantity (find_row (dialog, "PS-TEAM"), 7);
  dialog_fixture_wait_text (dialog, "2 licenses are missing");
  type_number (dialog, "R-1");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "The order is below the quantity of the 3-year commit.");
  dialog_fixture_picture (dialog, "renewal-commitment");
  rc_renewal_row_set_quantity (find_row (dialog, "PS-TEAM"), 9);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpuint (membership->renewals->len, ==, 1);
}

/* RN-6: past due requests are named and hold nothing up; what they gave is renewed with the rest (RN-3). */
static void
test_past_due (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = make_ready (fixture, "Aarhus Kommune", "ORD-1");
  GtkWindow *dialog;

  dialog_fixture_make_pa (fixture, customer, 40);
  dialog = rc_renewal_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "They do not hold up the renewal.");
  dialog_fixture_wait_text (dialog, "PA-1001, Overdue: ");
  dialog_fixture_wait_text (dialog, "12 of them are pending: their order pays for the old term only.");
  g_assert_cmpint (rc_renewal_row_get_quantity (find_row (dialog, "PS-TEAM")), ==, 2 * N_LICENCES);
  dialog_fixture_picture (dialog, "renewal-past-due");
  type_number (dialog, "R-1");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
}

/* RN-1: before the window opens there is nothing to type, and it says why. */
static void
test_not_ready (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 300);
  GtkWindow *dialog;

  order (fixture, customer, 300, "ORD-1");
  dialog = rc_renewal_dialog_new (fixture->workspace, customer);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, "The renewal window is not open yet.");
}

static RcRenewalDraft *
get_draft (GtkWindow *dialog, guint position)
{
  g_autoptr (RcRenewalDraft) draft = g_list_model_get_item (
      G_LIST_MODEL (rc_bulk_renewal_dialog_get_batch (RC_BULK_RENEWAL_DIALOG (dialog))), position);

  return draft;
}

static void
on_completed (GtkWindow *dialog, RcCommandResult *result, gpointer user_data)
{
  DialogFixture *fixture = user_data;

  fixture->completed = TRUE;
  fixture->count = result->count;
}

static GtkWindow *
present_bulk (DialogFixture *fixture, const gint64 *customers, guint n_customers)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWindow *dialog;

  g_array_append_vals (ids, customers, n_customers);
  dialog = rc_bulk_renewal_dialog_new (fixture->workspace, ids);
  g_signal_connect (dialog, "completed", G_CALLBACK (on_completed), fixture);
  dialog_fixture_present (fixture, dialog);
  return dialog;
}

static void
type_pattern (GtkWindow *dialog, const char *prefix, const char *first)
{
  GtkWidget *root = GTK_WIDGET (dialog);

  /* The first row is the date's. */
  rc_field_row_set_value (RC_FIELD_ROW (dialog_fixture_find (root, RC_TYPE_FIELD_ROW, 1)), prefix);
  rc_field_row_set_value (RC_FIELD_ROW (dialog_fixture_find (root, RC_TYPE_FIELD_ROW, 2)), first);
}

static void
run_bulk (GtkWindow *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "renewals.run", NULL);
}

/* RN-3: three at once, numbered by a pattern; one that cannot be renewed is refused beforehand, in words. */
static void
test_bulk (DialogFixture *fixture, gconstpointer data)
{
  gint64 customers[4] = { make_ready (fixture, "Aarhus Kommune", "ORD-1"),
                          make_ready (fixture, "Odense Kommune", "ORD-2"),
                          dialog_fixture_invite (fixture, "Esbjerg Kommune", 10),
                          make_ready (fixture, "Vejle Kommune", "ORD-3") };
  GtkWindow *dialog = present_bulk (fixture, customers, 4);

  dialog_fixture_wait_text (dialog, "3 of 4 customers selected");
  dialog_fixture_wait_text (dialog, "There is no anniversary date yet, so nothing is due for renewal.");
  run_bulk (dialog);
  dialog_fixture_wait_text (dialog, "Enter the order number.");
  type_pattern (dialog, "R-", "008");
  g_assert_cmpstr (rc_renewal_draft_get_number (get_draft (dialog, 0)), ==, "R-008");
  g_assert_cmpstr (rc_renewal_draft_get_number (get_draft (dialog, 2)), ==, "");
  g_assert_cmpstr (rc_renewal_draft_get_number (get_draft (dialog, 3)), ==, "R-010");
  dialog_fixture_picture (dialog, "bulk-renewal");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  run_bulk (dialog);
  dialog_fixture_wait_text (dialog, "3 renewed · 0 of 4 customers selected");
  for (guint i = 0; i < G_N_ELEMENTS (customers); i++)
    {
      g_autoptr (RcMembershipRecord) membership = dialog_fixture_load (fixture, customers[i]);

      g_assert_cmpuint (membership->renewals->len, ==, i != 2);
    }
  gtk_window_close (dialog);
  dialog_fixture_wait_completed (fixture);
  g_assert_cmpint (fixture->count, ==, 3);
}

/* OR-1: what one order is refused for leaves the others alone; it stays, says why, and can be tried again. */
static void
test_bulk_refused (DialogFixture *fixture, gconstpointer data)
{
  gint64 customers[2] = { make_ready (fixture, "Aarhus Kommune", "ORD-1"),
                          make_ready (fixture, "Odense Kommune", "ORD-2") };
  GtkWindow *dialog = present_bulk (fixture, customers, 2);

  dialog_fixture_wait_text (dialog, "2 of 2 customers selected");
  rc_renewal_draft_set_number (get_draft (dialog, 0), "R-1");
  rc_renewal_draft_set_number (get_draft (dialog, 1), " R-1 ");
  run_bulk (dialog);
  dialog_fixture_wait_text (dialog, "Another order above has this number.");
  rc_renewal_draft_set_number (get_draft (dialog, 0), "ORD-2");
  run_bulk (dialog);
  dialog_fixture_wait_text (dialog, "1 renewed, 1 refused · 1 of 2 customers selected");
  g_assert_cmpint (rc_renewal_draft_get_state (get_draft (dialog, 0)), ==, RC_RENEWAL_DRAFT_STATE_FAILED);
  g_assert_nonnull (strstr (rc_renewal_draft_get_note (get_draft (dialog, 0)), "ORD-2"));
  dialog_fixture_picture (dialog, "bulk-renewal-refused");
  rc_renewal_draft_set_number (get_draft (dialog, 0), "R-2");
  run_bulk (dialog);
  dialog_fixture_wait_text (dialog, "2 renewed · 0 of 2 customers selected");
}

/* A number typed into a row stays when the pattern changes; emptied, it takes the pattern's again. */
static void
test_bulk_numbers (DialogFixture *fixture, gconstpointer data)
{
  gint64 customers[2] = { make_ready (fixture, "Aarhus Kommune", "ORD-1"),
                          make_ready (fixture, "Odense Kommune", "ORD-2") };
  GtkWindow *dialog = present_bulk (fixture, customers, 2);

  dialog_fixture_wait_text (dialog, "2 of 2 customers selected");
  type_pattern (dialog, "A", "9");
  rc_renewal_draft_set_number (get_draft (dialog, 0), "OWN");
  type_pattern (dialog, "B", "9");
  g_assert_cmpstr (rc_renewal_draft_get_number (get_draft (dialog, 0)), ==, "OWN");
  g_assert_cmpstr (rc_renewal_draft_get_number (get_draft (dialog, 1)), ==, "B10");
  rc_renewal_draft_set_number (get_draft (dialog, 0), "");
  type_pattern (dialog, "B", "09");
  g_assert_cmpstr (rc_renewal_draft_get_number (get_draft (dialog, 0)), ==, "B09");
  type_pattern (dialog, "B", "x");
  g_assert_cmpstr (rc_renewal_draft_get_number (get_draft (dialog, 1)), ==, "");
}

static int
measure_width (GtkWindow *dialog)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* With text twice as large both dialogs still fit a telephone. */
static void
test_large_text (DialogFixture *fixture, gconstpointer data)
{
  gint64 customer = make_ready (fixture, "Aarhus Kommune", "ORD-1");
  GtkWindow *one, *many;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * NORMAL_DPI, NULL);
  one = rc_renewal_dialog_new (fixture->workspace, customer);
  gtk_window_set_default_size (one, NARROW, 700);
  dialog_fixture_present (fixture, one);
  dialog_fixture_picture (one, "renewal-large-text");
  g_assert_cmpint (measure_width (one), <=, NARROW);
  many = present_bulk (fixture, &customer, 1);
  dialog_fixture_wait_text (many, "1 of 1 customer selected");
  gtk_window_set_default_size (many, NARROW, 700);
  run_bulk (many);
  dialog_fixture_wait_text (many, "Enter the order number.");
  dialog_fixture_picture (many, "bulk-renewal-large-text");
  g_assert_cmpint (measure_width (many), <=, NARROW);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
#define ADD(path, function)                                                                                  \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)
  ADD ("/renewals/preview", test_preview);
  ADD ("/renewals/quantity-typed", test_quantity_typed);
  ADD ("/renewals/losses", test_losses);
  ADD ("/renewals/commitment", test_commitment);
  ADD ("/renewals/past-due", test_past_due);
  ADD ("/renewals/not-ready", test_not_ready);
  ADD ("/renewals/bulk", test_bulk);
  ADD ("/renewals/bulk-refused", test_bulk_refused);
  ADD ("/renewals/bulk-numbers", test_bulk_numbers);
  ADD ("/renewals/large-text", test_large_text);
#undef ADD
  return g_test_run ();
}
