/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

gboolean rc_purchase_authorization_table_insert (RcDatabase *database, gint64 seq, RcPaRecord *record,
                                                 GError **error);
RcPaRecord *rc_purchase_authorization_table_load (RcDatabase *database, gint64 id, GError **error);
gboolean rc_purchase_authorization_table_end (RcDatabase *database, gint64 seq, gint64 id, RcPaStatus status,
                                              RcDate ended_on, const char *reason, GError **error);

G_END_DECLS
