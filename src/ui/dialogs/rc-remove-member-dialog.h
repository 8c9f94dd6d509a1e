/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_REMOVE_MEMBER_DIALOG (rc_remove_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcRemoveMemberDialog, rc_remove_member_dialog, RC, REMOVE_MEMBER_DIALOG,
                      RcCommandDialog)

GtkWindow *rc_remove_member_dialog_new (RcWorkspace *workspace, const RcMemberRecord *member);

G_END_DECLS
