/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-term.h"

#include "rc-anniversary.h"
#include "rc-commitment-table.h"
#include "rc-customer-table.h"
#include "rc-licence-table.h"
#include "rc-term-dates.h"

/* The anniversary date of a membership as purchase authorizations and orders come and go (AD-1 … AD-4, RN-7). A custom
 * date (CU-11) and one that a renewal has set (RN-4) stay as they are. */

static gboolean
is_fixed (RcCommandContext *context, const RcCustomerRecord *customer, gboolean *fixed, GError **error)
{
  *fixed = customer->custom_anniversary;
  return *fixed || rc_customer_table_is_renewed (context->database, customer->id, fixed, error);
}

/* The date of what comes first, or RC_DATE_NONE, gives the anniversary date and its anchor (AD-1, AD-4). */
static gboolean
set_first_date (RcCommandContext *context, RcCustomerRecord *customer, RcDate first, GError **error)
{
  RcDate anniversary = first != RC_DATE_NONE ? rc_anniversary_from (first) : RC_DATE_NONE;
  int anchor = first != RC_DATE_NONE ? rc_date_get_day (first) : 0;

  if (customer->anniversary_date == anniversary && customer->anniversary_anchor == anchor)
    return TRUE;
  customer->anniversary_date = anniversary;
  customer->anniversary_anchor = anchor;
  customer->custom_anniversary = FALSE;
  return rc_customer_table_set_anniversary (context->database, context->seq, customer->id, anniversary,
                                            anchor, error);
}

/* Whether the anniversary date that @date gives is before the one that is set; of two that fall on 28 February the one
 * without a leap day's anchor is (AD-4). */
static gboolean
is_earlier (const RcCustomerRecord *customer, RcDate date)
{
  RcDate anniversary = rc_anniversary_from (date);

  return customer->anniversary_date == RC_DATE_NONE || anniversary < customer->anniversary_date
         || (anniversary == customer->anniversary_date
             && rc_date_get_day (date) < customer->anniversary_anchor);
}

/**
 * rc_term_include:
 * @context: a context
 * @customer: a customer that has not lapsed
 * @date: the date of a purchase authorization or order that is about to be written
 * @error: RC_STORE_ERROR
 *
 * Sets the anniversary date where this is the first of the term, or earlier than the first (AD-1, OR-3).
 *
 * Returns: whether it was done
 */
gboolean
rc_term_include (RcCommandContext *context, RcCustomerRecord *customer, RcDate date, GError **error)
{
  gboolean fixed;

  if (!is_fixed (context, customer, &fixed, error))
    return FALSE;
  if (fixed || !is_earlier (customer, date))
    return TRUE;
  return set_first_date (context, customer, date, error);
}

/**
 * rc_term_refresh:
 * @context: a context
 * @customer: a customer of which a purchase authorization was withdrawn
 * @error: RC_STORE_ERROR
 *
 * Before anything of the term was ordered the anniversary date comes from what is then the first, or is empty again. After
 * that it stays: the months that were paid for lead to it (AD-3).
 *
 * Returns: whether it was done
 */
gboolean
rc_term_refresh (RcCommandContext *context, RcCustomerRecord *customer, GError **error)
{
  gboolean fixed, has_order;
  RcDate first;

  if (!is_fixed (context, customer, &fixed, error)
      || !rc_customer_table_has_order_in_term (context->database, customer->id, &has_order, error))
    return FALSE;
  if (fixed || has_order)
    return TRUE;
  return rc_customer_table_find_first_date (context->database, customer->id, &first, error)
         && set_first_date (context, customer, first, error);
}

/**
 * rc_term_is_renewed:
 * @context: a context
 * @customer: a customer
 * @renewed: (out): whether a renewal began its current term (RN-4, RN-6)
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_term_is_renewed (RcCommandContext *context, const RcCustomerRecord *customer, gboolean *renewed,
                    GError **error)
{
  return rc_customer_table_is_renewed (context->database, customer->id, renewed, error);
}

/**
 * rc_term_renew:
 * @context: a context
 * @customer: a customer with an anniversary date
 * @ordered_on: the date of the renewal order
 * @error: RC_STORE_ERROR
 *
 * Begins the next term: the anniversary date moves by 12 months from the old one (RN-4) with its anchor (AD-4), also where that
 * was a custom date (CU-11). Its licences are for the command to write.
 *
 * Returns: whether it was done
 */
gboolean
rc_term_renew (RcCommandContext *context, RcCustomerRecord *customer, RcDate ordered_on, GError **error)
{
  customer->anniversary_date = rc_anniversary_next (customer->anniversary_date, customer->anniversary_anchor);
  customer->custom_anniversary = FALSE;
  customer->term++;
  return rc_customer_table_start_term (context->database, context->seq, customer->id, ordered_on, error)
         && rc_customer_table_set_anniversary (context->database, context->seq, customer->id,
                                               customer->anniversary_date, customer->anniversary_anchor,
                                               error);
}

/* A 3-year commit ends with the membership that it was part of (RN-7). */
static gboolean
end_commitment (RcCommandContext *context, const RcCustomerRecord *customer, GError **error)
{
  g_autoptr (RcCommitmentRecord) latest = NULL;
  RcTermDates dates;
  RcDate ends_on;

  if (!rc_commitment_table_find (context->database, customer->id, &latest, error))
    return FALSE;
  if (latest == NULL)
    return TRUE;
  rc_term_dates (customer->anniversary_date, context->policy, &dates);
  ends_on = MAX (dates.expires_on, latest->starts_on + 1);
  return latest->ends_on <= ends_on
         || rc_commitment_table_end (context->database, context->seq, latest->id, ends_on, error);
}

/**
 * rc_term_revive:
 * @context: a context
 * @customer: a lapsed customer
 * @ordered_on: the date of the direct order that brings it back
 * @error: RC_STORE_ERROR
 *
 * Begins a new term with the order (RN-7): the licences of the old one end, and so does a 3-year commit, and the anniversary date comes from the order,
 * also where the old one was a custom date.
 *
 * Returns: whether it was done
 */
gboolean
rc_term_revive (RcCommandContext *context, RcCustomerRecord *customer, RcDate ordered_on, GError **error)
{
  if (!end_commitment (context, customer, error))
    return FALSE;
  customer->term++;
  return rc_licence_table_end_term (context->database, customer->id, error)
         && rc_customer_table_start_term (context->database, context->seq, customer->id, ordered_on, error)
         && set_first_date (context, customer, ordered_on, error);
}
