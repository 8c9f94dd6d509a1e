/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A network of the test's own, which can be cut. To be installed before anything asks for the real one. */
void network_fixture_install (void);
void network_fixture_set_available (gboolean available); /* and tells so */

G_END_DECLS
