/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-place-direct-order.h"

#include "rc-anniversary.h"
#include "rc-command-mail.h"
#include "rc-customer-table.h"
#include "rc-order-lines.h"
#include "rc-order-table.h"
#include "rc-rule-error.h"
#include "rc-term.h"

#include <glib/gi18n-lib.h>

/* Records an order without a purchase authorization (OR-2). It brings a lapsed membership back (RN-7). */

struct _RcPlaceDirectOrder
{
  RcCommand parent_instance;

  gint64 customer_id;
  char *order_number; /* (owned) (nullable) */
  RcDate ordered_on;
  GPtrArray *lines; /* (owned) (nullable) of RcProductLine */
};

G_DEFINE_FINAL_TYPE (RcPlaceDirectOrder, rc_place_direct_order, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcPlaceDirectOrder, customer_id) },
  { "order-number", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcPlaceDirectOrder, order_number) },
  { "ordered-on", RC_COMMAND_FIELD_DATE, G_STRUCT_OFFSET (RcPlaceDirectOrder, ordered_on) },
  { "lines", RC_COMMAND_FIELD_LINES, G_STRUCT_OFFSET (RcPlaceDirectOrder, lines) },
};

static gboolean
rc_place_direct_order_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcPlaceDirectOrder *self = RC_PLACE_DIRECT_ORDER (command);
  g_autofree char *number = rc_order_number_normalize (self->order_number, error);

  return number != NULL && rc_order_lines_validate (self->lines, policy, error);
}

/* The first day that the order can be of: the invitation's, that of the current term, or the day after a lapse. */
static gboolean
get_first_day (RcCommandContext *context, const RcCustomerRecord *customer, RcDate *first, GError **error)
{
  RcDate lapsed =
      rc_command_context_is_lapsed (context, customer) ? customer->anniversary_date : RC_DATE_NONE;
  RcDate term_starts_on;

  if (!rc_customer_table_get_term_start (context->database, customer->id, &term_starts_on, error))
    return FALSE;
  *first = rc_anniversary_first_order_day (customer->invited_on, term_starts_on, lapsed, context->policy);
  return TRUE;
}

static gboolean
check_date (RcPlaceDirectOrder *self, RcCommandContext *context, const RcCustomerRecord *customer,
            GError **error)
{
  RcDate first;

  return get_first_day (context, customer, &first, error)
         && rc_order_date_check (context, self->ordered_on, first, error);
}

static gboolean
set_term (RcPlaceDirectOrder *self, RcCommandContext *context, RcCustomerRecord *customer, GError **error)
{
  if (rc_command_context_is_lapsed (context, customer))
    return rc_term_revive (context, customer, self->ordered_on, error);
  return rc_term_include (context, customer, self->ordered_on, error);
}

static RcOrderRecord *
make_order (RcPlaceDirectOrder *self, RcCommandContext *context, RcCustomerRecord *customer, GError **error)
{
  g_autoptr (RcOrderRecord) order = g_new0 (RcOrderRecord, 1);

  order->customer_id = customer->id;
  order->kind = RC_ORDER_KIND_DIRECT;
  order->date = self->ordered_on;
  order->number = rc_order_number_normalize (self->order_number, error);
  if (order->number == NULL || !rc_order_number_check_unused (context, order->number, error))
    return NULL;
  order->lines = rc_order_lines_resolve (context, customer, self->lines, RC_ORDER_LINES_DIRECT_ORDER, error);
  if (order->lines == NULL || !set_term (self, context, customer, error))
    return NULL;
  order->term = customer->term;
  rc_order_lines_set_months (order->lines, context->policy, customer, order->date);
  if (!rc_order_table_insert (context->database, context->seq, order, error))
    return NULL;
  for (guint i = 0; i < order->lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (order->lines, i);

      if (!rc_order_lines_add (context, customer, line, line->quantity, 0, error))
        return NULL;
    }
  return g_steal_pointer (&order);
}

static gboolean
write_mail (RcCommandContext *context, const RcCustomerRecord *customer, const RcOrderRecord *order,
            GError **error)
{
  g_autoptr (GHashTable) values = rc_command_mail_values_new ();
  g_autofree char *products = rc_order_lines_to_text (order->lines, "    ", "\n");

  rc_command_mail_values_add (values, "products", products);
  rc_command_mail_values_add_date (values, "last_day", customer,
                                   rc_anniversary_last_day (customer->anniversary_date));
  return rc_command_mail_customer (context, customer, RC_MESSAGE_KIND_PRODUCTS_ADDED, values, error);
}

static gboolean
record (RcCommandContext *context, const RcCustomerRecord *customer, RcDate old_anniversary,
        const RcOrderRecord *order, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autofree char *products = rc_order_lines_to_text (order->lines, "", ", ");

  rc_activity_details_add (details, "order-number", NULL, order->number);
  rc_activity_details_add_date (details, "ordered-on", RC_DATE_NONE, order->date);
  rc_activity_details_add (details, "products", NULL, products);
  rc_activity_details_add_date (details, "anniversary-date", old_anniversary, customer->anniversary_date);
  return rc_command_context_record (context, customer, details, error);
}

static gboolean
rc_place_direct_order_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                             GError **error)
{
  RcPlaceDirectOrder *self = RC_PLACE_DIRECT_ORDER (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  g_autoptr (RcOrderRecord) order = NULL;
  RcDate old_anniversary;

  if (customer == NULL || !check_date (self, context, customer, error))
    return FALSE;
  old_anniversary = customer->anniversary_date;
  order = make_order (self, context, customer, error);
  if (order == NULL)
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = order->id;
  result->reference = g_strdup (order->number);
  result->count = 1;
  return rc_command_context_touch (context, customer->id, error)
         && record (context, customer, old_anniversary, order, error)
         && write_mail (context, customer, order, error);
}

static void
rc_place_direct_order_class_init (RcPlaceDirectOrderClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_place_direct_order_validate;
  command_class->apply = rc_place_direct_order_apply;
  rc_command_class_set_fields (command_class, "place-direct-order", fields, G_N_ELEMENTS (fields));
}

static void
rc_place_direct_order_init (RcPlaceDirectOrder *self)
{
}

/**
 * rc_place_direct_order_new:
 * @actor: who records it
 * @date: the day on which it is recorded
 * @customer_id: for whom
 * @order_number: the order's number, 1 to 35 characters, unique in the workspace
 * @ordered_on: the order's date, from the invitation, or the lapse, to @date
 * @lines: (element-type RcProductLine): products and quantities; copied
 *
 * Returns: (transfer full): a command; its result has the order's id and number
 */
RcCommand *
rc_place_direct_order_new (gint64 actor, RcDate date, gint64 customer_id, const char *order_number,
                           RcDate ordered_on, GPtrArray *lines)
{
  return g_object_new (RC_TYPE_PLACE_DIRECT_ORDER, "actor", actor, "date", date, "customer-id", customer_id,
                       "order-number", order_number, "ordered-on", ordered_on, "lines", lines, NULL);
}
