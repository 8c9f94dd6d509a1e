/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_ASSIGNED_LICENCES_DIALOG (rc_assigned_licences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcAssignedLicencesDialog, rc_assigned_licences_dialog, RC, ASSIGNED_LICENCES_DIALOG,
                      RcCommandDialog)

GtkWindow *rc_assigned_licences_dialog_new (RcWorkspace *workspace, gint64 customer_id);

G_END_DECLS
