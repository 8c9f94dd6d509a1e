/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-settings-table.h"

#include "rc-log-query.h"
#include "rc-table.h"

#include <string.h>

/* The workspace's settings and policy values, and the collator that its sort keys are made with. */

#define COLLATION_SETTING "collation"
#define COLLATOR_KEY "rc-settings-table-collator"

/* A collator and the setting that it was made for. */
typedef struct
{
  RcCollator *collator; /* (owned) */
  char *setting; /* (owned) */
} Collation;

static void
collation_free (gpointer data)
{
  Collation *collation = data;

  g_clear_object (&collation->collator);
  g_free (collation->setting);
  g_free (collation);
}

/**
 * rc_settings_table_set:
 * @database: a database
 * @name: the setting's name
 * @value: (nullable): its value; %NULL removes it
 * @error: RC_STORE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
rc_settings_table_set (RcDatabase *database, const char *name, const char *value, GError **error)
{
  if (value == NULL)
    return rc_table_run (database, error, "DELETE FROM settings WHERE name = $1", "t", name);
  return rc_table_run (database, error,
                       "INSERT INTO settings (name, value) VALUES ($1, $2) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                       "tt", name, value);
}

/* What is recorded is the locale with ICU's version behind the last "@". */
static RcCollator *
collator_for_setting (const char *setting)
{
  const char *version = strrchr (setting, '@');
  g_autofree char *locale =
      g_strndup (setting, version != NULL ? (gsize) (version - setting) : strlen (setting));

  return rc_collator_new (*locale != '\0' ? locale : NULL);
}

/**
 * rc_settings_table_get_collator:
 * @database: a database
 * @error: RC_STORE_ERROR
 *
 * The collator of the locale that the workspace's sort keys were made with; for a workspace that records none yet, the
 * user's, which is then recorded. It is kept with the connection.
 *
 * Returns: (transfer none) (nullable): the collator, %NULL on error
 */
RcCollator *
rc_settings_table_get_collator (RcDatabase *database, GError **error)
{
  Collation *collation = g_object_get_data (G_OBJECT (database), COLLATOR_KEY);
  g_autoptr (GError) fault = NULL;
  g_autofree char *setting = rc_settings_query_get (database, COLLATION_SETTING, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  if (collation != NULL && g_strcmp0 (collation->setting, setting) == 0)
    return collation->collator;

  collation = g_new0 (Collation, 1);
  collation->collator = setting != NULL ? collator_for_setting (setting) : rc_collator_new (NULL);
  collation->setting =
      setting != NULL ? g_steal_pointer (&setting) : g_strdup (rc_collator_get_locale (collation->collator));
  g_object_set_data_full (G_OBJECT (database), COLLATOR_KEY, collation, collation_free);
  if (!rc_settings_table_set (database, COLLATION_SETTING, collation->setting, error))
    return NULL;
  return collation->collator;
}

/**
 * rc_settings_table_put_policy:
 * @database: a database in a transaction
 * @policy: the program's numbers
 * @error: RC_STORE_ERROR
 *
 * Writes all policy values.
 *
 * Returns: whether they were written
 */
gboolean
rc_settings_table_put_policy (RcDatabase *database, const RcPolicy *policy, GError **error)
{
  const char *const *names = rc_policy_list_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    if (!rc_table_run (database, error,
                       "INSERT INTO policy (name, value) VALUES ($1, $2) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                       "ti", names[i], rc_policy_get (policy, names[i])))
      return FALSE;
  return TRUE;
}
