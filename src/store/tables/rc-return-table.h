/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* An order's line as returns see it. */
typedef struct
{
  RcLineRecord *line; /* (owned) with what was returned and is requested */
  gint64 customer_id;
  char *order_number; /* (owned) */
  RcDate order_date;
  int term;
} RcReturnableLine;

void rc_returnable_line_free (RcReturnableLine *line);
RcReturnableLine *rc_return_table_load_line (RcDatabase *database, gint64 order_line_id, GError **error);
gboolean rc_return_table_count_requested (RcDatabase *database, gint64 customer_id, gint64 product_id,
                                          gint64 *of_product, gint64 *of_all, GError **error);
gboolean rc_return_table_insert (RcDatabase *database, gint64 seq, RcReturnRecord *record, GError **error);
RcReturnRecord *rc_return_table_load (RcDatabase *database, gint64 id, GError **error);
gboolean rc_return_table_decide (RcDatabase *database, gint64 seq, gint64 id, RcReturnStatus status,
                                 RcDate decided_on, const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcReturnableLine, rc_returnable_line_free)

G_END_DECLS
