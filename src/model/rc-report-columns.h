/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-data.h"
#include "rc-report-query.h"

G_BEGIN_DECLS

/* What the columns of a report are called and how their cells are written for people (IO-1). */
const char *rc_report_column_get_heading (RcReportColumn column);
const char *rc_report_column_get_heading_in (RcReportColumn column, const char *language);
gboolean rc_report_column_from_field (RcCustomerField field, RcReportColumn *column);
gboolean rc_report_column_has_words (RcReportColumn column);
char *rc_report_column_describe (RcReportColumn column, const char *value);

G_END_DECLS
