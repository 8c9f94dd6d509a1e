/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-remove-customers.h"

#include "rc-command-context.h"
#include "rc-customer-table.h"
#include "rc-filter.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Removes customers without products that never had an order (CU-9): all of them, or none. */

struct _RcRemoveCustomers
{
  RcCommand parent_instance;

  GArray *customer_ids; /* (owned) (nullable) of gint64 */
};

G_DEFINE_FINAL_TYPE (RcRemoveCustomers, rc_remove_customers, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-ids", RC_COMMAND_FIELD_IDS, G_STRUCT_OFFSET (RcRemoveCustomers, customer_ids) },
};

static gboolean
rc_remove_customers_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcRemoveCustomers *self = RC_REMOVE_CUSTOMERS (command);

  if (self->customer_ids != NULL && self->customer_ids->len > 0)
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND, _ ("Choose at least one customer."));
  return FALSE;
}

static gboolean
check_removable (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  RcCustomerFacts facts;

  rc_customer_record_get_facts (customer, &facts);
  if (customer->had_order)
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_REMOVABLE,
                 _ ("%s had an order and cannot be removed any more."), customer->name);
  else if (!rc_filter_contains (RC_FILTER_NO_PRODUCTS, &facts, context->today, context->policy))
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_REMOVABLE,
                 _ ("%s has products. Only a customer without products can be removed."), customer->name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
remove_customer (RcCommandContext *context, gint64 customer_id, GError **error)
{
  g_autoptr (RcCustomerRecord) customer = rc_command_context_load_customer (context, customer_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (customer == NULL || !check_removable (context, customer, error))
    return FALSE;
  rc_activity_details_add (details, "vip-id", customer->vip_id, NULL);
  rc_activity_details_add (details, "email", customer->contact_email, NULL);
  rc_activity_details_add (details, "managed-by", customer->managed_by_name, NULL);
  rc_change_set_add_customer (context->changes, customer->id);
  return rc_command_context_record (context, customer, details, error)
         && rc_customer_table_remove (context->database, context->seq, customer->id, error);
}

static gboolean
rc_remove_customers_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                           GError **error)
{
  RcRemoveCustomers *self = RC_REMOVE_CUSTOMERS (command);

  for (guint i = 0; i < self->customer_ids->len; i++)
    if (!remove_customer (context, g_array_index (self->customer_ids, gint64, i), error))
      return FALSE;
  context->changes->membership = TRUE;
  context->changes->kinds |= RC_CHANGE_MESSAGES;
  result->count = (int) self->customer_ids->len;
  return TRUE;
}

static void
rc_remove_customers_class_init (RcRemoveCustomersClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_remove_customers_validate;
  command_class->apply = rc_remove_customers_apply;
  rc_command_class_set_fields (command_class, "remove-customers", fields, G_N_ELEMENTS (fields));
}

static void
rc_remove_customers_init (RcRemoveCustomers *self)
{
}

/**
 * rc_remove_customers_new:
 * @actor: who removes them
 * @date: the day
 * @customer_ids: (element-type gint64): the customers; copied
 *
 * Returns: (transfer full): a command; its result counts the customers
 */
RcCommand *
rc_remove_customers_new (gint64 actor, RcDate date, GArray *customer_ids)
{
  return g_object_new (RC_TYPE_REMOVE_CUSTOMERS, "actor", actor, "date", date, "customer-ids", customer_ids,
                       NULL);
}
