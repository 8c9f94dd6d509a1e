/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-close-unpaid.h"
#include "rc-set-assigned-licences.h"
#include "rc-set-policy.h"

/* OR-1, OR-2, OR-3, AD-1 */
static void
test_direct_order (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (RcCustomerRecord) customer = NULL;

  order (fixture, fixture->today + 10, id, fixture->today + 5, CLOSED_PRODUCT, 4);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2027-01-20");
  g_assert_true (customer->had_order);
  g_assert_cmpint (customer->licences_total, ==, 4);
  g_assert_cmpint (get_int (fixture, "SELECT months FROM order_lines"), ==, 12);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM messages WHERE kind = 'products-added' AND "
                                     "body LIKE '%4 × Acrobat for enterprise%until 19 January 2027%'"),
                   ==, 1);
}

/* AD-1: whichever is earlier. */
static void
test_earlier_order_sets_the_date (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (RcCustomerRecord) customer = NULL;

  create_pa (fixture, fixture->today + 10, id, TEAM_PRODUCT, 1);
  order (fixture, fixture->today + 20, id, fixture->today + 3, TEAM_PRODUCT, 1);
  order (fixture, fixture->today + 20, id, fixture->today + 12, TEAM_PRODUCT, 1);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2027-01-18");
}

/* AD-3: what was ordered was paid for up to the date, so that it stays when the authorization that set it is cancelled. */
static void
test_date_stays_after_an_order (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 1);
  g_autoptr (RcCommandResult) canceled = NULL;
  g_autoptr (RcCustomerRecord) customer = NULL;

  order (fixture, fixture->today + 5, id, fixture->today + 5, TEAM_PRODUCT, 1);
  canceled =
      run_command (fixture, rc_cancel_purchase_authorization_new (fixture->admin, fixture->today + 10, pa));
  order (fixture, fixture->today + 20, id, fixture->today + 20, TEAM_PRODUCT, 1);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2027-01-15");
}

/* OR-1, OR-2 */
static void
test_direct_order_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  RcDate today = fixture->today + 10;
  struct
  {
    gint64 customer;
    const char *number;
    RcDate ordered_on;
    const char *code;
    int quantity;
    int error;
  } cases[] = {
    { 99, "A-1", today, TEAM_PRODUCT, 1, RC_RULE_ERROR_NOT_FOUND },
    { id, " ", today, TEAM_PRODUCT, 1, RC_RULE_ERROR_ORDER_NUMBER },
    { id, "A-0", today, TEAM_PRODUCT, 1, RC_RULE_ERROR_ORDER_NUMBER },
    { id, "A-1", today + 1, TEAM_PRODUCT, 1, RC_RULE_ERROR_DATE },
    { id, "A-1", fixture->today - 1, TEAM_PRODUCT, 1, RC_RULE_ERROR_DATE },
    { id, "A-1", today, TEAM_PRODUCT, 0, RC_RULE_ERROR_QUANTITY },
    { id, "A-1", today, TEAM_PRODUCT, 10001, RC_RULE_ERROR_QUANTITY },
    { id, "A-1", today, "SIGN-ENT", 49, RC_RULE_ERROR_QUANTITY },
    { id, "A-1", today, "CC-TEAM-ALL-EDU-DEV", 1, RC_RULE_ERROR_SEGMENT },
    { id, "A-1", today, "NO-SUCH", 1, RC_RULE_ERROR_NOT_FOUND },
  };

  do_command (fixture, direct_command (fixture, today, id, "A-0", today, TEAM_PRODUCT, 1));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (fixture,
                    direct_command (fixture, today, cases[i].customer, cases[i].number, cases[i].ordered_on,
                                    cases[i].code, cases[i].quantity),
                    cases[i].error);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM orders"), ==, 1);
}

/* PA-8 */
static void
test_close_unpaid (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  g_autoptr (GPtrArray) assigned = one_line (TEAM_PRODUCT, 6);
  g_autoptr (RcCommandResult) set = NULL;
  g_autoptr (RcCommandResult) closed = NULL;

  order (fixture, fixture->today, id, fixture->today, TEAM_PRODUCT, 3);
  set = run_command (fixture, rc_set_assigned_licences_new (fixture->admin, fixture->today, id, assigned));
  assert_refused (fixture, rc_close_unpaid_new (fixture->admin, fixture->today + 60, pa, "bankrupt"),
                  RC_RULE_ERROR_PA_STATE);
  assert_refused (fixture, rc_close_unpaid_new (fixture->admin, fixture->today + 61, pa, " "),
                  RC_RULE_ERROR_REASON);
  assert_refused (fixture, rc_close_unpaid_new (fixture->admin, fixture->today + 61, pa, NULL),
                  RC_RULE_ERROR_REASON);
  closed = run_command (fixture, rc_close_unpaid_new (fixture->admin, fixture->today + 61, pa, " bankrupt "));
  g_assert_cmpint (sum (fixture, "pending"), ==, 0);
  g_assert_cmpint (sum (fixture, "ordered"), ==, 3);
  g_assert_cmpint (sum (fixture, "assigned"), ==, 3);
  g_assert_cmpint (get_int (fixture,
                            "SELECT count (*) FROM purchase_authorizations WHERE status = 'closed-unpaid' "
                            "AND reason = 'bankrupt'"),
                   ==, 1);
  create_pa (fixture, fixture->today + 61, id, TEAM_PRODUCT, 1);
}

/* RN-7, PA-4, PR-4: the window is open 30 days after the anniversary date, 2027-01-15; then the membership has lapsed. */
static void
test_lapse (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  RcDate last_day = rc_date_new (2027, 2, 14);
  g_autoptr (GPtrArray) assigned = one_line (TEAM_PRODUCT, 2);
  g_autoptr (RcCustomerRecord) customer = NULL;

  order (fixture, fixture->today, id, fixture->today, TEAM_PRODUCT, 3);
  create_pa (fixture, last_day, id, OTHER_PRODUCT, 2);
  assert_refused (fixture, pa_command (fixture, last_day + 1, id, OTHER_PRODUCT, 2), RC_RULE_ERROR_LAPSED);
  do_command (fixture, rc_set_assigned_licences_new (fixture->admin, last_day, id, assigned));
  assert_refused (fixture, rc_set_assigned_licences_new (fixture->admin, last_day + 1, id, assigned),
                  RC_RULE_ERROR_LAPSED);

  assert_refused (fixture, direct_command (fixture, last_day + 5, id, "L-1", last_day, TEAM_PRODUCT, 1),
                  RC_RULE_ERROR_DATE);
  order (fixture, last_day + 5, id, last_day + 2, TEAM_PRODUCT, 1);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2028-02-16");
  g_assert_cmpint (sum (fixture, "ordered"), ==, 1);
  g_assert_cmpint (sum (fixture, "pending"), ==, 2);
  assert_refused (fixture, direct_command (fixture, last_day + 5, id, "L-1", last_day + 1, TEAM_PRODUCT, 1),
                  RC_RULE_ERROR_DATE);
}

/* RN-7: the order for a purchase authorization of the term that ended is owed, but gives no licences of the new one. */
static void
test_order_of_an_ended_term (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  gint64 late = create_pa (fixture, fixture->today + 1, id, OTHER_PRODUCT, 2);
  RcDate lapsed = rc_date_new (2027, 2, 15);
  g_autoptr (RcCustomerRecord) customer = NULL;

  place (fixture, lapsed, pa);
  g_assert_cmpint (sum (fixture, "ordered"), ==, 5);
  order (fixture, lapsed, id, lapsed, TEAM_PRODUCT, 1);
  place (fixture, lapsed, late);
  customer = load_customer (fixture, id);
  g_assert_cmpint (sum (fixture, "ordered"), ==, 1);
  g_assert_cmpint (customer->licences_total, ==, 1);
  g_assert_cmpuint (customer->oldest_open_pa, ==, RC_DATE_NONE);
  assert_date (customer->anniversary_date, "2028-02-15");
}

/* RN-7, CU-11: a custom date ends with its term. */
static void
test_lapse_of_a_custom_date (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_with (fixture, fixture->today, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2027-03-31");
  RcDate lapsed = rc_date_new (2027, 5, 1);
  g_autoptr (RcCustomerRecord) customer = NULL;

  order (fixture, lapsed, id, lapsed, TEAM_PRODUCT, 1);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2028-05-01");
  g_assert_cmpint (customer->anniversary_anchor, ==, 1);
  g_assert_false (customer->custom_anniversary);
}

/* PR-4: a total that no longer fits its number is refused, not turned into another one. */
static void
test_total_has_an_end (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcCustomerRecord) customer = NULL;

  policy->largest_quantity[RC_OFFER_TYPE_TEAM] = 1000000000;
  do_command (fixture, rc_set_policy_new (fixture->admin, fixture->today, policy));
  create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 1000000000);
  create_pa (fixture, fixture->today, id, OTHER_PRODUCT, 1000000000);
  assert_refused (fixture, pa_command (fixture, fixture->today, id, TEAM_PRODUCT, 147483648),
                  RC_RULE_ERROR_QUANTITY);
  order (fixture, fixture->today, id, fixture->today, TEAM_PRODUCT, 147483647);
  assert_refused (fixture,
                  direct_command (fixture, fixture->today, id, "ONE-MORE", fixture->today, OTHER_PRODUCT, 1),
                  RC_RULE_ERROR_QUANTITY);
  customer = load_customer (fixture, id);
  g_assert_cmpint (customer->licences_total, ==, G_MAXINT);
}

/* OR-1: a number copied from a cell brings a tab or a new line along; what cannot be seen is no number. */
static void
test_order_number_as_pasted (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = { "", "\t", "\342\200\213", "A\n1", "\342\200\256A1", "\377" };
  gint64 id = invite (fixture);

  do_command (fixture,
              direct_command (fixture, fixture->today, id, "\tA-1 \r\n", fixture->today, TEAM_PRODUCT, 1));
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM orders WHERE number = 'A-1'"), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_refused (fixture,
                    direct_command (fixture, fixture->today, id, refused[i], fixture->today, TEAM_PRODUCT, 1),
                    RC_RULE_ERROR_ORDER_NUMBER);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/order/direct", test_direct_order);
  add_test ("/order/earlier-one-sets-the-date", test_earlier_order_sets_the_date);
  add_test ("/anniversary/date-stays-after-an-order", test_date_stays_after_an_order);
  add_test ("/order/direct-refused", test_direct_order_refused);
  add_test ("/pa/close-unpaid", test_close_unpaid);
  add_test ("/term/lapse", test_lapse);
  add_test ("/term/order-of-an-ended-term", test_order_of_an_ended_term);
  add_test ("/term/lapse-of-a-custom-date", test_lapse_of_a_custom_date);
  add_test ("/order/total-has-an-end", test_total_has_an_end);
  add_test ("/order/number-as-pasted", test_order_number_as_pasted);
  return g_test_run ();
}
