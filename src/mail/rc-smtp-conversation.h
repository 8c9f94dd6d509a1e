/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-smtp.h"
#include <gmodule.h>

G_BEGIN_DECLS

#define RC_SMTP_CONVERSATION_SEND "rc_smtp_conversation_send" /* the module's symbol */

RcSmtpOutcome *rc_smtp_conversation_send (const RcMailServer *server, const char *to_email, GBytes *mail,
                                          GCancellable *cancellable);

G_END_DECLS
