/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"

G_BEGIN_DECLS

/* The text of messages before names and dates are filled in: "Subject: …", an empty line, the body; "{name}" stands for a
 * value. The program's own are resources; a reseller's lie in <configuration>/reseller-console/mail/<language>/<kind>.txt. */
char *rc_message_template_load (RcMessageKind kind, const char *language, GError **error);
char *rc_message_template_load_own (RcMessageKind kind, const char *language, GError **error);
char *rc_message_template_read_placeholder (const char *text);
char *rc_message_template_get_folder (void);
GPtrArray *rc_message_template_list_own (guint *n_used); /* of char *, what is wrong with them */

G_END_DECLS
