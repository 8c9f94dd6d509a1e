/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"
#include "rc-product-group.h"

G_BEGIN_DECLS

#define RC_TYPE_DIRECT_ORDER_DIALOG (rc_direct_order_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcDirectOrderDialog, rc_direct_order_dialog, RC, DIRECT_ORDER_DIALOG, RcCommandDialog)

GtkWindow *rc_direct_order_dialog_new (RcWorkspace *workspace, gint64 customer_id);
RcProductGroup *rc_direct_order_dialog_get_products (RcDirectOrderDialog *self);

G_END_DECLS
