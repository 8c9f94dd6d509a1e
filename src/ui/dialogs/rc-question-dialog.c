/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-question-dialog"

#include "rc-question-dialog.h"

/**
 * RcQuestionDialog:
 *
 * A question before something is lost, with a button that keeps it and one that gives it up. Closing the window keeps.
 * It runs nothing itself: see RcCommandDialog for a question whose answer is a command.
 */

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcQuestionDialog
{
  AdwWindow parent_instance;

  GtkLabel *heading; /* (borrowed) template child */
  GtkLabel *body; /* (borrowed) template child */
  GtkLabel *keep_button_label; /* (borrowed) template child */
  GtkLabel *confirm_button_label; /* (borrowed) template child */
};

G_DEFINE_FINAL_TYPE (RcQuestionDialog, rc_question_dialog, ADW_TYPE_WINDOW)

static void
on_confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (g_object_ref (widget));

  gtk_window_destroy (window);
  g_signal_emit (window, signals[SIGNAL_ANSWERED], 0, TRUE);
}

static gboolean
rc_question_dialog_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[SIGNAL_ANSWERED], 0, FALSE);
  return GTK_WINDOW_CLASS (rc_question_dialog_parent_class)->close_request (window);
}

static void
rc_question_dialog_class_init (RcQuestionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = rc_question_dialog_close_request;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", RC_TYPE_QUESTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-question-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcQuestionDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RcQuestionDialog, body);
  gtk_widget_class_bind_template_child (widget_class, RcQuestionDialog, keep_button_label);
  gtk_widget_class_bind_template_child (widget_class, RcQuestionDialog, confirm_button_label);
  gtk_widget_class_install_action (widget_class, "question.confirm", NULL, on_confirm_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rc_question_dialog_init (RcQuestionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_question_dialog_new:
 * @parent: the window that it is about
 * @heading: the question
 * @body: what would be lost
 * @keep_label: with mnemonic: the button that changes nothing
 * @confirm_label: with mnemonic: the button that gives it up
 *
 * Returns: (transfer none): a modal window, to be presented; listen to "answered"
 */
GtkWindow *
rc_question_dialog_new (GtkWindow *parent, const char *heading, const char *body, const char *keep_label,
                        const char *confirm_label)
{
  RcQuestionDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  self = g_object_new (RC_TYPE_QUESTION_DIALOG, "transient-for", parent, "title", heading, NULL);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->body, body);
  gtk_label_set_label (self->keep_button_label, keep_label);
  gtk_label_set_label (self->confirm_button_label, confirm_label);
  return GTK_WINDOW (self);
}
