/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include "rc-policy.h"

G_BEGIN_DECLS

/* The days of a term's end (RN-1, RN-2, RN-7), in their order but for notice_on, which may be later than opens_on. */
typedef struct
{
  RcDate notice_on; /* from here on the console notifies (RN-2) */
  RcDate opens_on; /* the window's first day (RN-1) */
  RcDate anniversary;
  RcDate closes_on; /* the window's last day (RN-1) */
  RcDate expires_on; /* the first day without licences, where nothing was renewed (RN-7) */
} RcTermDates;

void rc_term_dates (RcDate anniversary_date, const RcPolicy *policy, RcTermDates *dates);

G_END_DECLS
