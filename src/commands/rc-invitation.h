/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"
#include "rc-customer-data.h"

G_BEGIN_DECLS

gboolean rc_invitation_validate (const RcCustomerData *data, RcDate date, const RcPolicy *policy,
                                 GError **error);
RcCustomerRecord *rc_invitation_add (RcCommandContext *context, const RcCustomerData *data,
                                     const RcMemberRecord *manager, GError **error);

G_END_DECLS
