/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-set-policy.h"

#include "rc-command-context.h"
#include "rc-rule-error.h"
#include "rc-settings-table.h"

#include <glib/gi18n-lib.h>

/* Changes the program's numbers for the workspace. What follows from them, such as the states of purchase authorizations,
 * is not stored and so follows at once. */

struct _RcSetPolicy
{
  RcCommand parent_instance;

  RcPolicy *policy; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcSetPolicy, rc_set_policy, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "policy", RC_COMMAND_FIELD_POLICY, G_STRUCT_OFFSET (RcSetPolicy, policy) },
};

static gboolean
rc_set_policy_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  if (RC_SET_POLICY (command)->policy != NULL)
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_POLICY, _ ("The policy values are missing."));
  return FALSE;
}

static gboolean
rc_set_policy_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result, GError **error)
{
  RcSetPolicy *self = RC_SET_POLICY (command);
  const char *const *names = rc_policy_list_names ();
  g_autoptr (JsonObject) details = json_object_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      int old_value = rc_policy_get (context->policy, names[i]);
      int new_value = rc_policy_get (self->policy, names[i]);

      if (old_value == new_value)
        continue;
      rc_activity_details_add_int (details, names[i], old_value, new_value);
      result->count++;
    }
  context->changes->kinds |= RC_CHANGE_POLICY | RC_CHANGE_CUSTOMERS;
  context->changes->all = TRUE;
  return rc_settings_table_put_policy (context->database, self->policy, error)
         && rc_command_context_record (context, NULL, details, error);
}

static void
rc_set_policy_class_init (RcSetPolicyClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->validate = rc_set_policy_validate;
  command_class->apply = rc_set_policy_apply;
  rc_command_class_set_fields (command_class, "set-policy", fields, G_N_ELEMENTS (fields));
}

static void
rc_set_policy_init (RcSetPolicy *self)
{
}

/**
 * rc_set_policy_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @policy: all values; copied
 *
 * Returns: (transfer full): a command; its result counts the values that changed
 */
RcCommand *
rc_set_policy_new (gint64 actor, RcDate date, const RcPolicy *policy)
{
  return g_object_new (RC_TYPE_SET_POLICY, "actor", actor, "date", date, "policy", policy, NULL);
}
