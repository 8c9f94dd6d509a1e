/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-membership-items.h"

#include "rc-history-item.h"
#include "rc-plan-item.h"
#include "rc-renewal-item.h"
#include "rc-request-item.h"

/* Which rows a customer's record makes, and in which order. The rows' own words are theirs. */

/**
 * rc_membership_items_plans:
 * @record: (nullable): a customer
 *
 * Returns: (transfer full) (element-type RcPlanItem): a row a product, by name; what it held once and no longer does has none
 */
GPtrArray *
rc_membership_items_plans (const RcMembershipRecord *record)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; record != NULL && i < record->licences->len; i++)
    {
      const RcLicenceRecord *licence = record->licences->pdata[i];

      if (licence->ordered + licence->pending > 0)
        g_ptr_array_add (items, rc_plan_item_new (licence));
    }
  return items;
}

/**
 * rc_membership_items_open_requests:
 * @record: (nullable): a customer
 * @context: when, by which numbers and for whom
 *
 * Returns: (transfer full) (element-type RcRequestItem): the open purchase authorizations, oldest first: that one hurts most
 */
GPtrArray *
rc_membership_items_open_requests (const RcMembershipRecord *record, const RcActionContext *context)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = record != NULL ? record->purchase_authorizations->len : 0; i-- > 0;)
    {
      const RcPaRecord *pa = record->purchase_authorizations->pdata[i];

      if (pa->status == RC_PA_STATUS_OPEN)
        g_ptr_array_add (items, rc_request_item_new (record, pa, context));
    }
  return items;
}

/**
 * rc_membership_items_history:
 * @record: (nullable): a customer
 * @context: when, by which numbers and for whom
 *
 * Merges two lists that are each newest first. Of one day the order comes first: it pays for what was authorized.
 *
 * Returns: (transfer full) (element-type RcHistoryItem): purchase authorizations and orders, newest first
 */
GPtrArray *
rc_membership_items_history (const RcMembershipRecord *record, const RcActionContext *context)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *pas = record != NULL ? record->purchase_authorizations : NULL;
  GPtrArray *orders = record != NULL ? record->orders : NULL;
  guint i = 0, j = 0;

  while (pas != NULL && (i < pas->len || j < orders->len))
    {
      const RcPaRecord *pa = i < pas->len ? pas->pdata[i] : NULL;
      const RcOrderRecord *order = j < orders->len ? orders->pdata[j] : NULL;

      if (order == NULL || (pa != NULL && pa->date > order->date))
        {
          g_ptr_array_add (items, rc_history_item_new_pa (pa, context->today, context->policy));
          i++;
        }
      else
        {
          g_ptr_array_add (items, rc_history_item_new_order (order));
          j++;
        }
    }
  return items;
}

/**
 * rc_membership_items_renewals:
 * @record: (nullable): a customer
 *
 * Returns: (transfer full) (element-type RcRenewalItem): the processed renewal orders, newest first (RN-8)
 */
GPtrArray *
rc_membership_items_renewals (const RcMembershipRecord *record)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; record != NULL && i < record->renewals->len; i++)
    g_ptr_array_add (items, rc_renewal_item_new (record->renewals->pdata[i], record->orders));
  return items;
}
