/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-catalogue.h"

#include "rc-command-context.h"
#include "rc-product-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Adds products to the catalogue and updates those that are there, by code (PR-1). Nothing is removed: a product that is
 * not sold any more is marked as retired in the file. */

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
rc_import_catalogue_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                           GError **error)
{
  RcImportCatalogue *self = RC_IMPORT_CATALOGUE (command);
  g_autoptr (JsonObject) details = json_object_new ();

  for (guint i = 0; i < self->products->len; i++)
    if (!rc_product_table_put (context->database, context->seq, g_ptr_array_index (self->products, i), error))
      return FALSE;
  context->changes->kinds |= RC_CHANGE_PRODUCTS;
  result->count = (int) self->products->len;
  rc_activity_details_add_count (details, "products", result->count);
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
