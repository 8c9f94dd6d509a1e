/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-password-store.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

/* Keeps passwords where the desktop keeps them (the Secret Service), never in a setting or in a workspace. Main thread only. */

static const SecretSchema schema = { "org.resellerconsole.ResellerConsole.Mail",
                                     SECRET_SCHEMA_NONE,
                                     { { "host", SECRET_SCHEMA_ATTRIBUTE_STRING },
                                       { "user", SECRET_SCHEMA_ATTRIBUTE_STRING } } };

/* What no keyring took: "user@host" → password, until the program ends. */
static GHashTable *kept_for_now;

static void
free_password (gpointer password)
{
  secret_password_free (password);
}

static char *
make_key (const char *host, const char *user)
{
  return g_strdup_printf ("%s@%s", user, host);
}

static void
keep_for_now (const char *key, const char *password)
{
  if (kept_for_now == NULL)
    kept_for_now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_password);
  if (password != NULL)
    g_hash_table_insert (kept_for_now, g_strdup (key), g_strdup (password));
  else
    g_hash_table_remove (kept_for_now, key);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const char *key = g_object_get_data (G_OBJECT (task), "key");

  if (secret_password_store_finish (result, &error))
    {
      keep_for_now (key, NULL);
      g_task_return_int (task, RC_PASSWORD_KEPT);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    {
      g_info ("The keyring does not take the password: %s", error->message);
      keep_for_now (key, g_object_get_data (G_OBJECT (task), "password"));
      g_task_return_int (task, RC_PASSWORD_KEPT_FOR_NOW);
    }
}

/**
 * rc_password_store_save_async:
 * @host: the mail server
 * @user: the account's name there
 * @password: its password
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Puts the password into the keyring in place of the one that was there.
 */
void
rc_password_store_save_async (const char *host, const char *user, const char *password,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *label = NULL;

  g_return_if_fail (host != NULL && user != NULL && password != NULL);
  g_task_set_source_tag (task, rc_password_store_save_async);
  g_object_set_data_full (G_OBJECT (task), "key", make_key (host, user), g_free);
  g_object_set_data_full (G_OBJECT (task), "password", g_strdup (password), free_password);
  /* Translators: what the password is called in the keyring; a user name and a mail server */
  label = g_strdup_printf (_ ("Reseller Console: %s on %s"), user, host);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, password, cancellable, on_saved, task,
                         "host", host, "user", user, NULL);
}

/**
 * rc_password_store_save_finish:
 * @result: what the callback was given
 * @kept: (out): where it is
 * @error: only where it was cancelled
 *
 * Returns: whether it was kept
 */
gboolean
rc_password_store_save_finish (GAsyncResult *result, RcPasswordKept *kept, GError **error)
{
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  value = g_task_propagate_int (G_TASK (result), error);
  if (value < 0)
    return FALSE;
  *kept = (RcPasswordKept) value;
  return TRUE;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *password = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, password, free_password);
}

/**
 * rc_password_store_find_async:
 * @host: the mail server
 * @user: the account's name there
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Asks the keyring, which may ask the user to unlock it.
 */
void
rc_password_store_find_async (const char *host, const char *user, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *key = NULL;
  const char *known;

  g_return_if_fail (host != NULL && user != NULL);
  g_task_set_source_tag (task, rc_password_store_find_async);
  key = make_key (host, user);
  known = kept_for_now != NULL ? g_hash_table_lookup (kept_for_now, key) : NULL;
  if (known == NULL)
    {
      secret_password_lookup (&schema, cancellable, on_found, task, "host", host, "user", user, NULL);
      return;
    }
  g_task_return_pointer (task, g_strdup (known), free_password);
  g_object_unref (task);
}

/**
 * rc_password_store_find_finish:
 * @result: what the callback was given
 * @error: the keyring's
 *
 * Returns: (transfer full) (nullable): the password; %NULL without an error: it is not known
 */
char *
rc_password_store_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
