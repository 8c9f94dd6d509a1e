/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-approve-return.h"
#include "rc-complete-reseller-change.h"
#include "rc-enroll-commitment.h"
#include "rc-membership-query.h"
#include "rc-record-departure.h"
#include "rc-reject-return.h"
#include "rc-remove-customers.h"
#include "rc-renew-membership.h"
#include "rc-request-return.h"
#include "rc-set-assigned-licences.h"
#include "rc-start-reseller-change.h"

/* Returns (OR-4) and 3-year commits (VS-2, VS-3, RN-5). */

#define CONSUMABLE "STOCK-CREDITS"

static gint64
invite_and_order (Fixture *fixture, const char *code, int quantity)
{
  gint64 id = invite (fixture);

  order (fixture, fixture->today, id, fixture->today, code, quantity);
  return id;
}

static gint64
last_line (Fixture *fixture)
{
  return get_int (fixture, "SELECT max (id) FROM order_lines");
}

static gint64
request (Fixture *fixture, RcDate date, gint64 line, int quantity)
{
  g_autoptr (RcCommandResult) result =
      run_command (fixture, rc_request_return_new (fixture->admin, date, line, quantity));

  g_assert_cmpint (result->count, ==, 1);
  return result->object_id;
}

static void
assign (Fixture *fixture, gint64 id, const char *code, int assigned)
{
  g_autoptr (GPtrArray) lines = one_line (code, assigned);

  do_command (fixture, rc_set_assigned_licences_new (fixture->admin, fixture->today, id, lines));
}

static RcCommand *
renew_command (Fixture *fixture, RcDate date, gint64 id, const char *code, int quantity)
{
  g_autofree char *number = next_number (fixture);
  g_autoptr (GPtrArray) lines = one_line (code, quantity);

  return rc_renew_membership_new (fixture->admin, date, id, number, date, lines);
}

static RcMembershipRecord *
load (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  RcMembershipRecord *record = rc_membership_query_load (fixture->database, id, &error);

  g_assert_no_error (error);
  return record;
}

/* OR-4: nothing goes before the approval; what went cannot go again. */
static void
test_return (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 10);
  gint64 line = last_line (fixture);
  RcDate day = fixture->today + 14;
  gint64 first = request (fixture, day, line, 4);
  gint64 second = request (fixture, day, line, 5);
  g_autoptr (RcMembershipRecord) record = NULL;

  g_assert_cmpint (sum (fixture, "ordered"), ==, 10);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, line, 2), RC_RULE_ERROR_RETURN);
  do_command (fixture, rc_approve_return_new (fixture->admin, day + 20, first));
  do_command (fixture, rc_reject_return_new (fixture->admin, day + 20, second, " in use "));
  assert_refused (fixture, rc_approve_return_new (fixture->admin, day + 20, first), RC_RULE_ERROR_RETURN);
  assert_refused (fixture, rc_approve_return_new (fixture->admin, day + 20, second), RC_RULE_ERROR_RETURN);
  assert_refused (fixture, rc_reject_return_new (fixture->admin, day + 20, first, NULL),
                  RC_RULE_ERROR_RETURN);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, line, 7), RC_RULE_ERROR_RETURN);
  request (fixture, day, line, 6);

  record = load (fixture, id);
  g_assert_cmpint (record->customer->licences_total, ==, 6);
  g_assert_cmpint (record->bought, ==, 6); /* VS-1 */
  g_assert_cmpint (((RcReturnRecord *) record->returns->pdata[1])->status, ==, RC_RETURN_STATUS_REJECTED);
  g_assert_cmpstr (((RcReturnRecord *) record->returns->pdata[1])->reason, ==, "in use");
  g_assert_cmpint (
      get_int (fixture,
               "SELECT count (*) FROM activity WHERE command IN ('request-return', 'approve-return', "
               "'reject-return') AND details LIKE '%\"products\":[null,\"_ × %'"),
      ==, 5);
}

/* OR-4 */
static void
test_return_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 10);
  gint64 line = last_line (fixture);
  gint64 moved = invite_and_order (fixture, TEAM_PRODUCT, 10);
  gint64 moved_line = last_line (fixture);
  RcDate day = fixture->today;
  gint64 asked = request (fixture, day + 1, line, 3);

  do_command (fixture, rc_record_departure_new (fixture->admin, day, moved));
  assert_refused (fixture, rc_request_return_new (fixture->admin, day + 15, line, 1), RC_RULE_ERROR_RETURN);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day - 1, line, 1), RC_RULE_ERROR_RETURN);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, line, 0), RC_RULE_ERROR_QUANTITY);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, 99, 1), RC_RULE_ERROR_NOT_FOUND);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, moved_line, 1), RC_RULE_ERROR_MOVED);
  assert_refused (fixture, rc_approve_return_new (fixture->admin, day, 99), RC_RULE_ERROR_NOT_FOUND);
  assert_refused (fixture, rc_approve_return_new (fixture->admin, day, asked), RC_RULE_ERROR_DATE);
  assert_refused (fixture, rc_reject_return_new (fixture->admin, day + 1, asked, "two\nlines"),
                  RC_RULE_ERROR_REASON);

  /* Of 10 licences 3 are spoken for and 5 assigned: 2 can go. */
  assign (fixture, id, TEAM_PRODUCT, 5);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, line, 3), RC_RULE_ERROR_ASSIGNED);
  request (fixture, day, line, 2);
  assign (fixture, id, TEAM_PRODUCT, 8);
  assert_refused (fixture, rc_approve_return_new (fixture->admin, day + 1, asked), RC_RULE_ERROR_ASSIGNED);
  assign (fixture, id, TEAM_PRODUCT, 7);
  do_command (fixture, rc_approve_return_new (fixture->admin, day + 1, asked));
  g_assert_cmpint (sum (fixture, "ordered - assigned"), ==, 10);
}

/* OR-4, RN-4, RN-7: what was ordered for a term that is over cannot be returned; what was asked for in it can be decided. */
static void
test_return_of_an_earlier_term (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 10);
  RcDate day = rc_date_new (2027, 1, 15);
  gint64 line, asked;

  order (fixture, day, id, day, OTHER_PRODUCT, 5);
  line = last_line (fixture);
  asked = request (fixture, day, line, 2);
  do_command (fixture, renew_command (fixture, day, id, OTHER_PRODUCT, 4));
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, line, 1), RC_RULE_ERROR_RETURN);
  request (fixture, day + 14, last_line (fixture), 4);
  do_command (fixture, rc_approve_return_new (fixture->admin, day, asked));
  g_assert_cmpint (sum (fixture, "ordered"), ==, 4);
}

/* OR-4, RN-7: the order for an old authorization is young, but the licences have expired. */
static void
test_return_after_a_lapse (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  gint64 pa = create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 5);
  RcDate lapsed = rc_date_new (2027, 2, 15);

  place (fixture, lapsed, pa);
  assert_refused (fixture, rc_request_return_new (fixture->admin, lapsed, last_line (fixture), 1),
                  RC_RULE_ERROR_LAPSED);
}

/* VS-1, VS-2 */
static void
test_enroll (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 9);
  RcDate day = fixture->today;
  g_autoptr (RcMembershipRecord) record = NULL;

  order (fixture, day, id, day, CONSUMABLE, 50);
  create_pa (fixture, day, id, OTHER_PRODUCT, 5);
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 10), RC_RULE_ERROR_COMMITMENT);
  order (fixture, day, id, day, OTHER_PRODUCT, 1);
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 9), RC_RULE_ERROR_QUANTITY);
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 16), RC_RULE_ERROR_QUANTITY);
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, day - 1, id, 15), RC_RULE_ERROR_DATE);
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, day, 99, 15), RC_RULE_ERROR_NOT_FOUND);
  do_command (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 15));
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 15), RC_RULE_ERROR_COMMITMENT);
  record = load (fixture, id);
  g_assert_cmpint (record->commitment->quantity, ==, 15);
  assert_date (record->commitment->starts_on, "2026-01-15");
  assert_date (record->commitment->ends_on, "2029-01-15");
}

/* VS-2: not in an extended prepaid term, but once it is renewed. */
static void
test_enroll_in_an_extended_term (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_with (fixture, fixture->today, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2027-07-01");
  RcDate day = rc_date_new (2027, 7, 1);

  order (fixture, fixture->today, id, fixture->today, TEAM_PRODUCT, 20);
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 20),
                  RC_RULE_ERROR_EXTENDED_TERM);
  do_command (fixture, renew_command (fixture, day, id, TEAM_PRODUCT, 20));
  do_command (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 20));
}

/* VS-3, RN-5: while it runs; from its end on there is no floor, and another one can begin. */
static void
test_commitment_holds (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 20);
  RcDate day = fixture->today;
  gint64 line = last_line (fixture);
  gint64 asked = request (fixture, day, line, 2);

  do_command (fixture, rc_enroll_commitment_new (fixture->admin, day, id, 16));
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, line, 3), RC_RULE_ERROR_COMMITMENT);
  request (fixture, day, line, 2);
  assert_refused (fixture, rc_request_return_new (fixture->admin, day, line, 1), RC_RULE_ERROR_COMMITMENT);
  do_command (fixture, rc_approve_return_new (fixture->admin, day, asked));

  assert_refused (fixture, renew_command (fixture, rc_date_new (2027, 1, 15), id, TEAM_PRODUCT, 15),
                  RC_RULE_ERROR_COMMITMENT);
  assert_refused (fixture, renew_command (fixture, rc_date_new (2027, 1, 15), id, CONSUMABLE, 50),
                  RC_RULE_ERROR_COMMITMENT);
  do_command (fixture, renew_command (fixture, rc_date_new (2027, 1, 15), id, TEAM_PRODUCT, 16));
  do_command (fixture, renew_command (fixture, rc_date_new (2028, 1, 15), id, TEAM_PRODUCT, 16));
  assert_refused (fixture, renew_command (fixture, rc_date_new (2029, 1, 14), id, TEAM_PRODUCT, 15),
                  RC_RULE_ERROR_COMMITMENT);
  do_command (fixture, renew_command (fixture, rc_date_new (2029, 1, 15), id, TEAM_PRODUCT, 11));
  do_command (fixture, rc_enroll_commitment_new (fixture->admin, rc_date_new (2029, 1, 15), id, 11));
}

/* VS-3: a return that was requested before the commit cannot be approved below it. */
static void
test_commitment_after_a_request (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 20);
  gint64 asked = request (fixture, fixture->today, last_line (fixture), 5);

  do_command (fixture, rc_enroll_commitment_new (fixture->admin, fixture->today, id, 16));
  assert_refused (fixture, rc_approve_return_new (fixture->admin, fixture->today, asked),
                  RC_RULE_ERROR_COMMITMENT);
  do_command (fixture, rc_reject_return_new (fixture->admin, fixture->today, asked, NULL));
}

/* RN-7: with the lapse the commit is over, and the way back begins without one. */
static void
test_commitment_ends_with_a_lapse (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 20);
  RcDate lapsed = rc_date_new (2027, 2, 15);
  g_autoptr (RcMembershipRecord) record = NULL;

  do_command (fixture, rc_enroll_commitment_new (fixture->admin, fixture->today, id, 20));
  assert_refused (fixture, rc_enroll_commitment_new (fixture->admin, lapsed, id, 20), RC_RULE_ERROR_LAPSED);
  order (fixture, lapsed + 9, id, lapsed + 9, TEAM_PRODUCT, 10);
  record = load (fixture, id);
  assert_date (record->commitment->ends_on, "2027-02-15");
  request (fixture, lapsed + 9, last_line (fixture), 10);
  do_command (fixture, rc_enroll_commitment_new (fixture->admin, lapsed + 9, id, 10));
}

/* CU-9, CH-4: one that brought its licences along never had an order; lapsed, it can be removed with all that it had. */
static void
test_commitment_goes_with_its_customer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcCustomerData) customer = make_customer_data (fixture);
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 20);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RcCommandResult) started = NULL;
  g_autoptr (RcCommandResult) completed = NULL;

  fixture->today = rc_date_new (2026, 1, 1); /* the day of NOW */
  started =
      run_command (fixture, rc_start_reseller_change_new (fixture->admin, fixture->today,
                                                          "0123456789ABCDEF0123", "it@a.example", "en"));
  completed = run_command (
      fixture, rc_complete_reseller_change_new (fixture->admin, fixture->today, started->object_id,
                                                fixture->today, customer, fixture->today + 10, lines, NULL));
  do_command (fixture, rc_enroll_commitment_new (fixture->admin, fixture->today, completed->customer_id, 20));
  g_array_append_val (ids, completed->customer_id);
  assert_refused (fixture, rc_remove_customers_new (fixture->admin, fixture->today + 40, ids),
                  RC_RULE_ERROR_NOT_REMOVABLE);
  do_command (fixture, rc_remove_customers_new (fixture->admin, fixture->today + 41, ids));
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM commitments"), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/return/partly", test_return);
  add_test ("/return/refused", test_return_refused);
  add_test ("/return/of-an-earlier-term", test_return_of_an_earlier_term);
  add_test ("/return/after-a-lapse", test_return_after_a_lapse);
  add_test ("/commitment/enroll", test_enroll);
  add_test ("/commitment/enroll-in-an-extended-term", test_enroll_in_an_extended_term);
  add_test ("/commitment/holds-until-its-end", test_commitment_holds);
  add_test ("/commitment/after-a-request", test_commitment_after_a_request);
  add_test ("/commitment/ends-with-a-lapse", test_commitment_ends_with_a_lapse);
  add_test ("/commitment/goes-with-its-customer", test_commitment_goes_with_its_customer);
  return g_test_run ();
}
