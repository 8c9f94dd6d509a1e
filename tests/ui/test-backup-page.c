/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-backup-page.h"
#include "rc-field-row.h"
#include "rc-style.h"
#include "rc-window.h"

/* Backups in the preferences: made now, listed, put back after a question; a refused number beside its field. */

static GtkWindow *
open_page (DialogFixture *fixture, GtkWidget **page)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  GtkWindow *window;

  g_settings_set_string (settings, "backup-folder", fixture->directory);
  window = dialog_fixture_open_preferences (fixture, "backups");
  *page = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_BACKUP_PAGE, 0);
  return window;
}

static gboolean
has_row (gpointer data)
{
  return gtk_list_box_get_row_at_index (data, 0) != NULL;
}

static gboolean
has_two_rows (gpointer data)
{
  return gtk_list_box_get_row_at_index (data, 1) != NULL;
}

static void
test_made_and_restored (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWindow *window = open_page (fixture, &page);
  GObject *list = gtk_widget_get_template_child (page, RC_TYPE_BACKUP_PAGE, "list");
  GtkWidget *button;
  GtkWindow *question;

  dialog_fixture_wait_text (window, "There is no backup yet.");
  g_assert_true (gtk_widget_activate_action (page, "backup.make", NULL));
  dialog_fixture_wait_text (window, "The workspace was backed up.");
  g_assert_true (dialog_fixture_wait (has_row, list));
  ui_fixture_check_names (GTK_WIDGET (window));
  dialog_fixture_picture (window, "backups");
  button = dialog_fixture_find (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)),
                                GTK_TYPE_BUTTON, 0);
  g_assert_true (gtk_widget_activate (button));
  question = dialog_fixture_wait_question ();
  dialog_fixture_wait_text (question, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (
                                          gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0))));
  dialog_fixture_picture (question, "backup-question");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (question), "question.confirm", NULL));
  dialog_fixture_wait_text (window, "The backup was restored.");
  g_assert_true (dialog_fixture_wait (has_two_rows, list));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
on_open_file (GSimpleAction *action, GVariant *path, gpointer user_data)
{
  char **opened = user_data;

  g_assert_null (*opened);
  *opened = g_variant_dup_string (path, NULL);
}

static gboolean
is_opened (gpointer data)
{
  return *(char **) data != NULL;
}

/* A window of an application that is told which file to open. */
static RcWindow *
open_window (DialogFixture *fixture, GtkApplication *application, char **opened)
{
  const GActionEntry entries[] = { { .name = "open-file", .activate = on_open_file, .parameter_type = "s" } };
  RcWindow *window;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), opened);
  window = rc_window_new (application, fixture->clock);
  rc_window_set_workspace (window, fixture->workspace);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Who closes the preferences meanwhile still gets a window that shows what was restored. */
static void
test_closed_while_restoring (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.resellerconsole.Test", G_APPLICATION_NON_UNIQUE);
  g_autofree char *opened = NULL;
  gpointer window = open_window (fixture, application, &opened);
  GtkWidget *page;
  GtkWindow *question;
  GtkWindow *preferences = open_page (fixture, &page);
  GObject *list = gtk_widget_get_template_child (page, RC_TYPE_BACKUP_PAGE, "list");

  g_object_add_weak_pointer (window, &window);
  gtk_window_set_transient_for (preferences, window);
  g_assert_true (gtk_widget_activate_action (page, "backup.make", NULL));
  g_assert_true (dialog_fixture_wait (has_row, list));
  g_assert_true (gtk_widget_activate (dialog_fixture_find (
      GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)), GTK_TYPE_BUTTON, 0)));
  question = dialog_fixture_wait_question ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (question), "question.confirm", NULL));
  gtk_window_close (preferences);
  g_assert_true (dialog_fixture_wait (is_opened, &opened));
  g_assert_cmpstr (opened, ==, rc_workspace_get_path (fixture->workspace));
  g_assert_true (dialog_fixture_wait (is_gone, &window));
}

static void
test_days_are_refused (DialogFixture *fixture, gconstpointer data)
{
  static const char *const refused[] = { "", "0", "-3", "3651", "two" };
  g_autoptr (GSettings) settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  GtkWidget *page;
  GtkWindow *window = open_page (fixture, &page);
  RcFieldRow *row = RC_FIELD_ROW (dialog_fixture_find (page, RC_TYPE_FIELD_ROW, 0));

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      rc_field_row_set_value (row, refused[i]);
      dialog_fixture_wait_text (window, "Enter a whole number from 1 to 3650.");
      g_assert_cmpuint (g_settings_get_uint (settings, "backup-days"), ==, 14);
    }
  rc_field_row_set_value (row, "30");
  g_assert_null (rc_field_row_get_error (row));
  g_assert_cmpuint (g_settings_get_uint (settings, "backup-days"), ==, 30);
  g_settings_reset (settings, "backup-days");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
  dialog_fixture_add ("/backup-page/made-and-restored", test_made_and_restored);
  dialog_fixture_add ("/backup-page/closed-while-restoring", test_closed_while_restoring);
  dialog_fixture_add ("/backup-page/days-are-refused-beside-their-field", test_days_are_refused);
  return g_test_run ();
}
