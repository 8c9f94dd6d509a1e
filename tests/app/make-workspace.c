/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace.h"

#include <locale.h>

/* Makes a workspace as the first start does: make-workspace PATH. For the tests that drive the program from outside. */

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

int
main (int argc, char *argv[])
{
  const RcWorkspaceSetup setup = { "Primary admin", "primary.admin@reseller.example" };
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  g_autoptr (RcWorkspace) workspace = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("Usage: make-workspace PATH\n");
      return 2;
    }
  rc_workspace_create_async (argv[1], clock, &setup, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  workspace = rc_workspace_open_finish (result, &error);
  if (workspace == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  rc_workspace_close (workspace);
  return 0;
}
