/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command-context.h"

G_BEGIN_DECLS

/* Changes a message that was loaded; FALSE: it is to stay as it is. */
typedef gboolean (*RcMessageChange) (RcCommandContext *context, RcMessageRecord *message);

/* For the commands whose object is messages that a user chose. */
gboolean rc_message_choice_validate (GArray *message_ids, GError **error);
gboolean rc_message_choice_apply (RcCommandContext *context, GArray *message_ids, RcMessageChange change,
                                  RcCommandResult *result, GError **error);

G_END_DECLS
