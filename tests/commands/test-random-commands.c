/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command-fixture.h"
#include "naive-model.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-close-unpaid.h"
#include "rc-customer-query.h"
#include "rc-licence-table.h"
#include "rc-place-direct-order.h"
#include "rc-place-order.h"
#include "rc-record-acceptance.h"
#include "rc-remove-customers.h"
#include "rc-set-assigned-licences.h"

/* Random commands over more than two years, so that memberships lapse and come back. The naive model says of each whether
 * the rules allow it, and what is then true; the workspace must say the same. RC_RANDOM_COMMANDS sets how many. */

#define DEFAULT_COMMANDS 2000
#define DAYS 900
#define MOST_CUSTOMERS 25
#define NEVER 0

static const char *const codes[N_PRODUCTS] = { TEAM_PRODUCT, OTHER_PRODUCT, CLOSED_PRODUCT };

typedef struct
{
  Fixture *fixture;
  NaiveModel model;
  RcDate today;
  gint64 product_ids[N_PRODUCTS];
  guint n_accepted;
  guint n_refused;
} Run;

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static gpointer
pick (GPtrArray *items)
{
  return items->len > 0 ? g_ptr_array_index (items, g_test_rand_int_range (0, (int) items->len)) : NULL;
}

/* Mostly one that something can still be done with. */
static NaivePa *
pick_pa (GPtrArray *pas)
{
  for (int i = 0; i < 20; i++)
    {
      NaivePa *pa = pick (pas);

      if (pa == NULL || pa->status == NAIVE_OPEN || chance (10))
        return pa;
    }
  return pick (pas);
}

/* @violated: a bit for each RcRuleError that stands against it. */
static RcCommandResult *
expect (Run *run, RcCommand *command, guint violated)
{
  g_autoptr (GError) error = NULL;
  RcCommandResult *result = rc_command_run (command, run->fixture->database, NOW, NULL, &error);

  if (violated == NEVER)
    g_assert_no_error (error);
  else
    {
      g_assert_null (result);
      g_assert_true (error->domain == RC_RULE_ERROR);
      if ((violated & (1u << error->code)) == 0)
        g_error ("%s was refused for another reason: %s", rc_command_get_name (command), error->message);
    }
  if (result != NULL)
    run->n_accepted++;
  else
    run->n_refused++;
  g_object_unref (command);
  return result;
}

#define VIOLATES(code) (1u << RC_RULE_ERROR_##code)

static GPtrArray *
random_lines (int quantities[N_PRODUCTS], guint *violated)
{
  GPtrArray *lines = rc_product_lines_new ();

  for (int product = 0; product < N_PRODUCTS; product++)
    {
      quantities[product] = 0;
      if (!chance (product == CLOSED_PRODUCT_INDEX ? 5 : 60))
        continue;
      quantities[product] = chance (2) ? 0 : chance (2) ? 200001 : g_test_rand_int_range (1, 30);
      g_ptr_array_add (lines, rc_product_line_new (codes[product], quantities[product]));
      if (quantities[product] == 0 || quantities[product] > 10000)
        *violated |= VIOLATES (QUANTITY);
    }
  if (lines->len == 0)
    *violated |= VIOLATES (QUANTITY);
  return lines;
}

static void
do_invite (Run *run)
{
  Fixture *fixture = run->fixture;
  g_autoptr (RcCustomerData) data = make_customer_data (fixture);
  g_autofree char *custom = NULL;
  g_autoptr (RcCommandResult) result = NULL;
  NaiveCustomer *customer;
  RcDate date =
      chance (15) ? rc_date_add_months (run->today, g_test_rand_int_range (13, 30), 0) : RC_DATE_NONE;

  if (run->model.customers->len >= MOST_CUSTOMERS)
    return;
  custom = rc_date_to_iso (date);
  rc_customer_data_set (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, custom);
  result = expect (run, rc_invite_customer_new (fixture->admin, run->today, data, 0), NEVER);
  customer = g_new0 (NaiveCustomer, 1);
  customer->id = result->customer_id;
  customer->invited_on = run->today;
  customer->custom = date;
  g_ptr_array_add (run->model.customers, customer);
}

static guint
check_create (Run *run, NaiveCustomer *customer, const int quantities[N_PRODUCTS])
{
  RcDate oldest = naive_open_pa (&run->model, customer, FALSE);
  guint violated = 0;

  if (customer->removed)
    violated |= VIOLATES (NOT_FOUND);
  if (naive_is_lapsed (&run->model, customer, run->today))
    violated |= VIOLATES (LAPSED);
  if (oldest != RC_DATE_NONE && run->today - oldest > PENDING_DAYS)
    violated |= VIOLATES (PAST_DUE);
  if (quantities[CLOSED_PRODUCT_INDEX] != 0)
    violated |= VIOLATES (PRODUCT_NOT_OPEN);
  return violated;
}

static void
do_create (Run *run, NaiveCustomer *customer)
{
  NaivePa *pa = g_new0 (NaivePa, 1);
  guint violated = 0;
  g_autoptr (GPtrArray) lines = random_lines (pa->quantities, &violated);
  g_autoptr (RcCommandResult) result = NULL;

  violated |= check_create (run, customer, pa->quantities);
  result = expect (run,
                   rc_create_purchase_authorization_new (run->fixture->admin, run->today, customer->id, lines,
                                                         NULL, chance (20)),
                   violated);
  if (result == NULL)
    {
      g_free (pa);
      return;
    }
  pa->id = result->object_id;
  pa->customer = customer;
  pa->date = run->today;
  g_ptr_array_add (run->model.pas, pa);
}

/* NULL where it was refused. */
static NaiveOrder *
add_order (Run *run, NaiveCustomer *customer, NaivePa *pa, RcDate date, const int quantities[N_PRODUCTS])
{
  NaiveOrder *order = g_new0 (NaiveOrder, 1);

  order->customer = customer;
  order->pa = pa;
  order->date = date;
  memcpy (order->quantities, quantities, sizeof order->quantities);
  g_ptr_array_add (run->model.orders, order);
  return order;
}

static guint
check_open (const NaivePa *pa)
{
  if (pa->customer->removed)
    return VIOLATES (NOT_FOUND);
  return pa->status != NAIVE_OPEN ? VIOLATES (PA_STATE) : 0;
}

static void
do_place (Run *run, NaivePa *pa)
{
  RcDate date = chance (90) ? (RcDate) g_test_rand_int_range ((int) pa->date, (int) run->today + 1)
                            : pa->date - 2 + (RcDate) g_test_rand_int_range (0, 90);
  gboolean again = chance (5) && run->model.orders->len > 0;
  g_autofree char *number = again ? g_strdup ("FIRST") : next_number (run->fixture);
  guint violated = check_open (pa);
  g_autoptr (RcCommandResult) result = NULL;

  if (date < pa->date || date > run->today)
    violated |= VIOLATES (DATE);
  if (run->model.orders->len == 0)
    {
      g_free (number);
      number = g_strdup ("FIRST");
    }
  if (again)
    violated |= VIOLATES (ORDER_NUMBER);
  result = expect (run, rc_place_order_new (run->fixture->admin, run->today, pa->id, number, date), violated);
  if (result == NULL)
    return;
  pa->status = NAIVE_ORDERED;
  add_order (run, pa->customer, pa, date, pa->quantities);
  naive_cut_assigned (&run->model, pa->customer);
}

static void
do_cancel (Run *run, NaivePa *pa)
{
  guint violated = check_open (pa);
  g_autoptr (RcCommandResult) result = NULL;

  if (run->today - pa->date > PENDING_DAYS)
    violated |= VIOLATES (PA_STATE);
  for (int product = 0; product < N_PRODUCTS; product++)
    if (naive_total (&run->model, pa->customer, product) - pa->quantities[product]
        < pa->customer->assigned[product])
      violated |= VIOLATES (ASSIGNED);
  result =
      expect (run, rc_cancel_purchase_authorization_new (run->fixture->admin, run->today, pa->id), violated);
  if (result != NULL)
    naive_withdraw (&run->model, pa);
}

static void
do_close (Run *run, NaivePa *pa)
{
  guint violated = check_open (pa);
  g_autoptr (RcCommandResult) result = NULL;

  if (run->today - pa->date <= OVERDUE_DAYS)
    violated |= VIOLATES (PA_STATE);
  result = expect (run, rc_close_unpaid_new (run->fixture->admin, run->today, pa->id, "reason"), violated);
  if (result == NULL)
    return;
  naive_withdraw (&run->model, pa);
  naive_cut_assigned (&run->model, pa->customer);
}

static void
do_direct (Run *run, NaiveCustomer *customer)
{
  gboolean lapsed = naive_is_lapsed (&run->model, customer, run->today);
  RcDate date = run->today + 1 - (RcDate) (chance (70) ? 1 : g_test_rand_int_range (0, 60));
  RcDate earliest = MAX (customer->invited_on, customer->term_start);
  int quantities[N_PRODUCTS];
  guint violated = 0;
  g_autoptr (GPtrArray) lines = random_lines (quantities, &violated);
  g_autofree char *number = run->model.orders->len == 0 ? g_strdup ("FIRST") : next_number (run->fixture);
  g_autoptr (RcCommandResult) result = NULL;

  if (lapsed)
    earliest = MAX (earliest, naive_anniversary (&run->model, customer) + WINDOW_DAYS + 1);
  if (date < earliest || date > run->today)
    violated |= VIOLATES (DATE);
  if (customer->removed)
    violated |= VIOLATES (NOT_FOUND);
  result = expect (
      run, rc_place_direct_order_new (run->fixture->admin, run->today, customer->id, number, date, lines),
      violated);
  if (result == NULL)
    return;
  if (lapsed)
    {
      customer->term_start = date;
      customer->custom = RC_DATE_NONE;
      memset (customer->assigned, 0, sizeof customer->assigned);
    }
  add_order (run, customer, NULL, date, quantities);
}

static void
do_assign (Run *run, NaiveCustomer *customer)
{
  int product = g_test_rand_int_range (0, N_PRODUCTS);
  int total = naive_total (&run->model, customer, product);
  int assigned = g_test_rand_int_range (0, total + 2);
  g_autoptr (GPtrArray) lines = one_line (codes[product], assigned);
  guint violated = customer->removed ? VIOLATES (NOT_FOUND) : assigned > total ? VIOLATES (ASSIGNED) : 0;
  g_autoptr (RcCommandResult) result = NULL;

  if (naive_is_lapsed (&run->model, customer, run->today))
    violated |= VIOLATES (LAPSED);
  result = expect (run, rc_set_assigned_licences_new (run->fixture->admin, run->today, customer->id, lines),
                   violated);
  if (result != NULL)
    customer->assigned[product] = assigned;
}

static void
do_accept (Run *run, NaiveCustomer *customer)
{
  RcDate date = run->today + 1 - (RcDate) g_test_rand_int_range (0, 30);
  guint violated = customer->removed ? VIOLATES (NOT_FOUND) : customer->accepted ? VIOLATES (NOT_PENDING) : 0;
  g_autoptr (RcCommandResult) result = NULL;

  if (date < customer->invited_on || date > run->today)
    violated |= VIOLATES (DATE);
  result =
      expect (run, rc_record_acceptance_new (run->fixture->admin, run->today, customer->id, date), violated);
  customer->accepted = customer->accepted || result != NULL;
}

static void
do_remove (Run *run, NaiveCustomer *customer)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  RcCustomerFacts facts = naive_facts (&run->model, customer);
  guint violated = customer->removed ? VIOLATES (NOT_FOUND) : 0;
  g_autoptr (RcCommandResult) result = NULL;

  g_array_append_val (ids, customer->id);
  if (facts.licences_total > 0 || naive_had_order (&run->model, customer))
    violated |= VIOLATES (NOT_REMOVABLE);
  result = expect (run, rc_remove_customers_new (run->fixture->admin, run->today, ids), violated);
  customer->removed = customer->removed || result != NULL;
}

static void
do_something (Run *run)
{
  NaiveCustomer *customer = pick (run->model.customers);
  NaivePa *pa = pick_pa (run->model.pas);
  int dice = g_test_rand_int_range (0, 100);

  if (customer == NULL || dice < 4)
    do_invite (run);
  else if (dice < 30)
    do_create (run, customer);
  else if (dice < 40)
    do_direct (run, customer);
  else if (dice < 50)
    do_assign (run, customer);
  else if (dice < 55)
    do_accept (run, customer);
  else if (dice < 58)
    do_remove (run, customer);
  else if (pa == NULL)
    return;
  else if (dice < 80)
    do_place (run, pa);
  else if (dice < 93)
    do_cancel (run, pa);
  else
    do_close (run, pa);
}

/* PR-4 */
static void
compare_licences (Run *run, NaiveCustomer *customer)
{
  for (int product = 0; product < N_PRODUCTS; product++)
    {
      RcPlan plan;

      g_assert_true (rc_licence_table_get (run->fixture->database, customer->id, run->product_ids[product],
                                           &plan, NULL));
      g_assert_cmpint (plan.ordered, ==, naive_ordered (&run->model, customer, product));
      g_assert_cmpint (plan.pending, ==, naive_pending (&run->model, customer, product));
      g_assert_cmpint (plan.assigned, ==, customer->assigned[product]);
    }
}

static void
compare_customer (Run *run, NaiveCustomer *customer)
{
  RcCustomerFacts facts = naive_facts (&run->model, customer);
  g_autoptr (RcCustomerRecord) record = rc_customer_table_load (run->fixture->database, customer->id, NULL);
  RcDate anchored = customer->custom != RC_DATE_NONE ? customer->custom : naive_first (&run->model, customer);

  g_assert_true ((record == NULL) == customer->removed);
  if (record == NULL)
    return;
  g_assert_cmpuint (record->anniversary_date, ==, facts.anniversary_date);
  g_assert_cmpint (record->anniversary_anchor, ==, rc_date_get_day (anchored));
  g_assert_true (record->custom_anniversary == (customer->custom != RC_DATE_NONE));
  g_assert_cmpuint (record->oldest_open_pa, ==, facts.oldest_open_pa);
  g_assert_cmpuint (record->newest_open_pa, ==, facts.newest_open_pa);
  g_assert_cmpint (record->licences_total, ==, facts.licences_total);
  g_assert_true (record->had_order == naive_had_order (&run->model, customer));
  compare_licences (run, customer);
}

/* FI-2 */
static void
compare_counts (Run *run, const RcPolicy *policy)
{
  guint64 counts[RC_N_FILTERS];
  g_autoptr (GError) error = NULL;

  g_assert_true (
      rc_customer_query_count (run->fixture->database, run->today, policy, 0, counts, NULL, &error));
  g_assert_no_error (error);
  for (int filter = 0; filter < RC_N_FILTERS; filter++)
    {
      guint64 expected = 0;

      for (guint i = 0; i < run->model.customers->len; i++)
        {
          const NaiveCustomer *customer = g_ptr_array_index (run->model.customers, i);
          RcCustomerFacts facts = naive_facts (&run->model, customer);

          if (!customer->removed && rc_filter_contains ((RcFilter) filter, &facts, run->today, policy))
            expected++;
        }
      g_assert_cmpuint (counts[filter], ==, expected);
    }
}

static void
test_random_commands (Fixture *fixture, gconstpointer data)
{
  const char *wanted = g_getenv ("RC_RANDOM_COMMANDS");
  guint n_commands = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : DEFAULT_COMMANDS;
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  Run run = { .fixture = fixture };

  /* What is tried here is not the disk. */
  g_assert_true (rc_database_execute (fixture->database, "PRAGMA synchronous = OFF", NULL));
  naive_init (&run.model);
  for (int product = 0; product < N_PRODUCTS; product++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM products WHERE code = '%s'", codes[product]);

      run.product_ids[product] = get_int (fixture, sql);
    }
  for (guint i = 0; i < n_commands; i++)
    {
      run.today = fixture->today + (RcDate) ((guint64) i * DAYS / n_commands);
      do_something (&run);
      for (guint j = 0; j < run.model.customers->len; j++)
        compare_customer (&run, g_ptr_array_index (run.model.customers, j));
      compare_counts (&run, policy);
    }
  g_test_message ("%u commands were accepted, %u refused", run.n_accepted, run.n_refused);
  g_assert_cmpint (get_int (fixture, "SELECT count (*) FROM customers WHERE term_starts_on IS NOT NULL"), >,
                   0);
  g_assert_cmpuint (run.n_accepted, >, n_commands / 10);
  g_assert_cmpuint (run.n_refused, >, n_commands / 10);
  naive_clear (&run.model);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/command/random-against-naive-model", test_random_commands);
  return g_test_run ();
}
