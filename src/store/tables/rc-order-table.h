/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

gboolean rc_order_table_has_number (RcDatabase *database, const char *number, gboolean *found,
                                    GError **error);
gboolean rc_order_table_insert (RcDatabase *database, gint64 seq, RcOrderRecord *record, GError **error);
gboolean rc_order_table_insert_renewal (RcDatabase *database, gint64 seq, const RcOrderRecord *order,
                                        RcDate old_anniversary, RcDate new_anniversary, GError **error);

G_END_DECLS
