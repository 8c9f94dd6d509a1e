/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* PA-6, AD-3. */
#define RC_TYPE_CANCEL_PURCHASE_AUTHORIZATION (rc_cancel_purchase_authorization_get_type ())
G_DECLARE_FINAL_TYPE (RcCancelPurchaseAuthorization, rc_cancel_purchase_authorization, RC,
                      CANCEL_PURCHASE_AUTHORIZATION, RcCommand)

RcCommand *rc_cancel_purchase_authorization_new (gint64 actor, RcDate date, gint64 pa_id);

G_END_DECLS
