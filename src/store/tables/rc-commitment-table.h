/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-records.h"

G_BEGIN_DECLS

gboolean rc_commitment_table_find (RcDatabase *database, gint64 customer_id, RcCommitmentRecord **record,
                                   GError **error);
gboolean rc_commitment_table_insert (RcDatabase *database, gint64 seq, gint64 customer_id,
                                     RcCommitmentRecord *record, GError **error);
gboolean rc_commitment_table_end (RcDatabase *database, gint64 seq, gint64 id, RcDate ends_on,
                                  GError **error);

G_END_DECLS
