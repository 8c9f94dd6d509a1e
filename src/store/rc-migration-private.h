/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-migration.h"

G_BEGIN_DECLS

/* For tests: the same with other steps than the program's. @steps: SQL texts; step i leads from version i to i + 1. */
gboolean rc_migration_run_steps (RcDatabase *database, const char *const *steps, int target,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
