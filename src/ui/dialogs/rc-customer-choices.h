/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* What can be chosen in the fields of CU-1, as models of RcPickerItem. (transfer full) */
GListModel *rc_customer_choices_segments (void);
GListModel *rc_customer_choices_offer_types (void);
GListModel *rc_customer_choices_countries (void);
GListModel *rc_customer_choices_languages (void);
GListModel *rc_customer_choices_anniversaries (RcDate invited_on, RcSegment segment, const RcPolicy *policy);
char *rc_customer_choices_describe (const RcCustomerData *data, RcCustomerField field);

G_END_DECLS
