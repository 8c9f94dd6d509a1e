/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"
#include "rc-date.h"

G_BEGIN_DECLS

gboolean rc_sample_changes_add (RcDatabase *database, const gint64 *managers, RcDate today, gint64 now,
                                RcDate until, guint *n_added, GError **error);

G_END_DECLS
