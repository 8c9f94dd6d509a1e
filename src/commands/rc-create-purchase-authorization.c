/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-create-purchase-authorization.h"

#include "rc-anniversary.h"
#include "rc-change-table.h"
#include "rc-command-mail.h"
#include "rc-format.h"
#include "rc-order-lines.h"
#include "rc-purchase-authorization-table.h"
#include "rc-request-state.h"
#include "rc-rule-error.h"
#include "rc-term.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* Gives a customer licences at once, for which the order is owed (PA-1). */

#define LONGEST_PO_NUMBER 35

struct _RcCreatePurchaseAuthorization
{
  RcCommand parent_instance;

  gint64 customer_id;
  GPtrArray *lines; /* (owned) (nullable) of RcProductLine */
  char *po_number; /* (owned) (nullable) */
  gboolean requested_by_customer; /* PA-7 */
};

G_DEFINE_FINAL_TYPE (RcCreatePurchaseAuthorization, rc_create_purchase_authorization, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcCreatePurchaseAuthorization, customer_id) },
  { "lines", RC_COMMAND_FIELD_LINES, G_STRUCT_OFFSET (RcCreatePurchaseAuthorization, lines) },
  { "po-number", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcCreatePurchaseAuthorization, po_number) },
  { "requested-by-customer", RC_COMMAND_FIELD_BOOLEAN,
    G_STRUCT_OFFSET (RcCreatePurchaseAuthorization, requested_by_customer) },
};

/* The number, trimmed, or NULL where there is none; FALSE where it is not allowed. */
static gboolean
normalize_po_number (const char *number, char **normal, GError **error)
{
  g_autofree char *line = rc_text_normalize_line (number, LONGEST_PO_NUMBER);

  if (line == NULL)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
                   _ ("The purchase order number can have at most %d characters."), LONGEST_PO_NUMBER);
      return FALSE;
    }
  *normal = *line != '\0' ? g_steal_pointer (&line) : NULL;
  return TRUE;
}

static gboolean
rc_create_purchase_authorization_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcCreatePurchaseAuthorization *self = RC_CREATE_PURCHASE_AUTHORIZATION (command);
  g_autofree char *po_number = NULL;

  return normalize_po_number (self->po_number, &po_number, error)
         && rc_order_lines_validate (self->lines, policy, error);
}

static gboolean
check_customer (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  RcRequestState oldest = rc_request_state (customer->oldest_open_pa, context->today, context->policy);
  g_autofree char *date = NULL;

  if (rc_command_context_is_lapsed (context, customer))
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_LAPSED,
                   _ ("The membership of %s has lapsed. It comes back with a direct order."), customer->name);
      return FALSE;
    }
  if (context->today < customer->invited_on)
    {
      date = rc_format_date_long (customer->invited_on);
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
                   /* Translators: an organization's name and a date */
                   _ ("%s was not invited before %s."), customer->name, date);
      return FALSE;
    }
  if (oldest == RC_REQUEST_STATE_OVERDUE || oldest == RC_REQUEST_STATE_SUSPENDED)
    {
      date = rc_format_date_long (customer->oldest_open_pa);
      g_set_error (
          error, RC_RULE_ERROR, RC_RULE_ERROR_PAST_DUE,
          /* Translators: an organization's name and a date */
          _ ("%s has a past due purchase authorization of %s. Place the order for all that are past due "
             "first."),
          customer->name, date);
      return FALSE;
    }
  return TRUE;
}

static RcPaRecord *
make_pa (RcCreatePurchaseAuthorization *self, RcCommandContext *context, RcCustomerRecord *customer,
         GError **error)
{
  g_autoptr (RcPaRecord) pa = g_new0 (RcPaRecord, 1);

  pa->customer_id = customer->id;
  pa->date = context->today;
  pa->term = customer->term;
  pa->requested_by_customer = self->requested_by_customer;
  pa->lines =
      rc_order_lines_resolve (context, customer, self->lines, RC_ORDER_LINES_PURCHASE_AUTHORIZATION, error);
  if (pa->lines == NULL || !normalize_po_number (self->po_number, &pa->po_number, error)
      || !rc_term_include (context, customer, pa->date, error)
      || !rc_change_table_next_pa_number (context->database, &pa->number, error))
    return NULL;
  rc_order_lines_set_months (pa->lines, context->policy, customer, pa->date);
  if (!rc_purchase_authorization_table_insert (context->database, context->seq, pa, error))
    return NULL;
  for (guint i = 0; i < pa->lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (pa->lines, i);

      if (!rc_order_lines_add (context, customer, line, 0, line->quantity, error))
        return NULL;
    }
  return g_steal_pointer (&pa);
}

static gboolean
write_mails (RcCommandContext *context, const RcCustomerRecord *customer, const RcPaRecord *pa, RcDate due,
             GError **error)
{
  g_autoptr (GHashTable) to_customer = rc_command_mail_values_new ();
  g_autoptr (GHashTable) to_manager = rc_command_mail_values_new ();
  g_autofree char *products = rc_order_lines_to_text (pa->lines, "    ", "\n");

  rc_command_mail_values_add (to_customer, "products", products);
  rc_command_mail_values_add_date (to_customer, "last_day", customer,
                                   rc_anniversary_last_day (customer->anniversary_date));
  if (!rc_command_mail_customer (context, customer, RC_MESSAGE_KIND_PRODUCTS_ADDED, to_customer, error))
    return FALSE;
  if (!pa->requested_by_customer)
    return TRUE;
  rc_command_mail_values_add (to_manager, "products", products);
  rc_command_mail_values_add_date (to_manager, "due", NULL, due);
  return rc_command_mail_manager (context, customer, RC_MESSAGE_KIND_REQUESTED_BY_CUSTOMER, to_manager,
                                  error);
}

static gboolean
record (RcCommandContext *context, const RcCustomerRecord *customer, RcDate old_anniversary,
        const RcPaRecord *pa, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autofree char *products = rc_order_lines_to_text (pa->lines, "", ", ");

  rc_activity_details_add (details, "purchase-authorization", NULL, pa->number);
  rc_activity_details_add (details, "products", NULL, products);
  if (pa->po_number != NULL)
    rc_activity_details_add (details, "po-number", NULL, pa->po_number);
  if (pa->requested_by_customer)
    rc_activity_details_add (details, "requested-by-customer", NULL, "true");
  rc_activity_details_add_date (details, "anniversary-date", old_anniversary, customer->anniversary_date);
  return rc_command_context_record (context, customer, details, error);
}

static gboolean
rc_create_purchase_authorization_apply (RcCommand *command, RcCommandContext *context,
                                        RcCommandResult *result, GError **error)
{
  RcCreatePurchaseAuthorization *self = RC_CREATE_PURCHASE_AUTHORIZATION (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  g_autoptr (RcPaRecord) pa = NULL;
  RcDate old_anniversary;

  if (customer == NULL || !check_customer (context, customer, error))
    return FALSE;
  old_anniversary = customer->anniversary_date;
  pa = make_pa (self, context, customer, error);
  if (pa == NULL)
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = pa->id;
  result->reference = g_strdup (pa->number);
  result->due = rc_request_order_due (pa->date, context->policy);
  result->count = 1;
  return rc_command_context_touch (context, customer->id, error)
         && record (context, customer, old_anniversary, pa, error)
         && write_mails (context, customer, pa, result->due, error);
}

static void
rc_create_purchase_authorization_class_init (RcCreatePurchaseAuthorizationClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_create_purchase_authorization_validate;
  command_class->apply = rc_create_purchase_authorization_apply;
  rc_command_class_set_fields (command_class, "create-purchase-authorization", fields, G_N_ELEMENTS (fields));
}

static void
rc_create_purchase_authorization_init (RcCreatePurchaseAuthorization *self)
{
}

/**
 * rc_create_purchase_authorization_new:
 * @actor: who makes it
 * @date: its date
 * @customer_id: for whom
 * @lines: (element-type RcProductLine): products and quantities; copied
 * @po_number: (nullable): the purchase order number, at most 35 characters
 * @requested_by_customer: whether the customer made it itself (PA-7)
 *
 * Returns: (transfer full): a command; its result has the purchase authorization's id, its number as reference, and the
 *   last day for the order
 */
RcCommand *
rc_create_purchase_authorization_new (gint64 actor, RcDate date, gint64 customer_id, GPtrArray *lines,
                                      const char *po_number, gboolean requested_by_customer)
{
  return g_object_new (RC_TYPE_CREATE_PURCHASE_AUTHORIZATION, "actor", actor, "date", date, "customer-id",
                       customer_id, "lines", lines, "po-number", po_number, "requested-by-customer",
                       requested_by_customer, NULL);
}
