/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* OR-4, VS-3. */
#define RC_TYPE_APPROVE_RETURN (rc_approve_return_get_type ())
G_DECLARE_FINAL_TYPE (RcApproveReturn, rc_approve_return, RC, APPROVE_RETURN, RcCommand)

RcCommand *rc_approve_return_new (gint64 actor, RcDate date, gint64 return_id);

G_END_DECLS
