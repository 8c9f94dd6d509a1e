/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "reseller-console"

#include "rc-application.h"
#include "rc-command-line.h"
#include "rc-locale.h"

#include <glib/gi18n.h>
#include <libintl.h>

/*
 * The program. Exit status: 0 done, 1 refused with a reason on standard error, 2 the command line was wrong.
 * What needs no window runs before GTK is touched, so that it works without a display.
 */

/* A variable that is there already is replaced without moving the others: with the settings come threads, which may read
 * the environment. */
static void
apply_language (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, RC_APPLICATION_ID, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *language = NULL;

  g_setenv ("LANGUAGE", g_getenv ("LANGUAGE") != NULL ? g_getenv ("LANGUAGE") : "", TRUE);
  if (schema != NULL)
    settings = g_settings_new (RC_APPLICATION_ID);
  language = settings != NULL ? g_settings_get_string (settings, "language") : g_strdup ("");
  rc_locale_choose (language);
}

static void
find_catalogs (void)
{
  const char *folder = g_getenv ("RC_LOCALE_DIR"); /* of a build that is not installed */

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : RC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (RcCommandLine) options = NULL;
  g_autoptr (RcApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);

  apply_language ();
  find_catalogs ();
  options = rc_command_line_parse (&arguments, &error);
  if (!options)
    {
      g_printerr ("%s\n", error->message);
      return RC_EXIT_USAGE;
    }
  if (rc_command_line_is_headless (options))
    return rc_command_line_run_headless (options);
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("There is no display to show the window on. --export and --import need none."));
      return RC_EXIT_REFUSED;
    }
  application = rc_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
