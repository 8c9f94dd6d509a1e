/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-slot"

#include "rc-customer-slot.h"

/**
 * RcCustomerSlot:
 *
 * A place in the customers' list. A view that is told that all rows went and others came throws its two hundred row
 * widgets away and builds new ones, which takes longer than everything else about a switch of filter. A place stays,
 * and its cells only show somebody else. A place is known as long as a widget holds it; it makes no row that nobody
 * looks at.
 */

struct _RcCustomerSlot
{
  GObject parent_instance;

  RcCustomerSlots *slots; /* (borrowed) (nullable) those it is known in */
  guint position;
  GObject *customer; /* (owned) (nullable) */
};

struct _RcCustomerSlots
{
  GListModel *list; /* (borrowed) */
  GHashTable *by_position; /* (owned) of RcCustomerSlot (borrowed) */
};

typedef enum
{
  SIGNAL_CHANGED
} RcCustomerSlotSignal;
static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (RcCustomerSlot, rc_customer_slot, G_TYPE_OBJECT)

static void
on_updated (RcCustomerSlot *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
leave_customer (RcCustomerSlot *self)
{
  if (self->customer)
    g_signal_handlers_disconnect_by_func (self->customer, on_updated, self);
  g_clear_object (&self->customer);
}

static void
set_customer (RcCustomerSlot *self, GObject *customer)
{
  if (self->customer == customer)
    return;
  leave_customer (self);
  if (customer)
    {
      self->customer = g_object_ref (customer);
      g_signal_connect_swapped (customer, "updated", G_CALLBACK (on_updated), self);
    }
  on_updated (self);
}

static void
forget (RcCustomerSlot *self)
{
  if (self->slots)
    g_hash_table_remove (self->slots->by_position, GUINT_TO_POINTER (self->position));
  self->slots = NULL;
}

static void
rc_customer_slot_dispose (GObject *object)
{
  RcCustomerSlot *self = RC_CUSTOMER_SLOT (object);

  forget (self);
  leave_customer (self);
  G_OBJECT_CLASS (rc_customer_slot_parent_class)->dispose (object);
}

static void
rc_customer_slot_class_init (RcCustomerSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_customer_slot_dispose;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", RC_TYPE_CUSTOMER_SLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rc_customer_slot_init (RcCustomerSlot *self)
{
}

/**
 * rc_customer_slot_get_customer:
 *
 * Returns: (transfer none) (nullable): the row object that stands there
 */
gpointer
rc_customer_slot_get_customer (RcCustomerSlot *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_SLOT (self), NULL);

  return self->customer;
}

/**
 * rc_customer_slots_new:
 * @list: the rows; it must live longer
 *
 * Returns: (transfer full): its places, of which nobody holds one yet
 */
RcCustomerSlots *
rc_customer_slots_new (RcVirtualList *list)
{
  RcCustomerSlots *slots = g_new0 (RcCustomerSlots, 1);

  slots->list = G_LIST_MODEL (list);
  slots->by_position = g_hash_table_new (NULL, NULL);
  return slots;
}

/**
 * rc_customer_slots_free:
 * @slots: (transfer full): places; those that somebody holds stay as they are
 */
void
rc_customer_slots_free (RcCustomerSlots *slots)
{
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, slots->by_position);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    RC_CUSTOMER_SLOT (slot)->slots = NULL;
  g_hash_table_unref (slots->by_position);
  g_free (slots);
}

static void
fill (RcCustomerSlots *slots, RcCustomerSlot *slot)
{
  g_autoptr (GObject) customer = g_list_model_get_item (slots->list, slot->position);

  set_customer (slot, customer);
}

/**
 * rc_customer_slots_get:
 * @slots: places
 * @position: one within the list
 *
 * Returns: (transfer full): the same object as long as anybody holds it
 */
RcCustomerSlot *
rc_customer_slots_get (RcCustomerSlots *slots, guint position)
{
  RcCustomerSlot *slot = g_hash_table_lookup (slots->by_position, GUINT_TO_POINTER (position));

  if (slot)
    return g_object_ref (slot);
  slot = g_object_new (RC_TYPE_CUSTOMER_SLOT, NULL);
  slot->slots = slots;
  slot->position = position;
  fill (slots, slot);
  g_hash_table_insert (slots->by_position, GUINT_TO_POINTER (position), slot);
  return slot;
}

/**
 * rc_customer_slots_splice:
 * @slots: places
 * @position: from where on
 * @removed: how many rows went
 * @added: how many came
 *
 * The places behind move with their customers; those of the rows that went are known no more.
 */
void
rc_customer_slots_splice (RcCustomerSlots *slots, guint position, guint removed, guint added)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&slots->by_position);
  GHashTableIter iter;
  gpointer value;

  slots->by_position = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      RcCustomerSlot *slot = value;

      if (slot->position >= position && slot->position - position < removed)
        {
          slot->slots = NULL;
          continue;
        }
      if (slot->position >= position)
        slot->position += added - removed;
      g_hash_table_insert (slots->by_position, GUINT_TO_POINTER (slot->position), slot);
    }
}

/**
 * rc_customer_slots_fill:
 * @slots: places, all within the list
 *
 * Looks for each of them who stands there now.
 */
void
rc_customer_slots_fill (RcCustomerSlots *slots)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, slots->by_position);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_ptr_array_add (held, g_object_ref (slot));
  for (guint i = 0; i < held->len; i++)
    fill (slots, held->pdata[i]);
}
