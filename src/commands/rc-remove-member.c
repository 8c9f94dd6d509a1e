/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-remove-member.h"

#include "rc-member-table.h"
#include "rc-team.h"

/* Removes a member from the team; its customers go to another one (TM-2). Its name stays where it did something. */

struct _RcRemoveMember
{
  RcCommand parent_instance;

  gint64 member_id;
  gint64 successor_id; /* 0: none */
};

G_DEFINE_FINAL_TYPE (RcRemoveMember, rc_remove_member, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "member-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcRemoveMember, member_id) },
  { "successor-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcRemoveMember, successor_id) },
};

static gboolean
rc_remove_member_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                        GError **error)
{
  RcRemoveMember *self = RC_REMOVE_MEMBER (command);
  g_autoptr (RcMemberRecord) member = rc_team_load (context, self->member_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (member == NULL || !rc_team_check_not_last_admin (context, member, error))
    return FALSE;
  context->changes->kinds |= RC_CHANGE_MEMBERS;
  result->object_id = member->id;
  result->reference = g_strdup (member->name);
  result->count = 1;
  rc_activity_details_add (details, "name", member->name, NULL);
  rc_activity_details_add (details, "email", member->email, NULL);
  return rc_team_hand_over (context, member, self->successor_id, details, error)
         && rc_member_table_set (context->database, context->seq, member->id, member->role,
                                 RC_MEMBER_STATUS_REMOVED, error)
         && rc_command_context_record (context, NULL, details, error);
}

static void
rc_remove_member_class_init (RcRemoveMemberClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->apply = rc_remove_member_apply;
  rc_command_class_set_fields (command_class, "remove-member", fields, G_N_ELEMENTS (fields));
}

static void
rc_remove_member_init (RcRemoveMember *self)
{
}

/**
 * rc_remove_member_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @member_id: a member; not the last primary admin (TM-1)
 * @successor_id: to whom its customers go; 0: it has none
 *
 * Returns: (transfer full): a command; its result has the member's id and name
 */
RcCommand *
rc_remove_member_new (gint64 actor, RcDate date, gint64 member_id, gint64 successor_id)
{
  return g_object_new (RC_TYPE_REMOVE_MEMBER, "actor", actor, "date", date, "member-id", member_id,
                       "successor-id", successor_id, NULL);
}
