/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-reject-return.h"

#include "rc-return-rules.h"
#include "rc-rule-error.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* Records that a return was rejected, or is not wanted any more (OR-4): nothing changes but that its licences are free again. */

#define LONGEST_REASON 500

struct _RcRejectReturn
{
  RcCommand parent_instance;

  gint64 return_id;
  char *reason; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcRejectReturn, rc_reject_return, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "return-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcRejectReturn, return_id) },
  { "reason", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcRejectReturn, reason) },
};

/* The reason, trimmed, or NULL where none is given; FALSE where it is not allowed. */
static gboolean
normalize_reason (const char *reason, char **normal, GError **error)
{
  g_autofree char *line = rc_text_normalize_line (reason, LONGEST_REASON);

  if (line == NULL)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_REASON,
                   _ ("The reason can have one line of at most %d characters."), LONGEST_REASON);
      return FALSE;
    }
  *normal = *line != '\0' ? g_steal_pointer (&line) : NULL;
  return TRUE;
}

static gboolean
rc_reject_return_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  g_autofree char *reason = NULL;

  return normalize_reason (RC_REJECT_RETURN (command)->reason, &reason, error);
}

static gboolean
rc_reject_return_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                        GError **error)
{
  RcRejectReturn *self = RC_REJECT_RETURN (command);
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (RcReturnableLine) line = NULL;
  g_autoptr (RcReturnRecord) record =
      rc_return_rules_load_undecided (context, self->return_id, &line, &customer, error);
  g_autofree char *reason = NULL;

  if (record == NULL || !normalize_reason (self->reason, &reason, error)
      || !rc_return_table_decide (context->database, context->seq, record->id, RC_RETURN_STATUS_REJECTED,
                                  context->today, reason, error)
      || !rc_command_context_touch (context, customer->id, error))
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = record->id;
  result->reference = g_strdup (line->order_number);
  result->count = 1;
  return rc_return_rules_record (context, customer, line, record->quantity, reason, error);
}

static void
rc_reject_return_class_init (RcRejectReturnClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_reject_return_validate;
  command_class->apply = rc_reject_return_apply;
  rc_command_class_set_fields (command_class, "reject-return", fields, G_N_ELEMENTS (fields));
}

static void
rc_reject_return_init (RcRejectReturn *self)
{
}

/**
 * rc_reject_return_new:
 * @actor: who records it
 * @date: the day
 * @return_id: a return that is not decided yet
 * @reason: (nullable): why, in one line
 *
 * Returns: (transfer full): a command; its result has the return's id and the order's number
 */
RcCommand *
rc_reject_return_new (gint64 actor, RcDate date, gint64 return_id, const char *reason)
{
  return g_object_new (RC_TYPE_REJECT_RETURN, "actor", actor, "date", date, "return-id", return_id, "reason",
                       reason, NULL);
}
