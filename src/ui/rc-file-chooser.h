/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which files are offered first; all others can be chosen too. */
typedef enum
{
  RC_FILE_KIND_CSV,
  RC_FILE_KIND_WORKSPACE,
  RC_FILE_KIND_MESSAGE
} RcFileKind;

/* Asks for a file to read, or for the name of a file to write. */
void rc_file_chooser_open_async (GtkWindow *parent, const char *title, RcFileKind kind,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile *rc_file_chooser_open_finish (GAsyncResult *result, GError **error);
void rc_file_chooser_save_async (GtkWindow *parent, const char *title, RcFileKind kind, const char *name,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GFile *rc_file_chooser_save_finish (GAsyncResult *result, GError **error);
void rc_file_chooser_choose_folder_async (GtkWindow *parent, const char *title, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
GFile *rc_file_chooser_choose_folder_finish (GAsyncResult *result, GError **error);
GtkFileFilter *rc_file_chooser_create_filter (RcFileKind kind);

G_END_DECLS
