/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *rc_language_list_codes (void);
gboolean rc_language_is_valid (const char *code);

G_END_DECLS
