/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-actions.h"
#include "rc-virtual-list.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* One customer as the detail pane shows it, following the workspace's changes. Properties: workspace (construct), customer-id (rw; 0: none),
 * state (RcListState; empty where none is chosen or it is gone), error-message, customer (RcCustomer, nullable), plans, open-requests,
 * history, renewals (GListModels of RcPlanItem, RcRequestItem, RcHistoryItem, RcRenewalItem: rc-…-item.h), and for each action of
 * rc-actions.h can-… and …-reason (why not, in words; "" if it can): create-pa, place-direct-order, remind, accept, remove, set-assigned,
 * assign-manager. */
#define RC_TYPE_MEMBERSHIP (rc_membership_get_type ())
G_DECLARE_FINAL_TYPE (RcMembership, rc_membership, RC, MEMBERSHIP, GObject)

RcMembership *rc_membership_new (RcWorkspace *workspace);
void rc_membership_set_customer_id (RcMembership *self, gint64 customer_id);
gint64 rc_membership_get_customer_id (RcMembership *self);
void rc_membership_reload (RcMembership *self); /* tries again after an error */
RcListState rc_membership_get_state (RcMembership *self);
const RcMembershipRecord *rc_membership_get_record (RcMembership *self); /* (nullable) */
gboolean rc_membership_can (RcMembership *self, RcAction action);
const char *rc_membership_get_reason (RcMembership *self, RcAction action);

G_END_DECLS
