/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gallery.h"

#include "rc-whole-text.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

/*
 * Every window of the program in the language of the environment.
 * Usage: gallery --tap              looks whether everything can be read: wide, at 360 px, with large text, and both
 *        gallery --pictures FOLDER  saves what each looks like
 * RC_GALLERY_LOCALE_DIR has the catalogues. RC_GALLERY_PSEUDO=1: they are the pseudo-locale's, nothing may be English.
 */

#define WIDTH 1280
#define HEIGHT 800
#define NARROW 360
#define MOST_FRAMES 10
#define NORMAL_DPI (96 * 1024) /* 1/1024 dots an inch, as GTK counts them */

typedef struct
{
  const char *name;
  int width; /* px at most */
  double text; /* times the normal size */
} Form;

static const Form forms[] = { { "wide", WIDTH, 1.0 },
                              { "narrow", NARROW, 1.0 },
                              { "large-text", WIDTH, 1.5 },
                              { "narrow-large-text", NARROW, 2.0 } };

static Gallery gallery;
static GHashTable *data_words; /* (owned) (nullable) in the pseudo-locale */

/* FALSE where it is that size already. */
static gboolean
set_text_size (double factor)
{
  int before;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &before, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (NORMAL_DPI * factor), NULL);
  return before != (int) (NORMAL_DPI * factor);
}

/* On a busy machine the rows of a list have their new sizes only after some frames. */
static gboolean
is_readable (GtkWindow *window, int width, GString *faults)
{
  for (int i = 0; i < MOST_FRAMES; i++)
    {
      if (i > 0)
        ui_fixture_settle ();
      g_string_truncate (faults, 0);
      if (fit_check (GTK_WIDGET (window), data_words, faults) + fit_check_width (window, width, faults) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A user makes a window high enough for its text, as far as the screen goes. */
static int
get_wanted_height (GtkWindow *window, int width)
{
  int least, height;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, MAX (least, width), NULL, &height, NULL,
                      NULL);
  return MIN (height, HEIGHT);
}

/* What moves away in a narrower window lets it become narrower still, as when a user drags its edge on. */
static void
set_size (GtkWindow *window, int width, int height)
{
  gtk_window_set_default_size (window, width, MAX (height, get_wanted_height (window, width)));
  ui_fixture_settle ();
  if (gtk_widget_get_width (GTK_WIDGET (window)) <= width)
    return;
  gtk_window_set_default_size (window, width + 1, height);
  gtk_window_set_default_size (window, width, MAX (height, get_wanted_height (window, width)));
  ui_fixture_settle ();
}

static void
set_form (GtkWindow *window, const Scene *scene, const Form *form, int width, int height)
{
  if (set_text_size (form->text))
    ui_fixture_settle ();
  set_size (window, MIN (form->width, width), height);
  if (scene->narrow_details && form->width == NARROW)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-details", NULL);
      ui_fixture_settle ();
    }
}

/* As the window remembers it: the widget's own size is another where a shadow is drawn around it. */
static void
get_size (GtkWindow *window, int *width, int *height)
{
  gtk_window_get_default_size (window, width, height);
  if (*width <= 0)
    *width = gtk_widget_get_width (GTK_WIDGET (window));
  if (*height <= 0)
    *height = gtk_widget_get_height (GTK_WIDGET (window));
  if (RC_IS_WINDOW (window))
    g_assert_true (*width == WIDTH && *height == HEIGHT);
}

static void
leave (GtkWindow *window, const Scene *scene, int width, int height)
{
  set_text_size (1.0);
  gtk_window_set_default_size (window, width, height);
  gallery_leave (&gallery, scene, window);
}

static void
check_form (GtkWindow *window, const Scene *scene, const Form *form, int width, int height)
{
  g_autoptr (GString) faults = g_string_new (NULL);

  set_form (window, scene, form, width, height);
  if (is_readable (window, MIN (form->width, width), faults))
    return;
  g_test_message ("%s:\n%s", form->name, faults->str);
  g_test_fail ();
}

static void
check_scene (gconstpointer data)
{
  GtkWindow *window = gallery_show (&gallery, data);
  int width, height;

  get_size (window, &width, &height);
  /* The pseudo-locale's texts are long already: what is twice as large as well fits nowhere. */
  for (gsize i = 0; i < G_N_ELEMENTS (forms) - (data_words ? 1 : 0); i++)
    check_form (window, data, &forms[i], width, height);
  leave (window, data, width, height);
}

static void
take_pictures (const Scene *scene, const char *folder)
{
  GtkWindow *window = gallery_show (&gallery, scene);
  int width, height;

  get_size (window, &width, &height);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s/%s.png", folder, forms[i].name, scene->name);

      set_form (window, scene, &forms[i], width, height);
      ui_fixture_picture_at (GTK_WIDGET (window), path);
    }
  leave (window, scene, width, height);
}

int
main (int argc, char *argv[])
{
  const char *folder = argc > 2 && g_str_equal (argv[1], "--pictures") ? argv[2] : NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("RC_GALLERY_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_whole_text_watch ();
  gallery_open (&gallery, WIDTH, HEIGHT);
  if (g_strcmp0 (g_getenv ("RC_GALLERY_PSEUDO"), "1") == 0)
    data_words = fit_read_words (rc_workspace_get_path (gallery.ui.workspace));
  for (gsize i = 0; i < n_scenes; i++)
    if (folder)
      take_pictures (&scenes[i], folder);
    else
      {
        g_autofree char *path = g_strdup_printf ("/gallery/%s", scenes[i].name);

        g_test_add_data_func (path, &scenes[i], check_scene);
      }
  if (!folder)
    status = g_test_run ();
  g_clear_pointer (&data_words, g_hash_table_unref);
  gallery_close (&gallery);
  return status;
}
