/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A civil date: the Julian day number that GDate uses, so that a difference is a number of days. */
typedef guint32 RcDate;

#define RC_DATE_NONE ((RcDate) 0)

RcDate rc_date_new (int year, int month, int day);
RcDate rc_date_from_iso (const char *iso);
char *rc_date_to_iso (RcDate date);
void rc_date_get_ymd (RcDate date, int *year, int *month, int *day);
int rc_date_get_day (RcDate date);
RcDate rc_date_add_days (RcDate date, int days);
RcDate rc_date_add_months (RcDate date, int months, int anchor_day);
int rc_date_days_until (RcDate from, RcDate to);

G_END_DECLS
