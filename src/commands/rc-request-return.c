/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-request-return.h"

#include "rc-format.h"
#include "rc-licence-table.h"
#include "rc-return-rules.h"
#include "rc-return.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Requests that licences of an order's line be taken back (OR-4). They stay with the customer until the return is approved. */

struct _RcRequestReturn
{
  RcCommand parent_instance;

  gint64 order_line_id;
  int quantity;
};

G_DEFINE_FINAL_TYPE (RcRequestReturn, rc_request_return, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "order-line-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcRequestReturn, order_line_id) },
  { "quantity", RC_COMMAND_FIELD_INT, G_STRUCT_OFFSET (RcRequestReturn, quantity) },
};

static gboolean
rc_request_return_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  if (RC_REQUEST_RETURN (command)->quantity >= 1)
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY, _ ("Return at least one license."));
  return FALSE;
}

static gboolean
check_term (RcCommandContext *context, const RcCustomerRecord *customer, const RcReturnableLine *line,
            GError **error)
{
  if (line->term != customer->term)
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_RETURN,
                 _ ("The order %s is of an earlier term and cannot be returned any more."),
                 line->order_number);
  else if (rc_command_context_is_lapsed (context, customer))
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_LAPSED,
                 _ ("The membership of %s has lapsed: its licenses no longer work."), customer->name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_days (RcCommandContext *context, const RcReturnableLine *line, GError **error)
{
  RcDate last = rc_return_last_day (line->order_date, context->policy);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (context->today >= line->order_date && context->today <= last)
    return TRUE;
  from = rc_format_date_long (line->order_date);
  to = rc_format_date_long (last);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_RETURN,
               /* Translators: an order's number and two dates */
               _ ("A return of the order %s can be requested from %s to %s."), line->order_number, from, to);
  return FALSE;
}

static gboolean
get_facts (RcCommandContext *context, const RcCustomerRecord *customer, const RcLineRecord *line,
           RcReturnFacts *facts, GError **error)
{
  gint64 requested, bought_requested;
  RcPlan count;

  if (!rc_licence_table_get (context->database, customer->id, line->product_id, &facts->held, error)
      || !rc_licence_table_count (context->database, customer->id, &count, error)
      || !rc_return_table_count_requested (context->database, customer->id, line->product_id, &requested,
                                           &bought_requested, error)
      || !rc_return_rules_get_commitment (context, customer, &facts->commitment, error))
    return FALSE;
  facts->remaining = line->quantity - line->returned - line->return_requested;
  facts->requested = (int) requested;
  facts->bought = count.ordered;
  facts->bought_requested = (int) bought_requested;
  facts->committed = facts->commitment > 0 && line->licence_kind != RC_LICENCE_KIND_CONSUMABLE;
  return TRUE;
}

static gboolean
refuse_remaining (const RcReturnableLine *line, int remaining, GError **error)
{
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_RETURN,
               /* Translators: a number, a product's name, an order's number */
               ngettext ("%d license of %s can still be returned of the order %s.",
                         "%d licenses of %s can still be returned of the order %s.",
                         (unsigned long) remaining),
               remaining, line->line->product_name, line->order_number);
  return FALSE;
}

static gboolean
check_quantity (RcRequestReturn *self, RcCommandContext *context, const RcCustomerRecord *customer,
                const RcReturnableLine *line, GError **error)
{
  RcReturnFacts facts = { 0 };
  RcReturnLimit limit;
  int most;

  if (!get_facts (context, customer, line->line, &facts, error))
    return FALSE;
  most = rc_return_get_most (&facts, &limit);
  if (self->quantity <= most)
    return TRUE;
  switch (limit)
    {
    case RC_RETURN_LIMIT_REMAINING:
      return refuse_remaining (line, most, error);
    case RC_RETURN_LIMIT_ASSIGNED:
      /* No more than that can be returned in any case. */
      return rc_return_rules_refuse_assigned (line->line->product_name,
                                              MIN (self->quantity, facts.remaining) - most, error);
    case RC_RETURN_LIMIT_COMMITMENT:
      return rc_return_rules_refuse_commitment (context, customer, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
rc_request_return_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                         GError **error)
{
  RcRequestReturn *self = RC_REQUEST_RETURN (command);
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (RcReturnableLine) line =
      rc_return_rules_load_line (context, self->order_line_id, &customer, error);
  RcReturnRecord record = { .order_line_id = self->order_line_id,
                            .quantity = self->quantity,
                            .requested_on = context->today };

  if (line == NULL || !check_term (context, customer, line, error) || !check_days (context, line, error)
      || !check_quantity (self, context, customer, line, error)
      || !rc_return_table_insert (context->database, context->seq, &record, error)
      || !rc_command_context_touch (context, customer->id, error))
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = record.id;
  result->reference = g_strdup (line->order_number);
  result->count = 1;
  return rc_return_rules_record (context, customer, line, self->quantity, NULL, error);
}

static void
rc_request_return_class_init (RcRequestReturnClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_request_return_validate;
  command_class->apply = rc_request_return_apply;
  rc_command_class_set_fields (command_class, "request-return", fields, G_N_ELEMENTS (fields));
}

static void
rc_request_return_init (RcRequestReturn *self)
{
}

/**
 * rc_request_return_new:
 * @actor: who requests it
 * @date: the day
 * @order_line_id: the line of an order of the current term
 * @quantity: how many of its licences are to go, 1 or more
 *
 * Returns: (transfer full): a command; its result has the return's id and the order's number
 */
RcCommand *
rc_request_return_new (gint64 actor, RcDate date, gint64 order_line_id, int quantity)
{
  return g_object_new (RC_TYPE_REQUEST_RETURN, "actor", actor, "date", date, "order-line-id", order_line_id,
                       "quantity", quantity, NULL);
}
