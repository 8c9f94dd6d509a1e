/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-member.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RC_TYPE_TEAM_ROW (rc_team_row_get_type ())
G_DECLARE_FINAL_TYPE (RcTeamRow, rc_team_row, RC, TEAM_ROW, GtkListBoxRow)

RcTeamRow *rc_team_row_new (RcMember *member, gboolean is_me, const char *role_reason,
                            const char *remove_reason, const char *activate_reason);
gint64 rc_team_row_get_member (RcTeamRow *self);

G_END_DECLS
