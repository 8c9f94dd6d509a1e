/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"
#include "rc-customer-data.h"

G_BEGIN_DECLS

#define RC_TYPE_COMPLETE_RESELLER_CHANGE (rc_complete_reseller_change_get_type ())
G_DECLARE_FINAL_TYPE (RcCompleteResellerChange, rc_complete_reseller_change, RC, COMPLETE_RESELLER_CHANGE,
                      RcCommand)

RcCommand *rc_complete_reseller_change_new (gint64 actor, RcDate date, gint64 reseller_change_id,
                                            RcDate completed_on, const RcCustomerData *customer,
                                            RcDate anniversary_date, GPtrArray *lines, const char *code);

G_END_DECLS
