/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One object an id for as long as anybody holds it; the loaded ones used last are held here. */
typedef struct _RcRowCache RcRowCache;

RcRowCache *rc_row_cache_new (guint capacity);
void rc_row_cache_free (RcRowCache *self);
GObject *rc_row_cache_lookup (RcRowCache *self, gint64 id);
void rc_row_cache_add (RcRowCache *self, gint64 id, GObject *item);
void rc_row_cache_set_loaded (RcRowCache *self, gint64 id);
gboolean rc_row_cache_is_loaded (RcRowCache *self, gint64 id);
gboolean rc_row_cache_is_awaited (RcRowCache *self, gint64 id);
void rc_row_cache_release (RcRowCache *self);
GArray *rc_row_cache_list_ids (RcRowCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcRowCache, rc_row_cache_free)

G_END_DECLS
