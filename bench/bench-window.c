/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bare-commit.h"
#include "rc-first-frame.h"
#include "taken-time.h"

#include "rc-create-purchase-authorization.h"
#include "rc-customer-list-view.h"
#include "rc-customer.h"
#include "rc-filter.h"
#include "rc-log-query.h"
#include "rc-product-line.h"
#include "rc-product.h"
#include "rc-window.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

/* The real window on a given workspace: how long until its first rows are painted, then how long each step that a
 * person takes all day lasts, from the call that a click or key makes to the frame that shows its first rows.
 *
 * Usage: bench-window start WORKSPACE | steps WORKSPACE
 *
 * A series of steps is run again where other machines had more than MOST_TAKEN of the processors meanwhile; after MOST_TRIES
 * the one that they disturbed least counts, however slow or fast it was. */

#define MOST_TAKEN 0.01
#define MOST_TRIES 6

typedef struct
{
  const char *name;
  RcFilter filter;
  RcSort sort;
  gboolean descending;
  const char *search;
} Step;

#define ALL RC_FILTER_ALL_CUSTOMERS
static const Step filter_steps[] = {
  { NULL, RC_FILTER_NO_PRODUCTS, RC_SORT_NAME, FALSE, NULL },
  { NULL, RC_FILTER_PENDING_REQUESTS, RC_SORT_NAME, FALSE, NULL },
  { NULL, RC_FILTER_PAST_DUE_REQUESTS, RC_SORT_NAME, FALSE, NULL },
  { NULL, RC_FILTER_UPCOMING_RENEWALS, RC_SORT_NAME, FALSE, NULL },
  { NULL, RC_FILTER_READY_FOR_RENEWAL, RC_SORT_NAME, FALSE, NULL },
  { NULL, ALL, RC_SORT_NAME, FALSE, NULL },
};
static const Step sort_steps[] = {
  { NULL, ALL, RC_SORT_VIP_ID, FALSE, NULL },
  { NULL, ALL, RC_SORT_VIP_ID, TRUE, NULL },
  { NULL, ALL, RC_SORT_ANNIVERSARY_DATE, FALSE, NULL },
  { NULL, ALL, RC_SORT_ANNIVERSARY_DATE, TRUE, NULL },
  { NULL, ALL, RC_SORT_SEGMENT, FALSE, NULL },
  { NULL, ALL, RC_SORT_MANAGED_BY, TRUE, NULL },
  { NULL, ALL, RC_SORT_NAME, TRUE, NULL },
  { NULL, ALL, RC_SORT_NAME, FALSE, NULL },
};
static const char *const words[] = { "universidade", "commune de", "łódź", "gmina zq",
                                     "aarhus 12",    "pa",         "@",    "xyzzy" };

typedef struct
{
  RcWindow *window; /* (borrowed) */
  RcCustomerListView *view; /* (borrowed) */
  RcCustomer *first; /* (owned) (nullable) held, for it is read only while somebody wants it */
  GArray *durations; /* (owned) of double, ms */
  GArray *floor; /* (owned) of double, ms: of bare commits */
  guint n_commands; /* so that each goes to another customer */
  gint64 started;
  const char *what; /* (borrowed) (nullable) the step under way */
  GMainLoop *loop; /* (owned) */
} Bench;

static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = RC_IS_CUSTOMER_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

/* The first rows of what was asked for last are there, with their contents. */
static gboolean
has_rows (gpointer data)
{
  Bench *bench = data;
  RcCustomerList *list = bench->view != NULL ? rc_customer_list_view_get_list (bench->view) : NULL;
  gboolean updating;

  if (list == NULL)
    return FALSE;
  g_object_get (list, "updating", &updating, NULL);
  if (updating || rc_virtual_list_get_state (RC_VIRTUAL_LIST (list)) == RC_LIST_STATE_LOADING)
    return FALSE;
  if (rc_virtual_list_get_state (RC_VIRTUAL_LIST (list)) == RC_LIST_STATE_ERROR)
    g_error ("%s", rc_virtual_list_get_error_message (RC_VIRTUAL_LIST (list)));
  g_clear_object (&bench->first);
  bench->first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  return bench->first == NULL || rc_customer_is_loaded (bench->first);
}

static void
on_start_frame (gint64 now, gpointer data)
{
  Bench *bench = data;

  rc_frame_report_start (now);
  g_main_loop_quit (bench->loop);
}

static void
on_step_frame (gint64 now, gpointer data)
{
  Bench *bench = data;
  double ms = (double) (now - bench->started) / 1000.0;

  g_array_append_val (bench->durations, ms);
  if (g_getenv ("RC_BENCH_VERBOSE") != NULL)
    g_printerr ("%7.1f ms %s\n", ms, bench->what);
  g_main_loop_quit (bench->loop);
}

static void
wait_for_frame (Bench *bench)
{
  rc_frame_wait (GTK_WIDGET (bench->window), has_rows, on_step_frame, bench);
  g_main_loop_run (bench->loop);
}

static gboolean
on_pause_over (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* A person looks at what came; meanwhile the rest of the list arrives. */
static void
pause_between_steps (Bench *bench, guint ms)
{
  g_timeout_add (ms, on_pause_over, bench->loop);
  g_main_loop_run (bench->loop);
}

static void
run_step (Bench *bench, const Step *step)
{
  RcCustomerList *list = rc_customer_list_view_get_list (bench->view);

  bench->what = step->search != NULL ? step->search : rc_filter_get_label (step->filter);
  bench->started = g_get_monotonic_time ();
  rc_customer_list_set_filter (list, step->filter);
  rc_customer_list_set_sort (list, step->sort, step->descending);
  rc_customer_list_set_search (list, step->search);
  wait_for_frame (bench);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
report (GArray *durations, const char *name, double taken)
{
  guint n = durations->len;

  g_array_sort (durations, compare_doubles);
  printf ("%s p50 %.2f ms, p95 %.1f ms, max %.1f ms, n %u, taken %.1f %%\n", name,
          g_array_index (durations, double, n / 2), g_array_index (durations, double, (n * 95) / 100),
          g_array_index (durations, double, n - 1), n, 100 * taken);
  fflush (stdout);
}

/* Runs a series until one counts, and prints that. @floor_name: (nullable): of what was measured in turn with it */
static void
measure (Bench *bench, const char *name, void (*run_series) (Bench *), const char *floor_name)
{
  GArray *durations = NULL;
  GArray *floor = NULL;
  double least = 2;

  for (guint i = 0; i < MOST_TRIES && least > MOST_TAKEN; i++)
    {
      TakenTime start = taken_time_read ();
      double taken;

      g_array_set_size (bench->durations, 0);
      g_array_set_size (bench->floor, 0);
      run_series (bench);
      taken = taken_time_get_share (start);
      if (durations != NULL && taken >= least)
        continue;
      least = taken;
      g_clear_pointer (&durations, g_array_unref);
      g_clear_pointer (&floor, g_array_unref);
      durations = g_array_copy (bench->durations);
      floor = g_array_copy (bench->floor);
    }
  report (durations, name, least);
  if (floor_name != NULL)
    report (floor, floor_name, least);
  g_array_unref (durations);
  g_array_unref (floor);
}

static void
run_steps (Bench *bench, const Step *steps, gsize n_steps)
{
  for (int round = 0; round < 4; round++)
    for (gsize i = 0; i < n_steps; i++)
      {
        run_step (bench, &steps[i]);
        pause_between_steps (bench, 250);
      }
}

static void
run_filters (Bench *bench)
{
  run_steps (bench, filter_steps, G_N_ELEMENTS (filter_steps));
}

static void
run_sorts (Bench *bench)
{
  run_steps (bench, sort_steps, G_N_ELEMENTS (sort_steps));
}

/* Letter by letter, as fast as one types: each key interrupts what the last one asked for. */
static void
run_search (Bench *bench)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      for (const char *end = g_utf8_next_char (words[i]);; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (words[i], (gsize) (end - words[i]));
          Step step = { NULL, ALL, RC_SORT_NAME, FALSE, typed };

          run_step (bench, &step);
          pause_between_steps (bench, 100);
          if (*end == '\0')
            break;
        }
      run_step (bench, &filter_steps[G_N_ELEMENTS (filter_steps) - 1]);
      g_array_set_size (bench->durations, bench->durations->len - 1);
      pause_between_steps (bench, 400);
    }
}

static void
on_ran (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);
  double ms = (double) (g_get_monotonic_time () - bench->started) / 1000.0;

  if (done != NULL)
    g_array_append_val (bench->durations, ms);
  else
    g_printerr ("%s\n", error->message);
  g_main_loop_quit (bench->loop);
}

/* A product that a purchase authorization may be made for, whatever the customer's segment is. */
static const char *
find_product (RcWorkspace *workspace)
{
  GListModel *products = rc_workspace_get_products (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      g_autoptr (RcProduct) product = g_list_model_get_item (products, i);
      const RcProductRecord *record = rc_product_get_record (product);

      if (record->open_to_pa && record->for_segment[0] && record->for_segment[1] && record->for_segment[2])
        return record->code;
    }
  return "";
}

static void
create_pa (Bench *bench, gint64 customer_id)
{
  RcWorkspace *workspace = rc_window_get_workspace (bench->window);
  g_autoptr (GPtrArray) lines = rc_product_lines_new ();
  g_autoptr (RcCommand) command = NULL;

  g_ptr_array_add (lines, rc_product_line_new (find_product (workspace), 10));
  command = rc_create_purchase_authorization_new (
      rc_workspace_get_me (workspace), rc_workspace_get_today (workspace), customer_id, lines, NULL, FALSE);
  bench->started = g_get_monotonic_time ();
  rc_workspace_run_async (workspace, command, NULL, on_ran, bench);
  g_main_loop_run (bench->loop);
}

static void
run_commands (Bench *bench)
{
  RcCustomerList *list = rc_customer_list_view_get_list (bench->view);
  g_autoptr (BareCommit) bare =
      bare_commit_new (rc_workspace_get_path (rc_window_get_workspace (bench->window)));

  rc_customer_list_set_filter (list, RC_FILTER_NO_PRODUCTS);
  wait_for_frame (bench);
  g_array_set_size (bench->durations, 0);
  for (guint i = 0; i < 60; i++)
    {
      double ms;

      create_pa (bench, rc_virtual_list_get_id (RC_VIRTUAL_LIST (list), 50 + bench->n_commands++));
      pause_between_steps (bench, 120);
      ms = bare_commit_measure (bare);
      g_array_append_val (bench->floor, ms);
      pause_between_steps (bench, 120);
    }
}

/* The day that the made-up dates lie around. */
static RcClock *
make_clock (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcDatabase) database = rc_database_open (path, RC_DATABASE_READ_ONLY, &error);
  g_autofree char *today = database != NULL ? rc_settings_query_get (database, "bench-today", &error) : NULL;

  if (today == NULL)
    g_error ("%s: %s", path, error != NULL ? error->message : "made by something else");
  return rc_clock_new_fixed (rc_date_from_iso (today), g_get_real_time ());
}

static void
on_activate (GApplication *application, gpointer data)
{
  Bench *bench = data;
  const char *path = g_object_get_data (G_OBJECT (application), "path");
  g_autoptr (RcClock) clock = make_clock (path);

  bench->window = rc_window_new_with_workspace (GTK_APPLICATION (application), clock, path);
  bench->view = RC_CUSTOMER_LIST_VIEW (find_view (GTK_WIDGET (bench->window)));
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  rc_window_present_soon (bench->window);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { 0 };

  if (argc != 3)
    return 2;
  application = adw_application_new ("org.resellerconsole.Bench", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), NULL); /* as the program does */
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.durations = g_array_new (FALSE, FALSE, sizeof (double));
  bench.floor = g_array_new (FALSE, FALSE, sizeof (double));
  g_object_set_data (G_OBJECT (application), "path", argv[2]);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &bench);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_activate (G_APPLICATION (application));

  while (!gtk_widget_get_realized (GTK_WIDGET (bench.window)))
    g_main_context_iteration (NULL, TRUE);
  rc_frame_wait (GTK_WIDGET (bench.window), has_rows, on_start_frame, &bench);
  g_main_loop_run (bench.loop);
  if (g_str_equal (argv[1], "steps"))
    {
      pause_between_steps (&bench, 1000);
      measure (&bench, "filter switch", run_filters, NULL);
      measure (&bench, "sort switch", run_sorts, NULL);
      measure (&bench, "search keystroke", run_search, NULL);
      measure (&bench, "create purchase authorization", run_commands, "bare commit");
      rc_frame_report_start (g_get_monotonic_time ());
    }
  g_clear_object (&bench.first);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.durations);
  g_array_unref (bench.floor);
  g_main_loop_unref (bench.loop);
  return 0;
}
