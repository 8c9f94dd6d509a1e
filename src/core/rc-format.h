/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"

G_BEGIN_DECLS

/* Dates and numbers for people, as the user's locale writes them. Files for programs have ISO dates and
 * plain numbers instead. */

char *rc_format_date (RcDate date);
char *rc_format_date_long (RcDate date);
char *rc_format_date_in_full (RcDate date); /* with all digits of the year, so that it can be read back */
RcDate rc_format_read_date (const char *text);
gboolean rc_format_is_month_first (void);
char rc_format_get_separator (void);
char *rc_format_number (gint64 number);

G_END_DECLS
