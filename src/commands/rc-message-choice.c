/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-choice.h"

#include "rc-customer-table.h"
#include "rc-log-query.h"
#include "rc-outbox-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* What the commands on messages have in common: each message that changes gets its entry in the activity log (AC-1), with the
 * customer that it was about. What changes is the command's to say. */

/**
 * rc_message_choice_validate:
 * @message_ids: (nullable): what was chosen
 * @error: RC_RULE_ERROR_NOT_FOUND
 *
 * Returns: whether anything was
 */
gboolean
rc_message_choice_validate (GArray *message_ids, GError **error)
{
  if (message_ids != NULL && message_ids->len > 0)
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND, _ ("Choose at least one message."));
  return FALSE;
}

static RcMessageRecord *
load_message (RcCommandContext *context, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = rc_message_query_fetch (context->database, &id, 1, NULL, error);

  if (records == NULL)
    return NULL;
  if (records->len == 1 && g_ptr_array_index (records, 0) != NULL)
    return g_steal_pointer (&g_ptr_array_index (records, 0));
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND,
                       _ ("This message is not in the workspace any more."));
  return NULL;
}

/* The customer may be gone: what was written to it stays. */
static gboolean
record_change (RcCommandContext *context, const RcMessageRecord *message, GError **error)
{
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (JsonObject) details = json_object_new ();
  g_autoptr (GError) fault = NULL;

  if (message->customer_id != 0)
    customer = rc_customer_table_load (context->database, message->customer_id, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  rc_activity_details_add (details, "message", NULL, message->subject);
  rc_activity_details_add (details, "recipient", NULL, message->recipient_email);
  return rc_command_context_record (context, customer, details, error);
}

/**
 * rc_message_choice_apply:
 * @context: a context
 * @message_ids: (element-type gint64): messages
 * @change: what becomes of one
 * @result: counts those that changed
 * @error: RC_RULE_ERROR_NOT_FOUND, RC_STORE_ERROR
 *
 * Returns: whether all was done
 */
gboolean
rc_message_choice_apply (RcCommandContext *context, GArray *message_ids, RcMessageChange change,
                         RcCommandResult *result, GError **error)
{
  for (guint i = 0; i < message_ids->len; i++)
    {
      gint64 id = g_array_index (message_ids, gint64, i);
      g_autoptr (RcMessageRecord) message = load_message (context, id, error);

      if (message == NULL)
        return FALSE;
      if (!change (context, message))
        continue;
      if (!rc_outbox_table_finish (context->database, context->seq, message, error)
          || !record_change (context, message, error))
        return FALSE;
      result->count++;
      result->object_id = id;
    }
  context->changes->kinds |= RC_CHANGE_MESSAGES;
  return TRUE;
}
