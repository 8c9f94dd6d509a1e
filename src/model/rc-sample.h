/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

#define RC_SAMPLE_N_CUSTOMERS 300

gboolean rc_sample_fill (RcDatabase *database, RcDate today, gint64 now, GCancellable *cancellable,
                         GError **error);

G_END_DECLS
