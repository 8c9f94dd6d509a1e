/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-backup-page"

#include "rc-backup-page.h"

#include "rc-action-reason.h"
#include "rc-backups.h"
#include "rc-field-row.h"
#include "rc-file-chooser.h"
#include "rc-format.h"
#include "rc-question-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * RcBackupPage:
 *
 * The copies of the workspace: whether one is made each day, where they lie and for how long, and which there are. Only the
 * primary admin puts one back (TM-3). How that is done stands in rc-backups.c, and the workspace's window opens it anew.
 */

#define LONGEST_DAYS 3650
#define BUTTON_KEY "rc-restore-button" /* of a row */

struct _RcBackupPage
{
  AdwPreferencesPage parent_instance;

  GtkSwitch *daily_switch; /* (borrowed) template child */
  RcFieldRow *days_row; /* (borrowed) template child */
  AdwActionRow *folder_row; /* (borrowed) template child */
  AdwPreferencesGroup *list_group; /* (borrowed) template child */
  GtkWidget *make_button; /* (borrowed) template child */
  GtkListBox *list; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) (nullable) until set */
  GSettings *settings; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *backups; /* (owned) (nullable) of RcBackup, the newest first; until they were listed */
  char *asked_path; /* (owned) (nullable) what somebody is asked about */
  gboolean running;
};

G_DEFINE_FINAL_TYPE (RcBackupPage, rc_backup_page, ADW_TYPE_PREFERENCES_PAGE)

static guint told_signal;

static void
tell (RcBackupPage *self, const char *text)
{
  g_signal_emit (self, told_signal, 0, text);
}

/* (transfer full) */
static char *
describe_time (RcBackupPage *self, gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GTimeZone) zone = rc_workspace_dup_time_zone (self->workspace);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *clock = g_date_time_format (local, "%X");
  g_autofree char *date = rc_format_date_long (rc_date_new (
      g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local)));

  /* Translators: a date and a time */
  return g_strdup_printf (_ ("%s, %s"), date, clock);
}

/* TM-3 */
static const char *
get_role_reason (RcBackupPage *self)
{
  return rc_workspace_get_refusal (self->workspace, RC_ROLE_PRIMARY_ADMIN);
}

static GtkWidget *
create_row (RcBackupPage *self, const RcBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore…"));
  g_autofree char *time = describe_time (self, backup->time);
  g_autofree char *size = g_format_size (backup->size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backup.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", backup->path, time);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  rc_action_reason_show (button, get_role_reason (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), BUTTON_KEY, button);
  return row;
}

static void
show_backups (RcBackupPage *self)
{
  guint n_backups = self->backups->len;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n_backups; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->backups, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_backups > 0);
  adw_preferences_group_set_description (self->list_group, rc_workspace_is_sample (self->workspace)
                                                               ? _ ("The sample workspace is not backed up.")
                                                           : n_backups == 0 ? _ ("There is no backup yet.")
                                                                            : NULL);
}

static gboolean
are_same (GPtrArray *first, GPtrArray *second)
{
  if (first == NULL || first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      const RcBackup *one = g_ptr_array_index (first, i);
      const RcBackup *other = g_ptr_array_index (second, i);

      if (!g_str_equal (one->path, other->path) || one->size != other->size)
        return FALSE;
    }
  return TRUE;
}

/* The rows stay where nothing changed: somebody may have one of their buttons under the pointer. */
static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcBackupPage) self = user_data;
  g_autoptr (GPtrArray) backups = rc_backups_list_finish (result, NULL);

  if (backups == NULL || self->workspace == NULL || are_same (self->backups, backups))
    return;
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  self->backups = g_steal_pointer (&backups);
  show_backups (self);
}

static void
list_backups (RcBackupPage *self)
{
  rc_backups_list_async (self->workspace, self->settings, self->cancellable, on_listed, g_object_ref (self));
}

static void
update (RcBackupPage *self)
{
  gboolean can_make = !self->running && !rc_workspace_is_sample (self->workspace);
  g_autofree char *folder = rc_backups_get_folder (self->settings);

  adw_action_row_set_subtitle (self->folder_row, folder);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.make", can_make);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.restore",
                                 can_make && get_role_reason (self) == NULL);
  rc_action_reason_show (self->make_button, rc_workspace_is_sample (self->workspace)
                                                ? _ ("The sample workspace is not backed up.")
                                            : self->running ? _ ("The workspace is being copied.")
                                                            : NULL);
}

/* Who I am, or that the file is away, decides whether a copy may be put back, and why not. */
static void
on_rights_changed (RcBackupPage *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  update (self);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    rc_action_reason_show (g_object_get_data (G_OBJECT (row), BUTTON_KEY), get_role_reason (self));
  list_backups (self);
}

static void
on_time_zone_changed (RcBackupPage *self)
{
  if (self->backups != NULL)
    show_backups (self);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcBackupPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = rc_backups_make_finish (result, &error);

  self->running = FALSE;
  if (self->workspace == NULL)
    return;
  update (self);
  list_backups (self);
  tell (self, path != NULL ? _ ("The workspace was backed up.") : error->message);
}

static void
on_make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcBackupPage *self = RC_BACKUP_PAGE (widget);

  self->running = TRUE;
  update (self);
  rc_backups_make_async (self->workspace, self->settings, RC_BACKUP_PACE_FAST, NULL, on_made,
                         g_object_ref (self));
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcBackupPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = rc_backups_restore_finish (result, &error);

  self->running = FALSE;
  if (self->workspace == NULL)
    return;
  update (self);
  list_backups (self);
  tell (self, kept != NULL ? _ ("The backup was restored.") : error->message);
}

static void
on_answered (RcBackupPage *self, gboolean confirmed)
{
  if (!confirmed || self->running || self->workspace == NULL)
    return;
  self->running = TRUE;
  update (self);
  rc_backups_restore_async (self->workspace, self->settings, self->asked_path, NULL, on_restored,
                            g_object_ref (self));
}

static void
on_restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcBackupPage *self = RC_BACKUP_PAGE (widget);
  GtkWidget *question;
  const char *time;
  g_autofree char *body = NULL;

  g_free (self->asked_path);
  g_variant_get (parameter, "(s&s)", &self->asked_path, &time);
  body = g_strdup_printf ("%s\n\n%s", time,
                          _ ("All that was done since it was made is taken out of the workspace. A "
                             "backup of how the workspace is now is "
                             "made first."));
  question = GTK_WIDGET (rc_question_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                 _ ("Restore this backup?"), body,
                                                 _ ("_Keep the workspace as it is"), _ ("_Restore")));
  g_signal_connect_object (question, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
on_folder_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcBackupPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = rc_file_chooser_choose_folder_finish (result, &error);

  if (self->workspace == NULL
      || (folder == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    return;
  if (folder != NULL && g_file_peek_path (folder) != NULL)
    g_settings_set_string (self->settings, "backup-folder", g_file_peek_path (folder));
  else
    tell (self, _ ("Choose a folder on this computer."));
  update (self);
  list_backups (self);
}

static void
on_choose_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcBackupPage *self = RC_BACKUP_PAGE (widget);

  rc_file_chooser_choose_folder_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Folder for backups"),
                                       self->cancellable, on_folder_chosen, g_object_ref (self));
}

static void
on_days_typed (RcBackupPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (rc_field_row_get_value (self->days_row)));
  g_autofree char *error = g_strdup_printf (_ ("Enter a whole number from %d to %d."), 1, LONGEST_DAYS);
  guint64 days;
  gboolean fine = g_ascii_string_to_unsigned (text, 10, 1, LONGEST_DAYS, &days, NULL);

  rc_field_row_set_error (self->days_row, fine ? NULL : error);
  if (fine && g_settings_get_uint (self->settings, "backup-days") != days)
    g_settings_set_uint (self->settings, "backup-days", (guint) days);
}

static void
rc_backup_page_dispose (GObject *object)
{
  RcBackupPage *self = RC_BACKUP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (rc_backup_page_parent_class)->dispose (object);
}

static void
rc_backup_page_finalize (GObject *object)
{
  RcBackupPage *self = RC_BACKUP_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_free (self->asked_path);
  G_OBJECT_CLASS (rc_backup_page_parent_class)->finalize (object);
}

static void
rc_backup_page_class_init (RcBackupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_backup_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_backup_page_finalize;
  told_signal = g_signal_new ("told", RC_TYPE_BACKUP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-backup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcBackupPage, daily_switch);
  gtk_widget_class_bind_template_child (widget_class, RcBackupPage, days_row);
  gtk_widget_class_bind_template_child (widget_class, RcBackupPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, RcBackupPage, list_group);
  gtk_widget_class_bind_template_child (widget_class, RcBackupPage, make_button);
  gtk_widget_class_bind_template_child (widget_class, RcBackupPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_days_typed);
  gtk_widget_class_install_action (widget_class, "backup.make", NULL, on_make_action);
  gtk_widget_class_install_action (widget_class, "backup.restore", "(ss)", on_restore_action);
  gtk_widget_class_install_action (widget_class, "backup.choose-folder", NULL, on_choose_folder_action);
}

static void
rc_backup_page_init (RcBackupPage *self)
{
  g_autofree char *days = NULL;

  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  gtk_widget_init_template (GTK_WIDGET (self));
  days = g_strdup_printf ("%u", g_settings_get_uint (self->settings, "backup-days"));
  rc_field_row_set_value (self->days_row, days);
  g_settings_bind (self->settings, "backup-daily", self->daily_switch, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * rc_backup_page_set_workspace:
 * @self: a page
 * @workspace: whose copies they are; set once
 */
void
rc_backup_page_set_workspace (RcBackupPage *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_BACKUP_PAGE (self) && self->workspace == NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (on_rights_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (on_rights_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::time-zone", G_CALLBACK (on_time_zone_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
  list_backups (self);
}
