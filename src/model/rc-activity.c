/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-activity.h"

#include "rc-activity-words.h"
#include "rc-words.h"

/* An entry of the activity log as it is listed. Entries are never edited (AC-1), so it is filled once. */

struct _RcActivity
{
  RcTextItem parent_instance;

  gint64 id;
  RcActivityRecord *record; /* (owned) (nullable) until loaded */
};

typedef enum
{
  TEXT_WHEN = 1,
  TEXT_WHO,
  TEXT_WHAT,
  TEXT_CUSTOMER,
  TEXT_CHANGES
} RcActivityText;

static const char *const TEXT_NAMES[] = { "when", "who", "what", "customer", "changes" };

typedef enum
{
  PROP_ID = TEXT_CHANGES + 1,
  PROP_LOADED
} RcActivityProperty;
static GParamSpec *properties[PROP_LOADED + 1];

G_DEFINE_FINAL_TYPE (RcActivity, rc_activity, RC_TYPE_TEXT_ITEM)

static void
rc_activity_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcActivity *self = RC_ACTIVITY (object);

  if (property_id <= TEXT_CHANGES)
    {
      G_OBJECT_CLASS (rc_activity_parent_class)->get_property (object, property_id, value, pspec);
      return;
    }
  switch ((RcActivityProperty) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->record != NULL);
      break;
    }
}

static void
rc_activity_finalize (GObject *object)
{
  rc_activity_record_free (RC_ACTIVITY (object)->record);
  G_OBJECT_CLASS (rc_activity_parent_class)->finalize (object);
}

static void
rc_activity_class_init (RcActivityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_activity_get_property;
  object_class->finalize = rc_activity_finalize;

  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, readable);
  for (guint i = PROP_ID; i <= PROP_LOADED; i++)
    g_object_class_install_property (object_class, i, properties[i]);
}

static void
rc_activity_init (RcActivity *self)
{
}

/**
 * rc_activity_new:
 * @id: the entry's id
 *
 * Returns: (transfer full): a placeholder, to be filled by rc_activity_update()
 */
RcActivity *
rc_activity_new (gint64 id)
{
  RcActivity *self = g_object_new (RC_TYPE_ACTIVITY, NULL);

  self->id = id;
  return self;
}

/**
 * rc_activity_update:
 * @self: an entry
 * @record: (transfer full): its record
 * @zone: in which its time is shown
 *
 * Notifies of the properties that become others.
 */
void
rc_activity_update (RcActivity *self, RcActivityRecord *record, GTimeZone *zone)
{
  RcTextItem *item = RC_TEXT_ITEM (self);

  g_return_if_fail (RC_IS_ACTIVITY (self) && record != NULL && record != self->record);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->record == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  rc_activity_record_free (self->record);
  self->record = record;
  rc_text_item_take (item, TEXT_WHEN, rc_words_time (record->at, zone));
  rc_text_item_set (item, TEXT_WHO, record->member_name);
  rc_text_item_take (item, TEXT_WHAT, rc_activity_words_command (record->command));
  rc_text_item_set (item, TEXT_CUSTOMER, record->customer_name);
  rc_text_item_take (item, TEXT_CHANGES, rc_activity_words_changes (record->details));
  g_object_thaw_notify (G_OBJECT (self));
}
