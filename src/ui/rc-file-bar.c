/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-file-bar"

#include "rc-file-bar.h"

#include "rc-style.h"
#include "rc-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * RcFileBar:
 *
 * Says beneath everything that the workspace's file is not in its place, so that nothing can be changed, for as long as that
 * is so. What can be done about it are the window's actions.
 */

struct _RcFileBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer; /* (borrowed) template child */
  GtkLabel *label; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcFileBar, rc_file_bar, GTK_TYPE_WIDGET)

static void
show (RcFileBar *self)
{
  const char *obstacle = rc_workspace_get_obstacle (self->workspace);

  if (obstacle != NULL)
    gtk_label_set_text (self->label, obstacle);
  /* A window asks for the room of what is not revealed too. */
  gtk_widget_set_visible (GTK_WIDGET (self), obstacle != NULL);
  gtk_revealer_set_reveal_child (self->revealer, obstacle != NULL);
}

static void
rc_file_bar_dispose (GObject *object)
{
  RcFileBar *self = RC_FILE_BAR (object);

  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (rc_file_bar_parent_class)->dispose (object);
}

static void
rc_file_bar_class_init (RcFileBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_file_bar_dispose;
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-file-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RcFileBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RcFileBar, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
rc_file_bar_init (RcFileBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_style_fit_texts (GTK_WIDGET (self));
}

/**
 * rc_file_bar_set_workspace:
 * @self: a bar
 * @workspace: the one whose file it tells of; set once
 */
void
rc_file_bar_set_workspace (RcFileBar *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_FILE_BAR (self) && RC_IS_WORKSPACE (workspace) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
