/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-policy.h"

G_BEGIN_DECLS

RcDate rc_anniversary_from (RcDate first); /* AD-1 */
RcDate rc_anniversary_next (RcDate anniversary, int anchor_day); /* RN-4 */
RcDate rc_anniversary_last_day (RcDate anniversary); /* AD-5 */
int rc_anniversary_months_to_order (RcDate from, RcDate anniversary, int anchor_day,
                                    RcProration proration); /* AD-6 */
RcDate rc_anniversary_first_order_day (RcDate invited_on, RcDate term_starts_on, RcDate lapsed,
                                       const RcPolicy *policy); /* OR-2, RN-7 */
gboolean rc_anniversary_check_custom (RcDate invited_on, RcDate anniversary, RcSegment segment,
                                      const RcPolicy *policy, GError **error); /* CU-11 */

G_END_DECLS
