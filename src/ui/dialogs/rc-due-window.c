/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-due-window"

#include "rc-due-window.h"

#include "rc-format.h"
#include "rc-words.h"

#include <glib/gi18n-lib.h>

/**
 * RcDueWindow:
 *
 * Asks which of the mails that a date brings are to be written (MS-1). What is not ticked stays due. What is due is read once,
 * when the window opens; the command looks again.
 */

struct _RcDueWindow
{
  AdwWindow parent_instance;

  GtkStack *states; /* (borrowed) template child */
  AdwStatusPage *empty_page; /* (borrowed) template child */
  AdwPreferencesGroup *group; /* (borrowed) template child */
  GtkListBox *list; /* (borrowed) template child */
  GtkLabel *problem_label; /* (borrowed) template child */
  GtkButton *select_button; /* (borrowed) template child */
  GtkButton *write_button; /* (borrowed) template child */

  RcDueMessages *due; /* (owned) */
  GPtrArray *records; /* (owned) (nullable) of RcDueRecord, one a row */
  GPtrArray *checks; /* (owned) of GtkCheckButton (borrowed), one a row */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (RcDueWindow, rc_due_window, ADW_TYPE_WINDOW)

/* (transfer container): the records that are ticked */
static GPtrArray *
get_ticked (RcDueWindow *self)
{
  GPtrArray *ticked = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (ticked, g_ptr_array_index (self->records, i));
  return ticked;
}

static void
update_actions (RcDueWindow *self)
{
  g_autoptr (GPtrArray) ticked = get_ticked (self);
  g_autofree char *number = rc_format_number (ticked->len);
  g_autofree char *label =
      ticked->len > 0
          ? g_strdup_printf (ngettext ("_Write %s message", "_Write %s messages", ticked->len), number)
          : g_strdup (_ ("_Write"));

  gtk_button_set_label (self->write_button, label);
  gtk_button_set_label (self->select_button, ticked->len > 0 && ticked->len == self->checks->len
                                                 ? _ ("_Unselect all")
                                                 : _ ("_Select all"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.write", ticked->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.pass-over", ticked->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.toggle-all", self->checks->len > 0);
}

static GtkWidget *
create_row (RcDueWindow *self, const RcDueRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *date = rc_format_date (record->due_on);
  g_autofree char *details =
      record->group == RC_DUE_RENEWALS_COMING
          /* Translators: the kind of a message, the team member it goes to, a date */
          ? g_strdup_printf (_ ("%s · to %s · due since %s"), rc_words_message_kind (record->kind),
                             record->managed_by_name, date)
          /* Translators: the kind of a message, a date */
          : g_strdup_printf (_ ("%s · due since %s"), rc_words_message_kind (record->kind), date);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->customer_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  record->customer_name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return row;
}

/* No more than are written at once are shown. */
static void
describe_rest (RcDueWindow *self)
{
  guint64 n_due = rc_due_messages_get_count (self->due);
  g_autofree char *shown = rc_format_number (self->checks->len);
  g_autofree char *due = rc_format_number ((gint64) n_due);
  g_autofree char *text = NULL;

  if (n_due <= self->checks->len)
    return;
  text = g_strdup_printf (
      /* Translators: both are numbers, the first the smaller one; then a whole paragraph */
      _ ("The first %s of %s are shown. The others come when these were decided.\n%s"), shown, due,
      adw_preferences_group_get_description (self->group));
  adw_preferences_group_set_description (self->group, text);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcDueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = rc_due_messages_load_finish (RC_DUE_MESSAGES (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&records, g_ptr_array_unref);
      return;
    }
  self->records = records;
  for (guint i = 0; records != NULL && i < records->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (records, i)));
  if (records == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->empty_page, _ ("What is due cannot be shown"));
      adw_status_page_set_description (self->empty_page, escaped);
    }
  describe_rest (self);
  gtk_stack_set_visible_child_name (self->states, self->checks->len > 0 ? "content" : "empty");
  update_actions (self);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcDueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);

  if (done != NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  update_actions (self);
}

static void
run (RcDueWindow *self, gboolean write)
{
  g_autoptr (GPtrArray) ticked = get_ticked (self);
  g_autoptr (RcCommand) command = rc_due_messages_create_command (self->due, ticked, write);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.write", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.pass-over", FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  rc_workspace_run_async (rc_due_messages_get_workspace (self->due), command, NULL, on_run,
                          g_object_ref (self));
}

static void
on_write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (RC_DUE_WINDOW (widget), TRUE);
}

static void
on_pass_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (RC_DUE_WINDOW (widget), FALSE);
}

static void
on_toggle_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcDueWindow *self = RC_DUE_WINDOW (widget);
  g_autoptr (GPtrArray) ticked = get_ticked (self);
  gboolean active = ticked->len < self->checks->len;

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), active);
}

static void
rc_due_window_dispose (GObject *object)
{
  RcDueWindow *self = RC_DUE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  /* The rows that go now say nothing any more. */
  if (self->checks != NULL)
    g_ptr_array_set_size (self->checks, 0);
  G_OBJECT_CLASS (rc_due_window_parent_class)->dispose (object);
}

static void
rc_due_window_finalize (GObject *object)
{
  RcDueWindow *self = RC_DUE_WINDOW (object);

  g_clear_object (&self->due);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (rc_due_window_parent_class)->finalize (object);
}

static void
rc_due_window_class_init (RcDueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_due_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rc_due_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-due-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RcDueWindow, states);
  gtk_widget_class_bind_template_child (widget_class, RcDueWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, RcDueWindow, group);
  gtk_widget_class_bind_template_child (widget_class, RcDueWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RcDueWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, RcDueWindow, select_button);
  gtk_widget_class_bind_template_child (widget_class, RcDueWindow, write_button);
  gtk_widget_class_install_action (widget_class, "due.write", NULL, on_write_action);
  gtk_widget_class_install_action (widget_class, "due.pass-over", NULL, on_pass_over_action);
  gtk_widget_class_install_action (widget_class, "due.toggle-all", NULL, on_toggle_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rc_due_window_init (RcDueWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * rc_due_window_new:
 * @due: what is due
 *
 * Returns: (transfer none): a window that asks which of it is to be written
 */
GtkWindow *
rc_due_window_new (RcDueMessages *due)
{
  RcDueWindow *self;

  g_return_val_if_fail (RC_IS_DUE_MESSAGES (due), NULL);
  self = g_object_new (RC_TYPE_DUE_WINDOW, NULL);
  self->due = g_object_ref (due);
  rc_due_messages_load_async (due, self->cancellable, on_loaded, g_object_ref (self));
  return GTK_WINDOW (self);
}
