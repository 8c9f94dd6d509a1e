/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-setting-change.h"

#include "rc-log-query.h"
#include "rc-settings-table.h"

/* What the commands on the workspace's settings have in common: the value is written, and the entry says which it was (AC-1). */

/**
 * rc_setting_change_apply:
 * @context: a context
 * @name: which setting; also the field's name in the entry
 * @value: (nullable): what it becomes; %NULL or "": it is not set
 * @result: counts 1 where it is another value, and refers to it
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_setting_change_apply (RcCommandContext *context, const char *name, const char *value,
                         RcCommandResult *result, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autoptr (GError) fault = NULL;
  g_autofree char *old_value = rc_settings_query_get (context->database, name, &fault);
  const char *new_value = value != NULL && *value != '\0' ? value : NULL;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  result->count = g_strcmp0 (old_value, new_value) != 0;
  result->reference = g_strdup (new_value);
  context->changes->kinds |= RC_CHANGE_SETTINGS;
  rc_activity_details_add (details, name, old_value, new_value);
  return rc_settings_table_set (context->database, name, new_value, error)
         && rc_command_context_record (context, NULL, details, error);
}
