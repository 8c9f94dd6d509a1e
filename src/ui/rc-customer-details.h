/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-membership.h"
#include "rc-policy.h"
#include "rc-records.h"
#include "rc-state-page.h"

G_BEGIN_DECLS

char *rc_customer_details_describe_invitation (const RcCustomerRecord *customer, const char *status);
char *rc_customer_details_describe_licences (const RcCustomerRecord *customer, gboolean is_lapsed,
                                             const RcPolicy *policy);
char *rc_customer_details_describe_expiry (const RcCustomerRecord *customer, gboolean is_lapsed,
                                           const RcPolicy *policy);
gboolean rc_customer_details_is_other_name (const char *name, const char *english_name);
gboolean rc_customer_details_is_lapsed (RcMembership *membership);
const char *rc_customer_details_get_help (RcMembership *membership, RcAction action);
void rc_customer_details_show_selection (RcStatePage *page, guint64 n_selected);

G_END_DECLS
