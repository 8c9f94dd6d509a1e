/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_MARK_MESSAGES_SENT (rc_mark_messages_sent_get_type ())
G_DECLARE_FINAL_TYPE (RcMarkMessagesSent, rc_mark_messages_sent, RC, MARK_MESSAGES_SENT, RcCommand)

RcCommand *rc_mark_messages_sent_new (gint64 actor, RcDate date, GArray *message_ids);

G_END_DECLS
