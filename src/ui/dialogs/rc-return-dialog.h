/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_RETURN_DIALOG (rc_return_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcReturnDialog, rc_return_dialog, RC, RETURN_DIALOG, RcCommandDialog)

GtkWindow *rc_return_dialog_new (RcWorkspace *workspace, gint64 customer_id);
void rc_return_dialog_set_order (RcReturnDialog *self, gint64 order_id);

G_END_DECLS
