/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-policy.h"

G_BEGIN_DECLS

int rc_request_age (RcDate pa_date, RcDate today); /* PA-2 */
RcRequestState rc_request_state (RcDate pa_date, RcDate today,
                                 const RcPolicy *policy); /* PA-2; of an open PA; NONE for RC_DATE_NONE */
RcDate rc_request_order_due (RcDate pa_date, const RcPolicy *policy); /* last day of pending */
RcDate rc_request_suspended_from (RcDate pa_date, const RcPolicy *policy);

G_END_DECLS
