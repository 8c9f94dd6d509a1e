/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-command.h"

G_BEGIN_DECLS

#define RC_TYPE_WRITE_DUE_MESSAGES (rc_write_due_messages_get_type ())
G_DECLARE_FINAL_TYPE (RcWriteDueMessages, rc_write_due_messages, RC, WRITE_DUE_MESSAGES, RcCommand)

/* A mail that is due for its date (MS-1): written, or passed over for ever. */
RcCommand *rc_write_due_messages_new (gint64 actor, RcDate date, GArray *pa_ids, GArray *customer_ids,
                                      GArray *coming_ids, gboolean write);

G_END_DECLS
