/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-plan.h"
#include "rc-policy.h"

G_BEGIN_DECLS

/* What decides on how many licences of an order's line can be given back (OR-4, VS-3). */
typedef struct
{
  int remaining; /* of the line: neither returned nor requested to be */
  RcPlan held; /* of its product */
  int requested; /* of its product, by returns of the current term that are not decided yet */
  gboolean committed; /* a 3-year commit runs, and the product counts for it */
  int bought; /* licences bought in the current term (VS-1) */
  int bought_requested; /* of them, by returns that are not decided yet */
  int commitment;
} RcReturnFacts;

/* What keeps more from being given back. */
typedef enum
{
  RC_RETURN_LIMIT_REMAINING,
  RC_RETURN_LIMIT_ASSIGNED,
  RC_RETURN_LIMIT_COMMITMENT
} RcReturnLimit;

int rc_return_get_most (const RcReturnFacts *facts, RcReturnLimit *limit);
RcDate rc_return_last_day (RcDate order_date, const RcPolicy *policy);

G_END_DECLS
