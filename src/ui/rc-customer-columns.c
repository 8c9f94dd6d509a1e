/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-columns"

#include "rc-customer-columns.h"

#include "rc-adaptive-layout.h"
#include "rc-column-sort.h"
#include "rc-customer-factory.h"

/**
 * RcCustomerColumns:
 *
 * Chooses the columns of the customers' list: those that the filter needs, the most important first, as many as
 * have room beside the name. A column that is not shown is taken out of the view, because GTK makes the cells of hidden
 * ones too. Widths are in characters, so that they follow the size of the text. Emits "sort-changed" after a click on
 * a header; it sorts nothing.
 */

#define NAME_CHARACTERS 22
#define LEAST_NAME_CHARACTERS 12 /* beside what the filter is about: it tells more than the rest of a name */
#define CELL_PADDING 18 /* px, of both sides */

typedef enum
{
  SIGNAL_SORT_CHANGED
} RcCustomerColumnsSignal;
static guint signals[SIGNAL_SORT_CHANGED + 1];

#define REQUESTS (1 << RC_FILTER_PENDING_REQUESTS | 1 << RC_FILTER_PAST_DUE_REQUESTS)
#define RENEWALS (1 << RC_FILTER_UPCOMING_RENEWALS | 1 << RC_FILTER_READY_FOR_RENEWAL)
#define EVERY ((1 << RC_N_FILTERS) - 1)

/* In the order of the template, which is the order on screen. */
static const struct
{
  RcSort sort;
  RcCustomerText text;
  guint filters; /* a bit for each RcFilter */
  int importance; /* 0: always there */
  int characters;
} specs[] = {
  { RC_SORT_NAME, RC_CUSTOMER_TEXT_NAME, EVERY, 0, 0 },
  { RC_SORT_OLDEST_REQUEST, RC_CUSTOMER_TEXT_OLDEST_REQUEST, REQUESTS, 1, 20 },
  { RC_SORT_ANNIVERSARY_DATE, RC_CUSTOMER_TEXT_DAYS_LEFT, RENEWALS, 1, 16 },
  { RC_SORT_ANNIVERSARY_DATE, RC_CUSTOMER_TEXT_ANNIVERSARY_DATE, EVERY, 2, 15 },
  { RC_SORT_INVITATION_STATUS, RC_CUSTOMER_TEXT_INVITATION_STATUS, EVERY, 3, 13 },
  { RC_SORT_SEGMENT, RC_CUSTOMER_TEXT_SEGMENT, EVERY, 4, 13 },
  { RC_SORT_MANAGED_BY, RC_CUSTOMER_TEXT_MANAGED_BY, EVERY, 5, 19 },
  { RC_SORT_VIP_ID, RC_CUSTOMER_TEXT_VIP_ID, EVERY, 6, 24 },
};
#define N_COLUMNS G_N_ELEMENTS (specs)

struct _RcCustomerColumns
{
  GObject parent_instance;

  GtkColumnView *view; /* (borrowed) owns this object's owner */
  GtkColumnViewColumn *columns[N_COLUMNS]; /* (owned) */
  RcFilter filter;
  int width; /* px; 0: unknown */
  RcSort sort;
  gboolean descending;
  guint shown; /* a bit for each column */
  gboolean changing; /* the sorter speaks of our own doing */
  guint update_source; /* 0: none */
};

G_DEFINE_FINAL_TYPE (RcCustomerColumns, rc_customer_columns, G_TYPE_OBJECT)

static int
measure_character (RcCustomerColumns *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static guint
choose_columns (RcCustomerColumns *self, int character)
{
  int room = self->width - NAME_CHARACTERS * character;
  int spare = (NAME_CHARACTERS - LEAST_NAME_CHARACTERS) * character;
  guint chosen = 1;

  for (int importance = 1; importance < (int) N_COLUMNS; importance++)
    {
      for (gsize i = 1; i < N_COLUMNS; i++)
        {
          if (specs[i].importance != importance || !(specs[i].filters & 1 << self->filter))
            continue;
          room -= specs[i].characters * character + CELL_PADDING;
          if (room < (importance == 1 ? -spare : 0))
            return chosen;
          chosen |= 1 << i;
        }
    }
  return chosen;
}

static void
show_order (RcCustomerColumns *self)
{
  /* Else the header that had the arrow keeps it: GTK 4.8 tells only the new one. */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (gsize i = 0; i < N_COLUMNS; i++)
    {
      if (specs[i].sort != self->sort || !(self->shown & 1 << i))
        continue;
      gtk_column_view_sort_by_column (self->view, self->columns[i],
                                      self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      return;
    }
}

/* Only what differs: each column that comes costs a cell in every row. */
static void
show_columns (RcCustomerColumns *self, guint chosen, int character)
{
  guint position = 1;

  for (gsize i = 1; i < N_COLUMNS; i++)
    {
      if (self->shown & ~chosen & 1 << i)
        gtk_column_view_remove_column (self->view, self->columns[i]);
    }
  for (gsize i = 1; i < N_COLUMNS; i++)
    {
      if (!(chosen & 1 << i))
        continue;
      gtk_column_view_column_set_fixed_width (self->columns[i],
                                              specs[i].characters * character + CELL_PADDING);
      if (!(self->shown & 1 << i))
        gtk_column_view_insert_column (self->view, position, self->columns[i]);
      position++;
    }
  self->shown = chosen;
}

static gboolean
update (gpointer user_data)
{
  RcCustomerColumns *self = user_data;
  int character = measure_character (self);
  guint chosen = choose_columns (self, character);

  self->update_source = 0;
  if (chosen == self->shown)
    return G_SOURCE_REMOVE;
  self->changing = TRUE;
  show_columns (self, chosen, character);
  show_order (self);
  self->changing = FALSE;
  return G_SOURCE_REMOVE;
}

/* At once where nothing is seen yet; else after the sizes under way were given. */
static void
queue_update (RcCustomerColumns *self)
{
  if (self->width > 0 && !gtk_widget_get_realized (GTK_WIDGET (self->view)))
    {
      g_clear_handle_id (&self->update_source, g_source_remove);
      update (self);
    }
  else if (self->update_source == 0 && self->width > 0)
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, update, self, NULL);
}

static void
on_sorter_changed (RcCustomerColumns *self, GtkSorterChange change, GtkSorter *sorter)
{
  RcSort sort;
  gboolean descending;

  if (self->changing || !rc_column_sort_read (sorter, &sort, &descending))
    return;
  if (sort == self->sort && descending == self->descending)
    return;
  self->sort = sort;
  self->descending = descending;
  g_signal_emit (self, signals[SIGNAL_SORT_CHANGED], 0, sort, descending);
}

static void
rc_customer_columns_dispose (GObject *object)
{
  RcCustomerColumns *self = RC_CUSTOMER_COLUMNS (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  for (gsize i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  G_OBJECT_CLASS (rc_customer_columns_parent_class)->dispose (object);
}

static void
rc_customer_columns_class_init (RcCustomerColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_customer_columns_dispose;
  signals[SIGNAL_SORT_CHANGED] = g_signal_new ("sort-changed", RC_TYPE_CUSTOMER_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
rc_customer_columns_init (RcCustomerColumns *self)
{
  self->shown = (1 << N_COLUMNS) - 1;
  self->sort = RC_SORT_NAME;
}

/**
 * rc_customer_columns_new:
 * @view: a column view with all the columns, in the order of the table above, without cells; it must live longer
 *
 * Returns: (transfer full): what chooses among the columns of @view
 */
RcCustomerColumns *
rc_customer_columns_new (GtkColumnView *view)
{
  RcCustomerColumns *self = g_object_new (RC_TYPE_CUSTOMER_COLUMNS, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);

  g_return_val_if_fail (g_list_model_get_n_items (columns) == N_COLUMNS, self);

  self->view = view;
  for (gsize i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkListItemFactory) factory = NULL;

      self->columns[i] = g_list_model_get_item (columns, i);
      rc_column_sort_install (self->columns[i], specs[i].sort);
      factory = rc_customer_factory_new (specs[i].text);
      gtk_column_view_column_set_factory (self->columns[i], factory);
    }
  /* Until it is known how much room there is, no row has more cells than the first. */
  for (gsize i = 1; i < N_COLUMNS; i++)
    gtk_column_view_remove_column (view, self->columns[i]);
  self->shown = 1;
  show_order (self);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * rc_customer_columns_set_filter:
 * @filter: whose columns to show
 */
void
rc_customer_columns_set_filter (RcCustomerColumns *self, RcFilter filter)
{
  g_return_if_fail (RC_IS_CUSTOMER_COLUMNS (self));

  self->filter = filter;
  queue_update (self);
}

/**
 * rc_customer_columns_set_width:
 * @width: how wide the view is, in pixels
 *
 * May be called while sizes are allocated: the columns change right after.
 */
void
rc_customer_columns_set_width (RcCustomerColumns *self, int width)
{
  g_return_if_fail (RC_IS_CUSTOMER_COLUMNS (self));

  self->width = width;
  queue_update (self);
}

/**
 * rc_customer_columns_guess_width:
 *
 * To be called before the view is shown: where it stands in a window, its rows are made with the cells that they will
 * most likely keep.
 */
void
rc_customer_columns_guess_width (RcCustomerColumns *self)
{
  GtkWidget *view, *layout;
  GtkRoot *root;
  int width, height;

  g_return_if_fail (RC_IS_CUSTOMER_COLUMNS (self));

  view = GTK_WIDGET (self->view);
  layout = gtk_widget_get_ancestor (view, RC_TYPE_ADAPTIVE_LAYOUT);
  root = gtk_widget_get_root (view);
  if (gtk_widget_get_mapped (view) || !layout || !GTK_IS_WINDOW (root))
    return;
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width > 0)
    rc_customer_columns_set_width (self,
                                   rc_adaptive_layout_guess_list_width (RC_ADAPTIVE_LAYOUT (layout), width));
}

/**
 * rc_customer_columns_set_sort:
 * @sort: what the list is sorted by
 * @descending: its direction
 *
 * Shows the arrow on the header, if that column shows. "sort-changed" is not emitted.
 */
void
rc_customer_columns_set_sort (RcCustomerColumns *self, RcSort sort, gboolean descending)
{
  g_return_if_fail (RC_IS_CUSTOMER_COLUMNS (self));

  self->sort = sort;
  self->descending = descending;
  self->changing = TRUE;
  show_order (self);
  self->changing = FALSE;
}
