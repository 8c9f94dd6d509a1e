/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_MEMBER_ROLE_DIALOG (rc_member_role_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcMemberRoleDialog, rc_member_role_dialog, RC, MEMBER_ROLE_DIALOG, RcCommandDialog)

GtkWindow *rc_member_role_dialog_new (RcWorkspace *workspace, const RcMemberRecord *member);

G_END_DECLS
