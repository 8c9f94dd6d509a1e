/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dialog-fixture.h"
#include "ui-fixture.h"

#include "rc-change-completion-dialog.h"
#include "rc-date-row.h"
#include "rc-import-catalogue.h"
#include "rc-settings-table.h"
#include "rc-style.h"

/* What the dialog asks for that records a change of reseller (CH-4). */

#define PRODUCT "PS-TEAM"
#define FAR_EAST "Pacific/Kiritimati" /* 14 hours before UTC */
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/* A code of noon, 19 November 2026, UTC, that is valid for two days. */
static RcResellerChangeRecord
make_change (void)
{
  RcResellerChangeRecord change = { .id = 1,
                                    .vip_id = (char *) "3F21AA00BB11CC22DD33",
                                    .admin_email = (char *) "it@organization.example",
                                    .language = (char *) "da",
                                    .requested_at = G_GINT64_CONSTANT (1795089600000000) };

  change.sent_at = change.requested_at;
  change.expires_at = change.requested_at + 48 * HOUR;
  return change;
}

static void
retire_product (DialogFixture *fixture)
{
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  RcProductRecord product = { .code = (char *) PRODUCT,
                              .name = (char *) "Photoshop",
                              .family = (char *) "Photoshop",
                              .for_segment = { TRUE, TRUE, TRUE },
                              .min_quantity = 5,
                              .retired = TRUE };

  g_ptr_array_add (products, &product);
  dialog_fixture_run (
      fixture, rc_import_catalogue_new (rc_workspace_get_me (fixture->workspace), fixture->today, products));
}

static void
fill_form (RcCustomerForm *form)
{
  static const char *const values[] = { "Museum", NULL,          "government", "team",
                                        "DK",     "Midtjylland", "Torvet 1",   "Aarhus",
                                        "8000",   "IT",          "Department", "it@organization.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] != NULL)
      rc_customer_form_set_field (form, (RcCustomerField) i, values[i]);
}

/* A customer keeps what it has of a product that is no longer sold, in any quantity. */
static void
test_retired (DialogFixture *fixture, gconstpointer data)
{
  const RcResellerChangeRecord change = make_change ();
  RcChangeCompletionDialog *dialog;
  RcProductGroup *products;
  g_autoptr (GPtrArray) lines = NULL;

  retire_product (fixture);
  dialog = RC_CHANGE_COMPLETION_DIALOG (rc_change_completion_dialog_new (fixture->workspace, &change));
  dialog_fixture_present (fixture, GTK_WINDOW (dialog));
  fill_form (rc_change_completion_dialog_get_form (dialog));
  dialog_fixture_press_run (GTK_WINDOW (dialog));
  products = rc_change_completion_dialog_get_products (dialog);
  g_assert_nonnull (products);
  rc_product_group_add_line (products, PRODUCT, 1);
  dialog_fixture_picture (GTK_WINDOW (dialog), "completion-retired");
  g_assert_true (rc_product_group_check (products));
  lines = rc_product_group_get_lines (products);
  g_assert_cmpuint (lines->len, ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gpointer
set_zone (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return rc_settings_table_set (database, "time-zone", data, error) ? data : NULL;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DialogFixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->workspace = rc_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return ((DialogFixture *) data)->workspace != NULL;
}

static void
open_in_zone (DialogFixture *fixture, const char *zone)
{
  g_autofree char *path = g_strdup (rc_workspace_get_path (fixture->workspace));

  g_assert_nonnull (
      rc_store_write (rc_workspace_get_store (fixture->workspace), set_zone, (gpointer) zone, NULL));
  rc_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);
  rc_workspace_open_async (path, fixture->clock, NULL, on_opened, fixture);
  g_assert_true (dialog_fixture_wait (is_open, fixture));
}

/* The days are the workspace's, wherever the desk stands. */
static void
test_zone (DialogFixture *fixture, gconstpointer data)
{
  const RcResellerChangeRecord change = make_change ();
  GtkWindow *dialog;
  guint earliest, latest;

  open_in_zone (fixture, FAR_EAST);
  dialog = rc_change_completion_dialog_new (fixture->workspace, &change);
  g_object_get (dialog_fixture_find (GTK_WIDGET (dialog), RC_TYPE_DATE_ROW, 0), "earliest", &earliest,
                "latest", &latest, NULL);
  g_assert_cmpuint (earliest, ==, rc_date_from_iso ("2026-11-20"));
  g_assert_cmpuint (latest, ==, fixture->today);
  gtk_window_destroy (dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rc_style_load (gdk_display_get_default ());
#define ADD(path, function)                                                                                  \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)
  ADD ("/change/completion-with-retired-product", test_retired); /* CH-4 */
  ADD ("/change/completion-in-the-workspace-zone", test_zone); /* CH-4 */
#undef ADD
  return g_test_run ();
}
