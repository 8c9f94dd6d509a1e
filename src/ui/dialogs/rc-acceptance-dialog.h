/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_ACCEPTANCE_DIALOG (rc_acceptance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcAcceptanceDialog, rc_acceptance_dialog, RC, ACCEPTANCE_DIALOG, RcCommandDialog)

GtkWindow *rc_acceptance_dialog_new (RcWorkspace *workspace, gint64 customer_id);

G_END_DECLS
