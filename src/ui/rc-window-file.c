/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-file-chooser.h"
#include "rc-window-private.h"

#include <glib/gi18n-lib.h>

/* What can be done where the workspace's file is not in its place any more: open what is there, or save what is known. */

/**
 * rc_window_open_again:
 *
 * An action: what has the file's name now takes the window's place.
 */
void
rc_window_open_again (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rc_window_open_anew (RC_WINDOW (widget));
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rc_workspace_save_copy_finish (RC_WORKSPACE (source), result, &error))
    rc_window_toast (self, _ ("The copy was saved."));
  else
    rc_window_toast (self, error->message);
}

static void
on_target_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWindow) self = user_data;
  g_autoptr (GFile) file = rc_file_chooser_save_finish (result, NULL);

  if (file == NULL || self->workspace == NULL)
    return;
  if (g_file_peek_path (file) != NULL)
    rc_workspace_save_copy_async (self->workspace, g_file_peek_path (file), on_copied, g_object_ref (self));
  else
    rc_window_toast (self, _ ("Choose a folder on this computer."));
}

/**
 * rc_window_save_copy:
 *
 * An action: asks where to, and saves the workspace as it is known here.
 */
void
rc_window_save_copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  g_autofree char *name = g_path_get_basename (rc_workspace_get_path (self->workspace));
  g_autofree char *shown = g_filename_display_name (name);

  rc_file_chooser_save_async (GTK_WINDOW (self), _ ("Save a copy of the workspace"), RC_FILE_KIND_WORKSPACE,
                              shown, NULL, on_target_chosen, g_object_ref (self));
}
