/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-enums.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define RC_MAIL_ERROR (rc_mail_error_quark ())
GQuark rc_mail_error_quark (void);
typedef enum
{
  RC_MAIL_ERROR_NO_TEMPLATE, /* neither in the language nor in English */
  RC_MAIL_ERROR_TEMPLATE, /* not "Subject: …", an empty line and a body */
  RC_MAIL_ERROR_VALUE /* a placeholder that nobody gave a value for */
} RcMailError;

/* Writes the text of a message from the templates in the customer's language (MS-1), falling back to English.
 * Templates are resources "/org/resellerconsole/ResellerConsole/mail/<language>/<kind>.txt": the first line is
 * "Subject: …", then an empty line, then the body; "{name}" stands for a value. */
typedef struct
{
  char *subject;
  char *body;
} RcMessageText;
void rc_message_text_free (RcMessageText *text);
/* @values: char * → char *; every placeholder of the template must be in it, else RC_MAIL_ERROR. */
RcMessageText *rc_message_compose (RcMessageKind kind, const char *language, GHashTable *values,
                                   GError **error);
/* "5 January 2026" as the language of a message writes it, whatever the user's locale is. */
char *rc_message_format_date (const char *language, RcDate date);

/* RFC 5322 by GMime, UTF-8: what "Save as .eml" writes. */
GBytes *rc_message_to_eml (const char *from_name, const char *from_email, const char *to_name,
                           const char *to_email, const char *subject, const char *body,
                           const char *message_id, gint64 created_at);
char *rc_message_id_new (void);
/* A mailto: URI for the user's mail program. */
char *rc_message_to_mailto (const char *to_email, const char *subject, const char *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcMessageText, rc_message_text_free)

G_END_DECLS
