/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-collation.h"
#include "rc-customer-query-private.h"
#include "rc-filter.h"
#include "store-fixture.h"
#include <string.h>

/* The list against a naive one: every filter, order, toggle and search over random rows (FI-1, FI-2, FI-4). */

#define N_MEMBERS 4

static const char *const member_names[N_MEMBERS] = { "Zeta manager", "Alpha manager", "Łambda manager",
                                                     "Mu manager" };

typedef struct
{
  RcCustomerRecord *record; /* (owned) */
  GBytes *key; /* (owned) */
  char *text; /* (owned) folded */
} NaiveRow;

static void
naive_row_free (NaiveRow *row)
{
  rc_customer_record_free (row->record);
  g_bytes_unref (row->key);
  g_free (row->text);
  g_free (row);
}

static RcDate
random_date (StoreFixture *fixture, int from, int to)
{
  return rc_date_add_days (fixture->today, g_test_rand_int_range (from, to + 1));
}

/* Few different dates and names, so that there are ties, and dates on both sides of every bound. */
static RcCustomerRecord *
make_record (StoreFixture *fixture, gint64 id)
{
  static const char *const names[] = { "Århus Kommune", "aarhus kommune", "Łódź 50% _ off*",
                                       "Zebra [Group]", "ÉCOLE DE LYON",  "b?c",
                                       "Straße 9",      "日本 語" };
  static const char *const cities[] = { "Kraków", "Lyon", "Odense", "São Paulo", "X" };
  RcCustomerRecord *record = g_new0 (RcCustomerRecord, 1);

  record->id = id;
  record->vip_id = g_strdup_printf ("%08X%012X", (guint) g_test_rand_int (), (guint) id);
  record->name = g_strdup (names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);
  record->english_name = g_test_rand_int_range (0, 3) == 0 ? g_strdup ("English name") : NULL;
  record->city = g_strdup (cities[g_test_rand_int_range (0, G_N_ELEMENTS (cities))]);
  record->contact_email = g_strdup_printf ("it%d@customer.example", (int) id % 7);
  record->segment = (RcSegment) g_test_rand_int_range (0, 3);
  record->managed_by = g_test_rand_int_range (1, N_MEMBERS + 1);
  record->invitation_status = (RcInvitationStatus) g_test_rand_int_range (0, 2);
  if (g_test_rand_int_range (0, 12) == 0)
    record->moved_on = random_date (fixture, -9, 0);
  if (g_test_rand_int_range (0, 3) != 0)
    record->anniversary_date = random_date (fixture, -34, 94);
  if (g_test_rand_int_range (0, 4) == 0)
    {
      record->oldest_open_pa = random_date (fixture, -64, 0);
      record->newest_open_pa = record->oldest_open_pa;
      while (record->newest_open_pa < fixture->today && g_test_rand_int_range (0, 9) != 0)
        record->newest_open_pa++;
    }
  record->licences_total = g_test_rand_int_range (0, 2) * 5;
  return record;
}

static GPtrArray *
fill (StoreFixture *fixture, RcDatabase *database, int n_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) naive_row_free);

  g_assert_true (rc_database_begin (database, NULL));
  for (int i = 0; i < N_MEMBERS; i++)
    store_fixture_add_member (fixture, database, i + 1, member_names[i]);
  for (int id = 1; id <= n_rows; id++)
    {
      NaiveRow *row = g_new0 (NaiveRow, 1);

      row->record = make_record (fixture, id);
      row->key = rc_collator_get_key (fixture->collator, row->record->name);
      row->text = store_fixture_dup_search_text (row->record);
      store_fixture_add_customer (fixture, database, row->record);
      g_ptr_array_add (rows, row);
    }
  g_assert_true (rc_database_commit (database, NULL));
  return rows;
}

static gboolean
naive_search (const char *text, const char *search)
{
  g_autofree char *folded = rc_text_fold (search != NULL ? search : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
naive_contains (const NaiveRow *row, const RcCustomerQuery *query)
{
  RcCustomerFacts facts = { row->record->anniversary_date,
                            row->record->oldest_open_pa,
                            row->record->newest_open_pa,
                            row->record->licences_total,
                            FALSE,
                            row->record->moved_on != RC_DATE_NONE };

  return rc_filter_contains (query->filter, &facts, query->today, query->policy)
         && (query->managed_by == 0 || query->managed_by == row->record->managed_by)
         && naive_search (row->text, query->search);
}

static int
compare_members (StoreFixture *fixture, gint64 a, gint64 b)
{
  g_autoptr (GBytes) key_a = rc_collator_get_key (fixture->collator, member_names[a - 1]);
  g_autoptr (GBytes) key_b = rc_collator_get_key (fixture->collator, member_names[b - 1]);

  return g_bytes_compare (key_a, key_b);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

typedef struct
{
  StoreFixture *fixture;
  const RcCustomerQuery *query;
} Order;

static int
compare_columns (const Order *order, const RcCustomerRecord *a, const RcCustomerRecord *b)
{
  static const char *const segments[] = { "commercial", "government", "education" };

  switch (order->query->sort)
    {
    case RC_SORT_NAME:
      return 0;
    case RC_SORT_VIP_ID:
      return strcmp (a->vip_id, b->vip_id);
    case RC_SORT_ANNIVERSARY_DATE:
      return compare_numbers (a->anniversary_date, b->anniversary_date);
    case RC_SORT_SEGMENT:
      return strcmp (segments[a->segment], segments[b->segment]);
    case RC_SORT_MANAGED_BY:
      return compare_members (order->fixture, a->managed_by, b->managed_by);
    case RC_SORT_INVITATION_STATUS:
      return -compare_numbers (a->invitation_status, b->invitation_status);
    case RC_SORT_OLDEST_REQUEST:
      return compare_numbers (a->oldest_open_pa, b->oldest_open_pa);
    }
  g_assert_not_reached ();
}

static gboolean
has_no_date (const RcCustomerRecord *record, RcSort sort)
{
  return (sort == RC_SORT_ANNIVERSARY_DATE && record->anniversary_date == RC_DATE_NONE)
         || (sort == RC_SORT_OLDEST_REQUEST && record->oldest_open_pa == RC_DATE_NONE);
}

static int
naive_compare (gconstpointer pa, gconstpointer pb, gpointer data)
{
  const NaiveRow *a = *(NaiveRow *const *) pa;
  const NaiveRow *b = *(NaiveRow *const *) pb;
  const Order *order = data;
  RcSort sort = order->query->sort;
  int result;

  if (has_no_date (a->record, sort) != has_no_date (b->record, sort))
    return has_no_date (a->record, sort) ? 1 : -1;
  result = compare_columns (order, a->record, b->record);
  if (result == 0)
    result = g_bytes_compare (a->key, b->key);
  if (result == 0)
    result = compare_numbers (a->record->id, b->record->id);
  return order->query->descending ? -result : result;
}

static GPtrArray *
naive_list (StoreFixture *fixture, GPtrArray *rows, const RcCustomerQuery *query)
{
  Order order = { fixture, query };
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (naive_contains (g_ptr_array_index (rows, i), query))
      g_ptr_array_add (list, g_ptr_array_index (rows, i));
  g_ptr_array_sort_with_data (list, naive_compare, &order);
  return list;
}

/* Costs that lead to each way: the usual ones; rows first, then the set, walked or sorted. */
static const RcCustomerQueryCosts all_costs[] = {
  { 4000, 30000, 60 }, { 40, 3, 0 }, { 40, 3, 1000000 }, { 1000000, 1, 60 }
};

static void
assert_same (RcDatabase *database, const RcCustomerQuery *query, int limit, GPtrArray *expected)
{
  guint n_expected = limit > 0 ? MIN ((guint) limit, expected->len) : expected->len;

  for (guint costs = 0; costs < G_N_ELEMENTS (all_costs); costs++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids =
          rc_customer_query_list_ids_with_costs (database, query, limit, &all_costs[costs], NULL, &error);

      g_assert_no_error (error);
      g_test_message ("costs %u, filter %d, by %d%s, member %d, search “%s”, limit %d: %u", costs,
                      query->filter, query->sort, query->descending ? " descending" : "",
                      (int) query->managed_by, query->search != NULL ? query->search : "", limit, n_expected);
      g_assert_cmpuint (ids->len, ==, n_expected);
      for (guint i = 0; i < n_expected; i++)
        {
          const NaiveRow *row = g_ptr_array_index (expected, i);

          g_assert_cmpint (g_array_index (ids, gint64, i), ==, row->record->id);
        }
    }
}

static void
check_query (StoreFixture *fixture, RcDatabase *database, GPtrArray *rows, RcFilter filter, RcSort sort,
             gboolean descending, gint64 managed_by, const char *search)
{
  g_autoptr (RcCustomerQuery) query = rc_customer_query_new (filter, fixture->today, fixture->policy);
  g_autoptr (GPtrArray) expected = NULL;

  query->sort = sort;
  query->descending = descending;
  query->managed_by = managed_by;
  query->search = g_strdup (search);
  expected = naive_list (fixture, rows, query);
  assert_same (database, query, 0, expected);
  assert_same (database, query, 7, expected);
}

static void
check_all (StoreFixture *fixture, int n_rows, const char *const *searches, gsize n_searches)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (GPtrArray) rows = fill (fixture, database, n_rows);

  for (gsize search = 0; search < n_searches; search++)
    for (int filter = 0; filter < RC_N_FILTERS; filter++)
      for (int sort = RC_SORT_NAME; sort <= RC_SORT_OLDEST_REQUEST; sort++)
        for (int descending = 0; descending < 2; descending++)
          for (gint64 managed_by = 0; managed_by < 2; managed_by++)
            check_query (fixture, database, rows, (RcFilter) filter, (RcSort) sort, descending, managed_by,
                         searches[search]);
}

static void
test_as_naive_list (StoreFixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { NULL, "   ", "aar", "o" };

  check_all (fixture, 600, searches, G_N_ELEMENTS (searches));
}

/* More rows than are looked at directly, so that the indexes have to find the rest. */
static void
test_as_naive_list_in_many_rows (StoreFixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { NULL, "000000000bb", "7f" };

  check_all (fixture, 2500, searches, G_N_ELEMENTS (searches));
}

static void
test_search (StoreFixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { "arhus",
                                          "ÅRHUS",
                                          "lodz",
                                          "łódź",
                                          "a",
                                          "z",
                                          "aa",
                                          "%",
                                          "_",
                                          "*",
                                          "?",
                                          "[",
                                          "]",
                                          "50%",
                                          "% _",
                                          "_ off*",
                                          "[group]",
                                          "b?c",
                                          "b*c",
                                          "a%e",
                                          "\"",
                                          "it3@",
                                          "ecole lyon",
                                          "lyon ecole",
                                          "kommune it3 ode",
                                          "strasse",
                                          "日",
                                          "日本",
                                          "語",
                                          "qqq",
                                          "x",
                                          "english name",
                                          "department",
                                          "' OR 1 = 1",
                                          "zebra   sao",
                                          "me",
                                          "é" };
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (GPtrArray) rows = fill (fixture, database, 1500);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    for (int filter = 0; filter < RC_N_FILTERS; filter++)
      check_query (fixture, database, rows, (RcFilter) filter, RC_SORT_NAME, FALSE, i % 2, searches[i]);
}

static void
test_counts (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (GPtrArray) rows = fill (fixture, database, 800);

  for (gint64 managed_by = 0; managed_by <= N_MEMBERS; managed_by++)
    {
      guint64 counts[RC_N_FILTERS];
      g_autoptr (GError) error = NULL;

      g_assert_true (rc_customer_query_count (database, fixture->today, fixture->policy, managed_by, counts,
                                              NULL, &error));
      g_assert_no_error (error);
      for (int filter = 0; filter < RC_N_FILTERS; filter++)
        {
          g_autoptr (RcCustomerQuery) query =
              rc_customer_query_new ((RcFilter) filter, fixture->today, fixture->policy);
          g_autoptr (GPtrArray) expected = NULL;

          query->managed_by = managed_by;
          expected = naive_list (fixture, rows, query);
          g_assert_cmpuint (expected->len, >, 0);
          g_assert_cmpuint (counts[filter], ==, expected->len);
        }
    }
}

static void
test_fetch (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (GPtrArray) rows = fill (fixture, database, 20);
  gint64 ids[] = { 7, 99, 3, 7 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = rc_customer_query_fetch (database, ids, G_N_ELEMENTS (ids), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (ids));
  g_assert_null (g_ptr_array_index (records, 1));
  for (guint i = 0; i < records->len; i++)
    {
      const RcCustomerRecord *record = g_ptr_array_index (records, i);
      const RcCustomerRecord *expected = ids[i] <= 20 ? ((NaiveRow *) rows->pdata[ids[i] - 1])->record : NULL;

      if (record == NULL)
        continue;
      g_assert_cmpint (record->id, ==, ids[i]);
      g_assert_cmpstr (record->name, ==, expected->name);
      g_assert_cmpstr (record->english_name, ==, expected->english_name);
      g_assert_cmpstr (record->vip_id, ==, expected->vip_id);
      g_assert_cmpint (record->segment, ==, expected->segment);
      g_assert_cmpstr (record->managed_by_name, ==, member_names[expected->managed_by - 1]);
      g_assert_cmpuint (record->anniversary_date, ==, expected->anniversary_date);
      g_assert_cmpuint (record->oldest_open_pa, ==, expected->oldest_open_pa);
      g_assert_cmpuint (record->newest_open_pa, ==, expected->newest_open_pa);
      g_assert_cmpuint (record->moved_on, ==, expected->moved_on);
      g_assert_cmpstr (record->contact_email, ==, expected->contact_email);
      g_assert_cmpstr (record->contact_family_name, ==, "Department");
      g_assert_cmpstr (record->city, ==, expected->city);
    }
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (RcCustomerQuery) query =
      rc_customer_query_new (RC_FILTER_ALL_CUSTOMERS, fixture->today, fixture->policy);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rc_customer_query_list_ids (database, query, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_equal (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcCustomerQuery) a =
      rc_customer_query_new (RC_FILTER_NO_PRODUCTS, fixture->today, fixture->policy);
  g_autoptr (RcCustomerQuery) b = NULL;

  a->search = g_strdup ("x");
  b = rc_customer_query_copy (a);
  g_assert_true (rc_customer_query_equal (a, b));
  b->today++;
  g_assert_false (rc_customer_query_equal (a, b));
  b->today--;
  g_free (b->search);
  b->search = NULL;
  g_assert_false (rc_customer_query_equal (a, b));
}

static void
on_progress (guint64 done, guint64 total, gpointer data)
{
  guint64 *last = data;

  g_assert_cmpuint (done, >, *last);
  g_assert_cmpuint (total, ==, 54);
  *last = done;
}

/* Keys that say nothing are made anew; the list is in the collator's order then. */
static void
test_collation_is_rebuilt (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (RcDatabase) database = store_fixture_create (fixture);
  g_autoptr (GPtrArray) rows = fill (fixture, database, 50);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint64 done = 0;
  gboolean current = TRUE;

  store_fixture_execute (database,
                         "UPDATE customers SET name_key = X'00'; UPDATE members SET name_key = X'00'");
  g_assert_true (rc_collation_is_current (database, fixture->collator, &current, &error));
  g_assert_false (current);

  g_cancellable_cancel (cancellable);
  g_assert_false (rc_collation_rebuild (database, fixture->collator, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (store_fixture_get_int (database, "SELECT count(*) FROM customers WHERE name_key = X'00'"),
                   ==, 50);

  g_assert_true (rc_collation_rebuild (database, fixture->collator, on_progress, &done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (done, ==, 54);
  g_assert_true (rc_collation_is_current (database, fixture->collator, &current, &error));
  g_assert_true (current);
  check_query (fixture, database, rows, RC_FILTER_ALL_CUSTOMERS, RC_SORT_MANAGED_BY, FALSE, 0, NULL);

  done = 0;
  g_assert_true (rc_collation_rebuild (database, fixture->collator, on_progress, &done, NULL, &error));
  g_assert_cmpuint (done, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/customer-query/as-naive-list", test_as_naive_list);
  STORE_TEST ("/customer-query/as-naive-list-in-many-rows", test_as_naive_list_in_many_rows);
  STORE_TEST ("/customer-query/search", test_search);
  STORE_TEST ("/customer-query/counts", test_counts);
  STORE_TEST ("/customer-query/fetch", test_fetch);
  STORE_TEST ("/customer-query/cancelled", test_cancelled);
  STORE_TEST ("/customer-query/equal", test_equal);
  STORE_TEST ("/customer-query/collation-is-rebuilt", test_collation_is_rebuilt);
  return g_test_run ();
}
