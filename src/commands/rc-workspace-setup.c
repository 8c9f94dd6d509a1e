/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-setup.h"

#include "rc-add-member.h"
#include "rc-catalogue.h"
#include "rc-command-context.h"
#include "rc-import-catalogue.h"
#include "rc-settings-table.h"

/* What a new workspace begins with: the policy, the first member and the built-in catalogue. Its tables are made by the
 * migrations. */

static gboolean
import_catalogue (RcDatabase *database, gint64 member_id, gint64 now, RcDate today, GError **error)
{
  g_autoptr (GPtrArray) products = rc_catalogue_read_built_in (error);
  g_autoptr (RcCommand) command = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  if (products == NULL)
    return FALSE;
  command = rc_import_catalogue_new (member_id, today, products);
  result = rc_command_run_inside (command, database, now, NULL, error);
  return result != NULL;
}

static gboolean
set_up (RcDatabase *database, RcCommand *add_member, RcPreset preset, gint64 now, gint64 *member_id,
        GError **error)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (preset);
  g_autoptr (RcCommandResult) result = NULL;

  if (!rc_settings_table_put_policy (database, policy, error))
    return FALSE;
  result = rc_command_run_inside (add_member, database, now, NULL, error);
  if (result == NULL
      || !import_catalogue (database, result->object_id, now, rc_command_get_date (add_member), error))
    return FALSE;
  *member_id = result->object_id;
  return TRUE;
}

/**
 * rc_workspace_setup:
 * @database: a migrated workspace without a member, open for writing and not in a transaction
 * @member_name: the first member, who becomes the primary admin
 * @member_email: its e-mail address
 * @preset: which policy the workspace begins with
 * @now: µs since the epoch, UTC
 * @today: the day
 * @member_id: (out): the member's id
 * @error: RC_RULE_ERROR_INVALID_DATA for the member's name or address; RC_RULE_ERROR_FORBIDDEN where there is a member
 *   already; RC_STORE_ERROR
 *
 * Writes all of it in one transaction.
 *
 * Returns: whether it was written; if not, the workspace is as it was
 */
gboolean
rc_workspace_setup (RcDatabase *database, const char *member_name, const char *member_email, RcPreset preset,
                    gint64 now, RcDate today, gint64 *member_id, GError **error)
{
  g_autoptr (RcCommand) add_member = NULL;

  g_return_val_if_fail (RC_IS_DATABASE (database) && member_id != NULL, FALSE);

  add_member = rc_add_member_new (0, today, member_name, member_email, RC_ROLE_PRIMARY_ADMIN);
  if (!rc_database_begin (database, error))
    return FALSE;
  if (set_up (database, add_member, preset, now, member_id, error) && rc_database_commit (database, error))
    return TRUE;
  rc_database_rollback (database);
  return FALSE;
}
