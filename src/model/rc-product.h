/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A product of the catalogue (PR-1). Properties: name, code, family, offer-type, licence-kind (texts). */
#define RC_TYPE_PRODUCT (rc_product_get_type ())
G_DECLARE_FINAL_TYPE (RcProduct, rc_product, RC, PRODUCT, RcTextItem)

RcProduct *rc_product_new (RcProductRecord *record); /* takes the record */
const RcProductRecord *rc_product_get_record (RcProduct *self);
const char *rc_product_get_pa_reason (RcProduct *self, RcSegment segment);
const char *rc_product_get_order_reason (RcProduct *self, RcSegment segment);

G_END_DECLS
