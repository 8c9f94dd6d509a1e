/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A processed renewal order (RN-8). Properties (texts): number, date, old-anniversary-date, new-anniversary-date, lines,
 * changes (against the term before, a line a product). */
#define RC_TYPE_RENEWAL_ITEM (rc_renewal_item_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewalItem, rc_renewal_item, RC, RENEWAL_ITEM, RcTextItem)

RcRenewalItem *rc_renewal_item_new (const RcRenewalRecord *record, GPtrArray *orders);

G_END_DECLS
