/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"
#include "rc-customer-form.h"

G_BEGIN_DECLS

#define RC_TYPE_INVITE_DIALOG (rc_invite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcInviteDialog, rc_invite_dialog, RC, INVITE_DIALOG, RcCommandDialog)

GtkWindow *rc_invite_dialog_new (RcWorkspace *workspace);
RcCustomerForm *rc_invite_dialog_get_form (RcInviteDialog *self);

G_END_DECLS
