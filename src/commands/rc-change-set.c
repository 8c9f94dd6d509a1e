/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-change-set.h"

/* What a committed command touched, so that lists refresh no more than that. It is filled by the command and not
 * changed any more once it was committed. */

/* From here on a list is better read anew than row by row. */
#define MOST_CUSTOMERS 500

typedef struct
{
  RcChangeSet change_set;
  gatomicrefcount references;
} Counted;

G_DEFINE_BOXED_TYPE (RcChangeSet, rc_change_set, rc_change_set_ref, rc_change_set_unref)

/**
 * rc_change_set_new:
 *
 * Returns: (transfer full): an empty change set
 */
RcChangeSet *
rc_change_set_new (void)
{
  Counted *counted = g_new0 (Counted, 1);

  g_atomic_ref_count_init (&counted->references);
  counted->change_set.customer_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return &counted->change_set;
}

/**
 * rc_change_set_ref:
 * @self: a change set
 *
 * Returns: (transfer full): the same, from any thread
 */
RcChangeSet *
rc_change_set_ref (RcChangeSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((Counted *) self)->references);
  return self;
}

/**
 * rc_change_set_unref:
 * @self: (transfer full): a change set
 */
void
rc_change_set_unref (RcChangeSet *self)
{
  Counted *counted = (Counted *) self;

  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&counted->references))
    return;
  g_array_unref (self->customer_ids);
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (counted);
}

/**
 * rc_change_set_add_customer:
 * @self: a change set that is being filled
 * @customer_id: a customer that was changed
 *
 * Past a few hundred customers none is named any more, and `all` is set.
 */
void
rc_change_set_add_customer (RcChangeSet *self, gint64 customer_id)
{
  g_return_if_fail (self != NULL);

  self->kinds |= RC_CHANGE_CUSTOMERS;
  if (rc_change_set_has_customer (self, customer_id))
    return;
  if (self->customer_ids->len >= MOST_CUSTOMERS)
    {
      self->all = TRUE;
      g_array_set_size (self->customer_ids, 0);
      return;
    }
  g_array_append_val (self->customer_ids, customer_id);
}

/**
 * rc_change_set_take_steps:
 * @self: a change set that is being filled
 * @steps: (transfer full) (element-type RcChangeStep): what became of each customer that is named
 *
 * With it, whoever keeps a count or an order can tell what the change means to it, and need not ask anew.
 */
void
rc_change_set_take_steps (RcChangeSet *self, GArray *steps)
{
  g_return_if_fail (self != NULL && steps != NULL && steps->len == self->customer_ids->len);

  g_clear_pointer (&self->steps, g_array_unref);
  self->steps = steps;
}

/**
 * rc_change_set_has_customer:
 * @self: a change set
 * @customer_id: a customer
 *
 * Returns: whether the customer was, or may have been, changed
 */
gboolean
rc_change_set_has_customer (const RcChangeSet *self, gint64 customer_id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->all)
    return TRUE;
  for (guint i = 0; i < self->customer_ids->len; i++)
    if (g_array_index (self->customer_ids, gint64, i) == customer_id)
      return TRUE;
  return FALSE;
}
