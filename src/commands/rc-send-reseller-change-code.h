/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_SEND_RESELLER_CHANGE_CODE (rc_send_reseller_change_code_get_type ())
G_DECLARE_FINAL_TYPE (RcSendResellerChangeCode, rc_send_reseller_change_code, RC, SEND_RESELLER_CHANGE_CODE,
                      RcCommand)

RcCommand *rc_send_reseller_change_code_new (gint64 actor, RcDate date, gint64 reseller_change_id,
                                             const char *admin_email);

G_END_DECLS
