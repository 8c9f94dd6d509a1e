/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-reseller-change.h"

#include "rc-format.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* A change of reseller as it is listed: for whom, where it stands (CH-2, CH-4), and until when. It sends nothing. */

struct _RcResellerChange
{
  RcTextItem parent_instance;

  gint64 id;
  RcResellerChangeRecord *record; /* (owned) (nullable) until loaded */
  RcResellerChangeState state;
};

typedef enum
{
  TEXT_TITLE = 1,
  TEXT_EMAIL,
  TEXT_STATE,
  TEXT_DEADLINE
} RcResellerChangeText;

static const char *const TEXT_NAMES[] = { "title", "email", "state-text", "deadline" };

typedef enum
{
  PROP_OPEN = TEXT_DEADLINE + 1,
  PROP_WAITING,
  PROP_EXPIRED,
  PROP_COMPLETED,
  PROP_KNOWN,
  PROP_TARGET,
  PROP_CUSTOMER_TARGET
} RcResellerChangeProperty;
static GParamSpec *properties[PROP_CUSTOMER_TARGET + 1];

G_DEFINE_FINAL_TYPE (RcResellerChange, rc_reseller_change, RC_TYPE_TEXT_ITEM)

static gboolean
is_in (RcResellerChange *self, RcResellerChangeState state)
{
  return self->record != NULL && self->state == state;
}

static void
rc_reseller_change_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcResellerChange *self = RC_RESELLER_CHANGE (object);
  gint64 customer_id = self->record != NULL ? self->record->customer_id : 0;

  if (property_id <= TEXT_DEADLINE)
    {
      G_OBJECT_CLASS (rc_reseller_change_parent_class)->get_property (object, property_id, value, pspec);
      return;
    }
  switch ((RcResellerChangeProperty) property_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, is_in (self, RC_RESELLER_CHANGE_STATE_WAITING)
                                      || is_in (self, RC_RESELLER_CHANGE_STATE_EXPIRED));
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, is_in (self, RC_RESELLER_CHANGE_STATE_WAITING));
      break;
    case PROP_EXPIRED:
      g_value_set_boolean (value, is_in (self, RC_RESELLER_CHANGE_STATE_EXPIRED));
      break;
    case PROP_COMPLETED:
      g_value_set_boolean (value, is_in (self, RC_RESELLER_CHANGE_STATE_COMPLETED));
      break;
    case PROP_KNOWN:
      g_value_set_boolean (value, customer_id != 0);
      break;
    case PROP_TARGET:
      g_value_take_variant (value, g_variant_ref_sink (g_variant_new_int64 (self->id)));
      break;
    case PROP_CUSTOMER_TARGET:
      g_value_take_variant (value, g_variant_ref_sink (g_variant_new_int64 (customer_id)));
      break;
    }
}

static void
rc_reseller_change_finalize (GObject *object)
{
  rc_reseller_change_record_free (RC_RESELLER_CHANGE (object)->record);
  G_OBJECT_CLASS (rc_reseller_change_parent_class)->finalize (object);
}

static void
rc_reseller_change_class_init (RcResellerChangeClass *klass)
{
  static const char *const FLAGS[] = { "open", "waiting", "expired", "completed", "known" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_reseller_change_get_property;
  object_class->finalize = rc_reseller_change_finalize;

  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
  for (guint i = 0; i < G_N_ELEMENTS (FLAGS); i++)
    properties[PROP_OPEN + i] = g_param_spec_boolean (FLAGS[i], NULL, NULL, FALSE, readable);
  properties[PROP_TARGET] = g_param_spec_variant ("target", NULL, NULL, G_VARIANT_TYPE_INT64, NULL, readable);
  properties[PROP_CUSTOMER_TARGET] =
      g_param_spec_variant ("customer-target", NULL, NULL, G_VARIANT_TYPE_INT64, NULL, readable);
  for (guint i = PROP_OPEN; i <= PROP_CUSTOMER_TARGET; i++)
    g_object_class_install_property (object_class, i, properties[i]);
}

static void
rc_reseller_change_init (RcResellerChange *self)
{
}

/**
 * rc_reseller_change_new:
 * @id: the request's id
 *
 * Returns: (transfer full): a placeholder, to be filled by rc_reseller_change_update()
 */
RcResellerChange *
rc_reseller_change_new (gint64 id)
{
  RcResellerChange *self = g_object_new (RC_TYPE_RESELLER_CHANGE, NULL);

  self->id = id;
  return self;
}

static char *
format_hours_left (gint64 left)
{
  int hours = (int) (left / G_TIME_SPAN_HOUR);
  int minutes = (int) (left / G_TIME_SPAN_MINUTE);

  if (hours >= 1)
    return g_strdup_printf (ngettext ("%d hour left", "%d hours left", (gulong) hours), hours);
  return g_strdup_printf (ngettext ("%d minute left", "%d minutes left", (gulong) minutes), minutes);
}

static char *
format_deadline (const RcResellerChangeRecord *record, RcResellerChangeState state, gint64 now,
                 GTimeZone *zone)
{
  g_autofree char *expires = rc_words_time (record->expires_at, zone);
  g_autofree char *left = format_hours_left (MAX (record->expires_at - now, 0));
  g_autofree char *completed = rc_format_date (record->completed_on);

  switch (state)
    {
    case RC_RESELLER_CHANGE_STATE_WAITING:
      /* Translators: date and time, then how much time is left */
      return g_strdup_printf (_ ("Code valid until %s, %s"), expires, left);
    case RC_RESELLER_CHANGE_STATE_EXPIRED:
      /* Translators: date and time */
      return g_strdup_printf (_ ("Code expired on %s"), expires);
    case RC_RESELLER_CHANGE_STATE_COMPLETED:
      /* Translators: a date */
      return g_strdup_printf (_ ("Changed to us on %s"), completed);
    }
  g_return_val_if_reached (NULL);
}

/* A customer by its name, with the VIP ID; else only that. */
static char *
format_title (const RcResellerChangeRecord *record)
{
  if (record->customer_name == NULL)
    return g_strdup (record->vip_id);
  return g_strdup_printf ("%s · %s", record->customer_name, record->vip_id);
}

/**
 * rc_reseller_change_update:
 * @self: a request
 * @record: (transfer full): its record
 * @now: µs since the epoch, UTC: where it stands follows from it
 * @zone: in which its deadline is shown
 *
 * Notifies of the properties that become others.
 */
void
rc_reseller_change_update (RcResellerChange *self, RcResellerChangeRecord *record, gint64 now,
                           GTimeZone *zone)
{
  RcTextItem *item = RC_TEXT_ITEM (self);

  g_return_if_fail (RC_IS_RESELLER_CHANGE (self) && record != NULL && record != self->record);

  g_object_freeze_notify (G_OBJECT (self));
  rc_reseller_change_record_free (self->record);
  self->record = record;
  self->state = rc_reseller_change_record_get_state (record, now);
  rc_text_item_take (item, TEXT_TITLE, format_title (record));
  rc_text_item_set (item, TEXT_EMAIL, record->admin_email);
  rc_text_item_set (item, TEXT_STATE, rc_words_reseller_change_state (self->state));
  rc_text_item_take (item, TEXT_DEADLINE, format_deadline (record, self->state, now, zone));
  for (guint i = PROP_OPEN; i <= PROP_CUSTOMER_TARGET; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rc_reseller_change_get_id:
 * @self: a request
 *
 * Returns: its id
 */
gint64
rc_reseller_change_get_id (RcResellerChange *self)
{
  g_return_val_if_fail (RC_IS_RESELLER_CHANGE (self), 0);
  return self->id;
}

/**
 * rc_reseller_change_get_record:
 * @self: a request
 *
 * Returns: (transfer none) (nullable): what was read, NULL while it is a placeholder
 */
const RcResellerChangeRecord *
rc_reseller_change_get_record (RcResellerChange *self)
{
  g_return_val_if_fail (RC_IS_RESELLER_CHANGE (self), NULL);
  return self->record;
}
