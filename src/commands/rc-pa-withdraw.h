/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"

G_BEGIN_DECLS

gboolean rc_pa_withdraw (RcCommandContext *context, RcCustomerRecord *customer, const RcPaRecord *pa,
                         RcPaStatus status, const char *reason, GError **error);

G_END_DECLS
