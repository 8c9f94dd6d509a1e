/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "smtp-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Starts tests/mail/smtp-server.py and listens to what it says. */

static char *folder; /* of the certificate, made when it is first asked for */
static char *cert;
static char *key;

static void
make_certificate (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) openssl = NULL;

  if (folder != NULL)
    return;
  folder = g_dir_make_tmp ("rc-smtp-XXXXXX", &error);
  g_assert_no_error (error);
  cert = g_build_filename (folder, "cert.pem", NULL);
  key = g_build_filename (folder, "key.pem", NULL);
  openssl = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "openssl", "req", "-x509", "-newkey",
                              "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
                              "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-out",
                              cert, "-keyout", key, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (openssl, NULL, &error));
  g_assert_no_error (error);
}

const char *
smtp_fixture_get_cert (void)
{
  make_certificate ();
  return cert;
}

const char *
smtp_fixture_get_key (void)
{
  make_certificate ();
  return key;
}

void
smtp_fixture_clean_up (void)
{
  if (folder == NULL)
    return;
  g_assert_cmpint (g_remove (cert), ==, 0);
  g_assert_cmpint (g_remove (key), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&cert, g_free);
  g_clear_pointer (&key, g_free);
  g_clear_pointer (&folder, g_free);
}

SmtpServer *
smtp_server_start (const char *first_argument, ...)
{
  SmtpServer *self = g_new0 (SmtpServer, 1);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "mail", "smtp-server.py", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  va_list more;

  /* Debian's, which its packages are for. */
  g_ptr_array_add (arguments, (gpointer) (g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE)
                                              ? "/usr/bin/python3"
                                              : "python3"));
  g_ptr_array_add (arguments, script);
  va_start (more, first_argument);
  for (const char *argument = first_argument; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (more);
  g_ptr_array_add (arguments, NULL);
  self->process = g_subprocess_newv ((const char *const *) arguments->pdata,
                                     G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = smtp_server_read_line (self);
  g_assert_true (line != NULL && g_str_has_prefix (line, "PORT "));
  self->port = (int) g_ascii_strtoll (line + strlen ("PORT "), NULL, 10);
  return self;
}

char *
smtp_server_read_line (SmtpServer *self)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line (self->output, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

guint
smtp_server_stop (SmtpServer *self)
{
  guint n_messages = 0;
  char *line;

  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL));
  g_subprocess_send_signal (self->process, 15);
  while ((line = smtp_server_read_line (self)) != NULL)
    {
      n_messages += g_str_has_prefix (line, "GOT ");
      g_free (line);
    }
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
  g_object_unref (self->output);
  g_object_unref (self->process);
  g_free (self);
  return n_messages;
}

RcMailServer *
smtp_fixture_make_account (SmtpServer *server, RcMailSecurity security)
{
  RcMailServer *account = rc_mail_server_new ();

  account->host = g_strdup ("localhost");
  account->port = server->port;
  account->security = security;
  account->ca_file = security != RC_MAIL_SECURITY_NONE ? g_strdup (smtp_fixture_get_cert ()) : NULL;
  account->sender_name = g_strdup ("Reseller");
  account->sender_email = g_strdup ("team@reseller.example");
  account->connect_timeout = g_getenv ("RC_TEST_UNHURRIED") ? 30 : 5;
  account->total_timeout = g_getenv ("RC_TEST_UNHURRIED") ? 30 : 3;
  return account;
}

/* For the address sanitizer: GLib's own frames hide who took memory from its quick look; these tests take little. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}
