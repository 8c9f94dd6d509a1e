/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

gboolean rc_member_table_count (RcDatabase *database, gint64 *count, GError **error);
gboolean rc_member_table_has_email (RcDatabase *database, const char *email, gboolean *found, GError **error);
gboolean rc_member_table_insert (RcDatabase *database, gint64 seq, RcMemberRecord *record, GError **error);
RcMemberRecord *rc_member_table_load (RcDatabase *database, gint64 id, GError **error);
gboolean rc_member_table_count_admins (RcDatabase *database, gint64 *count, GError **error);
gboolean rc_member_table_set (RcDatabase *database, gint64 seq, gint64 id, RcRole role, RcMemberStatus status,
                              GError **error);

G_END_DECLS
