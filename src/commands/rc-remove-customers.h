/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* CU-9: all or none. */
#define RC_TYPE_REMOVE_CUSTOMERS (rc_remove_customers_get_type ())
G_DECLARE_FINAL_TYPE (RcRemoveCustomers, rc_remove_customers, RC, REMOVE_CUSTOMERS, RcCommand)

RcCommand *rc_remove_customers_new (gint64 actor, RcDate date, GArray *customer_ids);

G_END_DECLS
