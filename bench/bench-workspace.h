/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* A made-up workspace for measuring: the same for the same number of customers and the same day. */
gboolean bench_workspace_generate (const char *path, guint n_customers, RcDate today, GError **error);

G_END_DECLS
