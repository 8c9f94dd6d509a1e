/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message-composer.h"
#include "rc-smtp.h"
#include "smtp-fixture.h"

#include <locale.h>
#include <string.h>

/* MS-2: one message handed to a mail server of the test's own, which takes it, refuses it, hangs or dies. */

#define MESSAGE_ID "one@reseller-console.invalid"
#define RECIPIENT "office@customer.example"

static GBytes *
make_mail (gsize body_size)
{
  g_autofree char *filler = g_strnfill (body_size, 'x');
  g_autofree char *body = g_strdup_printf ("Line\n.\n%s\n", filler);

  return rc_message_to_eml ("Reseller", "team@reseller.example", "Licence Office", RECIPIENT, "Subject", body,
                            MESSAGE_ID, G_GINT64_CONSTANT (1767225600000000));
}

static RcSmtpOutcome *
send_to (SmtpServer *server, const RcMailServer *account, gsize body_size)
{
  g_autoptr (GBytes) mail = make_mail (body_size);

  return rc_smtp_send (account, RECIPIENT, mail, NULL);
}

static void
check_sent (SmtpServer *server, const RcMailServer *account)
{
  g_autoptr (RcSmtpOutcome) outcome = send_to (server, account, 10);
  g_autofree char *line = NULL;

  g_assert_cmpstr (outcome->words, ==, NULL);
  g_assert_cmpint (outcome->result, ==, RC_SMTP_SENT);
  line = smtp_server_read_line (server);
  g_assert_cmpstr (line, ==, "GOT <" MESSAGE_ID "> " RECIPIENT);
}

static void
test_plain (void)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, RC_MAIL_SECURITY_NONE);

  check_sent (server, account);
  check_sent (server, account);
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
}

static void
test_encrypted (gconstpointer data)
{
  gboolean tls = GPOINTER_TO_INT (data) == RC_MAIL_SECURITY_TLS;
  SmtpServer *server =
      smtp_server_start ("--security", tls ? "tls" : "starttls", "--cert", smtp_fixture_get_cert (), "--key",
                         smtp_fixture_get_key (), "--password", "right", NULL);
  g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, GPOINTER_TO_INT (data));

  account->user = g_strdup ("desk");
  account->password = g_strdup ("right");
  check_sent (server, account);
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
}

/* A password is told to nobody who cannot prove who it is, and to none without encryption. */
static void
test_not_trusted (gconstpointer data)
{
  gboolean tls = GPOINTER_TO_INT (data) == RC_MAIL_SECURITY_TLS;
  SmtpServer *server = smtp_server_start ("--security", tls ? "tls" : "starttls", "--cert",
                                          smtp_fixture_get_cert (), "--key", smtp_fixture_get_key (), NULL);
  g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, GPOINTER_TO_INT (data));
  g_autoptr (RcSmtpOutcome) outcome = NULL;

  g_clear_pointer (&account->ca_file, g_free);
  outcome = send_to (server, account, 10);
  g_assert_cmpint (outcome->result, ==, RC_SMTP_SERVER);
  g_assert_nonnull (strstr (outcome->words, "could not prove"));
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
}

static void
test_no_starttls (void)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, RC_MAIL_SECURITY_STARTTLS);
  g_autoptr (RcSmtpOutcome) outcome = send_to (server, account, 10);

  g_assert_cmpint (outcome->result, ==, RC_SMTP_SERVER);
  g_assert_nonnull (strstr (outcome->words, "STARTTLS"));
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
}

static void
test_wrong_password (void)
{
  SmtpServer *server = smtp_server_start ("--password", "right", NULL);
  g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, RC_MAIL_SECURITY_NONE);
  g_autoptr (RcSmtpOutcome) outcome = NULL;

  account->user = g_strdup ("desk");
  account->password = g_strdup ("wrong");
  outcome = send_to (server, account, 10);
  g_assert_cmpint (outcome->result, ==, RC_SMTP_SERVER);
  g_assert_nonnull (strstr (outcome->words, "user name and password"));
  g_assert_nonnull (strstr (outcome->words, "535"));
  g_assert_null (strstr (outcome->words, "wrong"));
  g_assert_cmpuint (smtp_server_stop (server), ==, 0);
}

typedef struct
{
  const char *option;
  const char *answer;
  RcSmtpResult result;
} Refusal;

/* What the server says is kept, word for word. */
static void
test_refused (void)
{
  static const Refusal cases[] = {
    { "--rcpt", "550 5.1.1 No such user", RC_SMTP_REFUSED },
    { "--rcpt", "450 4.2.0 Greylisted, come back later", RC_SMTP_LATER },
    { "--rcpt", "421 4.3.2 Closing", RC_SMTP_SERVER },
    { "--data", "554 5.7.1 This looks like spam", RC_SMTP_REFUSED },
    { "--data", "452 4.3.1 Disk full", RC_SMTP_LATER },
    { "--mail", "553 5.1.8 Sender address rejected", RC_SMTP_SERVER },
    { "--mail", "451 4.3.0 Try later", RC_SMTP_SERVER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SmtpServer *server = smtp_server_start (cases[i].option, cases[i].answer, NULL);
      g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, RC_MAIL_SECURITY_NONE);
      g_autoptr (RcSmtpOutcome) outcome = send_to (server, account, 10);

      g_assert_cmpstr (outcome->words, ==, cases[i].answer);
      g_assert_cmpint (outcome->result, ==, cases[i].result);
      g_assert_cmpuint (smtp_server_stop (server), ==, 0);
    }
}

/* Nobody knows whether a message was taken where the server does not say so. */
static void
test_hangs_and_dies (void)
{
  static const struct
  {
    const char *option;
    const char *stage;
    gsize size;
    RcSmtpResult result;
  } cases[] = {
    { "--hang", "greeting", 10, RC_SMTP_SERVER },
    { "--hang", "end", 10, RC_SMTP_UNCLEAR },
    { "--die", "end", 10, RC_SMTP_UNCLEAR },
    { "--die", "middle", 40 * 1000 * 1000, RC_SMTP_LATER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SmtpServer *server = smtp_server_start (cases[i].option, cases[i].stage, NULL);
      g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, RC_MAIL_SECURITY_NONE);
      g_autoptr (RcSmtpOutcome) outcome = send_to (server, account, cases[i].size);

      g_assert_cmpint (outcome->result, ==, cases[i].result);
      g_assert_cmpuint (strlen (outcome->words), >, 20);
      smtp_server_stop (server);
    }
}

static void
test_nobody_there (void)
{
  SmtpServer *server = smtp_server_start (NULL, NULL);
  g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, RC_MAIL_SECURITY_NONE);
  g_autoptr (RcSmtpOutcome) outcome = NULL;

  smtp_server_stop (server);
  outcome = send_to (server, account, 10);
  g_assert_cmpint (outcome->result, ==, RC_SMTP_SERVER);
  g_assert_nonnull (strstr (outcome->words, "does not answer"));
}

/* Closing the program does not wait for a server that hangs. */
static void
test_cancelled (void)
{
  SmtpServer *server = smtp_server_start ("--hang", "greeting", NULL);
  g_autoptr (RcMailServer) account = smtp_fixture_make_account (server, RC_MAIL_SECURITY_NONE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) mail = make_mail (10);
  g_autoptr (RcSmtpOutcome) outcome = NULL;
  gint64 start = g_get_monotonic_time ();

  account->total_timeout = 60;
  g_cancellable_cancel (cancellable);
  outcome = rc_smtp_send (account, RECIPIENT, mail, cancellable);
  g_assert_cmpint (outcome->result, ==, RC_SMTP_STOPPED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
  smtp_server_stop (server);
}

static void
test_validate (void)
{
  static const struct
  {
    const char *host;
    int port;
    RcMailSecurity security;
    const char *sender;
    int code; /* -1: none */
  } cases[] = {
    { "mail.example.com", 465, RC_MAIL_SECURITY_TLS, "a@b.example", -1 },
    { "127.0.0.1", 25, RC_MAIL_SECURITY_NONE, "a@b.example", -1 },
    { "::1", 25, RC_MAIL_SECURITY_NONE, "a@b.example", -1 },
    { "localhost", 25, RC_MAIL_SECURITY_NONE, "a@b.example", -1 },
    { "mail.example.com", 25, RC_MAIL_SECURITY_NONE, "a@b.example", RC_MAIL_SERVER_ERROR_SECURITY },
    { "localhost.example.com", 25, RC_MAIL_SECURITY_NONE, "a@b.example", RC_MAIL_SERVER_ERROR_SECURITY },
    { "", 465, RC_MAIL_SECURITY_TLS, "a@b.example", RC_MAIL_SERVER_ERROR_HOST },
    { "mail.example.com/x", 465, RC_MAIL_SECURITY_TLS, "a@b.example", RC_MAIL_SERVER_ERROR_HOST },
    { "mail.example.com", 0, RC_MAIL_SECURITY_TLS, "a@b.example", RC_MAIL_SERVER_ERROR_PORT },
    { "mail.example.com", 65536, RC_MAIL_SECURITY_TLS, "a@b.example", RC_MAIL_SERVER_ERROR_PORT },
    { "mail.example.com", 465, RC_MAIL_SECURITY_TLS, "nobody", RC_MAIL_SERVER_ERROR_SENDER },
    { "mail.example.com", 465, RC_MAIL_SECURITY_TLS, "a@b.example> SIZE=1", RC_MAIL_SERVER_ERROR_SENDER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcMailServer) server = rc_mail_server_new ();
      g_autoptr (GError) error = NULL;

      server->host = g_strdup (cases[i].host);
      server->port = cases[i].port;
      server->security = cases[i].security;
      server->sender_email = g_strdup (cases[i].sender);
      g_assert_cmpint (rc_mail_server_validate (server, &error), ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, RC_MAIL_SERVER_ERROR, cases[i].code);
    }
}

/* Where the module is not installed, the message waits, as where the server does not answer. */
static void
test_no_module (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (g_setenv ("RC_MODULE_DIR", g_get_tmp_dir (), TRUE));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (RcMailServer) account = rc_mail_server_new ();
      g_autoptr (RcSmtpOutcome) outcome = send_to (NULL, account, 10);

      g_assert_cmpint (outcome->result, ==, RC_SMTP_SERVER);
      g_assert_nonnull (strstr (outcome->words, "is missing"));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/smtp/plain", test_plain);
  g_test_add_data_func ("/smtp/tls", GINT_TO_POINTER (RC_MAIL_SECURITY_TLS), test_encrypted);
  g_test_add_data_func ("/smtp/starttls", GINT_TO_POINTER (RC_MAIL_SECURITY_STARTTLS), test_encrypted);
  g_test_add_data_func ("/smtp/tls-not-trusted", GINT_TO_POINTER (RC_MAIL_SECURITY_TLS), test_not_trusted);
  g_test_add_data_func ("/smtp/starttls-not-trusted", GINT_TO_POINTER (RC_MAIL_SECURITY_STARTTLS),
                        test_not_trusted);
  g_test_add_func ("/smtp/no-starttls", test_no_starttls);
  g_test_add_func ("/smtp/wrong-password", test_wrong_password);
  g_test_add_func ("/smtp/refused", test_refused);
  g_test_add_func ("/smtp/hangs-and-dies", test_hangs_and_dies);
  g_test_add_func ("/smtp/nobody-there", test_nobody_there);
  g_test_add_func ("/smtp/cancelled", test_cancelled);
  g_test_add_func ("/smtp/no-module", test_no_module);
  g_test_add_func ("/smtp/validate", test_validate);
  status = g_test_run ();
  smtp_fixture_clean_up ();
  return status;
}
