/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-column-sort"

#include "rc-column-sort.h"

/*
 * Which column of a column view is sorted by, and in which direction.
 *
 * GTK 4.8 has no call that tells. Each column gets a sorter that orders nothing but notes that it was asked;
 * the view's own sorter, asked to compare two probes, asks the primary column first, and turns the answer round
 * where the order is descending. Nothing is ever sorted by these sorters: the order is the query's.
 */

#define NOBODY (-1)

static int first_asked = NOBODY;

static int
on_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  if (first_asked == NOBODY)
    first_asked = GPOINTER_TO_INT (user_data);
  return -1;
}

/**
 * rc_column_sort_install:
 * @column: a column whose header sorts
 * @sort: what it stands for
 *
 * Makes the header of @column one to click on.
 */
void
rc_column_sort_install (GtkColumnViewColumn *column, RcSort sort)
{
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (on_compare, GINT_TO_POINTER (sort), NULL);

  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

/**
 * rc_column_sort_read:
 * @view_sorter: the sorter of a column view whose columns went through rc_column_sort_install()
 * @sort: (out): the primary column
 * @descending: (out): its direction
 *
 * Returns: FALSE where no column is sorted by; nothing is set then
 */
gboolean
rc_column_sort_read (GtkSorter *view_sorter, RcSort *sort, gboolean *descending)
{
  g_autoptr (GObject) first_probe = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) second_probe = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  first_asked = NOBODY;
  ordering = gtk_sorter_compare (view_sorter, first_probe, second_probe);
  if (first_asked == NOBODY)
    return FALSE;
  *sort = first_asked;
  *descending = ordering == GTK_ORDERING_LARGER;
  return TRUE;
}
