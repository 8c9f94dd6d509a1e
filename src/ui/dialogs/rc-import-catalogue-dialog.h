/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-dialog.h"

G_BEGIN_DECLS

#define RC_TYPE_IMPORT_CATALOGUE_DIALOG (rc_import_catalogue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RcImportCatalogueDialog, rc_import_catalogue_dialog, RC, IMPORT_CATALOGUE_DIALOG,
                      RcCommandDialog)

GtkWindow *rc_import_catalogue_dialog_new (RcWorkspace *workspace, GFile *file);

G_END_DECLS
