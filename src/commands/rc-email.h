/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-policy.h"

G_BEGIN_DECLS

char *rc_email_normalize (const char *email, const RcPolicy *policy, GError **error);

G_END_DECLS
