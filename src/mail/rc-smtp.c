/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rc-smtp.h"

#include "rc-smtp-conversation.h"

#include <glib/gi18n-lib.h>

/* Hands one message to a mail server (MS-2), in the calling thread and with a connection of its own. It decides what became of
 * the message, not what is done about it: that, and writing it down, is the outbox's. */

typedef RcSmtpOutcome *(*Send) (const RcMailServer *server, const char *to_email, GBytes *mail,
                                GCancellable *cancellable);

/* The module is read with the first message, and stays. NULL where it is not installed. */
static Send
load_send (void)
{
  static gsize ready;
  static gpointer send;

  if (g_once_init_enter (&ready))
    {
      const char *folder = g_getenv ("RC_MODULE_DIR"); /* of a build that is not installed */
      g_autofree char *path =
          g_build_filename (folder != NULL && *folder != '\0' ? folder : RC_MODULE_DIR, RC_SMTP_MODULE, NULL);
      GModule *module = g_module_open (path, G_MODULE_BIND_LOCAL);

      if (module == NULL || !g_module_symbol (module, RC_SMTP_CONVERSATION_SEND, &send))
        g_message ("%s", g_module_error ());
      else
        g_module_make_resident (module);
      g_once_init_leave (&ready, 1);
    }
  return (Send) send;
}

/**
 * rc_smtp_send:
 * @server: a server that rc_mail_server_validate() accepts
 * @to_email: the recipient's address
 * @mail: the message as RFC 5322 says, with CRLF
 * @cancellable: (nullable): stops it as long as the server cannot have the whole message
 *
 * Hands a message in; returns within the server's total timeout. What failed before the end of the message was sent is
 * safe to be tried again; what got no answer after it is RC_SMTP_UNCLEAR.
 *
 * Returns: (transfer full): what became of it
 */
RcSmtpOutcome *
rc_smtp_send (const RcMailServer *server, const char *to_email, GBytes *mail, GCancellable *cancellable)
{
  Send send = load_send ();
  RcSmtpOutcome *outcome;

  if (send != NULL)
    return send (server, to_email, mail, cancellable);
  outcome = g_new0 (RcSmtpOutcome, 1);
  outcome->result = RC_SMTP_SERVER;
  outcome->words =
      g_strdup (_ ("The part of the program that sends mail is missing. Install the program again."));
  return outcome;
}

/**
 * rc_smtp_outcome_free:
 * @outcome: (nullable) (transfer full): an outcome
 */
void
rc_smtp_outcome_free (RcSmtpOutcome *outcome)
{
  if (outcome == NULL)
    return;
  g_free (outcome->words);
  g_free (outcome);
}
