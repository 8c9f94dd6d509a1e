/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-actions.h"

G_BEGIN_DECLS

/* The rows of the detail pane, made of a record, none of NULL. (transfer full) */
GPtrArray *rc_membership_items_plans (const RcMembershipRecord *record);
GPtrArray *rc_membership_items_open_requests (const RcMembershipRecord *record,
                                              const RcActionContext *context);
GPtrArray *rc_membership_items_history (const RcMembershipRecord *record, const RcActionContext *context);
GPtrArray *rc_membership_items_renewals (const RcMembershipRecord *record);

G_END_DECLS
