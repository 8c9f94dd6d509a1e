/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-messages-page"

#include "rc-messages-page.h"

#include "rc-message-list.h"
#include "rc-message-window.h"

#include <glib/gi18n-lib.h>

/**
 * RcMessagesPage:
 *
 * The mails that the program wrote, and what became of them (MS-2). One that is activated opens in a window of its
 * own, to be read, opened in the mail program, or saved.
 */

struct _RcMessagesPage
{
  RcLogPage parent_instance;

  RcWorkspace *workspace; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcMessagesPage, rc_messages_page, RC_TYPE_LOG_PAGE)

static char *
rc_messages_page_describe_count (RcLogPage *page, guint n_items, const char *number)
{
  return g_strdup_printf (ngettext ("%s message", "%s messages", n_items), number);
}

static void
rc_messages_page_search (RcLogPage *page, const char *text)
{
  rc_log_list_set_search (RC_LOG_LIST (rc_log_page_get_list (page)), text);
}

static void
rc_messages_page_activate (RcLogPage *page, guint position)
{
  RcMessagesPage *self = RC_MESSAGES_PAGE (page);
  gint64 id = rc_virtual_list_get_id (rc_log_page_get_list (page), position);
  GtkWindow *window = rc_message_window_new (self->workspace, id);

  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  gtk_window_present (window);
}

static void
rc_messages_page_dispose (GObject *object)
{
  g_clear_object (&RC_MESSAGES_PAGE (object)->workspace);
  G_OBJECT_CLASS (rc_messages_page_parent_class)->dispose (object);
}

static void
rc_messages_page_class_init (RcMessagesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_messages_page_dispose;
  RC_LOG_PAGE_CLASS (klass)->describe_count = rc_messages_page_describe_count;
  RC_LOG_PAGE_CLASS (klass)->search = rc_messages_page_search;
  RC_LOG_PAGE_CLASS (klass)->activate = rc_messages_page_activate;
}

static void
rc_messages_page_init (RcMessagesPage *self)
{
  rc_log_page_set_title (RC_LOG_PAGE (self), _ ("Messages"), _ ("Search in messages"));
  rc_log_page_set_empty (RC_LOG_PAGE (self), "mail-unread-symbolic", _ ("No messages yet"),
                         _ ("Invitations, reminders and notices to customers are kept here."));
}

/**
 * rc_messages_page_set_workspace:
 * @workspace: whose messages to show; set once
 */
void
rc_messages_page_set_workspace (RcMessagesPage *self, RcWorkspace *workspace)
{
  g_autoptr (RcLogList) list = rc_message_list_new (workspace);

  g_set_object (&self->workspace, workspace);
  rc_log_page_set_list (RC_LOG_PAGE (self), RC_VIRTUAL_LIST (list),
                        "/org/resellerconsole/ResellerConsole/ui/message-row.ui");
}
