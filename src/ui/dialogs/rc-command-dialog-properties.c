/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-command-dialog"

#include "rc-command-dialog-private.h"

/*
 * The properties of RcCommandDialog, which its templates set, and what can be asked of it.
 */

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_CUSTOMER_ID,
  PROP_CONFIRMATION,
  PROP_DESTRUCTIVE,
  PROP_CAN_RUN,
  PROP_RUN_LABEL,
  PROP_CANCEL_LABEL,
  PROP_SUBTITLE,
  PROP_CHILD,
  PROP_FOOTER
} RcCommandDialogProperty;
static GParamSpec *properties[PROP_FOOTER + 1];

static void
show_buttons (RcCommandDialog *self)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  gboolean beneath = priv->confirmation || priv->compact;

  gtk_widget_set_visible (priv->header_bar, !priv->confirmation);
  gtk_widget_set_visible (priv->answers, beneath);
  gtk_widget_set_visible (priv->leave_button, !beneath);
  gtk_widget_set_visible (priv->run_button, !beneath);
  gtk_window_set_default_widget (GTK_WINDOW (self), beneath ? priv->confirm_button : priv->run_button);
}

static void
update_style (RcCommandDialog *self)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);
  GtkWidget *buttons[] = { priv->run_button, priv->confirm_button };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_remove_css_class (buttons[i], priv->destructive ? "suggested-action" : "destructive-action");
      gtk_widget_add_css_class (buttons[i], priv->destructive ? "destructive-action" : "suggested-action");
    }
}

/**
 * rc_command_dialog_update_shape:
 * @self: a dialog
 *
 * Shows the buttons of a form or of a question, in the colour of what they do: beside the title where there is room.
 */
void
rc_command_dialog_update_shape (RcCommandDialog *self)
{
  show_buttons (self);
  update_style (self);
}

static void
rc_command_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (RC_COMMAND_DIALOG (object));

  switch ((RcCommandDialogProperty) id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_CUSTOMER_ID:
      g_value_set_int64 (value, priv->customer_id);
      break;
    case PROP_CONFIRMATION:
      g_value_set_boolean (value, priv->confirmation);
      break;
    case PROP_DESTRUCTIVE:
      g_value_set_boolean (value, priv->destructive);
      break;
    case PROP_CAN_RUN:
      g_value_set_boolean (value, priv->can_run);
      break;
    case PROP_RUN_LABEL:
      g_value_set_string (value, priv->run_label);
      break;
    case PROP_CANCEL_LABEL:
      g_value_set_string (value, priv->cancel_label);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_CHILD:
      g_value_set_object (value, adw_bin_get_child (priv->content));
      break;
    case PROP_FOOTER:
      g_value_set_object (value, adw_bin_get_child (priv->footer));
      break;
    }
}

static void
set_text (GObject *object, char **field, const GValue *value, GParamSpec *pspec)
{
  if (g_strcmp0 (*field, g_value_get_string (value)) == 0)
    return;
  g_free (*field);
  *field = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

/* A long one is cut before the buttons beside it are. */
static void
show_subtitle (RcCommandDialogPrivate *priv)
{
  gboolean is_text = priv->subtitle != NULL && *priv->subtitle != '\0';

  gtk_label_set_label (priv->subtitle_label, is_text ? priv->subtitle : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->subtitle_label), priv->subtitle);
  gtk_widget_set_visible (GTK_WIDGET (priv->subtitle_label), is_text);
}

static void
rc_command_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RcCommandDialog *self = RC_COMMAND_DIALOG (object);
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  switch ((RcCommandDialogProperty) id)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value);
      break;
    case PROP_CUSTOMER_ID:
      priv->customer_id = g_value_get_int64 (value);
      break;
    case PROP_CONFIRMATION:
      priv->confirmation = g_value_get_boolean (value);
      show_buttons (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DESTRUCTIVE:
      priv->destructive = g_value_get_boolean (value);
      update_style (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CAN_RUN:
      rc_command_dialog_set_can_run (self, g_value_get_boolean (value));
      break;
    case PROP_RUN_LABEL:
      set_text (object, &priv->run_label, value, pspec);
      break;
    case PROP_CANCEL_LABEL:
      set_text (object, &priv->cancel_label, value, pspec);
      break;
    case PROP_SUBTITLE:
      set_text (object, &priv->subtitle, value, pspec);
      show_subtitle (priv);
      break;
    case PROP_CHILD:
      adw_bin_set_child (priv->content, g_value_get_object (value));
      break;
    case PROP_FOOTER:
      adw_bin_set_child (priv->footer, g_value_get_object (value));
      break;
    }
}

/**
 * rc_command_dialog_install_properties:
 * @object_class: the class
 *
 * Gives the class its properties.
 */
void
rc_command_dialog_install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY;

  object_class->get_property = rc_command_dialog_get_property;
  object_class->set_property = rc_command_dialog_set_property;
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, RC_TYPE_WORKSPACE, once);
  properties[PROP_CUSTOMER_ID] = g_param_spec_int64 ("customer-id", NULL, NULL, 0, G_MAXINT64, 0, once);
  properties[PROP_CONFIRMATION] = g_param_spec_boolean ("confirmation", NULL, NULL, FALSE, flags);
  properties[PROP_DESTRUCTIVE] = g_param_spec_boolean ("destructive", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_RUN] = g_param_spec_boolean ("can-run", NULL, NULL, TRUE, flags);
  properties[PROP_RUN_LABEL] = g_param_spec_string ("run-label", NULL, NULL, NULL, flags);
  properties[PROP_CANCEL_LABEL] = g_param_spec_string ("cancel-label", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOOTER] = g_param_spec_object ("footer", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

/**
 * rc_command_dialog_get_workspace:
 * @self: a dialog
 *
 * Returns: (transfer none): the workspace that the command changes
 */
RcWorkspace *
rc_command_dialog_get_workspace (RcCommandDialog *self)
{
  g_return_val_if_fail (RC_IS_COMMAND_DIALOG (self), NULL);
  return rc_command_dialog_get_private (self)->workspace;
}

/**
 * rc_command_dialog_get_membership:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the customer as it was read when the dialog opened; %NULL before, and where the
 *   dialog is not about one customer
 */
const RcMembershipRecord *
rc_command_dialog_get_membership (RcCommandDialog *self)
{
  g_return_val_if_fail (RC_IS_COMMAND_DIALOG (self), NULL);
  return rc_command_dialog_get_private (self)->membership;
}

/**
 * rc_command_dialog_get_customer_id:
 * @self: a dialog
 *
 * Returns: the customer that the dialog is about; 0: none, or more than one
 */
gint64
rc_command_dialog_get_customer_id (RcCommandDialog *self)
{
  g_return_val_if_fail (RC_IS_COMMAND_DIALOG (self), 0);
  return rc_command_dialog_get_private (self)->customer_id;
}

/**
 * rc_command_dialog_set_can_run:
 * @self: a dialog
 * @can_run: whether there is anything to run
 *
 * Greys the button out where nothing is there to run. A form that is merely not filled in keeps it: pressing it says
 * what is missing.
 */
void
rc_command_dialog_set_can_run (RcCommandDialog *self, gboolean can_run)
{
  RcCommandDialogPrivate *priv = rc_command_dialog_get_private (self);

  g_return_if_fail (RC_IS_COMMAND_DIALOG (self));
  if (priv->can_run == can_run)
    return;
  priv->can_run = can_run;
  rc_command_dialog_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_RUN]);
}
