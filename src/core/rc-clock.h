/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include <glib-object.h>

G_BEGIN_DECLS

#define RC_TYPE_CLOCK (rc_clock_get_type ())
G_DECLARE_FINAL_TYPE (RcClock, rc_clock, RC, CLOCK, GObject)

RcClock *rc_clock_new_system (void);
RcClock *rc_clock_new_fixed (RcDate today, gint64 now);
RcClock *rc_clock_new_for_day (RcDate today);
RcDate rc_clock_get_today (RcClock *self);
gint64 rc_clock_get_now (RcClock *self); /* µs since the epoch, UTC */
void rc_clock_set (RcClock *self, RcDate today, gint64 now);
void rc_clock_set_time_zone (RcClock *self, GTimeZone *zone); /* whose dates it shows; NULL: the local one */
GTimeZone *rc_clock_dup_time_zone (RcClock *self);
gint64 rc_clock_get_next_midnight (RcClock *self); /* µs until the civil date changes */

G_END_DECLS
