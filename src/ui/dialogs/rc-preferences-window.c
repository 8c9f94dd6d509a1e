/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-preferences-window"

#include "rc-preferences-window.h"
#include "rc-field-row.h"
#include "rc-member-choices.h"
#include "rc-picker.h"
#include "rc-policy-words.h"
#include "rc-value-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcPreferencesWindow:
 *
 * Who is at this desk (TM-4), which workspace is open, and by which policy values it is run. What is chosen holds at
 * once. The policy is read, not changed.
 */

struct _RcPreferencesWindow
{
  AdwWindow parent_instance;

  RcFieldRow *me_row; /* (borrowed) template child */
  RcPicker *me_picker; /* (borrowed) template child */
  RcValueRow *name_row; /* (borrowed) template child */
  RcValueRow *path_row; /* (borrowed) template child */
  AdwPreferencesGroup *policy_group; /* (borrowed) template child */
  GtkListBox *policy_list; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) (nullable) until constructed */
};

G_DEFINE_FINAL_TYPE (RcPreferencesWindow, rc_preferences_window, ADW_TYPE_WINDOW)

static void
on_me_chosen (RcPreferencesWindow *self)
{
  gint64 member = rc_member_choices_get_id (rc_picker_get_selected (self->me_picker));

  if (self->workspace != NULL && member != 0 && member != rc_workspace_get_me (self->workspace))
    rc_workspace_set_me (self->workspace, member);
}

static void
show_me (RcPreferencesWindow *self)
{
  g_autofree char *key = rc_member_choices_get_key (rc_workspace_get_me (self->workspace));

  rc_picker_set_selected (self->me_picker, key);
}

static void
fill_members (RcPreferencesWindow *self)
{
  g_autoptr (GListModel) members = rc_member_choices_new (self->workspace);

  rc_picker_set_model (self->me_picker, members);
  show_me (self);
}

static void
fill_policy (RcPreferencesWindow *self)
{
  const RcPolicy *policy = rc_workspace_get_policy (self->workspace);
  const char *const *names = rc_policy_list_names ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->policy_list))) != NULL)
    gtk_list_box_remove (self->policy_list, row);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value = rc_policy_words_describe (policy, names[i]);

      gtk_list_box_append (self->policy_list, rc_value_row_new (rc_policy_words_get_label (names[i]), value));
    }
  adw_preferences_group_set_description (self->policy_group, rc_policy_words_get_preset (policy));
}

static void
rc_preferences_window_dispose (GObject *object)
{
  g_clear_object (&RC_PREFERENCES_WINDOW (object)->workspace);
  G_OBJECT_CLASS (rc_preferences_window_parent_class)->dispose (object);
}

static void
rc_preferences_window_class_init (RcPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_preferences_window_dispose;
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_PICKER);
  g_type_ensure (RC_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, me_row);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, me_picker);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, path_row);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, policy_group);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, policy_list);
  gtk_widget_class_bind_template_callback (widget_class, on_me_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rc_preferences_window_init (RcPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_preferences_window_new:
 * @workspace: the workspace that is open
 *
 * Returns: (transfer none): a window that follows the workspace
 */
GtkWindow *
rc_preferences_window_new (RcWorkspace *workspace)
{
  RcPreferencesWindow *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  self = g_object_new (RC_TYPE_PREFERENCES_WINDOW, NULL);
  self->workspace = g_object_ref (workspace);
  rc_value_row_set_value (self->name_row, rc_workspace_get_name (workspace));
  rc_value_row_set_value (self->path_row, rc_workspace_get_path (workspace));
  fill_members (self);
  fill_policy (self);
  g_signal_connect_object (rc_workspace_get_members (workspace), "items-changed", G_CALLBACK (fill_members),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (show_me), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::policy", G_CALLBACK (fill_policy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
