/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_PAGE_RESELLER_CHANGES "reseller-changes"
#define RC_PAGE_MESSAGES "messages"
#define RC_PAGE_TEAM "team"
#define RC_PAGE_ACTIVITY "activity"

#define RC_ICON_RESELLER_CHANGES "object-flip-horizontal-symbolic"

#define RC_TYPE_SIDEBAR (rc_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (RcSidebar, rc_sidebar, RC, SIDEBAR, GtkWidget)

void rc_sidebar_set_workspace (RcSidebar *self, RcWorkspace *workspace);
void rc_sidebar_set_page (RcSidebar *self, const char *page);
void rc_sidebar_open_menu (RcSidebar *self);

G_END_DECLS
