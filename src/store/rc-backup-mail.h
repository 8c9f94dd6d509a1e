/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-database.h"

G_BEGIN_DECLS

/* What became of the mails since a copy was made, carried over to it before it is put back (MS-1, MS-2). */
gboolean rc_backup_keep_sent (RcDatabase *copy, const char *present, const char *doubt, GError **error);

G_END_DECLS
