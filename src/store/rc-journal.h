/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* A writer's care of its journal; for rc-store-worker.c and rc-store-place.c only. */
typedef struct
{
  int n_pages; /* of the journal, when it was written to last */
  gboolean wants_care;
  gboolean has_no_disk; /* there was no room for room */
} RcJournal;

/* Whose pages SQLite would look for in a connection's journal. */
typedef enum
{
  RC_JOURNAL_OWNER_SELF, /* its own, or none */
  RC_JOURNAL_OWNER_OTHER, /* those of a connection that has the file under another name */
  RC_JOURNAL_OWNER_UNKNOWN, /* just now it cannot be told */
} RcJournalOwner;

typedef gboolean (*RcJournalStopFunc) (gpointer data);

void rc_journal_begin_care (RcJournal *self, RcDatabase *writer);
gboolean rc_journal_wants_care (const RcJournal *self);
void rc_journal_care (RcJournal *self, RcDatabase *writer, RcJournalStopFunc should_stop, gpointer stop_data);
void rc_journal_leave (RcJournal *self);
RcJournalOwner rc_journal_find_owner (RcDatabase *writer);
void rc_journal_drop (RcDatabase *writer);

G_END_DECLS
