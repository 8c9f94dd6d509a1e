/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-workspace-group"

#include "rc-workspace-group.h"

#include "rc-action-reason.h"
#include "rc-field-row.h"
#include "rc-picker.h"
#include "rc-set-reseller-name.h"
#include "rc-set-time-zone.h"
#include "rc-time-zone-choices.h"

#include <glib/gi18n-lib.h>

/**
 * RcWorkspaceGroup:
 *
 * What holds for the workspace as a whole: what the reseller is called (MS-1), and in which time zone its days begin (FI-3,
 * CH-3). A name holds when Enter is pressed or the row is left; a zone when it is chosen.
 */

enum
{
  SIGNAL_TOLD,
  SIGNAL_APPLIED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcWorkspaceGroup
{
  AdwPreferencesGroup parent_instance;

  RcFieldRow *reseller_row; /* (borrowed) template child */
  RcFieldRow *zone_row; /* (borrowed) template child */
  RcPicker *zone_picker; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) (nullable) until set */
  gboolean applying; /* the name is being written */
  gboolean filling; /* what changes in the rows is not the user's doing */
};

G_DEFINE_FINAL_TYPE (RcWorkspaceGroup, rc_workspace_group, ADW_TYPE_PREFERENCES_GROUP)

static void
tell (RcWorkspaceGroup *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

static void
show_reseller (RcWorkspaceGroup *self)
{
  const char *name = rc_workspace_get_reseller_name (self->workspace);

  rc_field_row_set_value (self->reseller_row, name != NULL ? name : "");
  rc_field_row_set_error (self->reseller_row, NULL);
}

static void
show_zone (RcWorkspaceGroup *self)
{
  const char *zone = rc_workspace_get_time_zone (self->workspace);
  g_autoptr (GListModel) choices = rc_time_zone_choices_new (zone, rc_workspace_get_now (self->workspace));

  self->filling = TRUE;
  rc_picker_set_model (self->zone_picker, choices);
  rc_picker_set_selected (self->zone_picker, zone != NULL ? zone : RC_TIME_ZONE_OF_MACHINE);
  rc_field_row_set_error (self->zone_row, NULL);
  self->filling = FALSE;
}

static void
on_reseller_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWorkspaceGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  self->applying = FALSE;
  rc_field_row_set_error (self->reseller_row, done == NULL ? error->message : NULL);
  if (done != NULL)
    tell (self, _ ("The reseller’s name was changed."));
  g_signal_emit (self, signals[SIGNAL_APPLIED], 0, done == NULL ? error->message : NULL);
}

static void
on_zone_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWorkspaceGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  if (self->workspace == NULL) /* it was closed meanwhile */
    return;
  if (done == NULL)
    {
      show_zone (self);
      rc_field_row_set_error (self->zone_row, error->message);
      return;
    }
  tell (self, _ ("The time zone was changed."));
}

static void
on_zone_chosen (RcWorkspaceGroup *self)
{
  const char *key = rc_picker_get_selected (self->zone_picker);
  const char *zone = g_strcmp0 (key, RC_TIME_ZONE_OF_MACHINE) != 0 ? key : NULL;
  g_autoptr (RcCommand) command = NULL;

  if (self->filling || self->workspace == NULL
      || g_strcmp0 (zone, rc_workspace_get_time_zone (self->workspace)) == 0)
    return;
  command = rc_set_time_zone_new (rc_workspace_get_me (self->workspace),
                                  rc_workspace_get_today (self->workspace), zone);
  rc_workspace_run_async (self->workspace, command, NULL, on_zone_set, g_object_ref (self));
}

/* TM-3 */
static void
update_sensitivity (RcWorkspaceGroup *self)
{
  const char *reason = rc_workspace_get_refusal (self->workspace, RC_ROLE_ACCOUNT_MANAGER);

  gtk_widget_set_sensitive (GTK_WIDGET (self->reseller_row), reason == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->zone_row), reason == NULL);
  rc_action_reason_show (GTK_WIDGET (self->reseller_row), reason);
  rc_action_reason_show (GTK_WIDGET (self->zone_row), reason);
}

static void
on_name_left (RcWorkspaceGroup *self)
{
  rc_workspace_group_apply (self);
}

static void
rc_workspace_group_dispose (GObject *object)
{
  g_clear_object (&RC_WORKSPACE_GROUP (object)->workspace);
  G_OBJECT_CLASS (rc_workspace_group_parent_class)->dispose (object);
}

static void
rc_workspace_group_class_init (RcWorkspaceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_workspace_group_dispose;
  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-workspace-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RcWorkspaceGroup, reseller_row);
  gtk_widget_class_bind_template_child (widget_class, RcWorkspaceGroup, zone_row);
  gtk_widget_class_bind_template_child (widget_class, RcWorkspaceGroup, zone_picker);
  gtk_widget_class_bind_template_callback (widget_class, on_name_left);
  gtk_widget_class_bind_template_callback (widget_class, on_zone_chosen);
}

static void
rc_workspace_group_init (RcWorkspaceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_workspace_group_set_workspace:
 * @self: a group
 * @workspace: what it shows and changes; set once
 */
void
rc_workspace_group_set_workspace (RcWorkspaceGroup *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_WORKSPACE_GROUP (self) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  show_reseller (self);
  show_zone (self);
  update_sensitivity (self);
  g_signal_connect_object (workspace, "notify::reseller-name", G_CALLBACK (show_reseller), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::time-zone", G_CALLBACK (show_zone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (update_sensitivity), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (update_sensitivity), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rc_workspace_get_members (workspace), "items-changed",
                           G_CALLBACK (update_sensitivity), self, G_CONNECT_SWAPPED);
}

/**
 * rc_workspace_group_apply:
 * @self: a group
 *
 * Lets the name that was typed hold, if it is another one.
 *
 * Returns: whether it is being written: "applied" tells how that ends
 */
gboolean
rc_workspace_group_apply (RcWorkspaceGroup *self)
{
  g_autofree char *name = NULL;
  g_autoptr (RcCommand) command = NULL;
  const char *before;

  g_return_val_if_fail (RC_IS_WORKSPACE_GROUP (self), FALSE);
  if (self->workspace == NULL || self->applying)
    return self->applying;
  before = rc_workspace_get_reseller_name (self->workspace);
  name = g_strstrip (g_strdup (rc_field_row_get_value (self->reseller_row)));
  if (g_str_equal (name, before != NULL ? before : ""))
    return FALSE;
  command = rc_set_reseller_name_new (rc_workspace_get_me (self->workspace),
                                      rc_workspace_get_today (self->workspace), name);
  rc_workspace_run_async (self->workspace, command, NULL, on_reseller_set, g_object_ref (self));
  self->applying = TRUE;
  return TRUE;
}
