/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-preferences-window"

#include "rc-preferences-window.h"
#include "rc-action-reason.h"
#include "rc-add-member-dialog.h"
#include "rc-backup-page.h"
#include "rc-field-row.h"
#include "rc-file-chooser.h"
#include "rc-format.h"
#include "rc-help.h"
#include "rc-import-catalogue-dialog.h"
#include "rc-language-group.h"
#include "rc-mail-page.h"
#include "rc-member-choices.h"
#include "rc-member.h"
#include "rc-picker.h"
#include "rc-policy-page.h"
#include "rc-question-dialog.h"
#include "rc-toast.h"
#include "rc-value-row.h"
#include "rc-words.h"
#include "rc-workspace-group.h"
#include <glib/gi18n-lib.h>

/**
 * RcPreferencesWindow:
 *
 * Who is at this desk (TM-4), who else is in the team (TM-1), which workspace is open, its catalogue (PR-1), and by which
 * policy values it is run. What is chosen holds at once; the policy, once it is applied.
 */

struct _RcPreferencesWindow
{
  AdwWindow parent_instance;

  RcFieldRow *me_row; /* (borrowed) template child */
  RcPicker *me_picker; /* (borrowed) template child */
  AdwToastOverlay *toasts; /* (borrowed) template child */
  GtkListBox *team_list; /* (borrowed) template child */
  GtkWidget *add_member_button; /* (borrowed) template child */
  AdwPreferencesGroup *catalogue_group; /* (borrowed) template child */
  GtkWidget *import_catalogue_button; /* (borrowed) template child */
  RcWorkspaceGroup *workspace_group; /* (borrowed) template child */
  RcValueRow *name_row; /* (borrowed) template child */
  RcValueRow *path_row; /* (borrowed) template child */
  RcPolicyPage *policy_page; /* (borrowed) template child */
  RcBackupPage *backup_page; /* (borrowed) template child */
  AdwViewStack *pages; /* (borrowed) template child */
  RcMailPage *mail_page; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) (nullable) until constructed */
  GCancellable *cancellable; /* (owned) */
  gboolean leaving; /* as soon as what was typed is written */
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

static GtkWidget *
create_member_row (const RcMemberRecord *member)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: an e-mail address, then a role such as “Account manager” */
  g_autofree char *details = g_strdup_printf (_ ("%s · %s"), member->email, rc_words_role (member->role));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
fill_team (RcPreferencesWindow *self)
{
  GListModel *members = rc_workspace_get_members (self->workspace);

  clear_list (self->team_list);
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);

      if (rc_member_is_active (member))
        gtk_list_box_append (self->team_list, create_member_row (rc_member_get_record (member)));
    }
}

/* TM-3 */
static void
update_actions (RcPreferencesWindow *self)
{
  const char *reason = rc_workspace_get_refusal (self->workspace, RC_ROLE_PRIMARY_ADMIN);
  gboolean is_admin = reason == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.add-member", is_admin);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.import-catalogue", is_admin);
  rc_action_reason_show (self->add_member_button, reason);
  rc_action_reason_show (self->import_catalogue_button, reason);
}

static void
fill_members (RcPreferencesWindow *self)
{
  g_autoptr (GListModel) members = rc_member_choices_new (self->workspace);

  rc_picker_set_model (self->me_picker, members);
  show_me (self);
  fill_team (self);
  update_actions (self);
}

static void
count_products (RcPreferencesWindow *self)
{
  guint n_products = g_list_model_get_n_items (rc_workspace_get_products (self->workspace));
  g_autofree char *number = rc_format_number (n_products);
  g_autofree char *text = g_strdup_printf (ngettext ("%s product", "%s products", n_products), number);

  adw_preferences_group_set_description (self->catalogue_group, text);
}

static void
toast (RcPreferencesWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  rc_toast_show (self->toasts, adw_toast_new (escaped));
}

static void
present (RcPreferencesWindow *self, GtkWindow *dialog, GCallback on_completed)
{
  g_signal_connect_object (dialog, "completed", on_completed, self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  gtk_window_present (dialog);
}

static void
on_member_added (RcPreferencesWindow *self, RcCommandResult *result)
{
  g_autofree char *text = g_strdup_printf (_ ("%s is in the team now."), result->reference);

  toast (self, text);
}

static void
on_add_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcPreferencesWindow *self = RC_PREFERENCES_WINDOW (widget);

  present (self, rc_add_member_dialog_new (self->workspace), G_CALLBACK (on_member_added));
}

static void
on_catalogue_imported (RcPreferencesWindow *self, RcCommandResult *result)
{
  g_autofree char *number = rc_format_number (result->count);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s product was imported.", "%s products were imported.", (gulong) result->count), number);

  toast (self, text);
}

static void
on_catalogue_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = rc_file_chooser_open_finish (result, &error);

  if (file != NULL)
    rc_preferences_window_import_catalogue (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, error->message);
}

static void
on_import_catalogue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rc_file_chooser_open_async (GTK_WINDOW (widget), _ ("Import catalog"), RC_FILE_KIND_CSV,
                              RC_PREFERENCES_WINDOW (widget)->cancellable, on_catalogue_chosen,
                              g_object_ref (widget));
}

static void
on_policy_applied (RcPreferencesWindow *self)
{
  toast (self, _ ("The policy was changed."));
}

static void
on_discard_answered (RcPreferencesWindow *self, gboolean confirmed)
{
  if (confirmed)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_name_applied (RcPreferencesWindow *self, const char *refusal)
{
  GtkWindow *question;

  if (!self->leaving)
    return;
  self->leaving = FALSE;
  if (refusal == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  question = rc_question_dialog_new (GTK_WINDOW (self), _ ("Discard the reseller’s name?"), refusal,
                                     _ ("_Keep editing"), _ ("_Discard"));
  g_signal_connect_object (question, "answered", G_CALLBACK (on_discard_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (question);
}

/* Nothing typed is lost without asking. */
static gboolean
rc_preferences_window_close_request (GtkWindow *window)
{
  RcPreferencesWindow *self = RC_PREFERENCES_WINDOW (window);
  GtkWindow *question;

  self->leaving = rc_workspace_group_apply (self->workspace_group);
  if (self->leaving)
    return TRUE;
  if (!rc_policy_page_has_changes (self->policy_page))
    return GTK_WINDOW_CLASS (rc_preferences_window_parent_class)->close_request (window);
  question = rc_question_dialog_new (window, _ ("Discard the policy values?"),
                                     _ ("What you typed on the page Policy was not applied."),
                                     _ ("_Keep editing"), _ ("_Discard"));
  g_signal_connect_object (question, "answered", G_CALLBACK (on_discard_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (question);
  return TRUE;
}

static void
rc_preferences_window_dispose (GObject *object)
{
  RcPreferencesWindow *self = RC_PREFERENCES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (rc_preferences_window_parent_class)->dispose (object);
}

static void
rc_preferences_window_finalize (GObject *object)
{
  g_clear_object (&RC_PREFERENCES_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (rc_preferences_window_parent_class)->finalize (object);
}

static void
rc_preferences_window_class_init (RcPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_preferences_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_preferences_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rc_preferences_window_close_request;
  g_type_ensure (RC_TYPE_BACKUP_PAGE);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_LANGUAGE_GROUP);
  g_type_ensure (RC_TYPE_MAIL_PAGE);
  g_type_ensure (RC_TYPE_PICKER);
  g_type_ensure (RC_TYPE_POLICY_PAGE);
  g_type_ensure (RC_TYPE_VALUE_ROW);
  g_type_ensure (RC_TYPE_WORKSPACE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, me_row);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, me_picker);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, team_list);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, add_member_button);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, catalogue_group);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, import_catalogue_button);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, workspace_group);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, path_row);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, policy_page);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, backup_page);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RcPreferencesWindow, mail_page);
  gtk_widget_class_bind_template_callback (widget_class, on_me_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_policy_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_name_applied);
  gtk_widget_class_bind_template_callback (widget_class, toast);
  gtk_widget_class_install_action (widget_class, "preferences.add-member", NULL, on_add_member_action);
  gtk_widget_class_install_action (widget_class, "preferences.import-catalogue", NULL,
                                   on_import_catalogue_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
update_help (RcPreferencesWindow *self)
{
  static const char *const pages[][2] = {
    { "general", RC_HELP_PAGE ("language") },
    { "policy", RC_HELP_PAGE ("policy") },
    { "mail", RC_HELP_PAGE ("mail") },
    { "backups", RC_HELP_PAGE ("backup") },
  };
  const char *shown = adw_view_stack_get_visible_child_name (self->pages);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (shown, pages[i][0]) == 0)
      rc_help_attach (GTK_WIDGET (self), pages[i][1]);
}

static void
rc_preferences_window_init (RcPreferencesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->pages, "notify::visible-child-name", G_CALLBACK (update_help), self,
                           G_CONNECT_SWAPPED);
  update_help (self);
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
  rc_workspace_group_set_workspace (self->workspace_group, workspace);
  rc_value_row_set_value (self->name_row, rc_workspace_get_name (workspace));
  rc_value_row_set_value (self->path_row, rc_workspace_get_path (workspace));
  rc_mail_page_set_workspace (self->mail_page, workspace);
  rc_policy_page_set_workspace (self->policy_page, workspace);
  rc_backup_page_set_workspace (self->backup_page, workspace);
  fill_members (self);
  count_products (self);
  g_signal_connect_object (rc_workspace_get_members (workspace), "items-changed", G_CALLBACK (fill_members),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rc_workspace_get_products (workspace), "items-changed",
                           G_CALLBACK (count_products), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (show_me), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

/**
 * rc_preferences_window_show_mail:
 * @self: a window
 *
 * Begins with the mail settings (MS-2).
 */
void
rc_preferences_window_show_mail (RcPreferencesWindow *self)
{
  g_return_if_fail (RC_IS_PREFERENCES_WINDOW (self));
  adw_view_stack_set_visible_child_name (self->pages, "mail");
}

/**
 * rc_preferences_window_import_catalogue:
 * @self: a window
 * @file: a CSV file
 *
 * Opens a dialog that tells what is in @file, and imports it when it is told to (PR-1).
 */
void
rc_preferences_window_import_catalogue (RcPreferencesWindow *self, GFile *file)
{
  g_return_if_fail (RC_IS_PREFERENCES_WINDOW (self) && G_IS_FILE (file));
  present (self, rc_import_catalogue_dialog_new (self->workspace, file), G_CALLBACK (on_catalogue_imported));
}
