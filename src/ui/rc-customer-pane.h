/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-membership.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The tabs, in their order. */
typedef enum
{
  RC_CUSTOMER_TAB_DETAILS,
  RC_CUSTOMER_TAB_PLANS,
  RC_CUSTOMER_TAB_HISTORY,
  RC_CUSTOMER_TAB_RENEWALS
} RcCustomerTab;

#define RC_TYPE_CUSTOMER_PANE (rc_customer_pane_get_type ())
G_DECLARE_FINAL_TYPE (RcCustomerPane, rc_customer_pane, RC, CUSTOMER_PANE, GtkWidget)

void rc_customer_pane_set_membership (RcCustomerPane *self, RcMembership *membership);
void rc_customer_pane_update (RcCustomerPane *self);
void rc_customer_pane_show_tab (RcCustomerPane *self, int tab);
void rc_customer_pane_grab_focus (RcCustomerPane *self);

G_END_DECLS
