/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_RETRY_MESSAGES (rc_retry_messages_get_type ())
G_DECLARE_FINAL_TYPE (RcRetryMessages, rc_retry_messages, RC, RETRY_MESSAGES, RcCommand)

RcCommand *rc_retry_messages_new (gint64 actor, RcDate date, GArray *message_ids);

G_END_DECLS
