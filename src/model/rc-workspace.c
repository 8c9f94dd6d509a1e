/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

#include "rc-command-context.h"
#include "rc-customer-query.h"
#include "rc-enum-types.h"
#include "rc-member.h"
#include "rc-product.h"
#include "rc-settings-table.h"
#include "rc-workspace-lists.h"
/* A workspace as the window sees it: the façade over store and commands, with what is needed all the time kept in
 * memory and kept true: after each commit, and when the day changes. It holds no customers: the lists do. How it is
 * opened stands in rc-workspace-open.c. */

#define FIRST_REFRESH_DELAY 30 /* ms: the first customers are shown before all are counted */
#define LONGEST_WAIT_MS 60000 /* a machine that slept through midnight is found out after a minute */

typedef enum
{
  PROP_NAME = 1,
  PROP_PATH,
  PROP_SAMPLE,
  PROP_TODAY,
  PROP_POLICY,
  PROP_ME,
  PROP_RESELLER_NAME,
  PROP_TIME_ZONE,
  PROP_WAITING_MESSAGES,
  PROP_OPEN_RESELLER_CHANGES,
  PROP_CODES_TODAY,
  PROP_MANAGED_BY_ME,
  PROP_ERROR_MESSAGE,
  PROP_OBSTACLE,
  PROP_COUNT_FIRST,
  PROP_COUNT_LAST = PROP_COUNT_FIRST + RC_N_FILTERS - 1
} RcWorkspaceProperty;
static GParamSpec *properties[PROP_COUNT_LAST + 1];

static guint changed_signal;
static guint day_changed_signal;

G_DEFINE_FINAL_TYPE (RcWorkspace, rc_workspace, G_TYPE_OBJECT)

static void
notify (RcWorkspace *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * rc_workspace_set_error_message:
 * @self: a workspace
 * @message: (nullable): why what is shown may be outdated, translated
 */
void
rc_workspace_set_error_message (RcWorkspace *self, const char *message)
{
  if (g_strcmp0 (self->error_message, message) == 0)
    return;
  g_free (self->error_message);
  self->error_message = g_strdup (message);
  notify (self, PROP_ERROR_MESSAGE);
}

static void
on_contents_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcContents) contents = rc_store_call_finish (RC_STORE (source), result, &error);

  g_clear_object (&self->reading);
  self->reading_parts = 0;
  if (contents != NULL)
    {
      rc_workspace_take_contents (self, g_steal_pointer (&contents));
      rc_workspace_set_error_message (self, NULL);
    }
  else if (!self->closed && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rc_workspace_set_error_message (self, error->message);
  if (self->wanted != 0)
    rc_workspace_refresh (self, 0);
}

static gpointer
read_contents (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return rc_contents_read (database, data, cancellable, error);
}

static gboolean check_day (gpointer user_data);

static void
arm_timer (RcWorkspace *self)
{
  gint64 wait_ms = rc_clock_get_next_midnight (self->clock) / 1000 + 1;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) CLAMP (wait_ms, 1, LONGEST_WAIT_MS), check_day, self);
}

static gboolean
check_day (gpointer user_data)
{
  RcWorkspace *self = user_data;

  self->timer = 0;
  rc_workspace_check_day (self);
  return G_SOURCE_REMOVE;
}

static const char *
get_text (RcWorkspace *self, guint property)
{
  switch (property)
    {
    case PROP_NAME:
      return self->name;
    case PROP_RESELLER_NAME:
      return self->reseller_name;
    case PROP_TIME_ZONE:
      return self->time_zone;
    case PROP_ERROR_MESSAGE:
      return self->error_message;
    default:
      return self->obstacle;
    }
}

static void
rc_workspace_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcWorkspace *self = RC_WORKSPACE (object);

  if (property_id >= PROP_COUNT_FIRST)
    g_value_set_uint64 (value, self->counts[property_id - PROP_COUNT_FIRST]);
  switch ((RcWorkspaceProperty) property_id)
    {
    case PROP_NAME:
    case PROP_RESELLER_NAME:
    case PROP_TIME_ZONE:
    case PROP_ERROR_MESSAGE:
    case PROP_OBSTACLE:
      g_value_set_string (value, get_text (self, property_id));
      break;
    case PROP_PATH:
      g_value_set_string (value, rc_store_get_path (self->store));
      break;
    case PROP_SAMPLE:
      g_value_set_boolean (value, self->sample);
      break;
    case PROP_TODAY:
      g_value_set_uint (value, self->today);
      break;
    case PROP_POLICY:
      g_value_set_boxed (value, self->policy);
      break;
    case PROP_ME:
      g_value_set_int64 (value, self->me);
      break;
    case PROP_WAITING_MESSAGES:
      g_value_set_uint64 (value, self->waiting_messages);
      break;
    case PROP_OPEN_RESELLER_CHANGES:
      g_value_set_uint64 (value, self->open_reseller_changes);
      break;
    case PROP_CODES_TODAY:
      g_value_set_uint64 (value, self->codes_today);
      break;
    case PROP_MANAGED_BY_ME:
      g_value_set_boolean (value, self->managed_by_me);
      break;
    case PROP_COUNT_FIRST:
    case PROP_COUNT_LAST:
      break;
    }
}

static void
rc_workspace_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_MANAGED_BY_ME)
    rc_workspace_set_managed_by_me (RC_WORKSPACE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
rc_workspace_dispose (GObject *object)
{
  RcWorkspace *self = RC_WORKSPACE (object);

  rc_workspace_close (self);
  G_OBJECT_CLASS (rc_workspace_parent_class)->dispose (object);
}

static void
rc_workspace_finalize (GObject *object)
{
  RcWorkspace *self = RC_WORKSPACE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->copying);
  g_clear_object (&self->members);
  g_clear_object (&self->products);
  g_clear_pointer (&self->policy, rc_policy_free);
  g_free (self->name);
  g_free (self->reseller_name);
  g_free (self->time_zone);
  g_free (self->error_message);
  g_free (self->obstacle);
  G_OBJECT_CLASS (rc_workspace_parent_class)->finalize (object);
}

static void
install_counts (GObjectClass *object_class, GParamFlags flags)
{
  static const char *const NAMES[RC_N_FILTERS] = { "count-all-customers",     "count-no-products",
                                                   "count-pending-requests",  "count-past-due-requests",
                                                   "count-upcoming-renewals", "count-ready-for-renewal" };

  for (guint i = 0; i < RC_N_FILTERS; i++)
    {
      properties[PROP_COUNT_FIRST + i] = g_param_spec_uint64 (NAMES[i], NULL, NULL, 0, G_MAXUINT64, 0, flags);
      g_object_class_install_property (object_class, PROP_COUNT_FIRST + i, properties[PROP_COUNT_FIRST + i]);
    }
}

static void
rc_workspace_class_init (RcWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_workspace_get_property;
  object_class->set_property = rc_workspace_set_property;
  object_class->dispose = rc_workspace_dispose;
  object_class->finalize = rc_workspace_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, readable);
  properties[PROP_SAMPLE] = g_param_spec_boolean ("sample", NULL, NULL, FALSE, readable);
  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_POLICY] = g_param_spec_boxed ("policy", NULL, NULL, RC_TYPE_POLICY, readable);
  properties[PROP_ME] = g_param_spec_int64 ("me", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_RESELLER_NAME] = g_param_spec_string ("reseller-name", NULL, NULL, NULL, readable);
  properties[PROP_TIME_ZONE] = g_param_spec_string ("time-zone", NULL, NULL, NULL, readable);
  properties[PROP_WAITING_MESSAGES] =
      g_param_spec_uint64 ("waiting-messages", NULL, NULL, 0, G_MAXUINT64, 0, readable);
  properties[PROP_OPEN_RESELLER_CHANGES] =
      g_param_spec_uint64 ("open-reseller-changes", NULL, NULL, 0, G_MAXUINT64, 0, readable);
  properties[PROP_CODES_TODAY] = g_param_spec_uint64 ("codes-today", NULL, NULL, 0, G_MAXUINT64, 0, readable);
  properties[PROP_MANAGED_BY_ME] =
      g_param_spec_boolean ("managed-by-me", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, readable);
  properties[PROP_OBSTACLE] = g_param_spec_string ("obstacle", NULL, NULL, NULL, readable);
  for (guint i = PROP_NAME; i <= PROP_OBSTACLE; i++)
    g_object_class_install_property (object_class, i, properties[i]);
  install_counts (object_class, readable);

  changed_signal = g_signal_new ("changed", RC_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, RC_TYPE_CHANGE_SET);
  day_changed_signal =
      g_signal_new ("day-changed", RC_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("replaced", RC_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rc_workspace_init (RcWorkspace *self)
{
  self->members = g_list_store_new (RC_TYPE_MEMBER);
  self->products = g_list_store_new (RC_TYPE_PRODUCT);
}

static gboolean
refresh_first (gpointer user_data)
{
  RcWorkspace *self = user_data;

  self->first_refresh = 0;
  rc_workspace_refresh (self, RC_PART_ALL & ~RC_PART_AT_OPENING);
  return G_SOURCE_REMOVE;
}

/**
 * rc_workspace_new:
 * @store: an open store
 * @clock: what day it is
 * @contents: (transfer full): what was read of it at opening
 *
 * The counts come a moment later: a window need not wait for them.
 *
 * Returns: (transfer full): a workspace
 */
RcWorkspace *
rc_workspace_new (RcStore *store, RcClock *clock, RcContents *contents)
{
  RcWorkspace *self = g_object_new (RC_TYPE_WORKSPACE, NULL);

  g_assert (contents->parts == RC_PART_AT_OPENING);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->name = rc_contents_choose_name (contents, rc_store_get_path (store));
  rc_workspace_take_contents (self, contents);
  self->today = rc_clock_get_today (clock);
  self->first_refresh = g_timeout_add_full (G_PRIORITY_LOW, FIRST_REFRESH_DELAY, refresh_first, self, NULL);
  arm_timer (self);
  rc_workspace_watch_file (self);
  return self;
}

/**
 * rc_workspace_take_counts:
 * @self: a workspace
 * @counts: by #RcFilter
 * @seq: the number of the last change that they count
 *
 * Notifies of those that became others.
 */
void
rc_workspace_take_counts (RcWorkspace *self, const guint64 counts[RC_N_FILTERS], gint64 seq)
{
  self->counts_seq = seq;
  for (guint i = 0; i < RC_N_FILTERS; i++)
    if (self->counts[i] != counts[i])
      {
        self->counts[i] = counts[i];
        notify (self, PROP_COUNT_FIRST + i);
      }
}

static void
take_number (RcWorkspace *self, guint64 *number, guint64 value, guint property_id)
{
  if (*number == value)
    return;
  *number = value;
  notify (self, property_id);
}

/**
 * rc_workspace_take_contents:
 * @self: a workspace
 * @contents: (transfer full): what was read
 *
 * Notifies of what became another.
 */
void
rc_workspace_take_contents (RcWorkspace *self, RcContents *contents)
{
  G_GNUC_UNUSED g_autoptr (RcContents) owned = contents;

  if (contents->policy != NULL && (self->policy == NULL || !rc_policy_equal (self->policy, contents->policy)))
    {
      g_clear_pointer (&self->policy, rc_policy_free);
      self->policy = g_steal_pointer (&contents->policy);
      notify (self, PROP_POLICY);
    }
  if (contents->members != NULL)
    rc_workspace_lists_take_members (self->members, contents->members);
  if (contents->products != NULL)
    rc_workspace_lists_take_products (self->products, contents->products);
  if ((contents->parts & RC_PART_SETTINGS) != 0)
    rc_workspace_take_settings (self, contents);
  if ((contents->parts & RC_PART_COUNTS) != 0)
    rc_workspace_take_counts (self, contents->counts, contents->counts_seq);
  if ((contents->parts & RC_PART_MESSAGES) != 0)
    take_number (self, &self->waiting_messages, contents->waiting_messages, PROP_WAITING_MESSAGES);
  if ((contents->parts & RC_PART_RESELLER_CHANGES) != 0)
    {
      take_number (self, &self->open_reseller_changes, contents->open_reseller_changes,
                   PROP_OPEN_RESELLER_CHANGES);
      take_number (self, &self->codes_today, contents->codes_today, PROP_CODES_TODAY);
    }
}

/**
 * rc_workspace_refresh:
 * @self: a workspace
 * @parts: what may be another by now
 *
 * Reads it again, in the thread for long reads. What is asked for while a read is under way is read once, after it.
 */
void
rc_workspace_refresh (RcWorkspace *self, RcParts parts)
{
  RcContentsRequest *request;

  self->wanted |= parts;
  if ((self->wanted & RC_PART_COUNTS) != 0)
    self->counts_seq = 0; /* until they are read, also where that fails */
  if (self->closed || self->reading != NULL || self->wanted == 0)
    return;

  request = g_new0 (RcContentsRequest, 1);
  request->parts = self->reading_parts = self->wanted;
  request->today = self->today;
  request->now = rc_clock_get_now (self->clock);
  request->policy = rc_policy_copy (self->policy);
  request->only_mine = self->managed_by_me;
  request->me = self->me;
  self->wanted = 0;
  self->reading = g_cancellable_new ();
  rc_store_read_long_async (self->store, read_contents, request, (GDestroyNotify) rc_contents_request_free,
                            (GDestroyNotify) rc_contents_free, self->reading, on_contents_read,
                            g_object_ref (self));
}

static gboolean
refresh_late (gpointer user_data)
{
  RcWorkspace *self = user_data;

  self->late_refresh = 0;
  rc_workspace_refresh (self, 0);
  return G_SOURCE_REMOVE;
}

/**
 * rc_workspace_take_changes:
 * @self: a workspace
 * @changes: what a commit touched
 *
 * Tells everybody. What is kept in memory of it is read again when nothing else is to be done: a reader that begins at
 * once takes its time from whoever shows what was done.
 */
void
rc_workspace_take_changes (RcWorkspace *self, RcChangeSet *changes)
{
  self->wanted |= rc_workspace_follow_counts (self, changes, rc_contents_list_parts (changes));
  if (self->wanted != 0 && self->late_refresh == 0 && !self->closed)
    self->late_refresh = g_idle_add_full (G_PRIORITY_LOW, refresh_late, self, NULL);
  g_signal_emit (self, changed_signal, 0, changes);
}

/**
 * rc_workspace_check_day:
 * @self: a workspace
 *
 * Asks the clock whether it is another day (FI-3): called by the timer at midnight and each minute, and to be called
 * when the machine wakes up. If it is, "day-changed" is emitted and the counts are read again.
 */
void
rc_workspace_check_day (RcWorkspace *self)
{
  RcDate today;

  g_return_if_fail (RC_IS_WORKSPACE (self));
  if (self->closed)
    return;
  today = rc_clock_get_today (self->clock);
  if (today != self->today)
    {
      self->today = today;
      notify (self, PROP_TODAY);
      g_signal_emit (self, day_changed_signal, 0);
      rc_workspace_refresh (self, RC_PART_COUNTS | RC_PART_RESELLER_CHANGES);
    }
  arm_timer (self);
}

/**
 * rc_workspace_close:
 * @self: a workspace
 *
 * Waits until what is queued was written, then closes the file. Nothing can be read or run afterwards. The file
 * of rc_workspace_create_sample_async() is removed: each sample is made anew. A copy of it that somebody kept is not.
 */
void
rc_workspace_close (RcWorkspace *self)
{
  g_return_if_fail (RC_IS_WORKSPACE (self));
  if (self->closed)
    return;
  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_handle_id (&self->first_refresh, g_source_remove);
  g_clear_handle_id (&self->late_refresh, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->copying);
  if (self->store == NULL)
    return;
  rc_store_close (self->store);
  if (self->throw_away)
    rc_workspace_remove_file (rc_store_get_path (self->store));
  /* Not later: a read that nobody waits for any more may keep the workspace until the program ends. */
  g_clear_pointer (&self->claim, rc_claim_free);
}
