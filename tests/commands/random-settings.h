/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "random-run.h"

#include "rc-import-catalogue.h"
#include "rc-log-query.h"
#include "rc-set-reseller-name.h"
#include "rc-set-time-zone.h"
#include "rc-settings-table.h"

/* Random commands on what is not a customer's: the reseller's name, the time zone, and the catalogue (PR-1). */

#define LONGEST_NAME 200
#define VISITING_PRODUCT "VISITOR"

static inline void
change_setting (Run *run, RcCommand *command, const char **setting, const char *value, guint violated)
{
  g_autoptr (RcCommandResult) result = expect (run, command, violated);

  if (result == NULL)
    return;
  g_assert_cmpint (result->count, ==, g_strcmp0 (*setting, value) != 0);
  g_assert_cmpstr (result->reference, ==, value);
  *setting = value;
  run->n_settings++;
}

/* MS-1 */
static inline void
do_set_name (Run *run)
{
  static const char *const names[] = { NULL, "Nordlys Software", "Aurora Licenze" };
  const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
  g_autofree char *too_long = g_strnfill (LONGEST_NAME + 1, 'n');
  gboolean refused = chance (20);
  const char *typed = refused && chance (50) ? too_long
                      : refused              ? "North\nSouth"
                      : name != NULL         ? name
                                             : "  ";

  change_setting (run, rc_set_reseller_name_new (run->fixture->admin, run->today, typed), &run->reseller_name,
                  name, refused ? VIOLATES (INVALID_DATA) : NEVER);
}

/* FI-3 */
static inline void
do_set_zone (Run *run)
{
  static const char *const zones[] = { NULL, "Europe/Warsaw", "Pacific/Honolulu" };
  const char *zone = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))];
  gboolean refused = chance (20);

  change_setting (run,
                  rc_set_time_zone_new (run->fixture->admin, run->today, refused ? "Europe/Atlantis" : zone),
                  &run->time_zone, zone, refused ? VIOLATES (INVALID_DATA) : NEVER);
}

static inline int
find_product (const RcProductRecord *product)
{
  for (int i = 0; i < N_PRODUCTS; i++)
    if (g_str_equal (codes[i], product->code))
      return i;
  return -1;
}

/* In use: what stands in anything that was made and is still there. */
static inline gboolean
is_used (Run *run, int product)
{
  for (guint i = 0; i < run->model.pas->len; i++)
    {
      const NaivePa *pa = g_ptr_array_index (run->model.pas, i);

      if (pa->quantities[product] > 0 && !pa->customer->removed)
        return TRUE;
    }
  for (guint i = 0; i < run->model.orders->len; i++)
    if (((const NaiveOrder *) g_ptr_array_index (run->model.orders, i))->quantities[product] > 0)
      return TRUE;
  return FALSE;
}

/* A product that nobody ever has; of a lowest quantity that no catalogue may have where it is to be refused. */
static inline RcProductRecord *
make_visitor (gboolean refused)
{
  RcProductRecord *visitor = g_new0 (RcProductRecord, 1);

  visitor->code = g_strdup (VISITING_PRODUCT);
  visitor->name = g_strdup ("Visitor");
  visitor->family = g_strdup ("");
  visitor->for_segment[RC_SEGMENT_EDUCATION] = TRUE;
  visitor->min_quantity = refused ? 0 : 1;
  return visitor;
}

/* The catalogue that is there, with other products retired: said so, or not named where they are in use. */
static inline GPtrArray *
change_catalogue (Run *run, gboolean retired[N_PRODUCTS])
{
  GPtrArray *products = rc_product_query_list (run->fixture->database, NULL);

  for (guint i = products->len; i > 0; i--)
    {
      RcProductRecord *product = g_ptr_array_index (products, i - 1);
      int index = find_product (product);

      if (index >= 0)
        product->retired = retired[index] = chance (15);
      if (g_str_equal (product->code, VISITING_PRODUCT)
          || (index >= 0 && retired[index] && is_used (run, index) && chance (50)))
        g_ptr_array_remove_index (products, i - 1);
    }
  return products;
}

static inline void
do_import_catalogue (Run *run)
{
  gboolean retired[N_PRODUCTS] = { FALSE };
  g_autoptr (GPtrArray) products = change_catalogue (run, retired);
  gboolean has_visitor = chance (50), refused = chance (20);
  g_autoptr (RcCommandResult) result = NULL;

  if (has_visitor || refused)
    g_ptr_array_add (products, make_visitor (refused));
  result = expect (run, rc_import_catalogue_new (run->fixture->admin, run->today, products),
                   refused ? VIOLATES (CATALOGUE) : NEVER);
  if (result == NULL)
    return;
  memcpy (run->retired, retired, sizeof retired);
  run->has_visitor = has_visitor;
  run->n_catalogues++;
}

static inline void
assert_setting (Run *run, const char *name, const char *expected)
{
  g_autofree char *value = rc_settings_query_get (run->fixture->database, name, NULL);

  g_assert_cmpstr (value, ==, expected);
}

static inline void
compare_settings (Run *run)
{
  assert_setting (run, RC_SETTING_RESELLER_NAME, run->reseller_name);
  assert_setting (run, RC_SETTING_TIME_ZONE, run->time_zone);
  for (int product = 0; product < N_PRODUCTS; product++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT retired FROM products WHERE id = %" G_GINT64_FORMAT,
                                              run->product_ids[product]);

      g_assert_cmpint (get_int (run->fixture, sql), ==, run->retired[product]);
    }
  g_assert_cmpint (
      get_int (run->fixture, "SELECT count (*) FROM products WHERE code = '" VISITING_PRODUCT "'"), ==,
      run->has_visitor);
}

static inline void
do_to_workspace (Run *run, int dice)
{
  if (dice < 40)
    do_import_catalogue (run);
  else if (dice < 70)
    do_set_name (run);
  else
    do_set_zone (run);
}
