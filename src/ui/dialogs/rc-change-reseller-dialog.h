/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_CHANGE_RESELLER_DIALOG (rc_change_reseller_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcChangeResellerDialog, rc_change_reseller_dialog, RC, CHANGE_RESELLER_DIALOG,
                      RcCommandDialog)

GtkWindow *rc_change_reseller_dialog_new (RcWorkspace *workspace);

G_END_DECLS
