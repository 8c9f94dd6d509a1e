/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-mail-server.h"
#include "rc-password-store.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* This desk's mail settings (MS-2). Signal: "changed" when anything of them has. */
#define RC_TYPE_MAIL_ACCOUNT (rc_mail_account_get_type ())
G_DECLARE_FINAL_TYPE (RcMailAccount, rc_mail_account, RC, MAIL_ACCOUNT, GObject)

RcMailAccount *rc_mail_account_new (void);
GSettings *rc_mail_account_get_settings (RcMailAccount *self);
void rc_mail_account_tell_password (RcMailAccount *self);
RcMailServer *rc_mail_account_dup_server (RcMailAccount *self); /* without the password */
gboolean rc_mail_account_is_active (RcMailAccount *self);
RcDatedMessages rc_mail_account_get_dated (RcMailAccount *self);
void rc_mail_account_load_async (RcMailAccount *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data); /* with it */
RcMailServer *rc_mail_account_load_finish (RcMailAccount *self, GAsyncResult *result, GError **error);
void rc_mail_account_test_async (RcMailAccount *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean rc_mail_account_test_finish (RcMailAccount *self, GAsyncResult *result, GError **error);

G_END_DECLS
