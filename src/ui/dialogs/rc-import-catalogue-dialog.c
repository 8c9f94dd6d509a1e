/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-import-catalogue-dialog"

#include "rc-import-catalogue-dialog.h"
#include "rc-catalogue.h"
#include "rc-format.h"
#include "rc-import-catalogue.h"
#include "rc-product.h"
#include <glib/gi18n-lib.h>

/**
 * RcImportCatalogueDialog:
 *
 * Takes over a catalogue from a CSV file (PR-1). It reads the whole file first and tells what would come of it: how many
 * products are new, how many are replaced, and every line that is wrong. With a wrong line nothing can be imported.
 */

struct _RcImportCatalogueDialog
{
  RcCommandDialog parent_instance;

  AdwPreferencesGroup *summary; /* (borrowed) template child */
  AdwPreferencesGroup *faults_group; /* (borrowed) template child */
  GtkListBox *faults; /* (borrowed) template child */

  GPtrArray *products; /* (owned) (nullable) of RcProductRecord, until the file was read */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcImportCatalogueDialog, rc_import_catalogue_dialog, RC_TYPE_COMMAND_DIALOG)

typedef struct
{
  GPtrArray *products; /* (owned) of RcProductRecord */
  GPtrArray *faults; /* (owned) of char * */
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->products, g_ptr_array_unref);
  g_clear_pointer (&reading->faults, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* In a thread of its own. */
static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (G_FILE (data), cancellable, &error);

  reading->faults = g_ptr_array_new_with_free_func (g_free);
  if (stream != NULL)
    reading->products = rc_catalogue_check (G_INPUT_STREAM (stream), reading->faults, cancellable, &error);
  if (reading->products != NULL)
    g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) reading_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static guint
count_known (RcImportCatalogueDialog *self)
{
  GListModel *known = rc_workspace_get_products (rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self)));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_known = 0;

  for (guint i = 0; i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr (RcProduct) product = g_list_model_get_item (known, i);

      g_hash_table_add (codes, g_strdup (rc_product_get_record (product)->code));
    }
  for (guint i = 0; i < self->products->len; i++)
    n_known += g_hash_table_contains (codes, ((RcProductRecord *) self->products->pdata[i])->code);
  return n_known;
}

static void
show_summary (RcImportCatalogueDialog *self)
{
  guint n_known = count_known (self);
  guint n_new = self->products->len - n_known;
  g_autofree char *new_number = rc_format_number (n_new);
  g_autofree char *known_number = rc_format_number (n_known);
  g_autofree char *new_text =
      g_strdup_printf (ngettext ("%s new product", "%s new products", n_new), new_number);
  g_autofree char *known_text = g_strdup_printf (
      ngettext ("%s product that is replaced", "%s products that are replaced", n_known), known_number);
  /* Translators: how many products are new, and how many are replaced */
  g_autofree char *text = g_strdup_printf (
      _ ("The file has %s and %s. Products that it does not name stay as they are."), new_text, known_text);

  adw_preferences_group_set_description (self->summary, text);
}

static GtkWidget *
create_fault_row (const char *fault)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fault);
  return row;
}

static void
show_faults (RcImportCatalogueDialog *self, GPtrArray *faults)
{
  g_autofree char *number = rc_format_number (faults->len);
  g_autofree char *title =
      g_strdup_printf (ngettext ("%s line is wrong", "%s lines are wrong", faults->len), number);

  for (guint i = 0; i < faults->len; i++)
    gtk_list_box_append (self->faults, create_fault_row (g_ptr_array_index (faults, i)));
  adw_preferences_group_set_title (self->faults_group, title);
  gtk_widget_set_visible (GTK_WIDGET (self->faults_group), faults->len > 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RcImportCatalogueDialog *self = RC_IMPORT_CATALOGUE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (reading == NULL)
    {
      rc_command_dialog_show_problem (RC_COMMAND_DIALOG (self), error->message);
      return;
    }
  self->products = g_steal_pointer (&reading->products);
  show_summary (self);
  show_faults (self, reading->faults);
  rc_command_dialog_set_can_run (RC_COMMAND_DIALOG (self),
                                 reading->faults->len == 0 && self->products->len > 0);
}

static RcCommand *
rc_import_catalogue_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcImportCatalogueDialog *self = RC_IMPORT_CATALOGUE_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  return rc_import_catalogue_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                  self->products);
}

static void
rc_import_catalogue_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (RC_IMPORT_CATALOGUE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (rc_import_catalogue_dialog_parent_class)->dispose (object);
}

static void
rc_import_catalogue_dialog_finalize (GObject *object)
{
  RcImportCatalogueDialog *self = RC_IMPORT_CATALOGUE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  G_OBJECT_CLASS (rc_import_catalogue_dialog_parent_class)->finalize (object);
}

static void
rc_import_catalogue_dialog_class_init (RcImportCatalogueDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rc_import_catalogue_dialog_dispose;
  object_class->finalize = rc_import_catalogue_dialog_finalize;
  RC_COMMAND_DIALOG_CLASS (klass)->create_command = rc_import_catalogue_dialog_create_command;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-import-catalogue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcImportCatalogueDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, RcImportCatalogueDialog, faults_group);
  gtk_widget_class_bind_template_child (widget_class, RcImportCatalogueDialog, faults);
}

static void
rc_import_catalogue_dialog_init (RcImportCatalogueDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_import_catalogue_dialog_new:
 * @workspace: a workspace
 * @file: a CSV file
 *
 * Returns: (transfer none): a dialog that reads @file, and imports it when it is told to
 */
GtkWindow *
rc_import_catalogue_dialog_new (RcWorkspace *workspace, GFile *file)
{
  RcImportCatalogueDialog *self;
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && G_IS_FILE (file), NULL);
  self = g_object_new (RC_TYPE_IMPORT_CATALOGUE_DIALOG, "workspace", workspace, NULL);
  name = g_file_get_basename (file);
  g_object_set (self, "subtitle", name, NULL);
  rc_command_dialog_set_can_run (RC_COMMAND_DIALOG (self), FALSE);
  task = g_task_new (self, self->cancellable, on_read, NULL);
  g_task_set_source_tag (task, rc_import_catalogue_dialog_new);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file);
  return GTK_WINDOW (self);
}
