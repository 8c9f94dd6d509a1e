/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Imports customers from a CSV file. Property: workspace (construct-only). Signal: "completed" (RcCommandResult *, borrowed
 * during the emission); the dialog stays, to tell what went in. */
#define RC_TYPE_IMPORT_DIALOG (rc_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcImportDialog, rc_import_dialog, RC, IMPORT_DIALOG, AdwWindow)

GtkWindow *rc_import_dialog_new (RcWorkspace *workspace);
void rc_import_dialog_open_file (RcImportDialog *self, GFile *file);

G_END_DECLS
