/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"

G_BEGIN_DECLS

/* How many customers each filter holds today, with the workspace's policy and with another one. */
typedef struct
{
  guint64 before[RC_N_FILTERS];
  guint64 after[RC_N_FILTERS];
} RcPolicyPreview;

void rc_policy_preview_load_async (RcWorkspace *workspace, const RcPolicy *policy, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
RcPolicyPreview *rc_policy_preview_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
