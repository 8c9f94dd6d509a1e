/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_CLOSE_UNPAID_DIALOG (rc_close_unpaid_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcCloseUnpaidDialog, rc_close_unpaid_dialog, RC, CLOSE_UNPAID_DIALOG, RcCommandDialog)

GtkWindow *rc_close_unpaid_dialog_new (RcWorkspace *workspace, gint64 customer_id, gint64 pa_id);

G_END_DECLS
