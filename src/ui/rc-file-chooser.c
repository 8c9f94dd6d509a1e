/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-file-chooser.h"

#include <glib/gi18n-lib.h>

/* Files are asked for here and nowhere else: the native chooser is deprecated in newer versions of GTK, and its successor is
 * not there in the oldest one. Asynchronous as the successor is. It neither reads nor writes. */

static void
on_response (GtkNativeDialog *native, int response, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GFile) file = NULL;

  g_signal_handlers_disconnect_by_data (native, task);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  if (g_task_return_error_if_cancelled (task))
    return;
  if (file != NULL)
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("No file was chosen."));
}

static void
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "response", GTK_RESPONSE_CANCEL);
}

/* What was answered keeps no window: a hidden one is still among the program's windows, and GTK 4.8 ends the program where a
 * screen reader asks for one that is not shown. Destroying the native dialog alone does not let go of it. */
static void
free_native (gpointer data)
{
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (data));
  g_object_unref (data);
}

static void
add_filter (GtkFileChooser *chooser, GtkFileFilter *filter)
{
  gtk_file_chooser_add_filter (chooser, filter);
  g_object_unref (filter);
}

static GtkFileFilter *
create_filter_for_all (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static void
show (GtkFileChooserNative *native, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, native, free_native);
  g_signal_connect (native, "response", G_CALLBACK (on_response), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_cancelled), native, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
add_filters (GtkFileChooserNative *native, RcFileKind kind)
{
  add_filter (GTK_FILE_CHOOSER (native), rc_file_chooser_create_filter (kind));
  add_filter (GTK_FILE_CHOOSER (native), create_filter_for_all ());
}

/**
 * rc_file_chooser_open_async:
 * @parent: (nullable): the window that it is modal for
 * @title: what is asked
 * @kind: which files are offered first
 * @cancellable: (nullable): closes it
 * @callback: called when it was answered
 * @user_data: for @callback
 *
 * Asks for a file to read.
 */
void
rc_file_chooser_open_async (GtkWindow *parent, const char *title, RcFileKind kind, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  add_filters (native, kind);
  show (native, rc_file_chooser_open_async, cancellable, callback, user_data);
}

/**
 * rc_file_chooser_open_finish:
 * @result: what the callback was given
 * @error: G_IO_ERROR_CANCELLED where none was chosen
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
rc_file_chooser_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_file_chooser_open_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_file_chooser_save_async:
 * @parent: (nullable): the window that it is modal for
 * @title: what is asked
 * @kind: which files are offered first
 * @name: the file's name to begin with
 * @cancellable: (nullable): closes it
 * @callback: called when it was answered
 * @user_data: for @callback
 *
 * Asks for the name of a file to write. Whether an existing one may be replaced has been asked then.
 */
void
rc_file_chooser_save_async (GtkWindow *parent, const char *title, RcFileKind kind, const char *name,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *native =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  add_filters (native, kind);
  show (native, rc_file_chooser_save_async, cancellable, callback, user_data);
}

/**
 * rc_file_chooser_save_finish:
 * @result: what the callback was given
 * @error: G_IO_ERROR_CANCELLED where none was chosen
 *
 * Returns: (transfer full) (nullable): the file to write
 */
GFile *
rc_file_chooser_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_file_chooser_save_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_file_chooser_choose_folder_async:
 * @parent: (nullable): the window that it is modal for
 * @title: what is asked
 * @cancellable: (nullable): closes it
 * @callback: called when it was answered
 * @user_data: for @callback
 *
 * Asks for a folder.
 */
void
rc_file_chooser_choose_folder_async (GtkWindow *parent, const char *title, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  show (native, rc_file_chooser_choose_folder_async, cancellable, callback, user_data);
}

/**
 * rc_file_chooser_choose_folder_finish:
 * @result: what the callback was given
 * @error: G_IO_ERROR_CANCELLED where none was chosen
 *
 * Returns: (transfer full) (nullable): the folder
 */
GFile *
rc_file_chooser_choose_folder_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rc_file_chooser_choose_folder_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rc_file_chooser_create_filter:
 * @kind: a kind of files
 *
 * Returns: (transfer full): what shows the files of @kind alone
 */
GtkFileFilter *
rc_file_chooser_create_filter (RcFileKind kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  switch (kind)
    {
    case RC_FILE_KIND_CSV:
      gtk_file_filter_set_name (filter, _ ("CSV files"));
      gtk_file_filter_add_suffix (filter, "csv");
      break;
    case RC_FILE_KIND_WORKSPACE:
      gtk_file_filter_set_name (filter, _ ("Workspaces"));
      gtk_file_filter_add_suffix (filter, "db");
      break;
    case RC_FILE_KIND_MESSAGE:
      gtk_file_filter_set_name (filter, _ ("Email messages"));
      gtk_file_filter_add_suffix (filter, "eml");
      break;
    }
  return filter;
}
