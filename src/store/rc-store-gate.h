/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lets what nobody waits for step aside for what somebody does; for rc-store-worker.c only. */
typedef struct _RcStoreGate RcStoreGate;

RcStoreGate *rc_store_gate_new (void);
RcStoreGate *rc_store_gate_ref (RcStoreGate *self);
void rc_store_gate_unref (RcStoreGate *self);
void rc_store_gate_enter (RcStoreGate *self);
void rc_store_gate_leave (RcStoreGate *self);
void rc_store_gate_give_way (RcStoreGate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcStoreGate, rc_store_gate_unref)

G_END_DECLS
