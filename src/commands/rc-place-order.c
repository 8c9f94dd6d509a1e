/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-place-order.h"

#include "rc-command-context.h"
#include "rc-order-lines.h"
#include "rc-order-table.h"
#include "rc-purchase-authorization-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Records that the order for a purchase authorization was placed (PA-5). The order itself is placed in the vendor's shop. */

struct _RcPlaceOrder
{
  RcCommand parent_instance;

  gint64 pa_id;
  char *order_number; /* (owned) (nullable) */
  RcDate ordered_on;
};

G_DEFINE_FINAL_TYPE (RcPlaceOrder, rc_place_order, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "pa-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcPlaceOrder, pa_id) },
  { "order-number", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcPlaceOrder, order_number) },
  { "ordered-on", RC_COMMAND_FIELD_DATE, G_STRUCT_OFFSET (RcPlaceOrder, ordered_on) },
};

static gboolean
rc_place_order_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  g_autofree char *number = rc_order_number_normalize (RC_PLACE_ORDER (command)->order_number, error);

  return number != NULL;
}

/* What a purchase authorization of a term that has ended gave is not licences of the new one (RN-4, RN-7). */
static gboolean
move_licences (RcCommandContext *context, const RcCustomerRecord *customer, const RcPaRecord *pa,
               GError **error)
{
  for (guint i = 0; i < pa->lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (pa->lines, i);
      int ordered = pa->term == customer->term ? line->quantity : 0;

      if (!rc_order_lines_add (context, customer, line, ordered, -line->quantity, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
record (RcCommandContext *context, const RcCustomerRecord *customer, const RcPaRecord *pa,
        const RcOrderRecord *order, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autofree char *products = rc_order_lines_to_text (pa->lines, "", ", ");

  rc_activity_details_add (details, "purchase-authorization", pa->number, pa->number);
  rc_activity_details_add (details, "order-number", NULL, order->number);
  rc_activity_details_add_date (details, "ordered-on", RC_DATE_NONE, order->date);
  rc_activity_details_add (details, "products", NULL, products);
  return rc_command_context_record (context, customer, details, error);
}

static RcOrderRecord *
make_order (RcPlaceOrder *self, RcCommandContext *context, const RcPaRecord *pa, GError **error)
{
  g_autoptr (RcOrderRecord) order = g_new0 (RcOrderRecord, 1);

  order->customer_id = pa->customer_id;
  order->pa_id = pa->id;
  order->term = pa->term;
  order->kind = RC_ORDER_KIND_FOR_PA;
  order->date = self->ordered_on;
  order->lines = g_ptr_array_ref (pa->lines);
  order->number = rc_order_number_normalize (self->order_number, error);
  if (order->number == NULL || !rc_order_number_check_unused (context, order->number, error)
      || !rc_order_table_insert (context->database, context->seq, order, error))
    return NULL;
  return g_steal_pointer (&order);
}

static gboolean
rc_place_order_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result, GError **error)
{
  RcPlaceOrder *self = RC_PLACE_ORDER (command);
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (RcPaRecord) pa = rc_command_context_load_open_pa (context, self->pa_id, &customer, error);
  g_autoptr (RcOrderRecord) order = NULL;

  if (pa == NULL || !rc_order_date_check (context, self->ordered_on, pa->date, error))
    return FALSE;
  order = make_order (self, context, pa, error);
  if (order == NULL
      || !rc_purchase_authorization_table_end (context->database, context->seq, pa->id, RC_PA_STATUS_ORDERED,
                                               self->ordered_on, NULL, error)
      || !move_licences (context, customer, pa, error)
      || !rc_command_context_touch (context, customer->id, error))
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = order->id;
  result->reference = g_strdup (order->number);
  result->count = 1;
  return record (context, customer, pa, order, error);
}

static void
rc_place_order_class_init (RcPlaceOrderClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_place_order_validate;
  command_class->apply = rc_place_order_apply;
  rc_command_class_set_fields (command_class, "place-order", fields, G_N_ELEMENTS (fields));
}

static void
rc_place_order_init (RcPlaceOrder *self)
{
}

/**
 * rc_place_order_new:
 * @actor: who records it
 * @date: the day on which it is recorded
 * @pa_id: the purchase authorization that the order pays for
 * @order_number: the order's number, 1 to 35 characters, unique in the workspace
 * @ordered_on: the order's date, from the purchase authorization's date to @date
 *
 * Returns: (transfer full): a command; its result has the order's id and number
 */
RcCommand *
rc_place_order_new (gint64 actor, RcDate date, gint64 pa_id, const char *order_number, RcDate ordered_on)
{
  return g_object_new (RC_TYPE_PLACE_ORDER, "actor", actor, "date", date, "pa-id", pa_id, "order-number",
                       order_number, "ordered-on", ordered_on, NULL);
}
