/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Signals: "told" (text): what was done, in a sentence; "applied" (refusal): the name was written, or why not. */
#define RC_TYPE_WORKSPACE_GROUP (rc_workspace_group_get_type ())
G_DECLARE_FINAL_TYPE (RcWorkspaceGroup, rc_workspace_group, RC, WORKSPACE_GROUP, AdwPreferencesGroup)

void rc_workspace_group_set_workspace (RcWorkspaceGroup *self, RcWorkspace *workspace);
gboolean rc_workspace_group_apply (RcWorkspaceGroup *self);

G_END_DECLS
