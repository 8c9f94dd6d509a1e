/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-policy.h"
#include "rc-records.h"

G_BEGIN_DECLS

int rc_months_to_order (const RcCustomerRecord *customer, RcDate from, const RcPolicy *policy);

G_END_DECLS
