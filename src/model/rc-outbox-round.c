/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-outbox-round.h"

#include "rc-change-table.h"
#include "rc-log-query.h"
#include "rc-message-composer.h"
#include "rc-outbox-table.h"
#include "rc-smtp.h"

#include <glib/gi18n-lib.h>

/* Sends what is due (MS-2) so that nothing is sent twice: each message says "sending" on the disk before the server hears of
 * it, and what became of it afterwards. When a round begins is the outbox's to say. */

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define LEASE (5 * MINUTE) /* longer than one message may take */
#define MOST_ATTEMPTS 8

/* A step of a round: what runs in the writer's thread, in one transaction. */
typedef struct
{
  const RcOutboxRound *round; /* (borrowed) */
  gboolean taken;
  gboolean changed; /* whether a message did */
  RcMessageRecord *message; /* (owned) (nullable) */
} Step;

typedef gboolean (*StepFunc) (RcDatabase *database, Step *step, GError **error);

typedef struct
{
  StepFunc func;
  Step *step; /* (borrowed) */
} Call;

/**
 * rc_outbox_get_pause:
 * @attempts: how often it was tried, 1 or more
 *
 * Returns: how long to wait until the next time, µs: from a minute to eight hours
 */
gint64
rc_outbox_get_pause (int attempts)
{
  static const int MINUTES[] = { 1, 5, 15, 60, 120, 240, 480 };

  return MINUTES[CLAMP (attempts, 1, (int) G_N_ELEMENTS (MINUTES)) - 1] * MINUTE;
}

static gpointer
call (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  Call *self = data;

  if (!rc_database_begin (database, error))
    return NULL;
  if (self->func (database, self->step, error) && rc_database_commit (database, error))
    return self;
  rc_database_rollback (database);
  return NULL;
}

static gboolean
run_step (StepFunc func, Step *step, GError **error)
{
  Call data = { .func = func, .step = step };

  step->changed = FALSE;
  if (rc_store_write (step->round->store, call, &data, error) == NULL)
    return FALSE;
  if (step->changed && step->round->on_changed != NULL)
    step->round->on_changed (step->round->data);
  return TRUE;
}

static gboolean
take_lease (RcDatabase *database, Step *step, GError **error)
{
  gint64 now = rc_clock_get_now (step->round->clock);
  g_autofree char *holder = NULL;

  return rc_outbox_table_get_holder (database, &holder, error)
         && rc_outbox_table_take_lease (database, step->round->owner, now, now + LEASE,
                                        rc_outbox_owner_is_gone (holder), &step->taken, error);
}

/* What somebody else left unfinished is found by whoever sends next. */
static gboolean
begin (RcDatabase *database, Step *step, GError **error)
{
  int n_unfinished = 0;

  if (!take_lease (database, step, error))
    return FALSE;
  if (step->taken
      && !rc_outbox_table_give_up_unfinished (
          database, _ ("The program ended while this message was being sent."), &n_unfinished, error))
    return FALSE;
  step->changed = n_unfinished > 0;
  return TRUE;
}

static gboolean
claim (RcDatabase *database, Step *step, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  gint64 id = 0;

  g_clear_pointer (&step->message, rc_message_record_free);
  if (!take_lease (database, step, error)
      || (step->taken
          && !rc_outbox_table_claim_next (database, rc_clock_get_now (step->round->clock), &id, error)))
    return FALSE;
  if (id == 0)
    return TRUE;
  step->changed = TRUE;
  records = rc_message_query_fetch (database, &id, 1, NULL, error);
  if (records == NULL)
    return FALSE;
  step->message = g_steal_pointer (&g_ptr_array_index (records, 0));
  return TRUE;
}

static gboolean
finish (RcDatabase *database, Step *step, GError **error)
{
  gint64 seq;

  step->changed = TRUE;
  return rc_change_table_next_seq (database, &seq, error)
         && rc_outbox_table_finish (database, seq, step->message, error);
}

static gboolean
end (RcDatabase *database, Step *step, GError **error)
{
  return rc_outbox_table_release (database, step->round->owner, error);
}

/* What became of the message, as it is to be written down. */
static void
note_outcome (const RcOutboxRound *round, RcMessageRecord *message, const RcSmtpOutcome *outcome)
{
  gint64 now = rc_clock_get_now (round->clock);

  g_free (message->failure);
  message->failure = g_strdup (outcome->words);
  message->next_attempt_at = 0;
  switch (outcome->result)
    {
    case RC_SMTP_SENT:
      message->status = RC_MESSAGE_STATUS_SENT;
      message->sent_at = now;
      break;
    case RC_SMTP_REFUSED:
      message->status = RC_MESSAGE_STATUS_FAILED;
      break;
    case RC_SMTP_LATER:
      message->status =
          message->attempts < MOST_ATTEMPTS ? RC_MESSAGE_STATUS_WAITING : RC_MESSAGE_STATUS_FAILED;
      if (message->status == RC_MESSAGE_STATUS_WAITING)
        message->next_attempt_at = now + rc_outbox_get_pause (message->attempts);
      break;
    case RC_SMTP_UNCLEAR:
      message->status = RC_MESSAGE_STATUS_UNCLEAR;
      break;
    case RC_SMTP_SERVER:
    case RC_SMTP_STOPPED:
      message->status = RC_MESSAGE_STATUS_WAITING;
      message->attempts--;
      break;
    }
}

static RcSmtpOutcome *
send_message (const RcOutboxRound *round, const RcMessageRecord *message)
{
  g_autoptr (GBytes) mail = rc_message_to_eml (
      round->server->sender_name, round->server->sender_email, message->recipient_name,
      message->recipient_email, message->subject, message->body, message->message_id, message->created_at);

  return rc_smtp_send (round->server, message->recipient_email, mail, round->cancellable);
}

/* FALSE: no further message is to be sent in this round. */
static gboolean
send_next (Step *step, RcOutboxRoundResult *result, GError **error)
{
  g_autoptr (RcSmtpOutcome) outcome = NULL;

  if (g_cancellable_is_cancelled (step->round->cancellable) || !run_step (claim, step, error)
      || step->message == NULL)
    return FALSE;
  outcome = send_message (step->round, step->message);
  note_outcome (step->round, step->message, outcome);
  if (outcome->result == RC_SMTP_SERVER)
    {
      result->end = RC_OUTBOX_ROUND_SERVER;
      result->words = g_strdup (outcome->words);
    }
  return run_step (finish, step, error) && outcome->result != RC_SMTP_SERVER
         && outcome->result != RC_SMTP_STOPPED;
}

/**
 * rc_outbox_round_run:
 * @round: what is to be sent from, by whom
 *
 * Sends until nothing is due any more. Blocks; in a thread that is neither the main one nor one of the store's.
 *
 * Returns: (transfer full): how it ended
 */
RcOutboxRoundResult *
rc_outbox_round_run (const RcOutboxRound *round)
{
  RcOutboxRoundResult *result = g_new0 (RcOutboxRoundResult, 1);
  Step step = { .round = round };
  g_autoptr (GError) error = NULL;

  if (run_step (begin, &step, &error))
    {
      gboolean taken = step.taken;

      while (taken && send_next (&step, result, &error))
        continue;
      if (!step.taken)
        result->end = RC_OUTBOX_ROUND_ELSEWHERE;
      else
        run_step (end, &step, error == NULL ? &error : NULL);
    }
  if (error != NULL)
    {
      result->end = RC_OUTBOX_ROUND_STORE;
      g_free (result->words);
      result->words = g_strdup (error->message);
    }
  rc_message_record_free (step.message);
  return result;
}

/**
 * rc_outbox_round_result_free:
 * @result: (nullable) (transfer full): a result
 */
void
rc_outbox_round_result_free (RcOutboxRoundResult *result)
{
  if (result == NULL)
    return;
  g_free (result->words);
  g_free (result);
}

/**
 * rc_outbox_outlook_read:
 * @database: a connection
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what a round would find; free with g_free()
 */
RcOutboxOutlook *
rc_outbox_outlook_read (RcDatabase *database, GError **error)
{
  g_autofree RcOutboxOutlook *outlook = g_new0 (RcOutboxOutlook, 1);
  gint64 n_unfinished = 0;

  if (!rc_outbox_table_get_next_time (database, &outlook->next, error)
      || !rc_outbox_table_count_unfinished (database, &n_unfinished, error))
    return NULL;
  outlook->unfinished = n_unfinished > 0;
  return g_steal_pointer (&outlook);
}
