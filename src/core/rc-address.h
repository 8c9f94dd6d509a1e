/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A postal address, as its own country writes one. */
char *rc_address_format (const char *country, const char *street, const char *postal_code, const char *city,
                         const char *region);

G_END_DECLS
