/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* RN-1, RN-3 … RN-6, RN-8. */
#define RC_TYPE_RENEW_MEMBERSHIP (rc_renew_membership_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewMembership, rc_renew_membership, RC, RENEW_MEMBERSHIP, RcCommand)

RcCommand *rc_renew_membership_new (gint64 actor, RcDate date, gint64 customer_id, const char *order_number,
                                    RcDate order_date, GPtrArray *lines);

G_END_DECLS
