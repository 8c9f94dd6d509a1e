/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

RcProductRecord *rc_product_table_find (RcDatabase *database, const char *code, GError **error);
gboolean rc_product_table_put (RcDatabase *database, gint64 seq, const RcProductRecord *record,
                               GError **error);
gboolean rc_product_table_remove (RcDatabase *database, gint64 seq, gint64 id, GError **error);

G_END_DECLS
