/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-history-item.h"

#include "rc-format.h"
#include "rc-purchase-words.h"
#include "rc-request-state.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* A purchase authorization, an order or a return in a customer's history, told alike, and what can be done with it. Immutable. */

struct _RcHistoryItem
{
  RcTextItem parent_instance;

  gint64 id; /* of the order or of the return; 0 where nothing can be done */
  gint64 customer_id;
  gboolean offers[RC_N_HISTORY_ACTIONS];
  const char *reasons[RC_N_HISTORY_ACTIONS]; /* (borrowed) (nullable) static */
};

typedef enum
{
  TEXT_NUMBER = 1,
  TEXT_KIND,
  TEXT_DATE,
  TEXT_STATUS,
  TEXT_LINES,
  TEXT_REMARK
} RcHistoryItemText;

static const char *const TEXT_NAMES[] = { "number", "kind", "date", "status", "lines", "remark" };

typedef enum
{
  PROP_HAS_LINES = TEXT_REMARK + 1,
  PROP_HAS_REMARK
} RcHistoryItemProperty;
static GParamSpec *properties[PROP_HAS_REMARK + 1];

G_DEFINE_FINAL_TYPE (RcHistoryItem, rc_history_item, RC_TYPE_TEXT_ITEM)

static gboolean
has_text (RcHistoryItem *self, RcHistoryItemText text)
{
  const char *value = rc_text_item_get (RC_TEXT_ITEM (self), text);

  return value != NULL && *value != '\0';
}

static void
rc_history_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcHistoryItem *self = RC_HISTORY_ITEM (object);

  if (property_id <= TEXT_REMARK)
    {
      G_OBJECT_CLASS (rc_history_item_parent_class)->get_property (object, property_id, value, pspec);
      return;
    }
  switch ((RcHistoryItemProperty) property_id)
    {
    case PROP_HAS_LINES:
      g_value_set_boolean (value, has_text (self, TEXT_LINES));
      break;
    case PROP_HAS_REMARK:
      g_value_set_boolean (value, has_text (self, TEXT_REMARK));
      break;
    }
}

static void
rc_history_item_class_init (RcHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_history_item_get_property;
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
  properties[PROP_HAS_LINES] = g_param_spec_boolean ("has-lines", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_REMARK] = g_param_spec_boolean ("has-remark", NULL, NULL, FALSE, readable);
  for (guint i = PROP_HAS_LINES; i <= PROP_HAS_REMARK; i++)
    g_object_class_install_property (object_class, i, properties[i]);
}

static void
rc_history_item_init (RcHistoryItem *self)
{
}

static RcHistoryItem *
create (const char *number, RcDate date, GPtrArray *lines)
{
  RcHistoryItem *self = g_object_new (RC_TYPE_HISTORY_ITEM, NULL);
  RcTextItem *item = RC_TEXT_ITEM (self);

  rc_text_item_set (item, TEXT_NUMBER, number);
  rc_text_item_take (item, TEXT_DATE, rc_format_date_long (date));
  if (lines != NULL)
    rc_text_item_take (item, TEXT_LINES, rc_purchase_words_lines (lines));
  return self;
}

static char *
format_status (const RcPaRecord *record, RcDate today, const RcPolicy *policy)
{
  g_autofree char *date = NULL;

  if (record->status == RC_PA_STATUS_OPEN)
    return g_strdup (rc_words_request_state (rc_request_state (record->date, today, policy)));
  date = rc_format_date_long (record->ended_on);
  /* Translators: what became of a purchase authorization, and when: "Canceled, 12 March". */
  return g_strdup_printf (_ ("%s, %s"), rc_words_pa_status (record->status), date);
}

static char *
format_remark (const RcPaRecord *record)
{
  if (record->status == RC_PA_STATUS_ORDERED && record->order_number != NULL)
    return g_strdup_printf (_ ("Order %s"), record->order_number);
  if (record->reason != NULL)
    return g_strdup (record->reason);
  if (record->po_number != NULL)
    return g_strdup_printf (_ ("PO number %s"), record->po_number);
  return NULL;
}

/**
 * rc_history_item_new_pa:
 * @record: a purchase authorization
 * @today: the day
 * @policy: the program's numbers
 *
 * Returns: (transfer full): a line
 */
RcHistoryItem *
rc_history_item_new_pa (const RcPaRecord *record, RcDate today, const RcPolicy *policy)
{
  RcHistoryItem *self = create (record->number, record->date, record->lines);
  RcTextItem *item = RC_TEXT_ITEM (self);

  rc_text_item_set (item, TEXT_KIND, _ ("Purchase authorization"));
  rc_text_item_take (item, TEXT_STATUS, format_status (record, today, policy));
  rc_text_item_take (item, TEXT_REMARK, format_remark (record));
  return self;
}

static const char *
get_order_kind (RcOrderKind kind)
{
  switch (kind)
    {
    case RC_ORDER_KIND_FOR_PA:
      return _ ("Order for a purchase authorization");
    case RC_ORDER_KIND_DIRECT:
      return _ ("Direct order");
    case RC_ORDER_KIND_RENEWAL:
      return _ ("Renewal order");
    }
  g_return_val_if_reached ("");
}

static void
offer (RcHistoryItem *self, RcHistoryAction action, const char *reason)
{
  self->offers[action] = TRUE;
  self->reasons[action] = reason;
}

/* Why nothing of the order can be returned: what its first line says. (nullable) */
static const char *
get_return_reason (const RcMembershipRecord *membership, const RcOrderRecord *order,
                   const RcActionContext *context)
{
  const char *first = NULL;

  for (guint i = 0; i < order->lines->len; i++)
    {
      const char *reason = rc_return_get_reason (membership, order, order->lines->pdata[i], context);

      if (reason == NULL)
        return NULL;
      if (first == NULL)
        first = reason;
    }
  return first;
}

/**
 * rc_history_item_new_order:
 * @membership: the customer
 * @record: one of its orders
 * @context: when, by which numbers and for whom
 *
 * A return is offered of the current term's orders alone (OR-4): the licences of earlier ones are over.
 *
 * Returns: (transfer full): a line
 */
RcHistoryItem *
rc_history_item_new_order (const RcMembershipRecord *membership, const RcOrderRecord *record,
                           const RcActionContext *context)
{
  RcHistoryItem *self = create (record->number, record->date, record->lines);
  RcTextItem *item = RC_TEXT_ITEM (self);

  rc_text_item_set (item, TEXT_KIND, get_order_kind (record->kind));
  rc_text_item_set (item, TEXT_STATUS, C_ ("order", "Placed"));
  if (record->pa_number != NULL)
    rc_text_item_take (item, TEXT_REMARK, g_strdup_printf (_ ("For %s"), record->pa_number));
  self->id = record->id;
  self->customer_id = record->customer_id;
  if (record->term == membership->customer->term)
    offer (self, RC_HISTORY_ACTION_RETURN, get_return_reason (membership, record, context));
  return self;
}

static char *
format_return_status (const RcReturnRecord *record)
{
  g_autofree char *date = rc_format_date_long (record->decided_on);

  switch (record->status)
    {
    case RC_RETURN_STATUS_REQUESTED:
      return g_strdup (C_ ("return", "Requested"));
    case RC_RETURN_STATUS_APPROVED:
      /* Translators: what became of a return, and when: "Approved, 12 March". */
      return g_strdup_printf (_ ("%s, %s"), C_ ("return", "Approved"), date);
    case RC_RETURN_STATUS_REJECTED:
      return g_strdup_printf (_ ("%s, %s"), C_ ("return", "Rejected"), date);
    }
  g_return_val_if_reached (NULL);
}

/**
 * rc_history_item_new_return:
 * @membership: the customer
 * @record: one of its returns (OR-4)
 * @context: when, by which numbers and for whom
 *
 * Returns: (transfer full): a line
 */
RcHistoryItem *
rc_history_item_new_return (const RcMembershipRecord *membership, const RcReturnRecord *record,
                            const RcActionContext *context)
{
  RcHistoryItem *self = create (record->order_number, record->requested_on, NULL);
  RcTextItem *item = RC_TEXT_ITEM (self);
  g_autofree char *quantity = rc_format_number (record->quantity);
  const char *reason = rc_return_get_decision_reason (membership, record, context);
  const char *refused = rc_action_get_reason (RC_ACTION_DECIDE_RETURN, membership, context);

  rc_text_item_set (item, TEXT_KIND, _ ("Return"));
  rc_text_item_take (item, TEXT_STATUS, format_return_status (record));
  rc_text_item_take (item, TEXT_LINES, g_strdup_printf (_ ("%s × %s"), quantity, record->product_name));
  rc_text_item_set (item, TEXT_REMARK, record->reason);
  self->id = record->id;
  self->customer_id = membership->customer->id;
  if (record->status != RC_RETURN_STATUS_REQUESTED)
    return self;
  offer (self, RC_HISTORY_ACTION_APPROVE, reason);
  offer (self, RC_HISTORY_ACTION_REJECT, refused);
  return self;
}

/**
 * rc_history_item_get_id:
 * @self: a line
 *
 * Returns: the order's or the return's id; 0 for a purchase authorization
 */
gint64
rc_history_item_get_id (RcHistoryItem *self)
{
  g_return_val_if_fail (RC_IS_HISTORY_ITEM (self), 0);
  return self->id;
}

/**
 * rc_history_item_get_customer_id:
 * @self: a line
 *
 * Returns: the customer's id; 0 for a purchase authorization
 */
gint64
rc_history_item_get_customer_id (RcHistoryItem *self)
{
  g_return_val_if_fail (RC_IS_HISTORY_ITEM (self), 0);
  return self->customer_id;
}

/**
 * rc_history_item_offers:
 * @self: a line
 * @action: what somebody would like to do
 *
 * Returns: whether the line has such a button, be it only to say why not
 */
gboolean
rc_history_item_offers (RcHistoryItem *self, RcHistoryAction action)
{
  g_return_val_if_fail (RC_IS_HISTORY_ITEM (self) && (guint) action < RC_N_HISTORY_ACTIONS, FALSE);
  return self->offers[action];
}

/**
 * rc_history_item_get_reason:
 * @self: a line
 * @action: what it offers
 *
 * Returns: (transfer none) (nullable): why it cannot be done now, translated; NULL if it can
 */
const char *
rc_history_item_get_reason (RcHistoryItem *self, RcHistoryAction action)
{
  g_return_val_if_fail (RC_IS_HISTORY_ITEM (self) && (guint) action < RC_N_HISTORY_ACTIONS, NULL);
  return self->reasons[action];
}
