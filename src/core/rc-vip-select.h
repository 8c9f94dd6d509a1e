/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-policy.h"

G_BEGIN_DECLS

#define RC_VIP_SELECT_HIGHEST_LEVEL 4
/* VIP Select itself begins here (VS-1). */
#define RC_VIP_SELECT_FIRST_LEVEL 2

int rc_vip_select_level (int licences, const RcPolicy *policy); /* 0 below 1 licence */
int rc_vip_select_missing (int licences, const RcPolicy *policy); /* to the next level; 0 at the highest */
void rc_vip_select_get_range (int level, const RcPolicy *policy, int *from, int *to); /* to 0: open */

G_END_DECLS
