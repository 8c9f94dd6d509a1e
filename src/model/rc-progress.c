/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-progress.h"

/* Carries the progress of long work from its thread to the main context, where widgets can bind to it. However often it is
 * told, the main loop hears of it once an iteration. It does not know what the work is, and cannot stop it. */

enum
{
  PROP_FRACTION = 1,
  PROP_TEXT,
  N_PROPS
};

struct _RcProgress
{
  GObject parent_instance;

  GMainContext *context; /* (owned) */
  GMutex mutex;
  double reported; /* under the mutex */
  const char *reported_text; /* (borrowed) (nullable) under the mutex */
  gboolean is_pending; /* under the mutex */
  double fraction; /* main context only */
  const char *text; /* (borrowed) (nullable) main context only */
};

G_DEFINE_FINAL_TYPE (RcProgress, rc_progress, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static gboolean
on_reported (gpointer data)
{
  RcProgress *self = data;
  gboolean has_new_text;

  g_mutex_lock (&self->mutex);
  self->fraction = self->reported;
  has_new_text = self->text != self->reported_text;
  self->text = self->reported_text;
  self->is_pending = FALSE;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  if (has_new_text)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
  return G_SOURCE_REMOVE;
}

static void
rc_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcProgress *self = RC_PROGRESS (object);

  if (id == PROP_FRACTION)
    g_value_set_double (value, self->fraction);
  else if (id == PROP_TEXT)
    g_value_set_static_string (value, self->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rc_progress_finalize (GObject *object)
{
  RcProgress *self = RC_PROGRESS (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (rc_progress_parent_class)->finalize (object);
}

static void
rc_progress_class_init (RcProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rc_progress_get_property;
  object_class->finalize = rc_progress_finalize;
  props[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
rc_progress_init (RcProgress *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * rc_progress_new:
 *
 * Returns: (transfer full): a progress that is notified in the caller's thread-default main context
 */
RcProgress *
rc_progress_new (void)
{
  return g_object_new (RC_TYPE_PROGRESS, NULL);
}

/* Takes the mutex, which its caller has locked. */
static void
tell_and_unlock (RcProgress *self)
{
  gboolean is_first = !self->is_pending;

  self->is_pending = TRUE;
  g_mutex_unlock (&self->mutex);
  if (is_first)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_callback (source, on_reported, g_object_ref (self), g_object_unref);
      g_source_attach (source, self->context);
    }
}

/**
 * rc_progress_report:
 * @self: (nullable): a progress
 * @fraction: how much is done, from 0 to 1
 *
 * To be called from any thread, often.
 */
void
rc_progress_report (RcProgress *self, double fraction)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->reported = CLAMP (fraction, 0.0, 1.0);
  tell_and_unlock (self);
}

/**
 * rc_progress_report_text:
 * @self: (nullable): a progress
 * @text: what is being done, in the user's words; a literal or its translation, since it is not copied
 *
 * To be called from any thread. What is done begins anew, so that the fraction is 0.
 */
void
rc_progress_report_text (RcProgress *self, const char *text)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->reported = 0;
  self->reported_text = text;
  tell_and_unlock (self);
}

/**
 * rc_progress_get_text:
 * @self: a progress
 *
 * Returns: (transfer none) (nullable): what was being done when it was notified last; %NULL where nobody said
 */
const char *
rc_progress_get_text (RcProgress *self)
{
  return self->text;
}

/**
 * rc_progress_get_fraction:
 * @self: a progress
 *
 * Returns: how much was done when it was notified last, from 0 to 1
 */
double
rc_progress_get_fraction (RcProgress *self)
{
  return self->fraction;
}
