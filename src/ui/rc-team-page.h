/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-member.h"
#include "rc-workspace.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_TEAM_PAGE (rc_team_page_get_type ())
G_DECLARE_FINAL_TYPE (RcTeamPage, rc_team_page, RC, TEAM_PAGE, GtkWidget)

void rc_team_page_set_workspace (RcTeamPage *self, RcWorkspace *workspace);

G_END_DECLS
