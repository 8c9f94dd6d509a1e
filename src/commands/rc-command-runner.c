/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command-context.h"

#include "rc-add-member.h"
#include "rc-change-table.h"
#include "rc-log-query.h"
#include "rc-member-table.h"
#include "rc-rule-error.h"
#include "rc-team.h"

#include <glib/gi18n-lib.h>

/* Runs a command in one transaction, or leaves the workspace as it was. What a command does is in its own file. */

static char *
result_to_json (RcCommand *command, const RcCommandResult *result)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *due = rc_date_to_iso (result->due);

  json_object_set_string_member (object, "command", rc_command_get_name (command));
  json_object_set_int_member (object, "customer-id", result->customer_id);
  json_object_set_int_member (object, "object-id", result->object_id);
  json_object_set_string_member (object, "reference", result->reference);
  json_object_set_string_member (object, "due", due);
  json_object_set_int_member (object, "count", result->count);
  return json_to_string (node, FALSE);
}

static RcCommandResult *
result_from_json (RcCommand *command, const char *text, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (text, error);
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
  RcCommandResult *result;

  if (object == NULL)
    return NULL;
  if (g_strcmp0 (json_object_get_string_member_with_default (object, "command", NULL),
                 rc_command_get_name (command))
      != 0)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
                           _ ("The key of this command belongs to another one that was run before."));
      return NULL;
    }
  result = g_new0 (RcCommandResult, 1);
  result->customer_id = json_object_get_int_member_with_default (object, "customer-id", 0);
  result->object_id = json_object_get_int_member_with_default (object, "object-id", 0);
  result->reference = g_strdup (json_object_get_string_member_with_default (object, "reference", NULL));
  result->due = rc_date_from_iso (json_object_get_string_member_with_default (object, "due", NULL));
  result->count = (int) json_object_get_int_member_with_default (object, "count", 0);
  result->repeated = TRUE;
  return result;
}

/* TM-4: only the first member of a workspace is added by nobody. */
static gboolean
is_first_member (RcCommand *command, RcDatabase *database, gboolean *first, GError **error)
{
  gint64 count;

  *first = FALSE;
  if (rc_command_get_actor (command) != 0 || !RC_IS_ADD_MEMBER (command))
    return TRUE;
  if (!rc_member_table_count (database, &count, error))
    return FALSE;
  *first = count == 0;
  return TRUE;
}

/* TM-3. Leaves @actor NULL for the first member. */
static gboolean
check_actor (RcCommand *command, RcDatabase *database, RcMemberRecord **actor, GError **error)
{
  g_autoptr (RcMemberRecord) member = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean first;
  RcRole least_role = RC_COMMAND_GET_CLASS (command)->least_role;

  if (!is_first_member (command, database, &first, error))
    return FALSE;
  if (first)
    return TRUE;
  member = rc_member_table_load (database, rc_command_get_actor (command), &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (member == NULL || member->status != RC_MEMBER_STATUS_ACTIVE)
    {
      g_set_error_literal (
          error, RC_RULE_ERROR, RC_RULE_ERROR_FORBIDDEN,
          _ ("Only an active member of the team can do this. Choose who you are in the preferences."));
      return FALSE;
    }
  if (member->role > least_role)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_FORBIDDEN,
                           rc_team_get_role_reason (least_role, member->role));
      return FALSE;
    }
  *actor = g_steal_pointer (&member);
  return TRUE;
}

static RcCommandResult *
apply (RcCommand *command, RcCommandContext *context, GError **error)
{
  g_autoptr (RcCommandResult) result = g_new0 (RcCommandResult, 1);
  g_autofree char *text = NULL;

  if (!rc_command_validate (command, context->policy, error)
      || !rc_change_table_next_seq (context->database, &context->seq, error)
      || !RC_COMMAND_GET_CLASS (command)->apply (command, context, result, error))
    return NULL;
  if (!rc_command_context_tell_steps (context, error))
    return NULL;
  context->changes->seq = context->seq;
  text = result_to_json (command, result);
  if (!rc_change_table_add_command (context->database, context->seq, rc_command_get_key (command), text,
                                    error))
    return NULL;
  return g_steal_pointer (&result);
}

/**
 * rc_command_run_inside:
 * @command: a command
 * @database: a database in a transaction, which the caller commits, or rolls back where %NULL is returned
 * @now: µs since the epoch, UTC
 * @changes: (out) (optional) (transfer full): what was touched; empty where the command was run before
 * @error: RC_RULE_ERROR: which rule refuses it; RC_STORE_ERROR, RC_MAIL_ERROR
 *
 * Returns: (transfer full) (nullable): what the command returns
 */
RcCommandResult *
rc_command_run_inside (RcCommand *command, RcDatabase *database, gint64 now, RcChangeSet **changes,
                       GError **error)
{
  g_autoptr (RcPolicy) policy = NULL;
  g_autoptr (RcMemberRecord) actor = NULL;
  g_autoptr (RcChangeSet) change_set = rc_change_set_new ();
  g_autoptr (RcCommandResult) result = NULL;
  g_autofree char *earlier = NULL;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (RcCustomerSight));
  RcCommandContext context = { 0 };

  policy = rc_policy_query_load (database, error);
  if (policy == NULL
      || !rc_change_table_find_command (database, rc_command_get_key (command), &earlier, error))
    return NULL;
  if (earlier != NULL)
    result = rc_change_table_get_seq (database, &change_set->seq, error)
                 ? result_from_json (command, earlier, error)
                 : NULL;
  else if (check_actor (command, database, &actor, error))
    {
      context = (RcCommandContext){ .command = command,
                                    .database = database,
                                    .policy = policy,
                                    .today = rc_command_get_date (command),
                                    .now = now,
                                    .actor = actor,
                                    .changes = change_set,
                                    .seen = seen };
      result = apply (command, &context, error);
    }
  if (result != NULL && changes != NULL)
    *changes = g_steal_pointer (&change_set);
  return g_steal_pointer (&result);
}

/**
 * rc_command_run:
 * @command: a command
 * @database: the workspace, open for writing and not in a transaction
 * @now: µs since the epoch, UTC
 * @changes: (out) (optional) (transfer full): what was touched; empty where the command was run before
 * @error: RC_RULE_ERROR: which rule refuses it; RC_STORE_ERROR, RC_MAIL_ERROR
 *
 * Runs a command in one transaction, with its activity entry and mails. A second run of the same key changes nothing and
 * returns the same result, with `repeated` set.
 *
 * Returns: (transfer full) (nullable): what the command returns; %NULL: the workspace is as it was
 */
RcCommandResult *
rc_command_run (RcCommand *command, RcDatabase *database, gint64 now, RcChangeSet **changes, GError **error)
{
  g_autoptr (RcCommandResult) result = NULL;
  g_autoptr (RcChangeSet) change_set = NULL;

  g_return_val_if_fail (RC_IS_COMMAND (command) && RC_IS_DATABASE (database), NULL);

  if (!rc_database_begin (database, error))
    return NULL;
  result = rc_command_run_inside (command, database, now, &change_set, error);
  if (result == NULL || !rc_database_commit (database, error))
    {
      rc_database_rollback (database);
      return NULL;
    }
  if (changes != NULL)
    *changes = g_steal_pointer (&change_set);
  return g_steal_pointer (&result);
}
