/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-id-set.h"

/* Which rows a condition holds for, as bits: a million ids take 125 kB. Ids are numbered from 1 without large gaps, as
 * SQLite gives them. An order is not known here: see rc-customer-walk.c. */

#define ROWS_BETWEEN_CHECKS 4096

/**
 * rc_id_set_new:
 * @largest_id: no id beyond this can be added
 *
 * Returns: (transfer full): an empty set
 */
RcIdSet *
rc_id_set_new (gint64 largest_id)
{
  RcIdSet *self = g_new0 (RcIdSet, 1);

  g_return_val_if_fail (largest_id >= 0, self);
  self->n_words = (gsize) largest_id / 64 + 1;
  self->words = g_new0 (guint64, self->n_words);
  return self;
}

/**
 * rc_id_set_free:
 * @self: (transfer full) (nullable): a set
 *
 * Frees it.
 */
void
rc_id_set_free (RcIdSet *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self);
}

/**
 * rc_id_set_add:
 * @self: a set
 * @id: an id; one beyond the largest is left out
 *
 * Adds an id.
 */
void
rc_id_set_add (RcIdSet *self, gint64 id)
{
  if (id < 0 || (gsize) id / 64 >= self->n_words || rc_id_set_contains (self, id))
    return;
  self->words[id / 64] |= (guint64) 1 << (id % 64);
  self->n_ids++;
}

/**
 * rc_id_set_remove:
 * @self: a set
 * @id: an id
 *
 * Takes an id out, if it is there.
 */
void
rc_id_set_remove (RcIdSet *self, gint64 id)
{
  if (!rc_id_set_contains (self, id))
    return;
  self->words[id / 64] &= ~((guint64) 1 << (id % 64));
  self->n_ids--;
}

/**
 * rc_id_set_intersect:
 * @self: a set
 * @other: another one
 *
 * Keeps what is in both.
 */
void
rc_id_set_intersect (RcIdSet *self, const RcIdSet *other)
{
  self->n_ids = 0;
  for (gsize i = 0; i < self->n_words; i++)
    {
      self->words[i] &= i < other->n_words ? other->words[i] : 0;
      self->n_ids += (gsize) __builtin_popcountll (self->words[i]);
    }
}

/**
 * rc_id_set_next:
 * @self: a set
 * @id: (inout): the id after which to look, −1 at first; the next one
 *
 * Returns: whether there is one
 */
gboolean
rc_id_set_next (const RcIdSet *self, gint64 *id)
{
  gint64 from = *id + 1;
  gsize i = (gsize) from / 64;
  guint64 word;

  if (i >= self->n_words)
    return FALSE;
  word = self->words[i] & (~(guint64) 0 << (from % 64));
  while (word == 0 && ++i < self->n_words)
    word = self->words[i];
  if (word == 0)
    return FALSE;
  *id = (gint64) i * 64 + __builtin_ctzll (word);
  return TRUE;
}

/**
 * rc_id_set_add_rows:
 * @self: a set
 * @statement: its first column holds ids
 * @max_ids: stop as soon as the set holds so many
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Adds the ids of the rows.
 *
 * Returns: whether they were read
 */
gboolean
rc_id_set_add_rows (RcIdSet *self, RcStatement *statement, gsize max_ids, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint n_rows = 0;

  while (self->n_ids < max_ids && rc_statement_step (statement, &failure))
    {
      rc_id_set_add (self, rc_statement_get_int (statement, 0));
      if (++n_rows % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, &failure))
        break;
    }
  rc_statement_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
