/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-mail-server.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* A mail server of the test's own, on the loopback. */
typedef struct
{
  GSubprocess *process; /* (owned) */
  GDataInputStream *output; /* (owned) */
  int port;
} SmtpServer;

SmtpServer *smtp_server_start (const char *first_argument, ...) G_GNUC_NULL_TERMINATED;
char *smtp_server_read_line (SmtpServer *self); /* waits; NULL: it has ended */
guint smtp_server_stop (SmtpServer *self); /* how many whole messages it still had to tell of */
const char *smtp_fixture_get_cert (void);
const char *smtp_fixture_get_key (void);
RcMailServer *smtp_fixture_make_account (SmtpServer *server, RcMailSecurity security);
void smtp_fixture_clean_up (void);

G_END_DECLS
