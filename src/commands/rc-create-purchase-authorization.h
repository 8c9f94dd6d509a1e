/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

/* PA-1 … PA-4, PA-7, AD-1. Result: object_id, reference = PA number, due = last day of pending. */
#define RC_TYPE_CREATE_PURCHASE_AUTHORIZATION (rc_create_purchase_authorization_get_type ())
G_DECLARE_FINAL_TYPE (RcCreatePurchaseAuthorization, rc_create_purchase_authorization, RC,
                      CREATE_PURCHASE_AUTHORIZATION, RcCommand)

RcCommand *rc_create_purchase_authorization_new (gint64 actor, RcDate date, gint64 customer_id,
                                                 GPtrArray *lines, const char *po_number,
                                                 gboolean requested_by_customer);

G_END_DECLS
