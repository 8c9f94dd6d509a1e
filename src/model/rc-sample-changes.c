/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-sample-changes.h"

#include "rc-command-context.h"
#include "rc-start-reseller-change.h"

/* The changes of reseller of the sample workspace (CH-1): one whose code can still be used, and one whose code has expired. */

/* Oldest first. */
static const struct
{
  const char *vip_id;
  const char *email;
  const char *language;
  int days_ago;
} CHANGES[] = { { "7C41E09B52D8A36F10E4", "it@kommune.example", "da", 10 },
                { "B2093FD17A6C84E55D0A", "administracja@szkola.example", "pl", 1 } };

/**
 * rc_sample_changes_add:
 * @database: the sample workspace, in a transaction
 * @managers: account managers, one for each change
 * @today: the sample's day
 * @now: that moment, µs, UTC
 * @until: adds those that were started on this day or before it
 * @n_added: (inout): how many are there
 * @error: RC_RULE_ERROR, RC_STORE_ERROR
 *
 * Returns: whether they were added
 */
gboolean
rc_sample_changes_add (RcDatabase *database, const gint64 *managers, RcDate today, gint64 now, RcDate until,
                       guint *n_added, GError **error)
{
  for (; *n_added < G_N_ELEMENTS (CHANGES); (*n_added)++)
    {
      int days_ago = CHANGES[*n_added].days_ago;
      RcDate date = rc_date_add_days (today, -days_ago);
      g_autoptr (RcCommand) command = NULL;
      g_autoptr (RcCommandResult) result = NULL;

      if (date > until)
        return TRUE;
      command = rc_start_reseller_change_new (managers[*n_added], date, CHANGES[*n_added].vip_id,
                                              CHANGES[*n_added].email, CHANGES[*n_added].language);
      result = rc_command_run_inside (command, database, now - days_ago * G_TIME_SPAN_DAY, NULL, error);
      if (result == NULL)
        return FALSE;
    }
  return TRUE;
}
