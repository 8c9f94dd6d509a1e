/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-add-member.h"
#include "rc-field-row.h"
#include "rc-policy-page.h"
#include "rc-style.h"

/* The policy in the preferences: what is typed is judged beside its field, its effect is shown before it holds. */

/* (transfer none) */
static GtkWindow *
open_page (DialogFixture *fixture, GtkWidget **page)
{
  GtkWindow *window = dialog_fixture_open_preferences (fixture, "policy");

  *page = dialog_fixture_find (GTK_WIDGET (window), RC_TYPE_POLICY_PAGE, 0);
  return window;
}

static RcFieldRow *
get_row (GtkWidget *page, const char *name)
{
  const char *const *names = rc_policy_list_names ();
  guint nth = 0;

  while (!g_str_equal (names[nth], name))
    nth++;
  return RC_FIELD_ROW (dialog_fixture_find (page, RC_TYPE_FIELD_ROW, nth));
}

static gboolean
is_marketplace (gpointer data)
{
  g_autoptr (RcPolicy) policy = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);

  return rc_policy_equal (rc_workspace_get_policy (data), policy);
}

/* PA-2: a preset is filled in, what it does to today's filters is said, and it holds once it is applied. */
static void
test_preset_is_applied (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWindow *window;
  gint64 customer = dialog_fixture_invite (fixture, "Aarhus Kommune", 20);

  dialog_fixture_make_pa (fixture, customer, 10);
  window = open_page (fixture, &page);
  ui_fixture_check_names (GTK_WIDGET (window));
  dialog_fixture_wait_text (window, "These are the values of the VIP preset.");
  dialog_fixture_picture (window, "policy");
  g_assert_true (gtk_widget_activate_action (page, "policy.use-marketplace", NULL));
  dialog_fixture_wait_text (window, "4 values changed");
  dialog_fixture_wait_text (window, "Pending requests: 1 now, then 0");
  dialog_fixture_wait_text (window, "Past due requests: 0 now, then 1");
  dialog_fixture_picture (window, "policy-preview");
  g_assert_false (is_marketplace (fixture->workspace));
  g_assert_true (gtk_widget_activate_action (page, "policy.apply", NULL));
  g_assert_true (dialog_fixture_wait (is_marketplace, fixture->workspace));
  dialog_fixture_wait_text (window, "The policy was changed.");
  dialog_fixture_wait_text (window, "These are the values of the VIP Marketplace preset.");
  g_assert_false (rc_policy_page_has_changes (RC_POLICY_PAGE (page)));
}

/* What cannot be is refused beside its field, and cannot be applied. */
static void
test_values_are_refused (DialogFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *error;
  } cases[] = { { "", "Enter a whole number from 0 to 366." },
                { "many", "Enter a whole number from 0 to 366." },
                { "-1", "Enter a whole number from 0 to 366." },
                { "367", "Enter a whole number from 0 to 366." },
                { "99999999999999999999", "Enter a whole number from 0 to 366." },
                { "29", "Enter at least 30, which is “Pending up to”, or lower that one first." } };
  GtkWidget *page;
  GtkWindow *window = open_page (fixture, &page);
  RcFieldRow *row = get_row (page, "pa-overdue-to-days");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rc_field_row_set_value (row, cases[i].typed);
      g_assert_cmpstr (rc_field_row_get_error (row), ==, cases[i].error);
      dialog_fixture_wait_text (window, "Correct the values that are marked first.");
      g_assert_false (gtk_widget_is_sensitive (
          GTK_WIDGET (gtk_widget_get_template_child (page, RC_TYPE_POLICY_PAGE, "apply_button"))));
    }
  dialog_fixture_picture (window, "policy-refused");
  g_assert_true (gtk_widget_activate_action (page, "policy.discard", NULL));
  g_assert_null (rc_field_row_get_error (row));
  g_assert_false (rc_policy_page_has_changes (RC_POLICY_PAGE (page)));
  rc_field_row_set_value (row, " 61 ");
  g_assert_null (rc_field_row_get_error (row));
  dialog_fixture_wait_text (window, "1 value changed");
  dialog_fixture_wait_text (window, "No filter holds other customers today.");
}

/* TM-3 */
static void
test_only_for_the_primary_admin (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWindow *window;
  gint64 manager = dialog_fixture_run (
      fixture, rc_add_member_new (rc_workspace_get_me (fixture->workspace), fixture->today,
                                  "Account manager 1", "manager@reseller.example", RC_ROLE_ACCOUNT_MANAGER));

  window = open_page (fixture, &page);
  g_assert_true (gtk_widget_is_sensitive (rc_field_row_get_control (get_row (page, "return-days"))));
  rc_workspace_set_me (fixture->workspace, manager);
  dialog_fixture_wait_text (window, "Only the primary admin can do this.");
  g_assert_false (gtk_widget_is_sensitive (rc_field_row_get_control (get_row (page, "return-days"))));
  g_assert_false (gtk_widget_is_sensitive (
      GTK_WIDGET (gtk_widget_get_template_child (page, RC_TYPE_POLICY_PAGE, "vip_button"))));
}

/* Nothing typed is lost without asking. */
static void
test_closing_asks (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWindow *window = open_page (fixture, &page);

  rc_field_row_set_value (get_row (page, "return-days"), "7");
  gtk_window_close (window);
  g_assert_nonnull (dialog_fixture_find_question ());
  dialog_fixture_wait_text (window, "1 value changed");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
  dialog_fixture_add ("/policy-page/preset-is-previewed-and-applied (PA-2)", test_preset_is_applied);
  dialog_fixture_add ("/policy-page/values-are-refused-beside-their-field", test_values_are_refused);
  dialog_fixture_add ("/policy-page/only-for-the-primary-admin (TM-3)", test_only_for_the_primary_admin);
  dialog_fixture_add ("/policy-page/closing-asks", test_closing_asks);
  return g_test_run ();
}
