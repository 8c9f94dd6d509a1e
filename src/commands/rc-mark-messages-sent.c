/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-mark-messages-sent.h"

#include "rc-command-context.h"
#include "rc-message-choice.h"

/* Records that messages reached their recipients by another way than the outbox, or after all (MS-2). */

struct _RcMarkMessagesSent
{
  RcCommand parent_instance;

  GArray *message_ids; /* (owned) (nullable) of gint64 */
};

G_DEFINE_FINAL_TYPE (RcMarkMessagesSent, rc_mark_messages_sent, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "message-ids", RC_COMMAND_FIELD_IDS, G_STRUCT_OFFSET (RcMarkMessagesSent, message_ids) },
};

static gboolean
rc_mark_messages_sent_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  return rc_message_choice_validate (RC_MARK_MESSAGES_SENT (command)->message_ids, error);
}

/* One that is being sent is left to whoever sends it. */
static gboolean
mark (RcCommandContext *context, RcMessageRecord *message)
{
  if (message->status == RC_MESSAGE_STATUS_SENT || message->status == RC_MESSAGE_STATUS_SENDING)
    return FALSE;
  message->status = RC_MESSAGE_STATUS_SENT;
  message->sent_at = context->now;
  message->next_attempt_at = 0;
  g_clear_pointer (&message->failure, g_free);
  return TRUE;
}

static gboolean
rc_mark_messages_sent_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                             GError **error)
{
  return rc_message_choice_apply (context, RC_MARK_MESSAGES_SENT (command)->message_ids, mark, result, error);
}

static void
rc_mark_messages_sent_class_init (RcMarkMessagesSentClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_mark_messages_sent_validate;
  command_class->apply = rc_mark_messages_sent_apply;
  rc_command_class_set_fields (command_class, "mark-messages-sent", fields, G_N_ELEMENTS (fields));
}

static void
rc_mark_messages_sent_init (RcMarkMessagesSent *self)
{
}

/**
 * rc_mark_messages_sent_new:
 * @actor: who says so
 * @date: the day
 * @message_ids: (element-type gint64): messages; copied
 *
 * Returns: (transfer full): a command; its result counts the messages that changed
 */
RcCommand *
rc_mark_messages_sent_new (gint64 actor, RcDate date, GArray *message_ids)
{
  return g_object_new (RC_TYPE_MARK_MESSAGES_SENT, "actor", actor, "date", date, "message-ids", message_ids,
                       NULL);
}
