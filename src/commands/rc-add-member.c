/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-add-member.h"

#include "rc-command-context.h"
#include "rc-email.h"
#include "rc-enum-types.h"
#include "rc-member-table.h"
#include "rc-rule-error.h"
#include "rc-team.h"

#include <glib/gi18n-lib.h>

/* Adds a member to the team, active at once (TM-4). rc-invite-member.c invites one by mail (TM-1). */

struct _RcAddMember
{
  RcCommand parent_instance;

  char *name; /* (owned) */
  char *email; /* (owned) */
  int role;
};

G_DEFINE_FINAL_TYPE (RcAddMember, rc_add_member, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "name", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcAddMember, name) },
  { "email", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcAddMember, email) },
  { "role", RC_COMMAND_FIELD_ENUM, G_STRUCT_OFFSET (RcAddMember, role), rc_role_get_type },
};

static gboolean
rc_add_member_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcAddMember *self = RC_ADD_MEMBER (command);
  g_autofree char *name = rc_team_normalize_name (self->name, error);
  g_autofree char *email = name != NULL ? rc_email_normalize (self->email, policy, error) : NULL;

  if (email == NULL)
    return FALSE;
  if (rc_command_get_actor (command) == 0 && self->role != RC_ROLE_PRIMARY_ADMIN)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
                           _ ("The first member of a team is its primary admin."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
record (RcCommandContext *context, const RcMemberRecord *member, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();

  rc_activity_details_add (details, "name", NULL, member->name);
  rc_activity_details_add (details, "email", NULL, member->email);
  rc_activity_details_add (details, "role", NULL, rc_enum_to_nick (RC_TYPE_ROLE, (int) member->role));
  return rc_command_context_record (context, NULL, details, error);
}

static gboolean
rc_add_member_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result, GError **error)
{
  RcAddMember *self = RC_ADD_MEMBER (command);
  g_autoptr (RcMemberRecord) member = g_new0 (RcMemberRecord, 1);

  member->name = rc_team_normalize_name (self->name, error);
  member->email = rc_email_normalize (self->email, context->policy, error);
  member->role = (RcRole) self->role;
  member->status = RC_MEMBER_STATUS_ACTIVE;
  if (!rc_team_check_email_unused (context, member->email, error))
    return FALSE;
  context->changes->kinds |= RC_CHANGE_MEMBERS;
  result->count = 1;
  if (!rc_member_table_insert (context->database, context->seq, member, error)
      || !record (context, member, error))
    return FALSE;
  result->object_id = member->id;
  result->reference = g_strdup (member->name);
  return TRUE;
}

static void
rc_add_member_class_init (RcAddMemberClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->validate = rc_add_member_validate;
  command_class->apply = rc_add_member_apply;
  rc_command_class_set_fields (command_class, "add-member", fields, G_N_ELEMENTS (fields));
}

static void
rc_add_member_init (RcAddMember *self)
{
}

/**
 * rc_add_member_new:
 * @actor: who adds the member; 0 for the first one
 * @date: the day
 * @name: the member's name
 * @email: the member's e-mail address
 * @role: what the member may do (TM-3)
 *
 * Returns: (transfer full): a command; its result's object_id is the member
 */
RcCommand *
rc_add_member_new (gint64 actor, RcDate date, const char *name, const char *email, RcRole role)
{
  return g_object_new (RC_TYPE_ADD_MEMBER, "actor", actor, "date", date, "name", name, "email", email, "role",
                       role, NULL);
}
