/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-enums.h"
#include "rc-term-dates.h"

G_BEGIN_DECLS

/* Where a membership stands between its renewal's dates, in sentences. (transfer full) */
char *rc_term_words_describe (RcTermState state, const RcTermDates *dates, RcDate today);
char *rc_term_words_relate (RcDate date, RcDate today);

G_END_DECLS
