/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-field-row.h"

G_BEGIN_DECLS

/* Properties: date (uint; RC_DATE_NONE while nothing valid is typed), earliest, latest (uint; RC_DATE_NONE: no limit). */
#define RC_TYPE_DATE_ROW (rc_date_row_get_type ())
G_DECLARE_FINAL_TYPE (RcDateRow, rc_date_row, RC, DATE_ROW, RcFieldRow)

RcDate rc_date_row_get_date (RcDateRow *self);
void rc_date_row_set_date (RcDateRow *self, RcDate date);
void rc_date_row_set_range (RcDateRow *self, RcDate earliest, RcDate latest);
gboolean rc_date_row_check (RcDateRow *self);

G_END_DECLS
