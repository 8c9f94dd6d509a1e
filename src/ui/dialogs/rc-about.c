/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-about"

#include "rc-about.h"
#include "rc-version.h"
#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sqlite3.h>

/**
 * SECTION:rc-about
 *
 * What the program is, and what somebody who mends it asks first: versions, display, language, and how large the
 * workspace is. Nothing of a customer is in it.
 */

static void
add_counts (GString *out, RcWorkspace *workspace)
{
  g_string_append_printf (out, "Workspace: %s\n", rc_workspace_is_sample (workspace) ? "sample" : "own");
  g_string_append_printf (out, "Customers: %" G_GUINT64_FORMAT "\n",
                          rc_workspace_get_count (workspace, RC_FILTER_ALL_CUSTOMERS));
}

/**
 * rc_about_describe_system:
 * @workspace: (nullable): the workspace that is open
 *
 * Returns: (transfer full): lines of "name: value" to be copied into a report; they are not translated
 */
char *
rc_about_describe_system (RcWorkspace *workspace)
{
  GString *out = g_string_new (NULL);
  GdkDisplay *display = gdk_display_get_default ();
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  g_string_append_printf (out, "Reseller Console %s\n", RC_VERSION);
  g_string_append_printf (out, "System: %s\n", os != NULL ? os : "unknown");
  g_string_append_printf (out, "GTK %u.%u.%u, libadwaita %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (out, "GLib %u.%u.%u, SQLite %s\n", glib_major_version, glib_minor_version,
                          glib_micro_version, sqlite3_libversion ());
  g_string_append_printf (out, "Display: %s\n", display != NULL ? G_OBJECT_TYPE_NAME (display) : "none");
  g_string_append_printf (out, "Locale: %s\n", setlocale (LC_MESSAGES, NULL));
  if (workspace != NULL)
    add_counts (out, workspace);
  return g_string_free (out, FALSE);
}

/**
 * rc_about_present:
 * @parent: the window that it is shown over
 * @workspace: (nullable): the workspace that is open in it
 *
 * Shows what the program is.
 */
void
rc_about_present (GtkWindow *parent, RcWorkspace *workspace)
{
  g_autofree char *system = rc_about_describe_system (workspace);

  gtk_show_about_dialog (parent, "program-name", _ ("Reseller Console"), "version", RC_VERSION, "comments",
                         _ ("Customers, purchase authorizations and renewals of the Value Incentive Plan"),
                         "license-type", GTK_LICENSE_GPL_3_0, "logo-icon-name",
                         "org.resellerconsole.ResellerConsole", "system-information", system,
                         "translator-credits", _ ("translator-credits"), NULL);
}
