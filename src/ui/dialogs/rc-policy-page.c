/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-policy-page"

#include "rc-policy-page.h"

#include "rc-action-reason.h"
#include "rc-field-row.h"
#include "rc-filter.h"
#include "rc-format.h"
#include "rc-policy-preview.h"
#include "rc-policy-words.h"
#include "rc-set-policy.h"
#include "rc-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * RcPolicyPage:
 *
 * The program's numbers, for the primary admin to change (TM-3). What is typed holds once it is applied; before that, the
 * page says what it would do to today's filters. A value that cannot be is refused beside its field.
 */

#define PREVIEW_DELAY 150 /* ms after the last key */
#define PRORATION "proration"

struct _RcPolicyPage
{
  AdwBin parent_instance;

  AdwPreferencesPage *page; /* (borrowed) template child */
  AdwPreferencesGroup *preset_group; /* (borrowed) template child */
  GtkWidget *vip_button; /* (borrowed) template child */
  GtkWidget *marketplace_button; /* (borrowed) template child */
  GtkRevealer *bar; /* (borrowed) template child */
  GtkLabel *heading; /* (borrowed) template child */
  GtkLabel *preview; /* (borrowed) template child */
  GtkWidget *apply_button; /* (borrowed) template child */

  GPtrArray *rows; /* (owned) of RcFieldRow (borrowed), in the order of rc_policy_list_names() */
  RcWorkspace *workspace; /* (owned) (nullable) until set */
  RcPolicy *typed; /* (owned) (nullable) what is in the fields; NULL while a value is refused */
  GCancellable *counting; /* (owned) (nullable) of the preview under way */
  guint timer; /* source id */
  gboolean filling; /* what changes in the rows is not the user's doing */
  gboolean running; /* what was typed is being written */
};

G_DEFINE_FINAL_TYPE (RcPolicyPage, rc_policy_page, ADW_TYPE_BIN)

static guint changed_policy_signal;

static RcFieldRow *
get_row (RcPolicyPage *self, const char *name)
{
  const char *const *names = rc_policy_list_names ();

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (names[i], name))
      return g_ptr_array_index (self->rows, i);
  g_assert_not_reached ();
}

/* What is in a field as a number; FALSE, and the field says why, where it is none that is allowed. */
static gboolean
read_number (RcFieldRow *row, const char *name, int *number)
{
  GtkWidget *control = rc_field_row_get_control (row);
  g_autofree char *text = NULL;
  g_autofree char *error = NULL;
  gint64 typed;
  int lowest, highest;

  if (GTK_IS_DROP_DOWN (control))
    {
      *number = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (control));
      return TRUE;
    }
  rc_policy_get_range (name, &lowest, &highest);
  text = g_strstrip (g_strdup (rc_field_row_get_value (row)));
  if (g_ascii_string_to_signed (text, 10, lowest, highest, &typed, NULL))
    {
      *number = (int) typed;
      rc_field_row_set_error (row, NULL);
      return TRUE;
    }
  error = g_strdup_printf (_ ("Enter a whole number from %d to %d."), lowest, highest);
  rc_field_row_set_error (row, error);
  return FALSE;
}

/* Two numbers can be at odds where each alone is allowed; both fields are read already. */
static gboolean
check_orders (RcPolicyPage *self)
{
  const char *lower, *higher;
  gboolean fine = TRUE;

  for (gsize nth = 0; rc_policy_get_order (nth, &lower, &higher); nth++)
    {
      int least = 0, number = 0;
      g_autofree char *title = NULL;
      g_autofree char *error = NULL;

      if (!read_number (get_row (self, lower), lower, &least)
          || !read_number (get_row (self, higher), higher, &number) || least <= number)
        continue;
      title = g_strdup (rc_policy_words_get_label (lower));
      /* Translators: a number, then the name of another field */
      error =
          g_strdup_printf (_ ("Enter at least %d, which is “%s”, or lower that one first."), least, title);
      rc_field_row_set_error (get_row (self, higher), error);
      fine = FALSE;
    }
  return fine;
}

/* (transfer full) (nullable) what is in the fields; NULL, and the fields say why, where it cannot be */
static RcPolicy *
read_fields (RcPolicyPage *self)
{
  const char *const *names = rc_policy_list_names ();
  g_autoptr (RcPolicy) policy = rc_policy_copy (rc_workspace_get_policy (self->workspace));
  g_autofree int *numbers = g_new0 (int, self->rows->len);
  gboolean fine = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    fine &= read_number (g_ptr_array_index (self->rows, i), names[i], &numbers[i]);
  if (!check_orders (self) || !fine || !rc_policy_set_many (policy, names, numbers, self->rows->len, NULL))
    return NULL;
  return g_steal_pointer (&policy);
}

static guint
count_changes (RcPolicyPage *self)
{
  const RcPolicy *policy = rc_workspace_get_policy (self->workspace);
  const char *const *names = rc_policy_list_names ();
  guint n_changes = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *control = rc_field_row_get_control (g_ptr_array_index (self->rows, i));
      int number = rc_policy_get (policy, names[i]);
      g_autofree char *text = g_strdup_printf ("%d", number);

      if (GTK_IS_DROP_DOWN (control))
        n_changes += gtk_drop_down_get_selected (GTK_DROP_DOWN (control)) != (guint) number;
      else
        n_changes += !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (control)), text);
    }
  return n_changes;
}

static void
show_preview (RcPolicyPage *self, const RcPolicyPreview *preview)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int filter = 0; filter < RC_N_FILTERS; filter++)
    {
      g_autofree char *before = rc_format_number ((gint64) preview->before[filter]);
      g_autofree char *after = rc_format_number ((gint64) preview->after[filter]);

      if (preview->before[filter] == preview->after[filter])
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a filter's name, how many customers it holds now, and how many it would hold */
      g_string_append_printf (text, _ ("%s: %s now, then %s"), rc_filter_get_label ((RcFilter) filter),
                              before, after);
    }
  gtk_label_set_label (self->preview,
                       text->len > 0 ? text->str : _ ("No filter holds other customers today."));
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcPolicyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RcPolicyPreview *preview = rc_policy_preview_load_finish (result, &error);

  if (preview != NULL)
    show_preview (self, preview);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_label (self->preview, error->message);
}

static gboolean
on_preview_due (gpointer user_data)
{
  RcPolicyPage *self = user_data;

  self->timer = 0;
  self->counting = g_cancellable_new ();
  rc_policy_preview_load_async (self->workspace, self->typed, self->counting, on_previewed,
                                g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop_preview (RcPolicyPage *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
update_bar (RcPolicyPage *self)
{
  guint n_changes = count_changes (self);
  g_autofree char *text = NULL;

  stop_preview (self);
  gtk_revealer_set_reveal_child (self->bar, n_changes > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policy.apply",
                                 n_changes > 0 && self->typed != NULL && !self->running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policy.discard", n_changes > 0 && !self->running);
  if (n_changes == 0)
    return;
  text = g_strdup_printf (ngettext ("%u value changed", "%u values changed", n_changes), n_changes);
  gtk_label_set_label (self->heading, text);
  rc_action_reason_show (self->apply_button,
                         self->typed == NULL ? _ ("Correct the values that are marked first.") : NULL);
  if (self->typed == NULL)
    gtk_label_set_label (self->preview, _ ("Correct the values that are marked first."));
  else
    self->timer = g_timeout_add (PREVIEW_DELAY, on_preview_due, self);
}

static void
on_typed (RcPolicyPage *self)
{
  if (self->filling)
    return;
  g_clear_pointer (&self->typed, rc_policy_free);
  self->typed = read_fields (self);
  update_bar (self);
}

static void
fill (RcPolicyPage *self, const RcPolicy *policy)
{
  const char *const *names = rc_policy_list_names ();

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      RcFieldRow *row = g_ptr_array_index (self->rows, i);
      GtkWidget *control = rc_field_row_get_control (row);
      int number = rc_policy_get (policy, names[i]);
      g_autofree char *text = g_strdup_printf ("%d", number);

      if (GTK_IS_DROP_DOWN (control))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (control), (guint) number);
      else
        rc_field_row_set_value (row, text);
    }
  self->filling = FALSE;
  on_typed (self);
}

static void
on_preset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean is_vip = g_str_equal (name, "policy.use-vip");
  g_autoptr (RcPolicy) policy = rc_policy_new (is_vip ? RC_PRESET_VIP : RC_PRESET_VIP_MARKETPLACE);

  fill (RC_POLICY_PAGE (widget), policy);
}

static void
on_discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcPolicyPage *self = RC_POLICY_PAGE (widget);

  fill (self, rc_workspace_get_policy (self->workspace));
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcPolicyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  RcCommandResult *done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  self->running = FALSE;
  if (self->workspace == NULL)
    {
      g_clear_pointer (&done, rc_command_result_free);
      return;
    }
  update_bar (self);
  if (done == NULL)
    {
      stop_preview (self);
      gtk_label_set_label (self->preview, error->message);
      return;
    }
  rc_command_result_free (done);
  g_signal_emit (self, changed_policy_signal, 0);
}

static void
on_apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcPolicyPage *self = RC_POLICY_PAGE (widget);
  g_autoptr (RcCommand) command = NULL;

  if (self->typed == NULL || self->running)
    return;
  command = rc_set_policy_new (rc_workspace_get_me (self->workspace),
                               rc_workspace_get_today (self->workspace), self->typed);
  self->running = TRUE;
  update_bar (self);
  rc_workspace_run_async (self->workspace, command, NULL, on_applied, g_object_ref (self));
}

static GtkWidget *
create_control (RcPolicyPage *self, const char *name)
{
  GtkWidget *control;

  if (g_str_equal (name, PRORATION))
    {
      const char *const choices[] = { _ ("The month that has begun"), _ ("The next month"), NULL };

      control = gtk_drop_down_new_from_strings (choices);
      g_signal_connect_object (control, "notify::selected", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
      return control;
    }
  control = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (control), GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (control), 12);
  gtk_widget_add_css_class (control, "numeric");
  g_signal_connect_object (control, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  return control;
}

static void
create_rows (RcPolicyPage *self)
{
  const char *const *names = rc_policy_list_names ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *group_title;
      g_autofree char *title = rc_policy_words_get_title (names[i]);
      GtkWidget *row;

      if (rc_policy_words_begins_group (names[i], &group_title) || group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, group_title);
          adw_preferences_page_add (self->page, group);
        }
      row =
          g_object_new (RC_TYPE_FIELD_ROW, "title", title, "use-underline", FALSE, "hint",
                        rc_policy_words_explain (names[i]), "control", create_control (self, names[i]), NULL);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* TM-3 */
static void
update_role (RcPolicyPage *self)
{
  const char *reason = rc_workspace_get_refusal (self->workspace, RC_ROLE_PRIMARY_ADMIN);
  gboolean is_admin = reason == NULL;
  const char *preset = rc_policy_words_get_preset (rc_workspace_get_policy (self->workspace));
  g_autofree char *text = g_strjoin (" ", preset, reason, NULL);

  adw_preferences_group_set_description (self->preset_group, text);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_sensitive (rc_field_row_get_control (g_ptr_array_index (self->rows, i)), is_admin);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policy.use-vip", is_admin);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "policy.use-marketplace", is_admin);
  rc_action_reason_show (self->vip_button, reason);
  rc_action_reason_show (self->marketplace_button, reason);
  if (!is_admin && count_changes (self) > 0)
    fill (self, rc_workspace_get_policy (self->workspace));
}

/* Another window, or another program, may have changed it; what somebody has begun to type stays. */
static void
on_policy_changed (RcPolicyPage *self)
{
  if (!gtk_revealer_get_reveal_child (self->bar) || self->running)
    fill (self, rc_workspace_get_policy (self->workspace));
  else
    on_typed (self);
  update_role (self);
}

static void
rc_policy_page_dispose (GObject *object)
{
  RcPolicyPage *self = RC_POLICY_PAGE (object);

  stop_preview (self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (rc_policy_page_parent_class)->dispose (object);
}

static void
rc_policy_page_finalize (GObject *object)
{
  RcPolicyPage *self = RC_POLICY_PAGE (object);

  g_clear_pointer (&self->typed, rc_policy_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rc_policy_page_parent_class)->finalize (object);
}

static void
rc_policy_page_class_init (RcPolicyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_policy_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_policy_page_finalize;
  changed_policy_signal = g_signal_new ("changed-policy", RC_TYPE_POLICY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-policy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, page);
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, preset_group);
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, vip_button);
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, marketplace_button);
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, bar);
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, heading);
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, preview);
  gtk_widget_class_bind_template_child (widget_class, RcPolicyPage, apply_button);
  gtk_widget_class_install_action (widget_class, "policy.use-vip", NULL, on_preset_action);
  gtk_widget_class_install_action (widget_class, "policy.use-marketplace", NULL, on_preset_action);
  gtk_widget_class_install_action (widget_class, "policy.discard", NULL, on_discard_action);
  gtk_widget_class_install_action (widget_class, "policy.apply", NULL, on_apply_action);
}

static void
rc_policy_page_init (RcPolicyPage *self)
{
  self->rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  create_rows (self);
}

/**
 * rc_policy_page_set_workspace:
 * @self: a page
 * @workspace: whose policy it is; set once
 *
 * From then on the page follows the workspace.
 */
void
rc_policy_page_set_workspace (RcPolicyPage *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_POLICY_PAGE (self) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  fill (self, rc_workspace_get_policy (workspace));
  update_role (self);
  g_signal_connect_object (workspace, "notify::policy", G_CALLBACK (on_policy_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (update_role), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (update_role), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rc_workspace_get_members (workspace), "items-changed", G_CALLBACK (update_role),
                           self, G_CONNECT_SWAPPED);
}

/**
 * rc_policy_page_has_changes:
 * @self: a page
 *
 * Returns: whether something was typed that does not hold yet
 */
gboolean
rc_policy_page_has_changes (RcPolicyPage *self)
{
  g_return_val_if_fail (RC_IS_POLICY_PAGE (self), FALSE);
  return self->workspace != NULL && count_changes (self) > 0;
}
