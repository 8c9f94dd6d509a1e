/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"
#include "rc-plan.h"

G_BEGIN_DECLS

/* What is being made with the lines. */
typedef enum
{
  RC_ORDER_LINES_PURCHASE_AUTHORIZATION,
  RC_ORDER_LINES_DIRECT_ORDER,
  RC_ORDER_LINES_HELD /* nothing: what the customer brings along was ordered elsewhere (CH-4) */
} RcOrderLinesUse;

gboolean rc_order_lines_validate (GPtrArray *lines, const RcPolicy *policy, GError **error);
GPtrArray *rc_order_lines_resolve (RcCommandContext *context, const RcCustomerRecord *customer,
                                   GPtrArray *lines, RcOrderLinesUse use, GError **error);
void rc_order_lines_set_months (GPtrArray *lines, const RcPolicy *policy, const RcCustomerRecord *customer,
                                RcDate date);
char *rc_order_lines_to_text (GPtrArray *lines, const char *indent, const char *separator);
char *rc_order_number_normalize (const char *number, GError **error);
gboolean rc_order_number_check_unused (RcCommandContext *context, const char *number, GError **error);
gboolean rc_order_date_check (RcCommandContext *context, RcDate date, RcDate first, GError **error);
gboolean rc_order_date_check_between (RcDate date, RcDate first, RcDate last, GError **error);
gboolean rc_order_lines_check_total (const RcCustomerRecord *customer, gint64 total, GError **error);

/* Adds to what the customer holds of a line's product; negative: takes away. Assigned is cut where too few remain. */
gboolean rc_order_lines_add (RcCommandContext *context, const RcCustomerRecord *customer,
                             const RcLineRecord *line, int ordered, int pending, GError **error);

G_END_DECLS
