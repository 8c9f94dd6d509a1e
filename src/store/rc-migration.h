/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

#define RC_WORKSPACE_APPLICATION_ID 0x52434e31 /* "RCN1" */

int rc_migration_get_latest (void);
/* Brings a database to @target (0: the latest), one transaction a step, after a copy by the backup API where the
 * file held anything. An empty file becomes a workspace; a foreign or newer one is refused untouched. */
gboolean rc_migration_run (RcDatabase *database, int target, GCancellable *cancellable, GError **error);
char *rc_migration_get_backup_path (const char *path, int version);

G_END_DECLS
