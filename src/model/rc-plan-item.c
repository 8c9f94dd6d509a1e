/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-plan-item.h"

#include "rc-format.h"
#include "rc-words.h"

/* A row of a customer's plans. Immutable. */

struct _RcPlanItem
{
  RcTextItem parent_instance;

  RcPlan plan;
};

typedef enum
{
  TEXT_PRODUCT = 1,
  TEXT_PRODUCT_CODE,
  TEXT_LICENCE_KIND,
  TEXT_ORDERED,
  TEXT_PENDING,
  TEXT_TOTAL,
  TEXT_ASSIGNED,
  TEXT_AVAILABLE
} RcPlanItemText;

static const char *const TEXT_NAMES[] = { "product", "product-code", "licence-kind", "ordered",
                                          "pending", "total",        "assigned",     "available" };

G_DEFINE_FINAL_TYPE (RcPlanItem, rc_plan_item, RC_TYPE_TEXT_ITEM)

static void
rc_plan_item_class_init (RcPlanItemClass *klass)
{
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
}

static void
rc_plan_item_init (RcPlanItem *self)
{
}

/**
 * rc_plan_item_new:
 * @record: what a customer holds of a product
 *
 * Returns: (transfer full): a row
 */
RcPlanItem *
rc_plan_item_new (const RcLicenceRecord *record)
{
  RcPlanItem *self = g_object_new (RC_TYPE_PLAN_ITEM, NULL);
  RcTextItem *item = RC_TEXT_ITEM (self);

  self->plan = (RcPlan){ record->ordered, record->pending, record->assigned };
  rc_text_item_set (item, TEXT_PRODUCT, record->product_name);
  rc_text_item_set (item, TEXT_PRODUCT_CODE, record->product_code);
  rc_text_item_set (item, TEXT_LICENCE_KIND, rc_words_licence_kind (record->licence_kind));
  rc_text_item_take (item, TEXT_ORDERED, rc_format_number (record->ordered));
  rc_text_item_take (item, TEXT_PENDING, rc_format_number (record->pending));
  rc_text_item_take (item, TEXT_TOTAL, rc_format_number (rc_plan_total (&self->plan)));
  rc_text_item_take (item, TEXT_ASSIGNED, rc_format_number (record->assigned));
  rc_text_item_take (item, TEXT_AVAILABLE, rc_format_number (rc_plan_available (&self->plan)));
  return self;
}
