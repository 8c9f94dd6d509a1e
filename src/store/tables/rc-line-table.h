/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

/* Whose lines they are. */
typedef enum
{
  RC_LINE_OWNER_PURCHASE_AUTHORIZATION,
  RC_LINE_OWNER_ORDER
} RcLineOwner;

gboolean rc_line_table_insert (RcDatabase *database, RcLineOwner owner, gint64 owner_id, GPtrArray *lines,
                               GError **error);
GPtrArray *rc_line_table_load (RcDatabase *database, RcLineOwner owner, gint64 owner_id, GError **error);

G_END_DECLS
