/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-membership-query.h"
#include "rc-policy.h"

G_BEGIN_DECLS

/* What was bought, in words. (transfer full) */
char *rc_purchase_words_lines (GPtrArray *lines);
char *rc_purchase_words_vip_select (int bought, const RcPolicy *policy);
char *rc_purchase_words_commitment (const RcCommitmentRecord *commitment, RcDate today,
                                    const RcPolicy *policy);

G_END_DECLS
