/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "number-list.h"
#include "rc-create-purchase-authorization.h"
#include "rc-invite-customer.h"
#include "rc-product-line.h"
#include "rc-product.h"

#include <glib/gstdio.h>

/* What the suites over a whole workspace share: opening and running without callbacks, and a customer in one line. */

#define UNIX_EPOCH 719163

gint64
fixture_noon (RcDate date)
{
  return (((gint64) date - UNIX_EPOCH) * 24 + 12) * 3600 * G_USEC_PER_SEC;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* The counts come a moment after the workspace. */
static gboolean
has_counts (gpointer data)
{
  return rc_workspace_get_count (data, RC_FILTER_ALL_CUSTOMERS) > 0;
}

static RcWorkspace *
finish_open (GAsyncResult **result, GError **error)
{
  RcWorkspace *workspace;

  g_assert_true (fixture_wait (has_result, result));
  workspace = rc_workspace_open_finish (*result, error);
  g_object_unref (*result);
  return workspace;
}

RcWorkspace *
fixture_open (const char *path, RcClock *clock, GError **error)
{
  GAsyncResult *result = NULL;

  rc_workspace_open_async (path, clock, NULL, on_done, &result);
  return finish_open (&result, error);
}

RcWorkspace *
fixture_create (const char *path, RcClock *clock, GError **error)
{
  return fixture_create_as (path, clock, "Primary admin", error);
}

RcWorkspace *
fixture_create_as (const char *path, RcClock *clock, const char *member_name, GError **error)
{
  RcWorkspaceSetup setup = { member_name, "primary.admin@reseller.example" };
  GAsyncResult *result = NULL;

  rc_workspace_create_async (path, clock, &setup, NULL, on_done, &result);
  return finish_open (&result, error);
}

RcWorkspace *
fixture_create_sample (RcClock *clock, GError **error)
{
  GAsyncResult *result = NULL;

  RcWorkspace *workspace;

  rc_workspace_create_sample_async (clock, NULL, on_done, &result);
  workspace = finish_open (&result, error);
  g_assert_true (workspace == NULL || fixture_wait (has_counts, workspace));
  return workspace;
}

RcCommandResult *
fixture_run (RcWorkspace *workspace, RcCommand *command, GError **error)
{
  GAsyncResult *result = NULL;
  RcCommandResult *command_result;

  rc_workspace_run_async (workspace, command, NULL, on_done, &result);
  g_assert_true (fixture_wait (has_result, &result));
  command_result = rc_workspace_run_finish (workspace, result, error);
  g_object_unref (result);
  g_object_unref (command);
  return command_result;
}

RcCommandResult *
fixture_try_invite (RcWorkspace *workspace, const char *name, GError **error)
{
  static const char *const VALUES[][2] = {
    { "segment", "commercial" },     { "offer-type", "team" },     { "country", "DK" },
    { "region", "Central Jutland" }, { "street", "Hovedgaden 1" }, { "city", "Aarhus" },
    { "postal-code", "8000" },       { "given-name", "It" },       { "family-name", "Afdelingen" },
    { "email", "info@one.example" }, { "language", "da" },
  };
  g_autoptr (RcCustomerData) data = rc_customer_data_new ();
  RcDate today = rc_workspace_get_today (workspace);

  rc_customer_data_set (data, RC_CUSTOMER_FIELD_NAME, name);
  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++)
    {
      RcCustomerField field;

      g_assert_true (rc_customer_field_from_nick (VALUES[i][0], &field));
      rc_customer_data_set (data, field, VALUES[i][1]);
    }
  return fixture_run (workspace, rc_invite_customer_new (rc_workspace_get_me (workspace), today, data, 0),
                      error);
}

gint64
fixture_invite (RcWorkspace *workspace, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = fixture_try_invite (workspace, name, &error);

  g_assert_no_error (error);
  return result->customer_id;
}

static const RcProductRecord *
find_product (RcWorkspace *workspace)
{
  GListModel *products = rc_workspace_get_products (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      g_autoptr (RcProduct) product = g_list_model_get_item (products, i);

      if (rc_product_get_pa_reason (product, RC_SEGMENT_COMMERCIAL) == NULL)
        return rc_product_get_record (product);
    }
  g_assert_not_reached ();
}

gint64
fixture_create_pa (RcWorkspace *workspace, gint64 customer_id, RcDate date, gint64 *pa_id)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  const RcProductRecord *product = find_product (workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = NULL;

  g_ptr_array_add (lines, rc_product_line_new (product->code, MAX (5, product->min_quantity)));
  result = fixture_run (workspace,
                        rc_create_purchase_authorization_new (rc_workspace_get_me (workspace), date,
                                                              customer_id, lines, NULL, FALSE),
                        &error);
  g_assert_no_error (error);
  if (pa_id != NULL)
    *pa_id = result->object_id;
  return product->id;
}

gboolean
fixture_wait (gboolean (*done) (gpointer data), gpointer data)
{
  return number_list_wait (NULL, done, data);
}

void
fixture_settle (void)
{
  gulong pause = g_getenv ("RC_TEST_UNHURRIED") ? 10000 : 1000; /* µs */

  for (guint n_quiet = 0; n_quiet < 120; n_quiet++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        n_quiet = 0;
      g_usleep (pause);
    }
}

static void
set_up_folder (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("rc-model-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "North.workspace", NULL);
  fixture->clock = rc_clock_new_fixed (FIXTURE_TODAY, fixture_noon (FIXTURE_TODAY));
}

void
workspace_fixture_set_up (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_folder (fixture);
  fixture->workspace = fixture_create (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
}

void
workspace_fixture_set_up_sample (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_folder (fixture);
  fixture->workspace = fixture_create_sample (fixture->clock, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
workspace_fixture_tear_down (WorkspaceFixture *fixture, gconstpointer data)
{
  if (fixture->workspace != NULL)
    {
      rc_workspace_close (fixture->workspace);
      fixture_settle ();
      g_assert_finalize_object (fixture->workspace);
    }
  g_assert_finalize_object (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}
