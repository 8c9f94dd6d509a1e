/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* CU-6. email NULL: the same address. */
#define RC_TYPE_SEND_REMINDER (rc_send_reminder_get_type ())
G_DECLARE_FINAL_TYPE (RcSendReminder, rc_send_reminder, RC, SEND_REMINDER, RcCommand)

RcCommand *rc_send_reminder_new (gint64 actor, RcDate date, gint64 customer_id, const char *email);

G_END_DECLS
