/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-codes-left"

#include "rc-codes-left.h"
#include <glib/gi18n-lib.h>

/**
 * SECTION:rc-codes-left
 *
 * How many codes for changes of reseller can still be sent today (CH-3), as the page and the dialogs say it.
 */

/**
 * rc_codes_left_count:
 * @workspace: a workspace
 *
 * Returns: how many codes can still be sent today
 */
int
rc_codes_left_count (RcWorkspace *workspace)
{
  int most = rc_workspace_get_policy (workspace)->codes_a_day;
  guint64 sent;

  g_object_get (workspace, "codes-today", &sent, NULL);
  return sent < (guint64) most ? most - (int) sent : 0;
}

/**
 * rc_codes_left_describe:
 * @workspace: a workspace
 *
 * Returns: (transfer full): a sentence that says it
 */
char *
rc_codes_left_describe (RcWorkspace *workspace)
{
  int left = rc_codes_left_count (workspace);

  if (left == 0)
    return g_strdup (_ ("No more codes can be sent today. Tomorrow they can be sent again."));
  return g_strdup_printf (
      ngettext ("%d more code can be sent today.", "%d more codes can be sent today.", (gulong) left), left);
}
