/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-actions.h"

G_BEGIN_DECLS

/* What an action is called, and which page of the help says more of why it cannot be done: "why#renew". */
const char *rc_action_get_title (RcAction action);
const char *rc_action_get_help (RcAction action, const RcMembershipRecord *membership, RcRole role);
char *rc_request_action_get_title (RcRequestAction action, const char *number);
const char *rc_request_action_get_help (RcRequestAction action, const RcMembershipRecord *membership,
                                        RcRole role);

G_END_DECLS
