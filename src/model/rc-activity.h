/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* An entry of the activity log (AC-1). Properties: when (local time), who, what (in words), customer, changes ("field: old → new", one a
 * line) (texts); id, loaded. */
#define RC_TYPE_ACTIVITY (rc_activity_get_type ())
G_DECLARE_FINAL_TYPE (RcActivity, rc_activity, RC, ACTIVITY, RcTextItem)

RcActivity *rc_activity_new (gint64 id);
void rc_activity_update (RcActivity *self, RcActivityRecord *record, GTimeZone *zone); /* takes the record */

G_END_DECLS
