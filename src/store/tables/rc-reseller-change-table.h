/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

gboolean rc_reseller_change_table_insert (RcDatabase *database, gint64 seq, RcResellerChangeRecord *record,
                                          gint64 requested_by, GError **error);
RcResellerChangeRecord *rc_reseller_change_table_load (RcDatabase *database, gint64 id, GError **error);
RcResellerChangeRecord *rc_reseller_change_table_find_open (RcDatabase *database, const char *vip_id,
                                                            GError **error);
gboolean rc_reseller_change_table_set_email (RcDatabase *database, gint64 seq, gint64 id, const char *email,
                                             GError **error);
gboolean rc_reseller_change_table_complete (RcDatabase *database, gint64 seq, gint64 id, RcDate completed_on,
                                            gint64 customer_id, GError **error);

/* Codes (CH-2, CH-3). */
gboolean rc_reseller_change_table_add_code (RcDatabase *database, gint64 seq,
                                            const RcResellerChangeRecord *record, GBytes *digest,
                                            GBytes *salt, gint64 message_id, GError **error);
gboolean rc_reseller_change_table_load_code (RcDatabase *database, gint64 id, GBytes **digest, GBytes **salt,
                                             gint64 *message_id, GError **error);
gboolean rc_reseller_change_table_count_codes (RcDatabase *database, gint64 from, gint64 to, gint64 *count,
                                               GError **error);

G_END_DECLS
