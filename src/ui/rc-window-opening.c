/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* How a window comes to its workspace: one that is there, a new one, or the sample. */

#define PRESENT_DELAY 150 /* ms */

/* A screen reader can ask for each of GTK's windows, and GTK, up to 4.18 at least, crashes where that one was never shown. */
static void
set_listed (RcWindow *self, gboolean listed)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean was_listed;
  guint position;

  if (!G_IS_LIST_STORE (windows))
    return;
  was_listed = g_list_store_find (G_LIST_STORE (windows), self, &position);
  if (listed && !was_listed)
    g_list_store_append (G_LIST_STORE (windows), self);
  else if (!listed && was_listed)
    g_list_store_remove (G_LIST_STORE (windows), position);
}

static void
present_now (RcWindow *self)
{
  set_listed (self, TRUE);
  gtk_window_present (GTK_WINDOW (self));
}

/* Unless it is there. */
static void
present_late (RcWindow *self)
{
  if (self->present_source != 0)
    present_now (self);
  g_clear_handle_id (&self->present_source, g_source_remove);
}

static gboolean
on_present_due (gpointer user_data)
{
  RcWindow *self = user_data;

  self->present_source = 0;
  present_now (self);
  return G_SOURCE_REMOVE;
}

static void
show_error (RcWindow *self, const char *title, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  rc_window_show_stack_page (self, "error");
  adw_status_page_set_title (self->error_page, title);
  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_visible (self->retry_button, self->retry_path != NULL);
  present_late (self);
  rc_window_update_actions (self);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcWorkspace) workspace = rc_workspace_open_finish (result, &error);

  /* Something else is being opened instead, or nothing any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (!workspace)
    {
      g_clear_pointer (&self->path, g_free);
      show_error (self, _ ("The workspace could not be opened"), error->message);
      return;
    }
  rc_window_set_workspace (self, workspace);
  if (self->present_source != 0)
    g_signal_connect_object (rc_customer_list_view_get_list (self->customers), "notify::state",
                             G_CALLBACK (present_late), self, G_CONNECT_SWAPPED);
}

static void
set_progress (RcWindow *self, RcProgress *progress)
{
  g_set_object (&self->opening_progress, progress);
  if (self->opening_page)
    rc_opening_page_set_progress (self->opening_page, progress);
}

/* Waits for what is being opened with @opening. Takes @opening. */
static void
expect_workspace (RcWindow *self, const char *path, GCancellable *opening)
{
  if (self->opening)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = opening;
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->retry_path, g_free);
  set_progress (self, NULL);
  rc_window_show_loading (self);
  rc_window_update_actions (self);
}

/* Begins to open something: what opens it is called with the cancellable that this returns. */
static GCancellable *
begin_opening (RcWindow *self, const char *path)
{
  expect_workspace (self, path, g_cancellable_new ());
  return self->opening;
}

/* A path in the user's data directory that is not taken. */
static char *
choose_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "reseller-console", NULL);
  /* Translators: what a new workspace is called; also the name of its file */
  const char *first = _ ("My customers");
  g_autofree char *first_name = g_strconcat (first, ".db", NULL);
  char *path = g_build_filename (folder, first_name, NULL);
  char *in_the_way;

  g_mkdir_with_parents (folder, 0700);
  for (int i = 2; (in_the_way = rc_workspace_find_in_the_way (path)); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %d.db", first, i);

      g_free (in_the_way);
      g_free (path);
      path = g_build_filename (folder, name, NULL);
    }
  return path;
}

/**
 * rc_window_cancel_opening:
 *
 * Stops it: the file is as it was before.
 */
void
rc_window_cancel_opening (RcWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->path, g_free);
}

/**
 * rc_window_create_workspace:
 * @name: whose workspace it is
 * @email: that person's e-mail address
 * @import: whether to go on with an import
 *
 * Makes a workspace and opens it.
 */
void
rc_window_create_workspace (RcWindow *self, const char *name, const char *email, gboolean import)
{
  g_autofree char *path = choose_path ();
  RcWorkspaceSetup setup = { .member_name = name, .member_email = email };
  GCancellable *cancellable = begin_opening (self, path);

  self->import_when_open = import;
  rc_workspace_create_async (path, self->clock, &setup, cancellable, on_opened, g_object_ref (self));
}

static RcWindow *
create_window (GtkApplication *application, RcClock *clock)
{
  RcWindow *self = g_object_new (RC_TYPE_WINDOW, "application", application, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

/**
 * rc_window_new:
 * @application: the application
 * @clock: what day it is
 *
 * Returns: (transfer none): a window with the welcome page; GTK owns it
 */
RcWindow *
rc_window_new (GtkApplication *application, RcClock *clock)
{
  RcWindow *self = create_window (application, clock);

  rc_window_show_stack_page (self, "welcome");
  return self;
}

static void
on_opened_for_window (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree RcWindow **window = user_data;

  on_opened (source, result, *window);
}

/**
 * rc_window_new_with_workspace:
 * @application: the application
 * @clock: what day it is
 * @path: a workspace's file
 *
 * rc_window_new() and rc_window_open_workspace() in one: the file is opened while the window is made.
 *
 * Returns: (transfer none): a window; GTK owns it
 */
RcWindow *
rc_window_new_with_workspace (GtkApplication *application, RcClock *clock, const char *path)
{
  g_autoptr (RcProgress) progress = rc_progress_new ();
  GCancellable *cancellable = g_cancellable_new ();
  RcWindow **window = g_new0 (RcWindow *, 1);
  RcWindow *self;

  rc_workspace_open_with_progress_async (path, clock, progress, cancellable, on_opened_for_window, window);
  self = create_window (application, clock);
  *window = g_object_ref (self);
  expect_workspace (self, path, cancellable);
  self->retry_path = g_strdup (path);
  set_progress (self, progress);
  return self;
}

/**
 * rc_window_open_workspace:
 * @path: a workspace's file
 *
 * Opens it in place of the welcome page; a failure is shown in the window.
 */
void
rc_window_open_workspace (RcWindow *self, const char *path)
{
  g_autoptr (RcProgress) progress = rc_progress_new ();
  GCancellable *cancellable;

  g_return_if_fail (RC_IS_WINDOW (self));

  cancellable = begin_opening (self, path);
  self->retry_path = g_strdup (path);
  set_progress (self, progress);
  rc_workspace_open_with_progress_async (path, self->clock, progress, cancellable, on_opened,
                                         g_object_ref (self));
}

/**
 * rc_window_open_sample:
 *
 * Makes the sample workspace and opens it.
 */
void
rc_window_open_sample (RcWindow *self)
{
  GCancellable *cancellable;

  g_return_if_fail (RC_IS_WINDOW (self));

  cancellable = begin_opening (self, NULL);
  rc_workspace_create_sample_async (self->clock, cancellable, on_opened, g_object_ref (self));
}

static gboolean
is_above (GtkWindow *window, GtkWindow *base)
{
  while (window != NULL && window != base)
    window = gtk_window_get_transient_for (window);
  return window == base;
}

/* All of them are found first: one that goes leaves those above it without a place. */
static void
destroy_with_dialogs (RcWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (is_above (window, GTK_WINDOW (self)))
        g_ptr_array_add (windows, g_steal_pointer (&window));
    }
  for (guint i = 0; i < windows->len; i++)
    gtk_window_destroy (windows->pdata[i]);
}

/**
 * rc_window_open_anew:
 *
 * Puts a new window with the same file in the place of this one, which goes with its dialogs and all that it knew. Destroys
 * @self.
 */
void
rc_window_open_anew (RcWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *path = g_strdup (self->path);

  if (application == NULL || path == NULL)
    return;
  g_application_hold (G_APPLICATION (application));
  destroy_with_dialogs (self);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-file", g_variant_new_string (path));
  g_application_release (G_APPLICATION (application));
}

/**
 * rc_window_present_soon:
 *
 * Presents the window when the first customers are there, or after a moment: a frame without them would only be in the
 * way of the one with them.
 */
void
rc_window_present_soon (RcWindow *self)
{
  g_return_if_fail (RC_IS_WINDOW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)) || !self->opening)
    gtk_window_present (GTK_WINDOW (self));
  else if (self->present_source == 0)
    {
      /* Its place among the windows was what kept it alive. */
      self->present_source = g_timeout_add_full (G_PRIORITY_DEFAULT, PRESENT_DELAY, on_present_due,
                                                 g_object_ref (self), g_object_unref);
      set_listed (self, FALSE);
    }
}
