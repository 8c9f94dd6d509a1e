/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-product.h"

#include "rc-words.h"

#include <glib/gi18n-lib.h>

/* A product as the dialogs list it, with why it cannot be had in some way. Immutable. */

struct _RcProduct
{
  RcTextItem parent_instance;

  RcProductRecord *record; /* (owned) */
};

typedef enum
{
  TEXT_NAME = 1,
  TEXT_CODE,
  TEXT_FAMILY,
  TEXT_OFFER_TYPE,
  TEXT_LICENCE_KIND
} RcProductText;

static const char *const TEXT_NAMES[] = { "name", "code", "family", "offer-type", "licence-kind" };

G_DEFINE_FINAL_TYPE (RcProduct, rc_product, RC_TYPE_TEXT_ITEM)

static void
rc_product_finalize (GObject *object)
{
  rc_product_record_free (RC_PRODUCT (object)->record);
  G_OBJECT_CLASS (rc_product_parent_class)->finalize (object);
}

static void
rc_product_class_init (RcProductClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rc_product_finalize;
  rc_text_item_class_install_texts (RC_TEXT_ITEM_CLASS (klass), TEXT_NAMES, G_N_ELEMENTS (TEXT_NAMES));
}

static void
rc_product_init (RcProduct *self)
{
}

/**
 * rc_product_new:
 * @record: (transfer full): what is known of it
 *
 * Returns: (transfer full): a product
 */
RcProduct *
rc_product_new (RcProductRecord *record)
{
  RcProduct *self = g_object_new (RC_TYPE_PRODUCT, NULL);
  RcTextItem *item = RC_TEXT_ITEM (self);

  self->record = record;
  rc_text_item_set (item, TEXT_NAME, record->name);
  rc_text_item_set (item, TEXT_CODE, record->code);
  rc_text_item_set (item, TEXT_FAMILY, record->family);
  rc_text_item_set (item, TEXT_OFFER_TYPE, rc_words_offer_type (record->offer_type));
  rc_text_item_set (item, TEXT_LICENCE_KIND, rc_words_licence_kind (record->licence_kind));
  return self;
}

/**
 * rc_product_get_record:
 * @self: a product
 *
 * Returns: (transfer none): what is known of it
 */
const RcProductRecord *
rc_product_get_record (RcProduct *self)
{
  g_return_val_if_fail (RC_IS_PRODUCT (self), NULL);
  return self->record;
}

/**
 * rc_product_get_pa_reason:
 * @self: a product
 * @segment: the customer's market segment
 *
 * Returns: (transfer none) (nullable): why there can be no purchase authorization for it (PR-2, PA-4), translated;
 *   NULL if there can
 */
const char *
rc_product_get_pa_reason (RcProduct *self, RcSegment segment)
{
  const char *reason;

  g_return_val_if_fail (RC_IS_PRODUCT (self), NULL);
  reason = rc_product_get_order_reason (self, segment);
  if (reason == NULL && !self->record->open_to_pa)
    reason = _ ("Not available to purchase authorizations: place a direct order.");
  return reason;
}

/**
 * rc_product_get_order_reason:
 * @self: a product
 * @segment: the customer's market segment
 *
 * Returns: (transfer none) (nullable): why it cannot be ordered at all (PR-1, OR-2), translated; NULL if it can
 */
const char *
rc_product_get_order_reason (RcProduct *self, RcSegment segment)
{
  g_return_val_if_fail (RC_IS_PRODUCT (self), NULL);
  if (self->record->retired)
    return _ ("No longer sold.");
  if (!self->record->for_segment[segment])
    return _ ("Not sold to the customer’s market segment.");
  return NULL;
}
