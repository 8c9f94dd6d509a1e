/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-email.h"

#include "rc-customer-data.h"
#include "rc-rule-error.h"

/* An e-mail address on its own, by the rules that the customer's data has for it (CU-3). */

/* Any day will do: only the address is looked at. */
#define ANY_DAY ((RcDate) 1)

/**
 * rc_email_normalize:
 * @email: (nullable): an address as typed
 * @policy: the program's numbers
 * @error: RC_RULE_ERROR_INVALID_DATA: what is wrong with it
 *
 * Returns: (transfer full) (nullable): the address, trimmed
 */
char *
rc_email_normalize (const char *email, const RcPolicy *policy, GError **error)
{
  g_autoptr (RcCustomerData) data = rc_customer_data_new ();
  g_autoptr (RcCustomerData) normal = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_EMAIL, email);
  normal = rc_customer_data_normalize (data);
  faults = rc_customer_data_validate (normal, ANY_DAY, policy);
  for (guint i = 0; i < faults->len; i++)
    {
      const RcFault *fault = g_ptr_array_index (faults, i);

      if (fault->field == RC_CUSTOMER_FIELD_EMAIL)
        {
          g_set_error_literal (error, RC_RULE_ERROR, fault->code, fault->message);
          return NULL;
        }
    }
  return g_strdup (rc_customer_data_get (normal, RC_CUSTOMER_FIELD_EMAIL));
}
