/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* All that the program can do. */
const GType *rc_command_list_get_types (gsize *n_types);
GType rc_command_list_find (const char *name);

G_END_DECLS
