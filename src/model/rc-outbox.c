/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-outbox.h"

#include "rc-model-enum-types.h"
#include "rc-outbox-round.h"
#include "rc-words.h"
#include "rc-workspace-private.h"

#include <glib/gi18n-lib.h>

/* Decides when messages are sent: as they are written, when a pause is over, when the network is back. How one is sent, and
 * never twice, is rc-outbox-round.c's. */

#define LONGEST_TIMER_S 3600
#define SECONDS_UNTIL_OTHERS_ARE_DONE 60

struct _RcOutbox
{
  GObject parent_instance;

  RcWorkspace *workspace; /* (owned) */
  RcMailAccount *account; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  char *owner; /* (owned) */
  char *text; /* (owned) (nullable) */
  RcOutboxState state;
  gboolean looking; /* what is due, or the password, is being looked up */
  gboolean again; /* something changed meanwhile */
  int n_faults; /* of the server, one after the other */
  gint64 held_until; /* µs; no round begins before */
  guint timer; /* source id */

  GThread *thread; /* (owned) (nullable) while a round runs */
  RcMailServer *server; /* (owned) (nullable) of the round */
};

typedef enum
{
  PROP_STATE = 1,
  PROP_TEXT
} RcOutboxProperty;
static GParamSpec *properties[PROP_TEXT + 1];

static void wake (RcOutbox *self);

G_DEFINE_FINAL_TYPE (RcOutbox, rc_outbox, G_TYPE_OBJECT)

static gboolean
is_closed (RcOutbox *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/* @text: (transfer full) (nullable) */
static void
set_state (RcOutbox *self, RcOutboxState state, char *text)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  g_free (text);
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
on_timer (gpointer user_data)
{
  RcOutbox *self = user_data;

  self->timer = 0;
  wake (self);
  return G_SOURCE_REMOVE;
}

/* @at: µs since the epoch */
static void
wake_at (RcOutbox *self, gint64 at)
{
  gint64 seconds = (at - rc_clock_get_now (self->workspace->clock)) / G_USEC_PER_SEC + 1;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds ((guint) CLAMP (seconds, 1, LONGEST_TIMER_S), on_timer, self);
}

/* From the round's thread. */
static gboolean
on_messages_changed (gpointer user_data)
{
  RcOutbox *self = user_data;
  g_autoptr (RcChangeSet) changes = NULL;

  if (is_closed (self))
    return G_SOURCE_REMOVE;
  changes = rc_change_set_new ();
  changes->kinds = RC_CHANGE_MESSAGES;
  rc_workspace_take_changes (self->workspace, changes);
  return G_SOURCE_REMOVE;
}

static void
tell_messages_changed (gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, on_messages_changed, g_object_ref (data), g_object_unref);
}

typedef struct
{
  RcOutbox *outbox; /* (owned) */
  RcOutboxRoundResult *result; /* (owned) */
} RoundEnd;

static void
round_end_free (gpointer data)
{
  RoundEnd *end = data;

  g_object_unref (end->outbox);
  rc_outbox_round_result_free (end->result);
  g_free (end);
}

static void
pause_for (RcOutbox *self, const char *words)
{
  g_autoptr (GTimeZone) zone = rc_workspace_dup_time_zone (self->workspace);
  g_autofree char *time = NULL;
  gint64 pause = rc_outbox_get_pause (++self->n_faults);

  self->held_until = rc_clock_get_now (self->workspace->clock) + pause;
  time = rc_words_time (self->held_until, zone);
  set_state (self, RC_OUTBOX_STATE_PAUSED,
             /* Translators: what is wrong with the mail server, a whole sentence; then a time */
             g_strdup_printf (_ ("%s Next try: %s."), words, time));
  wake_at (self, self->held_until);
}

static gboolean
on_round_ended (gpointer user_data)
{
  RoundEnd *end = user_data;
  RcOutbox *self = end->outbox;

  if (is_closed (self))
    return G_SOURCE_REMOVE;
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->server, rc_mail_server_free);
  switch (end->result->end)
    {
    case RC_OUTBOX_ROUND_DONE:
      self->n_faults = 0;
      self->again = FALSE;
      set_state (self, RC_OUTBOX_STATE_IDLE, NULL);
      wake (self);
      break;
    case RC_OUTBOX_ROUND_ELSEWHERE:
      set_state (self, RC_OUTBOX_STATE_ELSEWHERE,
                 g_strdup (_ ("Another window or program is sending the messages of this workspace.")));
      self->held_until =
          rc_clock_get_now (self->workspace->clock) + SECONDS_UNTIL_OTHERS_ARE_DONE * (gint64) G_USEC_PER_SEC;
      wake_at (self, self->held_until);
      break;
    case RC_OUTBOX_ROUND_SERVER:
    case RC_OUTBOX_ROUND_STORE:
      pause_for (self, end->result->words);
      break;
    }
  return G_SOURCE_REMOVE;
}

static gpointer
run_round (gpointer user_data)
{
  RcOutbox *self = user_data;
  RcOutboxRound round = { .store = self->workspace->store,
                          .clock = self->workspace->clock,
                          .server = self->server,
                          .owner = self->owner,
                          .cancellable = self->cancellable,
                          .on_changed = tell_messages_changed,
                          .data = self };
  RoundEnd *end = g_new0 (RoundEnd, 1);

  end->outbox = self; /* the thread's reference goes with it, so that the last one is not dropped here */
  end->result = rc_outbox_round_run (&round);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_round_ended, end, round_end_free);
  return NULL;
}

static void
on_server_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcOutbox) self = user_data;
  g_autoptr (GError) error = NULL;
  RcMailServer *server = rc_mail_account_load_finish (RC_MAIL_ACCOUNT (source), result, &error);

  self->looking = FALSE;
  if (is_closed (self))
    rc_mail_server_free (server);
  else if (server == NULL)
    pause_for (self, error->message);
  else
    {
      self->server = server;
      set_state (self, RC_OUTBOX_STATE_SENDING, g_strdup (_ ("Sending messages…")));
      self->thread = g_thread_new ("outbox", run_round, g_object_ref (self));
    }
}

static gpointer
read_outlook (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return rc_outbox_outlook_read (database, error);
}

static void
on_outlook_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcOutbox) self = user_data;
  g_autofree RcOutboxOutlook *outlook = rc_store_call_finish (RC_STORE (source), result, NULL);
  gint64 now;

  self->looking = FALSE;
  if (is_closed (self))
    return;
  now = rc_clock_get_now (self->workspace->clock);
  if (outlook != NULL && (outlook->unfinished || (outlook->next != 0 && outlook->next <= now)))
    {
      self->looking = TRUE;
      rc_mail_account_load_async (self->account, self->cancellable, on_server_loaded, g_object_ref (self));
      return;
    }
  set_state (self, RC_OUTBOX_STATE_IDLE, NULL);
  /* A timer that runs by now was begun for something newer than what was read. */
  if (outlook != NULL && outlook->next != 0 && self->timer == 0)
    wake_at (self, outlook->next);
  if (self->again)
    wake (self);
}

/* A server on this computer is there without a network. */
static gboolean
is_offline (RcOutbox *self)
{
  g_autoptr (RcMailServer) server = rc_mail_account_dup_server (self->account);

  return !rc_mail_server_is_local (server->host)
         && !g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

/* The sample's customers exist as little as their addresses; and a viewer changes nothing (TM-3). */
static gboolean
is_off (RcOutbox *self)
{
  return rc_workspace_is_sample (self->workspace) || !rc_mail_account_is_active (self->account)
         || rc_workspace_get_my_role (self->workspace) == RC_ROLE_VIEWER;
}

static void
wake (RcOutbox *self)
{
  if (is_closed (self))
    return;
  self->again = self->looking || self->thread != NULL;
  if (self->again)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (is_off (self))
    set_state (self, RC_OUTBOX_STATE_OFF, NULL);
  else if (is_offline (self))
    set_state (self, RC_OUTBOX_STATE_OFFLINE,
               g_strdup (_ ("There is no network. Messages are sent as soon as it is back.")));
  else if (self->held_until > rc_clock_get_now (self->workspace->clock))
    wake_at (self, self->held_until);
  else
    {
      self->looking = TRUE;
      rc_store_read_async (self->workspace->store, read_outlook, NULL, NULL, g_free, self->cancellable,
                           on_outlook_read, g_object_ref (self));
    }
}

/* Whoever waits for what was done comes first. */
static void
on_workspace_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  RcOutbox *self = user_data;

  if ((changes->kinds & RC_CHANGE_MESSAGES) == 0 || is_closed (self))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_idle_add (on_timer, self);
}

static void
on_network_changed (GNetworkMonitor *monitor, gboolean available, gpointer user_data)
{
  rc_outbox_try_now (user_data);
}

/* Several settings change one after the other. */
static void
on_account_changed (RcOutbox *self)
{
  if (is_closed (self))
    return;
  self->held_until = 0;
  self->n_faults = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (1, on_timer, self);
}

static void
rc_outbox_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcOutbox *self = RC_OUTBOX (object);

  switch ((RcOutboxProperty) property_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    }
}

static void
rc_outbox_dispose (GObject *object)
{
  rc_outbox_close (RC_OUTBOX (object));
  G_OBJECT_CLASS (rc_outbox_parent_class)->dispose (object);
}

static void
rc_outbox_finalize (GObject *object)
{
  RcOutbox *self = RC_OUTBOX (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->account);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->server, rc_mail_server_free);
  g_free (self->owner);
  g_free (self->text);
  G_OBJECT_CLASS (rc_outbox_parent_class)->finalize (object);
}

static void
rc_outbox_class_init (RcOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_outbox_get_property;
  object_class->dispose = rc_outbox_dispose;
  object_class->finalize = rc_outbox_finalize;
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, RC_TYPE_OUTBOX_STATE, RC_OUTBOX_STATE_OFF, readable);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_outbox_init (RcOutbox *self)
{
  self->cancellable = g_cancellable_new ();
  self->owner = rc_outbox_owner_new ();
}

/**
 * rc_outbox_new:
 * @workspace: a workspace
 * @account: this desk's mail settings
 *
 * Returns: (transfer full): the outbox, which begins to send; to be closed before the workspace
 */
RcOutbox *
rc_outbox_new (RcWorkspace *workspace, RcMailAccount *account)
{
  RcOutbox *self = g_object_new (RC_TYPE_OUTBOX, NULL);

  self->workspace = g_object_ref (workspace);
  self->account = g_object_ref (account);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, 0);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (rc_outbox_try_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "changed", G_CALLBACK (on_account_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (on_network_changed), self, 0);
  wake (self);
  return self;
}

/**
 * rc_outbox_get_account:
 * @self: an outbox
 *
 * Returns: (transfer none): by which settings it sends
 */
RcMailAccount *
rc_outbox_get_account (RcOutbox *self)
{
  g_return_val_if_fail (RC_IS_OUTBOX (self), NULL);
  return self->account;
}

/**
 * rc_outbox_get_state:
 * @self: an outbox
 *
 * Returns: where it stands
 */
RcOutboxState
rc_outbox_get_state (RcOutbox *self)
{
  g_return_val_if_fail (RC_IS_OUTBOX (self), RC_OUTBOX_STATE_OFF);
  return self->state;
}

/**
 * rc_outbox_get_text:
 * @self: an outbox
 *
 * Returns: (transfer none) (nullable): what is to be said of it; %NULL where all is as ever
 */
const char *
rc_outbox_get_text (RcOutbox *self)
{
  g_return_val_if_fail (RC_IS_OUTBOX (self), NULL);
  return self->text;
}

/**
 * rc_outbox_try_now:
 * @self: an outbox
 *
 * Ends a pause: something may be better now.
 */
void
rc_outbox_try_now (RcOutbox *self)
{
  g_return_if_fail (RC_IS_OUTBOX (self));
  self->held_until = 0;
  self->n_faults = 0;
  wake (self);
}

/**
 * rc_outbox_close:
 * @self: an outbox
 *
 * Sends no more. Waits for a message that is with the server already, for some seconds at most, and for what became of it
 * to be on the disk.
 */
void
rc_outbox_close (RcOutbox *self)
{
  g_return_if_fail (RC_IS_OUTBOX (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}
