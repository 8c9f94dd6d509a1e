/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "rc-set-time-zone.h"

#include "rc-add-member.h"
#include "rc-create-purchase-authorization.h"
#include "rc-customer-list.h"
#include "rc-customer.h"
#include "rc-member.h"
#include "rc-product-line.h"
#include "rc-rule-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* The façade: what a new workspace has, that commands are told of and their counts follow, and that the day does too. */

static void
on_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  RcChangeSet **kept = user_data;

  g_clear_pointer (kept, rc_change_set_unref);
  *kept = rc_change_set_ref (changes);
}

static void
on_signal (gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_create (WorkspaceFixture *fixture, gconstpointer data)
{
  RcWorkspace *workspace = fixture->workspace;
  g_autoptr (RcMember) member = g_list_model_get_item (rc_workspace_get_members (workspace), 0);

  g_assert_cmpstr (rc_workspace_get_name (workspace), ==, "North");
  g_assert_cmpstr (rc_workspace_get_path (workspace), ==, fixture->path);
  g_assert_false (rc_workspace_is_sample (workspace));
  g_assert_cmpint (rc_workspace_get_today (workspace), ==, FIXTURE_TODAY);
  g_assert_cmpint (rc_workspace_get_my_role (workspace), ==, RC_ROLE_PRIMARY_ADMIN);
  g_assert_cmpint (rc_workspace_get_me (workspace), ==, rc_member_get_id (member));
  g_assert_cmpuint (g_list_model_get_n_items (rc_workspace_get_products (workspace)), >, 10);
  for (guint i = 0; i < RC_N_FILTERS; i++)
    g_assert_cmpuint (rc_workspace_get_count (workspace, (RcFilter) i), ==, 0);
}

static void
test_create_does_not_overwrite (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_create (fixture->path, fixture->clock, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

/* SQLite would play a journal that lies around into the new file. */
static void
test_create_takes_no_other_journal (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "South.workspace", NULL);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (journal, "pages", -1, NULL));
  g_assert_null (fixture_create (path, fixture->clock, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The limit of a file's size stands in for a full disk; SQLite calls it a failure to write. */
static void
test_full_disk (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "South.workspace", NULL);
  guint n_files = count_files (fixture->folder);
  guint n_full = 0;
  struct rlimit old, small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  for (guint kilobytes = 8; kilobytes < 1024; kilobytes += 40)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RcWorkspace) workspace = NULL;

      small = old;
      small.rlim_cur = kilobytes * 1024;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      workspace = fixture_create (path, fixture->clock, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      if (workspace == NULL)
        {
          g_assert_true (error->domain == RC_STORE_ERROR);
          g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
          n_full++;
          continue;
        }
      g_assert_cmpint (rc_workspace_get_my_role (workspace), ==, RC_ROLE_PRIMARY_ADMIN);
      g_assert_cmpuint (g_list_model_get_n_items (rc_workspace_get_products (workspace)), >, 10);
      rc_workspace_close (workspace);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpuint (n_full, >, 3);
  g_assert_cmpuint (n_full, <, 20);
}

/* A command that finds no room changes nothing, and the next one goes through. */
static void
test_full_disk_during_commands (WorkspaceFixture *fixture, gconstpointer data)
{
  guint n_refused = 0;
  struct rlimit old, small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  for (guint kilobytes = 1; kilobytes < 100; kilobytes += 8)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RcCommandResult) result = NULL;
      guint64 before = rc_workspace_get_count (fixture->workspace, RC_FILTER_ALL_CUSTOMERS);
      g_autofree char *name = g_strdup_printf ("Kommune %u", kilobytes);

      small = old;
      small.rlim_cur = kilobytes * 1024;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      result = fixture_try_invite (fixture->workspace, name, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      if (result == NULL)
        {
          g_assert_true (error->domain == RC_STORE_ERROR);
          n_refused++;
        }
      fixture_settle ();
      g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_ALL_CUSTOMERS), ==,
                        before + (result != NULL));
    }
  g_assert_cmpuint (n_refused, >, 0);
  fixture_invite (fixture->workspace, "Aarhus Kommune");
}

/* A name of 122 characters is refused only when the tables are there already: nothing of them is left. */
static void
test_create_leaves_nothing_half_made (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "South.workspace", NULL);
  g_autofree char *name = g_strnfill (122, 'n');
  g_autoptr (GError) error = NULL;
  guint before = count_files (fixture->folder);

  g_assert_null (fixture_create_as (path, fixture->clock, name, &error));
  g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA);
  g_assert_cmpuint (count_files (fixture->folder), ==, before);
}

static gboolean
has_one_customer (gpointer data)
{
  return rc_workspace_get_count (data, RC_FILTER_ALL_CUSTOMERS) == 1;
}

static void
test_open_again (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 me = rc_workspace_get_me (fixture->workspace);

  fixture_invite (fixture->workspace, "Aarhus Kommune");
  rc_workspace_close (fixture->workspace);
  fixture_settle ();
  g_assert_finalize_object (fixture->workspace);
  fixture->workspace = fixture_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rc_workspace_get_me (fixture->workspace), ==, me);
  g_assert_true (fixture_wait (has_one_customer, fixture->workspace));
}

static void
test_open_what_is_not_there (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "South.workspace", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_open (path, fixture->clock, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
on_ran (GObject *workspace, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (workspace), result, NULL);

  g_assert_nonnull (done);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* What waits for a quiet moment waits for the end of a command, however long it takes, and of a row of them. */
static void
test_a_command_is_use (WorkspaceFixture *fixture, gconstpointer data)
{
  RcStore *store = rc_workspace_get_store (fixture->workspace);
  gint64 me = rc_workspace_get_me (fixture->workspace);
  RcDate today = rc_workspace_get_today (fixture->workspace);
  g_autoptr (RcCommand) command = rc_set_time_zone_new (me, today, "Europe/Copenhagen");
  gboolean done = FALSE;
  gint64 begin;

  fixture_settle ();
  begin = g_get_monotonic_time ();
  g_assert_cmpint (rc_store_get_quiet_time (store), >, 0);
  rc_workspace_run_async (fixture->workspace, command, NULL, on_ran, &done);
  g_usleep (20000); /* its end comes with the main loop */
  g_assert_cmpint (rc_store_get_quiet_time (store), ==, 0);
  g_assert_true (fixture_wait (is_true, &done));
  g_assert_cmpint (rc_store_get_quiet_time (store), <=, g_get_monotonic_time () - begin - 20000);
}

static void
test_a_commit_is_told (WorkspaceFixture *fixture, gconstpointer data)
{
  RcChangeSet *changes = NULL;
  guint notified = 0;
  gint64 id;

  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed), &changes);
  g_signal_connect_swapped (fixture->workspace, "notify::count-no-products", G_CALLBACK (on_signal),
                            &notified);
  id = fixture_invite (fixture->workspace, "Aarhus Kommune");
  g_assert_nonnull (changes);
  g_assert_true (rc_change_set_has_customer (changes, id));
  fixture_settle ();
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_ALL_CUSTOMERS), ==, 1);
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_NO_PRODUCTS), ==, 1);
  rc_change_set_unref (changes);
}

static void
test_a_fault_is_told_and_changes_nothing (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  g_autoptr (GError) error = NULL;
  RcChangeSet *changes = NULL;
  gint64 id = fixture_invite (fixture->workspace, "Aarhus Kommune");

  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed), &changes);
  g_assert_null (fixture_run (fixture->workspace,
                              rc_create_purchase_authorization_new (rc_workspace_get_me (fixture->workspace),
                                                                    FIXTURE_TODAY, id, lines, NULL, FALSE),
                              &error));
  g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY);
  g_assert_null (changes);
}

/* FI-3: nothing runs but the clock, and the request is overdue. */
static void
test_midnight_moves_customers (WorkspaceFixture *fixture, gconstpointer data)
{
  guint days = 0;
  RcDate later = rc_date_add_days (FIXTURE_TODAY, 31);

  fixture_create_pa (fixture->workspace, fixture_invite (fixture->workspace, "Aarhus Kommune"), FIXTURE_TODAY,
                     NULL);
  fixture_settle ();
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_PENDING_REQUESTS), ==, 1);
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_PAST_DUE_REQUESTS), ==, 0);

  g_signal_connect_swapped (fixture->workspace, "day-changed", G_CALLBACK (on_signal), &days);
  rc_workspace_check_day (fixture->workspace);
  g_assert_cmpuint (days, ==, 0);
  rc_clock_set (fixture->clock, later, fixture_noon (later));
  rc_workspace_check_day (fixture->workspace);
  g_assert_cmpuint (days, ==, 1);
  fixture_settle ();
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_PENDING_REQUESTS), ==, 0);
  g_assert_cmpuint (rc_workspace_get_count (fixture->workspace, RC_FILTER_PAST_DUE_REQUESTS), ==, 1);
}

/* FI-2, TM-4. */
static void
test_counts_follow_me (WorkspaceFixture *fixture, gconstpointer data)
{
  RcWorkspace *workspace = fixture->workspace;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) result = NULL;
  gint64 admin = rc_workspace_get_me (workspace);

  fixture_invite (workspace, "Aarhus Kommune");
  result = fixture_run (workspace,
                        rc_add_member_new (admin, FIXTURE_TODAY, "Account manager 1", "one@reseller.example",
                                           RC_ROLE_ACCOUNT_MANAGER),
                        &error);
  g_assert_no_error (error);
  rc_workspace_set_managed_by_me (workspace, TRUE);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rc_workspace_get_members (workspace)), ==, 2);
  g_assert_cmpuint (rc_workspace_get_count (workspace, RC_FILTER_ALL_CUSTOMERS), ==, 1);
  rc_workspace_set_me (workspace, result->object_id);
  fixture_settle ();
  g_assert_cmpint (rc_workspace_get_me (workspace), ==, result->object_id);
  g_assert_cmpint (rc_workspace_get_my_role (workspace), ==, RC_ROLE_ACCOUNT_MANAGER);
  g_assert_cmpuint (rc_workspace_get_count (workspace, RC_FILTER_ALL_CUSTOMERS), ==, 0);
}

static void
test_the_list_follows (WorkspaceFixture *fixture, gconstpointer data)
{
  RcWorkspace *workspace = fixture->workspace;
  RcCustomerList *list = rc_customer_list_new (workspace);
  RcDate later = rc_date_add_days (FIXTURE_TODAY, 40);
  g_autoptr (RcCustomer) customer = NULL;
  g_autofree char *label = NULL;
  g_autofree char *deadline = NULL;
  gint64 id;

  fixture_settle ();
  g_assert_cmpint (rc_virtual_list_get_state (RC_VIRTUAL_LIST (list)), ==, RC_LIST_STATE_EMPTY);
  id = fixture_invite (workspace, "Aarhus Kommune");
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  customer = g_list_model_get_item (G_LIST_MODEL (list), 0);
  fixture_settle ();
  g_assert_true (rc_customer_is_loaded (customer));
  g_assert_cmpstr (rc_customer_get_name (customer), ==, "Aarhus Kommune");
  g_object_get (customer, "request-label", &label, NULL);
  g_assert_cmpstr (label, ==, "");

  fixture_create_pa (workspace, id, FIXTURE_TODAY, NULL);
  fixture_settle ();
  g_clear_pointer (&label, g_free);
  g_object_get (customer, "request-label", &label, "deadline", &deadline, NULL);
  g_assert_cmpstr (label, ==, "Pending");
  g_assert_cmpstr (deadline, ==, "Order due in 30 days");

  rc_customer_list_set_filter (list, RC_FILTER_PAST_DUE_REQUESTS);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  rc_clock_set (fixture->clock, later, fixture_noon (later));
  rc_workspace_check_day (workspace);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_clear_pointer (&label, g_free);
  g_object_get (customer, "request-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Overdue");
  rc_customer_list_set_search (list, "odense");
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_finalize_object (list);
}

static gboolean
has_one_without_products (gpointer data)
{
  return rc_workspace_get_count (data, RC_FILTER_NO_PRODUCTS) == 1;
}

/* FI-2: what a command changed is counted when it is told to be done, not later. */
static void
test_counts_are_right_at_once (WorkspaceFixture *fixture, gconstpointer data)
{
  RcWorkspace *workspace = fixture->workspace;
  gint64 id = fixture_invite (workspace, "Aarhus Kommune");

  g_assert_true (fixture_wait (has_one_without_products, workspace));
  for (guint i = 0; i < 3; i++)
    {
      fixture_create_pa (workspace, id, FIXTURE_TODAY, NULL);
      g_assert_cmpuint (rc_workspace_get_count (workspace, RC_FILTER_ALL_CUSTOMERS), ==, 1);
      g_assert_cmpuint (rc_workspace_get_count (workspace, RC_FILTER_NO_PRODUCTS), ==, 0);
      g_assert_cmpuint (rc_workspace_get_count (workspace, RC_FILTER_PENDING_REQUESTS), ==, 1);
    }
}

/* A command after which the same customers stand in the same order has nobody list them again. */
static void
test_an_order_that_stays_is_not_asked_for (WorkspaceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    RcFilter filter;
    RcSort sort;
    const char *search;
    gboolean stays;
  } cases[] = {
    { RC_FILTER_ALL_CUSTOMERS, RC_SORT_NAME, NULL, TRUE },
    { RC_FILTER_ALL_CUSTOMERS, RC_SORT_VIP_ID, NULL, TRUE },
    { RC_FILTER_ALL_CUSTOMERS, RC_SORT_OLDEST_REQUEST, NULL, FALSE },
    { RC_FILTER_ALL_CUSTOMERS, RC_SORT_ANNIVERSARY_DATE, NULL, FALSE },
    { RC_FILTER_ALL_CUSTOMERS, RC_SORT_NAME, "kommune", FALSE },
    { RC_FILTER_NO_PRODUCTS, RC_SORT_NAME, NULL, FALSE },
    { RC_FILTER_PENDING_REQUESTS, RC_SORT_NAME, NULL, FALSE },
    { RC_FILTER_PAST_DUE_REQUESTS, RC_SORT_ANNIVERSARY_DATE, NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Kommune %" G_GSIZE_FORMAT, i);
      gint64 id = fixture_invite (fixture->workspace, name);
      g_autoptr (RcCustomerList) list = rc_customer_list_new (fixture->workspace);
      guint n_updates = 0;
      guint n_expected;

      rc_customer_list_set_filter (list, cases[i].filter);
      rc_customer_list_set_sort (list, cases[i].sort, FALSE);
      rc_customer_list_set_search (list, cases[i].search);
      fixture_settle ();
      n_expected = cases[i].filter == RC_FILTER_ALL_CUSTOMERS      ? (guint) i + 1
                   : cases[i].filter == RC_FILTER_PENDING_REQUESTS ? (guint) i + 1
                                                                   : 0;
      g_signal_connect_swapped (list, "notify::updating", G_CALLBACK (on_signal), &n_updates);
      fixture_create_pa (fixture->workspace, id, FIXTURE_TODAY, NULL);
      fixture_settle ();
      g_assert_cmpint (n_updates == 0, ==, cases[i].stays);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_expected);
    }
}

static void
add (const char *path, void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up, test, workspace_fixture_tear_down);
}

static gpointer
change_nothing_much (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_true (rc_database_execute (
      database, "UPDATE customers SET name = 'Silkeborg' || id, change_seq = 77", error));
  return NULL;
}

static gboolean
is_told (gpointer data)
{
  return *(guint *) data > 0;
}

/* Another program's commit is found out; one's own, and a look without one, tell nothing. */
static void
test_other_program_writes (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcStore) other = NULL;
  guint told = 0;

  fixture_invite (fixture->workspace, "Aarhus Kommune");
  rc_workspace_check_file (fixture->workspace);
  fixture_settle ();
  g_signal_connect_swapped (fixture->workspace, "changed", G_CALLBACK (on_signal), &told);
  fixture_invite (fixture->workspace, "Odense Kommune");
  told = 0;
  rc_workspace_check_file (fixture->workspace);
  fixture_settle ();
  g_assert_cmpuint (told, ==, 0);

  other = rc_store_open (fixture->path, FALSE, NULL, &error);
  g_assert_no_error (error);
  rc_store_write (other, change_nothing_much, NULL, &error);
  g_assert_no_error (error);
  rc_workspace_check_file (fixture->workspace);
  g_assert_true (fixture_wait (is_told, &told));
  rc_store_close (other);
}

static gboolean
has_obstacle (gpointer data)
{
  return rc_workspace_get_obstacle (data) != NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rc_workspace_save_copy_finish (RC_WORKSPACE (source), result, &error));
  g_assert_no_error (error);
  *(guint *) data = 1;
}

/* What a command could not write is found out at once; what was in the file can still be saved. */
static void
test_file_deleted (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (RcCommandResult) refused = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcWorkspace) copy = NULL;
  g_autoptr (RcCommandResult) there = NULL;
  guint saved = 0;

  fixture_invite (fixture->workspace, "Aarhus Kommune");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  refused = fixture_try_invite (fixture->workspace, "Odense Kommune", &refusal);
  g_assert_null (refused);
  g_assert_error (refusal, RC_STORE_ERROR, RC_STORE_ERROR_MOVED);
  g_assert_true (fixture_wait (has_obstacle, fixture->workspace));
  rc_workspace_save_copy_async (fixture->workspace, target, on_saved, &saved);
  g_assert_true (fixture_wait (is_told, &saved));
  copy = fixture_open (target, fixture->clock, &error);
  g_assert_no_error (error);
  there = fixture_try_invite (copy, "Aarhus Kommune", &error);
  g_assert_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DUPLICATE_CUSTOMER);
  rc_workspace_close (copy);
}

static gboolean
has_zone (gpointer data)
{
  return rc_workspace_get_time_zone (data) != NULL;
}

/* FI-3: the workspace's days are those of its time zone, at once and when it is opened again. The two zones are 25 hours apart. */
static void
test_time_zone (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "Pacific/Pago_Pago" };
  g_autoptr (RcClock) clock = rc_clock_new_system ();
  RcDate days[2];

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RcWorkspace) workspace = NULL;
      g_autoptr (RcCommandResult) result = fixture_run (
          fixture->workspace,
          rc_set_time_zone_new (rc_workspace_get_me (fixture->workspace), FIXTURE_TODAY, zones[i]), &error);

      g_assert_no_error (error);
      g_assert_nonnull (result);
      workspace = fixture_open (fixture->path, clock, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (rc_workspace_get_time_zone (workspace), ==, zones[i]);
      days[i] = rc_workspace_get_today (workspace);
      rc_workspace_close (workspace);
    }
  g_assert_cmpuint (days[0], >, days[1]);
  g_assert_true (fixture_wait (has_zone, fixture->workspace));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/workspace/create", test_create);
  add ("/workspace/create-does-not-overwrite", test_create_does_not_overwrite);
  add ("/workspace/create-leaves-nothing-half-made", test_create_leaves_nothing_half_made);
  add ("/workspace/create-takes-no-other-journal", test_create_takes_no_other_journal);
  add ("/workspace/full-disk-leaves-no-workspace", test_full_disk);
  add ("/workspace/full-disk-during-commands", test_full_disk_during_commands);
  add ("/workspace/open-again", test_open_again);
  add ("/workspace/open-what-is-not-there", test_open_what_is_not_there);
  add ("/workspace/a-command-is-use", test_a_command_is_use);
  add ("/workspace/a-commit-is-told", test_a_commit_is_told);
  add ("/workspace/a-fault-is-told-and-changes-nothing", test_a_fault_is_told_and_changes_nothing);
  add ("/workspace/midnight-moves-customers", test_midnight_moves_customers);
  add ("/workspace/counts-follow-me", test_counts_follow_me);
  add ("/workspace/counts-are-right-at-once", test_counts_are_right_at_once);
  add ("/workspace/the-list-follows", test_the_list_follows);
  add ("/workspace/an-order-that-stays-is-not-asked-for", test_an_order_that_stays_is_not_asked_for);
  add ("/workspace/another-programs-commit-is-found-out", test_other_program_writes);
  add ("/workspace/time-zone", test_time_zone);
  add ("/workspace/file-deleted", test_file_deleted);
  return g_test_run ();
}
