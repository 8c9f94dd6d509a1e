/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The password of a mail account, in the desktop's keyring; where there is none, until the program ends. */
typedef enum
{
  RC_PASSWORD_KEPT, /* in the keyring */
  RC_PASSWORD_KEPT_FOR_NOW /* there is no keyring that takes it */
} RcPasswordKept;

void rc_password_store_save_async (const char *host, const char *user, const char *password,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean rc_password_store_save_finish (GAsyncResult *result, RcPasswordKept *kept, GError **error);
void rc_password_store_find_async (const char *host, const char *user, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
char *rc_password_store_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
