/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-policy.h"
#include "rc-records.h"
#include "rc-text-item.h"

G_BEGIN_DECLS

/* A row of the list: one object a customer for as long as anybody holds it; a placeholder until it is loaded.
 * Properties (read only, notified): id, loaded, name, english-name, email, contact-name, vip-id, anniversary-date (text of the locale),
 * segment (label), offer-type, managed-by, invitation-status (label), oldest-request (text: "12 days"), request-state (RcRequestState),
 * request-label ("Overdue"), term-state (RcTermState), days-left (text), deadline (words: "Order due in 3 days"; "" if none),
 * city, country (name). Signal: updated (its record was read again: once for all the properties). */
#define RC_TYPE_CUSTOMER (rc_customer_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomer, rc_customer, RC, CUSTOMER, RcTextItem)

/* Its texts, as properties and by number. */
typedef enum
{
  RC_CUSTOMER_TEXT_NAME = 1,
  RC_CUSTOMER_TEXT_ENGLISH_NAME,
  RC_CUSTOMER_TEXT_EMAIL,
  RC_CUSTOMER_TEXT_CONTACT_NAME,
  RC_CUSTOMER_TEXT_VIP_ID,
  RC_CUSTOMER_TEXT_ANNIVERSARY_DATE,
  RC_CUSTOMER_TEXT_SEGMENT,
  RC_CUSTOMER_TEXT_OFFER_TYPE,
  RC_CUSTOMER_TEXT_MANAGED_BY,
  RC_CUSTOMER_TEXT_INVITATION_STATUS,
  RC_CUSTOMER_TEXT_OLDEST_REQUEST,
  RC_CUSTOMER_TEXT_REQUEST_LABEL,
  RC_CUSTOMER_TEXT_TERM_LABEL,
  RC_CUSTOMER_TEXT_DAYS_LEFT,
  RC_CUSTOMER_TEXT_DEADLINE,
  RC_CUSTOMER_TEXT_CITY,
  RC_CUSTOMER_TEXT_COUNTRY
} RcCustomerText;

RcCustomer *rc_customer_new (gint64 id);
void rc_customer_update (RcCustomer *self, RcCustomerRecord *record, RcDate today,
                         const RcPolicy *policy); /* takes the record */
gint64 rc_customer_get_id (RcCustomer *self);
gboolean rc_customer_is_loaded (RcCustomer *self);
const char *rc_customer_get_name (RcCustomer *self);
const char *rc_customer_get_text (RcCustomer *self, RcCustomerText text);
RcRequestState rc_customer_get_request_state (RcCustomer *self);

G_END_DECLS
