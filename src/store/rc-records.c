/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-records.h"

#include "rc-anniversary.h"

/* What a record says to the rules of core, and how it is freed. What fills it are the queries. */

/**
 * rc_customer_record_get_facts:
 * @record: a customer's record
 * @facts: (out caller-allocates): what the rules of core ask of it
 *
 * A renewal moves the anniversary date out of the window, so that a term in its window is never renewed yet (RN-4, RN-6).
 */
void
rc_customer_record_get_facts (const RcCustomerRecord *record, RcCustomerFacts *facts)
{
  facts->anniversary_date = record->anniversary_date;
  facts->oldest_open_pa = record->oldest_open_pa;
  facts->newest_open_pa = record->newest_open_pa;
  facts->licences_total = record->licences_total;
  facts->renewed = FALSE;
  facts->moved = record->moved_on != RC_DATE_NONE;
}

/**
 * rc_customer_record_is_extended:
 * @record: a customer's record
 *
 * A date that came with the customer (CH-4, IO-2) is a custom one too, but its term is as long as any other.
 *
 * Returns: whether its current term is a prepaid one of more than 12 months (CU-11)
 */
gboolean
rc_customer_record_is_extended (const RcCustomerRecord *record)
{
  return record->custom_anniversary && record->anniversary_date > rc_anniversary_from (record->invited_on);
}

/**
 * rc_customer_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_customer_record_free (RcCustomerRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->vip_id);
  g_free (record->name);
  g_free (record->english_name);
  g_free (record->country);
  g_free (record->region);
  g_free (record->street);
  g_free (record->city);
  g_free (record->postal_code);
  g_free (record->language);
  g_free (record->managed_by_name);
  g_free (record->contact_given_name);
  g_free (record->contact_family_name);
  g_free (record->contact_email);
  g_free (record);
}

/**
 * rc_product_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_product_record_free (RcProductRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->code);
  g_free (record->name);
  g_free (record->family);
  g_free (record);
}

/**
 * rc_member_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_member_record_free (RcMemberRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->name);
  g_free (record->email);
  g_free (record);
}

/**
 * rc_licence_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_licence_record_free (RcLicenceRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->product_code);
  g_free (record->product_name);
  g_free (record);
}

/**
 * rc_line_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_line_record_free (RcLineRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->product_code);
  g_free (record->product_name);
  g_free (record);
}

/**
 * rc_pa_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_pa_record_free (RcPaRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->number);
  g_free (record->po_number);
  g_free (record->reason);
  g_free (record->order_number);
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  g_free (record);
}

/**
 * rc_order_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_order_record_free (RcOrderRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->number);
  g_free (record->pa_number);
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  g_free (record);
}

/**
 * rc_return_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_return_record_free (RcReturnRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->order_number);
  g_free (record->product_name);
  g_free (record->reason);
  g_free (record);
}

/**
 * rc_commitment_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
rc_commitment_record_free (RcCommitmentRecord *record)
{
  g_free (record);
}

/**
 * rc_commitment_record_is_running:
 * @record: (nullable): a 3-year commit
 * @day: a day
 *
 * Returns: whether it runs on that day (VS-3): on its last day no more
 */
gboolean
rc_commitment_record_is_running (const RcCommitmentRecord *record, RcDate day)
{
  return record != NULL && record->starts_on <= day && day < record->ends_on;
}

/**
 * rc_renewal_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_renewal_record_free (RcRenewalRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->order_number);
  g_clear_pointer (&record->lines, g_ptr_array_unref);
  g_free (record);
}

/**
 * rc_message_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_message_record_free (RcMessageRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->language);
  g_free (record->recipient_name);
  g_free (record->recipient_email);
  g_free (record->subject);
  g_free (record->body);
  g_free (record->message_id);
  g_free (record->failure);
  g_free (record);
}

/**
 * rc_activity_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_activity_record_free (RcActivityRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->member_name);
  g_free (record->command);
  g_free (record->customer_name);
  g_free (record->details);
  g_free (record);
}

/**
 * rc_reseller_change_record_get_state:
 * @record: a record
 * @now: µs since the epoch, UTC
 *
 * A code is valid up to, and not at, the microsecond at which it expires (CH-2).
 *
 * Returns: where the request stands
 */
RcResellerChangeState
rc_reseller_change_record_get_state (const RcResellerChangeRecord *record, gint64 now)
{
  if (record->completed_on != RC_DATE_NONE)
    return RC_RESELLER_CHANGE_STATE_COMPLETED;
  return now < record->expires_at ? RC_RESELLER_CHANGE_STATE_WAITING : RC_RESELLER_CHANGE_STATE_EXPIRED;
}

/**
 * rc_reseller_change_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees it with all that it owns.
 */
void
rc_reseller_change_record_free (RcResellerChangeRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->vip_id);
  g_free (record->admin_email);
  g_free (record->language);
  g_free (record->customer_name);
  g_free (record);
}
