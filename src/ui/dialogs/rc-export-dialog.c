/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-export-dialog"

#include "rc-export-dialog.h"
#include "rc-answers.h"
#include "rc-file-chooser.h"
#include "rc-format.h"
#include "rc-report.h"

#include <glib/gi18n-lib.h>

/* Asks which customers the report is to have (IO-1): those that the list shows, the selected ones, or all; whether people or programs
 * read it; then for the file; writes it, and can be stopped. The columns are the report's own. */

struct _RcExportDialog
{
  AdwWindow parent_instance;

  GtkStack *steps; /* (borrowed) template child */
  GtkButton *back_button; /* (borrowed) template child */
  GtkButton *save_button; /* (borrowed) template child */
  GtkLabel *save_button_label; /* (borrowed) template child */
  GtkWidget *error_line; /* (borrowed) template child */
  GtkLabel *error_label; /* (borrowed) template child */
  GtkCheckButton *shown; /* (borrowed) template child */
  GtkCheckButton *selected; /* (borrowed) template child */
  GtkCheckButton *all; /* (borrowed) template child */
  GtkCheckButton *for_programs; /* (borrowed) template child */
  GtkProgressBar *progress_bar; /* (borrowed) template child */
  AdwStatusPage *done_page; /* (borrowed) template child */

  RcWorkspace *workspace; /* (owned) */
  RcCustomerQuery *query; /* (owned): what the list shows */
  GArray *selected_ids; /* (owned) of gint64 */
  RcProgress *progress; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  GFile *target; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcExportDialog, rc_export_dialog, ADW_TYPE_WINDOW)

static gboolean
is_at (RcExportDialog *self, const char *step)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->steps), step);
}

static void
go_to (RcExportDialog *self, const char *step)
{
  gtk_stack_set_visible_child_name (self->steps, step);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", !is_at (self, "working"));
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), !is_at (self, "done"));
  gtk_label_set_label (self->save_button_label, is_at (self, "done") ? _ ("_Close") : _ ("_Save…"));
}

static void
show_error (RcExportDialog *self, const GError *error)
{
  gboolean is_shown = error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  gtk_label_set_text (self->error_label, is_shown ? error->message : "");
  gtk_widget_set_visible (self->error_line, is_shown);
}

static GCancellable *
renew_cancellable (RcExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
on_progress (RcExportDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, rc_progress_get_fraction (self->progress));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcExportDialog) self = RC_EXPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  gint64 count = rc_report_write_finish (result, &error);
  g_autofree char *number = rc_format_number (count);
  g_autofree char *name = g_file_get_parse_name (self->target);
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;

  show_error (self, error);
  if (count < 0)
    {
      go_to (self, "choice");
      return;
    }
  title = g_strdup_printf (ngettext ("%s customer was written", "%s customers were written", (gulong) count),
                           number);
  place = g_markup_printf_escaped (_ ("The report is in %s."), name);
  adw_status_page_set_title (self->done_page, title);
  adw_status_page_set_description (self->done_page, place);
  go_to (self, "done");
}

static void
on_target_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcExportDialog) self = RC_EXPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = rc_file_chooser_save_finish (result, &error);

  if (target != NULL)
    rc_export_dialog_write (self, target);
  else
    show_error (self, error);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcExportDialog *self = RC_EXPORT_DIALOG (widget);
  g_autofree char *today = NULL;
  g_autofree char *file_name = NULL;

  if (is_at (self, "done"))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  today = rc_date_to_iso (rc_workspace_get_today (self->workspace));
  /* Translators: the name of a file; the placeholder is the date */
  file_name = g_strdup_printf (_ ("customers-%s.csv"), today);
  rc_file_chooser_save_async (GTK_WINDOW (self), _ ("Download customer report"), RC_FILE_KIND_CSV, file_name,
                              renew_cancellable (self), on_target_chosen, g_object_ref (self));
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcExportDialog *self = RC_EXPORT_DIALOG (widget);

  if (is_at (self, "working"))
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Not when disposed of: what runs keeps the dialog until it ends, also one that went with its parent. */
static void
rc_export_dialog_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (RC_EXPORT_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (rc_export_dialog_parent_class)->unmap (widget);
}

static void
rc_export_dialog_finalize (GObject *object)
{
  RcExportDialog *self = RC_EXPORT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, rc_customer_query_free);
  g_clear_pointer (&self->selected_ids, g_array_unref);
  g_clear_object (&self->progress);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->target);
  G_OBJECT_CLASS (rc_export_dialog_parent_class)->finalize (object);
}

static void
rc_export_dialog_class_init (RcExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = rc_export_dialog_finalize;
  widget_class->unmap = rc_export_dialog_unmap;
  gtk_widget_class_install_action (widget_class, "export.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "export.back", NULL, on_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.back", NULL);
  g_type_ensure (RC_TYPE_ANSWERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, save_button_label);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, error_line);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, shown);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, selected);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, all);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, for_programs);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, RcExportDialog, done_page);
}

static void
rc_export_dialog_init (RcExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  go_to (self, "choice");
}

static void
label_choices (RcExportDialog *self)
{
  guint n_selected = self->selected_ids->len;
  g_autofree char *number = rc_format_number (n_selected);
  g_autofree char *label = g_strdup_printf (
      ngettext ("The %s customer that is selected", "The %s customers that are selected", n_selected),
      number);

  gtk_check_button_set_label (self->selected, label);
  gtk_widget_set_visible (GTK_WIDGET (self->selected), n_selected > 0);
  gtk_check_button_set_active (n_selected > 1 ? self->selected : self->shown, TRUE);
}

/**
 * rc_export_dialog_new:
 * @workspace: a workspace
 * @query: what the list shows: its filter, toggle, search and order apply (IO-1); copied
 * @selected_ids: (nullable) (element-type gint64): the selected customers; referenced, and not to be changed any more
 *
 * Returns: (transfer none): a dialog that writes the report
 */
GtkWindow *
rc_export_dialog_new (RcWorkspace *workspace, const RcCustomerQuery *query, GArray *selected_ids)
{
  RcExportDialog *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && query != NULL, NULL);
  self = g_object_new (RC_TYPE_EXPORT_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->query = rc_customer_query_copy (query);
  self->selected_ids =
      selected_ids != NULL ? g_array_ref (selected_ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
  label_choices (self);
  return GTK_WINDOW (self);
}

/**
 * rc_export_dialog_write:
 * @self: a dialog
 * @target: the file
 *
 * Writes the customers chosen to @target, as if it had been chosen.
 */
void
rc_export_dialog_write (RcExportDialog *self, GFile *target)
{
  g_autoptr (RcCustomerQuery) query = NULL;
  gboolean only_selected = gtk_check_button_get_active (self->selected);
  gboolean for_programs = gtk_check_button_get_active (self->for_programs);

  g_return_if_fail (RC_IS_EXPORT_DIALOG (self) && G_IS_FILE (target));
  if (gtk_check_button_get_active (self->all))
    query = rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, self->query->today, self->query->policy);
  g_set_object (&self->target, target);
  g_clear_object (&self->progress);
  self->progress = rc_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (on_progress), self,
                           G_CONNECT_SWAPPED);
  show_error (self, NULL);
  go_to (self, "working");
  rc_report_write_async (rc_workspace_get_path (self->workspace), query != NULL ? query : self->query,
                         only_selected ? self->selected_ids : NULL,
                         for_programs ? RC_REPORT_AUDIENCE_PROGRAMS : RC_REPORT_AUDIENCE_PEOPLE, target,
                         self->progress, renew_cancellable (self), on_written, g_object_ref (self));
}
