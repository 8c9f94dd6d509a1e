/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_ASSIGN_MANAGER_DIALOG (rc_assign_manager_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcAssignManagerDialog, rc_assign_manager_dialog, RC, ASSIGN_MANAGER_DIALOG,
                      RcCommandDialog)

GtkWindow *rc_assign_manager_dialog_new (RcWorkspace *workspace, GArray *customer_ids);

G_END_DECLS
