/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"

G_BEGIN_DECLS

/* Where mail is handed in, and as whom. A value: copied, never changed while somebody uses it. */
typedef struct
{
  char *host; /* a name or an address */
  int port;
  RcMailSecurity security;
  char *user; /* (nullable) NULL: without signing in */
  char *password; /* (nullable) */
  char *ca_file; /* (nullable) PEM of the authorities that are trusted; NULL: the system's */
  char *sender_name;
  char *sender_email;
  int connect_timeout; /* seconds */
  int total_timeout; /* seconds, for one message */
} RcMailServer;

#define RC_MAIL_SERVER_ERROR (rc_mail_server_error_quark ())
GQuark rc_mail_server_error_quark (void);
typedef enum
{
  RC_MAIL_SERVER_ERROR_HOST,
  RC_MAIL_SERVER_ERROR_PORT,
  RC_MAIL_SERVER_ERROR_SECURITY, /* unencrypted to another computer */
  RC_MAIL_SERVER_ERROR_SENDER
} RcMailServerError;

RcMailServer *rc_mail_server_new (void);
RcMailServer *rc_mail_server_copy (const RcMailServer *self);
void rc_mail_server_free (RcMailServer *self);
gboolean rc_mail_server_is_local (const char *host);
gboolean rc_mail_server_validate (const RcMailServer *self, GError **error);
int rc_mail_server_usual_port (RcMailSecurity security);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcMailServer, rc_mail_server_free)

G_END_DECLS
