/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-catalogue-plan.h"

#include "rc-import-query.h"
#include "rc-log-query.h"

/* Says what a new catalogue does to each product (PR-1), for the dry run and for the command alike. A product that is in use
 * cannot vanish: where the new catalogue does not name it, it is retired. It writes nothing. */

static void
free_step (gpointer data)
{
  RcCatalogueStep *step = data;

  g_clear_pointer (&step->before, rc_product_record_free);
  g_free (step);
}

static gboolean
is_same (const RcProductRecord *a, const RcProductRecord *b)
{
  for (gsize segment = 0; segment < G_N_ELEMENTS (a->for_segment); segment++)
    if (!a->for_segment[segment] != !b->for_segment[segment])
      return FALSE;
  return g_str_equal (a->name, b->name) && g_str_equal (a->family, b->family)
         && a->offer_type == b->offer_type && a->licence_kind == b->licence_kind
         && a->open_to_pa == b->open_to_pa && a->min_quantity == b->min_quantity && a->retired == b->retired;
}

static RcCatalogueFate
get_fate (const RcProductRecord *before, const RcProductRecord *after, gboolean is_used)
{
  if (before == NULL)
    return RC_CATALOGUE_FATE_NEW;
  if (after == NULL && !is_used)
    return RC_CATALOGUE_FATE_REMOVED;
  if (after == NULL)
    return before->retired ? RC_CATALOGUE_FATE_UNCHANGED : RC_CATALOGUE_FATE_RETIRED;
  if (is_same (before, after))
    return RC_CATALOGUE_FATE_UNCHANGED;
  return after->retired && !before->retired ? RC_CATALOGUE_FATE_RETIRED : RC_CATALOGUE_FATE_REPLACED;
}

static void
add_step (GPtrArray *plan, RcProductRecord *before, GPtrArray *products, guint position, gboolean is_used)
{
  RcCatalogueStep *step = g_new0 (RcCatalogueStep, 1);

  step->before = before;
  step->after = position < products->len ? g_ptr_array_index (products, position) : NULL;
  step->position = position;
  step->fate = get_fate (before, step->after, is_used);
  g_ptr_array_add (plan, step);
}

/* The products of the workspace by their codes; they are taken out when they are found. */
static GHashTable *
index_by_code (GPtrArray *known)
{
  GHashTable *by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < known->len; i++)
    g_hash_table_insert (by_code, ((RcProductRecord *) g_ptr_array_index (known, i))->code,
                         &g_ptr_array_index (known, i));
  return by_code;
}

/**
 * rc_catalogue_plan_new:
 * @database: a workspace
 * @products: (element-type RcProductRecord): the new catalogue, each code once; outlives the plan
 * @error: return location
 *
 * Returns: (transfer full) (element-type RcCatalogueStep) (nullable): what becomes of each product: those of the new catalogue
 *   in its order, then those that it does not name, by family and name; %NULL with an error of #RcStoreError
 */
GPtrArray *
rc_catalogue_plan_new (RcDatabase *database, GPtrArray *products, GError **error)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (free_step);
  g_autoptr (GPtrArray) known = rc_product_query_list (database, error);
  g_autoptr (GHashTable) used = known != NULL ? rc_import_query_list_used_products (database, error) : NULL;
  g_autoptr (GHashTable) by_code = NULL;

  if (used == NULL)
    return NULL;
  by_code = index_by_code (known);
  for (guint i = 0; i < products->len; i++)
    {
      gpointer *place = g_hash_table_lookup (by_code, ((RcProductRecord *) products->pdata[i])->code);

      add_step (plan, place != NULL ? g_steal_pointer (place) : NULL, products, i, TRUE);
    }
  for (guint i = 0; i < known->len; i++)
    {
      RcProductRecord *before = g_steal_pointer (&g_ptr_array_index (known, i));

      if (before != NULL)
        add_step (plan, before, products, products->len, g_hash_table_contains (used, before->code));
    }
  return g_steal_pointer (&plan);
}
