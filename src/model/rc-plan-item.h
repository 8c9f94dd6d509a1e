/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-plan.h"
#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A product that a customer holds (PR-4). Properties (texts): product, product-code, licence-kind, ordered, pending, total, assigned,
 * available. */
#define RC_TYPE_PLAN_ITEM (rc_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (RcPlanItem, rc_plan_item, RC, PLAN_ITEM, RcTextItem)

RcPlanItem *rc_plan_item_new (const RcLicenceRecord *record);

G_END_DECLS
