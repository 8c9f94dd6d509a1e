/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-command-dialog"

#include "rc-command-dialog-private.h"
#include "rc-question-dialog.h"
#include "rc-style.h"
#include <glib/gi18n-lib.h>

/**
 * RcCommandDialog:
 *
 * A window that asks for what a command needs and runs it: buttons, the error that the command answered, the wait, and the
 * question before something typed is lost. It reads the customer that the command is about. What is asked is the
 * business of the classes derived from it; it knows no rule.
 */

enum
{
  SIGNAL_COMPLETED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RcCommandDialog, rc_command_dialog, ADW_TYPE_WINDOW)

/**
 * rc_command_dialog_get_private:
 * @self: a dialog
 *
 * Returns: (transfer none): its fields, for the file of the properties too
 */
RcCommandDialogPrivate *
rc_command_dialog_get_private (RcCommandDialog *self)
{
  return rc_command_dialog_get_instance_private (self);
}

/**
 * rc_command_dialog_update_actions:
 * @self: a dialog
 *
 * To be called after anything changed that decides whether the command can be run, or the dialog left.
 */
void
rc_command_dialog_update_actions (RcCommandDialog *self)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  gboolean shown = priv->customer_id == 0 || priv->membership != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.run", shown && priv->can_run && !priv->running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.leave", !priv->running);
  gtk_widget_set_visible (GTK_WIDGET (priv->spinner), priv->running);
  gtk_spinner_set_spinning (priv->spinner, priv->running);
}

static void
set_running (RcCommandDialog *self, gboolean running)
{
  rc_command_dialog_get_private (self)->running = running;
  rc_command_dialog_update_actions (self);
}

static gboolean
do_nothing (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* The label in the button that was clicked is bound to the dialog, and lives until the click is over: so does the dialog. */
static void
outlive_click (RcCommandDialog *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, do_nothing, g_object_ref (self), g_object_unref);
}

static void
close_now (RcCommandDialog *self)
{
  outlive_click (self);
  rc_command_dialog_get_private (self)->leaving = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

static void run_command (RcCommandDialog *self);

static void
go_on (RcCommandDialog *self, RcCommandResult *result)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  RcCommandDialogClass *klass = RC_COMMAND_DIALOG_GET_CLASS (self);

  if (klass->wants_more != NULL && klass->wants_more (self))
    {
      run_command (self);
      return;
    }
  if (result != NULL)
    result->count = priv->n_done;
  g_signal_emit (self, signals[SIGNAL_COMPLETED], 0, result);
  close_now (self);
}

static void
on_command_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcCommandDialog) self = RC_COMMAND_DIALOG (user_data);
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  RcCommandDialogClass *klass = RC_COMMAND_DIALOG_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) outcome = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  set_running (self, FALSE);
  if (outcome != NULL)
    priv->n_done += MAX (outcome->count, 1);
  else if (klass->may_skip == NULL || !klass->may_skip (self, error))
    {
      rc_command_dialog_show_error (self, error->message);
      return;
    }
  if (outcome == NULL)
    outcome = g_new0 (RcCommandResult, 1);
  go_on (self, outcome);
}

static void
run_command (RcCommandDialog *self)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommand) command = RC_COMMAND_DIALOG_GET_CLASS (self)->create_command (self, &error);

  if (command == NULL)
    {
      if (error != NULL)
        rc_command_dialog_show_error (self, error->message);
      return;
    }
  set_running (self, TRUE);
  rc_workspace_run_async (priv->workspace, command, NULL, on_command_run, g_object_ref (self));
}

static void
on_run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcCommandDialog *self = RC_COMMAND_DIALOG (widget);
  RcCommandDialogClass *klass = RC_COMMAND_DIALOG_GET_CLASS (self);

  rc_command_dialog_show_error (self, NULL);
  if (klass->advance != NULL && klass->advance (self))
    return;
  rc_command_dialog_get_private (self)->n_done = 0;
  run_command (self);
}

static void
on_discard_answered (RcCommandDialog *self, gboolean confirmed)
{
  if (confirmed)
    close_now (self);
}

static gboolean
ask_before_leaving (RcCommandDialog *self)
{
  RcCommandDialogClass *klass = RC_COMMAND_DIALOG_GET_CLASS (self);
  GtkWindow *question;

  if (klass->is_modified == NULL || !klass->is_modified (self))
    return FALSE;
  question = rc_question_dialog_new (GTK_WINDOW (self), _ ("Discard what you typed?"),
                                     _ ("Nothing has been saved yet."), _ ("_Keep editing"), _ ("_Discard"));
  g_signal_connect_object (question, "answered", G_CALLBACK (on_discard_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (question);
  return TRUE;
}

static void
on_leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcCommandDialog *self = RC_COMMAND_DIALOG (widget);
  RcCommandDialogClass *klass = RC_COMMAND_DIALOG_GET_CLASS (self);

  rc_command_dialog_show_error (self, NULL);
  if (klass->go_back != NULL && klass->go_back (self))
    return;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
rc_command_dialog_close_request (GtkWindow *window)
{
  RcCommandDialog *self = RC_COMMAND_DIALOG (window);
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  if (priv->running || (!priv->leaving && ask_before_leaving (self)))
    return TRUE;
  outlive_click (self);
  return GTK_WINDOW_CLASS (rc_command_dialog_parent_class)->close_request (window);
}

static void
on_membership_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcCommandDialog) self = RC_COMMAND_DIALOG (user_data);
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  RcCommandDialogClass *klass = RC_COMMAND_DIALOG_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcMembershipRecord) membership = NULL;

  membership = rc_workspace_load_membership_finish (RC_WORKSPACE (source), result, &error);
  if (g_cancellable_is_cancelled (priv->cancellable))
    return;
  if (membership == NULL)
    {
      rc_command_dialog_show_problem (self, error != NULL ? error->message
                                                          : _ ("The customer is not there any more."));
      return;
    }
  priv->membership = g_steal_pointer (&membership);
  gtk_stack_set_visible_child_name (priv->states, "content");
  if (klass->show_membership != NULL)
    klass->show_membership (self, priv->membership);
  rc_command_dialog_update_actions (self);
  rc_command_dialog_focus_first (self);
}

static void
rc_command_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rc_command_dialog_parent_class)->map (widget);
  rc_command_dialog_focus_first (RC_COMMAND_DIALOG (widget));
}

static gboolean
apply_compact (gpointer user_data)
{
  RcCommandDialog *self = user_data;
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean on_button = focus == priv->run_button || focus == priv->confirm_button;

  priv->compact_source = 0;
  priv->compact = !priv->compact;
  rc_command_dialog_update_shape (self);
  if (on_button)
    gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
  return G_SOURCE_REMOVE;
}

/* Where the buttons stand follows the width, but visibility cannot change within an allocation: it does right after. */
static void
rc_command_dialog_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (RC_COMMAND_DIALOG (widget));
  gboolean compact = rc_style_is_narrow (widget, width);

  if (compact == priv->compact)
    g_clear_handle_id (&priv->compact_source, g_source_remove);
  else if (priv->compact_source == 0)
    priv->compact_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, apply_compact, widget, NULL);
  GTK_WIDGET_CLASS (rc_command_dialog_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
rc_command_dialog_constructed (GObject *object)
{
  RcCommandDialog *self = RC_COMMAND_DIALOG (object);
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  G_OBJECT_CLASS (rc_command_dialog_parent_class)->constructed (object);
  rc_command_dialog_update_shape (self);
  if (priv->customer_id != 0)
    rc_workspace_load_membership_async (priv->workspace, priv->customer_id, priv->cancellable,
                                        on_membership_loaded, g_object_ref (self));
  else
    gtk_stack_set_visible_child_name (priv->states, "content");
  rc_command_dialog_update_actions (self);
}

static void
rc_command_dialog_dispose (GObject *object)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (RC_COMMAND_DIALOG (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_handle_id (&priv->compact_source, g_source_remove);
  G_OBJECT_CLASS (rc_command_dialog_parent_class)->dispose (object);
}

static void
rc_command_dialog_finalize (GObject *object)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (RC_COMMAND_DIALOG (object));

  g_clear_object (&priv->workspace);
  g_clear_pointer (&priv->membership, rc_membership_record_free);
  g_clear_object (&priv->cancellable);
  g_free (priv->run_label);
  g_free (priv->cancel_label);
  g_free (priv->subtitle);
  G_OBJECT_CLASS (rc_command_dialog_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-command-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, header_bar);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, answers);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, subtitle_label);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, error_revealer);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, error_label);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, spinner);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, states);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, problem_page);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, content);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, footer);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, run_button);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, leave_button);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, confirm_button);
  gtk_widget_class_bind_template_child_private (widget_class, RcCommandDialog, keep_button);
}

static void
rc_command_dialog_class_init (RcCommandDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rc_command_dialog_constructed;
  object_class->dispose = rc_command_dialog_dispose;
  object_class->finalize = rc_command_dialog_finalize;
  widget_class->map = rc_command_dialog_map;
  widget_class->size_allocate = rc_command_dialog_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = rc_command_dialog_close_request;
  rc_command_dialog_install_properties (object_class);
  signals[SIGNAL_COMPLETED] = g_signal_new ("completed", RC_TYPE_COMMAND_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  install_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.run", NULL, on_run_action);
  gtk_widget_class_install_action (widget_class, "dialog.leave", NULL, on_leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.run", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
rc_command_dialog_init (RcCommandDialog *self)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  priv->cancellable = g_cancellable_new ();
  priv->can_run = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_command_dialog_find_pa:
 * @self: a dialog about a customer that was read
 * @pa_id: a purchase authorization's id
 *
 * Returns: (transfer none) (nullable): the customer's purchase authorization; where it is not there any more the dialog
 *   says so, and %NULL is returned
 */
RcPaRecord *
rc_command_dialog_find_pa (RcCommandDialog *self, gint64 pa_id)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  g_return_val_if_fail (priv->membership != NULL, NULL);
  for (guint i = 0; i < priv->membership->purchase_authorizations->len; i++)
    {
      RcPaRecord *pa = g_ptr_array_index (priv->membership->purchase_authorizations, i);

      if (pa->id == pa_id)
        return pa;
    }
  rc_command_dialog_show_problem (self, _ ("The purchase authorization is not there any more."));
  return NULL;
}

/**
 * rc_command_dialog_show_error:
 * @self: a dialog
 * @message: (nullable): a whole sentence; %NULL takes the last one away
 *
 * Says above the fields why the command was refused. Screen readers are told.
 */
void
rc_command_dialog_show_error (RcCommandDialog *self, const char *message)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  g_return_if_fail (RC_IS_COMMAND_DIALOG (self));
  if (message != NULL)
    {
      gtk_label_set_label (priv->error_label, message);
      gtk_widget_error_bell (GTK_WIDGET (self));
    }
  gtk_widget_set_visible (priv->error_revealer, message != NULL);
}

/**
 * rc_command_dialog_show_problem:
 * @self: a dialog
 * @message: a whole sentence
 *
 * Shows @message in place of the fields: there is nothing that could be done here.
 */
void
rc_command_dialog_show_problem (RcCommandDialog *self, const char *message)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  g_autofree char *escaped = NULL;

  g_return_if_fail (RC_IS_COMMAND_DIALOG (self));
  escaped = g_markup_escape_text (message, -1);
  adw_status_page_set_description (priv->problem_page, escaped);
  gtk_stack_set_visible_child_name (priv->states, "problem");
  rc_command_dialog_set_can_run (self, FALSE);
}

/**
 * rc_command_dialog_focus_first:
 * @self: a dialog
 *
 * Puts the keyboard into the first field; where there is none, on the button, and of a destructive question on the
 * one that does nothing.
 */
void
rc_command_dialog_focus_first (RcCommandDialog *self)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  g_return_if_fail (RC_IS_COMMAND_DIALOG (self));
  /* Else the search begins after the field that had it, on a page that may have gone. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (gtk_widget_child_focus (GTK_WIDGET (priv->content), GTK_DIR_TAB_FORWARD))
    return;
  if (priv->confirmation)
    gtk_widget_grab_focus (priv->destructive ? priv->keep_button : priv->confirm_button);
  else
    gtk_widget_grab_focus (priv->compact ? priv->confirm_button : priv->run_button);
}
