/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-message-window"

#include "rc-message-window.h"
#include "rc-action-reason.h"
#include "rc-file-chooser.h"
#include "rc-log-query.h"
#include "rc-mark-messages-sent.h"
#include "rc-member.h"
#include "rc-message-composer.h"
#include "rc-message.h"
#include "rc-retry-messages.h"
#include "rc-toast.h"
#include "rc-value-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcMessageWindow:
 *
 * Reads one mail that the program wrote (MS-2), as it is now: it can be opened in the mail program, saved as a
 * file, copied, or sent again where it was not sent. It edits nothing.
 */

struct _RcMessageWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title; /* (borrowed) template child */
  AdwToastOverlay *toasts; /* (borrowed) template child */
  GtkStack *states; /* (borrowed) template child */
  AdwStatusPage *problem_page; /* (borrowed) template child */
  RcValueRow *recipient_row; /* (borrowed) template child */
  RcValueRow *status_row; /* (borrowed) template child */
  RcValueRow *failure_row; /* (borrowed) template child */
  GtkTextView *body; /* (borrowed) template child */
  GtkWidget *decision_box; /* (borrowed) template child */
  GtkWidget *retry_button; /* (borrowed) template child */
  GtkWidget *mark_button; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) */
  RcMessage *message; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  RcUriLauncher launch;
  gpointer launch_data; /* (borrowed) */
};

G_DEFINE_FINAL_TYPE (RcMessageWindow, rc_message_window, ADW_TYPE_WINDOW)

static void
toast (RcMessageWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  rc_toast_show (self->toasts, adw_toast_new (escaped));
}

static const RcMemberRecord *
find_me (RcMessageWindow *self)
{
  GListModel *members = rc_workspace_get_members (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);

      if (rc_member_get_id (member) == rc_workspace_get_me (self->workspace))
        return rc_member_get_record (member);
    }
  return NULL;
}

static void
on_mail_program_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMessageWindow) self = RC_MESSAGE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, error->message);
}

/* What opens a URI unless somebody else does. A failure comes later. */
static gboolean
open_in_mail_program (GtkWindow *window, const char *uri, gpointer user_data, GError **error)
{
  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, RC_MESSAGE_WINDOW (window)->cancellable,
                     on_mail_program_opened, g_object_ref (window));
  return TRUE;
}

static void
on_open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcMessageWindow *self = RC_MESSAGE_WINDOW (widget);
  const RcMessageRecord *record = rc_message_get_record (self->message);
  g_autofree char *uri = rc_message_to_mailto (record->recipient_email, record->subject, record->body);
  g_autoptr (GError) error = NULL;

  if (!self->launch (GTK_WINDOW (self), uri, self->launch_data, &error))
    toast (self, error->message);
}

static void
on_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcMessageWindow *self = RC_MESSAGE_WINDOW (widget);
  const RcMessageRecord *record = rc_message_get_record (self->message);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", record->subject, record->body);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast (self, _ ("The message was copied."));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMessageWindow) self = RC_MESSAGE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    toast (self, _ ("The message was saved."));
  else
    toast (self, error->message);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMessageWindow) self = RC_MESSAGE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = rc_file_chooser_save_finish (result, &error);

  if (file != NULL)
    rc_message_window_save (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, error->message);
}

static void
on_save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcMessageWindow *self = RC_MESSAGE_WINDOW (widget);
  g_autofree char *file_name =
      g_strdup_printf ("message-%" G_GINT64_FORMAT ".eml", rc_message_get_id (self->message));

  rc_file_chooser_save_async (GTK_WINDOW (self), _ ("Save message"), RC_FILE_KIND_MESSAGE, file_name,
                              self->cancellable, on_file_chosen, g_object_ref (self));
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMessageWindow) self = RC_MESSAGE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  if (done == NULL)
    toast (self, error->message);
}

static void
decide (RcMessageWindow *self, RcCommand *(*create) (gint64 actor, RcDate date, GArray *message_ids))
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RcCommand) command = NULL;
  gint64 id = rc_message_get_id (self->message);

  g_array_append_val (ids, id);
  command = create (rc_workspace_get_me (self->workspace), rc_workspace_get_today (self->workspace), ids);
  rc_workspace_run_async (self->workspace, command, NULL, on_decided, g_object_ref (self));
}

static void
on_retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (RC_MESSAGE_WINDOW (widget), rc_retry_messages_new);
}

static void
on_mark_sent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (RC_MESSAGE_WINDOW (widget), rc_mark_messages_sent_new);
}

/* MS-2: what was not sent, or may not have been, waits for a word. TM-3 */
static void
show_decision (RcMessageWindow *self, const RcMessageRecord *record)
{
  gboolean is_over = record->status == RC_MESSAGE_STATUS_SENT || record->status == RC_MESSAGE_STATUS_SENDING;
  const char *reason = rc_workspace_get_refusal (self->workspace, RC_ROLE_ACCOUNT_MANAGER);

  gtk_widget_set_visible (self->decision_box, !is_over);
  gtk_widget_set_visible (self->retry_button, record->failure != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "message.retry", !is_over && reason == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "message.mark-sent", !is_over && reason == NULL);
  rc_action_reason_show (self->retry_button, reason);
  rc_action_reason_show (self->mark_button, reason);
}

static void
set_enabled (RcMessageWindow *self, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "message.open", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "message.save", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "message.copy", enabled);
}

static void
show_problem (RcMessageWindow *self, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_description (self->problem_page, escaped);
  gtk_stack_set_visible_child_name (self->states, "problem");
}

static void
show_record (RcMessageWindow *self)
{
  const RcMessageRecord *record = rc_message_get_record (self->message);
  g_autofree char *created = NULL;
  g_autofree char *status = NULL;
  g_autofree char *recipient = NULL;
  g_autofree char *what = NULL;

  g_object_get (self->message, "created", &created, "status", &what, NULL);
  /* Translators: a person's name and e-mail address */
  recipient = g_strdup_printf (_ ("%s <%s>"), record->recipient_name, record->recipient_email);
  /* Translators: whether a message was sent, and when it was written */
  status = g_strdup_printf (_ ("%s · written %s"), what, created);
  adw_window_title_set_title (self->window_title, record->subject);
  gtk_window_set_title (GTK_WINDOW (self), record->subject);
  rc_value_row_set_value (self->recipient_row, recipient);
  rc_value_row_set_value (self->status_row, status);
  rc_value_row_set_value (self->failure_row, record->failure);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_row), record->failure != NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), record->body, -1);
  show_decision (self, record);
  gtk_stack_set_visible_child_name (self->states, "content");
  set_enabled (self, TRUE);
}

static gpointer
read_message (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *id = data;

  return rc_message_query_fetch (database, id, 1, cancellable, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMessageWindow) self = RC_MESSAGE_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = rc_store_call_finish (RC_STORE (source), result, &error);
  g_autoptr (GTimeZone) zone = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  zone = rc_workspace_dup_time_zone (self->workspace);
  if (records == NULL)
    show_problem (self, error->message);
  else if (records->len == 0 || g_ptr_array_index (records, 0) == NULL)
    show_problem (self, _ ("The message is not there any more."));
  else
    {
      /* The message takes the record, the array must not free it too. */
      rc_message_update (self->message, g_ptr_array_index (records, 0), zone);
      g_ptr_array_index (records, 0) = NULL;
      show_record (self);
    }
}

static void
read_again (RcMessageWindow *self)
{
  gint64 id = rc_message_get_id (self->message);

  rc_store_read_async (rc_workspace_get_store (self->workspace), read_message, g_memdup2 (&id, sizeof id),
                       g_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_read,
                       g_object_ref (self));
}

static void
on_changed (RcMessageWindow *self, RcChangeSet *changes)
{
  if ((changes->kinds & RC_CHANGE_MESSAGES) != 0)
    read_again (self);
}

static void
rc_message_window_dispose (GObject *object)
{
  RcMessageWindow *self = RC_MESSAGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (rc_message_window_parent_class)->dispose (object);
}

static void
rc_message_window_finalize (GObject *object)
{
  RcMessageWindow *self = RC_MESSAGE_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (rc_message_window_parent_class)->finalize (object);
}

static void
rc_message_window_class_init (RcMessageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_message_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_message_window_finalize;
  g_type_ensure (RC_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-message-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, states);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, status_row);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, failure_row);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, body);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, decision_box);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, RcMessageWindow, mark_button);
  gtk_widget_class_install_action (widget_class, "message.open", NULL, on_open_action);
  gtk_widget_class_install_action (widget_class, "message.save", NULL, on_save_action);
  gtk_widget_class_install_action (widget_class, "message.copy", NULL, on_copy_action);
  gtk_widget_class_install_action (widget_class, "message.retry", NULL, on_retry_action);
  gtk_widget_class_install_action (widget_class, "message.mark-sent", NULL, on_mark_sent_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "message.save", NULL);
}

static void
rc_message_window_init (RcMessageWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->launch = open_in_mail_program;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_enabled (self, FALSE);
}

/**
 * rc_message_window_new:
 * @workspace: a workspace
 * @message_id: one of its messages
 *
 * Returns: (transfer none): a window that shows it as soon as it is read
 */
GtkWindow *
rc_message_window_new (RcWorkspace *workspace, gint64 message_id)
{
  RcMessageWindow *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && message_id > 0, NULL);
  self = g_object_new (RC_TYPE_MESSAGE_WINDOW, NULL);
  self->workspace = g_object_ref (workspace);
  self->message = rc_message_new (message_id);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::time-zone", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);
  return GTK_WINDOW (self);
}

/**
 * rc_message_window_set_launcher:
 * @self: a window
 * @launch: what opens the message's mailto URI from now on; it tells at once whether it could
 * @user_data: for @launch
 *
 * Lets something else than the user's mail program be asked to open the message.
 */
void
rc_message_window_set_launcher (RcMessageWindow *self, RcUriLauncher launch, gpointer user_data)
{
  g_return_if_fail (RC_IS_MESSAGE_WINDOW (self) && launch != NULL);
  self->launch = launch;
  self->launch_data = user_data;
}

/**
 * rc_message_window_save:
 * @self: a window whose message was read
 * @file: where to; what is there is replaced
 *
 * Writes the message as `.eml` (MS-2), readable for its owner alone, and says how that went.
 */
void
rc_message_window_save (RcMessageWindow *self, GFile *file)
{
  const RcMessageRecord *record;
  const RcMemberRecord *me;
  g_autoptr (GBytes) mail = NULL;

  g_return_if_fail (RC_IS_MESSAGE_WINDOW (self) && G_IS_FILE (file));
  record = rc_message_get_record (self->message);
  g_return_if_fail (record != NULL);
  me = find_me (self);
  mail = rc_message_to_eml (me != NULL ? me->name : "", me != NULL ? me->email : "", record->recipient_name,
                            record->recipient_email, record->subject, record->body, record->message_id,
                            record->created_at);
  g_file_replace_contents_bytes_async (file, mail, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_saved,
                                       g_object_ref (self));
}
