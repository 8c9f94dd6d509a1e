/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_START_RESELLER_CHANGE (rc_start_reseller_change_get_type ())
G_DECLARE_FINAL_TYPE (RcStartResellerChange, rc_start_reseller_change, RC, START_RESELLER_CHANGE, RcCommand)

RcCommand *rc_start_reseller_change_new (gint64 actor, RcDate date, const char *vip_id,
                                         const char *admin_email, const char *language);

G_END_DECLS
