/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_ENROLL_DIALOG (rc_enroll_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcEnrollDialog, rc_enroll_dialog, RC, ENROLL_DIALOG, RcCommandDialog)

GtkWindow *rc_enroll_dialog_new (RcWorkspace *workspace, gint64 customer_id);

G_END_DECLS
