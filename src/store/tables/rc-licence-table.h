/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-plan.h"

G_BEGIN_DECLS

gboolean rc_licence_table_get (RcDatabase *database, gint64 customer_id, gint64 product_id, RcPlan *plan,
                               GError **error);
gboolean rc_licence_table_get_total (RcDatabase *database, gint64 customer_id, gint64 *total, GError **error);
gboolean rc_licence_table_put (RcDatabase *database, gint64 customer_id, gint64 product_id,
                               const RcPlan *plan, GError **error);
GPtrArray *rc_licence_table_list (RcDatabase *database, gint64 customer_id, GError **error);
gboolean rc_licence_table_count (RcDatabase *database, gint64 customer_id, RcPlan *count, GError **error);
gboolean rc_licence_table_end_term (RcDatabase *database, gint64 customer_id, GError **error);

G_END_DECLS
