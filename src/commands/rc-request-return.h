/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* OR-4, VS-3. */
#define RC_TYPE_REQUEST_RETURN (rc_request_return_get_type ())
G_DECLARE_FINAL_TYPE (RcRequestReturn, rc_request_return, RC, REQUEST_RETURN, RcCommand)

RcCommand *rc_request_return_new (gint64 actor, RcDate date, gint64 order_line_id, int quantity);

G_END_DECLS
