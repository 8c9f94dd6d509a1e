/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

gboolean rc_message_table_insert (RcDatabase *database, gint64 seq, RcMessageRecord *record, GError **error);
gboolean rc_message_table_set_sent_before (RcDatabase *database, gint64 before, GError **error);
gboolean rc_message_table_withdraw_one (RcDatabase *database, gint64 seq, gint64 id, GError **error);
gboolean rc_message_table_withdraw (RcDatabase *database, gint64 seq, gint64 customer_id, GError **error);

G_END_DECLS
