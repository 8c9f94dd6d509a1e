/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* PA-5, AD-2, OR-1. */
#define RC_TYPE_PLACE_ORDER (rc_place_order_get_type ())
G_DECLARE_FINAL_TYPE (RcPlaceOrder, rc_place_order, RC, PLACE_ORDER, RcCommand)

RcCommand *rc_place_order_new (gint64 actor, RcDate date, gint64 pa_id, const char *order_number,
                               RcDate ordered_on);

G_END_DECLS
