/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-import-catalogue-dialog"

#include "rc-import-catalogue-dialog.h"
#include "rc-catalogue-preview.h"
#include "rc-format.h"
#include "rc-import-catalogue.h"
#include "rc-import-problem.h"
#include "rc-tab-stop.h"
#include <glib/gi18n-lib.h>

/**
 * RcImportCatalogueDialog:
 *
 * Takes over a catalogue from a CSV file (PR-1). It reads the whole file first and tells what would come of it: what is new,
 * replaced, retired or removed, and every line that is wrong. With a wrong line nothing can be imported.
 */

struct _RcImportCatalogueDialog
{
  RcCommandDialog parent_instance;

  GtkLabel *state_label; /* (borrowed) template child */
  GtkLabel *counts_label; /* (borrowed) template child */
  GtkWidget *lines_box; /* (borrowed) template child */
  GtkNoSelection *lines; /* (borrowed) template child */

  RcCataloguePreview *preview; /* (owned) (nullable), until the file was read */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcImportCatalogueDialog, rc_import_catalogue_dialog, RC_TYPE_COMMAND_DIALOG)

static const char *
get_count_format (RcCatalogueFate fate, guint count)
{
  switch (fate)
    {
    case RC_CATALOGUE_FATE_NEW:
      return ngettext ("%s product is new.", "%s products are new.", count);
    case RC_CATALOGUE_FATE_REPLACED:
      return ngettext ("%s product is replaced.", "%s products are replaced.", count);
    case RC_CATALOGUE_FATE_RETIRED:
      return ngettext ("%s product is retired: customers keep what they have of it.",
                       "%s products are retired: customers keep what they have of them.", count);
    case RC_CATALOGUE_FATE_REMOVED:
      return ngettext ("%s product that nobody ever had is removed.",
                       "%s products that nobody ever had are removed.", count);
    case RC_CATALOGUE_FATE_UNCHANGED:
      return ngettext ("%s product stays as it is.", "%s products stay as they are.", count);
    }
  g_return_val_if_reached (NULL);
}

/* (transfer full) */
static char *
insert_number (const char *format, guint count)
{
  g_autofree char *number = rc_format_number (count);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (number, parts);
}

static void
show_counts (RcImportCatalogueDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int fate = 0; fate < RC_N_CATALOGUE_FATES; fate++)
    {
      guint count = self->preview->counts[fate];
      g_autofree char *sentence = insert_number (get_count_format ((RcCatalogueFate) fate, count), count);

      if (count > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  gtk_label_set_text (self->counts_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_label), self->preview->n_faults == 0);
}

/* (transfer full) */
static char *
describe_state (const RcCataloguePreview *preview)
{
  g_autofree char *wrong = NULL;

  if (rc_catalogue_preview_can_import (preview))
    return g_strdup (_ ("This catalog takes the place of the one that is there."));
  if (preview->n_faults == 0)
    return g_strdup (preview->products->len > 0
                         ? _ ("The catalog is this one already: there is nothing to import.")
                         : _ ("There is no product in this catalog."));
  wrong = insert_number (ngettext ("%s line is wrong", "%s lines are wrong", preview->n_faults),
                         preview->n_faults);
  /* Translators: “3 lines are wrong”, then what follows from it */
  return g_strdup_printf (_ ("%s. %s"), wrong, _ ("Nothing is imported until the file is corrected."));
}

static void
show_preview (RcImportCatalogueDialog *self)
{
  g_autofree char *state = describe_state (self->preview);
  GListModel *lines = G_LIST_MODEL (self->preview->lines);

  gtk_label_set_text (self->state_label, state);
  show_counts (self);
  gtk_no_selection_set_model (self->lines, lines);
  gtk_widget_set_visible (self->lines_box, g_list_model_get_n_items (lines) > 0);
  rc_command_dialog_set_can_run (RC_COMMAND_DIALOG (self), rc_catalogue_preview_can_import (self->preview));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcImportCatalogueDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  RcCataloguePreview *preview = rc_catalogue_preview_load_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_pointer (&preview, rc_catalogue_preview_free);
  else if (preview == NULL)
    rc_command_dialog_show_problem (RC_COMMAND_DIALOG (self), error->message);
  else
    {
      self->preview = preview;
      show_preview (self);
    }
}

static RcCommand *
rc_import_catalogue_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcImportCatalogueDialog *self = RC_IMPORT_CATALOGUE_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  return rc_import_catalogue_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                  self->preview->products);
}

/* Not when disposed of: what runs keeps the dialog until it ends, also one that went with its parent. */
static void
rc_import_catalogue_dialog_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (RC_IMPORT_CATALOGUE_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (rc_import_catalogue_dialog_parent_class)->unmap (widget);
}

static void
rc_import_catalogue_dialog_finalize (GObject *object)
{
  RcImportCatalogueDialog *self = RC_IMPORT_CATALOGUE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->preview, rc_catalogue_preview_free);
  G_OBJECT_CLASS (rc_import_catalogue_dialog_parent_class)->finalize (object);
}

static void
rc_import_catalogue_dialog_class_init (RcImportCatalogueDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = rc_import_catalogue_dialog_finalize;
  widget_class->unmap = rc_import_catalogue_dialog_unmap;
  RC_COMMAND_DIALOG_CLASS (klass)->create_command = rc_import_catalogue_dialog_create_command;
  g_type_ensure (RC_TYPE_IMPORT_PROBLEM);
  g_type_ensure (RC_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-import-catalogue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcImportCatalogueDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportCatalogueDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, RcImportCatalogueDialog, lines_box);
  gtk_widget_class_bind_template_child (widget_class, RcImportCatalogueDialog, lines);
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
  g_autofree char *name = NULL;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && G_IS_FILE (file), NULL);
  self = g_object_new (RC_TYPE_IMPORT_CATALOGUE_DIALOG, "workspace", workspace, NULL);
  name = g_file_get_basename (file);
  g_object_set (self, "subtitle", name, NULL);
  rc_command_dialog_set_can_run (RC_COMMAND_DIALOG (self), FALSE);
  rc_catalogue_preview_load_async (workspace, file, self->cancellable, on_read, g_object_ref (self));
  return GTK_WINDOW (self);
}
