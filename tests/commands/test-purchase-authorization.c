/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-licence-table.h"
#include "rc-place-order.h"
#include "rc-purchase-authorization-table.h"
#include "rc-record-acceptance.h"

static RcPlan
get_plan (Fixture *fixture, gint64 customer, const char *code)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM products WHERE code = '%s'", code);
  g_autoptr (GError) error = NULL;
  RcPlan plan;

  rc_licence_table_get (fixture->database, customer, get_int (fixture, sql), &plan, &error);
  g_assert_no_error (error);
  return plan;
}

static RcCommand *
place_command (Fixture *fixture, RcDate date, gint64 pa, const char *number, RcDate ordered_on)
{
  return rc_place_order_new (fixture->admin, date, pa, number, ordered_on);
}

static void
place_on (Fixture *fixture, RcDate date, gint64 pa, RcDate ordered_on)
{
  g_autofree char *number = next_number (fixture);
  g_autoptr (RcCommandResult) result =
      run_command (fixture, place_command (fixture, date, pa, number, ordered_on));

  g_assert_cmpstr (result->reference, ==, number);
}

static void
cancel (Fixture *fixture, RcDate date, gint64 pa)
{
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_cancel_purchase_authorization_new (fixture->admin, date, pa));

  g_assert_cmpint (result->object_id, ==, pa);
}

/* PA-1, AD-1: licences count as pending at once, and the first one sets the anniversary date. */
static void
test_gives_licences_at_once (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (RcCommandResult) result =
      run_command (fixture, pa_command (fixture, fixture->today, id, TEAM_PRODUCT, 5));
  g_autoptr (RcCustomerRecord) customer = load_customer (fixture, id);
  RcPlan plan = get_plan (fixture, id, TEAM_PRODUCT);

  g_assert_cmpstr (result->reference, ==, "PA-1001");
  assert_date (result->due, "2026-02-14");
  g_assert_cmpint (plan.pending, ==, 5);
  g_assert_cmpint (plan.ordered, ==, 0);
  g_assert_cmpint (customer->licences_total, ==, 5);
  assert_date (customer->oldest_open_pa, "2026-01-15");
  assert_date (customer->newest_open_pa, "2026-01-15");
  assert_date (customer->anniversary_date, "2027-01-15");
  g_assert_cmpint (customer->anniversary_anchor, ==, 15);
}

/* PA-5, AD-2 */
static void
test_order_moves_licences (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  g_autoptr (RcCustomerRecord) customer = NULL;
  RcPlan plan;

  place_on (fixture, fixture->today + 40, pa, fixture->today + 3);
  customer = load_customer (fixture, id);
  plan = get_plan (fixture, id, TEAM_PRODUCT);
  g_assert_cmpint (plan.ordered, ==, 5);
  g_assert_cmpint (plan.pending, ==, 0);
  g_assert_cmpuint (customer->oldest_open_pa, ==, RC_DATE_NONE);
  g_assert_true (customer->had_order);
  assert_date (customer->anniversary_date, "2027-01-15");
}

/* PA-5 */
static void
test_order_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 first = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  gint64 second = create_pa (fixture, fixture->today + 1, id, TEAM_PRODUCT, 5);
  RcDate today = fixture->today + 10;
  struct
  {
    const char *number;
    RcDate ordered_on;
    int code;
  } cases[] = {
    { "A-2", fixture->today, RC_RULE_ERROR_DATE },
    { "A-2", today + 1, RC_RULE_ERROR_DATE },
    { "", today, RC_RULE_ERROR_ORDER_NUMBER },
    { " \t ", today, RC_RULE_ERROR_ORDER_NUMBER },
    { NULL, today, RC_RULE_ERROR_ORDER_NUMBER },
    { "123456789012345678901234567890123456", today, RC_RULE_ERROR_ORDER_NUMBER },
    { " A-1 ", today, RC_RULE_ERROR_ORDER_NUMBER },
  };

  do_command (fixture, place_command (fixture, today, first, "A-1", fixture->today));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (fixture, place_command (fixture, today, second, cases[i].number, cases[i].ordered_on),
                    cases[i].code);
  assert_refused (fixture, place_command (fixture, today, first, "A-3", today), RC_RULE_ERROR_PA_STATE);
  assert_refused (fixture, place_command (fixture, today, 99, "A-3", today), RC_RULE_ERROR_NOT_FOUND);
}

/* PA-3: from the day after pending on, and no longer once everything past due is ordered. */
static void
test_blocked_while_past_due (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 1);
  RcDate overdue = fixture->today + 31;

  create_pa (fixture, fixture->today + 30, id, OTHER_PRODUCT, 1);
  assert_refused (fixture, pa_command (fixture, overdue, id, OTHER_PRODUCT, 1), RC_RULE_ERROR_PAST_DUE);
  assert_refused (fixture, pa_command (fixture, overdue + 60, id, OTHER_PRODUCT, 1), RC_RULE_ERROR_PAST_DUE);
  place_on (fixture, overdue, pa, overdue);
  create_pa (fixture, overdue, id, OTHER_PRODUCT, 1);
}

/* PA-1, PA-4, PR-2 */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  gint64 commercial = invite (fixture);
  gint64 education = invite_with (fixture, fixture->today, RC_CUSTOMER_FIELD_SEGMENT, "education");
  struct
  {
    gint64 customer;
    const char *code;
    int quantity;
    int error;
  } cases[] = {
    { commercial, TEAM_PRODUCT, 0, RC_RULE_ERROR_QUANTITY },
    { commercial, TEAM_PRODUCT, -1, RC_RULE_ERROR_QUANTITY },
    { commercial, TEAM_PRODUCT, 10001, RC_RULE_ERROR_QUANTITY },
    { commercial, ENTERPRISE_PRODUCT, 200001, RC_RULE_ERROR_QUANTITY },
    { commercial, "STOCK-CREDITS", 9, RC_RULE_ERROR_QUANTITY },
    { commercial, CLOSED_PRODUCT, 1, RC_RULE_ERROR_PRODUCT_NOT_OPEN },
    { commercial, "CC-ENT-ALL", 1, RC_RULE_ERROR_PRODUCT_NOT_OPEN },
    { education, "CC-TEAM-ALL-EDU-DEV", 1, RC_RULE_ERROR_PRODUCT_NOT_OPEN },
    { education, COMMERCIAL_ONLY_PRODUCT, 1, RC_RULE_ERROR_SEGMENT },
    { commercial, "EXPRESS-EDU", 10, RC_RULE_ERROR_SEGMENT },
    { commercial, "NO-SUCH", 1, RC_RULE_ERROR_NOT_FOUND },
    { 99, TEAM_PRODUCT, 1, RC_RULE_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (fixture,
                    pa_command (fixture, fixture->today, cases[i].customer, cases[i].code, cases[i].quantity),
                    cases[i].error);
  assert_refused (fixture, pa_command (fixture, fixture->today - 1, commercial, TEAM_PRODUCT, 1),
                  RC_RULE_ERROR_DATE);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM purchase_authorizations"), ==, 0);
  g_assert_cmpint (get_int (fixture, "SELECT value FROM counters WHERE name = 'pa_number'"), ==, 1000);
}

/* PA-1: the largest quantities, and both types to one customer (PR-3). */
static void
test_largest_quantities (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);

  create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 10000);
  create_pa (fixture, fixture->today, id, ENTERPRISE_PRODUCT, 200000);
  g_assert_cmpint (get_plan (fixture, id, ENTERPRISE_PRODUCT).pending, ==, 200000);
}

/* PA-1 */
static void
test_each_product_once (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 1);

  g_ptr_array_add (lines, rc_product_line_new (TEAM_PRODUCT, 2));
  assert_refused (
      fixture, rc_create_purchase_authorization_new (fixture->admin, fixture->today, id, lines, NULL, FALSE),
      RC_RULE_ERROR_DUPLICATE_PRODUCT);
  g_ptr_array_set_size (lines, 0);
  assert_refused (
      fixture, rc_create_purchase_authorization_new (fixture->admin, fixture->today, id, lines, NULL, FALSE),
      RC_RULE_ERROR_QUANTITY);
}

/* PA-1 */
static void
test_purchase_order_number (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 1);
  g_autoptr (RcPaRecord) pa = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  assert_refused (fixture,
                  rc_create_purchase_authorization_new (fixture->admin, fixture->today, id, lines,
                                                        "ø23456789012345678901234567890123456", FALSE),
                  RC_RULE_ERROR_INVALID_DATA);
  assert_refused (
      fixture,
      rc_create_purchase_authorization_new (fixture->admin, fixture->today, id, lines, "a\nb", FALSE),
      RC_RULE_ERROR_INVALID_DATA);
  result = run_command (
      fixture, rc_create_purchase_authorization_new (fixture->admin, fixture->today, id, lines,
                                                     " ø2345678901234567890123456789012345 ", FALSE));
  pa = rc_purchase_authorization_table_load (fixture->database, result->object_id, NULL);
  g_assert_cmpstr (pa->po_number, ==, "ø2345678901234567890123456789012345");
}

/* PA-6, AD-3: the licences go, and the anniversary date with the last one. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 first = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  gint64 second = create_pa (fixture, fixture->today + 10, id, TEAM_PRODUCT, 2);
  g_autoptr (RcCustomerRecord) one_left = NULL;
  g_autoptr (RcCustomerRecord) none_left = NULL;

  cancel (fixture, fixture->today + 30, first);
  one_left = load_customer (fixture, id);
  assert_date (one_left->anniversary_date, "2027-01-25");
  g_assert_cmpint (one_left->anniversary_anchor, ==, 25);
  g_assert_cmpint (one_left->licences_total, ==, 2);

  cancel (fixture, fixture->today + 30, second);
  none_left = load_customer (fixture, id);
  g_assert_cmpuint (none_left->anniversary_date, ==, RC_DATE_NONE);
  g_assert_cmpint (none_left->licences_total, ==, 0);
  g_assert_cmpuint (none_left->oldest_open_pa, ==, RC_DATE_NONE);
}

/* PA-6 */
static void
test_cancel_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 first = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  gint64 second = create_pa (fixture, fixture->today + 10, id, TEAM_PRODUCT, 2);

  assert_refused (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today + 31, first),
                  RC_RULE_ERROR_PA_STATE);
  place_on (fixture, fixture->today + 10, first, fixture->today);
  assert_refused (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today + 10, first),
                  RC_RULE_ERROR_PA_STATE);
  cancel (fixture, fixture->today + 10, second);
  assert_refused (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today + 10, second),
                  RC_RULE_ERROR_PA_STATE);
}

/* AD-4 */
static void
test_leap_day_is_the_anchor (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_with (fixture, rc_date_new (2024, 2, 29), RC_CUSTOMER_FIELD_LANGUAGE, "en");
  g_autoptr (RcCustomerRecord) customer = NULL;

  create_pa (fixture, rc_date_new (2024, 2, 29), id, TEAM_PRODUCT, 1);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2025-02-28");
  g_assert_cmpint (customer->anniversary_anchor, ==, 29);
}

/* CU-11: a custom date stays, whatever comes and goes. */
static void
test_custom_date_stays (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_with (fixture, fixture->today, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2028-03-31");
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 1);
  g_autoptr (RcCustomerRecord) customer = NULL;

  g_assert_cmpint (get_int (fixture, "SELECT months FROM purchase_authorization_lines"), ==, 27);
  cancel (fixture, fixture->today, pa);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2028-03-31");
  g_assert_true (customer->custom_anniversary);
}

/* PA-7 */
static void
test_requested_by_customer_tells_the_manager (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 3);

  do_command (fixture,
              rc_create_purchase_authorization_new (fixture->admin, fixture->today, id, lines, NULL, TRUE));
  g_assert_cmpint (get_int (fixture,
                            "SELECT count (*) FROM messages WHERE kind = 'requested-by-customer' AND "
                            "recipient_email = 'admin@reseller.example' AND "
                            "body LIKE '%3 × Acrobat Pro for teams%14 February 2026%'"),
                   ==, 1);
}

#define assert_told(fixture, command, code, words)                                                           \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (GError) told = NULL;                                                                          \
    g_autoptr (RcCommandResult) nothing = try_command ((fixture), (command), &told);                         \
    g_assert_null (nothing);                                                                                 \
    g_assert_error (told, RC_RULE_ERROR, (code));                                                            \
    g_assert_nonnull (strstr (told->message, (words)));                                                      \
  }                                                                                                          \
  G_STMT_END

/* PA-5, OR-1: a clock that goes back makes no order before what it is for, and the words tell where to look. */
static void
test_clock_set_back (Fixture *fixture, gconstpointer data)
{
  static const int days_back[] = { 1, 365, 20000 };
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (days_back); i++)
    {
      RcDate earlier = fixture->today - (RcDate) days_back[i];

      assert_told (fixture, rc_place_order_new (fixture->admin, earlier, pa, "BACK", earlier),
                   RC_RULE_ERROR_DATE, "Check the date of this computer");
      assert_told (fixture, direct_command (fixture, earlier, id, "BACK", earlier, TEAM_PRODUCT, 1),
                   RC_RULE_ERROR_DATE, "Check the date of this computer");
      assert_told (fixture, pa_command (fixture, earlier, id, TEAM_PRODUCT, 1), RC_RULE_ERROR_DATE,
                   "was not invited before");
      assert_told (fixture, rc_record_acceptance_new (fixture->admin, earlier, id, earlier),
                   RC_RULE_ERROR_DATE, "Check the date of this computer");
    }
  g_assert_cmpint (sum (fixture, "pending"), ==, 3);
  g_assert_cmpint (sum (fixture, "ordered"), ==, 0);
  place (fixture, fixture->today, pa);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/pa/gives-licences-at-once", test_gives_licences_at_once);
  add_test ("/pa/refused", test_refused);
  add_test ("/pa/largest-quantities", test_largest_quantities);
  add_test ("/pa/each-product-once", test_each_product_once);
  add_test ("/pa/purchase-order-number", test_purchase_order_number);
  add_test ("/pa/blocked-while-past-due", test_blocked_while_past_due);
  add_test ("/pa/requested-by-customer-tells-the-manager", test_requested_by_customer_tells_the_manager);
  add_test ("/pa/order-moves-licences", test_order_moves_licences);
  add_test ("/pa/order-refused", test_order_refused);
  add_test ("/pa/cancel", test_cancel);
  add_test ("/pa/cancel-refused", test_cancel_refused);
  add_test ("/pa/clock-set-back", test_clock_set_back);
  add_test ("/anniversary/leap-day-is-the-anchor", test_leap_day_is_the_anchor);
  add_test ("/anniversary/custom-date-stays", test_custom_date_stays);
  return g_test_run ();
}
