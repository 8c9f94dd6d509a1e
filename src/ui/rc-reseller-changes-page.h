/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-log-page.h"
#include "rc-reseller-change.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

#define RC_TYPE_RESELLER_CHANGES_PAGE (rc_reseller_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (RcResellerChangesPage, rc_reseller_changes_page, RC, RESELLER_CHANGES_PAGE, RcLogPage)

void rc_reseller_changes_page_set_workspace (RcResellerChangesPage *self, RcWorkspace *workspace);
RcResellerChange *rc_reseller_changes_page_find (RcResellerChangesPage *self, gint64 id);

G_END_DECLS
