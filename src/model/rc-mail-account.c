/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-mail-account.h"

#include "rc-enum-types.h"
#include "rc-message-composer.h"
#include "rc-smtp.h"

#include <glib/gi18n-lib.h>

/* This desk's mail settings, put together from GSettings and the keyring. It sends nothing but a test message. */

#define SCHEMA "org.resellerconsole.ResellerConsole"

struct _RcMailAccount
{
  GObject parent_instance;

  GSettings *settings; /* (owned) */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (RcMailAccount, rc_mail_account, G_TYPE_OBJECT)

static void
on_setting_changed (RcMailAccount *self, const char *key)
{
  if (g_str_has_prefix (key, "mail-") || g_str_equal (key, "dated-messages"))
    g_signal_emit (self, changed_signal, 0);
}

static void
rc_mail_account_finalize (GObject *object)
{
  g_clear_object (&RC_MAIL_ACCOUNT (object)->settings);
  G_OBJECT_CLASS (rc_mail_account_parent_class)->finalize (object);
}

static void
rc_mail_account_class_init (RcMailAccountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_mail_account_finalize;
  changed_signal =
      g_signal_new ("changed", RC_TYPE_MAIL_ACCOUNT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rc_mail_account_init (RcMailAccount *self)
{
  self->settings = g_settings_new (SCHEMA);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_setting_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * rc_mail_account_new:
 *
 * Returns: (transfer full): the account of this desk, which follows the settings
 */
RcMailAccount *
rc_mail_account_new (void)
{
  return g_object_new (RC_TYPE_MAIL_ACCOUNT, NULL);
}

/**
 * rc_mail_account_get_settings:
 * @self: an account
 *
 * Returns: (transfer none): where it is kept, for what shows and changes it
 */
GSettings *
rc_mail_account_get_settings (RcMailAccount *self)
{
  g_return_val_if_fail (RC_IS_MAIL_ACCOUNT (self), NULL);
  return self->settings;
}

/**
 * rc_mail_account_tell_password:
 * @self: an account
 *
 * Tells all who send by it, in every window, that another password was saved (MS-2): what was refused is tried again.
 */
void
rc_mail_account_tell_password (RcMailAccount *self)
{
  g_return_if_fail (RC_IS_MAIL_ACCOUNT (self));
  g_settings_set_uint (self->settings, "mail-password-changes",
                       g_settings_get_uint (self->settings, "mail-password-changes") + 1);
}

static char *
dup_setting (RcMailAccount *self, const char *key)
{
  g_autofree char *value = g_strstrip (g_settings_get_string (self->settings, key));

  return value[0] != '\0' ? g_steal_pointer (&value) : NULL;
}

/**
 * rc_mail_account_dup_server:
 * @self: an account
 *
 * Returns: (transfer full): the server as it is set up, complete or not, without the password
 */
RcMailServer *
rc_mail_account_dup_server (RcMailAccount *self)
{
  RcMailServer *server = rc_mail_server_new ();
  g_autofree char *security = NULL;
  int value = RC_MAIL_SECURITY_TLS;

  g_return_val_if_fail (RC_IS_MAIL_ACCOUNT (self), server);
  security = g_settings_get_string (self->settings, "mail-security");
  server->host = dup_setting (self, "mail-host");
  server->port = (int) g_settings_get_uint (self->settings, "mail-port");
  if (rc_enum_from_nick (RC_TYPE_MAIL_SECURITY, security, &value))
    server->security = (RcMailSecurity) value;
  server->user = dup_setting (self, "mail-user");
  server->ca_file = dup_setting (self, "mail-ca-file");
  server->sender_name = dup_setting (self, "mail-sender-name");
  server->sender_email = dup_setting (self, "mail-sender-email");
  return server;
}

/**
 * rc_mail_account_is_active:
 * @self: an account
 *
 * Returns: whether messages are sent as soon as they are written
 */
gboolean
rc_mail_account_is_active (RcMailAccount *self)
{
  g_return_val_if_fail (RC_IS_MAIL_ACCOUNT (self), FALSE);
  return g_settings_get_boolean (self->settings, "mail-active");
}

/**
 * rc_mail_account_get_dated:
 * @self: an account
 *
 * Returns: what this desk does with the mails that a date brings (MS-1)
 */
RcDatedMessages
rc_mail_account_get_dated (RcMailAccount *self)
{
  g_autofree char *nick = NULL;
  int value = RC_DATED_MESSAGES_ASK;

  g_return_val_if_fail (RC_IS_MAIL_ACCOUNT (self), RC_DATED_MESSAGES_ASK);
  nick = g_settings_get_string (self->settings, "dated-messages");
  rc_enum_from_nick (RC_TYPE_DATED_MESSAGES, nick, &value);
  return (RcDatedMessages) value;
}

static void
free_server (gpointer server)
{
  rc_mail_server_free (server);
}

static void
on_password_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *password = rc_password_store_find_finish (result, &error);
  RcMailServer *server = g_task_get_task_data (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (password == NULL)
    g_task_return_new_error (
        task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s",
        _ ("The password of the mail account is not known. Enter it in the preferences."));
  else
    {
      server = rc_mail_server_copy (server);
      server->password = g_steal_pointer (&password);
      g_task_return_pointer (task, server, free_server);
    }
}

/**
 * rc_mail_account_load_async:
 * @self: an account
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Finds all that is needed to send: the server with the password. The keyring may ask the user to unlock it.
 */
void
rc_mail_account_load_async (RcMailAccount *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (RcMailServer) server = NULL;
  GError *error = NULL;

  g_return_if_fail (RC_IS_MAIL_ACCOUNT (self));
  g_task_set_source_tag (task, rc_mail_account_load_async);
  server = rc_mail_account_dup_server (self);
  if (!rc_mail_server_validate (server, &error))
    g_task_return_error (task, error);
  else if (server->user == NULL)
    g_task_return_pointer (task, g_steal_pointer (&server), free_server);
  else
    {
      RcMailServer *kept = g_steal_pointer (&server);

      g_task_set_task_data (task, kept, free_server);
      rc_password_store_find_async (kept->host, kept->user, cancellable, on_password_found,
                                    g_object_ref (task));
    }
}

/**
 * rc_mail_account_load_finish:
 * @self: an account
 * @result: what the callback was given
 * @error: RC_MAIL_SERVER_ERROR: what is to be set up; G_IO_ERROR_PERMISSION_DENIED: the password is not known
 *
 * Returns: (transfer full) (nullable): the server
 */
RcMailServer *
rc_mail_account_load_finish (RcMailAccount *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* In a thread of GIO's. */
static void
send_test (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const RcMailServer *server = data;
  g_autofree char *message_id = rc_message_id_new ();
  g_autoptr (GBytes) mail = rc_message_to_eml (
      server->sender_name, server->sender_email, server->sender_name, server->sender_email,
      /* Translators: the subject of a message that tries the mail settings */
      _ ("Test message of Reseller Console"),
      _ ("This message was sent to try the mail settings. They work.\n"), message_id, g_get_real_time ());
  g_autoptr (RcSmtpOutcome) outcome = rc_smtp_send (server, server->sender_email, mail, cancellable);

  if (outcome->result == RC_SMTP_SENT)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", outcome->words);
}

static void
on_loaded_for_test (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  RcMailServer *server = rc_mail_account_load_finish (RC_MAIL_ACCOUNT (source), result, &error);

  if (server == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, server, free_server);
  g_task_run_in_thread (task, send_test);
}

/**
 * rc_mail_account_test_async:
 * @self: an account
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Sends a message from the sender's address to itself.
 */
void
rc_mail_account_test_async (RcMailAccount *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (RC_IS_MAIL_ACCOUNT (self));
  g_task_set_source_tag (task, rc_mail_account_test_async);
  rc_mail_account_load_async (self, cancellable, on_loaded_for_test, task);
}

/**
 * rc_mail_account_test_finish:
 * @self: an account
 * @result: what the callback was given
 * @error: what is wrong, in words that help or are the server's
 *
 * Returns: whether the server took the message
 */
gboolean
rc_mail_account_test_finish (RcMailAccount *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
