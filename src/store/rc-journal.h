/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* A writer's care of its journal; for rc-store-worker.c only. */
typedef struct
{
  int n_pages; /* of the journal, when it was written to last */
  gboolean wants_care;
} RcJournal;

void rc_journal_begin_care (RcJournal *self, RcDatabase *writer);
gboolean rc_journal_wants_care (const RcJournal *self);
void rc_journal_care (RcJournal *self, RcDatabase *writer);
void rc_journal_leave (RcJournal *self);

G_END_DECLS
