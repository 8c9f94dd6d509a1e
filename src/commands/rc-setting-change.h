/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"

G_BEGIN_DECLS

gboolean rc_setting_change_apply (RcCommandContext *context, const char *name, const char *value,
                                  RcCommandResult *result, GError **error);

G_END_DECLS
