/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-customer.h"
#include "rc-locale.h"
#include "rc-style.h"

/* The window in another language than the one in which its workspace was sorted last. */

static RcVirtualList *
get_rows (RcWindow *window)
{
  GObject *view = gtk_widget_get_template_child (GTK_WIDGET (window), RC_TYPE_WINDOW, "customers");

  return RC_VIRTUAL_LIST (rc_customer_list_view_get_list (RC_CUSTOMER_LIST_VIEW (view)));
}

static gboolean
is_listed (gpointer data)
{
  return rc_window_get_workspace (data) != NULL
         && rc_virtual_list_get_state (get_rows (data)) == RC_LIST_STATE_CONTENT
         && rc_virtual_list_is_complete (get_rows (data));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
check_window (DialogFixture *fixture, const char *language, const char *expected)
{
  gpointer window;
  g_autoptr (GString) names = g_string_new (NULL);
  GListModel *rows;

  rc_locale_choose (language);
  window = rc_window_new (NULL, fixture->clock);
  g_object_add_weak_pointer (window, &window);
  rc_window_open_workspace (window, rc_workspace_get_path (fixture->workspace));
  gtk_window_present (window);
  g_assert_true (ui_fixture_wait (is_listed, window));
  ui_fixture_settle ();
  rows = G_LIST_MODEL (get_rows (window));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcCustomer) customer = g_list_model_get_item (rows, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", rc_customer_get_name (customer));
    }
  g_assert_cmpstr (names->str, ==, expected);
  gtk_window_destroy (window);
  g_assert_true (ui_fixture_wait (is_gone, &window));
}

/* The keys of names are made anew at each opening in another language: å is the last letter in Danish, ł a letter of its own
 * in Polish, and in French both are as good as a and l. */
static void
test_order (DialogFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ål", "Zebra", "Lund", "Ærø", "Lyngby", "Łódź", "Mors" };

  rc_style_load (gdk_display_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    dialog_fixture_invite (fixture, names[i], 3);
  check_window (fixture, "da", "Łódź, Lund, Lyngby, Mors, Zebra, Ærø, Ål");
  check_window (fixture, "pl", "Ærø, Ål, Lund, Lyngby, Łódź, Mors, Zebra");
  check_window (fixture, "fr", "Ærø, Ål, Łódź, Lund, Lyngby, Mors, Zebra");
  check_window (fixture, "da", "Łódź, Lund, Lyngby, Mors, Zebra, Ærø, Ål");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/window-languages/order-of-names ", DialogFixture, NULL, dialog_fixture_set_up, test_order,
              dialog_fixture_tear_down);
  return g_test_run ();
}
