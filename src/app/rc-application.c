/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-application"

#include "rc-application.h"

#include "rc-clock.h"
#include "rc-command-line.h"
#include "rc-menu-names.h"
#include "rc-shortcuts.h"
#include "rc-style.h"
#include "rc-whole-text.h"
#include "rc-window.h"
#include <stdlib.h>

/**
 * RcApplication:
 *
 * One instance for all windows, each with a workspace of its own: a second start raises what is open. It finds the
 * window for a workspace; everything else is the window's.
 */

struct _RcApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* (owned) (nullable) from startup on */
};

G_DEFINE_FINAL_TYPE (RcApplication, rc_application, ADW_TYPE_APPLICATION)

static RcWindow *
find_window (RcApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    {
      if (RC_IS_WINDOW (l->data) && g_strcmp0 (rc_window_get_path (l->data), path) == 0)
        return l->data;
    }
  return NULL;
}

static RcWindow *
create_window (RcApplication *self, RcDate today)
{
  g_autoptr (RcClock) clock = rc_clock_new_for_day (today);

  return rc_window_new (GTK_APPLICATION (self), clock);
}

/* The workspace's window, if it is open under any of its names; else one that still has none, or a new one. */
static void
open_path (RcApplication *self, const char *name)
{
  g_autofree char *real = realpath (name, NULL);
  g_autoptr (RcClock) clock = rc_clock_new_for_day (RC_DATE_NONE);
  const char *path = real ? real : name;
  RcWindow *window = find_window (self, path);
  RcWindow *unused = window ? NULL : find_window (self, NULL);

  if (unused && !rc_window_get_workspace (unused))
    {
      window = unused;
      rc_window_open_workspace (window, path);
    }
  else if (!window)
    window = rc_window_new_with_workspace (GTK_APPLICATION (self), clock, path);
  rc_window_present_soon (window);
}

static void
open_sample (RcApplication *self, RcDate today)
{
  RcWindow *window = create_window (self, today);

  rc_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
rc_application_activate (GApplication *application)
{
  RcApplication *self = RC_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = g_settings_get_string (self->settings, "workspace-path");

  if (window)
    gtk_window_present (window);
  else if (*path && g_file_test (path, G_FILE_TEST_EXISTS))
    open_path (self, path);
  else
    gtk_window_present (GTK_WINDOW (create_window (self, RC_DATE_NONE)));
}

static int
rc_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  RcApplication *self = RC_APPLICATION (application);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandLine) options = rc_command_line_parse (&arguments, &error);

  if (!options)
    {
      g_application_command_line_printerr (command_line, "%s\n", error->message);
      return RC_EXIT_USAGE;
    }
  if (options->sample)
    open_sample (self, options->today);
  else if (options->workspace)
    {
      g_autoptr (GFile) file =
          g_application_command_line_create_file_for_arg (command_line, options->workspace);

      open_path (self, g_file_peek_path (file));
    }
  else
    g_application_activate (application);
  return RC_EXIT_DONE;
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (application)))
    {
      gtk_window_close (window);
      if (gtk_application_get_active_window (application) == window)
        break;
    }
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (create_window (RC_APPLICATION (user_data), RC_DATE_NONE)));
}

static void
on_open_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_path (RC_APPLICATION (user_data), g_variant_get_string (parameter, NULL));
}

static void
rc_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "quit", on_quit, NULL, NULL, NULL, { 0 } },
    { "new-window", on_new_window, NULL, NULL, NULL, { 0 } },
    { "open-file", on_open_file, "s", NULL, NULL, { 0 } },
  };

  G_APPLICATION_CLASS (rc_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  RC_APPLICATION (application)->settings = g_settings_new (RC_APPLICATION_ID);
  gtk_window_set_default_icon_name (RC_APPLICATION_ID);
  rc_style_load (gdk_display_get_default ());
  rc_menu_names_watch ();
  rc_whole_text_watch ();
  rc_shortcuts_apply (GTK_APPLICATION (application));
}

static void
rc_application_finalize (GObject *object)
{
  g_clear_object (&RC_APPLICATION (object)->settings);
  G_OBJECT_CLASS (rc_application_parent_class)->finalize (object);
}

static void
rc_application_class_init (RcApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_application_finalize;
  application_class->startup = rc_application_startup;
  application_class->activate = rc_application_activate;
  application_class->command_line = rc_application_command_line;
}

static void
rc_application_init (RcApplication *self)
{
}

/**
 * rc_application_new:
 *
 * Returns: (transfer full): the application
 */
RcApplication *
rc_application_new (void)
{
  /* GTK would look there for icons, too, and for that list all of the desktop's anew, before the first frame. */
  return g_object_new (RC_TYPE_APPLICATION, "application-id", RC_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path", NULL, NULL);
}
