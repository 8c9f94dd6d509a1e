/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-action-button"

#include "rc-action-button.h"

#include "rc-action-reason.h"
#include "rc-window.h"

/**
 * RcActionButton:
 *
 * A button of one of the window's actions. Where my role does not allow it (TM-3) it says so by itself, wherever it stands;
 * what else stands in the way is for who made it to say.
 */

struct _RcActionButton
{
  GtkButton parent_instance;
};

G_DEFINE_FINAL_TYPE (RcActionButton, rc_action_button, GTK_TYPE_BUTTON)

/* (nullable) */
static const char *
get_refusal (GtkWidget *widget)
{
  const char *action_name = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget));
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!RC_IS_WINDOW (root) || !action_name || gtk_widget_get_sensitive (widget))
    return NULL;
  return rc_window_get_refusal (RC_WINDOW (root), action_name);
}

static void
show_refusal (GtkWidget *widget)
{
  rc_action_reason_show (widget, get_refusal (widget));
}

static void
rc_action_button_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rc_action_button_parent_class)->root (widget);
  if (RC_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "actions-updated", G_CALLBACK (show_refusal),
                             widget, G_CONNECT_SWAPPED);
  show_refusal (widget);
}

static void
rc_action_button_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), show_refusal, widget);
  GTK_WIDGET_CLASS (rc_action_button_parent_class)->unroot (widget);
}

static void
rc_action_button_class_init (RcActionButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = rc_action_button_root;
  widget_class->unroot = rc_action_button_unroot;
}

static void
rc_action_button_init (RcActionButton *self)
{
}

/**
 * rc_action_button_new:
 *
 * Returns: (transfer floating): a button without an action
 */
GtkWidget *
rc_action_button_new (void)
{
  return g_object_new (RC_TYPE_ACTION_BUTTON, NULL);
}
