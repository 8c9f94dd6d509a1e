/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The licences of one product held by one customer (PR-4). */
typedef struct
{
  int ordered;
  int pending;
  int assigned;
} RcPlan;

int rc_plan_total (const RcPlan *plan);
int rc_plan_available (const RcPlan *plan);
gboolean rc_plan_can_withdraw (const RcPlan *plan, int quantity); /* PA-6, OR-4 */

G_END_DECLS
