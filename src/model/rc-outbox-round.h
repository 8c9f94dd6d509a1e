/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-clock.h"
#include "rc-mail-server.h"
#include "rc-store.h"

G_BEGIN_DECLS

/* One round of sending: all messages that are due, one after the other, in the calling thread. */
typedef struct
{
  RcStore *store; /* (borrowed) */
  RcClock *clock; /* (borrowed) */
  const RcMailServer *server; /* (borrowed) */
  const char *owner; /* (borrowed) whose lease it is */
  GCancellable *cancellable; /* (borrowed) (nullable) */
  void (*on_changed) (gpointer data); /* (nullable) after each commit, in the round's thread */
  gpointer data;
} RcOutboxRound;

typedef enum
{
  RC_OUTBOX_ROUND_DONE, /* nothing is due any more, or it was cancelled */
  RC_OUTBOX_ROUND_ELSEWHERE, /* somebody else sends */
  RC_OUTBOX_ROUND_SERVER, /* the server or the account is at fault: no message can be sent */
  RC_OUTBOX_ROUND_STORE /* the workspace cannot be written to */
} RcOutboxRoundEnd;

typedef struct
{
  RcOutboxRoundEnd end;
  char *words; /* (owned) (nullable) of the fault */
} RcOutboxRoundResult;

/* What is to be done, without doing it. */
typedef struct
{
  gint64 next; /* when the next message may be sent, µs since the epoch; 0: none waits */
  gboolean unfinished; /* whether some say that they are being sent */
} RcOutboxOutlook;

RcOutboxRoundResult *rc_outbox_round_run (const RcOutboxRound *round);
void rc_outbox_round_result_free (RcOutboxRoundResult *result);
RcOutboxOutlook *rc_outbox_outlook_read (RcDatabase *database, GError **error);
gint64 rc_outbox_get_pause (int attempts);
char *rc_outbox_owner_new (void);
gboolean rc_outbox_owner_is_gone (const char *owner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcOutboxRoundResult, rc_outbox_round_result_free)

G_END_DECLS
