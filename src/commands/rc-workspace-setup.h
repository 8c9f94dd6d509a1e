/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-policy.h"

G_BEGIN_DECLS

gboolean rc_workspace_setup (RcDatabase *database, const char *member_name, const char *member_email,
                             RcPreset preset, gint64 now, RcDate today, gint64 *member_id, GError **error);

G_END_DECLS
