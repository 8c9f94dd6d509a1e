/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* PA-8: primary admin only. */
#define RC_TYPE_CLOSE_UNPAID (rc_close_unpaid_get_type ())
G_DECLARE_FINAL_TYPE (RcCloseUnpaid, rc_close_unpaid, RC, CLOSE_UNPAID, RcCommand)

RcCommand *rc_close_unpaid_new (gint64 actor, RcDate date, gint64 pa_id, const char *reason);

G_END_DECLS
