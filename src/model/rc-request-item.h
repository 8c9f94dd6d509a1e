/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-actions.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* An open purchase authorization. Properties: number, date, age ("12 days"), state-label, due (date), deadline (words), lines, po-number,
 * requested-by, place-order-reason, cancel-reason, close-unpaid-reason (texts); id, state (RcRequestState), can-place-order, can-cancel,
 * can-close-unpaid. */
#define RC_TYPE_REQUEST_ITEM (rc_request_item_get_type ())
G_DECLARE_FINAL_TYPE (RcRequestItem, rc_request_item, RC, REQUEST_ITEM, RcTextItem)

RcRequestItem *rc_request_item_new (const RcMembershipRecord *membership, const RcPaRecord *record,
                                    const RcActionContext *context);
gint64 rc_request_item_get_id (RcRequestItem *self);
RcRequestState rc_request_item_get_state (RcRequestItem *self);
gboolean rc_request_item_can (RcRequestItem *self, RcRequestAction action);
const char *rc_request_item_get_reason (RcRequestItem *self, RcRequestAction action);

G_END_DECLS
