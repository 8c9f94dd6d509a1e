/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random-run.h"

#include "rc-approve-return.h"
#include "rc-commitment-table.h"
#include "rc-complete-reseller-change.h"
#include "rc-enroll-commitment.h"
#include "rc-record-departure.h"
#include "rc-reject-return.h"
#include "rc-renew-membership.h"
#include "rc-request-return.h"
#include "rc-start-reseller-change.h"

/* Random commands of what ends and begins with a term: renewals, returns, commitments, and customers that come and go. */

/* Mostly one whose window is open. */
static inline NaiveCustomer *
pick_due (Run *run)
{
  for (int i = 0; i < 100; i++)
    {
      NaiveCustomer *customer = pick (run->model.customers);
      RcDate anniversary = naive_anniversary (&run->model, customer);

      if (!customer->removed && !customer->moved && anniversary != RC_DATE_NONE
          && run->today >= anniversary - WINDOW_DAYS && run->today <= anniversary + WINDOW_DAYS)
        return customer;
    }
  return pick (run->model.customers);
}

/* RN-1, RN-5, RN-6 */
static inline guint
check_renew (Run *run, NaiveCustomer *customer, RcDate date, const int quantities[N_PRODUCTS])
{
  RcDate anniversary = naive_anniversary (&run->model, customer);
  guint violated = check_there (customer);
  int licences = 0;

  if (anniversary == RC_DATE_NONE || run->today < anniversary - WINDOW_DAYS)
    return violated | VIOLATES (WINDOW);
  if (date < anniversary - WINDOW_DAYS || date > anniversary + WINDOW_DAYS || date > run->today
      || date < customer->invited_on)
    violated |= VIOLATES (DATE);
  for (int product = 0; product < N_PRODUCTS; product++)
    if (product != CONSUMABLE_INDEX)
      licences += quantities[product];
  if (licences < naive_commitment (customer, date))
    violated |= VIOLATES (COMMITMENT);
  return violated;
}

static inline void
do_renew (Run *run, NaiveCustomer *customer)
{
  RcDate date = run->today + 1 - (RcDate) (chance (60) ? 1 : g_test_rand_int_range (0, 60));
  int quantities[N_PRODUCTS];
  guint violated = 0;
  g_autoptr (GPtrArray) lines = random_lines (run, quantities, &violated);
  g_autofree char *number = run->model.orders->len == 0 ? g_strdup ("FIRST") : next_number (run->fixture);
  g_autoptr (RcCommandResult) result = NULL;
  RcDate old;

  violated |= check_renew (run, customer, date, quantities);
  result = expect (
      run, rc_renew_membership_new (run->fixture->admin, run->today, customer->id, number, date, lines),
      violated);
  if (result == NULL)
    return;
  old = naive_anniversary (&run->model, customer);
  customer->anchor = naive_anchor (&run->model, customer);
  customer->renewed = naive_year_later (old, customer->anchor);
  customer->custom = RC_DATE_NONE;
  customer->term++;
  customer->term_start = date;
  add_order (run, result->object_id, customer, NULL, date, quantities)->renewal = TRUE;
  naive_cut_assigned (&run->model, customer);
  run->n_renewed++;
}

/* RN-7: with the lapse. */
static inline void
end_commitment (Run *run, NaiveCustomer *customer)
{
  RcDate lapse = naive_anniversary (&run->model, customer) + WINDOW_DAYS + 1;

  if (customer->committed > 0)
    customer->commitment_to = MIN (customer->commitment_to, lapse);
}

/* CU-11: longer than a year, counted from the invitation. */
static inline gboolean
is_extended (const NaiveCustomer *customer)
{
  return customer->custom != RC_DATE_NONE
         && customer->custom
                > naive_year_later (customer->invited_on, rc_date_get_day (customer->invited_on));
}

/* VS-2 */
static inline void
do_enroll (Run *run, NaiveCustomer *customer)
{
  int bought = naive_bought (&run->model, customer);
  int total = bought, quantity;
  guint violated = check_there (customer);
  g_autoptr (RcCommandResult) result = NULL;

  for (int product = 0; product < N_PRODUCTS; product++)
    if (product != CONSUMABLE_INDEX)
      total += naive_pending (&run->model, customer, product);
  quantity = chance (70) ? MIN (COMMITMENT_LOWEST + g_test_rand_int_range (0, 10), total)
                         : g_test_rand_int_range (COMMITMENT_LOWEST - 2, total + COMMITMENT_LOWEST);
  if (quantity < COMMITMENT_LOWEST || quantity > total)
    violated |= VIOLATES (QUANTITY);
  if (bought < SELECT_FROM || naive_commitment (customer, run->today) > 0)
    violated |= VIOLATES (COMMITMENT);
  if (is_extended (customer))
    violated |= VIOLATES (EXTENDED_TERM);
  if (naive_is_lapsed (&run->model, customer, run->today))
    violated |= VIOLATES (LAPSED);
  result = expect (run, rc_enroll_commitment_new (run->fixture->admin, run->today, customer->id, quantity),
                   violated);
  if (result == NULL)
    return;
  customer->committed = quantity;
  customer->commitment_from = run->today;
  customer->commitment_to = rc_date_add_months (run->today, 36, 0);
  run->n_committed++;
}

static inline NaiveOrder *
pick_order (Run *run, const NaiveCustomer *customer)
{
  for (int i = 0; i < 50; i++)
    {
      NaiveOrder *order = pick (run->model.orders);

      if (order != NULL
          && (run->today - order->date <= RETURN_DAYS || (i > 40 && order->customer == customer)))
        return order;
    }
  return pick (run->model.orders);
}

static inline gint64
find_line (Run *run, const NaiveOrder *order, int product)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM order_lines WHERE order_id = %" G_GINT64_FORMAT
                                          " AND product_id = %" G_GINT64_FORMAT,
                                          order->id, run->product_ids[product]);

  return get_int (run->fixture, sql);
}

/* OR-4, VS-3 */
static inline guint
check_return (Run *run, const NaiveOrder *order, int product, int quantity)
{
  const NaiveModel *model = &run->model;
  const NaiveCustomer *customer = order->customer;
  int remaining = order->quantities[product] - naive_returned (model, order, product, FALSE)
                  - naive_returned (model, order, product, TRUE);
  int bought = naive_bought (model, customer);
  guint violated = check_there (customer);

  for (int other = 0; other < N_PRODUCTS; other++)
    if (other != CONSUMABLE_INDEX)
      bought -= naive_requested (model, customer, other);
  if (quantity < 1)
    violated |= VIOLATES (QUANTITY);
  if (order->term != customer->term || run->today < order->date || run->today - order->date > RETURN_DAYS
      || quantity > remaining)
    violated |= VIOLATES (RETURN);
  if (naive_is_lapsed (model, customer, run->today))
    violated |= VIOLATES (LAPSED);
  if (naive_total (model, customer, product) - customer->assigned[product]
          - naive_requested (model, customer, product)
      < quantity)
    violated |= VIOLATES (ASSIGNED);
  if (product != CONSUMABLE_INDEX && naive_commitment (customer, run->today) > 0
      && bought - quantity < naive_commitment (customer, run->today))
    violated |= VIOLATES (COMMITMENT);
  return violated;
}

static inline void
do_request_return (Run *run, NaiveCustomer *customer)
{
  NaiveOrder *order = pick_order (run, customer);
  NaiveReturn *given_back;
  int product = g_test_rand_int_range (0, N_PRODUCTS), quantity;
  g_autoptr (RcCommandResult) result = NULL;

  if (order == NULL || order->customer->removed)
    return;
  while (order->quantities[product] == 0)
    product = (product + 1) % N_PRODUCTS;
  quantity = g_test_rand_int_range (0, chance (20) ? order->quantities[product] + 2
                                                   : order->quantities[product] / 2 + 2);
  result = expect (
      run, rc_request_return_new (run->fixture->admin, run->today, find_line (run, order, product), quantity),
      check_return (run, order, product, quantity));
  if (result == NULL)
    return;
  given_back = g_new0 (NaiveReturn, 1);
  given_back->id = result->object_id;
  given_back->order = order;
  given_back->product = product;
  given_back->quantity = quantity;
  given_back->requested_on = run->today;
  g_ptr_array_add (run->model.returns, given_back);
}

/* What stands against an approval, when the licences are of the current term. */
static inline guint
check_approve (Run *run, const NaiveReturn *given_back)
{
  const NaiveCustomer *customer = given_back->order->customer;
  int product = given_back->product;
  guint violated = 0;

  if (given_back->order->term != customer->term)
    return 0;
  if (naive_total (&run->model, customer, product) - customer->assigned[product] < given_back->quantity)
    violated |= VIOLATES (ASSIGNED);
  if (product != CONSUMABLE_INDEX && naive_commitment (customer, run->today) > 0
      && naive_bought (&run->model, customer) - given_back->quantity
             < naive_commitment (customer, run->today))
    violated |= VIOLATES (COMMITMENT);
  return violated;
}

static inline void
do_decide (Run *run, NaiveReturn *given_back)
{
  gboolean approve = chance (70);
  guint violated = 0;
  g_autoptr (RcCommandResult) result = NULL;

  if (given_back == NULL)
    return;
  violated = check_there (given_back->order->customer);
  if (given_back->decided)
    violated |= VIOLATES (RETURN);
  if (approve)
    violated |= check_approve (run, given_back);
  result = expect (run,
                   approve ? rc_approve_return_new (run->fixture->admin, run->today, given_back->id)
                           : rc_reject_return_new (run->fixture->admin, run->today, given_back->id, NULL),
                   violated);
  if (result == NULL)
    return;
  given_back->decided = TRUE;
  given_back->approved = approve;
  run->n_returned += approve ? 1 : 0;
}

/* CH-5 */
static inline void
do_leave (Run *run, NaiveCustomer *customer)
{
  g_autoptr (RcCommandResult) result = expect (
      run, rc_record_departure_new (run->fixture->admin, run->today, customer->id), check_there (customer));

  if (result == NULL)
    return;
  customer->moved = TRUE;
  run->n_left++;
}

/* CH-1 … CH-4: a membership of another reseller, with its licences and its date. */
static inline void
do_take_over (Run *run)
{
  Fixture *fixture = run->fixture;
  g_autofree char *vip_id = g_strdup_printf ("%020X", ++fixture->serial);
  g_autoptr (RcCustomerData) data = make_customer_data (fixture);
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  RcDate anniversary = run->today + (RcDate) g_test_rand_int_range (0, 600) - WINDOW_DAYS;
  g_autoptr (RcCommandResult) started = NULL;
  g_autoptr (RcCommandResult) result = NULL;
  NaiveCustomer *customer = g_new0 (NaiveCustomer, 1);

  started = expect (
      run, rc_start_reseller_change_new (fixture->admin, run->today, vip_id, "it@member.example", "en"),
      NEVER);
  for (int product = 0; product < 2; product++)
    {
      customer->brought[product] = g_test_rand_int_range (1, 30);
      g_ptr_array_add (lines, rc_product_line_new (codes[product], customer->brought[product]));
    }
  result = expect (run,
                   rc_complete_reseller_change_new (fixture->admin, run->today, started->object_id,
                                                    run->today, data, anniversary, lines, NULL),
                   NEVER);
  customer->id = result->customer_id;
  customer->invited_on = run->today;
  customer->accepted = TRUE;
  customer->custom = anniversary;
  g_ptr_array_add (run->model.customers, customer);
  run->n_taken_over++;
}

/* VS-2, RN-7 */
static inline void
compare_commitment (Run *run, const NaiveCustomer *customer)
{
  g_autoptr (RcCommitmentRecord) record = NULL;

  g_assert_true (rc_commitment_table_find (run->fixture->database, customer->id, &record, NULL));
  g_assert_true ((record != NULL) == (customer->committed > 0));
  if (record == NULL)
    return;
  g_assert_cmpint (record->quantity, ==, customer->committed);
  g_assert_cmpuint (record->starts_on, ==, customer->commitment_from);
  g_assert_cmpuint (record->ends_on, ==, customer->commitment_to);
}
