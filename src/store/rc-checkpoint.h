/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* When the journal goes into the file; for rc-store-worker.c only. */
typedef struct
{
  int n_pages; /* of the journal, when it was written to last */
} RcCheckpoint;

void rc_checkpoint_put_off (RcCheckpoint *self, RcDatabase *writer);
gboolean rc_checkpoint_is_due (const RcCheckpoint *self);
void rc_checkpoint_run (RcCheckpoint *self, RcDatabase *writer);

G_END_DECLS
