/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_SET_RESELLER_NAME (rc_set_reseller_name_get_type ())
G_DECLARE_FINAL_TYPE (RcSetResellerName, rc_set_reseller_name, RC, SET_RESELLER_NAME, RcCommand)

RcCommand *rc_set_reseller_name_new (gint64 actor, RcDate date, const char *reseller_name);

G_END_DECLS
