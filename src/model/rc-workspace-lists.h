/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean rc_workspace_lists_take_members (GListStore *members, GPtrArray *records);
gboolean rc_workspace_lists_take_products (GListStore *products, GPtrArray *records);

G_END_DECLS
