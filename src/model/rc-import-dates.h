/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a date with slashes says of the order of its day and its month. */
typedef enum
{
  RC_DATE_ORDER_NONE, /* nothing: it is no such date; of a mapping: nobody said so */
  RC_DATE_ORDER_EITHER, /* both orders give a date */
  RC_DATE_ORDER_DAY_FIRST,
  RC_DATE_ORDER_MONTH_FIRST
} RcDateOrder;

RcDateOrder rc_import_date_tell_order (const char *text);
RcDateOrder rc_import_date_expect_order (const char *const *columns);
char *rc_import_date_to_iso (const char *text, RcDateOrder order);

G_END_DECLS
