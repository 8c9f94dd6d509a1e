/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-field-row.h"
#include "rc-product.h"
#include "rc-records.h"
#include "rc-renewal.h"

G_BEGIN_DECLS

/* Signal: "changed": another quantity. */
#define RC_TYPE_RENEWAL_ROW (rc_renewal_row_get_type ())
G_DECLARE_FINAL_TYPE (RcRenewalRow, rc_renewal_row, RC, RENEWAL_ROW, RcFieldRow)

GtkWidget *rc_renewal_row_new (const RcLicenceRecord *licence, RcProduct *product, RcSegment segment,
                               int most);
const RcLicenceRecord *rc_renewal_row_get_licence (RcRenewalRow *self);
int rc_renewal_row_get_quantity (RcRenewalRow *self);
void rc_renewal_row_set_quantity (RcRenewalRow *self, int quantity);
void rc_renewal_row_show_change (RcRenewalRow *self, const RcRenewalChange *change);
gboolean rc_renewal_row_check (RcRenewalRow *self);
gboolean rc_renewal_row_is_modified (RcRenewalRow *self);

G_END_DECLS
