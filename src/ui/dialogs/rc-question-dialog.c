/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-question-dialog"

#include "rc-question-dialog.h"

/**
 * RcQuestionDialog:
 *
 * A question before something is lost, with a button that keeps it and one that gives it up. Closing the window keeps.
 * It runs nothing itself: see RcCommandDialog for a question whose answer is a command.
 */

typedef enum
{
  PROP_HEADING = 1,
  PROP_BODY,
  PROP_KEEP_LABEL,
  PROP_CONFIRM_LABEL
} RcQuestionDialogProperty;
static GParamSpec *properties[PROP_CONFIRM_LABEL + 1];

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcQuestionDialog
{
  AdwWindow parent_instance;

  char *heading; /* (owned) */
  char *body; /* (owned) */
  char *keep_label; /* (owned) */
  char *confirm_label; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcQuestionDialog, rc_question_dialog, ADW_TYPE_WINDOW)

static char **
get_field (RcQuestionDialog *self, guint id)
{
  switch ((RcQuestionDialogProperty) id)
    {
    case PROP_HEADING:
      return &self->heading;
    case PROP_BODY:
      return &self->body;
    case PROP_KEEP_LABEL:
      return &self->keep_label;
    case PROP_CONFIRM_LABEL:
      return &self->confirm_label;
    }
  g_assert_not_reached ();
}

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
rc_question_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, *get_field (RC_QUESTION_DIALOG (object), id));
}

static void
rc_question_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  *get_field (RC_QUESTION_DIALOG (object), id) = g_value_dup_string (value);
}

static void
rc_question_dialog_finalize (GObject *object)
{
  for (guint id = PROP_HEADING; id <= PROP_CONFIRM_LABEL; id++)
    g_free (*get_field (RC_QUESTION_DIALOG (object), id));
  G_OBJECT_CLASS (rc_question_dialog_parent_class)->finalize (object);
}

static void
rc_question_dialog_class_init (RcQuestionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY;

  object_class->get_property = rc_question_dialog_get_property;
  object_class->set_property = rc_question_dialog_set_property;
  object_class->finalize = rc_question_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rc_question_dialog_close_request;
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, NULL, flags);
  properties[PROP_KEEP_LABEL] = g_param_spec_string ("keep-label", NULL, NULL, NULL, flags);
  properties[PROP_CONFIRM_LABEL] = g_param_spec_string ("confirm-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", RC_TYPE_QUESTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-question-dialog.ui");
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
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  return g_object_new (RC_TYPE_QUESTION_DIALOG, "transient-for", parent, "heading", heading, "body", body,
                       "keep-label", keep_label, "confirm-label", confirm_label, NULL);
}
