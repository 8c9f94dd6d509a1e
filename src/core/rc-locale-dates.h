/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a language writes dates, where the C library does not know it. */
typedef struct
{
  char *format; /* (owned): of numbers, as g_date_time_format() understands it */
  char *months[12]; /* (owned): as they stand in a date */
} RcLocaleDates;

const RcLocaleDates *rc_locale_get_dates (void);

G_END_DECLS
