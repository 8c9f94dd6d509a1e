/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-renewal-item.h"

#include "rc-format.h"
#include "rc-words.h"

/* A line of the renewal history. Immutable. */

struct _RcRenewalItem
{
  RcTextItem parent_instance;
};

typedef enum
{
  TEXT_NUMBER = 1,
  TEXT_DATE,
  TEXT_OLD_ANNIVERSARY_DATE,
  TEXT_NEW_ANNIVERSARY_DATE,
  TEXT_LINES
} RcRenewalItemText;

static const char *const TEXT_NAMES[] = { "number", "date", "old-anniversary-date", "new-anniversary-date",
                                          "lines" };

G_DEFINE_FINAL_TYPE (RcRenewalItem, rc_renewal_item, RC_TYPE_TEXT_ITEM)

static void
rc_renewal_item_class_init (RcRenewalItemClass *klass)
{
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
}

static void
rc_renewal_item_init (RcRenewalItem *self)
{
}

/**
 * rc_renewal_item_new:
 * @record: a processed renewal order
 *
 * Returns: (transfer full): a line
 */
RcRenewalItem *
rc_renewal_item_new (const RcRenewalRecord *record)
{
  RcTextItem *item = g_object_new (RC_TYPE_RENEWAL_ITEM, NULL);

  rc_text_item_set (item, TEXT_NUMBER, record->order_number);
  rc_text_item_take (item, TEXT_DATE, rc_format_date (record->date));
  rc_text_item_take (item, TEXT_OLD_ANNIVERSARY_DATE, rc_format_date (record->old_anniversary_date));
  rc_text_item_take (item, TEXT_NEW_ANNIVERSARY_DATE, rc_format_date (record->new_anniversary_date));
  rc_text_item_take (item, TEXT_LINES, rc_words_lines (record->lines));
  return RC_RENEWAL_ITEM (item);
}
