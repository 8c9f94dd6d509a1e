/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"

G_BEGIN_DECLS

/* TM-3: why not, translated, static; NULL if it can be done. */
const char *rc_team_get_role_reason (RcRole least, RcRole role);

char *rc_team_normalize_name (const char *name, GError **error);
gboolean rc_team_check_email_unused (RcCommandContext *context, const char *email, GError **error);
RcMemberRecord *rc_team_load (RcCommandContext *context, gint64 member_id, GError **error);
gboolean rc_team_check_not_last_admin (RcCommandContext *context, const RcMemberRecord *member,
                                       GError **error);
gboolean rc_team_hand_over (RcCommandContext *context, const RcMemberRecord *member, gint64 successor_id,
                            JsonObject *details, GError **error);

G_END_DECLS
