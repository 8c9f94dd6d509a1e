/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Writes the report: the customers shown, the selected ones, or all. */
#define RC_TYPE_EXPORT_DIALOG (rc_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcExportDialog, rc_export_dialog, RC, EXPORT_DIALOG, AdwWindow)

GtkWindow *rc_export_dialog_new (RcWorkspace *workspace, const RcCustomerQuery *query, GArray *selected_ids);
void rc_export_dialog_write (RcExportDialog *self, GFile *target);

G_END_DECLS
