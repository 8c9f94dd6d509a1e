/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"
#include "rc-customer-data.h"

G_BEGIN_DECLS

gboolean rc_invitation_validate (const RcCustomerData *data, RcDate date, const RcPolicy *policy,
                                 GError **error);
RcMemberRecord *rc_invitation_load_manager (RcCommandContext *context, gint64 member_id, GError **error);
gboolean rc_invitation_check_double (RcCommandContext *context, const RcCustomerRecord *customer,
                                     const char *email, GError **error);
RcCustomerRecord *rc_invitation_insert (RcCommandContext *context, const RcCustomerData *data,
                                        const RcMemberRecord *manager, GError **error);
JsonObject *rc_invitation_describe (const RcCustomerRecord *customer);
RcCustomerRecord *rc_invitation_add (RcCommandContext *context, const RcCustomerData *data,
                                     const RcMemberRecord *manager, GError **error);

G_END_DECLS
