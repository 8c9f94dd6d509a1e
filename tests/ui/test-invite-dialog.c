/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-invite-dialog.h"
#include "rc-picker.h"
#include "rc-style.h"
#include "rc-value-row.h"

/* The dialog that invites, as it is filled in, and what all dialogs have of it: the picker, and the question before something typed is
 * lost. */

static void
fill_form (RcCustomerForm *form, const char *name)
{
  const char *values[] = { name,     NULL,          "education",      "team",
                           "PL",     "Mazowieckie", "Plac Defilad 1", "Warszawa",
                           "00-901", "IT",          "Department",     "it@faculty.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] != NULL)
      rc_customer_form_set_field (form, (RcCustomerField) i, values[i]);
}

/* CU-1: nothing is wrong before it was tried; then all faults at once, each beside its field. */
static void
test_invite_faults (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog));
  GtkWidget *name;

  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "invite-empty");
  name = gtk_window_get_focus (dialog);
  g_assert_true (GTK_IS_TEXT (name));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_null (rc_customer_form_get_error (form, RC_CUSTOMER_FIELD_NAME));
  dialog_fixture_press_run (dialog);
  g_assert_nonnull (rc_customer_form_get_error (form, RC_CUSTOMER_FIELD_NAME));
  g_assert_nonnull (rc_customer_form_get_error (form, RC_CUSTOMER_FIELD_COUNTRY));
  g_assert_nonnull (rc_customer_form_get_error (form, RC_CUSTOMER_FIELD_EMAIL));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  dialog_fixture_picture (dialog, "invite-faults");
  rc_customer_form_set_field (form, RC_CUSTOMER_FIELD_NAME, "Aarhus Kommune");
  g_assert_null (rc_customer_form_get_error (form, RC_CUSTOMER_FIELD_NAME));
  rc_customer_form_set_field (form, RC_CUSTOMER_FIELD_COUNTRY, "PL");
  rc_customer_form_set_field (form, RC_CUSTOMER_FIELD_POSTAL_CODE, "8000");
  g_assert_nonnull (rc_customer_form_get_error (form, RC_CUSTOMER_FIELD_POSTAL_CODE));
  rc_customer_form_set_field (form, RC_CUSTOMER_FIELD_POSTAL_CODE, "00-901");
  g_assert_null (rc_customer_form_get_error (form, RC_CUSTOMER_FIELD_POSTAL_CODE));
}

/* CU-2: the English name is asked for, and proposed, where the name needs one; edited, it does not follow. */
static void
test_invite_english_name (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog));
  RcCustomerField name = RC_CUSTOMER_FIELD_NAME;
  RcCustomerField english = RC_CUSTOMER_FIELD_ENGLISH_NAME;

  dialog_fixture_present (fixture, dialog);
  rc_customer_form_set_field (form, name, "Aarhus Kommune");
  {
    g_autoptr (RcCustomerData) plain = rc_customer_form_get_data (form);
    g_assert_cmpstr (rc_customer_data_get (plain, english), ==, "");
  }
  rc_customer_form_set_field (form, name, "Łódź");
  {
    g_autoptr (RcCustomerData) proposed = rc_customer_form_get_data (form);
    g_assert_cmpstr (rc_customer_data_get (proposed, english), ==, "Lodz");
  }
  rc_customer_form_set_field (form, english, "City of Lodz");
  rc_customer_form_set_field (form, name, "Miasto Łódź");
  {
    g_autoptr (RcCustomerData) edited = rc_customer_form_get_data (form);
    g_assert_cmpstr (rc_customer_data_get (edited, english), ==, "City of Lodz");
  }
}

/* The mail language follows the country until it is chosen. */
static void
test_invite_language (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog));
  const struct
  {
    RcCustomerField field;
    const char *value;
    const char *language;
  } steps[] = { { RC_CUSTOMER_FIELD_COUNTRY, "PL", "pl" },
                { RC_CUSTOMER_FIELD_COUNTRY, "BR", "pt_BR" },
                { RC_CUSTOMER_FIELD_LANGUAGE, "en", "en" },
                { RC_CUSTOMER_FIELD_COUNTRY, "DK", "en" } };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (RcCustomerData) typed = NULL;

      rc_customer_form_set_field (form, steps[i].field, steps[i].value);
      typed = rc_customer_form_get_data (form);
      g_assert_cmpstr (rc_customer_data_get (typed, RC_CUSTOMER_FIELD_LANGUAGE), ==, steps[i].language);
    }
  gtk_window_destroy (dialog);
}

/* CU-5, CU-11: form, anniversary date, last look; then the customer is there. */
/* The last look has the fields in the order in which they were typed. */
static void
check_order (GtkWindow *dialog)
{
  GtkWidget *first = dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_VALUE_ROW, 7);
  GtkWidget *second = dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_VALUE_ROW, 8);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (first)), ==, "Postal code");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (second)), ==, "City");
}

static void
test_invite_extended (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog));
  RcPicker *dates;
  g_autoptr (RcMembershipRecord) membership = NULL;
  g_autoptr (GListModel) choices = NULL;

  fill_form (form, "Wydział Fizyki");
  g_object_set (form, "custom-date", TRUE, NULL);
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_picture (dialog, "invite-filled");
  ui_fixture_check_names (GTK_WIDGET (dialog));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Custom anniversary date");
  dates = RC_PICKER (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_PICKER, 4));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (dialog), GTK_WIDGET (dates)));
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "Choose the anniversary date.");
  dialog_fixture_picture (dialog, "invite-date");
  g_object_get (dates, "model", &choices, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 36); /* 13 to 48 months for Education */
  rc_picker_set_selected (dates, "2028-01-21");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "cannot be edited after the invitation");
  dialog_fixture_wait_text (dialog, "21\u00a0January 2028");
  dialog_fixture_picture (dialog, "invite-review");
  check_order (dialog);
  g_assert_false (fixture->completed);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_completed (fixture);
  membership = dialog_fixture_load (fixture, 1);
  g_assert_nonnull (membership);
  g_assert_true (membership->customer->custom_anniversary);
  g_assert_cmpuint (membership->customer->anniversary_date, ==, rc_date_from_iso ("2028-01-21"));
}

/* CU-8: what only the workspace knows is said above the fields, and nothing typed is lost. */
static void
test_invite_refused (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  RcCustomerForm *form = rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog));

  dialog_fixture_invite (fixture, "Aarhus Kommune", 3);
  fill_form (form, "AARHUS  Kommune");
  rc_customer_form_set_field (form, RC_CUSTOMER_FIELD_EMAIL, "it@organization.example");
  dialog_fixture_present (fixture, dialog);
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "cannot be edited after the invitation");
  dialog_fixture_press_run (dialog);
  dialog_fixture_wait_text (dialog, "VIP ID");
  dialog_fixture_picture (dialog, "invite-refused");
  g_assert_false (fixture->completed);
  g_assert_true (rc_customer_form_is_modified (form));
}

/* Escape asks where something was typed, and only then. */
static void
test_leaving_asks (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  g_autoptr (GListModel) windows = NULL;
  GtkWindow *question;
  guint before;

  g_object_ref (dialog);
  dialog_fixture_present (fixture, dialog);
  windows = g_object_ref (gtk_window_get_toplevels ());
  before = g_list_model_get_n_items (windows);
  fill_form (rc_invite_dialog_get_form (RC_INVITE_DIALOG (dialog)), "Aarhus Kommune");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.leave", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);
  question = dialog_fixture_find_question ();
  dialog_fixture_picture (question, "discard");
  ui_fixture_check_names (GTK_WIDGET (question));
  gtk_widget_activate_action (GTK_WIDGET (question), "question.confirm", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before - 1);
  g_object_unref (dialog);
  dialog = rc_invite_dialog_new (fixture->workspace);
  dialog_fixture_present (fixture, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.leave", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before - 1);
}

static gboolean
has_one_match (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (data))) == 1;
}

/* A country is found by a part of its name, whatever the case; Enter takes it. */
static void
test_picker_search (DialogFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = rc_invite_dialog_new (fixture->workspace);
  RcPicker *countries;
  GtkWidget *search;

  dialog_fixture_present (fixture, dialog);
  countries = RC_PICKER (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_PICKER, 2));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (rc_picker_get_button (countries)), TRUE);
  dialog_fixture_wait_text (dialog, "Afghanistan");
  search = dialog_fixture_find (GTK_WIDGET (countries), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "xyz");
  dialog_fixture_wait_text (dialog, "Nothing matches");
  gtk_editable_set_text (GTK_EDITABLE (search), "OLAND");
  g_assert_true (dialog_fixture_wait (has_one_match,
                                      dialog_fixture_find (GTK_WIDGET (countries), GTK_TYPE_LIST_VIEW, 0)));
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (rc_picker_get_selected (countries), ==, "PL");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
  dialog_fixture_add ("/dialogs/invite/faults-beside-fields", test_invite_faults);
  dialog_fixture_add ("/dialogs/invite/english-name-proposed", test_invite_english_name);
  dialog_fixture_add ("/dialogs/invite/language-follows-country", test_invite_language);
  dialog_fixture_add ("/dialogs/invite/extended-term", test_invite_extended);
  dialog_fixture_add ("/dialogs/invite/refused", test_invite_refused);
  dialog_fixture_add ("/dialogs/leaving-asks", test_leaving_asks);
  dialog_fixture_add ("/dialogs/picker-search", test_picker_search);
  return g_test_run ();
}
