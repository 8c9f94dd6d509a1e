/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "number-list.h"
#include "rc-snapshot-diff.h"

#include <glib/gstdio.h>
#include <string.h>

/* The virtual list over a real store: what it emits, which rows it asks for, and that a row stays the row it is. */

typedef struct
{
  char *folder; /* (owned) */
  RcStore *store; /* (owned) */
  NumberList *list; /* (owned) */
  GString *told; /* (owned) what was emitted: "(position,removed,added)" */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->told, "(%u,%u,%u)", position, removed, added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("rc-list-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "workspace", NULL);
  fixture->store = rc_store_open (path, TRUE, NULL, &error);
  g_assert_no_error (error);
  fixture->list = number_list_new (fixture->store);
  fixture->told = g_string_new (NULL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  number_list_set_version (0);
  number_list_get_fetched ();
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

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  rc_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_string_free (fixture->told, TRUE);
}

static gboolean
is_complete (gpointer data)
{
  RcVirtualList *list = data;

  return rc_virtual_list_get_state (list) != RC_LIST_STATE_LOADING && rc_virtual_list_is_complete (list);
}

static gboolean
is_failed (gpointer data)
{
  return rc_virtual_list_get_state (data) == RC_LIST_STATE_ERROR;
}

static gboolean
is_answered (gpointer data)
{
  gboolean updating;

  g_object_get (data, "updating", &updating, NULL);
  return !updating && (is_complete (data) || is_failed (data));
}

static gpointer
do_nothing (RcDatabase *database, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
turn_main_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Until the ids that were asked for last are there, and the reads that these made the list begin are done: the reader
 * answers one by one. */
static void
settle (Fixture *fixture)
{
  g_assert_true (number_list_wait (NULL, is_answered, fixture->list));
  for (guint i = 0; i < 4; i++)
    {
      turn_main_loop ();
      rc_store_read (fixture->store, do_nothing, NULL, NULL);
    }
  turn_main_loop ();
}

static void
show (Fixture *fixture, GArray *ids)
{
  number_list_set_ids (fixture->list, ids);
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
  settle (fixture);
  g_assert_true (is_complete (fixture->list));
}

static NumberRow *
get_row (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static gboolean
is_loaded (gpointer data)
{
  return number_row_get_value (data) != 0;
}

static void
test_first_page_then_the_rest (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (rc_virtual_list_get_state (RC_VIRTUAL_LIST (fixture->list)), ==, RC_LIST_STATE_LOADING);
  show (fixture, number_list_range (1, 1000));
  g_assert_cmpstr (fixture->told->str, ==, "(0,0,20)(20,0,980)");
  g_assert_cmpint (rc_virtual_list_get_state (RC_VIRTUAL_LIST (fixture->list)), ==, RC_LIST_STATE_CONTENT);
  g_assert_cmpint (rc_virtual_list_get_id (RC_VIRTUAL_LIST (fixture->list), 999), ==, 1000);
  g_assert_cmpint (rc_virtual_list_get_id (RC_VIRTUAL_LIST (fixture->list), 1000), ==, 0);
  g_assert_cmpuint (rc_virtual_list_find (RC_VIRTUAL_LIST (fixture->list), 500), ==, 499);
  g_assert_cmpuint (rc_virtual_list_find (RC_VIRTUAL_LIST (fixture->list), 5000), ==, G_MAXUINT);
}

static void
test_short_and_empty (Fixture *fixture, gconstpointer data)
{
  show (fixture, number_list_range (1, 0));
  g_assert_cmpstr (fixture->told->str, ==, "");
  g_assert_cmpint (rc_virtual_list_get_state (RC_VIRTUAL_LIST (fixture->list)), ==, RC_LIST_STATE_EMPTY);
  show (fixture, number_list_range (1, 5));
  g_assert_cmpstr (fixture->told->str, ==, "(0,0,5)");
  g_assert_cmpint (rc_virtual_list_get_state (RC_VIRTUAL_LIST (fixture->list)), ==, RC_LIST_STATE_CONTENT);
}

static void
test_same_ids_tell_nothing (Fixture *fixture, gconstpointer data)
{
  show (fixture, number_list_range (1, 1000));
  g_string_truncate (fixture->told, 0);
  number_list_set_ids (fixture->list, number_list_range (1, 1000));
  rc_virtual_list_reload (RC_VIRTUAL_LIST (fixture->list));
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "");
}

static void
test_small_difference_tells_a_range (Fixture *fixture, gconstpointer data)
{
  GArray *ids = number_list_range (1, 1000);
  gint64 id = 5000;

  show (fixture, number_list_range (1, 1000));
  g_string_truncate (fixture->told, 0);
  g_array_remove_index (ids, 10);
  g_array_insert_val (ids, 700, id);
  number_list_set_ids (fixture->list, ids);
  rc_virtual_list_reload (RC_VIRTUAL_LIST (fixture->list));
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "(10,1,0)(700,0,1)");
}

/* A view that is told (0, N, N) asks for all N rows: two emissions instead. */
static void
test_other_ids_tell_two_emissions (Fixture *fixture, gconstpointer data)
{
  show (fixture, number_list_range (1, 1000));
  g_string_truncate (fixture->told, 0);
  number_list_set_ids (fixture->list, number_list_range (9000, 600));
  rc_virtual_list_reload (RC_VIRTUAL_LIST (fixture->list));
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "(0,1000,0)(0,0,600)");
}

static void
test_rows_are_read_by_the_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NumberRow) row = NULL;

  show (fixture, number_list_range (1, 1000));
  row = get_row (fixture, 300);
  g_assert_cmpint (number_row_get_value (row), ==, 0);
  g_assert_true (number_list_wait (NULL, is_loaded, row));
  g_assert_cmpint (number_row_get_value (row), ==, 3010);
  g_assert_cmpint (number_list_get_fetched (), ==, 128);
  {
    g_autoptr (NumberRow) neighbour = get_row (fixture, 301);

    g_assert_cmpint (number_row_get_value (neighbour), ==, 3020);
  }
}

static void
test_a_row_out_of_sight_is_not_read (Fixture *fixture, gconstpointer data)
{
  show (fixture, number_list_range (1, 1000));
  g_object_unref (get_row (fixture, 300));
  settle (fixture);
  g_assert_cmpint (number_list_get_fetched (), ==, 0);
}

static void
test_a_row_keeps_its_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NumberRow) row = NULL;
  g_autoptr (NumberRow) again = NULL;

  show (fixture, number_list_range (1, 1000));
  row = get_row (fixture, 500); /* id 501 */
  show (fixture, number_list_range (400, 900));
  again = get_row (fixture, 101);
  g_assert_true (row == again);
  g_assert_true (number_list_wait (NULL, is_loaded, row));
  g_assert_cmpint (number_row_get_value (row), ==, 5010);
}

static gboolean
is_version_one (gpointer data)
{
  return number_row_get_value (data) % 10 == 1;
}

static void
test_a_refreshed_row_is_read_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NumberRow) row = NULL;
  g_autoptr (NumberRow) other = NULL;

  show (fixture, number_list_range (1, 1000));
  row = get_row (fixture, 7);
  other = get_row (fixture, 8);
  g_assert_true (number_list_wait (NULL, is_loaded, row));
  g_string_truncate (fixture->told, 0);
  number_list_get_fetched ();
  number_list_set_version (1);
  rc_virtual_list_refresh_item (RC_VIRTUAL_LIST (fixture->list), 8);
  rc_virtual_list_refresh_item (RC_VIRTUAL_LIST (fixture->list), 7777);
  g_assert_true (number_list_wait (NULL, is_version_one, row));
  g_assert_cmpint (number_row_get_value (other), ==, 90);
  g_assert_cmpint (number_list_get_fetched (), ==, 1);
  g_assert_cmpstr (fixture->told->str, ==, "");

  rc_virtual_list_refresh_all (RC_VIRTUAL_LIST (fixture->list));
  g_assert_true (number_list_wait (NULL, is_version_one, other));
  g_assert_cmpint (number_list_get_fetched (), ==, 2);
}

/* What is shown until then is the answer to another question. */
static void
test_complete_once_answered (Fixture *fixture, gconstpointer data)
{
  show (fixture, number_list_range (1, 1000));
  number_list_set_ids (fixture->list, number_list_range (1, 500));
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
  g_assert_false (is_complete (fixture->list));
  settle (fixture);
  g_assert_true (is_complete (fixture->list));
}

/* A change while another question is asked: its answer takes the place of all, a first page before the rest. */
static void
test_reloaded_before_the_answer (Fixture *fixture, gconstpointer data)
{
  show (fixture, number_list_range (1, 1000));
  g_string_truncate (fixture->told, 0);
  number_list_set_ids (fixture->list, number_list_range (501, 1000));
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
  rc_virtual_list_reload (RC_VIRTUAL_LIST (fixture->list));
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "(0,1000,200)(200,0,800)");
}

static void
test_stale_generations_are_dropped (Fixture *fixture, gconstpointer data)
{
  show (fixture, number_list_range (1, 10));
  g_string_truncate (fixture->told, 0);
  number_list_set_delay (fixture->list, 20);
  number_list_set_ids (fixture->list, number_list_range (1, 20));
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
  number_list_set_ids (fixture->list, number_list_range (1, 30));
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
  number_list_set_delay (fixture->list, 0);
  number_list_set_ids (fixture->list, number_list_range (1, 40));
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
  settle (fixture);
  g_assert_cmpstr (fixture->told->str, ==, "(10,0,10)(20,0,20)");
}

static void
test_an_error_is_a_state (Fixture *fixture, gconstpointer data)
{
  number_list_set_error (fixture->list, "the disk is gone");
  rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
  g_assert_true (number_list_wait (NULL, is_failed, fixture->list));
  g_assert_cmpstr (rc_virtual_list_get_error_message (RC_VIRTUAL_LIST (fixture->list)), ==,
                   "the disk is gone");
  number_list_set_error (fixture->list, NULL);
  show (fixture, number_list_range (1, 3));
  g_assert_cmpint (rc_virtual_list_get_state (RC_VIRTUAL_LIST (fixture->list)), ==, RC_LIST_STATE_CONTENT);
  g_assert_null (rc_virtual_list_get_error_message (RC_VIRTUAL_LIST (fixture->list)));
}

/* The naive model: the ids as the emissions say they are. */
static void
on_told (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  GArray *naive = user_data;
  RcVirtualList *list = RC_VIRTUAL_LIST (model);

  if (removed > 0)
    g_array_remove_range (naive, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = rc_virtual_list_get_id (list, position + i);

      g_array_insert_val (naive, position + i, id);
    }
  g_assert_cmpuint (naive->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < naive->len; i++)
    g_assert_cmpint (g_array_index (naive, gint64, i), ==, rc_virtual_list_get_id (list, i));
}

static GArray *
change_at_random (GArray *ids, gint64 *next_id)
{
  GArray *changed = g_array_copy (ids);
  guint n = (guint) g_test_rand_int_range (0, 6);

  if (g_test_rand_int_range (0, 8) == 0)
    {
      g_array_unref (changed);
      changed = number_list_range (*next_id, (guint) g_test_rand_int_range (0, 600));
      *next_id += 600;
    }
  for (guint i = 0; i < n; i++)
    {
      guint at = (guint) g_test_rand_int_range (0, (gint32) changed->len + 1);
      guint length = (guint) g_test_rand_int_range (1, 90);

      if (g_test_rand_int_range (0, 2) == 0 && at < changed->len)
        g_array_remove_range (changed, at, MIN (length, changed->len - at));
      else
        for (guint j = 0; j < length; j++)
          {
            g_array_insert_val (changed, at, *next_id);
            ++*next_id;
          }
    }
  return changed;
}

static void
test_random_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) naive = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *ids = number_list_range (1, 500);
  gint64 next_id = 1000;
  gulong handler = g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_told), naive);

  show (fixture, g_array_ref (ids));
  for (guint round = 0; round < 60; round++)
    {
      GArray *changed = change_at_random (ids, &next_id);

      g_array_unref (ids);
      ids = changed;
      number_list_set_ids (fixture->list, g_array_ref (ids));
      if (round % 3 == 0)
        rc_virtual_list_restart (RC_VIRTUAL_LIST (fixture->list));
      else
        rc_virtual_list_reload (RC_VIRTUAL_LIST (fixture->list));
      settle (fixture);
      g_assert_cmpuint (naive->len, ==, ids->len);
      g_assert_cmpmem (naive->data, naive->len * sizeof (gint64), ids->data, ids->len * sizeof (gint64));
    }
  g_array_unref (ids);
  g_signal_handler_disconnect (fixture->list, handler);
}

/* What a column view does: it holds the rows around where it is, and when some of them go it looks for them among all
 * that come in their place. */
typedef struct
{
  GListModel *model; /* (borrowed) */
  guint from;
  GPtrArray *rows; /* (owned) */
  guint calls;
} View;

#define ROWS_HELD 205

static GObject *
ask (View *view, guint position)
{
  view->calls++;
  return g_list_model_get_item (view->model, position);
}

static void
look (View *view, guint from)
{
  guint n_items = g_list_model_get_n_items (view->model);
  G_GNUC_UNUSED g_autoptr (GPtrArray) before = view->rows;

  view->rows = g_ptr_array_new_with_free_func (g_object_unref);
  view->from = from;
  for (guint i = from; i < n_items && i < from + ROWS_HELD; i++)
    g_ptr_array_add (view->rows, ask (view, i));
}

static void
on_view_told (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  View *view = user_data;
  gboolean lost = position < view->from + view->rows->len && position + removed > view->from;

  if (removed > 0 && lost)
    for (guint i = 0; i < added; i++)
      g_object_unref (ask (view, position + i));
  look (view, MIN (view->from, g_list_model_get_n_items (model)));
}

/* platform.md's budget: whatever is done to a million rows, few of them are asked for. */
static void
test_a_million_rows_cost_few_calls (Fixture *fixture, gconstpointer data)
{
  const guint n = 1000000;
  View view = { .model = G_LIST_MODEL (fixture->list),
                .rows = g_ptr_array_new_with_free_func (g_object_unref) };
  gulong handler = g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_view_told), &view);
  GArray *changed;
  gint64 last = n + 1;

  show (fixture, number_list_range (1, n));
  look (&view, n - ROWS_HELD);
  g_assert_cmpuint (view.calls, <, 1000);

  view.calls = 0;
  changed = number_list_range (1, n);
  for (guint i = 0; i < n / 2; i++)
    {
      gint64 id = g_array_index (changed, gint64, i);

      g_array_index (changed, gint64, i) = g_array_index (changed, gint64, n - 1 - i);
      g_array_index (changed, gint64, n - 1 - i) = id;
    }
  show (fixture, changed);
  g_assert_cmpuint (view.calls, <, 1000);

  view.calls = 0;
  show (fixture, number_list_range (500, 3000));
  g_assert_cmpuint (view.calls, <, 1000);

  view.calls = 0;
  changed = number_list_range (500, 3000);
  g_array_remove_index (changed, 3);
  g_array_append_val (changed, last);
  number_list_set_ids (fixture->list, changed);
  rc_virtual_list_reload (RC_VIRTUAL_LIST (fixture->list));
  rc_virtual_list_refresh_item (RC_VIRTUAL_LIST (fixture->list), 510);
  settle (fixture);
  g_assert_cmpuint (view.calls, <, 1000);
  g_assert_cmpuint (g_list_model_get_n_items (view.model), ==, 3000);

  g_signal_handler_disconnect (fixture->list, handler);
  g_ptr_array_unref (view.rows);
}

/* Rows that were shown long ago are let go of: 64 pages are held. */
static void
test_rows_held_are_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) weak = g_ptr_array_new ();
  guint alive = 0;

  show (fixture, number_list_range (1, 128 * 80));
  for (guint page = 0; page < 80; page++)
    {
      g_autoptr (NumberRow) row = get_row (fixture, page * 128);
      GWeakRef *reference = g_new0 (GWeakRef, 1);

      g_weak_ref_init (reference, row);
      g_ptr_array_add (weak, reference);
      g_assert_true (number_list_wait (NULL, is_loaded, row));
    }
  for (guint page = 0; page < 80; page++)
    {
      GWeakRef *reference = weak->pdata[page];
      g_autoptr (NumberRow) row = g_weak_ref_get (reference);

      if (row != NULL)
        alive++;
      g_weak_ref_clear (reference);
      g_free (reference);
    }
  g_assert_cmpuint (alive, ==, 64);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/virtual-list/first-page-then-the-rest", test_first_page_then_the_rest);
  add ("/virtual-list/short-and-empty", test_short_and_empty);
  add ("/virtual-list/same-ids-tell-nothing", test_same_ids_tell_nothing);
  add ("/virtual-list/small-difference-tells-a-range", test_small_difference_tells_a_range);
  add ("/virtual-list/other-ids-tell-two-emissions", test_other_ids_tell_two_emissions);
  add ("/virtual-list/rows-are-read-by-the-page", test_rows_are_read_by_the_page);
  add ("/virtual-list/a-row-out-of-sight-is-not-read", test_a_row_out_of_sight_is_not_read);
  add ("/virtual-list/a-row-keeps-its-identity", test_a_row_keeps_its_identity);
  add ("/virtual-list/a-refreshed-row-is-read-again", test_a_refreshed_row_is_read_again);
  add ("/virtual-list/complete-once-answered", test_complete_once_answered);
  add ("/virtual-list/reloaded-before-the-answer", test_reloaded_before_the_answer);
  add ("/virtual-list/stale-generations-are-dropped", test_stale_generations_are_dropped);
  add ("/virtual-list/an-error-is-a-state", test_an_error_is_a_state);
  add ("/virtual-list/random-changes", test_random_changes);
  add ("/virtual-list/a-million-rows-cost-few-calls", test_a_million_rows_cost_few_calls);
  add ("/virtual-list/rows-held-are-bounded", test_rows_held_are_bounded);
  return g_test_run ();
}
