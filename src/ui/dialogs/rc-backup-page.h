/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "told" (text): something was done, or could not be. */
#define RC_TYPE_BACKUP_PAGE (rc_backup_page_get_type ())
G_DECLARE_FINAL_TYPE (RcBackupPage, rc_backup_page, RC, BACKUP_PAGE, AdwPreferencesPage)

void rc_backup_page_set_workspace (RcBackupPage *self, RcWorkspace *workspace);

G_END_DECLS
