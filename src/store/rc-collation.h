/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-text.h"

G_BEGIN_DECLS

/* @done of @total sort keys are new. Called in the thread that rebuilds. */
typedef void (*RcCollationProgressFunc) (guint64 done, guint64 total, gpointer data);

gboolean rc_collation_is_current (RcDatabase *database, RcCollator *collator, gboolean *current,
                                  GError **error);
/* On a connection that may write. Does nothing where the keys are the collator's already. */
gboolean rc_collation_rebuild (RcDatabase *database, RcCollator *collator, RcCollationProgressFunc progress,
                               gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
