/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At @position of the list as the edits before left it: @removed ids go, then @added come, from @from of the new ones. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint from;
} RcSnapshotEdit;

GArray *rc_snapshot_diff (const gint64 *old_ids, guint n_old, const gint64 *new_ids, guint n_new);
gboolean rc_snapshot_edits_keep_top (GArray *edits, guint n_old);

G_END_DECLS
