/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-import-dialog"

#include "rc-import-dialog.h"
#include "rc-answers.h"
#include "rc-file-chooser.h"
#include "rc-format.h"
#include "rc-import-customers.h"
#include "rc-import-mapping-page.h"
#include "rc-import-result-page.h"

#include <glib/gi18n-lib.h>

/* Imports customers step by step (IO-2): the file, what its columns mean, the dry run, what it found, what went in. Nothing
 * is changed before the last step but one. */

typedef enum
{
  PROP_WORKSPACE = 1
} RcImportDialogProperty;
static GParamSpec *properties[PROP_WORKSPACE + 1];

enum
{
  SIGNAL_COMPLETED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

struct _RcImportDialog
{
  AdwWindow parent_instance;

  GtkStack *steps; /* (borrowed) template child */
  GtkButton *back_button; /* (borrowed) template child */
  GtkButton *next_button; /* (borrowed) template child */
  GtkLabel *back_button_label; /* (borrowed) template child */
  GtkLabel *next_button_label; /* (borrowed) template child */
  GtkWidget *error_line; /* (borrowed) template child */
  GtkLabel *error_label; /* (borrowed) template child */
  RcImportMappingPage *mapping_page; /* (borrowed) template child */
  RcImportResultPage *result_page; /* (borrowed) template child */
  GtkProgressBar *progress_bar; /* (borrowed) template child */
  AdwStatusPage *working_page; /* (borrowed) template child */
  AdwStatusPage *done_page; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) */
  GSettings *settings; /* (owned) */
  RcImportFile *file; /* (owned) (nullable) */
  RcProgress *progress; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of the work under way */
  char *saved_name; /* (owned) (nullable): where the rows went that did not go in */
  gboolean is_importing; /* nothing can be stopped any more */
};

G_DEFINE_FINAL_TYPE (RcImportDialog, rc_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_at (RcImportDialog *self, const char *step)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->steps), step);
}

static void
show_error (RcImportDialog *self, const GError *error)
{
  gboolean is_shown = error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  gtk_label_set_text (self->error_label, is_shown ? error->message : "");
  gtk_widget_set_visible (self->error_line, is_shown);
}

static gboolean
can_go_on (RcImportDialog *self)
{
  if (is_at (self, "mapping"))
    return rc_import_mapping_page_is_usable (self->mapping_page);
  if (is_at (self, "result"))
    return rc_import_result_page_can_import (self->result_page);
  return is_at (self, "done");
}

static void
update_buttons (RcImportDialog *self)
{
  gboolean has_next = is_at (self, "mapping") || is_at (self, "result");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_on (self) && !self->is_importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", !self->is_importing);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), !is_at (self, "done"));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), has_next || is_at (self, "done"));
  gtk_label_set_label (self->back_button_label,
                       is_at (self, "file") || is_at (self, "working") ? _ ("_Cancel") : _ ("_Back"));
  gtk_label_set_label (self->next_button_label, is_at (self, "mapping")  ? _ ("Chec_k")
                                                : is_at (self, "result") ? _ ("_Import")
                                                                         : _ ("_Close"));
  /* Enter goes on; GTK forgets a default widget that was insensitive meanwhile. */
  gtk_window_set_default_widget (GTK_WINDOW (self), can_go_on (self) ? GTK_WIDGET (self->next_button) : NULL);
}

static void
go_to (RcImportDialog *self, const char *step)
{
  gtk_stack_set_visible_child_name (self->steps, step);
  update_buttons (self);
  if (is_at (self, "result"))
    gtk_widget_grab_focus (GTK_WIDGET (self->result_page));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->steps), GTK_DIR_TAB_FORWARD);
}

static GCancellable *
renew_cancellable (RcImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
show_working (RcImportDialog *self, const char *title, gboolean has_progress)
{
  adw_status_page_set_title (self->working_page, title);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), has_progress);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  show_error (self, NULL);
  go_to (self, "working");
}

static RcImportMapping *
find_mapping (RcImportDialog *self)
{
  g_autofree char *memory = g_settings_get_string (self->settings, "import-mappings");
  g_autofree char *fingerprint = rc_import_file_get_fingerprint (self->file);
  RcImportMapping *mapping = rc_import_mapping_recall (memory, fingerprint);

  return mapping != NULL ? mapping : rc_import_mapping_propose (self->file);
}

static void
remember_mapping (RcImportDialog *self)
{
  g_autofree char *memory = g_settings_get_string (self->settings, "import-mappings");
  g_autofree char *fingerprint = rc_import_file_get_fingerprint (self->file);
  g_autofree char *next = rc_import_mapping_remember (
      memory, fingerprint, rc_import_mapping_page_get_mapping (self->mapping_page));

  g_settings_set_string (self->settings, "import-mappings", next);
}

static void
on_file_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcImportDialog) self = RC_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcImportFile) file = rc_import_file_load_finish (result, &error);
  g_autoptr (RcImportMapping) mapping = NULL;

  if (file == NULL)
    {
      show_error (self, error);
      return;
    }
  show_error (self, NULL);
  g_set_object (&self->file, file);
  mapping = find_mapping (self);
  rc_import_mapping_page_set_file (self->mapping_page, file, mapping);
  go_to (self, "mapping");
}

static void
on_format_changed (RcImportDialog *self)
{
  RcCsvFormat format;

  rc_import_mapping_page_get_format (self->mapping_page, &format);
  rc_import_file_load_async (rc_import_file_get_file (self->file), &format, renew_cancellable (self),
                             on_file_loaded, g_object_ref (self));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcImportDialog) self = RC_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = rc_file_chooser_open_finish (result, &error);

  if (file != NULL)
    rc_import_dialog_open_file (self, file);
  else
    show_error (self, error);
}

static void
on_choose_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcImportDialog *self = RC_IMPORT_DIALOG (widget);

  rc_file_chooser_open_async (GTK_WINDOW (self), _ ("Import customers"), RC_FILE_KIND_CSV,
                              renew_cancellable (self), on_file_chosen, g_object_ref (self));
}

static gboolean
on_drop (RcImportDialog *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  if (!G_VALUE_HOLDS (value, G_TYPE_FILE) || is_at (self, "working"))
    return FALSE;
  rc_import_dialog_open_file (self, g_value_get_object (value));
  return TRUE;
}

static void
on_progress (RcImportDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, rc_progress_get_fraction (self->progress));
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcImportDialog) self = RC_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcImportOutcome) outcome = rc_import_check_finish (result, &error);

  if (outcome != NULL)
    rc_import_result_page_set_outcome (self->result_page, outcome);
  go_to (self, outcome != NULL ? "result" : "mapping");
  show_error (self, error);
}

static void
check (RcImportDialog *self)
{
  remember_mapping (self);
  show_working (self, _ ("Checking the rows"), TRUE);
  g_set_object (&self->progress, NULL);
  self->progress = rc_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress), self,
                           G_CONNECT_SWAPPED);
  rc_import_check_async (self->file, rc_import_mapping_page_get_mapping (self->mapping_page),
                         rc_workspace_get_path (self->workspace), rc_workspace_get_today (self->workspace),
                         rc_workspace_get_policy (self->workspace), self->progress, renew_cancellable (self),
                         on_checked, g_object_ref (self));
}

static void
show_done (RcImportDialog *self)
{
  int count = (int) rc_customer_rows_get_n (
      rc_import_outcome_get_customers (rc_import_result_page_get_outcome (self->result_page)));
  g_autofree char *number = rc_format_number (count);
  g_autofree char *title =
      g_strdup_printf (ngettext ("%s customer was added", "%s customers were added", (gulong) count), number);
  g_autofree char *saved = NULL;

  if (self->saved_name != NULL)
    saved = g_markup_printf_escaped (_ ("The other rows are in %s, each with its reason."), self->saved_name);
  adw_status_page_set_title (self->done_page, title);
  adw_status_page_set_description (self->done_page, saved);
  go_to (self, "done");
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcImportDialog) self = RC_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) outcome = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  self->is_importing = FALSE;
  if (outcome == NULL)
    {
      go_to (self, "result");
      show_error (self, error);
      return;
    }
  show_done (self);
  g_signal_emit (self, signals[SIGNAL_COMPLETED], 0, outcome);
}

static void
import (RcImportDialog *self)
{
  RcImportOutcome *outcome = rc_import_result_page_get_outcome (self->result_page);
  gint64 me = rc_workspace_get_me (self->workspace);
  g_autoptr (RcCommand) command = rc_import_customers_new (
      me, rc_workspace_get_today (self->workspace), rc_import_outcome_get_customers (outcome), me,
      rc_import_result_page_sends_invitations (self->result_page));

  self->is_importing = TRUE;
  show_working (self, _ ("Adding the customers"), FALSE);
  rc_workspace_run_async (self->workspace, command, NULL, on_imported, g_object_ref (self));
}

static void
on_problems_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcImportDialog) self = RC_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (rc_import_outcome_save_problems_finish (RC_IMPORT_OUTCOME (source), result, &error))
    {
      import (self);
      return;
    }
  g_clear_pointer (&self->saved_name, g_free);
  go_to (self, "result");
  show_error (self, error);
}

static void
on_target_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcImportDialog) self = RC_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = rc_file_chooser_save_finish (result, &error);

  if (target == NULL)
    {
      show_error (self, error);
      return;
    }
  g_free (self->saved_name);
  self->saved_name = g_file_get_parse_name (target);
  show_working (self, _ ("Saving the other rows"), FALSE);
  rc_import_outcome_save_problems_async (rc_import_result_page_get_outcome (self->result_page), target,
                                         renew_cancellable (self), on_problems_saved, g_object_ref (self));
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcImportDialog *self = RC_IMPORT_DIALOG (widget);

  if (is_at (self, "mapping"))
    check (self);
  else if (is_at (self, "done"))
    gtk_window_close (GTK_WINDOW (self));
  else if (rc_import_result_page_saves_problems (self->result_page))
    rc_file_chooser_save_async (
        GTK_WINDOW (self), _ ("Save the rows that are not imported"), RC_FILE_KIND_CSV,
        /* Translators: the name of a file */
        _ ("not-imported.csv"), renew_cancellable (self), on_target_chosen, g_object_ref (self));
  else
    import (self);
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcImportDialog *self = RC_IMPORT_DIALOG (widget);

  show_error (self, NULL);
  if (is_at (self, "working"))
    g_cancellable_cancel (self->cancellable);
  else if (is_at (self, "result"))
    go_to (self, "mapping");
  else if (is_at (self, "mapping"))
    go_to (self, "file");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
rc_import_dialog_close_request (GtkWindow *window)
{
  if (RC_IMPORT_DIALOG (window)->is_importing)
    return TRUE;
  return GTK_WINDOW_CLASS (rc_import_dialog_parent_class)->close_request (window);
}

static void
rc_import_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RcImportDialog *self = RC_IMPORT_DIALOG (object);

  switch ((RcImportDialogProperty) id)
    {
    case PROP_WORKSPACE:
      self->workspace = g_value_dup_object (value);
      rc_import_mapping_page_set_rules (self->mapping_page, rc_workspace_get_today (self->workspace),
                                        rc_workspace_get_policy (self->workspace));
      break;
    }
}

static void
rc_import_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rc_import_dialog_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (RC_IMPORT_DIALOG (widget)->steps), GTK_DIR_TAB_FORWARD);
}

static void
rc_import_dialog_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (RC_IMPORT_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (rc_import_dialog_parent_class)->unmap (widget);
}

static void
rc_import_dialog_finalize (GObject *object)
{
  RcImportDialog *self = RC_IMPORT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_object (&self->progress);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->saved_name, g_free);
  G_OBJECT_CLASS (rc_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (RC_TYPE_ANSWERS);
  g_type_ensure (RC_TYPE_IMPORT_MAPPING_PAGE);
  g_type_ensure (RC_TYPE_IMPORT_RESULT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, back_button_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, next_button_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, error_line);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, mapping_page);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, result_page);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, working_page);
  gtk_widget_class_bind_template_child (widget_class, RcImportDialog, done_page);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
}

static void
rc_import_dialog_class_init (RcImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = rc_import_dialog_set_property;
  object_class->finalize = rc_import_dialog_finalize;
  widget_class->unmap = rc_import_dialog_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = rc_import_dialog_close_request;
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, RC_TYPE_WORKSPACE,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_COMPLETED] = g_signal_new ("completed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  widget_class->map = rc_import_dialog_map;
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, on_choose_file);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, on_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.back", NULL);
  bind_template (widget_class);
}

static void
rc_import_dialog_init (RcImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_buttons (self);
}

/**
 * rc_import_dialog_new:
 * @workspace: a workspace
 *
 * Returns: (transfer none): a dialog that asks for a file first
 */
GtkWindow *
rc_import_dialog_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_IMPORT_DIALOG, "workspace", workspace, NULL);
}

/**
 * rc_import_dialog_open_file:
 * @self: a dialog
 * @file: the file to import, as if it had been chosen or dropped
 */
void
rc_import_dialog_open_file (RcImportDialog *self, GFile *file)
{
  g_return_if_fail (RC_IS_IMPORT_DIALOG (self) && G_IS_FILE (file));
  rc_import_file_load_async (file, NULL, renew_cancellable (self), on_file_loaded, g_object_ref (self));
}
