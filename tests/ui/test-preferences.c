/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-add-member-dialog.h"
#include "rc-add-member.h"
#include "rc-assign-manager-dialog.h"
#include "rc-field-row.h"
#include "rc-file-chooser.h"
#include "rc-import-catalogue-dialog.h"
#include "rc-message-window.h"
#include "rc-picker.h"
#include "rc-preferences-window.h"
#include "rc-product.h"
#include "rc-purchase-authorization-dialog.h"
#include "rc-record-departure.h"
#include "rc-style.h"
#include "rc-workspace-group.h"

#include <glib/gstdio.h>

/* Team, catalogue and "me" in the preferences; messages that leave the program; dialogs that say at once why not. */

#define HEADER "code,name,family,offer_type,licence_kind,segments,open_to_pa,min_quantity\n"
#define VIEWER_REASON "Viewers cannot change anything."

/* (nullable) the window of a type that is open */
static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static void
set_field (GtkWindow *dialog, guint nth, const char *value)
{
  rc_field_row_set_value (RC_FIELD_ROW (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_FIELD_ROW, nth)),
                          value);
}

/* TM-1, TM-4: a second person can be added to a workspace that was started empty, and be given customers. */
static void
test_add_member (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWindow *dialog;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 3);
  g_autoptr (RcMembershipRecord) membership = NULL;

  dialog_fixture_present (fixture, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "preferences.add-member", NULL));
  dialog = find_window (RC_TYPE_ADD_MEMBER_DIALOG);
  dialog_fixture_present (fixture, dialog);
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Enter the name.");
  g_assert_false (fixture->completed);
  set_field (dialog, 0, "Account manager 1");
  set_field (dialog, 1, "manager@reseller");
  dialog_fixture_press_run (dialog);
  dialog_fixture_picture (dialog, "add-member");
  g_assert_false (fixture->completed);
  set_field (dialog, 1, "manager@reseller.example");
  gtk_switch_set_active (GTK_SWITCH (dialog_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SWITCH, 0)), FALSE);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  dialog_fixture_wait_text (window, "Account manager 1 is in the team now.");
  dialog_fixture_wait_text (window, "manager@reseller.example · Account manager");
  dialog_fixture_picture (window, "preferences-team");

  g_array_append_val (ids, customer);
  dialog = rc_assign_manager_dialog_new (fixture->workspace, ids);
  dialog_fixture_present (fixture, dialog);
  rc_picker_set_selected (RC_PICKER (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_PICKER, 0)), "2");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, customer);
  g_assert_cmpstr (membership->customer->managed_by_name, ==, "Account manager 1");
}

static gboolean
is_viewer (gpointer data)
{
  return rc_workspace_get_my_role (data) == RC_ROLE_VIEWER;
}

/* TM-3, TM-4: who is chosen as "me" holds at once, and a viewer is told why the buttons are disabled. */
static void
test_viewer (DialogFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "add_member_button", "import_catalogue_button" };
  GtkWindow *window;
  gint64 viewer = dialog_fixture_run (fixture, rc_add_member_new (rc_workspace_get_me (fixture->workspace),
                                                                  fixture->today, "Viewer",
                                                                  "viewer@reseller.example", RC_ROLE_VIEWER));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, viewer);

  window = rc_preferences_window_new (fixture->workspace);
  dialog_fixture_present (fixture, window);
  rc_picker_set_selected (RC_PICKER (dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_PICKER, 0)), key);
  g_assert_true (dialog_fixture_wait (is_viewer, fixture->workspace));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *button = GTK_WIDGET (
          gtk_widget_get_template_child (GTK_WIDGET (window), RC_TYPE_PREFERENCES_WINDOW, names[i]));

      g_assert_false (gtk_widget_is_sensitive (button));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, VIEWER_REASON);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           VIEWER_REASON);
    }
}

/* (transfer full) the dialog that reads @csv, opened from the preferences; it has been read when @text is said */
static GtkWindow *
open_catalogue (DialogFixture *fixture, GtkWindow *preferences, const char *csv, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->directory, "catalog.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  rc_preferences_window_import_catalogue (RC_PREFERENCES_WINDOW (preferences), file);
  dialog = find_window (RC_TYPE_IMPORT_CATALOGUE_DIALOG);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_wait_text (dialog, text);
  return dialog;
}

/* PR-1: what comes of it is told first, by line and with the reason; then it is in the workspace. A product in use stays. */
static void
test_catalogue (DialogFixture *fixture, gconstpointer data)
{
  GListModel *products = rc_workspace_get_products (fixture->workspace);
  guint before = g_list_model_get_n_items (products);
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 0);
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWindow *dialog;
  g_autofree char *removed = g_strdup_printf ("%u products that nobody ever had are removed.", before - 2);

  dialog_fixture_make_pa (fixture, customer, 0);
  dialog_fixture_present (fixture, window);
  dialog = open_catalogue (fixture, window,
                           HEADER "NEW-1,New,Family,team,device,education,yes,1\n"
                                  "NEW-2,Newer,Family,team,device,education,yes,1\n"
                                  "PS-TEAM,Photoshop,Photoshop,team,named-user,commercial,yes,1\n",
                           "2 products are new.");
  dialog_fixture_wait_text (dialog, "1 product is replaced.");
  dialog_fixture_wait_text (dialog, "1 product is retired: customers keep what they have of it.");
  dialog_fixture_wait_text (dialog, removed);
  dialog_fixture_wait_text (dialog, "It is not in the file, and nobody ever had it: it is removed.");
  dialog_fixture_picture (dialog, "catalog");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  g_assert_cmpuint (g_list_model_get_n_items (products), ==, before);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  dialog_fixture_wait_text (window, "3 products were imported.");
  dialog_fixture_wait_text (window, "4 products");
}

/* With text twice as large it still fits a telephone, however long a line is. */
static void
test_catalogue_large_text (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWindow *dialog;
  int minimum;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  dialog_fixture_present (fixture, window);
  dialog =
      open_catalogue (fixture, window,
                      HEADER "A-CODE-THAT-HAS-NO-SPACE-AND-IS-AS-LONG-AS-CODES-ARE-IN-REAL,New,Family,team,"
                             "device,education,yes,1\n",
                      "1 product is new.");
  gtk_window_set_default_size (dialog, 360, 640);
  dialog_fixture_picture (dialog, "catalog-large-text");
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* PR-1: the catalogue that is there changes nothing. */
static void
test_same_catalogue (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  g_autofree char *csv = NULL;
  GtkWindow *dialog;

  g_assert_true (g_file_get_contents (g_test_get_filename (G_TEST_DIST, "..", "data", "catalogue.csv", NULL),
                                      &csv, NULL, NULL));
  dialog_fixture_present (fixture, window);
  dialog =
      open_catalogue (fixture, window, csv, "The catalog is this one already: there is nothing to import.");
  dialog_fixture_press_run (dialog);
  g_assert_false (fixture->completed);
}

/* PR-1: every line that is wrong is named before anything is written, and then nothing is. */
static void
test_catalogue_faults (DialogFixture *fixture, gconstpointer data)
{
  GListModel *products = rc_workspace_get_products (fixture->workspace);
  guint before = g_list_model_get_n_items (products);
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWindow *dialog;

  dialog_fixture_present (fixture, window);
  dialog = open_catalogue (fixture, window,
                           HEADER "NEW-1,New,Family,team,device,education,yes,1\n"
                                  "NEW-2,Newer,Family,gang,device,education,yes,1\n"
                                  "NEW-3,Newest,Family,team,device,school,yes,1\n",
                           "2 lines are wrong. Nothing is imported until the file is corrected.");
  dialog_fixture_wait_text (dialog, "Line 3: NEW-2");
  dialog_fixture_wait_text (dialog,
                            "Line 3 of the catalog has no valid value for “offer_type”. Write one of these: "
                            "team, enterprise.");
  dialog_fixture_wait_text (dialog, "Line 4 of the catalog has no valid value for “segments”.");
  dialog_fixture_picture (dialog, "catalog-faults");
  dialog_fixture_press_run (dialog);
  g_assert_false (fixture->completed);
  gtk_window_destroy (dialog);
  open_catalogue (fixture, window, "code,name\nX,Y\n", "The catalog has no column “family”.");
  g_assert_cmpuint (g_list_model_get_n_items (products), ==, before);
}

static gboolean
has_reseller_name (gpointer data)
{
  return g_strcmp0 (rc_workspace_get_reseller_name (data), "Nordlys Software A/S") == 0;
}

static gboolean
is_in_warsaw (gpointer data)
{
  return g_strcmp0 (rc_workspace_get_time_zone (data), "Europe/Warsaw") == 0;
}

static GtkWidget *
find_in_group (GtkWidget *window, const char *name)
{
  GtkWidget *group = dialog_fixture_find (window, RC_TYPE_WORKSPACE_GROUP, 0);

  return GTK_WIDGET (gtk_widget_get_template_child (group, RC_TYPE_WORKSPACE_GROUP, name));
}

/* MS-1, FI-3, TM-3: what holds for the workspace is set where it is shown, and not by a viewer. */
static void
test_workspace_settings (DialogFixture *fixture, gconstpointer data)
{
  gint64 viewer = dialog_fixture_run (fixture, rc_add_member_new (rc_workspace_get_me (fixture->workspace),
                                                                  fixture->today, "Viewer",
                                                                  "viewer@reseller.example", RC_ROLE_VIEWER));
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  RcFieldRow *row = RC_FIELD_ROW (find_in_group (GTK_WIDGET (window), "reseller_row"));
  RcPicker *picker = RC_PICKER (find_in_group (GTK_WIDGET (window), "zone_picker"));

  dialog_fixture_present (fixture, window);
  g_assert_cmpstr (rc_picker_get_selected_label (picker), ==, "As this computer");
  rc_field_row_set_value (row, "Nordlys Software A/S");
  g_signal_emit_by_name (rc_field_row_get_control (row), "activate");
  g_assert_true (dialog_fixture_wait (has_reseller_name, fixture->workspace));
  dialog_fixture_wait_text (window, "The reseller’s name was changed.");
  rc_picker_set_selected (picker, "Europe/Warsaw");
  g_assert_true (dialog_fixture_wait (is_in_warsaw, fixture->workspace));
  dialog_fixture_wait_text (window, "The time zone was changed.");
  ui_fixture_check_names (GTK_WIDGET (window));
  dialog_fixture_picture (window, "workspace-settings");
  rc_workspace_set_me (fixture->workspace, viewer);
  g_assert_true (dialog_fixture_wait (is_viewer, fixture->workspace));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (row)));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (picker)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (row)), ==, VIEWER_REASON);
}

/* What was done last is said at once, not after what was done before has been shown for its time. */
static void
test_newest_toast (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = rc_preferences_window_new (fixture->workspace);
  GtkWidget *group = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_WORKSPACE_GROUP, 0);
  AdwToast *toast = adw_toast_new ("");
  gint64 time_of_one = (gint64) adw_toast_get_timeout (g_object_ref_sink (toast)) * G_USEC_PER_SEC;
  gint64 begin;

  g_object_unref (toast);
  dialog_fixture_present (fixture, window);
  g_signal_emit_by_name (group, "told", "The first was done.");
  dialog_fixture_wait_text (window, "The first was done.");
  begin = g_get_monotonic_time ();
  g_signal_emit_by_name (group, "told", "The second was done.");
  g_signal_emit_by_name (group, "told", "The third was done.");
  dialog_fixture_wait_text (window, "The third was done.");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, time_of_one);
}

/* PA-4, PA-3: what cannot be done is said at once, and nothing can be typed. */
static void
test_pa_refused (DialogFixture *fixture, gconstpointer data)
{
  gint64 moved = dialog_fixture_invite (fixture, "Aarhus Kommune", 10);
  gint64 lapsed = dialog_fixture_invite (fixture, "Odense Kommune", 800);
  const struct
  {
    gint64 customer;
    const char *text;
  } cases[] = { { moved, "moved to another reseller" }, { lapsed, "The membership has lapsed" } };

  dialog_fixture_run (
      fixture, rc_record_departure_new (rc_workspace_get_me (fixture->workspace), fixture->today, moved));
  dialog_fixture_order (fixture, lapsed, 700);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWindow *dialog = rc_purchase_authorization_dialog_new (fixture->workspace, cases[i].customer);
      RcProductGroup *products =
          rc_purchase_authorization_dialog_get_products (RC_PURCHASE_AUTHORIZATION_DIALOG (dialog));

      dialog_fixture_present (fixture, dialog);
      dialog_fixture_wait_text (dialog, cases[i].text);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (products)));
      dialog_fixture_press_run (dialog);
      g_assert_false (fixture->completed);
      gtk_window_destroy (dialog);
    }
}

static gboolean
keep_uri (GtkWindow *window, const char *uri, gpointer user_data, GError **error)
{
  char **kept = user_data;

  *kept = g_strdup (uri);
  return TRUE;
}

static gboolean
refuse_uri (GtkWindow *window, const char *uri, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "There is no mail program.");
  return FALSE;
}

static GtkWindow *
open_message (DialogFixture *fixture)
{
  GtkWindow *window;

  dialog_fixture_invite (fixture, "Aarhus Kommune", 0);
  window = rc_message_window_new (fixture->workspace, 1);
  dialog_fixture_present (fixture, window);
  dialog_fixture_wait_text (window, "it@organization.example");
  return window;
}

/* MS-2: the mail program is given recipient, subject and text; where there is none, that is said. */
static void
test_message_opened (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_message (fixture);
  g_autofree char *uri = NULL;
  g_autoptr (GUri) parts = NULL;
  g_autoptr (GHashTable) fields = NULL;

  rc_message_window_set_launcher (RC_MESSAGE_WINDOW (window), keep_uri, &uri);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "message.open", NULL));
  parts = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  g_assert_cmpstr (g_uri_get_scheme (parts), ==, "mailto");
  g_assert_cmpstr (g_uri_get_path (parts), ==, "it@organization.example");
  fields = g_uri_parse_params (g_uri_get_query (parts), -1, "&", G_URI_PARAMS_NONE, NULL);
  g_assert_cmpstr (g_hash_table_lookup (fields, "subject"), ==, gtk_window_get_title (window));
  g_assert_nonnull (strstr (g_hash_table_lookup (fields, "body"), "Aarhus Kommune"));
  rc_message_window_set_launcher (RC_MESSAGE_WINDOW (window), refuse_uri, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "message.open", NULL));
  dialog_fixture_wait_text (window, "There is no mail program.");
}

/* MS-2 */
static void
test_message_saved (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_message (fixture);
  g_autofree char *path = g_build_filename (fixture->directory, "message.eml", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->directory, "none", "message.eml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) bad_file = g_file_new_for_path (nowhere);
  g_autofree char *text = NULL;
  GStatBuf status;

  rc_message_window_save (RC_MESSAGE_WINDOW (window), file);
  dialog_fixture_wait_text (window, "The message was saved.");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "it@organization.example"));
  g_assert_nonnull (strstr (text, "admin@reseller.example"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);
  rc_message_window_save (RC_MESSAGE_WINDOW (window), bad_file);
  dialog_fixture_wait_text (window, "No such file");
}

/* Each kind of file has a filter of its own. */
static void
test_file_kinds (void)
{
  static const struct
  {
    RcFileKind kind;
    const char *suffix;
  } cases[] = { { RC_FILE_KIND_CSV, "csv" },
                { RC_FILE_KIND_WORKSPACE, "db" },
                { RC_FILE_KIND_MESSAGE, "eml" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkFileFilter) filter = rc_file_chooser_create_filter (cases[i].kind);

      for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_autofree char *name = g_strdup_printf ("file.%s", cases[j].suffix);
          g_autoptr (GFileInfo) info = g_file_info_new ();

          g_file_info_set_display_name (info, name);
          g_assert_cmpint (gtk_filter_match (GTK_FILTER (filter), info), ==, i == j);
        }
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
  dialog_fixture_add ("/preferences/member-added (TM-1)", test_add_member);
  dialog_fixture_add ("/preferences/viewer-is-told-why-not (TM-3)", test_viewer);
  dialog_fixture_add ("/preferences/workspace-settings (MS-1, FI-3, TM-3)", test_workspace_settings);
  dialog_fixture_add ("/preferences/newest-toast", test_newest_toast);
  dialog_fixture_add ("/preferences/catalog-imported (PR-1)", test_catalogue);
  dialog_fixture_add ("/preferences/catalog-large-text", test_catalogue_large_text);
  dialog_fixture_add ("/preferences/catalog-unchanged (PR-1)", test_same_catalogue);
  dialog_fixture_add ("/preferences/catalog-with-faults (PR-1)", test_catalogue_faults);
  dialog_fixture_add ("/pa/refused-at-once (PA-4)", test_pa_refused);
  dialog_fixture_add ("/message/opened-in-mail-program (MS-2)", test_message_opened);
  dialog_fixture_add ("/message/saved-as-eml (MS-2)", test_message_saved);
  g_test_add_func ("/file-chooser/each-kind-has-its-filter", test_file_kinds);
  return g_test_run ();
}
