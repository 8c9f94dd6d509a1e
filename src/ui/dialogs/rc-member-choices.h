/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"

G_BEGIN_DECLS

GListModel *rc_member_choices_new (RcWorkspace *workspace);
GListModel *rc_member_choices_new_roles (void);
char *rc_member_choices_get_key (gint64 member_id);
gint64 rc_member_choices_get_id (const char *key);

G_END_DECLS
