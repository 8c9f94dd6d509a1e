/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-answers.h"
#include "rc-export-dialog.h"
#include "rc-file-chooser.h"
#include "rc-import-dialog.h"
#include "rc-import-field-row.h"
#include "rc-import-result-page.h"

#include <glib/gstdio.h>

/* The report and the import as they are seen: written, read, checked, and what goes in (IO-1, IO-2). */

#define HEADER "name,segment,type,country,region,street,city,zip,given name,family name,email\n"

typedef struct
{
  GtkWidget *stack;
  const char *step;
} Step;

static gboolean
is_at_step (gpointer data)
{
  Step *step = data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (step->stack)), step->step) == 0;
}

static void
wait_for_step (GtkWindow *dialog, const char *name)
{
  Step step = { dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_STACK, 0), name };

  g_assert_true (dialog_fixture_wait (is_at_step, &step));
}

static GFile *
make_file (DialogFixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->directory, "transfer.csv", NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
on_completed (DialogFixture *fixture, RcCommandResult *result)
{
  fixture->completed = TRUE;
  fixture->count = result->count;
}

static void
test_import (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_import_dialog_new (fixture->workspace);
  g_autoptr (GFile) file = make_file (
      fixture, HEADER "Museum,education,team,IT,Lazio,Via 1,Roma,00184,Ufficio,Acquisti,a@example.org\n"
                      "Scuola,education,team,IT,Lazio,Via 2,Roma,00184,Ufficio,Acquisti,b@example.org\n");

  g_signal_connect_swapped (dialog, "completed", G_CALLBACK (on_completed), fixture);
  dialog_fixture_present (fixture, dialog);
  rc_import_dialog_open_file (RC_IMPORT_DIALOG (dialog), file);
  wait_for_step (dialog, "mapping");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  wait_for_step (dialog, "result");
  g_assert_false (fixture->completed);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  wait_for_step (dialog, "done");
  g_assert_true (fixture->completed);
  g_assert_cmpint (fixture->count, ==, 2);
  gtk_window_destroy (dialog);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static GtkWidget *
find_field_row (GtkWindow *dialog, const char *title)
{
  for (guint nth = 0;; nth++)
    {
      GtkWidget *row = dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_IMPORT_FIELD_ROW, nth);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
}

/* A column with gaps has a value for them; it goes when the button beside the column is let go. */
static void
test_import_gaps (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_import_dialog_new (fixture->workspace);
  g_autoptr (GFile) file = make_file (
      fixture, HEADER "Museum,education,team,IT,Lazio,Via 1,Roma,00184,Ufficio,Acquisti,\n"
                      "Scuola,education,team,IT,Lazio,Via 2,Roma,00184,Ufficio,Acquisti,b@example.org\n");
  GtkWidget *row, *button, *entry;

  dialog_fixture_present (fixture, dialog);
  rc_import_dialog_open_file (RC_IMPORT_DIALOG (dialog), file);
  wait_for_step (dialog, "mapping");
  dialog_fixture_wait_text (dialog, "1 of the first 2 rows");
  row = find_field_row (dialog, "Email address");
  button = GTK_WIDGET (gtk_widget_get_template_child (row, RC_TYPE_IMPORT_FIELD_ROW, "if_empty_button"));
  entry = GTK_WIDGET (gtk_widget_get_template_child (row, RC_TYPE_IMPORT_FIELD_ROW, "if_empty"));
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_false (gtk_widget_get_visible (entry));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (dialog), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "a@example.org");
  dialog_fixture_wait_text (dialog, "2 of the first 2 rows");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  dialog_fixture_wait_text (dialog, "1 of the first 2 rows");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  dialog_fixture_wait_text (dialog, "2 of the first 2 rows");
  gtk_window_destroy (dialog);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* By what it is for: the order of a header bar's children differs between releases of GTK. */
static GtkWidget *
find_button (GtkWindow *dialog, const char *action_name)
{
  for (guint nth = 0;; nth++)
    {
      GtkWidget *button = dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, nth);

      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action_name) == 0)
        return button;
    }
}

static void
move_focus (GtkWindow *window, GtkDirectionType direction)
{
  g_signal_emit_by_name (window, "move-focus", direction);
}

/* The choice has the keyboard at once, before anything is drawn; the list of the rows is one stop. */
static void
check_focus (GtkWindow *dialog)
{
  GtkWidget *page = dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_IMPORT_RESULT_PAGE, 0);
  GtkWidget *list = dialog_fixture_find (page, GTK_TYPE_LIST_VIEW, 0);
  GtkWidget *row;

  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (dialog)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_window_get_focus (dialog))));
  ui_fixture_settle ();
  row = gtk_widget_get_first_child (list);
  g_assert_true (gtk_widget_grab_focus (row));
  move_focus (dialog, GTK_DIR_DOWN);
  g_assert_true (gtk_window_get_focus (dialog) == gtk_widget_get_next_sibling (row));
  g_assert_true (gtk_widget_grab_focus (row));
  move_focus (dialog, GTK_DIR_TAB_FORWARD);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (dialog), list));
  move_focus (dialog, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (dialog) == row);
  move_focus (dialog, GTK_DIR_TAB_BACKWARD);
  g_assert_true (GTK_IS_SWITCH (gtk_window_get_focus (dialog)));
}

/* All rows or none is what is chosen first: with an error nothing can go in. */
static void
test_import_refused (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_import_dialog_new (fixture->workspace);
  g_autoptr (GFile) file = make_file (
      fixture, HEADER "Museum,education,team,IT,Lazio,Via 1,Roma,00184,Ufficio,Acquisti,a@example.org\n"
                      "Scuola,education,team,IT,Lazio,Via 2,Roma,184,Ufficio,Acquisti,b@example.org\n"
                      "Liceo,education,team,IT,Lazio,Via 3,Roma,18,Ufficio,Acquisti,c@example.org\n");

  dialog_fixture_present (fixture, dialog);
  rc_import_dialog_open_file (RC_IMPORT_DIALOG (dialog), file);
  wait_for_step (dialog, "mapping");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  wait_for_step (dialog, "result");
  check_focus (dialog);
  g_assert_null (gtk_window_get_default_widget (dialog));
  g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "import.next")));
  gtk_window_destroy (dialog);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static GtkWidget *
find_text (GtkWindow *dialog, const char *text)
{
  GtkWidget *page = dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_IMPORT_RESULT_PAGE, 0);

  for (guint nth = 0; nth < 5; nth++)
    {
      GtkWidget *label = dialog_fixture_find (page, GTK_TYPE_LABEL, nth);

      if (strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL)
        return label;
    }
  return NULL;
}

/* What the dry run says of 03/04/2026, and the row by which it is said how to read it. */
static void
test_import_dates (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_import_dialog_new (fixture->workspace);
  g_autoptr (GFile) file = make_file (
      fixture, "name,segment,type,country,region,street,city,zip,given name,family name,email,invited on\n"
               "Museum,education,team,IT,Lazio,Via 1,Roma,00184,Ufficio,Acquisti,a@example.org,"
               "03/04/2025\n");
  GtkWidget *order;

  dialog_fixture_present (fixture, dialog);
  rc_import_dialog_open_file (RC_IMPORT_DIALOG (dialog), file);
  wait_for_step (dialog, "mapping");
  order = dialog_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, 2);
  for (guint nth = 3;
       g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (order)), "Dates with slashes") != 0;
       nth++)
    order = dialog_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, nth);
  g_assert_true (gtk_widget_get_visible (order));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  wait_for_step (dialog, "result");
  g_assert_true (gtk_widget_get_visible (find_text (dialog, "was read as 4\u00a0March 2025")));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.back", NULL));
  wait_for_step (dialog, "mapping");
  adw_combo_row_set_selected (ADW_COMBO_ROW (order), 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.next", NULL));
  wait_for_step (dialog, "result");
  g_assert_null (find_text (dialog, "was read as"));
  gtk_window_destroy (dialog);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static GtkWidget *
find_choice (GtkWindow *dialog, const char *label)
{
  for (guint nth = 0;; nth++)
    {
      GtkWidget *choice = dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, nth);

      if (g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (choice)), label) == 0)
        return choice;
    }
}

static char *
write_report (DialogFixture *fixture, const char *choice)
{
  g_autoptr (RcCustomerQuery) query = rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, fixture->today,
                                                             rc_workspace_get_policy (fixture->workspace));
  g_autoptr (GFile) file = make_file (fixture, NULL);
  GtkWindow *dialog = rc_export_dialog_new (fixture->workspace, query, NULL);
  char *text = NULL;

  dialog_fixture_present (fixture, dialog);
  ui_fixture_check_names (GTK_WIDGET (dialog));
  if (choice != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_choice (dialog, choice)), TRUE);
  rc_export_dialog_write (RC_EXPORT_DIALOG (dialog), file);
  wait_for_step (dialog, "done");
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  gtk_window_destroy (dialog);
  g_assert_true (g_file_delete (file, NULL, NULL));
  return text;
}

/* Unless told otherwise, people read it. */
static void
test_export (DialogFixture *fixture, gconstpointer data)
{
  g_autofree char *for_people = NULL;
  g_autofree char *for_programs = NULL;

  dialog_fixture_invite (fixture, "Museum", 3);
  for_people = write_report (fixture, NULL);
  g_assert_true (g_str_has_prefix (for_people, "\xEF\xBB\xBFOrganization name,"));
  g_assert_nonnull (strstr (for_people, "\r\nMuseum,"));
  g_assert_nonnull (strstr (for_people, ",Pending,"));
  for_programs = write_report (fixture, "For p_rograms");
  g_assert_true (g_str_has_prefix (for_programs, "Organization name,"));
  g_assert_nonnull (strstr (for_programs, "\r\nMuseum,"));
  g_assert_nonnull (strstr (for_programs, ",pending,"));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *is_answered = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (rc_file_chooser_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *is_answered = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* A chooser that was answered is gone: what is only hidden is still offered to a screen reader, which brings GTK down. */
static void
test_file_chooser (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean is_answered = FALSE;
  guint n_before;

  gtk_window_present (parent);
  ui_fixture_settle ();
  n_before = g_list_model_get_n_items (windows);
  rc_file_chooser_open_async (parent, "Open", RC_FILE_KIND_CSV, cancellable, on_chosen, &is_answered);
  ui_fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before + 1);
  g_cancellable_cancel (cancellable);
  g_assert_true (dialog_fixture_wait (is_true, &is_answered));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before);
  gtk_window_destroy (parent);
}

/* For the address sanitizer: GLib's own frames hide who took memory from its quick look. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

static void
set_width (GtkWindow *dialog, int width)
{
  int height, before;

  gtk_window_get_default_size (dialog, &before, &height);
  gtk_window_set_default_size (dialog, width, height);
}

static gboolean
is_in_foot (gpointer button)
{
  return gtk_widget_get_ancestor (button, RC_TYPE_ANSWERS) != NULL;
}

static gboolean
is_in_header (gpointer button)
{
  return gtk_widget_get_ancestor (button, ADW_TYPE_HEADER_BAR) != NULL;
}

/* The two buttons move beneath the title where there is little width, and back. Whoever has the keyboard keeps it, and Enter
 * means what it did. */
static void
test_answers_keep_focus (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (RcCustomerQuery) query = rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, fixture->today,
                                                             rc_workspace_get_policy (fixture->workspace));
  GtkWindow *dialog = rc_export_dialog_new (fixture->workspace, query, NULL);
  GtkWidget *leave, *run, *first;

  dialog_fixture_present (fixture, dialog);
  leave = find_button (dialog, "export.back");
  run = gtk_window_get_default_widget (dialog);
  first = gtk_window_get_focus (dialog);
  g_assert_nonnull (first);
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *const kept[] = { first, leave, run };

      g_assert_true (gtk_widget_grab_focus (kept[i]));
      set_width (dialog, 360);
      g_assert_true (dialog_fixture_wait (is_in_foot, leave));
      g_assert_true (is_in_foot (run));
      ui_fixture_settle ();
      g_assert_true (gtk_window_get_focus (dialog) == kept[i]);
      g_assert_true (gtk_window_get_default_widget (dialog) == run);
      set_width (dialog, 900);
      g_assert_true (dialog_fixture_wait (is_in_header, leave));
      g_assert_true (is_in_header (run));
      ui_fixture_settle ();
      g_assert_true (gtk_window_get_focus (dialog) == kept[i]);
      g_assert_true (gtk_window_get_default_widget (dialog) == run);
    }
  gtk_window_destroy (dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  dialog_fixture_add ("/transfer/import-step-by-step (IO-2)", test_import);
  dialog_fixture_add ("/transfer/import-gaps (IO-2)", test_import_gaps);
  dialog_fixture_add ("/transfer/answers-keep-focus", test_answers_keep_focus);
  dialog_fixture_add ("/transfer/import-day-or-month-first (IO-2)", test_import_dates);
  dialog_fixture_add ("/transfer/import-all-or-none-first (IO-2)", test_import_refused);
  dialog_fixture_add ("/transfer/file-chooser-leaves-no-window", test_file_chooser);
  dialog_fixture_add ("/transfer/export-writes-the-report (IO-1)", test_export);
  return g_test_run ();
}
