/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-messages-page"

#include "rc-messages-page.h"

#include "rc-action-reason.h"
#include "rc-due-window.h"
#include "rc-format.h"
#include "rc-mark-messages-sent.h"
#include "rc-message-list.h"
#include "rc-message-window.h"
#include "rc-message.h"
#include "rc-outbox-bar.h"
#include "rc-preferences-window.h"
#include "rc-style.h"

#include <glib/gi18n-lib.h>

/**
 * RcMessagesPage:
 *
 * The mails that the program wrote, and what became of them (MS-2). One that is activated opens in a window of its
 * own, to be read, opened in the mail program, or saved. Many can be selected, and marked as sent together.
 */

#define MOST_LOOKED_AT 200 /* of the messages selected, for whether there is one to be marked */

enum
{
  SIGNAL_TOLD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcMessagesPage
{
  RcLogPage parent_instance;

  RcWorkspace *workspace; /* (owned) (nullable) */
  RcOutbox *outbox; /* (owned) (nullable) */
  RcDueMessages *due; /* (owned) (nullable) */
  GtkActionBar *bar; /* (borrowed) */
  GtkLabel *selected_label; /* (borrowed) */
  GtkWidget *mark_button; /* (borrowed) */
  GtkWidget *open_button; /* (borrowed) */
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

/* Of what is not read yet nothing is known: it may be waiting. */
static gboolean
has_unsent (RcMessagesPage *self, GtkBitset *selected)
{
  GListModel *list = G_LIST_MODEL (rc_log_page_get_list (RC_LOG_PAGE (self)));
  GtkBitsetIter iter;
  guint position, n_looked_at = 0;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position);
       valid && n_looked_at++ < MOST_LOOKED_AT; valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (RcMessage) message = g_list_model_get_item (list, position);
      const RcMessageRecord *record = rc_message_get_record (message);

      if (record == NULL
          || (record->status != RC_MESSAGE_STATUS_SENT && record->status != RC_MESSAGE_STATUS_SENDING))
        return TRUE;
    }
  return n_looked_at > MOST_LOOKED_AT;
}

static void
update_mark (RcMessagesPage *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (rc_log_page_get_selection (RC_LOG_PAGE (self)));
  const char *reason = rc_workspace_get_refusal (self->workspace, RC_ROLE_ACCOUNT_MANAGER);

  if (reason == NULL && !has_unsent (self, selected))
    reason = _ ("What is selected was sent, or is being sent.");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "messages.mark-sent",
                                 reason == NULL && !gtk_bitset_is_empty (selected));
  rc_action_reason_show (self->mark_button, reason);
}

static void
rc_messages_page_selection_changed (RcLogPage *page, guint n_selected)
{
  RcMessagesPage *self = RC_MESSAGES_PAGE (page);
  g_autofree char *number = rc_format_number (n_selected);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s message selected", "%s messages selected", n_selected), number);

  gtk_label_set_text (self->selected_label, text);
  gtk_action_bar_set_revealed (self->bar, n_selected > 0);
  gtk_widget_set_visible (self->open_button, n_selected == 1);
  update_mark (self);
}

static void
open_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcMessagesPage *self = RC_MESSAGES_PAGE (widget);
  g_autoptr (GArray) ids = rc_log_page_get_selected_ids (RC_LOG_PAGE (self), 1);

  if (ids->len > 0)
    present (self, rc_message_window_new (self->workspace, g_array_index (ids, gint64, 0)));
}

static void
unselect (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_selection_model_unselect_all (rc_log_page_get_selection (RC_LOG_PAGE (widget)));
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMessagesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (done != NULL)
    {
      number = rc_format_number (done->count);
      text = g_strdup_printf (ngettext ("%s message was marked as sent.", "%s messages were marked as sent.",
                                        (gulong) done->count),
                              number);
      if (self->workspace != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "messages.unselect", NULL);
    }
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text != NULL ? text : error->message);
}

/* One command: all of them or none. Those that are on their way are left to whoever sends them. */
static void
mark_sent (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcMessagesPage *self = RC_MESSAGES_PAGE (widget);
  g_autoptr (GArray) ids = rc_log_page_get_selected_ids (RC_LOG_PAGE (self), G_MAXUINT);
  g_autoptr (RcCommand) command = rc_mark_messages_sent_new (rc_workspace_get_me (self->workspace),
                                                             rc_workspace_get_today (self->workspace), ids);

  rc_workspace_run_async (self->workspace, command, NULL, on_marked, g_object_ref (self));
}

static GtkWidget *
create_bar_button (const char *label, const char *action_name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

static GtkWidget *
create_bar (RcMessagesPage *self)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *unselect_button = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  self->bar = GTK_ACTION_BAR (bar);
  self->selected_label = GTK_LABEL (label);
  self->mark_button = create_bar_button (_ ("Mar_k as sent"), "messages.mark-sent");
  self->open_button = create_bar_button (_ ("_Open"), "messages.open");
  gtk_label_set_ellipsize (self->selected_label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (unselect_button), "messages.unselect");
  gtk_widget_set_tooltip_text (unselect_button, _ ("Unselect all"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (unselect_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Unselect all"), -1);
  gtk_action_bar_pack_start (self->bar, label);
  gtk_action_bar_pack_end (self->bar, unselect_button);
  gtk_action_bar_pack_end (self->bar, self->mark_button);
  gtk_action_bar_pack_end (self->bar, self->open_button);
  rc_style_fit_texts (bar);
  gtk_action_bar_set_revealed (self->bar, FALSE);
  return bar;
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
  RC_LOG_PAGE_CLASS (klass)->selection_changed = rc_messages_page_selection_changed;
  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.review", NULL, review);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.try-now", NULL, try_now);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.set-up", NULL, set_up);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.mark-sent", NULL, mark_sent);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.unselect", NULL, unselect);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "messages.open", NULL, open_selected);
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
  rc_log_page_set_bottom (RC_LOG_PAGE (self), create_bar (self));
  rc_log_page_add_toggle (RC_LOG_PAGE (self), create_unsent_toggle (self));
  rc_log_page_set_list (RC_LOG_PAGE (self), RC_VIRTUAL_LIST (list),
                        "/org/resellerconsole/ResellerConsole/ui/message-row.ui");
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (update_mark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (update_mark), self, G_CONNECT_SWAPPED);
}
