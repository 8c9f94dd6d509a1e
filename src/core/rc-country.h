/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Countries by their ISO 3166-1 alpha-2 code, upper case. */

const char *const *rc_country_list_codes (void);
gboolean rc_country_is_valid (const char *code);
char *rc_country_get_name (const char *code);
const char *rc_country_get_language (const char *code);
const char *rc_country_get_postal_code_pattern (const char *code); /* CU-3: "NN-NNN"; NULL where free */
const char *rc_country_get_postal_code_example (const char *code); /* NULL where free */
gboolean rc_country_check_postal_code (const char *code, const char *postal_code);

G_END_DECLS
