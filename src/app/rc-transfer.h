/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-date.h"

G_BEGIN_DECLS

/* What --export and --import do, without a window. They return the exit status. */
int rc_transfer_export (const char *workspace_path, RcDate today, const char *target);
int rc_transfer_import (const char *workspace_path, const char *source, const char *map,
                        const char *rejected);

G_END_DECLS
