/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-format.h"
#include "rc-toast.h"
#include "rc-window-private.h"

#include <glib/gi18n-lib.h>

/*
 * The window's part in what goes on by itself, mail and backups: while it has a workspace, its outbox sends (MS-2), and what a date brings is asked about
 * (MS-1).
 */

/* Once, when the workspace was opened; nothing where nobody is asked, or in the sample. */
static void
toast_due (RcWindow *self)
{
  guint64 count = rc_due_messages_get_to_review (self->due);
  g_autofree char *number = rc_format_number ((gint64) count);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s message is due.", "%s messages are due.", (gulong) count), number);
  AdwToast *toast;

  if (count == 0 || rc_workspace_is_sample (self->workspace))
    return;
  g_signal_handlers_disconnect_by_func (self->due, toast_due, self);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("Show messages"));
  adw_toast_set_action_name (toast, "win.page");
  adw_toast_set_action_target (toast, "s", "messages");
  rc_toast_show (self->toast_overlay, toast);
}

static void
toast_backup_fault (RcWindow *self, const char *message)
{
  g_autofree char *text = g_strdup_printf (_ ("There is no backup of today: %s"), message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  rc_toast_show (self->toast_overlay, adw_toast_new (escaped));
}

/**
 * rc_window_start_backups:
 *
 * Begins to copy the workspace each day.
 */
void
rc_window_start_backups (RcWindow *self)
{
  self->daily_backup = rc_daily_backup_new (self->workspace, self->settings);
  g_signal_connect_object (self->daily_backup, "failed", G_CALLBACK (toast_backup_fault), self,
                           G_CONNECT_SWAPPED);
}

/**
 * rc_window_start_mail:
 *
 * Begins to send what is written in the workspace.
 */
void
rc_window_start_mail (RcWindow *self)
{
  g_autoptr (RcMailAccount) account = rc_mail_account_new ();

  self->outbox = rc_outbox_new (self->workspace, account);
  self->due = rc_due_messages_new (self->workspace, account);
  g_signal_connect_object (self->due, "notify::to-review", G_CALLBACK (toast_due), self, G_CONNECT_SWAPPED);
}

/**
 * rc_window_stop_mail:
 *
 * Ends it, before the workspace is closed; waits for a message that is with the server already.
 */
void
rc_window_stop_mail (RcWindow *self)
{
  if (self->outbox)
    rc_outbox_close (self->outbox);
  g_clear_object (&self->outbox);
  g_clear_object (&self->due);
}
