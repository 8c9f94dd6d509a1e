/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-settings.h"
#include "random-terms.h"

#include "rc-cancel-purchase-authorization.h"
#include "rc-close-unpaid.h"
#include "rc-customer-query.h"
#include "rc-licence-table.h"
#include "rc-place-direct-order.h"
#include "rc-place-order.h"
#include "rc-record-acceptance.h"
#include "rc-remove-customers.h"
#include "rc-set-assigned-licences.h"

/* Random commands over five years, so that memberships are renewed, lapse and come back. The naive model says of each whether
 * the rules allow it, and what is then true; the workspace must say the same. RC_RANDOM_COMMANDS sets how many. */

#define DEFAULT_COMMANDS 2000
#define COMMANDS_ON_A_FULL_DISK 500
#define DAYS 1826
#define MOST_CUSTOMERS 25

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
  guint violated = check_there (customer);

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
  g_autoptr (GPtrArray) lines = random_lines (run, pa->quantities, &violated);
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
  pa->term = customer->term;
  g_ptr_array_add (run->model.pas, pa);
}

static guint
check_open (const NaivePa *pa)
{
  return check_there (pa->customer) | (pa->status != NAIVE_OPEN ? VIOLATES (PA_STATE) : 0);
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
  add_order (run, result->object_id, pa->customer, pa, date, pa->quantities);
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
  g_autoptr (GPtrArray) lines = random_lines (run, quantities, &violated);
  g_autofree char *number = run->model.orders->len == 0 ? g_strdup ("FIRST") : next_number (run->fixture);
  g_autoptr (RcCommandResult) result = NULL;

  if (lapsed)
    earliest = MAX (earliest, naive_anniversary (&run->model, customer) + WINDOW_DAYS + 1);
  if (date < earliest || date > run->today)
    violated |= VIOLATES (DATE);
  violated |= check_there (customer);
  result = expect (
      run, rc_place_direct_order_new (run->fixture->admin, run->today, customer->id, number, date, lines),
      violated);
  if (result == NULL)
    return;
  if (lapsed)
    {
      end_commitment (run, customer);
      customer->term++;
      customer->term_start = date;
      customer->custom = customer->renewed = RC_DATE_NONE;
      memset (customer->assigned, 0, sizeof customer->assigned);
      run->n_revived++;
    }
  add_order (run, result->object_id, customer, NULL, date, quantities);
}

static void
do_assign (Run *run, NaiveCustomer *customer)
{
  int product = g_test_rand_int_range (0, N_PRODUCTS);
  int total = naive_total (&run->model, customer, product);
  int assigned = g_test_rand_int_range (0, total + 2);
  g_autoptr (GPtrArray) lines = one_line (codes[product], assigned);
  guint violated = check_there (customer) | (assigned > total ? VIOLATES (ASSIGNED) : 0);
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
  guint violated = check_there (customer) | (customer->accepted ? VIOLATES (NOT_PENDING) : 0);
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
  guint violated = check_there (customer);
  g_autoptr (RcCommandResult) result = NULL;

  if (customer->moved)
    violated |= VIOLATES (NOT_REMOVABLE);
  g_array_append_val (ids, customer->id);
  if ((facts.licences_total > 0 && !naive_is_lapsed (&run->model, customer, run->today))
      || facts.oldest_open_pa != RC_DATE_NONE || naive_had_order (&run->model, customer))
    violated |= VIOLATES (NOT_REMOVABLE);
  result = expect (run, rc_remove_customers_new (run->fixture->admin, run->today, ids), violated);
  customer->removed = customer->removed || result != NULL;
}

static void
do_to_customer (Run *run, NaiveCustomer *customer, int dice)
{
  if (dice < 26)
    do_create (run, customer);
  else if (dice < 36)
    do_direct (run, customer);
  else if (dice < 44)
    do_assign (run, customer);
  else if (dice < 48)
    do_accept (run, customer);
  else if (dice < 50)
    do_remove (run, customer);
  else if (dice < 72)
    do_renew (run, customer);
  else if (dice < 80)
    do_enroll (run, customer);
  else if (dice < 98)
    do_request_return (run, customer);
  else if (chance (30))
    do_leave (run, customer);
}

static void
do_to_pa (Run *run, NaivePa *pa, int dice)
{
  if (pa == NULL)
    return;
  if (dice < 60)
    do_place (run, pa);
  else if (dice < 90)
    do_cancel (run, pa);
  else
    do_close (run, pa);
}

static void
do_something (Run *run)
{
  NaiveCustomer *customer = pick (run->model.customers);
  int dice = g_test_rand_int_range (0, 100);

  if (customer == NULL || dice < 3)
    do_invite (run);
  else if (dice < 4)
    do_take_over (run);
  else if (dice < 6)
    do_to_workspace (run, g_test_rand_int_range (0, 100));
  else if (dice < 70)
    do_to_customer (run, chance (50) ? pick_due (run) : customer, g_test_rand_int_range (0, 100));
  else if (dice < 93)
    do_to_pa (run, pick_pa (run->model.pas), g_test_rand_int_range (0, 100));
  else
    do_decide (run, pick (run->model.returns));
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

  g_assert_true ((record == NULL) == customer->removed);
  if (record == NULL)
    return;
  g_assert_cmpuint (record->anniversary_date, ==, facts.anniversary_date);
  g_assert_cmpint (record->anniversary_anchor, ==, naive_anchor (&run->model, customer));
  g_assert_cmpint (record->term, ==, customer->term);
  g_assert_true ((record->moved_on != RC_DATE_NONE) == customer->moved);
  g_assert_true (record->custom_anniversary == (customer->custom != RC_DATE_NONE));
  g_assert_cmpuint (record->oldest_open_pa, ==, facts.oldest_open_pa);
  g_assert_cmpuint (record->newest_open_pa, ==, facts.newest_open_pa);
  g_assert_cmpint (record->licences_total, ==, facts.licences_total);
  g_assert_true (record->had_order == naive_had_order (&run->model, customer));
  compare_licences (run, customer);
  compare_commitment (run, customer);
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
run_commands (Run *run, guint n_commands)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);

  /* What is tried here is not how safely the disk keeps it. */
  g_assert_true (rc_database_execute (run->fixture->database, "PRAGMA synchronous = OFF", NULL));
  naive_init (&run->model);
  for (int product = 0; product < N_PRODUCTS; product++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM products WHERE code = '%s'", codes[product]);

      run->product_ids[product] = get_int (run->fixture, sql);
    }
  for (guint i = 0; i < n_commands; i++)
    {
      run->today = run->fixture->today + (RcDate) ((guint64) i * DAYS / n_commands);
      do_something (run);
      for (guint j = 0; j < run->model.customers->len; j++)
        compare_customer (run, g_ptr_array_index (run->model.customers, j));
      compare_counts (run, policy);
      compare_settings (run);
    }
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  Run run = { .fixture = fixture, .disk_fills = TRUE };

  run_commands (&run, COMMANDS_ON_A_FULL_DISK);
  g_test_message ("%u commands were accepted, %u found no room", run.n_accepted, run.n_without_room);
  g_assert_cmpuint (run.n_without_room, >, COMMANDS_ON_A_FULL_DISK / 20);
  g_assert_cmpuint (run.n_accepted, >, COMMANDS_ON_A_FULL_DISK / 10);
  naive_clear (&run.model);
}

static void
test_random_commands (Fixture *fixture, gconstpointer data)
{
  const char *wanted = g_getenv ("RC_RANDOM_COMMANDS");
  guint n_commands = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : DEFAULT_COMMANDS;
  Run run = { .fixture = fixture };

  run_commands (&run, n_commands);
  g_test_message (
      "%u commands were accepted, %u refused: %u renewals, %u lapses ended, %u returns, %u commitments, "
      "%u departures, %u taken over, %u settings, %u catalogs",
      run.n_accepted, run.n_refused, run.n_renewed, run.n_revived, run.n_returned, run.n_committed,
      run.n_left, run.n_taken_over, run.n_settings, run.n_catalogues);
  g_assert_cmpuint (run.n_followed, >, run.n_accepted / 2);
  g_assert_cmpuint (run.n_renewed, >, 0);
  g_assert_cmpuint (run.n_revived, >, 0);
  g_assert_cmpuint (run.n_returned, >, 0);
  g_assert_cmpuint (run.n_committed, >, 0);
  g_assert_cmpuint (run.n_settings, >, 0);
  g_assert_cmpuint (run.n_catalogues, >, 0);
  g_assert_cmpuint (run.n_accepted, >, n_commands / 10);
  g_assert_cmpuint (run.n_refused, >, n_commands / 10);
  naive_clear (&run.model);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  faulty_disk_set_up ();

  add_test ("/command/random-against-naive-model", test_random_commands);
  add_test ("/command/random-on-a-full-disk", test_full_disk);
  return g_test_run ();
}
