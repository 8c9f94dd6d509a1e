/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a language writes numbers. */
typedef struct
{
  char *group; /* (owned) before each three digits */
  char *decimal; /* (owned) before a fraction */
} RcLocaleNumbers;

const RcLocaleNumbers *rc_locale_get_numbers (void);

G_END_DECLS
