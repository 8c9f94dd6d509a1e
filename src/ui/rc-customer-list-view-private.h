/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rc-customer-columns.h"
#include "rc-customer-list-view.h"
#include "rc-state-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the files of the list's view share; nobody else includes this. */

/* Each filter's own: what is most urgent there comes first, until the user says otherwise. */
typedef struct
{
  RcSort sort;
  gboolean descending;
} RcCustomerOrder;

struct _RcCustomerListView
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  GtkWidget *header;
  GtkWidget *back_button;
  GtkWidget *remove_button;
  GtkWidget *export_button;
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  RcStatePage *state_page;
  GtkScrolledWindow *scrolled_window;
  GtkColumnView *column_view;
  GtkWidget *start_box;
  GtkActionBar *bulk_bar;
  GtkLabel *selected_label;
  GMenuModel *customer_menu;

  GtkPopover *context_menu; /* (borrowed) (nullable) a child, once it was opened */
  RcCustomerColumns *columns; /* (owned) */
  RcCustomerList *list; /* (owned) (nullable) */
  RcCustomerSelection *selection; /* (owned) (nullable) */
  gint64 wanted_id; /* to select once its row is there; 0: none */
  gint64 leaving_id; /* to select the row after, once it is gone; 0: none */
  gboolean wants_top; /* to be scrolled to the first row, once the rows are here */
  gboolean wants_found; /* to select the first row, once the rows are here */
  gboolean wants_open; /* to open the details of that row */
  gboolean wants_focus; /* to put the focus on the rows, once they are here */
  guint finish_source; /* of what waits for the rows; 0: none */
  guint last_position; /* of the row that was selected alone last */
  RcCustomerOrder orders[RC_N_FILTERS];
};

/* rc-customer-list-view.c */
void rc_customer_list_view_go_to_found (RcCustomerListView *self, gboolean opens);

/* rc-customer-list-view-menu.c: the keys, and callbacks of the template */
void rc_customer_list_view_install_keys (GtkWidgetClass *widget_class);
void rc_customer_list_view_on_right_click (RcCustomerListView *self, int n_press, double x, double y);
void rc_customer_list_view_on_click (RcCustomerListView *self, int n_press, double x, double y,
                                     GtkGesture *gesture);

G_END_DECLS
