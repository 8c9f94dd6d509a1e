/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-set-member-role.h"

#include "rc-enum-types.h"
#include "rc-member-table.h"
#include "rc-rule-error.h"
#include "rc-team.h"

#include <glib/gi18n-lib.h>

/* Gives a member another role (TM-1). A viewer looks after no customers: who becomes one hands them over (TM-2). */

struct _RcSetMemberRole
{
  RcCommand parent_instance;

  gint64 member_id;
  int role;
  gint64 successor_id; /* 0: none */
};

G_DEFINE_FINAL_TYPE (RcSetMemberRole, rc_set_member_role, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "member-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcSetMemberRole, member_id) },
  { "role", RC_COMMAND_FIELD_ENUM, G_STRUCT_OFFSET (RcSetMemberRole, role), rc_role_get_type },
  { "successor-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcSetMemberRole, successor_id) },
};

static gboolean
check (RcSetMemberRole *self, RcCommandContext *context, const RcMemberRecord *member, GError **error)
{
  if ((int) member->role != self->role)
    return rc_team_check_not_last_admin (context, member, error);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_TEAM, _ ("%s has this role already."), member->name);
  return FALSE;
}

static gboolean
rc_set_member_role_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                          GError **error)
{
  RcSetMemberRole *self = RC_SET_MEMBER_ROLE (command);
  g_autoptr (RcMemberRecord) member = rc_team_load (context, self->member_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (member == NULL || !check (self, context, member, error))
    return FALSE;
  context->changes->kinds |= RC_CHANGE_MEMBERS;
  result->object_id = member->id;
  result->reference = g_strdup (member->name);
  result->count = 1;
  rc_activity_details_add (details, "name", NULL, member->name);
  rc_activity_details_add (details, "role", rc_enum_to_nick (RC_TYPE_ROLE, (int) member->role),
                           rc_enum_to_nick (RC_TYPE_ROLE, self->role));
  if (self->role == RC_ROLE_VIEWER
      && !rc_team_hand_over (context, member, self->successor_id, details, error))
    return FALSE;
  return rc_member_table_set (context->database, context->seq, member->id, (RcRole) self->role,
                              member->status, error)
         && rc_command_context_record (context, NULL, details, error);
}

static void
rc_set_member_role_class_init (RcSetMemberRoleClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->apply = rc_set_member_role_apply;
  rc_command_class_set_fields (command_class, "set-member-role", fields, G_N_ELEMENTS (fields));
}

static void
rc_set_member_role_init (RcSetMemberRole *self)
{
}

/**
 * rc_set_member_role_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @member_id: a member that was not removed; not the last primary admin
 * @role: its role from now on
 * @successor_id: to whom the customers of a member go that becomes a viewer; 0: it has none
 *
 * Returns: (transfer full): a command; its result has the member's id and name
 */
RcCommand *
rc_set_member_role_new (gint64 actor, RcDate date, gint64 member_id, RcRole role, gint64 successor_id)
{
  return g_object_new (RC_TYPE_SET_MEMBER_ROLE, "actor", actor, "date", date, "member-id", member_id, "role",
                       role, "successor-id", successor_id, NULL);
}
