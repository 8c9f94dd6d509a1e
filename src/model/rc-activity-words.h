/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An activity entry in words. (transfer full) */
char *rc_activity_words_command (const char *command);
char *rc_activity_words_changes (const char *details);

G_END_DECLS
