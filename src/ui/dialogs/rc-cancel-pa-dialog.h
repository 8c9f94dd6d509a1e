/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_CANCEL_PA_DIALOG (rc_cancel_pa_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcCancelPaDialog, rc_cancel_pa_dialog, RC, CANCEL_PA_DIALOG, RcCommandDialog)

GtkWindow *rc_cancel_pa_dialog_new (RcWorkspace *workspace, gint64 customer_id, gint64 pa_id);

G_END_DECLS
