/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-approve-return.h"

#include "rc-licence-table.h"
#include "rc-order-lines.h"
#include "rc-return-rules.h"

/* Records that a return was approved: its licences are withdrawn (OR-4). Those of an earlier term are gone already. */

struct _RcApproveReturn
{
  RcCommand parent_instance;

  gint64 return_id;
};

G_DEFINE_FINAL_TYPE (RcApproveReturn, rc_approve_return, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "return-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcApproveReturn, return_id) },
};

/* VS-3: a 3-year commit may have begun since the return was requested. */
static gboolean
check_commitment (RcCommandContext *context, const RcCustomerRecord *customer, const RcLineRecord *line,
                  int quantity, GError **error)
{
  int commitment;
  RcPlan count;

  if (!rc_return_rules_get_commitment (context, customer, &commitment, error)
      || !rc_licence_table_count (context->database, customer->id, &count, error))
    return FALSE;
  if (commitment == 0 || line->licence_kind == RC_LICENCE_KIND_CONSUMABLE
      || count.ordered - quantity >= commitment)
    return TRUE;
  return rc_return_rules_refuse_commitment (context, customer, error);
}

static gboolean
withdraw (RcCommandContext *context, const RcCustomerRecord *customer, const RcLineRecord *line, int quantity,
          GError **error)
{
  RcPlan plan;

  if (!rc_licence_table_get (context->database, customer->id, line->product_id, &plan, error))
    return FALSE;
  if (!rc_plan_can_withdraw (&plan, quantity))
    return rc_return_rules_refuse_assigned (line->product_name, quantity - rc_plan_available (&plan), error);
  return check_commitment (context, customer, line, quantity, error)
         && rc_order_lines_add (context, customer, line, -quantity, 0, error);
}

static gboolean
rc_approve_return_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                         GError **error)
{
  RcApproveReturn *self = RC_APPROVE_RETURN (command);
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (RcReturnableLine) line = NULL;
  g_autoptr (RcReturnRecord) record =
      rc_return_rules_load_undecided (context, self->return_id, &line, &customer, error);

  if (record == NULL)
    return FALSE;
  if (line->term == customer->term && !withdraw (context, customer, line->line, record->quantity, error))
    return FALSE;
  if (!rc_return_table_decide (context->database, context->seq, record->id, RC_RETURN_STATUS_APPROVED,
                               context->today, NULL, error)
      || !rc_command_context_touch (context, customer->id, error))
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = record->id;
  result->reference = g_strdup (line->order_number);
  result->count = 1;
  return rc_return_rules_record (context, customer, line, record->quantity, NULL, error);
}

static void
rc_approve_return_class_init (RcApproveReturnClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->apply = rc_approve_return_apply;
  rc_command_class_set_fields (command_class, "approve-return", fields, G_N_ELEMENTS (fields));
}

static void
rc_approve_return_init (RcApproveReturn *self)
{
}

/**
 * rc_approve_return_new:
 * @actor: who records it
 * @date: the day
 * @return_id: a return that is not decided yet
 *
 * Returns: (transfer full): a command; its result has the return's id and the order's number
 */
RcCommand *
rc_approve_return_new (gint64 actor, RcDate date, gint64 return_id)
{
  return g_object_new (RC_TYPE_APPROVE_RETURN, "actor", actor, "date", date, "return-id", return_id, NULL);
}
