/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-messages-page"

#include "rc-messages-page.h"

#include "rc-due-window.h"
#include "rc-message-list.h"
#include "rc-message-window.h"
#include "rc-outbox-bar.h"
#include "rc-preferences-window.h"

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
  RcOutbox *outbox; /* (owned) (nullable) */
  RcDueMessages *due; /* (owned) (nullable) */
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
present (RcMessagesPage *self, GtkWindow *window)
{
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (window);
}

static void
rc_messages_page_activate (RcLogPage *page, guint position)
{
  RcMessagesPage *self = RC_MESSAGES_PAGE (page);
  gint64 id = rc_virtual_list_get_id (rc_log_page_get_list (page), position);

  present (self, rc_message_window_new (self->workspace, id));
}

static void
on_unsent_toggled (GtkToggleButton *toggle, gpointer user_data)
{
  rc_log_list_set_only_open (RC_LOG_LIST (rc_log_page_get_list (user_data)),
                             gtk_toggle_button_get_active (toggle));
}

static GtkWidget *
create_unsent_toggle (RcMessagesPage *self)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  const char *label = _ ("Show only messages that were not sent");

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "mail-unread-symbolic");
  gtk_widget_set_tooltip_text (toggle, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_unsent_toggled), self, 0);
  return toggle;
}

static void
review (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcMessagesPage *self = RC_MESSAGES_PAGE (widget);

  present (self, rc_due_window_new (self->due));
}

static void
try_now (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rc_outbox_try_now (RC_MESSAGES_PAGE (widget)->outbox);
}

static void
set_up (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcMessagesPage *self = RC_MESSAGES_PAGE (widget);
  GtkWindow *window = rc_preferences_window_new (self->workspace);

  rc_preferences_window_show_mail (RC_PREFERENCES_WINDOW (window));
  present (self, window);
}

static void
rc_messages_page_dispose (GObject *object)
{
  g_clear_object (&RC_MESSAGES_PAGE (object)->workspace);
  g_clear_object (&RC_MESSAGES_PAGE (object)->outbox);
  g_clear_object (&RC_MESSAGES_PAGE (object)->due);
  G_OBJECT_CLASS (rc_messages_page_parent_class)->dispose (object);
}

static void
rc_messages_page_class_init (RcMessagesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_messages_page_dispose;
  RC_LOG_PAGE_CLASS (klass)->describe_count = rc_messages_page_describe_count;
  RC_LOG_PAGE_CLASS (klass)->search = rc_messages_page_search;
  RC_LOG_PAGE_CLASS (klass)->activate = rc_messages_page_activate;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.review", NULL, review);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.try-now", NULL, try_now);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.set-up", NULL, set_up);
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
 * @outbox: what sends them
 * @due: what is due
 */
void
rc_messages_page_set_workspace (RcMessagesPage *self, RcWorkspace *workspace, RcOutbox *outbox,
                                RcDueMessages *due)
{
  g_autoptr (RcLogList) list = rc_message_list_new (workspace);

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->outbox, outbox);
  g_set_object (&self->due, due);
  rc_log_page_set_top (RC_LOG_PAGE (self), rc_outbox_bar_new (workspace, outbox, due));
  rc_log_page_add_toggle (RC_LOG_PAGE (self), create_unsent_toggle (self));
  rc_log_page_set_list (RC_LOG_PAGE (self), RC_VIRTUAL_LIST (list),
                        "/org/resellerconsole/ResellerConsole/ui/message-row.ui");
}
