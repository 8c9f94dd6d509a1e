/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_ADD_MEMBER_DIALOG (rc_add_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcAddMemberDialog, rc_add_member_dialog, RC, ADD_MEMBER_DIALOG, RcCommandDialog)

GtkWindow *rc_add_member_dialog_new (RcWorkspace *workspace);

G_END_DECLS
