/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-history-item.h"

#include "rc-format.h"
#include "rc-purchase-words.h"
#include "rc-request-state.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* A purchase authorization or an order in a customer's history, told alike. Immutable. */

struct _RcHistoryItem
{
  RcTextItem parent_instance;

  RcDate date;
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

G_DEFINE_FINAL_TYPE (RcHistoryItem, rc_history_item, RC_TYPE_TEXT_ITEM)

static void
rc_history_item_class_init (RcHistoryItemClass *klass)
{
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
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

  self->date = date;
  rc_text_item_set (item, TEXT_NUMBER, number);
  rc_text_item_take (item, TEXT_DATE, rc_format_date (date));
  rc_text_item_take (item, TEXT_LINES, rc_purchase_words_lines (lines));
  return self;
}

static char *
format_status (const RcPaRecord *record, RcDate today, const RcPolicy *policy)
{
  g_autofree char *date = NULL;

  if (record->status == RC_PA_STATUS_OPEN)
    return g_strdup (rc_words_request_state (rc_request_state (record->date, today, policy)));
  date = rc_format_date (record->ended_on);
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

/**
 * rc_history_item_new_order:
 * @record: an order
 *
 * Returns: (transfer full): a line
 */
RcHistoryItem *
rc_history_item_new_order (const RcOrderRecord *record)
{
  RcHistoryItem *self = create (record->number, record->date, record->lines);
  RcTextItem *item = RC_TEXT_ITEM (self);

  rc_text_item_set (item, TEXT_KIND, get_order_kind (record->kind));
  rc_text_item_set (item, TEXT_STATUS, C_ ("order", "Placed"));
  if (record->pa_number != NULL)
    rc_text_item_take (item, TEXT_REMARK, g_strdup_printf (_ ("For %s"), record->pa_number));
  return self;
}
