/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-log-page.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

#define RC_TYPE_ACTIVITY_PAGE (rc_activity_page_get_type ())
G_DECLARE_FINAL_TYPE (RcActivityPage, rc_activity_page, RC, ACTIVITY_PAGE, RcLogPage)

void rc_activity_page_set_workspace (RcActivityPage *self, RcWorkspace *workspace);

G_END_DECLS
