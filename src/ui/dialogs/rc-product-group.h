/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "changed". */
#define RC_TYPE_PRODUCT_GROUP (rc_product_group_get_type ())
G_DECLARE_FINAL_TYPE (RcProductGroup, rc_product_group, RC, PRODUCT_GROUP, GtkBox)

void rc_product_group_set_up (RcProductGroup *self, RcWorkspace *workspace, const RcCustomerRecord *customer,
                              gboolean for_pa);
void rc_product_group_set_up_held (RcProductGroup *self, RcWorkspace *workspace,
                                   const RcCustomerRecord *customer);
void rc_product_group_set_up_additional (RcProductGroup *self, RcWorkspace *workspace,
                                         const RcCustomerRecord *customer, const char *const *excluded);
void rc_product_group_set_months (RcProductGroup *self, int months);
GPtrArray *rc_product_group_get_lines (RcProductGroup *self);
void rc_product_group_add_line (RcProductGroup *self, const char *code, int quantity);
gboolean rc_product_group_check (RcProductGroup *self);
gboolean rc_product_group_is_modified (RcProductGroup *self);

G_END_DECLS
