/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace-fixture.h"

#include "rc-filter.h"
#include "rc-request-state.h"
#include "rc-sample.h"
#include "rc-words.h"

#include <glib/gstdio.h>

/* The sample workspace: every state of the rules is there on its today, in six countries, and no address is real. */

static gpointer
fetch_all (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = rc_customer_query_list_ids (database, data, 0, NULL, error);

  return rc_customer_query_fetch (database, (const gint64 *) (void *) ids->data, ids->len, NULL, error);
}

static GPtrArray *
load_all (RcWorkspace *workspace)
{
  g_autoptr (RcCustomerQuery) query = rc_customer_query_new (
      RC_FILTER_ALL_CUSTOMERS, rc_workspace_get_today (workspace), rc_workspace_get_policy (workspace));
  g_autoptr (GError) error = NULL;
  GPtrArray *records = rc_store_read (rc_workspace_get_store (workspace), fetch_all, query, &error);

  g_assert_no_error (error);
  return records;
}

static void
test_every_state_is_there (WorkspaceFixture *fixture, gconstpointer data)
{
  RcWorkspace *workspace = fixture->workspace;
  g_autoptr (GPtrArray) records = load_all (workspace);
  const RcPolicy *policy = rc_workspace_get_policy (workspace);
  guint requests[RC_REQUEST_STATE_SUSPENDED + 1] = { 0 };
  guint terms[RC_TERM_STATE_MOVED + 1] = { 0 };
  guint filters[RC_N_FILTERS] = { 0 };

  g_assert_cmpuint (records->len, ==, RC_SAMPLE_N_CUSTOMERS);
  for (guint i = 0; i < records->len; i++)
    {
      const RcCustomerRecord *record = records->pdata[i];
      RcCustomerFacts facts;

      rc_customer_record_get_facts (record, &facts);
      requests[rc_request_state (record->oldest_open_pa, FIXTURE_TODAY, policy)]++;
      terms[rc_term_state (&facts, FIXTURE_TODAY, policy)]++;
      for (guint filter = 0; filter < RC_N_FILTERS; filter++)
        filters[filter] += rc_filter_contains ((RcFilter) filter, &facts, FIXTURE_TODAY, policy) ? 1 : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    g_assert_cmpuint (requests[i], >=, 5);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    g_assert_cmpuint (terms[i], >=, 5);
  for (guint i = 0; i < RC_N_FILTERS; i++)
    {
      g_assert_cmpuint (filters[i], >=, 5);
      g_assert_cmpuint (filters[i], ==, rc_workspace_get_count (workspace, (RcFilter) i));
    }
}

static gpointer
count_rows (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  RcStatement *statement = rc_database_prepare (database, data, error);

  if (statement == NULL)
    return NULL;
  g_assert_true (rc_statement_step (statement, error));
  return GINT_TO_POINTER ((int) rc_statement_get_int (statement, 0));
}

/* RN-8, VS-2: some terms were renewed, before and after their anniversary date, and some commitments run. */
static void
test_renewals_and_commitments (WorkspaceFixture *fixture, gconstpointer data)
{
  static const char *const COUNTS[] = {
    "SELECT count(*) FROM renewals r JOIN orders o ON o.id = r.order_id WHERE o.date < "
    "r.old_anniversary_date",
    "SELECT count(*) FROM renewals r JOIN orders o ON o.id = r.order_id WHERE o.date > "
    "r.old_anniversary_date",
    "SELECT count(*) FROM commitments",
  };

  for (guint i = 0; i < G_N_ELEMENTS (COUNTS); i++)
    {
      g_autoptr (GError) error = NULL;
      gpointer count = rc_store_read (rc_workspace_get_store (fixture->workspace), count_rows,
                                      (gpointer) COUNTS[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (GPOINTER_TO_INT (count), >=, 5);
    }
}

static gpointer
count_messages (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  RcStatement *statement = rc_database_prepare (
      database, "SELECT count(*) FROM messages WHERE status = $1 AND (created_at < $2) = (status = 'sent')",
      error);

  if (statement == NULL)
    return NULL;
  rc_statement_bind_text (statement, "$1", data);
  rc_statement_bind_int (statement, "$2", fixture_noon (FIXTURE_TODAY) - 3 * G_TIME_SPAN_DAY);
  g_assert_true (rc_statement_step (statement, error));
  return GINT_TO_POINTER ((int) rc_statement_get_int (statement, 0));
}

/* MS-2: what was written in the last three days waits, what is older went out. */
static void
test_some_messages_wait (WorkspaceFixture *fixture, gconstpointer data)
{
  RcStore *store = rc_workspace_get_store (fixture->workspace);
  g_autoptr (GError) error = NULL;
  int n_waiting = GPOINTER_TO_INT (rc_store_read (store, count_messages, (gpointer) "waiting", &error));
  int n_sent = GPOINTER_TO_INT (rc_store_read (store, count_messages, (gpointer) "sent", &error));
  guint64 n_counted;

  g_assert_no_error (error);
  g_test_message ("%d messages wait, %d are sent", n_waiting, n_sent);
  g_assert_cmpint (n_waiting, >=, 3);
  g_assert_cmpint (n_sent, >, 10 * n_waiting);
  g_object_get (fixture->workspace, "waiting-messages", &n_counted, NULL);
  g_assert_cmpuint (n_counted, ==, n_waiting);
}

static void
test_six_countries_and_no_real_address (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) records = load_all (fixture->workspace);
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) managers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    {
      RcCustomerRecord *record = records->pdata[i];

      g_hash_table_add (countries, record->country);
      g_hash_table_add (managers, &record->managed_by);
      g_assert_true (g_str_has_suffix (record->contact_email, ".example"));
    }
  g_assert_cmpuint (g_hash_table_size (countries), ==, 6);
  g_assert_cmpuint (g_hash_table_size (managers), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (rc_workspace_get_members (fixture->workspace)), ==, 5);
  g_assert_cmpint (rc_workspace_get_my_role (fixture->workspace), ==, RC_ROLE_PRIMARY_ADMIN);
}

static void
test_the_same_day_gives_the_same (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RcWorkspace *other = fixture_create_sample (fixture->clock, &error);
  g_autoptr (GPtrArray) records = load_all (fixture->workspace);
  g_autoptr (GPtrArray) others = NULL;

  g_assert_no_error (error);
  others = load_all (other);
  g_assert_cmpuint (records->len, ==, others->len);
  for (guint i = 0; i < records->len; i++)
    {
      const RcCustomerRecord *a = records->pdata[i];
      const RcCustomerRecord *b = others->pdata[i];

      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstr (a->postal_code, ==, b->postal_code);
      g_assert_cmpint (a->anniversary_date, ==, b->anniversary_date);
      g_assert_cmpint (a->licences_total, ==, b->licences_total);
    }
  rc_workspace_close (other);
  fixture_settle ();
  g_assert_finalize_object (other);
}

/* Whatever the day is, each command of the sample is one that the rules allow. */
static void
test_any_day (WorkspaceFixture *fixture, gconstpointer data)
{
  const RcDate days[] = { rc_date_new (2024, 2, 29), rc_date_new (2025, 1, 31), rc_date_new (2026, 12, 31) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (RcClock) clock = rc_clock_new_fixed (days[i], fixture_noon (days[i]));
      g_autoptr (GError) error = NULL;
      RcWorkspace *workspace = fixture_create_sample (clock, &error);

      g_assert_no_error (error);
      for (guint filter = 0; filter < RC_N_FILTERS; filter++)
        g_assert_cmpuint (rc_workspace_get_count (workspace, (RcFilter) filter), >=, 5);
      rc_workspace_close (workspace);
      fixture_settle ();
      g_assert_finalize_object (workspace);
    }
}

static void
test_its_file_goes_with_it (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (rc_workspace_get_path (fixture->workspace));

  g_assert_true (rc_workspace_is_sample (fixture->workspace));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  rc_workspace_close (fixture->workspace);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
add (const char *path, void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up_sample, test,
              workspace_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("rc-cache-XXXXXX", NULL);
  g_autofree char *samples = g_build_filename (cache, "reseller-console", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  add ("/sample/every-state-is-there", test_every_state_is_there);
  add ("/sample/renewals-and-commitments", test_renewals_and_commitments); /* RN-8, VS-2 */
  add ("/sample/some-messages-wait", test_some_messages_wait); /* MS-2 */
  add ("/sample/six-countries-and-no-real-address", test_six_countries_and_no_real_address);
  add ("/sample/the-same-day-gives-the-same", test_the_same_day_gives_the_same);
  add ("/sample/any-day", test_any_day);
  add ("/sample/its-file-goes-with-it", test_its_file_goes_with_it);
  status = g_test_run ();
  g_rmdir (samples);
  g_rmdir (cache);
  return status;
}
