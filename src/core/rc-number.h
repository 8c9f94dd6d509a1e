/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rc_number_parse (const char *text, gint64 *number);

G_END_DECLS
