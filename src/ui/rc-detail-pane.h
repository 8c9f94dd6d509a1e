/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-pane.h"

G_BEGIN_DECLS

#define RC_TYPE_DETAIL_PANE (rc_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (RcDetailPane, rc_detail_pane, RC, DETAIL_PANE, GtkWidget)

void rc_detail_pane_set_membership (RcDetailPane *self, RcMembership *membership);
void rc_detail_pane_set_n_selected (RcDetailPane *self, guint64 n_selected);
void rc_detail_pane_show_tab (RcDetailPane *self, RcCustomerTab tab);
void rc_detail_pane_grab_focus (RcDetailPane *self);

G_END_DECLS
