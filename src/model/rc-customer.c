/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-customer.h"

#include "rc-country.h"
#include "rc-enum-types.h"
#include "rc-format.h"
#include "rc-request-state.h"
#include "rc-words.h"

/* A customer as the list and the head of the detail pane show it: a record, with texts that are true for one day and
 * one policy. Before its record was read all texts are empty. It does not read or change anything. */

struct _RcCustomer
{
  RcTextItem parent_instance;

  gint64 id;
  RcCustomerRecord *record; /* (owned) (nullable) until loaded */
  RcRequestState request_state;
  RcTermState term_state;
};

static const char *const TEXT_NAMES[] = {
  "name",       "english-name",      "email",          "contact-name",
  "vip-id",     "anniversary-date",  "segment",        "offer-type",
  "managed-by", "invitation-status", "oldest-request", "request-label",
  "term-label", "days-left",         "deadline",       "city",
  "country"
};

typedef enum
{
  PROP_ID = RC_CUSTOMER_TEXT_COUNTRY + 1,
  PROP_LOADED,
  PROP_REQUEST_STATE,
  PROP_TERM_STATE
} RcCustomerProperty;
static GParamSpec *properties[PROP_TERM_STATE + 1];

typedef enum
{
  SIGNAL_UPDATED
} RcCustomerSignal;
static guint signals[SIGNAL_UPDATED + 1];

G_DEFINE_FINAL_TYPE (RcCustomer, rc_customer, RC_TYPE_TEXT_ITEM)

static void
rc_customer_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcCustomer *self = RC_CUSTOMER (object);

  if (property_id <= RC_CUSTOMER_TEXT_COUNTRY)
    {
      G_OBJECT_CLASS (rc_customer_parent_class)->get_property (object, property_id, value, pspec);
      return;
    }
  switch ((RcCustomerProperty) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->record != NULL);
      break;
    case PROP_REQUEST_STATE:
      g_value_set_enum (value, self->request_state);
      break;
    case PROP_TERM_STATE:
      g_value_set_enum (value, self->term_state);
      break;
    }
}

static void
rc_customer_finalize (GObject *object)
{
  RcCustomer *self = RC_CUSTOMER (object);

  g_clear_pointer (&self->record, rc_customer_record_free);
  G_OBJECT_CLASS (rc_customer_parent_class)->finalize (object);
}

static void
rc_customer_class_init (RcCustomerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_customer_get_property;
  object_class->finalize = rc_customer_finalize;

  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, readable);
  properties[PROP_REQUEST_STATE] =
      g_param_spec_enum ("request-state", NULL, NULL, RC_TYPE_REQUEST_STATE, RC_REQUEST_STATE_NONE, readable);
  properties[PROP_TERM_STATE] =
      g_param_spec_enum ("term-state", NULL, NULL, RC_TYPE_TERM_STATE, RC_TERM_STATE_NONE, readable);
  for (guint i = PROP_ID; i <= PROP_TERM_STATE; i++)
    g_object_class_install_property (object_class, i, properties[i]);
  signals[SIGNAL_UPDATED] =
      g_signal_new ("updated", RC_TYPE_CUSTOMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rc_customer_init (RcCustomer *self)
{
}

static void
set_states (RcCustomer *self, RcRequestState request_state, RcTermState term_state)
{
  if (self->request_state != request_state)
    {
      self->request_state = request_state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REQUEST_STATE]);
    }
  if (self->term_state != term_state)
    {
      self->term_state = term_state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TERM_STATE]);
    }
}

static void
set_fixed_texts (RcTextItem *item, const RcCustomerRecord *record)
{
  rc_text_item_set (item, RC_CUSTOMER_TEXT_NAME, record->name);
  rc_text_item_set (item, RC_CUSTOMER_TEXT_ENGLISH_NAME, record->english_name);
  rc_text_item_set (item, RC_CUSTOMER_TEXT_EMAIL, record->contact_email);
  rc_text_item_take (item, RC_CUSTOMER_TEXT_CONTACT_NAME,
                     rc_words_full_name (record->contact_given_name, record->contact_family_name));
  rc_text_item_set (item, RC_CUSTOMER_TEXT_VIP_ID, record->vip_id);
  rc_text_item_set (item, RC_CUSTOMER_TEXT_SEGMENT, rc_words_segment (record->segment));
  rc_text_item_set (item, RC_CUSTOMER_TEXT_OFFER_TYPE, rc_words_offer_type (record->offer_type));
  rc_text_item_set (item, RC_CUSTOMER_TEXT_MANAGED_BY, record->managed_by_name);
  rc_text_item_set (item, RC_CUSTOMER_TEXT_INVITATION_STATUS,
                    rc_words_invitation_status (record->invitation_status));
  rc_text_item_set (item, RC_CUSTOMER_TEXT_CITY, record->city);
  rc_text_item_take (item, RC_CUSTOMER_TEXT_COUNTRY, rc_country_get_name (record->country));
}

/**
 * rc_customer_new:
 * @id: the customer's id
 *
 * Returns: (transfer full): a placeholder, to be filled by rc_customer_update()
 */
RcCustomer *
rc_customer_new (gint64 id)
{
  RcCustomer *self = g_object_new (RC_TYPE_CUSTOMER, NULL);

  self->id = id;
  return self;
}

/**
 * rc_customer_update:
 * @self: a customer
 * @record: (transfer full): its record; may be the one it has already
 * @today: the day for which the texts are to be true
 * @policy: the program's numbers
 *
 * Notifies of the properties that become others, then emits "updated".
 */
void
rc_customer_update (RcCustomer *self, RcCustomerRecord *record, RcDate today, const RcPolicy *policy)
{
  RcTextItem *item = RC_TEXT_ITEM (self);
  gboolean was_loaded = self->record != NULL;
  RcCustomerFacts facts;
  RcRequestState request;
  RcTermState term;

  g_return_if_fail (RC_IS_CUSTOMER (self) && record != NULL);

  if (self->record != record)
    g_clear_pointer (&self->record, rc_customer_record_free);
  self->record = record;
  rc_customer_record_get_facts (record, &facts);
  request = rc_request_state (record->oldest_open_pa, today, policy);
  term = rc_term_state (&facts, today, policy);

  g_object_freeze_notify (G_OBJECT (self));
  set_fixed_texts (item, record);
  rc_text_item_take (item, RC_CUSTOMER_TEXT_ANNIVERSARY_DATE,
                     record->anniversary_date != RC_DATE_NONE ? rc_format_date (record->anniversary_date)
                                                              : NULL);
  rc_text_item_take (item, RC_CUSTOMER_TEXT_OLDEST_REQUEST,
                     request != RC_REQUEST_STATE_NONE
                         ? rc_words_age (rc_request_age (record->oldest_open_pa, today))
                         : NULL);
  rc_text_item_set (item, RC_CUSTOMER_TEXT_REQUEST_LABEL, rc_words_request_state (request));
  rc_text_item_set (item, RC_CUSTOMER_TEXT_TERM_LABEL, rc_words_term_state (term));
  rc_text_item_take (item, RC_CUSTOMER_TEXT_DAYS_LEFT,
                     rc_words_days_left (term, record->anniversary_date, today, policy));
  rc_text_item_take (item, RC_CUSTOMER_TEXT_DEADLINE, rc_words_deadline (&facts, today, policy));
  set_states (self, request, term);
  if (!was_loaded)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

/**
 * rc_customer_get_id:
 * @self: a customer
 *
 * Returns: its id
 */
gint64
rc_customer_get_id (RcCustomer *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER (self), 0);
  return self->id;
}

/**
 * rc_customer_is_loaded:
 * @self: a customer
 *
 * Returns: FALSE while it is a placeholder
 */
gboolean
rc_customer_is_loaded (RcCustomer *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER (self), FALSE);
  return self->record != NULL;
}

/**
 * rc_customer_get_name:
 * @self: a customer
 *
 * Returns: (transfer none): the organization's name, "" while it is a placeholder
 */
const char *
rc_customer_get_name (RcCustomer *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER (self), "");
  return rc_text_item_get (RC_TEXT_ITEM (self), RC_CUSTOMER_TEXT_NAME);
}

/**
 * rc_customer_get_text:
 * @self: (nullable): a customer
 * @text: which of its texts
 *
 * Returns: (transfer none): the text, "" where there is none, while it is a placeholder and for %NULL
 */
const char *
rc_customer_get_text (RcCustomer *self, RcCustomerText text)
{
  g_return_val_if_fail (self == NULL || RC_IS_CUSTOMER (self), "");
  return self != NULL ? rc_text_item_get (RC_TEXT_ITEM (self), text) : "";
}

/**
 * rc_customer_get_request_state:
 * @self: a customer
 *
 * Returns: the state of its oldest open request (PA-2)
 */
RcRequestState
rc_customer_get_request_state (RcCustomer *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER (self), RC_REQUEST_STATE_NONE);
  return self->request_state;
}
