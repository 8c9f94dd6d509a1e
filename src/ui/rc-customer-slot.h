/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-virtual-list.h"
#include <glib-object.h>

G_BEGIN_DECLS

/* A place in the list, with whoever stands there now. Signal: changed (somebody else stands there, or its texts were set). */
#define RC_TYPE_CUSTOMER_SLOT (rc_customer_slot_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerSlot, rc_customer_slot, RC, CUSTOMER_SLOT, GObject)

gpointer rc_customer_slot_get_customer (RcCustomerSlot *self);

/* All places that somebody holds. */
typedef struct _RcCustomerSlots RcCustomerSlots;

RcCustomerSlots *rc_customer_slots_new (RcVirtualList *list);
void rc_customer_slots_free (RcCustomerSlots *slots);
RcCustomerSlot *rc_customer_slots_get (RcCustomerSlots *slots, guint position);
void rc_customer_slots_splice (RcCustomerSlots *slots, guint position, guint removed, guint added);
void rc_customer_slots_fill (RcCustomerSlots *slots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCustomerSlots, rc_customer_slots_free)

G_END_DECLS
