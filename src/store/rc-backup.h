/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* How a copy is made that others work beside. */
typedef enum
{
  RC_BACKUP_PACE_FAST, /* somebody waits for it */
  RC_BACKUP_PACE_GENTLE /* nobody does: in small steps with pauses */
} RcBackupPace;

/* A workspace copied as a whole: its pages as of one moment, while others go on writing. All of it blocks. */
gboolean rc_backup_copy (RcDatabase *from, RcDatabase *to, RcBackupPace pace, GCancellable *cancellable,
                         GError **error);
gboolean rc_backup_make (const char *path, const char *target, RcBackupPace pace, GCancellable *cancellable,
                         GError **error);
gboolean rc_backup_make_from (RcDatabase *from, const char *target, RcBackupPace pace,
                              GCancellable *cancellable, GError **error);
gboolean rc_backup_check (const char *path, GCancellable *cancellable, GError **error);
gboolean rc_backup_restore (RcDatabase *database, const char *path, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
