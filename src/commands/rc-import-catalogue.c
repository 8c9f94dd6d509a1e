/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-catalogue.h"

#include "rc-catalogue-plan.h"
#include "rc-command-context.h"
#include "rc-product-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Takes over a catalogue in place of the workspace's (PR-1): products are added, replaced by code, retired where they are in
 * use and not named any more, and removed where nobody ever had them. */

struct _RcImportCatalogue
{
  RcCommand parent_instance;

  GPtrArray *products; /* (owned) (nullable) of RcProductRecord */
};

G_DEFINE_FINAL_TYPE (RcImportCatalogue, rc_import_catalogue, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "products", RC_COMMAND_FIELD_PRODUCTS, G_STRUCT_OFFSET (RcImportCatalogue, products) },
};

static gboolean
rc_import_catalogue_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcImportCatalogue *self = RC_IMPORT_CATALOGUE (command);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->products == NULL || self->products->len == 0)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                           _ ("There is no product in this catalog."));
      return FALSE;
    }
  for (guint i = 0; i < self->products->len; i++)
    {
      const RcProductRecord *product = g_ptr_array_index (self->products, i);

      if (!g_hash_table_add (codes, product->code))
        g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                     _ ("The product code %s is in the catalog twice."), product->code);
      else if (!product->for_segment[0] && !product->for_segment[1] && !product->for_segment[2])
        g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                     _ ("The product %s is sold to no market segment."), product->code);
      else if (product->min_quantity < 1)
        g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CATALOGUE,
                     _ ("The lowest quantity of the product %s has to be at least 1."), product->code);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_step (RcCommandContext *context, const RcCatalogueStep *step, GError **error)
{
  switch (step->fate)
    {
    case RC_CATALOGUE_FATE_NEW:
    case RC_CATALOGUE_FATE_REPLACED:
      return rc_product_table_put (context->database, context->seq, step->after, error);
    case RC_CATALOGUE_FATE_RETIRED:
      step->before->retired = TRUE;
      return rc_product_table_put (context->database, context->seq,
                                   step->after != NULL ? step->after : step->before, error);
    case RC_CATALOGUE_FATE_REMOVED:
      return rc_product_table_remove (context->database, context->seq, step->before->id, error);
    case RC_CATALOGUE_FATE_UNCHANGED:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/* What went is named: it cannot be looked up any more. */
static void
add_codes (JsonObject *details, const char *field, GPtrArray *plan, RcCatalogueFate fate)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < plan->len; i++)
    {
      const RcCatalogueStep *step = g_ptr_array_index (plan, i);

      if (step->fate == fate)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", step->before->code);
    }
  if (codes->len > 0)
    rc_activity_details_add (details, field, NULL, codes->str);
}

static void
describe (JsonObject *details, GPtrArray *plan)
{
  int counts[RC_N_CATALOGUE_FATES] = { 0 };

  for (guint i = 0; i < plan->len; i++)
    counts[((RcCatalogueStep *) g_ptr_array_index (plan, i))->fate]++;
  if (counts[RC_CATALOGUE_FATE_NEW] > 0)
    rc_activity_details_add_count (details, "products-new", counts[RC_CATALOGUE_FATE_NEW]);
  if (counts[RC_CATALOGUE_FATE_REPLACED] > 0)
    rc_activity_details_add_count (details, "products-replaced", counts[RC_CATALOGUE_FATE_REPLACED]);
  add_codes (details, "products-retired", plan, RC_CATALOGUE_FATE_RETIRED);
  add_codes (details, "products-removed", plan, RC_CATALOGUE_FATE_REMOVED);
}

static gboolean
rc_import_catalogue_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                           GError **error)
{
  RcImportCatalogue *self = RC_IMPORT_CATALOGUE (command);
  g_autoptr (JsonObject) details = json_object_new ();
  g_autoptr (GPtrArray) plan = rc_catalogue_plan_new (context->database, self->products, error);

  if (plan == NULL)
    return FALSE;
  for (guint i = 0; i < plan->len; i++)
    if (!apply_step (context, g_ptr_array_index (plan, i), error))
      return FALSE;
  context->changes->kinds |= RC_CHANGE_PRODUCTS;
  result->count = (int) self->products->len;
  rc_activity_details_add_count (details, "products", result->count);
  describe (details, plan);
  return rc_command_context_record (context, NULL, details, error);
}

static void
rc_import_catalogue_class_init (RcImportCatalogueClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->validate = rc_import_catalogue_validate;
  command_class->apply = rc_import_catalogue_apply;
  rc_command_class_set_fields (command_class, "import-catalogue", fields, G_N_ELEMENTS (fields));
}

static void
rc_import_catalogue_init (RcImportCatalogue *self)
{
}

/**
 * rc_import_catalogue_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @products: (element-type RcProductRecord): products, from rc_catalogue_read(); not to be changed any more
 *
 * Returns: (transfer full): a command; its result counts the products
 */
RcCommand *
rc_import_catalogue_new (gint64 actor, RcDate date, GPtrArray *products)
{
  return g_object_new (RC_TYPE_IMPORT_CATALOGUE, "actor", actor, "date", date, "products", products, NULL);
}
