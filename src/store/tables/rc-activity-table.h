/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

gboolean rc_activity_table_insert (RcDatabase *database, gint64 seq, gint64 member_id,
                                   const RcActivityRecord *record, GError **error);

G_END_DECLS
