/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-team.h"

#include "rc-customer-table.h"
#include "rc-member-table.h"
#include "rc-rule-error.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* What the commands about the team share (TM-1, TM-2). */

#define LONGEST_NAME 121

/**
 * rc_team_get_role_reason:
 * @least: the role that something needs; %RC_ROLE_VIEWER: any
 * @role: the one that there is
 *
 * Returns: (transfer none) (nullable): why not (TM-3), translated; %NULL if @role is enough
 */
const char *
rc_team_get_role_reason (RcRole least, RcRole role)
{
  if (role <= least)
    return NULL;
  return role == RC_ROLE_VIEWER ? _ ("Viewers cannot change anything.")
                                : _ ("Only the primary admin can do this.");
}

/**
 * rc_team_normalize_name:
 * @name: (nullable): a member's name as typed
 * @error: RC_RULE_ERROR_INVALID_DATA
 *
 * Returns: (transfer full) (nullable): the name, trimmed
 */
char *
rc_team_normalize_name (const char *name, GError **error)
{
  g_autofree char *line = rc_text_normalize_line (name, LONGEST_NAME);

  if (line != NULL && *line != '\0')
    return g_steal_pointer (&line);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
               _ ("Enter the name of the team member, at most %d characters."), LONGEST_NAME);
  return NULL;
}

/**
 * rc_team_check_email_unused:
 * @context: a context
 * @email: an address, normalized
 * @error: RC_RULE_ERROR_INVALID_DATA; RC_STORE_ERROR
 *
 * Returns: whether nobody in the team has the address
 */
gboolean
rc_team_check_email_unused (RcCommandContext *context, const char *email, GError **error)
{
  gboolean found;

  if (!rc_member_table_has_email (context->database, email, &found, error))
    return FALSE;
  if (found)
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
                 _ ("A team member has the address %s already."), email);
  return !found;
}

/**
 * rc_team_load:
 * @context: a context
 * @member_id: a member's id
 * @error: RC_RULE_ERROR_NOT_FOUND where it is not in the team (any more); RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the member, active or pending
 */
RcMemberRecord *
rc_team_load (RcCommandContext *context, gint64 member_id, GError **error)
{
  g_autoptr (RcMemberRecord) member = NULL;
  GError *fault = NULL;

  member = rc_member_table_load (context->database, member_id, &fault);
  if (member != NULL && member->status != RC_MEMBER_STATUS_REMOVED)
    return g_steal_pointer (&member);
  if (fault != NULL)
    g_propagate_error (error, fault);
  else
    g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND,
                         _ ("This member is not in the team any more."));
  return NULL;
}

/**
 * rc_team_check_not_last_admin:
 * @context: a context
 * @member: who is about to be removed or to get another role
 * @error: RC_RULE_ERROR_TEAM (TM-1); RC_STORE_ERROR
 *
 * Returns: whether there is an active primary admin without this one
 */
gboolean
rc_team_check_not_last_admin (RcCommandContext *context, const RcMemberRecord *member, GError **error)
{
  gint64 n_admins;

  if (member->role != RC_ROLE_PRIMARY_ADMIN || member->status != RC_MEMBER_STATUS_ACTIVE)
    return TRUE;
  if (!rc_member_table_count_admins (context->database, &n_admins, error))
    return FALSE;
  if (n_admins > 1)
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_TEAM,
               _ ("%s is the only primary admin. Make another member a primary admin first."), member->name);
  return FALSE;
}

static RcMemberRecord *
load_successor (RcCommandContext *context, const RcMemberRecord *member, gint64 successor_id,
                gint64 n_customers, GError **error)
{
  if (successor_id != 0 && successor_id != member->id)
    return rc_command_context_load_manager (context, successor_id, error);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_SUCCESSOR,
               /* Translators: a member's name, and how many customers */
               ngettext ("%s manages %d customer. Choose who manages it from now on.",
                         "%s manages %d customers. Choose who manages them from now on.",
                         (gulong) n_customers),
               member->name, (int) n_customers);
  return NULL;
}

/**
 * rc_team_hand_over:
 * @context: a context
 * @member: who cannot look after customers any more
 * @successor_id: who looks after them from now on; may be 0 where there are none
 * @details: the activity entry's details; get the successor
 * @error: RC_RULE_ERROR_SUCCESSOR where none is named, RC_RULE_ERROR_NOT_FOUND, RC_RULE_ERROR_FORBIDDEN for a viewer;
 *   RC_STORE_ERROR
 *
 * Gives all customers of the member to another one (TM-2), but for those that have moved away (CH-5).
 *
 * Returns: whether it was done
 */
gboolean
rc_team_hand_over (RcCommandContext *context, const RcMemberRecord *member, gint64 successor_id,
                   JsonObject *details, GError **error)
{
  g_autoptr (RcMemberRecord) successor = NULL;
  gint64 n_customers;

  if (!rc_customer_table_count_managed (context->database, member->id, &n_customers, error))
    return FALSE;
  if (n_customers == 0)
    return TRUE;
  successor = load_successor (context, member, successor_id, n_customers, error);
  if (successor == NULL)
    return FALSE;
  rc_activity_details_add (details, "managed-by", member->name, successor->name);
  rc_activity_details_add_count (details, "customers", (int) n_customers);
  context->changes->kinds |= RC_CHANGE_CUSTOMERS;
  context->changes->all = TRUE;
  return rc_customer_table_hand_over (context->database, context->seq, member->id, successor->id, error);
}
