/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"

G_BEGIN_DECLS

/* One customer as the detail pane shows it, following the workspace's changes. Properties: workspace (construct), customer-id (rw; 0: none),
 * state (RcListState), error-message, customer (RcCustomer, nullable), plans, open-requests, history, renewals (GListModels of RcPlanItem,
 * RcRequestItem, RcHistoryItem, RcRenewalItem: small objects with display properties, see their headers),
 * can-create-pa, create-pa-reason (why not, in words, ""), and the like for each action: can-place-direct-order, can-remind, can-accept,
 * can-remove, can-set-assigned with …-reason. */
#define RC_TYPE_MEMBERSHIP (rc_membership_get_type ())
G_DECLARE_FINAL_TYPE (RcMembership, rc_membership, RC, MEMBERSHIP, GObject)

RcMembership *rc_membership_new (RcWorkspace *workspace);
void rc_membership_set_customer_id (RcMembership *self, gint64 customer_id);
gint64 rc_membership_get_customer_id (RcMembership *self);
const RcMembershipRecord *rc_membership_get_record (RcMembership *self); /* (nullable) */

G_END_DECLS
