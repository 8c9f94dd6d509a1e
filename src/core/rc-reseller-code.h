/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code by which a customer agrees to change its reseller (CH-2). */
#define RC_RESELLER_CODE_LENGTH 10

char *rc_reseller_code_new (void);
char *rc_reseller_code_normalize (const char *typed);
GBytes *rc_reseller_code_new_salt (void);
GBytes *rc_reseller_code_digest (const char *code, GBytes *salt);
gboolean rc_reseller_code_matches (const char *code, GBytes *salt, GBytes *digest);

G_END_DECLS
