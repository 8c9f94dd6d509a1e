/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A request to become the reseller of a membership (CH-1). Properties: title, email, state-text, deadline (texts),
 * open, waiting, expired, completed, known (booleans: the customer is still there), target, customer-target (variants "x",
 * for actions). */
#define RC_TYPE_RESELLER_CHANGE (rc_reseller_change_get_type ())
G_DECLARE_FINAL_TYPE (RcResellerChange, rc_reseller_change, RC, RESELLER_CHANGE, RcTextItem)

RcResellerChange *rc_reseller_change_new (gint64 id);
void rc_reseller_change_update (RcResellerChange *self, RcResellerChangeRecord *record, gint64 now,
                                GTimeZone *zone);
gint64 rc_reseller_change_get_id (RcResellerChange *self);
const RcResellerChangeRecord *rc_reseller_change_get_record (RcResellerChange *self); /* NULL: placeholder */

G_END_DECLS
