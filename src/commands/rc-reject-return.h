/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* OR-4. */
#define RC_TYPE_REJECT_RETURN (rc_reject_return_get_type ())
G_DECLARE_FINAL_TYPE (RcRejectReturn, rc_reject_return, RC, REJECT_RETURN, RcCommand)

RcCommand *rc_reject_return_new (gint64 actor, RcDate date, gint64 return_id, const char *reason);

G_END_DECLS
