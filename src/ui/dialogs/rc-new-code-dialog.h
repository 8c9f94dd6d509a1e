/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_NEW_CODE_DIALOG (rc_new_code_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcNewCodeDialog, rc_new_code_dialog, RC, NEW_CODE_DIALOG, RcCommandDialog)

GtkWindow *rc_new_code_dialog_new (RcWorkspace *workspace, const RcResellerChangeRecord *change);

G_END_DECLS
