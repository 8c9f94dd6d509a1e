/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-activate-member.h"

#include "rc-member-table.h"
#include "rc-rule-error.h"
#include "rc-team.h"

#include <glib/gi18n-lib.h>

/* Records that an invited member has agreed: it is active from then on (TM-1). */

struct _RcActivateMember
{
  RcCommand parent_instance;

  gint64 member_id;
};

G_DEFINE_FINAL_TYPE (RcActivateMember, rc_activate_member, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "member-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcActivateMember, member_id) },
};

static gboolean
rc_activate_member_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                          GError **error)
{
  RcActivateMember *self = RC_ACTIVATE_MEMBER (command);
  g_autoptr (RcMemberRecord) member = rc_team_load (context, self->member_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (member == NULL)
    return FALSE;
  if (member->status != RC_MEMBER_STATUS_PENDING)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_TEAM, _ ("%s is an active member already."),
                   member->name);
      return FALSE;
    }
  context->changes->kinds |= RC_CHANGE_MEMBERS;
  result->object_id = member->id;
  result->reference = g_strdup (member->name);
  result->count = 1;
  rc_activity_details_add (details, "name", NULL, member->name);
  return rc_member_table_set (context->database, context->seq, member->id, member->role,
                              RC_MEMBER_STATUS_ACTIVE, error)
         && rc_command_context_record (context, NULL, details, error);
}

static void
rc_activate_member_class_init (RcActivateMemberClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->apply = rc_activate_member_apply;
  rc_command_class_set_fields (command_class, "activate-member", fields, G_N_ELEMENTS (fields));
}

static void
rc_activate_member_init (RcActivateMember *self)
{
}

/**
 * rc_activate_member_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @member_id: a pending member
 *
 * Returns: (transfer full): a command; its result has the member's id and name
 */
RcCommand *
rc_activate_member_new (gint64 actor, RcDate date, gint64 member_id)
{
  return g_object_new (RC_TYPE_ACTIVATE_MEMBER, "actor", actor, "date", date, "member-id", member_id, NULL);
}
