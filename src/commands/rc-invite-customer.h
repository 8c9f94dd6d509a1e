/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"
#include "rc-customer-data.h"

G_BEGIN_DECLS

/* CU-1 … CU-5, CU-8, CU-10, CU-11. Result: customer_id, reference = VIP ID. managed_by 0: the actor. */
#define RC_TYPE_INVITE_CUSTOMER (rc_invite_customer_get_type ())
G_DECLARE_FINAL_TYPE (RcInviteCustomer, rc_invite_customer, RC, INVITE_CUSTOMER, RcCommand)

RcCommand *rc_invite_customer_new (gint64 actor, RcDate date, const RcCustomerData *customer,
                                   gint64 managed_by);

G_END_DECLS
