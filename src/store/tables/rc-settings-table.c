/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-settings-table.h"

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

/**
 * rc_settings_table_get:
 * @database: a database
 * @name: the setting's name
 * @value: (out) (transfer full) (nullable): its value; %NULL where it is not set
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_settings_table_get (RcDatabase *database, const char *name, char **value, GError **error)
{
  g_autoptr (GError) fault = NULL;
  RcStatement *statement =
      rc_table_query (database, error, "SELECT value FROM settings WHERE name = $1", "t", name);

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  if (rc_statement_step (statement, &fault))
    *value = rc_statement_dup_text (statement, 0);
  rc_statement_reset (statement);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
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
  g_autofree char *setting = NULL;

  if (!rc_settings_table_get (database, COLLATION_SETTING, &setting, error))
    return NULL;
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
 * rc_settings_table_load_policy:
 * @database: a database
 * @error: RC_STORE_ERROR; RC_RULE_ERROR_POLICY for values that are out of range
 *
 * Returns: (transfer full) (nullable): the workspace's policy; a value that it does not hold is the default
 */
RcPolicy *
rc_settings_table_load_policy (RcDatabase *database, GError **error)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) fault = NULL;
  RcStatement *statement = rc_table_query (database, error, "SELECT name, value FROM policy", "");

  if (statement == NULL)
    return NULL;
  while (rc_statement_step (statement, &fault))
    {
      int value = (int) rc_statement_get_int (statement, 1);

      g_ptr_array_add (names, rc_statement_dup_text (statement, 0));
      g_array_append_val (values, value);
    }
  rc_statement_reset (statement);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  if (!rc_policy_set_many (policy, (const char *const *) names->pdata, (const int *) (gpointer) values->data,
                           names->len, error))
    return NULL;
  return g_steal_pointer (&policy);
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
