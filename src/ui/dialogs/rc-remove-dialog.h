/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_REMOVE_DIALOG (rc_remove_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcRemoveDialog, rc_remove_dialog, RC, REMOVE_DIALOG, RcCommandDialog)

GtkWindow *rc_remove_dialog_new (RcWorkspace *workspace, GArray *customer_ids);

G_END_DECLS
