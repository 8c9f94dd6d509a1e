/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-store-gate.h"

/* Who is waited for enters when the work is asked for and leaves when it is done; who is not waited for gives way meanwhile. A
 * count of all customers beside a commit takes the processor's caches, the file's pages and the system's locks from it: the
 * commit takes twice as long then, though each has a processor of its own.
 *
 * Nobody gives way for ever: after a while of it comes as long a while without. So an import that writes for a minute holds
 * up no list, and who holds a view of the file while giving way to somebody who waits for the end of that view is soon done. */

#define LONGEST_WAIT (50 * G_TIME_SPAN_MILLISECOND)

struct _RcStoreGate
{
  gatomicrefcount ref_count;
  GMutex mutex;
  GCond empty;
  int n_inside; /* atomic to look at; written under the mutex */
  gint64 no_wait_until; /* of the monotonic clock; guarded by the mutex */
};

/**
 * rc_store_gate_new:
 *
 * Returns: (transfer full): a gate with nobody inside
 */
RcStoreGate *
rc_store_gate_new (void)
{
  RcStoreGate *self = g_new0 (RcStoreGate, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->empty);
  return self;
}

/**
 * rc_store_gate_ref:
 * @self: a gate
 *
 * Returns: (transfer full): the same; from any thread
 */
RcStoreGate *
rc_store_gate_ref (RcStoreGate *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * rc_store_gate_unref:
 * @self: (transfer full): a gate; from any thread
 */
void
rc_store_gate_unref (RcStoreGate *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_cond_clear (&self->empty);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * rc_store_gate_enter:
 * @self: a gate
 *
 * Something that somebody waits for begins; rc_store_gate_leave() follows, in whatever thread.
 */
void
rc_store_gate_enter (RcStoreGate *self)
{
  g_mutex_lock (&self->mutex);
  g_atomic_int_inc (&self->n_inside);
  g_mutex_unlock (&self->mutex);
}

/**
 * rc_store_gate_leave:
 * @self: a gate
 *
 * What rc_store_gate_enter() told of is done.
 */
void
rc_store_gate_leave (RcStoreGate *self)
{
  g_mutex_lock (&self->mutex);
  if (g_atomic_int_dec_and_test (&self->n_inside))
    g_cond_broadcast (&self->empty);
  g_mutex_unlock (&self->mutex);
}

/**
 * rc_store_gate_give_way:
 * @self: a gate
 *
 * Waits until nobody is inside, but no longer than a twentieth of a second; after that it does not wait for as long. Costs
 * next to nothing where nobody is.
 */
void
rc_store_gate_give_way (RcStoreGate *self)
{
  gint64 now, until;

  if (g_atomic_int_get (&self->n_inside) == 0)
    return;
  g_mutex_lock (&self->mutex);
  now = g_get_monotonic_time ();
  until = now + LONGEST_WAIT;
  while (g_atomic_int_get (&self->n_inside) > 0 && now >= self->no_wait_until)
    if (!g_cond_wait_until (&self->empty, &self->mutex, until))
      self->no_wait_until = g_get_monotonic_time () + LONGEST_WAIT;
  g_mutex_unlock (&self->mutex);
}
