/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_PLACE_ORDER_DIALOG (rc_place_order_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcPlaceOrderDialog, rc_place_order_dialog, RC, PLACE_ORDER_DIALOG, RcCommandDialog)

GtkWindow *rc_place_order_dialog_new (RcWorkspace *workspace, gint64 customer_id, gint64 pa_id);

G_END_DECLS
