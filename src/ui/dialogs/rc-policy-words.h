/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-policy.h"

G_BEGIN_DECLS

const char *rc_policy_words_get_label (const char *name);
const char *rc_policy_words_explain (const char *name);
char *rc_policy_words_get_title (const char *name);
gboolean rc_policy_words_begins_group (const char *name, const char **title);
const char *rc_policy_words_get_preset (const RcPolicy *policy);

G_END_DECLS
