/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-mail-server.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* What is known of the mail server (MS-2), and whether it can be used as it is. It opens no connection. */

#define CONNECT_TIMEOUT 20
#define TOTAL_TIMEOUT 120

/**
 * rc_mail_server_error_quark:
 *
 * Returns: the domain of errors whose code is an RcMailServerError
 */
G_DEFINE_QUARK (rc_mail_server_error, rc_mail_server_error)

/**
 * rc_mail_server_new:
 *
 * Returns: (transfer full): a server without a name, with the usual port for TLS and bounds for waiting
 */
RcMailServer *
rc_mail_server_new (void)
{
  RcMailServer *self = g_new0 (RcMailServer, 1);

  self->port = rc_mail_server_usual_port (RC_MAIL_SECURITY_TLS);
  self->connect_timeout = CONNECT_TIMEOUT;
  self->total_timeout = TOTAL_TIMEOUT;
  return self;
}

/**
 * rc_mail_server_copy:
 * @self: a server
 *
 * Returns: (transfer full): the same
 */
RcMailServer *
rc_mail_server_copy (const RcMailServer *self)
{
  RcMailServer *copy = g_memdup2 (self, sizeof *self);

  copy->host = g_strdup (self->host);
  copy->user = g_strdup (self->user);
  copy->password = g_strdup (self->password);
  copy->ca_file = g_strdup (self->ca_file);
  copy->sender_name = g_strdup (self->sender_name);
  copy->sender_email = g_strdup (self->sender_email);
  return copy;
}

/**
 * rc_mail_server_free:
 * @self: (nullable) (transfer full): a server
 */
void
rc_mail_server_free (RcMailServer *self)
{
  if (self == NULL)
    return;
  g_free (self->host);
  g_free (self->user);
  /* Nobody else is to find it in memory that was given back. */
  if (self->password != NULL)
    memset (self->password, 0, strlen (self->password));
  g_free (self->password);
  g_free (self->ca_file);
  g_free (self->sender_name);
  g_free (self->sender_email);
  g_free (self);
}

/**
 * rc_mail_server_is_local:
 * @host: (nullable): a name or an address
 *
 * Returns: whether what is sent there does not leave this computer
 */
gboolean
rc_mail_server_is_local (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL || host[0] == '\0')
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
is_host (const char *host)
{
  return host != NULL && host[0] != '\0' && strlen (host) <= 253
         && strpbrk (host, " \t\r\n/?#@\\%\"<>") == NULL && g_utf8_validate (host, -1, NULL);
}

/**
 * rc_mail_server_validate:
 * @self: a server
 * @error: RC_MAIL_SERVER_ERROR: what is to be put right
 *
 * Returns: whether mail may be handed in there
 */
gboolean
rc_mail_server_validate (const RcMailServer *self, GError **error)
{
  if (!is_host (self->host))
    g_set_error_literal (error, RC_MAIL_SERVER_ERROR, RC_MAIL_SERVER_ERROR_HOST,
                         _ ("Enter the name of the mail server, such as mail.example.com."));
  else if (self->port < 1 || self->port > G_MAXUINT16)
    g_set_error_literal (error, RC_MAIL_SERVER_ERROR, RC_MAIL_SERVER_ERROR_PORT,
                         _ ("Enter a port from 1 to 65535."));
  else if (self->security == RC_MAIL_SECURITY_NONE && !rc_mail_server_is_local (self->host))
    g_set_error_literal (
        error, RC_MAIL_SERVER_ERROR, RC_MAIL_SERVER_ERROR_SECURITY,
        _ ("Without encryption, mail is handed only to a server on this computer. Choose TLS or STARTTLS."));
  else if (self->sender_email == NULL || strchr (self->sender_email, '@') == NULL
           || strpbrk (self->sender_email, " \t\r\n<>,") != NULL)
    g_set_error_literal (error, RC_MAIL_SERVER_ERROR, RC_MAIL_SERVER_ERROR_SENDER,
                         _ ("Enter the email address that messages are sent from."));
  else
    return TRUE;
  return FALSE;
}

/**
 * rc_mail_server_usual_port:
 * @security: how the server is spoken to
 *
 * Returns: the port that servers listen on for it (RFC 8314)
 */
int
rc_mail_server_usual_port (RcMailSecurity security)
{
  switch (security)
    {
    case RC_MAIL_SECURITY_TLS:
      return 465;
    case RC_MAIL_SECURITY_STARTTLS:
      return 587;
    case RC_MAIL_SECURITY_NONE:
      return 25;
    }
  g_return_val_if_reached (465);
}
