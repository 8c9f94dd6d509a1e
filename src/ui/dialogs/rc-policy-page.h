/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "changed-policy", once what was typed holds. */
#define RC_TYPE_POLICY_PAGE (rc_policy_page_get_type ())
G_DECLARE_FINAL_TYPE (RcPolicyPage, rc_policy_page, RC, POLICY_PAGE, AdwBin)

void rc_policy_page_set_workspace (RcPolicyPage *self, RcWorkspace *workspace);
gboolean rc_policy_page_has_changes (RcPolicyPage *self);

G_END_DECLS
