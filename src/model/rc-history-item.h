/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-actions.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* What can be done with a line of the history. */
typedef enum
{
  RC_HISTORY_ACTION_RETURN, /* of an order */
  RC_HISTORY_ACTION_APPROVE, /* of a return that was requested */
  RC_HISTORY_ACTION_REJECT
} RcHistoryAction;
#define RC_N_HISTORY_ACTIONS 3

/* A line of the license authorization history: a purchase authorization, an order or a return of one. Properties (texts): number,
 * kind, date, status, lines, remark; has-lines, has-remark (booleans). */
#define RC_TYPE_HISTORY_ITEM (rc_history_item_get_type ())
G_DECLARE_FINAL_TYPE (RcHistoryItem, rc_history_item, RC, HISTORY_ITEM, RcTextItem)

RcHistoryItem *rc_history_item_new_pa (const RcPaRecord *record, RcDate today, const RcPolicy *policy);
RcHistoryItem *rc_history_item_new_order (const RcMembershipRecord *membership, const RcOrderRecord *record,
                                          const RcActionContext *context);
RcHistoryItem *rc_history_item_new_return (const RcMembershipRecord *membership, const RcReturnRecord *record,
                                           const RcActionContext *context);
gint64 rc_history_item_get_id (RcHistoryItem *self);
gint64 rc_history_item_get_customer_id (RcHistoryItem *self);
gboolean rc_history_item_offers (RcHistoryItem *self, RcHistoryAction action);
const char *rc_history_item_get_reason (RcHistoryItem *self, RcHistoryAction action); /* (nullable) */

G_END_DECLS
