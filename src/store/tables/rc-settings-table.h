/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-policy.h"
#include "rc-text.h"

G_BEGIN_DECLS

/* The settings that have a command each. */
#define RC_SETTING_RESELLER_NAME "reseller-name"
#define RC_SETTING_TIME_ZONE "time-zone"

gboolean rc_settings_table_set (RcDatabase *database, const char *name, const char *value, GError **error);
RcCollator *rc_settings_table_get_collator (RcDatabase *database, GError **error);
gboolean rc_settings_table_put_policy (RcDatabase *database, const RcPolicy *policy, GError **error);

G_END_DECLS
