/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-due-messages.h"

#include "rc-workspace-private.h"
#include "rc-write-due-messages.h"

/* Keeps up with which mails are due by their date, as days pass and customers order. What is due is rc-due-query.c's, writing
 * it the command's. */

#define SECONDS_AFTER_CHANGE 1 /* what is on the screen is read first */
#define MOST_AT_ONCE 200 /* of each group: a transaction that holds nobody up */

struct _RcDueMessages
{
  GObject parent_instance;

  RcWorkspace *workspace; /* (owned) */
  RcMailAccount *account; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  guint64 count;
  gboolean reading;
  gboolean again; /* something changed meanwhile */
  gboolean writing;
  guint timer; /* source id */
};

typedef enum
{
  PROP_COUNT = 1,
  PROP_TO_REVIEW
} RcDueMessagesProperty;
static GParamSpec *properties[PROP_TO_REVIEW + 1];

static void refresh (RcDueMessages *self);

G_DEFINE_FINAL_TYPE (RcDueMessages, rc_due_messages, G_TYPE_OBJECT)

typedef struct
{
  RcDate today;
  RcPolicy *policy; /* (owned) */
} Request;

static Request *
create_request (RcDueMessages *self)
{
  Request *request = g_new0 (Request, 1);

  request->today = rc_workspace_get_today (self->workspace);
  request->policy = rc_policy_copy (rc_workspace_get_policy (self->workspace));
  return request;
}

static void
free_request (gpointer data)
{
  rc_policy_free (((Request *) data)->policy);
  g_free (data);
}

static gpointer
read_count (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  guint64 count = 0;

  if (!rc_due_query_count (database, request->today, request->policy, &count, error))
    return NULL;
  return g_memdup2 (&count, sizeof count);
}

static gpointer
read_list (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return rc_due_query_list (database, request->today, request->policy, MOST_AT_ONCE, cancellable, error);
}

/* A viewer changes nothing (TM-3). */
static gboolean
is_allowed (RcDueMessages *self)
{
  return rc_workspace_get_my_role (self->workspace) != RC_ROLE_VIEWER;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcDueMessages) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  self->writing = FALSE;
  if (done == NULL)
    g_info ("Messages that are due could not be written: %s", error->message);
  else if (done->count > 0)
    refresh (self);
}

static void
on_loaded_to_write (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcDueMessages) self = user_data;
  g_autoptr (GPtrArray) records = rc_due_messages_load_finish (self, result, NULL);
  g_autoptr (RcCommand) command = NULL;

  if (records == NULL || records->len == 0)
    {
      self->writing = FALSE;
      return;
    }
  command = rc_due_messages_create_command (self, records, TRUE);
  rc_workspace_run_async (self->workspace, command, self->cancellable, on_written, g_object_ref (self));
}

/* The sample's are written only by hand, so that there is something to try. */
static void
write_by_itself (RcDueMessages *self)
{
  if (self->writing || self->count == 0 || rc_workspace_is_sample (self->workspace) || !is_allowed (self)
      || rc_mail_account_get_dated (self->account) != RC_DATED_MESSAGES_SEND)
    return;
  self->writing = TRUE;
  rc_due_messages_load_async (self, self->cancellable, on_loaded_to_write, g_object_ref (self));
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcDueMessages) self = user_data;
  g_autofree guint64 *count = rc_store_call_finish (RC_STORE (source), result, NULL);

  self->reading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (count != NULL && *count != self->count)
    {
      self->count = *count;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TO_REVIEW]);
    }
  if (self->again)
    refresh (self);
  else
    write_by_itself (self);
}

static void
refresh (RcDueMessages *self)
{
  self->again = self->reading;
  if (self->reading || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->reading = TRUE;
  rc_store_read_long_async (rc_workspace_get_store (self->workspace), read_count, create_request (self),
                            free_request, g_free, self->cancellable, on_counted, g_object_ref (self));
}

static gboolean
on_timer (gpointer user_data)
{
  RcDueMessages *self = user_data;

  self->timer = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Many changes, one after the other, are looked at once. */
static void
refresh_soon (RcDueMessages *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (SECONDS_AFTER_CHANGE, on_timer, self);
}

static void
on_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  /* What the outbox does with a message is no command and makes nothing due. */
  gboolean messages_written =
      (changes->kinds & RC_CHANGE_MESSAGES) != 0 && (changes->kinds & RC_CHANGE_ACTIVITY) != 0;

  if (messages_written || (changes->kinds & (RC_CHANGE_CUSTOMERS | RC_CHANGE_POLICY)) != 0)
    refresh_soon (user_data);
}

static void
on_account_changed (RcDueMessages *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TO_REVIEW]);
  write_by_itself (self);
}

static void
rc_due_messages_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcDueMessages *self = RC_DUE_MESSAGES (object);

  switch ((RcDueMessagesProperty) property_id)
    {
    case PROP_COUNT:
      g_value_set_uint64 (value, self->count);
      break;
    case PROP_TO_REVIEW:
      g_value_set_uint64 (value, rc_due_messages_get_to_review (self));
      break;
    }
}

static void
rc_due_messages_dispose (GObject *object)
{
  RcDueMessages *self = RC_DUE_MESSAGES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (rc_due_messages_parent_class)->dispose (object);
}

static void
rc_due_messages_finalize (GObject *object)
{
  RcDueMessages *self = RC_DUE_MESSAGES (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->account);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (rc_due_messages_parent_class)->finalize (object);
}

static void
rc_due_messages_class_init (RcDueMessagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_due_messages_get_property;
  object_class->dispose = rc_due_messages_dispose;
  object_class->finalize = rc_due_messages_finalize;
  properties[PROP_COUNT] = g_param_spec_uint64 ("count", NULL, NULL, 0, G_MAXUINT64, 0, readable);
  properties[PROP_TO_REVIEW] = g_param_spec_uint64 ("to-review", NULL, NULL, 0, G_MAXUINT64, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_due_messages_init (RcDueMessages *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * rc_due_messages_new:
 * @workspace: a workspace
 * @account: what this desk does with such messages
 *
 * Returns: (transfer full): what is due; it follows the workspace, the day and the account
 */
RcDueMessages *
rc_due_messages_new (RcWorkspace *workspace, RcMailAccount *account)
{
  RcDueMessages *self = g_object_new (RC_TYPE_DUE_MESSAGES, NULL);

  self->workspace = g_object_ref (workspace);
  self->account = g_object_ref (account);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (workspace, "day-changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (on_account_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "changed", G_CALLBACK (on_account_changed), self, G_CONNECT_SWAPPED);
  refresh_soon (self);
  return self;
}

/**
 * rc_due_messages_get_workspace:
 * @self: what is due
 *
 * Returns: (transfer none): where
 */
RcWorkspace *
rc_due_messages_get_workspace (RcDueMessages *self)
{
  g_return_val_if_fail (RC_IS_DUE_MESSAGES (self), NULL);
  return self->workspace;
}

/**
 * rc_due_messages_get_count:
 * @self: what is due
 *
 * Returns: how many messages are due and were not written
 */
guint64
rc_due_messages_get_count (RcDueMessages *self)
{
  g_return_val_if_fail (RC_IS_DUE_MESSAGES (self), 0);
  return self->count;
}

/**
 * rc_due_messages_get_to_review:
 * @self: what is due
 *
 * Returns: how many messages wait for somebody to say whether they are to be written; 0 where nobody is asked
 */
guint64
rc_due_messages_get_to_review (RcDueMessages *self)
{
  g_return_val_if_fail (RC_IS_DUE_MESSAGES (self), 0);
  return is_allowed (self) && rc_mail_account_get_dated (self->account) == RC_DATED_MESSAGES_ASK ? self->count
                                                                                                 : 0;
}

static void
free_records (gpointer records)
{
  g_ptr_array_unref (records);
}

/**
 * rc_due_messages_load_async:
 * @self: what is due
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads which messages are due, as many as are written at once.
 */
void
rc_due_messages_load_async (RcDueMessages *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (RC_IS_DUE_MESSAGES (self));
  g_task_set_source_tag (task, rc_due_messages_load_async);
  rc_store_read_long_async (rc_workspace_get_store (self->workspace), read_list, create_request (self),
                            free_request, free_records, cancellable, rc_store_call_pass_on, task);
}

/**
 * rc_due_messages_load_finish:
 * @self: what is due
 * @result: what the callback was given
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type RcDueRecord): the messages
 */
GPtrArray *
rc_due_messages_load_finish (RcDueMessages *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_due_messages_create_command:
 * @self: what is due
 * @records: (element-type RcDueRecord): some of it
 * @write: whether it is to be written; %FALSE: passed over
 *
 * Returns: (transfer full): the command that does it
 */
RcCommand *
rc_due_messages_create_command (RcDueMessages *self, GPtrArray *records, gboolean write)
{
  GArray *ids[RC_N_DUE_GROUPS];
  RcCommand *command;

  g_return_val_if_fail (RC_IS_DUE_MESSAGES (self) && records != NULL, NULL);
  for (guint i = 0; i < RC_N_DUE_GROUPS; i++)
    ids[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < records->len; i++)
    {
      const RcDueRecord *record = g_ptr_array_index (records, i);

      g_array_append_val (ids[record->group], record->subject_id);
    }
  command = rc_write_due_messages_new (
      rc_workspace_get_me (self->workspace), rc_workspace_get_today (self->workspace),
      ids[RC_DUE_PURCHASE_AUTHORIZATIONS], ids[RC_DUE_RENEWALS], ids[RC_DUE_RENEWALS_COMING], write);
  for (guint i = 0; i < RC_N_DUE_GROUPS; i++)
    g_array_unref (ids[i]);
  return command;
}
