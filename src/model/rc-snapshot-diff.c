/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-snapshot-diff.h"

/* How one snapshot of ids becomes the next in few emissions, or that it cannot. It looks only a little ahead at each
 * difference, so that a million ids are compared in a millisecond; what it does not find it gives up on: a list that
 * differs much is told anew. */

#define MOST_EDITS 8
#define LOOK_AHEAD 64
#define MOST_REPLACED 256 /* a view asks for every row that comes where one of its own went */

/* The nearest place where both go on alike; FALSE if there is none within sight. */
static gboolean
find_meeting (const gint64 *old_ids, guint n_old, const gint64 *new_ids, guint n_new, guint *removed,
              guint *added)
{
  for (guint distance = 1; distance <= LOOK_AHEAD; distance++)
    for (guint a = 0; a <= distance; a++)
      {
        guint b = distance - a;

        if (a < n_old && b < n_new && old_ids[a] == new_ids[b])
          {
            *removed = a;
            *added = b;
            return TRUE;
          }
      }
  return FALSE;
}

/**
 * rc_snapshot_diff:
 * @old_ids: (array length=n_old): the ids there are
 * @n_old: how many
 * @new_ids: (array length=n_new): the ids to come to
 * @n_new: how many
 *
 * Returns: (transfer full) (nullable) (element-type RcSnapshotEdit): what to do, in order, empty if nothing; NULL where
 *   that is too much and the list had better be told anew
 */
GArray *
rc_snapshot_diff (const gint64 *old_ids, guint n_old, const gint64 *new_ids, guint n_new)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (RcSnapshotEdit));
  guint i = 0, j = 0;

  while (TRUE)
    {
      RcSnapshotEdit edit = { 0 };

      while (i < n_old && j < n_new && old_ids[i] == new_ids[j])
        {
          i++;
          j++;
        }
      if (i == n_old && j == n_new)
        return g_steal_pointer (&edits);
      if (edits->len == MOST_EDITS)
        return NULL;

      if (i == n_old || j == n_new
          || !find_meeting (old_ids + i, n_old - i, new_ids + j, n_new - j, &edit.removed, &edit.added))
        {
          edit.removed = n_old - i;
          edit.added = n_new - j;
        }
      if (edit.removed > 0 && edit.added > MOST_REPLACED)
        return NULL;
      edit.position = j;
      edit.from = j;
      g_array_append_val (edits, edit);
      i += edit.removed;
      j += edit.added;
    }
}

/**
 * rc_snapshot_edits_keep_top:
 * @edits: what rc_snapshot_diff() found
 * @n_old: how many ids there were
 *
 * The rows of another query that come in between others push what is shown away from the top, and each of them gets a
 * new row widget: these are better replaced.
 *
 * Returns: whether the list only grows or shrinks at its end, or stays as it is
 */
gboolean
rc_snapshot_edits_keep_top (GArray *edits, guint n_old)
{
  const RcSnapshotEdit *edit;

  if (edits->len != 1)
    return edits->len == 0;
  edit = &g_array_index (edits, RcSnapshotEdit, 0);
  return edit->position + edit->removed == n_old;
}
