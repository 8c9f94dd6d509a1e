/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-bulk-renewal-dialog"

#include "rc-bulk-renewal-dialog.h"
#include "rc-answers.h"
#include "rc-date-row.h"
#include "rc-field-row.h"
#include "rc-format.h"
#include "rc-question-dialog.h"
#include "rc-renewal-draft-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcBulkRenewalDialog:
 *
 * Renewal orders for many customers at current quantities (RN-3): one list with a tick and a number each. What is ticked
 * is run one after the other and can be stopped in between; what was refused stays in the list with the reason, and can
 * be tried again. Who renews with other quantities does it for one customer.
 */

enum
{
  SIGNAL_COMPLETED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

typedef enum
{
  STAGE_READING,
  STAGE_WRITING, /* numbers are typed */
  STAGE_RUNNING
} Stage;

struct _RcBulkRenewalDialog
{
  AdwWindow parent_instance;

  GtkWidget *leave_button; /* (borrowed) template children */
  GtkLabel *leave_label;
  GtkWidget *spinner;
  GtkWidget *form;
  RcDateRow *date_row;
  RcFieldRow *prefix_row;
  RcFieldRow *first_row;
  GtkListView *list;
  GtkLabel *summary_label;
  GtkProgressBar *progress_bar;

  RcWorkspace *workspace; /* (owned) */
  RcRenewalBatch *batch; /* (owned) */
  GCancellable *cancellable; /* (owned) of what is read or run now */
  Stage stage;
  gboolean leaving; /* nothing is asked any more */
};

G_DEFINE_FINAL_TYPE (RcBulkRenewalDialog, rc_bulk_renewal_dialog, ADW_TYPE_WINDOW)

static guint
count_done (RcBulkRenewalDialog *self)
{
  return rc_renewal_batch_count (self->batch, RC_RENEWAL_DRAFT_STATE_DONE);
}

static char *
describe_ticked (RcBulkRenewalDialog *self)
{
  guint n_ticked = rc_renewal_batch_count_ticked (self->batch);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->batch));
  g_autofree char *ticked = rc_format_number (n_ticked);
  g_autofree char *all = rc_format_number (n_all);

  /* Translators: two numbers of customers */
  return g_strdup_printf (ngettext ("%s of %s customer selected", "%s of %s customers selected", n_all),
                          ticked, all);
}

static char *
describe_done (RcBulkRenewalDialog *self)
{
  guint n_failed = rc_renewal_batch_count (self->batch, RC_RENEWAL_DRAFT_STATE_FAILED);
  g_autofree char *done = rc_format_number (count_done (self));
  g_autofree char *failed = rc_format_number (n_failed);
  g_autofree char *renewed = g_strdup_printf (ngettext ("%s renewed", "%s renewed", count_done (self)), done);

  if (n_failed == 0)
    return g_steal_pointer (&renewed);
  /* Translators: "3 renewed", and a number of orders that were refused */
  return g_strdup_printf (ngettext ("%s, %s refused", "%s, %s refused", n_failed), renewed, failed);
}

static void
update (RcBulkRenewalDialog *self)
{
  gboolean is_working = self->stage != STAGE_WRITING;
  gboolean was_run =
      count_done (self) > 0 || rc_renewal_batch_count (self->batch, RC_RENEWAL_DRAFT_STATE_FAILED);
  guint n_ticked = rc_renewal_batch_count_ticked (self->batch);
  g_autofree char *ticked = describe_ticked (self);
  g_autofree char *done = describe_done (self);
  g_autofree char *both = g_strdup_printf ("%s · %s", done, ticked);

  gtk_label_set_label (self->summary_label, was_run ? both : ticked);
  gtk_widget_set_sensitive (self->form, !is_working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !is_working);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_working);
  gtk_widget_set_visible (self->spinner, self->stage == STAGE_RUNNING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "renewals.run", !is_working && n_ticked > 0);
  if (self->stage == STAGE_RUNNING)
    gtk_label_set_label (self->leave_label, _ ("_Stop"));
  else
    gtk_label_set_label (self->leave_label, was_run ? _ ("_Close") : _ ("_Cancel"));
}

static void
set_stage (RcBulkRenewalDialog *self, Stage stage)
{
  self->stage = stage;
  update (self);
}

static void
on_fraction (RcBulkRenewalDialog *self)
{
  double fraction;

  g_object_get (self->batch, "fraction", &fraction, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
on_pattern_changed (RcBulkRenewalDialog *self)
{
  if (self->batch)
    rc_renewal_batch_propose_numbers (self->batch, rc_field_row_get_value (self->prefix_row),
                                      rc_field_row_get_value (self->first_row));
}

static void
on_date_changed (RcBulkRenewalDialog *self)
{
  if (self->batch)
    rc_renewal_batch_set_date (self->batch, rc_date_row_get_date (self->date_row));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcBulkRenewalDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!rc_renewal_batch_load_finish (RC_RENEWAL_BATCH (source), result, &error)
      && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_stage (self, STAGE_WRITING);
  if (error)
    gtk_label_set_label (self->summary_label, error->message);
  rc_field_row_focus (self->prefix_row);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcBulkRenewalDialog) self = user_data;

  /* Stopped or not: each row says what became of it. */
  rc_renewal_batch_run_finish (RC_RENEWAL_BATCH (source), result, NULL);
  set_stage (self, STAGE_WRITING);
}

static GCancellable *
renew_cancellable (RcBulkRenewalDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
on_run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcBulkRenewalDialog *self = RC_BULK_RENEWAL_DIALOG (widget);
  guint position = 0;

  if (!rc_date_row_check (self->date_row))
    return;
  if (!rc_renewal_batch_check (self->batch, &position))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
      gtk_widget_error_bell (widget);
      return;
    }
  /* From the fields, which nobody can type into meanwhile, to what stops it. */
  gtk_widget_grab_focus (self->leave_button);
  set_stage (self, STAGE_RUNNING);
  rc_renewal_batch_run_async (self->batch, renew_cancellable (self), on_run, g_object_ref (self));
}

static void
close_now (RcBulkRenewalDialog *self)
{
  RcCommandResult result = { .count = (int) count_done (self) };

  self->leaving = TRUE;
  if (result.count > 0)
    g_signal_emit (self, signals[SIGNAL_COMPLETED], 0, &result);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_discard_answered (RcBulkRenewalDialog *self, gboolean confirmed)
{
  if (confirmed)
    close_now (self);
}

static gboolean
is_typed (RcBulkRenewalDialog *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->batch));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (RcRenewalDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->batch), i);

      if (rc_renewal_draft_get_ticked (draft) && *rc_renewal_draft_get_number (draft) != '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
rc_bulk_renewal_dialog_close_request (GtkWindow *window)
{
  RcBulkRenewalDialog *self = RC_BULK_RENEWAL_DIALOG (window);
  GtkWindow *question;

  if (self->leaving)
    return GTK_WINDOW_CLASS (rc_bulk_renewal_dialog_parent_class)->close_request (window);
  g_cancellable_cancel (self->cancellable);
  if (self->stage == STAGE_RUNNING)
    return TRUE;
  if (!is_typed (self))
    {
      close_now (self);
      return TRUE;
    }
  question = rc_question_dialog_new (window, _ ("Discard what you typed?"),
                                     _ ("The orders that are still selected have not been recorded."),
                                     _ ("_Keep editing"), _ ("_Discard"));
  g_signal_connect_object (question, "answered", G_CALLBACK (on_discard_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (question);
  return TRUE;
}

static void
on_leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* Not when disposed of: what runs keeps the dialog until it ends, also one that went with its parent. */
static void
rc_bulk_renewal_dialog_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (RC_BULK_RENEWAL_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (rc_bulk_renewal_dialog_parent_class)->unmap (widget);
}

static void
rc_bulk_renewal_dialog_finalize (GObject *object)
{
  RcBulkRenewalDialog *self = RC_BULK_RENEWAL_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->batch);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (rc_bulk_renewal_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, leave_button);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, leave_label);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, form);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, prefix_row);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, RcBulkRenewalDialog, progress_bar);
}

static void
rc_bulk_renewal_dialog_class_init (RcBulkRenewalDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = rc_bulk_renewal_dialog_finalize;
  widget_class->unmap = rc_bulk_renewal_dialog_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = rc_bulk_renewal_dialog_close_request;
  signals[SIGNAL_COMPLETED] = g_signal_new ("completed", RC_TYPE_BULK_RENEWAL_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (RC_TYPE_ANSWERS);
  g_type_ensure (RC_TYPE_DATE_ROW);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  g_type_ensure (RC_TYPE_RENEWAL_DRAFT_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-bulk-renewal-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_pattern_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_date_changed);
  gtk_widget_class_install_action (widget_class, "renewals.run", NULL, on_run_action);
  gtk_widget_class_install_action (widget_class, "renewals.leave", NULL, on_leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "renewals.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "renewals.run", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
rc_bulk_renewal_dialog_init (RcBulkRenewalDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_bulk_renewal_dialog_new:
 * @workspace: a workspace
 * @customer_ids: (element-type gint64): whose memberships are to be renewed; copied
 *
 * Returns: (transfer none): a dialog that records their renewal orders
 */
GtkWindow *
rc_bulk_renewal_dialog_new (RcWorkspace *workspace, GArray *customer_ids)
{
  RcBulkRenewalDialog *self = g_object_new (RC_TYPE_BULK_RENEWAL_DIALOG, NULL);
  RcDate today;
  GtkNoSelection *selection;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), GTK_WINDOW (self));
  today = rc_workspace_get_today (workspace);
  self->workspace = g_object_ref (workspace);
  self->batch = rc_renewal_batch_new (workspace, customer_ids);
  g_signal_connect_object (self->batch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->batch, "notify::fraction", G_CALLBACK (on_fraction), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->batch)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  rc_date_row_set_range (self->date_row, RC_DATE_NONE, today);
  rc_date_row_set_date (self->date_row, today);
  set_stage (self, STAGE_READING);
  rc_renewal_batch_load_async (self->batch, self->cancellable, on_read, g_object_ref (self));
  return GTK_WINDOW (self);
}

/**
 * rc_bulk_renewal_dialog_get_batch:
 * @self: a dialog
 *
 * Returns: (transfer none): its orders
 */
RcRenewalBatch *
rc_bulk_renewal_dialog_get_batch (RcBulkRenewalDialog *self)
{
  g_return_val_if_fail (RC_IS_BULK_RENEWAL_DIALOG (self), NULL);
  return self->batch;
}
