/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-help"

#include "rc-help.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/*
 * The way into the user help: the desktop's help viewer is asked to show a page. Where there is no viewer, or no help, that is
 * said, with what to install.
 */

#define DOCUMENT "help:reseller-console"
#define SANDBOX_MARK "/.flatpak-info"
#define PAGE_KEY "rc-help-page"

/**
 * rc_help_make_uri:
 * @page: (nullable): a page, "renew", or a section of one, "why#renew"; %NULL for the first page
 *
 * Returns: (transfer full): what a help viewer opens
 */
char *
rc_help_make_uri (const char *page)
{
  return page != NULL ? g_strconcat (DOCUMENT "/", page, NULL) : g_strdup (DOCUMENT);
}

static void
tell (GtkWidget *window, const char *body)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/resellerconsole/ResellerConsole/ui/help-missing.ui");
  GtkWindow *message = GTK_WINDOW (gtk_builder_get_object (builder, "message"));

  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "body")), body);
  gtk_window_set_transient_for (message, GTK_WINDOW (window));
  gtk_window_present (message);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (window, error->message);
}

/* In a sandbox the desktop chooses the viewer; from within nobody sees whether there is one. */
static gboolean
has_viewer (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  return viewer != NULL || g_file_test (SANDBOX_MARK, G_FILE_TEST_EXISTS);
}

static gboolean
has_first_page (const char *data_folder)
{
  g_autofree char *path = g_build_filename (data_folder, "help", "C", "reseller-console", "index.page", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A program that was built, but not installed, has no help where a viewer looks for it. What a sandbox shows to viewers
 * outside is not seen from within. */
static gboolean
is_installed (void)
{
  if (has_first_page (g_get_user_data_dir ()) || g_file_test (SANDBOX_MARK, G_FILE_TEST_EXISTS))
    return TRUE;
  for (const char *const *folder = g_get_system_data_dirs (); *folder != NULL; folder++)
    if (has_first_page (*folder))
      return TRUE;
  return FALSE;
}

static void
show_uri (GtkWidget *widget, const char *uri)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (!GTK_IS_WINDOW (window))
    return;
  if (!has_viewer ())
    tell (window,
          _ ("This computer has no program that shows help. Install Yelp, whose package is called yelp, "
             "and try again."));
  else if (!is_installed ())
    tell (window, _ ("The help of Reseller Console is not installed. Install the program as a whole, and try "
                     "again."));
  else
    gtk_show_uri_full (GTK_WINDOW (window), uri, GDK_CURRENT_TIME, NULL, on_shown, g_object_ref (window));
}

/**
 * rc_help_show:
 * @widget: a widget of the window that is asked from
 * @page: (nullable): as of rc_help_make_uri()
 *
 * Opens the help there, or says why not.
 */
void
rc_help_show (GtkWidget *widget, const char *page)
{
  g_autofree char *uri = rc_help_make_uri (page);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  show_uri (widget, uri);
}

static gboolean
on_key (GtkWidget *window, GVariant *arguments, gpointer user_data)
{
  rc_help_show (window, g_object_get_data (G_OBJECT (window), PAGE_KEY));
  return GDK_EVENT_STOP;
}

/**
 * rc_help_attach:
 * @window: a dialog
 * @page: its page of the help
 *
 * F1 opens @page from @window. Can be called again, for another page.
 */
void
rc_help_attach (GtkWidget *window, const char *page)
{
  gboolean is_new = g_object_get_data (G_OBJECT (window), PAGE_KEY) == NULL;
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WINDOW (window) && page != NULL);
  g_object_set_data_full (G_OBJECT (window), PAGE_KEY, g_strdup (page), g_free);
  if (!is_new)
    return;
  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                                                          gtk_callback_action_new (on_key, NULL, NULL)));
  gtk_widget_add_controller (window, controller);
}

/**
 * rc_help_make_link:
 * @sentence: plain text
 * @page: as of rc_help_make_uri()
 *
 * Returns: (transfer full): markup: the sentence, and a link to the page that says more
 */
char *
rc_help_make_link (const char *sentence, const char *page)
{
  g_autofree char *uri = rc_help_make_uri (page);

  /* Translators: a link to the help, behind the reason why something cannot be done */
  return g_markup_printf_escaped ("%s <a href=\"%s\">%s</a>", sentence, uri, _ ("Why?"));
}

static gboolean
on_link (GtkLabel *label, const char *uri, gpointer user_data)
{
  show_uri (GTK_WIDGET (label), uri);
  return TRUE;
}

/**
 * rc_help_follow_links:
 * @label: a label with markup of rc_help_make_link()
 *
 * Its links open the help, or say why not.
 */
void
rc_help_follow_links (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), NULL);
}
