/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which language the process speaks, and as which locale it writes and sorts. */

void rc_locale_choose (const char *language); /* one of rc_language_list_codes(), or "" for the system's */
const char *rc_locale_get_collation (void);
const char *rc_locale_get_missing (void); /* %NULL: the C library knows the language */

G_END_DECLS
