/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-due-query.h"
#include "rc-mail-account.h"
#include "rc-workspace.h"

G_BEGIN_DECLS

/* The mails that a date brings and that were not written yet (MS-1): how many, which, and writing them; by itself where the
 * account says so. Properties: count (guint64), to-review (guint64: the count where somebody is to be asked, else 0). */
#define RC_TYPE_DUE_MESSAGES (rc_due_messages_get_type ())
G_DECLARE_FINAL_TYPE (RcDueMessages, rc_due_messages, RC, DUE_MESSAGES, GObject)

RcDueMessages *rc_due_messages_new (RcWorkspace *workspace, RcMailAccount *account);
RcWorkspace *rc_due_messages_get_workspace (RcDueMessages *self);
guint64 rc_due_messages_get_count (RcDueMessages *self);
guint64 rc_due_messages_get_to_review (RcDueMessages *self);
void rc_due_messages_load_async (RcDueMessages *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *rc_due_messages_load_finish (RcDueMessages *self, GAsyncResult *result, GError **error);
RcCommand *rc_due_messages_create_command (RcDueMessages *self, GPtrArray *records, gboolean write);

G_END_DECLS
