/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "reseller-console"

#include "rc-application.h"
#include "rc-command-line.h"

#include <glib/gi18n.h>
#include <locale.h>

/*
 * The program. Exit status: 0 done, 1 refused with a reason on standard error, 2 the command line was wrong.
 * What needs no window runs before GTK is touched, so that it works without a display.
 */

int
main (int argc, char *argv[])
{
  g_autoptr (RcCommandLine) options = NULL;
  g_autoptr (RcApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  options = rc_command_line_parse (&arguments, &error);
  if (!options)
    {
      g_printerr ("%s\n", error->message);
      return RC_EXIT_USAGE;
    }
  if (rc_command_line_is_headless (options))
    return rc_command_line_run_headless (options);
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("There is no display to show the window on. --export and --import need none."));
      return RC_EXIT_REFUSED;
    }
  application = rc_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
