/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_SET_TIME_ZONE (rc_set_time_zone_get_type ())
G_DECLARE_FINAL_TYPE (RcSetTimeZone, rc_set_time_zone, RC, SET_TIME_ZONE, RcCommand)

RcCommand *rc_set_time_zone_new (gint64 actor, RcDate date, const char *time_zone);

G_END_DECLS
