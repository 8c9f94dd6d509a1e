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
  RC_ACTION_ASSIGN_MANAGER
} RcAction;
#define RC_N_ACTIONS 7

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

G_END_DECLS
