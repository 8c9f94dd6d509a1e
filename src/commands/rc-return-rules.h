/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"
#include "rc-return-table.h"

G_BEGIN_DECLS

/* What requesting, approving and rejecting a return share (OR-4). */
RcReturnableLine *rc_return_rules_load_line (RcCommandContext *context, gint64 order_line_id,
                                             RcCustomerRecord **customer, GError **error);
RcReturnRecord *rc_return_rules_load_undecided (RcCommandContext *context, gint64 return_id,
                                                RcReturnableLine **line, RcCustomerRecord **customer,
                                                GError **error);
gboolean rc_return_rules_refuse_assigned (const char *product, int too_many, GError **error);
gboolean rc_return_rules_refuse_commitment (RcCommandContext *context, const RcCustomerRecord *customer,
                                            GError **error);
/* The running commitment's quantity; 0: none. */
gboolean rc_return_rules_get_commitment (RcCommandContext *context, const RcCustomerRecord *customer,
                                         int *commitment, GError **error);
gboolean rc_return_rules_record (RcCommandContext *context, const RcCustomerRecord *customer,
                                 const RcReturnableLine *line, int quantity, const char *reason,
                                 GError **error);

G_END_DECLS
