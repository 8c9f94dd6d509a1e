/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-policy.h"

G_BEGIN_DECLS

/* The fields of CU-1 in the order of the form. */
typedef enum
{
  RC_CUSTOMER_FIELD_NAME,
  RC_CUSTOMER_FIELD_ENGLISH_NAME,
  RC_CUSTOMER_FIELD_SEGMENT,
  RC_CUSTOMER_FIELD_OFFER_TYPE,
  RC_CUSTOMER_FIELD_COUNTRY,
  RC_CUSTOMER_FIELD_REGION,
  RC_CUSTOMER_FIELD_STREET,
  RC_CUSTOMER_FIELD_CITY,
  RC_CUSTOMER_FIELD_POSTAL_CODE,
  RC_CUSTOMER_FIELD_GIVEN_NAME,
  RC_CUSTOMER_FIELD_FAMILY_NAME,
  RC_CUSTOMER_FIELD_EMAIL,
  RC_CUSTOMER_FIELD_LANGUAGE,
  RC_CUSTOMER_FIELD_ANNIVERSARY_DATE, /* CU-11, optional */
  /* What only an import can say (IO-2), all optional; no form asks for them. */
  RC_CUSTOMER_FIELD_VIP_ID, /* kept where it was never issued in this workspace (CU-4) */
  RC_CUSTOMER_FIELD_INVITED_ON, /* ISO 8601, not after the import's day; CU-11 counts from it */
  RC_CUSTOMER_FIELD_ACCEPTED_ON /* ISO 8601, from the invitation to the import's day: accepted (CU-7) */
} RcCustomerField;
#define RC_N_CUSTOMER_FIELDS 17 /* all */
#define RC_N_FORM_FIELDS 14 /* of an invitation: NAME … ANNIVERSARY_DATE */

/* What an invitation says of a customer, as typed: text for every field, NULL where nothing was given.
 * Segment, type hold nicks; the country is ISO 3166-1 alpha-2; the language is one of pt_BR, pl, da, fr, it, en;
 * the anniversary date is ISO 8601. A value type, freed with rc_customer_data_free(). */
typedef struct
{
  char *values[RC_N_CUSTOMER_FIELDS]; /* (owned) (nullable) UTF-8 */
  gsize n_packed; /* how many bytes behind this hold values, where it is packed */
} RcCustomerData;

#define RC_TYPE_CUSTOMER_DATA (rc_customer_data_get_type ())
GType rc_customer_data_get_type (void);

RcCustomerData *rc_customer_data_new (void);
RcCustomerData *rc_customer_data_copy (const RcCustomerData *data);
RcCustomerData *rc_customer_data_pack (const RcCustomerData *data);
void rc_customer_data_free (RcCustomerData *data);
const char *rc_customer_data_get (const RcCustomerData *data, RcCustomerField field); /* never NULL: "" */
void rc_customer_data_set (RcCustomerData *data, RcCustomerField field, const char *value);
RcCustomerData *rc_customer_data_normalize (const RcCustomerData *data);

/* One thing wrong with one field. */
typedef struct
{
  RcCustomerField field;
  int code; /* RcRuleError */
  char *message; /* (owned) translated, a whole sentence that names the field */
} RcFault;
void rc_fault_free (RcFault *fault);

GPtrArray *rc_customer_data_validate (const RcCustomerData *data, RcDate invited_on, const RcPolicy *policy);

const char *rc_customer_field_get_nick (RcCustomerField field); /* "name", "postal-code", … */
gboolean rc_customer_field_from_nick (const char *nick, RcCustomerField *field);
const char *rc_customer_field_get_label (RcCustomerField field); /* translated: "Postal code" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcCustomerData, rc_customer_data_free)

G_END_DECLS
