/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of reports in the languages that the program speaks, whatever the user's is. */
const char *rc_vocabulary_get (const char *language, const char *context, const char *text);

G_END_DECLS
