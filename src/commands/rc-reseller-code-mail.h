/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"

G_BEGIN_DECLS

gboolean rc_reseller_code_mail (RcCommandContext *context, RcResellerChangeRecord *change, GError **error);
RcResellerChangeRecord *rc_reseller_change_load_open (RcCommandContext *context, gint64 id, GError **error);
GTimeZone *rc_reseller_change_get_zone (RcCommandContext *context, GError **error);

G_END_DECLS
