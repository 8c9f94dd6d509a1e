/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-membership-query.h"
#include "rc-renewal.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RC_TYPE_RENEWAL_OUTLOOK (rc_renewal_outlook_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewalOutlook, rc_renewal_outlook, RC, RENEWAL_OUTLOOK, GtkBox)

void rc_renewal_outlook_set_membership (RcRenewalOutlook *self, const RcMembershipRecord *membership);
void rc_renewal_outlook_show (RcRenewalOutlook *self, const RcRenewalPreview *preview,
                              const RcPolicy *policy);

G_END_DECLS
