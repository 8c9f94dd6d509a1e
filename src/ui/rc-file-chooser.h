/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a CSV file or a workspace to read, or for the name of a file to write. */
void rc_file_chooser_open_async (GtkWindow *parent, const char *title, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
void rc_file_chooser_open_workspace_async (GtkWindow *parent, const char *title, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
GFile *rc_file_chooser_open_finish (GAsyncResult *result, GError **error);
void rc_file_chooser_save_async (GtkWindow *parent, const char *title, const char *name,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile *rc_file_chooser_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
