/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"
#include "rc-product-group.h"

G_BEGIN_DECLS

#define RC_TYPE_PURCHASE_AUTHORIZATION_DIALOG (rc_purchase_authorization_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcPurchaseAuthorizationDialog, rc_purchase_authorization_dialog, RC,
                      PURCHASE_AUTHORIZATION_DIALOG, RcCommandDialog)

GtkWindow *rc_purchase_authorization_dialog_new (RcWorkspace *workspace, gint64 customer_id);
RcProductGroup *rc_purchase_authorization_dialog_get_products (RcPurchaseAuthorizationDialog *self);

G_END_DECLS
