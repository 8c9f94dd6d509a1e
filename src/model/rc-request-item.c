/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-request-item.h"

#include "rc-enum-types.h"
#include "rc-format.h"
#include "rc-request-state.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* An open purchase authorization as the detail pane shows it on one day, with what can be done. Immutable. */

struct _RcRequestItem
{
  RcTextItem parent_instance;

  gint64 id;
  RcRequestState state;
  gboolean can[RC_N_REQUEST_ACTIONS];
};

typedef enum
{
  TEXT_NUMBER = 1,
  TEXT_DATE,
  TEXT_AGE,
  TEXT_STATE_LABEL,
  TEXT_DUE,
  TEXT_DEADLINE,
  TEXT_LINES,
  TEXT_PO_NUMBER,
  TEXT_REQUESTED_BY,
  TEXT_REASON_FIRST, /* by RcRequestAction */
  TEXT_REASON_LAST = TEXT_REASON_FIRST + RC_N_REQUEST_ACTIONS - 1
} RcRequestItemText;

static const char *const TEXT_NAMES[] = {
  "number", "date",      "age",          "state-label",        "due",           "deadline",
  "lines",  "po-number", "requested-by", "place-order-reason", "cancel-reason", "close-unpaid-reason"
};

typedef enum
{
  PROP_ID = TEXT_REASON_LAST + 1,
  PROP_STATE,
  PROP_CAN_PLACE_ORDER, /* by RcRequestAction */
  PROP_CAN_CANCEL,
  PROP_CAN_CLOSE_UNPAID
} RcRequestItemProperty;

G_DEFINE_FINAL_TYPE (RcRequestItem, rc_request_item, RC_TYPE_TEXT_ITEM)

static void
rc_request_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcRequestItem *self = RC_REQUEST_ITEM (object);

  if (property_id <= TEXT_REASON_LAST)
    {
      G_OBJECT_CLASS (rc_request_item_parent_class)->get_property (object, property_id, value, pspec);
      return;
    }
  switch ((RcRequestItemProperty) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_CAN_PLACE_ORDER:
    case PROP_CAN_CANCEL:
    case PROP_CAN_CLOSE_UNPAID:
      g_value_set_boolean (value, self->can[property_id - PROP_CAN_PLACE_ORDER]);
      break;
    }
}

static void
rc_request_item_class_init (RcRequestItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const char *const CAN_NAMES[RC_N_REQUEST_ACTIONS] = { "can-place-order", "can-cancel",
                                                               "can-close-unpaid" };

  object_class->get_property = rc_request_item_get_property;
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, readable));
  g_object_class_install_property (
      object_class, PROP_STATE,
      g_param_spec_enum ("state", NULL, NULL, RC_TYPE_REQUEST_STATE, RC_REQUEST_STATE_NONE, readable));
  for (guint i = 0; i < RC_N_REQUEST_ACTIONS; i++)
    g_object_class_install_property (object_class, PROP_CAN_PLACE_ORDER + i,
                                     g_param_spec_boolean (CAN_NAMES[i], NULL, NULL, FALSE, readable));
}

static void
rc_request_item_init (RcRequestItem *self)
{
}

static void
set_actions (RcRequestItem *self, const RcMembershipRecord *membership, const RcPaRecord *record,
             const RcActionContext *context)
{
  for (guint i = 0; i < RC_N_REQUEST_ACTIONS; i++)
    {
      const char *reason = rc_request_action_get_reason ((RcRequestAction) i, membership, record, context);

      self->can[i] = reason == NULL;
      rc_text_item_set (RC_TEXT_ITEM (self), TEXT_REASON_FIRST + i, reason);
    }
}

/**
 * rc_request_item_new:
 * @membership: the customer
 * @record: one of its open purchase authorizations
 * @context: when, by which numbers and for whom
 *
 * Returns: (transfer full): a row
 */
RcRequestItem *
rc_request_item_new (const RcMembershipRecord *membership, const RcPaRecord *record,
                     const RcActionContext *context)
{
  RcRequestItem *self = g_object_new (RC_TYPE_REQUEST_ITEM, NULL);
  RcTextItem *item = RC_TEXT_ITEM (self);
  RcCustomerFacts facts = { .oldest_open_pa = record->date, .newest_open_pa = record->date };

  self->id = record->id;
  self->state = rc_request_state (record->date, context->today, context->policy);
  rc_text_item_set (item, TEXT_NUMBER, record->number);
  rc_text_item_take (item, TEXT_DATE, rc_format_date_long (record->date));
  rc_text_item_take (item, TEXT_AGE, rc_words_age (rc_request_age (record->date, context->today)));
  rc_text_item_set (item, TEXT_STATE_LABEL, rc_words_request_state (self->state));
  rc_text_item_take (item, TEXT_DUE,
                     rc_format_date_long (rc_request_order_due (record->date, context->policy)));
  rc_text_item_take (item, TEXT_DEADLINE, rc_words_deadline (&facts, context->today, context->policy));
  rc_text_item_take (item, TEXT_LINES, rc_words_lines (record->lines));
  rc_text_item_set (item, TEXT_PO_NUMBER, record->po_number);
  if (record->requested_by_customer)
    rc_text_item_set (item, TEXT_REQUESTED_BY, _ ("Requested by the customer"));
  set_actions (self, membership, record, context);
  return self;
}

/**
 * rc_request_item_get_id:
 * @self: a row
 *
 * Returns: the purchase authorization's id
 */
gint64
rc_request_item_get_id (RcRequestItem *self)
{
  g_return_val_if_fail (RC_IS_REQUEST_ITEM (self), 0);
  return self->id;
}

/**
 * rc_request_item_get_state:
 * @self: a row
 *
 * Returns: what follows from its age (PA-2)
 */
RcRequestState
rc_request_item_get_state (RcRequestItem *self)
{
  g_return_val_if_fail (RC_IS_REQUEST_ITEM (self), RC_REQUEST_STATE_NONE);
  return self->state;
}

/**
 * rc_request_item_can:
 * @self: a row
 * @action: what somebody would like to do
 *
 * Returns: whether it can be done
 */
gboolean
rc_request_item_can (RcRequestItem *self, RcRequestAction action)
{
  g_return_val_if_fail (RC_IS_REQUEST_ITEM (self) && (guint) action < RC_N_REQUEST_ACTIONS, FALSE);
  return self->can[action];
}

/**
 * rc_request_item_get_reason:
 * @self: a row
 * @action: what somebody would like to do
 *
 * Returns: (transfer none): why it cannot be done, translated; "" if it can
 */
const char *
rc_request_item_get_reason (RcRequestItem *self, RcRequestAction action)
{
  g_return_val_if_fail (RC_IS_REQUEST_ITEM (self) && (guint) action < RC_N_REQUEST_ACTIONS, "");
  return rc_text_item_get (RC_TEXT_ITEM (self), TEXT_REASON_FIRST + action);
}
