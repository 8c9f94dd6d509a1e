/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-message.h"

#include "rc-enum-types.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* A mail of the outbox as it is listed and read. It is not what sends it. */

struct _RcMessage
{
  RcTextItem parent_instance;

  gint64 id;
  RcMessageRecord *record; /* (owned) (nullable) until loaded */
};

typedef enum
{
  TEXT_KIND = 1,
  TEXT_RECIPIENT,
  TEXT_SUBJECT,
  TEXT_STATUS,
  TEXT_CREATED,
  TEXT_SENT,
  TEXT_BODY,
  TEXT_FAILURE
} RcMessageText;

static const char *const TEXT_NAMES[] = { "kind",    "recipient", "subject", "status",
                                          "created", "sent",      "body",    "failure" };

typedef enum
{
  PROP_ID = TEXT_FAILURE + 1,
  PROP_LOADED,
  PROP_MESSAGE_STATUS
} RcMessageProperty;
static GParamSpec *properties[PROP_MESSAGE_STATUS + 1];

G_DEFINE_FINAL_TYPE (RcMessage, rc_message, RC_TYPE_TEXT_ITEM)

static void
rc_message_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcMessage *self = RC_MESSAGE (object);

  if (property_id <= TEXT_FAILURE)
    {
      G_OBJECT_CLASS (rc_message_parent_class)->get_property (object, property_id, value, pspec);
      return;
    }
  switch ((RcMessageProperty) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->record != NULL);
      break;
    case PROP_MESSAGE_STATUS:
      g_value_set_enum (value, self->record != NULL ? self->record->status : RC_MESSAGE_STATUS_WAITING);
      break;
    }
}

static void
rc_message_finalize (GObject *object)
{
  rc_message_record_free (RC_MESSAGE (object)->record);
  G_OBJECT_CLASS (rc_message_parent_class)->finalize (object);
}

static void
rc_message_class_init (RcMessageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_message_get_property;
  object_class->finalize = rc_message_finalize;

  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, readable);
  properties[PROP_MESSAGE_STATUS] = g_param_spec_enum ("message-status", NULL, NULL, RC_TYPE_MESSAGE_STATUS,
                                                       RC_MESSAGE_STATUS_WAITING, readable);
  for (guint i = PROP_ID; i <= PROP_MESSAGE_STATUS; i++)
    g_object_class_install_property (object_class, i, properties[i]);
}

static void
rc_message_init (RcMessage *self)
{
}

/**
 * rc_message_new:
 * @id: the message's id
 *
 * Returns: (transfer full): a placeholder, to be filled by rc_message_update()
 */
RcMessage *
rc_message_new (gint64 id)
{
  RcMessage *self = g_object_new (RC_TYPE_MESSAGE, NULL);

  self->id = id;
  return self;
}

static char *
format_recipient (const RcMessageRecord *record)
{
  if (record->recipient_name == NULL || record->recipient_name[0] == '\0'
      || g_str_equal (record->recipient_name, record->recipient_email))
    return g_strdup (record->recipient_email);
  return g_strdup_printf ("%s <%s>", record->recipient_name, record->recipient_email);
}

/* What became of it, and what comes next (MS-2). */
static char *
describe_status (const RcMessageRecord *record, GTimeZone *zone)
{
  const char *status = rc_words_message_status (record->status);
  g_autofree char *time = NULL;

  if (record->status != RC_MESSAGE_STATUS_WAITING || record->next_attempt_at == 0)
    return g_strdup (status);
  time = rc_words_time (record->next_attempt_at, zone);
  /* Translators: “Waiting”, then a time */
  return g_strdup_printf (_ ("%s, next try %s"), status, time);
}

/**
 * rc_message_update:
 * @self: a message
 * @record: (transfer full): its record
 * @zone: in which its times are shown
 *
 * Notifies of the properties that become others.
 */
void
rc_message_update (RcMessage *self, RcMessageRecord *record, GTimeZone *zone)
{
  RcTextItem *item = RC_TEXT_ITEM (self);

  g_return_if_fail (RC_IS_MESSAGE (self) && record != NULL && record != self->record);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->record == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  if (self->record == NULL || self->record->status != record->status)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE_STATUS]);
  rc_message_record_free (self->record);
  self->record = record;
  rc_text_item_set (item, TEXT_KIND, rc_words_message_kind (record->kind));
  rc_text_item_take (item, TEXT_RECIPIENT, format_recipient (record));
  rc_text_item_set (item, TEXT_SUBJECT, record->subject);
  rc_text_item_take (item, TEXT_STATUS, describe_status (record, zone));
  rc_text_item_take (item, TEXT_CREATED, rc_words_time (record->created_at, zone));
  rc_text_item_take (item, TEXT_SENT, record->sent_at != 0 ? rc_words_time (record->sent_at, zone) : NULL);
  rc_text_item_set (item, TEXT_BODY, record->body);
  rc_text_item_set (item, TEXT_FAILURE, record->failure);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rc_message_get_id:
 * @self: a message
 *
 * Returns: its id
 */
gint64
rc_message_get_id (RcMessage *self)
{
  g_return_val_if_fail (RC_IS_MESSAGE (self), 0);
  return self->id;
}

/**
 * rc_message_get_record:
 * @self: a message
 *
 * Returns: (transfer none) (nullable): what was read, NULL while it is a placeholder
 */
const RcMessageRecord *
rc_message_get_record (RcMessage *self)
{
  g_return_val_if_fail (RC_IS_MESSAGE (self), NULL);
  return self->record;
}
