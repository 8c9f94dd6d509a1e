/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-policy.h"
#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A line of the license authorization history: a purchase authorization or an order. Properties (texts): number, kind, date, status,
 * lines, remark. */
#define RC_TYPE_HISTORY_ITEM (rc_history_item_get_type ())
G_DECLARE_FINAL_TYPE (RcHistoryItem, rc_history_item, RC, HISTORY_ITEM, RcTextItem)

RcHistoryItem *rc_history_item_new_pa (const RcPaRecord *record, RcDate today, const RcPolicy *policy);
RcHistoryItem *rc_history_item_new_order (const RcOrderRecord *record);

G_END_DECLS
