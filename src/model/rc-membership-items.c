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

/* Three lists, each newest first, of which the newest item that is left comes next. */
typedef struct
{
  const RcMembershipRecord *record; /* (borrowed) */
  guint pa, order, back; /* the next of each */
} History;

static RcDate
get_next_date (const History *history, RcDate *pa_date, RcDate *order_date, RcDate *return_date)
{
  const RcMembershipRecord *record = history->record;
  GPtrArray *pas = record->purchase_authorizations;

  *pa_date = history->pa < pas->len ? ((RcPaRecord *) pas->pdata[history->pa])->date : RC_DATE_NONE;
  *order_date = history->order < record->orders->len
                    ? ((RcOrderRecord *) record->orders->pdata[history->order])->date
                    : RC_DATE_NONE;
  *return_date = record->returns != NULL && history->back < record->returns->len
                     ? ((RcReturnRecord *) record->returns->pdata[history->back])->requested_on
                     : RC_DATE_NONE;
  return MAX (MAX (*pa_date, *order_date), *return_date);
}

static RcHistoryItem *
take_next (History *history, const RcActionContext *context)
{
  const RcMembershipRecord *record = history->record;
  RcDate pa, order, back;
  RcDate newest = get_next_date (history, &pa, &order, &back);

  if (newest == RC_DATE_NONE)
    return NULL;
  if (back == newest)
    return rc_history_item_new_return (record, record->returns->pdata[history->back++], context);
  if (order == newest)
    return rc_history_item_new_order (record, record->orders->pdata[history->order++], context);
  return rc_history_item_new_pa (record->purchase_authorizations->pdata[history->pa++], context->today,
                                 context->policy);
}

/**
 * rc_membership_items_history:
 * @record: (nullable): a customer
 * @context: when, by which numbers and for whom
 *
 * Of one day a return comes first, then the order that it is of, then what that pays for.
 *
 * Returns: (transfer full) (element-type RcHistoryItem): purchase authorizations, orders and returns, newest first
 */
GPtrArray *
rc_membership_items_history (const RcMembershipRecord *record, const RcActionContext *context)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  History history = { record, 0, 0, 0 };
  RcHistoryItem *item;

  while (record != NULL && (item = take_next (&history, context)) != NULL)
    g_ptr_array_add (items, item);
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
