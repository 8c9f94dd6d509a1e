/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *rc_catalogue_read (GInputStream *stream, GCancellable *cancellable, GError **error);
GPtrArray *rc_catalogue_check (GInputStream *stream, GPtrArray *faults, GCancellable *cancellable,
                               GError **error);
GPtrArray *rc_catalogue_read_built_in (GError **error);

G_END_DECLS
