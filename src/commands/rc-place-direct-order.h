/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* OR-1, OR-2, OR-3, RN-7. */
#define RC_TYPE_PLACE_DIRECT_ORDER (rc_place_direct_order_get_type ())
G_DECLARE_FINAL_TYPE (RcPlaceDirectOrder, rc_place_direct_order, RC, PLACE_DIRECT_ORDER, RcCommand)

RcCommand *rc_place_direct_order_new (gint64 actor, RcDate date, gint64 customer_id, const char *order_number,
                                      RcDate ordered_on, GPtrArray *lines);

G_END_DECLS
