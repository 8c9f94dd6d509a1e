/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* Who may send, and what became of the message being sent (MS-2). All in a transaction of the caller's. */
gboolean rc_outbox_table_take_lease (RcDatabase *database, const char *owner, gint64 now, gint64 until,
                                     gboolean holder_is_gone, gboolean *taken, GError **error);
gboolean rc_outbox_table_get_holder (RcDatabase *database, char **owner, GError **error);
gboolean rc_outbox_table_release (RcDatabase *database, const char *owner, GError **error);
gboolean rc_outbox_table_count_unfinished (RcDatabase *database, gint64 *count, GError **error);
gboolean rc_outbox_table_give_up_unfinished (RcDatabase *database, const char *failure, int *n_messages,
                                             GError **error);
gboolean rc_outbox_table_claim_next (RcDatabase *database, gint64 now, gint64 *id, GError **error);
gboolean rc_outbox_table_finish (RcDatabase *database, gint64 seq, const RcMessageRecord *message,
                                 GError **error);
gboolean rc_outbox_table_get_next_time (RcDatabase *database, gint64 *next, GError **error);

G_END_DECLS
