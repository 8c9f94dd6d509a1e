/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-due-query.h"

G_BEGIN_DECLS

gboolean rc_dated_message_table_insert (RcDatabase *database, const RcDueRecord *record, RcDate written_on,
                                        gint64 message_id, GError **error);

G_END_DECLS
