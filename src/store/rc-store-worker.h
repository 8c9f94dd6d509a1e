/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-store-gate.h"
#include "rc-store-place.h"
#include "rc-store.h"

G_BEGIN_DECLS

/* One thread with one connection, for rc-store.c only. */
typedef struct _RcStoreWorker RcStoreWorker;

typedef enum
{
  RC_STORE_WORKER_WRITER, /* in order; what runs is not stopped */
  RC_STORE_WORKER_READER, /* newest first; what runs is stopped by its cancellable and by closing */
  RC_STORE_WORKER_LONG_READER /* a reader that leaves the processors to who is waited for */
} RcStoreWorkerKind;

RcStoreWorker *rc_store_worker_new (RcStoreWorkerKind kind, RcDatabase *database, RcStorePlace *place,
                                    RcStoreGate *gate);
void rc_store_worker_push (RcStoreWorker *self, RcStoreFunc func, gpointer data, GTask *task);
gpointer rc_store_worker_call (RcStoreWorker *self, RcStoreFunc func, gpointer data, GError **error);
void rc_store_worker_close (RcStoreWorker *self);
void rc_store_worker_unref (RcStoreWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcStoreWorker, rc_store_worker_unref)

G_END_DECLS
