/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* A set of row ids, a bit an id. For the store's own files only. */
typedef struct
{
  guint64 *words; /* (owned) */
  gsize n_words;
  gsize n_ids;
} RcIdSet;

RcIdSet *rc_id_set_new (gint64 largest_id);
void rc_id_set_free (RcIdSet *self);
void rc_id_set_add (RcIdSet *self, gint64 id);
void rc_id_set_remove (RcIdSet *self, gint64 id);
void rc_id_set_intersect (RcIdSet *self, const RcIdSet *other);
gboolean rc_id_set_next (const RcIdSet *self, gint64 *id);
gboolean rc_id_set_add_rows (RcIdSet *self, RcStatement *statement, gsize max_ids, GCancellable *cancellable,
                             GError **error);

static inline gboolean
rc_id_set_contains (const RcIdSet *self, gint64 id)
{
  gsize word = (gsize) id / 64;

  return id >= 0 && word < self->n_words && (self->words[word] >> (id % 64) & 1) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcIdSet, rc_id_set_free)

G_END_DECLS
