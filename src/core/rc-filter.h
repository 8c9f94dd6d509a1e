/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-policy.h"

G_BEGIN_DECLS

/* What a customer's row keeps so that filters need nothing else. */
typedef struct
{
  RcDate anniversary_date; /* RC_DATE_NONE: not set */
  RcDate oldest_open_pa; /* RC_DATE_NONE: none open */
  RcDate newest_open_pa;
  int licences_total; /* ordered + pending over all products, as stored (a lapse does not change it) */
  gboolean renewed; /* this term's renewal was processed already (RN-6) */
  gboolean moved; /* CH-5 */
} RcCustomerFacts;

/* The dates between which each filter's customers lie, for a day and a policy; both ends included.
 * The same bounds are bound to the SQL of the filters. */
typedef struct
{
  RcDate pending_from; /* newest_open_pa >= this: pending requests */
  RcDate past_due_to; /* oldest_open_pa <= this: past due requests */
  RcDate suspended_to; /* oldest_open_pa <= this: suspended */
  RcDate ready_from; /* anniversary_date in [ready_from, ready_to]: ready for renewal (RN-1) */
  RcDate ready_to;
  RcDate upcoming_from; /* anniversary_date in [upcoming_from, upcoming_to]: upcoming (RN-2) */
  RcDate upcoming_to;
  RcDate lapsed_to; /* anniversary_date <= this: lapsed (RN-7) */
} RcFilterBounds;

void rc_filter_get_bounds (RcDate today, const RcPolicy *policy, RcFilterBounds *bounds);
gboolean rc_filter_contains (RcFilter filter, const RcCustomerFacts *facts, RcDate today,
                             const RcPolicy *policy);
RcTermState rc_term_state (const RcCustomerFacts *facts, RcDate today, const RcPolicy *policy);
const char *rc_filter_get_label (RcFilter filter);
char *rc_filter_get_description (RcFilter filter, const RcPolicy *policy);

G_END_DECLS
