/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"
#include "rc-customer-rows.h"

G_BEGIN_DECLS

/* IO-2: all or none, in one transaction; CU-8 among the rows too. A row's VIP ID, invitation date and acceptance are kept
 * where it has them (RC_CUSTOMER_FIELD_VIP_ID, …); else it is as if invited on the command's date. */
#define RC_TYPE_IMPORT_CUSTOMERS (rc_import_customers_get_type ())
G_DECLARE_FINAL_TYPE (RcImportCustomers, rc_import_customers, RC, IMPORT_CUSTOMERS, RcCommand)

RcCommand *rc_import_customers_new (gint64 actor, RcDate date, RcCustomerRows *customers, gint64 managed_by,
                                    gboolean send_invitations);

G_END_DECLS
