/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"

G_BEGIN_DECLS

/* Calendar days of a time zone. Times are µs since the epoch, UTC. */
GTimeZone *rc_time_zone_find (const char *name);
gboolean rc_time_zone_is_known (const char *name);
char **rc_time_zone_list_known (void);
RcDate rc_time_zone_get_date (GTimeZone *zone, gint64 at);
void rc_time_zone_get_day (GTimeZone *zone, gint64 at, gint64 *from, gint64 *to);

G_END_DECLS
