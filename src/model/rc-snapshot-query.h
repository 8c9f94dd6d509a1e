/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"

G_BEGIN_DECLS

/* A list's query as the reader's thread gets it: shared by the reads of one snapshot. Immutable, reference counted. */
typedef struct _RcSnapshotQuery RcSnapshotQuery;

RcSnapshotQuery *rc_snapshot_query_new (RcVirtualList *list);
RcSnapshotQuery *rc_snapshot_query_ref (RcSnapshotQuery *self);
void rc_snapshot_query_unref (RcSnapshotQuery *self);
void rc_snapshot_query_read_async (RcSnapshotQuery *self, RcStore *store, int limit,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);

/* Who asked for a snapshot, and when: an answer to an older generation is dropped. */
typedef struct
{
  GWeakRef list;
  guint generation;
  RcSnapshotQuery *query; /* (owned) */
  int limit;
} RcSnapshotRequest;

RcSnapshotRequest *rc_snapshot_request_new (RcVirtualList *list, guint generation, RcSnapshotQuery *query,
                                            int limit);
void rc_snapshot_request_free (RcSnapshotRequest *request);

typedef void (*RcSnapshotDue) (RcVirtualList *list, RcSnapshotRequest *request); /* takes it */
void rc_snapshot_request_delay (RcSnapshotRequest *request, RcSnapshotDue due);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcSnapshotQuery, rc_snapshot_query_unref)

G_END_DECLS
