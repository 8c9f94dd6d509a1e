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
 * city, country (name). */
#define RC_TYPE_CUSTOMER (rc_customer_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomer, rc_customer, RC, CUSTOMER, RcTextItem)

RcCustomer *rc_customer_new (gint64 id);
void rc_customer_update (RcCustomer *self, RcCustomerRecord *record, RcDate today,
                         const RcPolicy *policy); /* takes the record */
gint64 rc_customer_get_id (RcCustomer *self);
gboolean rc_customer_is_loaded (RcCustomer *self);
const char *rc_customer_get_name (RcCustomer *self);

G_END_DECLS
