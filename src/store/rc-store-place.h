/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* Whether the file that was opened is still the one of its name. Belongs to the writer's thread. */
typedef struct _RcStorePlace RcStorePlace;

gboolean rc_store_place_check_names (const char *path, GError **error);
RcStorePlace *rc_store_place_new (const char *path);
void rc_store_place_free (RcStorePlace *place);
void rc_store_place_finish (RcStorePlace *place, RcDatabase *writer);
gboolean rc_store_place_check (RcStorePlace *place, RcDatabase *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcStorePlace, rc_store_place_free)

G_END_DECLS
