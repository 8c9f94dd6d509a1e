/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-field-row.h"
#include "rc-records.h"

G_BEGIN_DECLS

#define RC_TYPE_ASSIGNED_ROW (rc_assigned_row_get_type ())
G_DECLARE_FINAL_TYPE (RcAssignedRow, rc_assigned_row, RC, ASSIGNED_ROW, RcFieldRow)

GtkWidget *rc_assigned_row_new (const RcLicenceRecord *licence);
const char *rc_assigned_row_get_code (RcAssignedRow *self);
int rc_assigned_row_get_assigned (RcAssignedRow *self);
gboolean rc_assigned_row_check (RcAssignedRow *self);
gboolean rc_assigned_row_is_modified (RcAssignedRow *self);

G_END_DECLS
