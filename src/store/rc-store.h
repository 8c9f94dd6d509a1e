/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* A workspace's file with its connections, each in its thread: one writes, in order; two read, newest request
 * first, cancellable. */
#define RC_TYPE_STORE (rc_store_get_type ())
G_DECLARE_FINAL_TYPE (RcStore, rc_store, RC, STORE, GObject)

/* Called in the opening thread while the file is copied before a change of its format: how much is, from 0 to 1. */
typedef void (*RcStoreProgressFunc) (double fraction, gpointer data);
/* Both block: not in the thread of a window. */
RcStore *rc_store_open (const char *path, gboolean create, GCancellable *cancellable, GError **error);
RcStore *rc_store_open_with_progress (const char *path, gboolean create, RcStoreProgressFunc progress,
                                      gpointer progress_data, GCancellable *cancellable, GError **error);
const char *rc_store_get_path (RcStore *self);
void rc_store_begin_use (RcStore *self);
void rc_store_end_use (RcStore *self);
gboolean rc_store_is_in_use (RcStore *self);
gint64 rc_store_get_quiet_time (RcStore *self); /* µs */

/* Runs in a worker thread; returns the result or NULL with @error set. */
typedef gpointer (*RcStoreFunc) (RcDatabase *database, gpointer data, GCancellable *cancellable,
                                 GError **error);

void rc_store_read_async (RcStore *self, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
                          GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
/* The same for what takes long: it holds up no other read. */
void rc_store_read_long_async (RcStore *self, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
                               GDestroyNotify free_result, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
void rc_store_write_async (RcStore *self, RcStoreFunc func, gpointer data, GDestroyNotify free_data,
                           GDestroyNotify free_result, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
/* For all of them. (transfer full) */
gpointer rc_store_call_finish (RcStore *self, GAsyncResult *result, GError **error);
void rc_store_call_pass_on (GObject *source, GAsyncResult *result, gpointer task);
/* The same without a main loop: waits in the calling thread. */
gpointer rc_store_read (RcStore *self, RcStoreFunc func, gpointer data, GError **error);
gpointer rc_store_write (RcStore *self, RcStoreFunc func, gpointer data, GError **error);
void rc_store_close (RcStore *self); /* finishes what writes are queued, drops the reads, joins the threads */

G_END_DECLS
