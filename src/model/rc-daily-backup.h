/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-workspace.h"

G_BEGIN_DECLS

/* Signals: "made", "failed" (text). */
#define RC_TYPE_DAILY_BACKUP (rc_daily_backup_get_type ())
G_DECLARE_FINAL_TYPE (RcDailyBackup, rc_daily_backup, RC, DAILY_BACKUP, GObject)

RcDailyBackup *rc_daily_backup_new (RcWorkspace *workspace, GSettings *settings);

G_END_DECLS
