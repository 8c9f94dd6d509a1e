/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-invite-member.h"

#include "rc-command-mail.h"
#include "rc-email.h"
#include "rc-enum-types.h"
#include "rc-member-table.h"
#include "rc-team.h"

/* Invites somebody to the team by mail (TM-1). The member is pending, and can do nothing, until it is active. */

struct _RcInviteMember
{
  RcCommand parent_instance;

  char *name; /* (owned) (nullable) */
  char *email; /* (owned) (nullable) */
  int role;
};

G_DEFINE_FINAL_TYPE (RcInviteMember, rc_invite_member, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "name", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcInviteMember, name) },
  { "email", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcInviteMember, email) },
  { "role", RC_COMMAND_FIELD_ENUM, G_STRUCT_OFFSET (RcInviteMember, role), rc_role_get_type },
};

static gboolean
rc_invite_member_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcInviteMember *self = RC_INVITE_MEMBER (command);
  g_autofree char *name = rc_team_normalize_name (self->name, error);
  g_autofree char *email = name != NULL ? rc_email_normalize (self->email, policy, error) : NULL;

  return email != NULL;
}

static gboolean
write_mail (RcCommandContext *context, const RcMemberRecord *member, GError **error)
{
  g_autoptr (GHashTable) values = rc_command_mail_values_new ();
  g_autofree char *reseller = rc_command_mail_dup_reseller (context, error);
  RcMessageRecord message = { .kind = RC_MESSAGE_KIND_MEMBER_INVITATION,
                              .language = (char *) rc_command_mail_get_desk_language (),
                              .recipient_name = member->name,
                              .recipient_email = member->email };

  if (reseller == NULL)
    return FALSE;
  rc_command_mail_values_add (values, "contact", member->name);
  rc_command_mail_values_add (values, "manager", context->actor->name);
  rc_command_mail_values_add (values, "sender", reseller);
  return rc_command_mail_person (context, &message, values, error);
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
rc_invite_member_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                        GError **error)
{
  RcInviteMember *self = RC_INVITE_MEMBER (command);
  g_autoptr (RcMemberRecord) member = g_new0 (RcMemberRecord, 1);

  member->name = rc_team_normalize_name (self->name, error);
  member->email = rc_email_normalize (self->email, context->policy, error);
  member->role = (RcRole) self->role;
  member->status = RC_MEMBER_STATUS_PENDING;
  if (!rc_team_check_email_unused (context, member->email, error)
      || !rc_member_table_insert (context->database, context->seq, member, error))
    return FALSE;
  context->changes->kinds |= RC_CHANGE_MEMBERS;
  result->object_id = member->id;
  result->reference = g_strdup (member->name);
  result->count = 1;
  return record (context, member, error) && write_mail (context, member, error);
}

static void
rc_invite_member_class_init (RcInviteMemberClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->validate = rc_invite_member_validate;
  command_class->apply = rc_invite_member_apply;
  rc_command_class_set_fields (command_class, "invite-member", fields, G_N_ELEMENTS (fields));
}

static void
rc_invite_member_init (RcInviteMember *self)
{
}

/**
 * rc_invite_member_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @name: the member's name
 * @email: an address that nobody in the team has
 * @role: what the member may do once it is active
 *
 * Returns: (transfer full): a command; its result has the member's id and name
 */
RcCommand *
rc_invite_member_new (gint64 actor, RcDate date, const char *name, const char *email, RcRole role)
{
  return g_object_new (RC_TYPE_INVITE_MEMBER, "actor", actor, "date", date, "name", name, "email", email,
                       "role", role, NULL);
}
