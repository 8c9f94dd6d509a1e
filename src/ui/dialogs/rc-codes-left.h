/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"

G_BEGIN_DECLS

int rc_codes_left_count (RcWorkspace *workspace);
char *rc_codes_left_describe (RcWorkspace *workspace);

G_END_DECLS
