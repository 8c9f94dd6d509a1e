/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-close-unpaid.h"

#include "rc-pa-withdraw.h"
#include "rc-request-state.h"
#include "rc-rule-error.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* Closes a suspended purchase authorization without an order (PA-8). */

#define LONGEST_REASON 500

struct _RcCloseUnpaid
{
  RcCommand parent_instance;

  gint64 pa_id;
  char *reason; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcCloseUnpaid, rc_close_unpaid, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "pa-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcCloseUnpaid, pa_id) },
  { "reason", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcCloseUnpaid, reason) },
};

static char *
normalize_reason (const char *reason, GError **error)
{
  g_autofree char *line = rc_text_normalize_line (reason, LONGEST_REASON);

  if (line != NULL && *line != '\0')
    return g_steal_pointer (&line);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_REASON,
               _ ("Enter the reason in one line, at most %d characters."), LONGEST_REASON);
  return NULL;
}

static gboolean
rc_close_unpaid_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  g_autofree char *reason = normalize_reason (RC_CLOSE_UNPAID (command)->reason, error);

  return reason != NULL;
}

static gboolean
rc_close_unpaid_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result, GError **error)
{
  RcCloseUnpaid *self = RC_CLOSE_UNPAID (command);
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (RcPaRecord) pa = rc_command_context_load_open_pa (context, self->pa_id, &customer, error);
  g_autofree char *reason = NULL;

  if (pa == NULL)
    return FALSE;
  if (rc_request_state (pa->date, context->today, context->policy) != RC_REQUEST_STATE_SUSPENDED)
    {
      g_set_error (
          error, RC_RULE_ERROR, RC_RULE_ERROR_PA_STATE,
          _ ("The purchase authorization %s is not suspended. Only a suspended one can be closed unpaid."),
          pa->number);
      return FALSE;
    }
  reason = normalize_reason (self->reason, error);
  result->customer_id = customer->id;
  result->object_id = pa->id;
  result->reference = g_strdup (pa->number);
  result->count = 1;
  return rc_pa_withdraw (context, customer, pa, RC_PA_STATUS_CLOSED_UNPAID, reason, error);
}

static void
rc_close_unpaid_class_init (RcCloseUnpaidClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->validate = rc_close_unpaid_validate;
  command_class->apply = rc_close_unpaid_apply;
  rc_command_class_set_fields (command_class, "close-unpaid", fields, G_N_ELEMENTS (fields));
}

static void
rc_close_unpaid_init (RcCloseUnpaid *self)
{
}

/**
 * rc_close_unpaid_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @pa_id: a suspended purchase authorization
 * @reason: why it is closed, in one line
 *
 * Returns: (transfer full): a command; its result has the purchase authorization's id and number
 */
RcCommand *
rc_close_unpaid_new (gint64 actor, RcDate date, gint64 pa_id, const char *reason)
{
  return g_object_new (RC_TYPE_CLOSE_UNPAID, "actor", actor, "date", date, "pa-id", pa_id, "reason", reason,
                       NULL);
}
