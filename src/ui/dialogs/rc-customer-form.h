/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"
#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Property: custom-date (gboolean): a custom anniversary date is wanted (CU-11). */
#define RC_TYPE_CUSTOMER_FORM (rc_customer_form_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerForm, rc_customer_form, RC, CUSTOMER_FORM, GtkBox)

void rc_customer_form_set_up (RcCustomerForm *self, RcWorkspace *workspace);
void rc_customer_form_set_without_date (RcCustomerForm *self);
RcCustomerData *rc_customer_form_get_data (RcCustomerForm *self);
void rc_customer_form_set_field (RcCustomerForm *self, RcCustomerField field, const char *value);
RcCustomerField rc_customer_form_get_field_at (int position);
const char *rc_customer_form_get_error (RcCustomerForm *self, RcCustomerField field);
gboolean rc_customer_form_get_custom_date (RcCustomerForm *self);
gboolean rc_customer_form_check (RcCustomerForm *self);
gboolean rc_customer_form_is_modified (RcCustomerForm *self);

G_END_DECLS
