/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* A workspace copied as a whole: its pages as of one moment, while others go on writing. All of it blocks. */
gboolean rc_backup_copy (RcDatabase *from, RcDatabase *to, GCancellable *cancellable, GError **error);
gboolean rc_backup_make (const char *path, const char *target, GCancellable *cancellable, GError **error);
gboolean rc_backup_make_from (RcDatabase *from, const char *target, GCancellable *cancellable,
                              GError **error);
gboolean rc_backup_check (const char *path, GCancellable *cancellable, GError **error);
gboolean rc_backup_restore (RcDatabase *database, const char *path, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
