/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_REMINDER_DIALOG (rc_reminder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcReminderDialog, rc_reminder_dialog, RC, REMINDER_DIALOG, RcCommandDialog)

GtkWindow *rc_reminder_dialog_new (RcWorkspace *workspace, GArray *customer_ids);

G_END_DECLS
