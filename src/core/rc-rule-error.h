/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a rule refused what was asked. The code names the rule; the message is for people. */
#define RC_RULE_ERROR (rc_rule_error_quark ())
GQuark rc_rule_error_quark (void);

typedef enum
{
  RC_RULE_ERROR_INVALID_DATA, /* CU-1, CU-2, CU-3: the fields' faults, all at once */
  RC_RULE_ERROR_NOT_PENDING, /* CU-6, CU-7: the invitation was accepted already */
  RC_RULE_ERROR_DUPLICATE_CUSTOMER, /* CU-8 */
  RC_RULE_ERROR_NOT_REMOVABLE, /* CU-9 */
  RC_RULE_ERROR_EXTENDED_TERM, /* CU-11 */
  RC_RULE_ERROR_QUANTITY, /* PA-1, OR-1 */
  RC_RULE_ERROR_DUPLICATE_PRODUCT, /* PA-1 */
  RC_RULE_ERROR_PAST_DUE, /* PA-3 */
  RC_RULE_ERROR_PRODUCT_NOT_OPEN, /* PA-4, PR-2 */
  RC_RULE_ERROR_SEGMENT, /* PA-4, OR-2 */
  RC_RULE_ERROR_LAPSED, /* PA-4, RN-7 */
  RC_RULE_ERROR_MOVED, /* CH-5 */
  RC_RULE_ERROR_ORDER_NUMBER, /* PA-5, OR-1: missing, too long or used already */
  RC_RULE_ERROR_DATE, /* PA-5, CU-7, OR-1: outside of what is allowed */
  RC_RULE_ERROR_PA_STATE, /* PA-5, PA-6, PA-8: not in the state that this needs */
  RC_RULE_ERROR_ASSIGNED, /* PR-4, PR-5, PA-6 */
  RC_RULE_ERROR_REASON, /* PA-8: a reason is required */
  RC_RULE_ERROR_FORBIDDEN, /* TM-3 */
  RC_RULE_ERROR_NOT_FOUND, /* what the command speaks of is not there (any more) */
  RC_RULE_ERROR_CATALOGUE, /* PR-1 */
  RC_RULE_ERROR_RETURN, /* OR-4: too late, more than remains, of an earlier term, or decided already */
  RC_RULE_ERROR_WINDOW, /* RN-1, RN-6: not in the renewal window, or renewed already */
  RC_RULE_ERROR_COMMITMENT, /* RN-5, VS-2, VS-3 */
  RC_RULE_ERROR_POLICY, /* a policy value that is unknown, out of its range or at odds with another one */
  RC_RULE_ERROR_RESELLER_CHANGE, /* CH-1, CH-4: there is nothing (more) to change */
  RC_RULE_ERROR_CODE, /* CH-2: wrong or expired */
  RC_RULE_ERROR_CODE_LIMIT, /* CH-3 */
  RC_RULE_ERROR_TEAM, /* TM-1: not in the state that this needs, or the last primary admin */
  RC_RULE_ERROR_SUCCESSOR /* TM-2: to whom the customers go is not said */
} RcRuleError;

G_END_DECLS
