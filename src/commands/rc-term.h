/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"

G_BEGIN_DECLS

/* Where the anniversary date comes from. Each changes @customer as well as its row. */
gboolean rc_term_include (RcCommandContext *context, RcCustomerRecord *customer, RcDate date, GError **error);
gboolean rc_term_refresh (RcCommandContext *context, RcCustomerRecord *customer, GError **error);
gboolean rc_term_is_renewed (RcCommandContext *context, const RcCustomerRecord *customer, gboolean *renewed,
                             GError **error);
gboolean rc_term_renew (RcCommandContext *context, RcCustomerRecord *customer, RcDate ordered_on,
                        GError **error);
gboolean rc_term_revive (RcCommandContext *context, RcCustomerRecord *customer, RcDate ordered_on,
                         GError **error);

G_END_DECLS
