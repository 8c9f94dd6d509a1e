/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-membership-query.h"
#include "rc-record-departure.h"
#include "rc-renew-membership.h"
#include "rc-set-assigned-licences.h"
#include "rc-set-policy.h"

/* Renewal orders: when, what of the old term goes on, and what does not (RN-1 … RN-8). */

/* The customers of these tests ordered on 15 January 2026. */
#define ANNIVERSARY rc_date_new (2027, 1, 15)

static gint64
invite_and_order (Fixture *fixture, const char *code, int quantity)
{
  gint64 id = invite (fixture);

  order (fixture, fixture->today, id, fixture->today, code, quantity);
  return id;
}

static GPtrArray *
two_lines (const char *code, int quantity, const char *other, int other_quantity)
{
  GPtrArray *lines = one_line (code, quantity);

  g_ptr_array_add (lines, rc_product_line_new (other, other_quantity));
  return lines;
}

static RcCommand *
renew_command (Fixture *fixture, RcDate date, gint64 id, RcDate ordered_on, const char *code, int quantity)
{
  g_autofree char *number = next_number (fixture);
  g_autoptr (GPtrArray) lines = one_line (code, quantity);

  return rc_renew_membership_new (fixture->admin, date, id, number, ordered_on, lines);
}

static void
renew (Fixture *fixture, RcDate date, gint64 id, const char *code, int quantity)
{
  do_command (fixture, renew_command (fixture, date, id, date, code, quantity));
}

static void
assign (Fixture *fixture, RcDate date, gint64 id, const char *code, int assigned)
{
  g_autoptr (GPtrArray) lines = one_line (code, assigned);

  do_command (fixture, rc_set_assigned_licences_new (fixture->admin, date, id, lines));
}

static RcMembershipRecord *
load (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  RcMembershipRecord *record = rc_membership_query_load (fixture->database, id, &error);

  g_assert_no_error (error);
  return record;
}

static const RcLicenceRecord *
find_licence (const RcMembershipRecord *record, const char *code)
{
  for (guint i = 0; i < record->licences->len; i++)
    {
      const RcLicenceRecord *licence = record->licences->pdata[i];

      if (g_str_equal (licence->product_code, code))
        return licence;
    }
  g_assert_not_reached ();
}

/* RN-3, RN-4, RN-8: lowered, left out and new products; the activity and the history tell of it. */
static void
test_renewal (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 5);
  g_autoptr (GPtrArray) lines = two_lines (TEAM_PRODUCT, 3, ENTERPRISE_PRODUCT, 4);
  g_autoptr (RcMembershipRecord) record = NULL;
  const RcRenewalRecord *renewal;

  order (fixture, fixture->today, id, fixture->today, OTHER_PRODUCT, 2);
  assign (fixture, fixture->today, id, TEAM_PRODUCT, 4);
  assign (fixture, fixture->today, id, OTHER_PRODUCT, 1);
  do_command (fixture, rc_renew_membership_new (fixture->admin, ANNIVERSARY + 3, id, " R-1 ",
                                                ANNIVERSARY - 20, lines));
  record = load (fixture, id);
  assert_date (record->customer->anniversary_date, "2028-01-15");
  g_assert_cmpint (record->customer->term, ==, 1);
  g_assert_cmpint (record->customer->licences_total, ==, 7);
  g_assert_cmpint (find_licence (record, TEAM_PRODUCT)->ordered, ==, 3);
  g_assert_cmpint (find_licence (record, TEAM_PRODUCT)->assigned, ==, 3);
  g_assert_cmpint (find_licence (record, OTHER_PRODUCT)->ordered, ==, 0);
  g_assert_cmpint (find_licence (record, OTHER_PRODUCT)->assigned, ==, 0);
  g_assert_cmpint (find_licence (record, ENTERPRISE_PRODUCT)->ordered, ==, 4);
  g_assert_cmpint (record->bought, ==, 7);

  g_assert_cmpuint (record->renewals->len, ==, 1);
  renewal = record->renewals->pdata[0];
  g_assert_cmpstr (renewal->order_number, ==, "R-1");
  g_assert_cmpuint (renewal->date, ==, ANNIVERSARY - 20);
  g_assert_cmpuint (renewal->old_anniversary_date, ==, ANNIVERSARY);
  assert_date (renewal->new_anniversary_date, "2028-01-15");
  g_assert_cmpint (((RcLineRecord *) renewal->lines->pdata[0])->months, ==, 12);
  g_assert_cmpint (
      get_int (fixture, "SELECT count (*) FROM activity WHERE command = 'renew-membership' AND details LIKE "
                        "'%\"anniversary-date\":[\"2027-01-15\",\"2028-01-15\"]%' AND details LIKE "
                        "'%\"lost-by-users\":[null,\"2\"]%'"),
      ==, 1);
}

/* RN-1: from 30 days before to 30 days after, whenever it is recorded; RN-6: once. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int ordered; /* days from the anniversary date */
    int recorded;
    int error; /* -1: none */
  } cases[] = {
    { -31, -31, RC_RULE_ERROR_WINDOW },
    { -31, 0, RC_RULE_ERROR_DATE },
    { 1, 0, RC_RULE_ERROR_DATE },
    { 31, 31, RC_RULE_ERROR_DATE },
    { -30, -30, -1 },
    { 0, 0, -1 },
    { 30, 30, -1 },
    { 30, 31, -1 },
    { -30, 200, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 5);
      RcDate recorded = rc_date_add_days (ANNIVERSARY, cases[i].recorded);
      RcDate ordered = rc_date_add_days (ANNIVERSARY, cases[i].ordered);
      RcCommand *command = renew_command (fixture, recorded, id, ordered, TEAM_PRODUCT, 5);

      if (cases[i].error >= 0)
        {
          assert_refused (fixture, command, cases[i].error);
          continue;
        }
      do_command (fixture, command);
      assert_refused (fixture, renew_command (fixture, recorded, id, ordered, TEAM_PRODUCT, 5),
                      RC_RULE_ERROR_WINDOW);
    }
}

/* RN-3, OR-1: as for any order. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 5);
  gint64 none = invite (fixture);
  gint64 moved = invite_and_order (fixture, TEAM_PRODUCT, 5);
  g_autoptr (GPtrArray) twice = two_lines (TEAM_PRODUCT, 1, TEAM_PRODUCT, 2);
  g_autoptr (GPtrArray) lines = one_line (TEAM_PRODUCT, 1);
  g_autoptr (GPtrArray) no_lines = rc_product_lines_new ();
  RcDate day = ANNIVERSARY;

  order (fixture, fixture->today, id, fixture->today, TEAM_PRODUCT, 1);
  do_command (fixture, rc_record_departure_new (fixture->admin, day, moved));
  assert_refused (fixture, renew_command (fixture, day, none, day, TEAM_PRODUCT, 1), RC_RULE_ERROR_WINDOW);
  assert_refused (fixture, renew_command (fixture, day, moved, day, TEAM_PRODUCT, 1), RC_RULE_ERROR_MOVED);
  assert_refused (fixture, renew_command (fixture, day, 99, day, TEAM_PRODUCT, 1), RC_RULE_ERROR_NOT_FOUND);
  assert_refused (fixture, renew_command (fixture, day, id, day, TEAM_PRODUCT, 0), RC_RULE_ERROR_QUANTITY);
  assert_refused (fixture, renew_command (fixture, day, id, day, TEAM_PRODUCT, 10001),
                  RC_RULE_ERROR_QUANTITY);
  assert_refused (fixture, renew_command (fixture, day, id, day, "CC-TEAM-ALL-EDU-DEV", 1),
                  RC_RULE_ERROR_SEGMENT);
  assert_refused (fixture, rc_renew_membership_new (fixture->admin, day, id, "R-1", day, twice),
                  RC_RULE_ERROR_DUPLICATE_PRODUCT);
  assert_refused (fixture, rc_renew_membership_new (fixture->admin, day, id, "R-1", day, no_lines),
                  RC_RULE_ERROR_QUANTITY);
  assert_refused (fixture, rc_renew_membership_new (fixture->admin, day, id, " ", day, lines),
                  RC_RULE_ERROR_ORDER_NUMBER);
  do_command (fixture, rc_renew_membership_new (fixture->admin, day, id, "R-1", day, lines));
  order (fixture, fixture->today, none, fixture->today, TEAM_PRODUCT, 1);
  assert_refused (fixture, rc_renew_membership_new (fixture->admin, day, none, "R-1", day, lines),
                  RC_RULE_ERROR_ORDER_NUMBER);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM renewals"), ==, 1);
}

/* RN-4, AD-4: 29 February comes back after three years on the 28th. */
static void
test_anchor (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29",
                                          "2033-02-28" };
  RcDate leap_day = rc_date_new (2028, 2, 29);
  gint64 id = invite (fixture);

  order (fixture, leap_day, id, leap_day, TEAM_PRODUCT, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (RcCustomerRecord) customer = load_customer (fixture, id);

      assert_date (customer->anniversary_date, expected[i]);
      g_assert_cmpint (customer->anniversary_anchor, ==, 29);
      renew (fixture, customer->anniversary_date + 5, id, TEAM_PRODUCT, 1);
    }
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM order_lines WHERE months <> 12"), ==, 0);
}

/* CU-11, RN-4: an extended term renews by 12 months. */
static void
test_extended_term (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_with (fixture, fixture->today, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, "2028-08-31");
  g_autoptr (RcCustomerRecord) customer = NULL;

  order (fixture, fixture->today, id, fixture->today, TEAM_PRODUCT, 1);
  renew (fixture, rc_date_new (2028, 8, 10), id, TEAM_PRODUCT, 1);
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2029-08-31");
  g_assert_false (customer->custom_anniversary);
}

/* AD-1, AD-3: neither an order of the new term nor what is withdrawn of the old one moves a date that a renewal set. Direct orders
 * co-terminate (AD-5), and none can be of a day before the renewal. */
static void
test_date_stays (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  RcDate renewed_on = ANNIVERSARY - 10;
  gint64 pa;
  g_autoptr (RcCustomerRecord) customer = NULL;

  create_pa (fixture, fixture->today, id, TEAM_PRODUCT, 1);
  place (fixture, fixture->today, get_int (fixture, "SELECT max (id) FROM purchase_authorizations"));
  pa = create_pa (fixture, renewed_on, id, OTHER_PRODUCT, 2);
  renew (fixture, renewed_on, id, TEAM_PRODUCT, 5);
  assert_refused (fixture,
                  direct_command (fixture, renewed_on + 1, id, "E-1", renewed_on - 1, TEAM_PRODUCT, 1),
                  RC_RULE_ERROR_DATE);
  do_command (fixture, direct_command (fixture, renewed_on, id, "E-2", renewed_on, TEAM_PRODUCT, 1));
  g_assert_cmpint (get_int (fixture, "SELECT months FROM order_lines ORDER BY id DESC LIMIT 1"), ==, 13);
  do_command (fixture, rc_cancel_purchase_authorization_new (fixture->admin, renewed_on + 1, pa));
  customer = load_customer (fixture, id);
  assert_date (customer->anniversary_date, "2028-01-15");
  g_assert_cmpint (customer->licences_total, ==, 6);
}

/* RN-4, RN-6: past due authorizations do not block; their licences stay pending, and their orders give none of the new term. */
static void
test_open_authorizations (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 5);
  gint64 old = create_pa (fixture, ANNIVERSARY - 70, id, TEAM_PRODUCT, 4);
  gint64 young;
  g_autoptr (RcMembershipRecord) before = NULL;
  g_autoptr (RcMembershipRecord) after = NULL;

  assign (fixture, ANNIVERSARY - 70, id, TEAM_PRODUCT, 9);
  renew (fixture, ANNIVERSARY, id, TEAM_PRODUCT, 6);
  before = load (fixture, id);
  g_assert_cmpint (find_licence (before, TEAM_PRODUCT)->ordered, ==, 6);
  g_assert_cmpint (find_licence (before, TEAM_PRODUCT)->pending, ==, 4);
  g_assert_cmpint (find_licence (before, TEAM_PRODUCT)->assigned, ==, 9);
  g_assert_cmpuint (before->customer->oldest_open_pa, ==, ANNIVERSARY - 70);

  place (fixture, ANNIVERSARY + 1, old);
  young = create_pa (fixture, ANNIVERSARY + 1, id, OTHER_PRODUCT, 3);
  place (fixture, ANNIVERSARY + 2, young);
  after = load (fixture, id);
  g_assert_cmpint (find_licence (after, TEAM_PRODUCT)->ordered, ==, 6);
  g_assert_cmpint (find_licence (after, TEAM_PRODUCT)->pending, ==, 0);
  g_assert_cmpint (find_licence (after, TEAM_PRODUCT)->assigned, ==, 6);
  g_assert_cmpint (find_licence (after, OTHER_PRODUCT)->ordered, ==, 3);
  g_assert_cmpint (after->bought, ==, 9);
}

/* RN-7: after a lapse the date comes from the direct order again, and its term is renewed as any other. */
static void
test_after_a_lapse (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite_and_order (fixture, TEAM_PRODUCT, 5);
  RcDate back = rc_date_new (2028, 5, 31);
  g_autoptr (RcMembershipRecord) record = NULL;

  renew (fixture, ANNIVERSARY, id, TEAM_PRODUCT, 5);
  order (fixture, back, id, back, OTHER_PRODUCT, 2);
  assert_refused (fixture, renew_command (fixture, back, id, rc_date_new (2028, 1, 15), TEAM_PRODUCT, 5),
                  RC_RULE_ERROR_WINDOW);
  renew (fixture, rc_date_new (2029, 6, 30), id, OTHER_PRODUCT, 1);
  record = load (fixture, id);
  assert_date (record->customer->anniversary_date, "2030-05-31");
  g_assert_cmpint (record->customer->term, ==, 3);
  g_assert_cmpint (record->customer->licences_total, ==, 1);
  g_assert_cmpuint (record->renewals->len, ==, 2);
}

/* PR-4: more than can be counted is refused, not turned into another number. */
static void
test_total_has_an_end (Fixture *fixture, gconstpointer data)
{
  gint64 id = invite (fixture);
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (GPtrArray) lines = two_lines (TEAM_PRODUCT, 1000000000, OTHER_PRODUCT, 1000000000);

  policy->largest_quantity[RC_OFFER_TYPE_TEAM] = 1000000000;
  do_command (fixture, rc_set_policy_new (fixture->admin, fixture->today, policy));
  order (fixture, fixture->today, id, fixture->today, TEAM_PRODUCT, 1);
  create_pa (fixture, ANNIVERSARY, id, TEAM_PRODUCT, 147483648);
  assert_refused (fixture, rc_renew_membership_new (fixture->admin, ANNIVERSARY, id, "R", ANNIVERSARY, lines),
                  RC_RULE_ERROR_QUANTITY);
  ((RcProductLine *) lines->pdata[0])->quantity--;
  do_command (fixture, rc_renew_membership_new (fixture->admin, ANNIVERSARY, id, "R", ANNIVERSARY, lines));
  g_assert_cmpint (get_int (fixture, "SELECT licences_total FROM customers"), ==, G_MAXINT);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/renewal/order", test_renewal);
  add_test ("/renewal/window", test_window);
  add_test ("/renewal/refused", test_refused);
  add_test ("/renewal/keeps-the-anchor", test_anchor);
  add_test ("/renewal/of-an-extended-term", test_extended_term);
  add_test ("/renewal/date-stays", test_date_stays);
  add_test ("/renewal/open-authorizations", test_open_authorizations);
  add_test ("/renewal/after-a-lapse", test_after_a_lapse);
  add_test ("/renewal/total-has-an-end", test_total_has_an_end);
  return g_test_run ();
}
