/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-set-assigned-licences.h"

#include "rc-command-context.h"
#include "rc-licence-table.h"
#include "rc-product-line.h"
#include "rc-product-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Records how many of its licences a customer has assigned to users (PR-5): on a desk nobody else tells. */

struct _RcSetAssignedLicences
{
  RcCommand parent_instance;

  gint64 customer_id;
  GPtrArray *lines; /* (owned) (nullable) of RcProductLine: the quantity is the assigned number */
};

G_DEFINE_FINAL_TYPE (RcSetAssignedLicences, rc_set_assigned_licences, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcSetAssignedLicences, customer_id) },
  { "lines", RC_COMMAND_FIELD_LINES, G_STRUCT_OFFSET (RcSetAssignedLicences, lines) },
};

static gboolean
rc_set_assigned_licences_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcSetAssignedLicences *self = RC_SET_ASSIGNED_LICENCES (command);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->lines == NULL || self->lines->len == 0)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY, _ ("Choose at least one product."));
      return FALSE;
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const RcProductLine *line = g_ptr_array_index (self->lines, i);

      if (line->quantity < 0)
        g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_ASSIGNED,
                     _ ("The assigned licenses of %s cannot be fewer than 0."), line->product_code);
      else if (!g_hash_table_add (seen, line->product_code))
        g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DUPLICATE_PRODUCT, _ ("%s stands in two lines."),
                     line->product_code);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

/* PR-4: assigned never exceeds the total. */
static gboolean
set_line (RcCommandContext *context, const RcCustomerRecord *customer, const RcProductLine *line,
          JsonObject *details, int *n_changed, GError **error)
{
  g_autoptr (RcProductRecord) product = rc_command_context_find_product (context, line->product_code, error);
  int total, old_assigned;
  RcPlan plan;

  if (product == NULL || !rc_licence_table_get (context->database, customer->id, product->id, &plan, error))
    return FALSE;
  total = rc_plan_total (&plan);
  if (line->quantity > total)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_ASSIGNED,
                   /* Translators: an organization's name, a number, a product's name */
                   ngettext ("%s has %d license of %s. No more can be assigned.",
                             "%s has %d licenses of %s. No more can be assigned.", (unsigned long) total),
                   customer->name, total, product->name);
      return FALSE;
    }
  old_assigned = plan.assigned;
  if (old_assigned == line->quantity)
    return TRUE;
  plan.assigned = line->quantity;
  (*n_changed)++;
  rc_activity_details_add_int (details, product->name, old_assigned, plan.assigned);
  return rc_licence_table_put (context->database, customer->id, product->id, &plan, error);
}

/* RN-7: the licences of a lapsed membership have expired. */
static gboolean
check_term (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  if (!rc_command_context_is_lapsed (context, customer))
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_LAPSED,
               _ ("The membership of %s has lapsed: its licenses no longer work."), customer->name);
  return FALSE;
}

static gboolean
rc_set_assigned_licences_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                                GError **error)
{
  RcSetAssignedLicences *self = RC_SET_ASSIGNED_LICENCES (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (customer == NULL || !check_term (context, customer, error))
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (!set_line (context, customer, g_ptr_array_index (self->lines, i), details, &result->count, error))
      return FALSE;
  result->customer_id = customer->id;
  return rc_command_context_touch (context, customer->id, error)
         && rc_command_context_record (context, customer, details, error);
}

static void
rc_set_assigned_licences_class_init (RcSetAssignedLicencesClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_set_assigned_licences_validate;
  command_class->apply = rc_set_assigned_licences_apply;
  rc_command_class_set_fields (command_class, "set-assigned-licences", fields, G_N_ELEMENTS (fields));
}

static void
rc_set_assigned_licences_init (RcSetAssignedLicences *self)
{
}

/**
 * rc_set_assigned_licences_new:
 * @actor: who records it
 * @date: the day
 * @customer_id: a customer
 * @lines: (element-type RcProductLine): products and how many of their licences are assigned from now on; copied
 *
 * Returns: (transfer full): a command; its result counts the products that changed
 */
RcCommand *
rc_set_assigned_licences_new (gint64 actor, RcDate date, gint64 customer_id, GPtrArray *lines)
{
  return g_object_new (RC_TYPE_SET_ASSIGNED_LICENCES, "actor", actor, "date", date, "customer-id",
                       customer_id, "lines", lines, NULL);
}
