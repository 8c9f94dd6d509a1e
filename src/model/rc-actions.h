/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-membership-query.h"
#include "rc-policy.h"

G_BEGIN_DECLS

/* What can be done with a customer. */
typedef enum
{
  RC_ACTION_CREATE_PA,
  RC_ACTION_PLACE_DIRECT_ORDER,
  RC_ACTION_REMIND,
  RC_ACTION_ACCEPT,
  RC_ACTION_REMOVE,
  RC_ACTION_SET_ASSIGNED,
  RC_ACTION_ASSIGN_MANAGER,
  RC_ACTION_RENEW,
  RC_ACTION_ENROLL_COMMITMENT,
  RC_ACTION_RECORD_DEPARTURE,
  RC_ACTION_REQUEST_RETURN,
  RC_ACTION_DECIDE_RETURN
} RcAction;
#define RC_N_ACTIONS 12

/* What can be done with an open purchase authorization. */
typedef enum
{
  RC_REQUEST_ACTION_PLACE_ORDER,
  RC_REQUEST_ACTION_CANCEL,
  RC_REQUEST_ACTION_CLOSE_UNPAID
} RcRequestAction;
#define RC_N_REQUEST_ACTIONS 3

/* For which day, by which numbers, for whom. */
typedef struct
{
  RcDate today;
  const RcPolicy *policy; /* (borrowed) */
  RcRole role;
} RcActionContext;

/* Why not, translated, static; NULL if it can be done. */
const char *rc_action_get_reason (RcAction action, const RcMembershipRecord *membership,
                                  const RcActionContext *context);
const char *rc_request_action_get_reason (RcRequestAction action, const RcMembershipRecord *membership,
                                          const RcPaRecord *pa, const RcActionContext *context);

/* OR-4: why nothing of an order's line can be returned; and how many of it can be. */
const char *rc_return_get_reason (const RcMembershipRecord *membership, const RcOrderRecord *order,
                                  const RcLineRecord *line, const RcActionContext *context);
int rc_return_count_returnable (const RcMembershipRecord *membership, const RcOrderRecord *order,
                                const RcLineRecord *line, const RcActionContext *context);
/* OR-4: why a return cannot be approved; any that is not decided can be rejected. */
const char *rc_return_get_decision_reason (const RcMembershipRecord *membership, const RcReturnRecord *record,
                                           const RcActionContext *context);

G_END_DECLS
