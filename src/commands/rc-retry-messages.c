/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-retry-messages.h"

#include "rc-command-context.h"
#include "rc-message-choice.h"

/* Lets the outbox try again, at once and from the first attempt on, to send messages that failed or wait for a later time (MS-2). */

struct _RcRetryMessages
{
  RcCommand parent_instance;

  GArray *message_ids; /* (owned) (nullable) of gint64 */
};

G_DEFINE_FINAL_TYPE (RcRetryMessages, rc_retry_messages, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "message-ids", RC_COMMAND_FIELD_IDS, G_STRUCT_OFFSET (RcRetryMessages, message_ids) },
};

static gboolean
rc_retry_messages_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  return rc_message_choice_validate (RC_RETRY_MESSAGES (command)->message_ids, error);
}

static gboolean
retry (RcCommandContext *context, RcMessageRecord *message)
{
  if (message->status == RC_MESSAGE_STATUS_SENT || message->status == RC_MESSAGE_STATUS_SENDING)
    return FALSE;
  message->status = RC_MESSAGE_STATUS_WAITING;
  message->attempts = 0;
  message->next_attempt_at = 0;
  return TRUE;
}

static gboolean
rc_retry_messages_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                         GError **error)
{
  return rc_message_choice_apply (context, RC_RETRY_MESSAGES (command)->message_ids, retry, result, error);
}

static void
rc_retry_messages_class_init (RcRetryMessagesClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_retry_messages_validate;
  command_class->apply = rc_retry_messages_apply;
  rc_command_class_set_fields (command_class, "retry-messages", fields, G_N_ELEMENTS (fields));
}

static void
rc_retry_messages_init (RcRetryMessages *self)
{
}

/**
 * rc_retry_messages_new:
 * @actor: who wants it
 * @date: the day
 * @message_ids: (element-type gint64): messages; copied
 *
 * Returns: (transfer full): a command; its result counts the messages that changed
 */
RcCommand *
rc_retry_messages_new (gint64 actor, RcDate date, GArray *message_ids)
{
  return g_object_new (RC_TYPE_RETRY_MESSAGES, "actor", actor, "date", date, "message-ids", message_ids,
                       NULL);
}
