/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The key of what is no zone: the machine's. */
#define RC_TIME_ZONE_OF_MACHINE "machine"

GListModel *rc_time_zone_choices_new (const char *current, gint64 now);

G_END_DECLS
