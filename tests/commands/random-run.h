/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command-fixture.h"
#include "faulty-disk.h"
#include "naive-model.h"
#include "rc-customer-query.h"

/* What random commands share: the dice, and what is expected of a command. */

#define NEVER 0

static const char *const codes[N_PRODUCTS] = { TEAM_PRODUCT, OTHER_PRODUCT, CLOSED_PRODUCT, "STOCK-CREDITS" };

typedef struct
{
  Fixture *fixture;
  NaiveModel model;
  RcDate today;
  gint64 product_ids[N_PRODUCTS];
  gboolean retired[N_PRODUCTS]; /* by a catalogue that was imported */
  gboolean has_visitor; /* one more product is in the catalogue */
  const char *reseller_name; /* (borrowed) (nullable) */
  const char *time_zone; /* (borrowed) (nullable) */
  gboolean disk_fills; /* now and then there is no room for what a command writes */
  guint n_without_room;
  guint n_accepted;
  guint n_followed; /* of which the change set says what they mean to the filters' counts */
  guint n_refused;
  guint n_renewed;
  guint n_revived;
  guint n_returned;
  guint n_committed;
  guint n_left;
  guint n_taken_over;
  guint n_settings;
  guint n_catalogues;
} Run;

static inline gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static inline gpointer
pick (GPtrArray *items)
{
  return items->len > 0 ? g_ptr_array_index (items, g_test_rand_int_range (0, (int) items->len)) : NULL;
}

/* Mostly one that something can still be done with. */
static inline NaivePa *
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

/* Noon of the day. */
static inline gint64
get_now (const Run *run)
{
  return ((gint64) rc_date_days_until (rc_date_new (1970, 1, 1), run->today) * 24 + 12) * 60 * 60 * 1000000;
}

/* Runs a command that the rules allow where there may be no room for it: it is done whole or not at all, and can be run once
 * there is. (nullable) */
static inline RcCommandResult *
run_without_room (Run *run, RcCommand *command)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = get_int (run->fixture, "SELECT coalesce (max (id), 0) FROM activity");
  RcCommandResult *result;

  faulty_disk.writes_left = g_test_rand_int_range (0, 12);
  result = rc_command_run (command, run->fixture->database, get_now (run), NULL, &error);
  faulty_disk.writes_left = -1;
  if (result != NULL)
    return result;
  g_assert_error (error, RC_STORE_ERROR, RC_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "no room left"));
  g_assert_cmpint (get_int (run->fixture, "SELECT coalesce (max (id), 0) FROM activity"), ==, seq);
  run->n_without_room++;
  return NULL;
}

static inline void
count (Run *run, guint64 counts[RC_N_FILTERS])
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (GError) error = NULL;

  rc_customer_query_count (run->fixture->database, run->today, policy, 0, counts, NULL, &error);
  g_assert_no_error (error);
}

/* FI-2: the counts before and what the change set tells of each customer make the counts after. */
static inline void
follow (Run *run, const RcChangeSet *changes, const guint64 before[RC_N_FILTERS])
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  guint64 counts[RC_N_FILTERS];

  if (changes->steps == NULL || changes->steps->len == 0)
    return;
  run->n_followed++;
  count (run, counts);
  for (int filter = 0; filter < RC_N_FILTERS; filter++)
    {
      guint64 expected = before[filter];

      for (guint i = 0; i < changes->steps->len; i++)
        {
          const RcChangeStep *step = &g_array_index (changes->steps, RcChangeStep, i);

          expected -= rc_filter_contains ((RcFilter) filter, &step->before.facts, run->today, policy);
          expected += rc_filter_contains ((RcFilter) filter, &step->after.facts, run->today, policy);
        }
      g_assert_cmpuint (counts[filter], ==, expected);
    }
}

/* @violated: a bit for each RcRuleError that stands against it. */
static inline RcCommandResult *
expect (Run *run, RcCommand *command, guint violated)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcChangeSet) changes = NULL;
  guint64 before[RC_N_FILTERS];
  RcCommandResult *result = run->disk_fills && violated == NEVER ? run_without_room (run, command) : NULL;

  count (run, before);
  if (result == NULL)
    result = rc_command_run (command, run->fixture->database, get_now (run), &changes, &error);
  if (changes != NULL)
    follow (run, changes, before);
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

/* A customer that is gone, or has moved (CH-5). */
static inline guint
check_there (const NaiveCustomer *customer)
{
  return customer->removed ? VIOLATES (NOT_FOUND) : customer->moved ? VIOLATES (MOVED) : 0;
}

static inline GPtrArray *
random_lines (Run *run, int quantities[N_PRODUCTS], guint *violated)
{
  GPtrArray *lines = rc_product_lines_new ();

  for (int product = 0; product < N_PRODUCTS; product++)
    {
      quantities[product] = 0;
      if ((run->retired[product] && chance (80))
          || !chance (product == CLOSED_PRODUCT_INDEX ? 5
                      : product == CONSUMABLE_INDEX   ? 20
                                                      : 60))
        continue;
      quantities[product] = chance (2) ? 0 : chance (2) ? 200001 : g_test_rand_int_range (1, 30);
      if (product == CONSUMABLE_INDEX && chance (80))
        quantities[product] = MAX (quantities[product], CONSUMABLE_LOWEST);
      g_ptr_array_add (lines, rc_product_line_new (codes[product], quantities[product]));
      if (quantities[product] < (product == CONSUMABLE_INDEX ? CONSUMABLE_LOWEST : 1)
          || quantities[product] > HIGHEST)
        *violated |= VIOLATES (QUANTITY);
      if (run->retired[product])
        *violated |= VIOLATES (PRODUCT_NOT_OPEN);
    }
  if (lines->len == 0)
    *violated |= VIOLATES (QUANTITY);
  return lines;
}

static inline NaiveOrder *
add_order (Run *run, gint64 id, NaiveCustomer *customer, NaivePa *pa, RcDate date,
           const int quantities[N_PRODUCTS])
{
  NaiveOrder *order = g_new0 (NaiveOrder, 1);

  order->id = id;
  order->customer = customer;
  order->pa = pa;
  order->date = date;
  order->term = pa != NULL ? pa->term : customer->term;
  memcpy (order->quantities, quantities, sizeof order->quantities);
  g_ptr_array_add (run->model.orders, order);
  return order;
}
