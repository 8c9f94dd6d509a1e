/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-factory"

#include "rc-customer-factory.h"

#include "rc-customer-cell.h"
#include "rc-customer-slot.h"
#include "rc-text-cell.h"

/*
 * Makes the cells of a column of the customers' list. A view makes two hundred rows before the first is seen: the
 * cells are made without a template and without expressions, and each listens to one signal of its place.
 */

typedef struct
{
  RcCustomerText text; /* what the column is about */
  GtkWidget *widget; /* (borrowed) */
} Cell;

static void
on_slot_changed (RcCustomerSlot *slot, Cell *cell)
{
  RcCustomer *customer = rc_customer_slot_get_customer (slot);

  if (cell->text == RC_CUSTOMER_TEXT_NAME)
    rc_customer_cell_show (RC_CUSTOMER_CELL (cell->widget), customer);
  else if (cell->text == RC_CUSTOMER_TEXT_OLDEST_REQUEST)
    rc_request_cell_show (RC_REQUEST_CELL (cell->widget), customer);
  else
    rc_text_cell_set_text (RC_TEXT_CELL (cell->widget), rc_customer_get_text (customer, cell->text));
}

static GtkWidget *
create_widget (GtkListItem *item, RcCustomerText text)
{
  if (text == RC_CUSTOMER_TEXT_NAME)
    return rc_customer_cell_new (item);
  if (text == RC_CUSTOMER_TEXT_OLDEST_REQUEST)
    return rc_request_cell_new ();
  return rc_text_cell_new ("numeric", TRUE);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer text)
{
  Cell *cell = g_new (Cell, 1);

  cell->text = (RcCustomerText) GPOINTER_TO_UINT (text);
  cell->widget = create_widget (item, cell->text);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
  gtk_list_item_set_child (item, cell->widget);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  RcCustomerSlot *slot = gtk_list_item_get_item (item);
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_signal_connect (slot, "changed", G_CALLBACK (on_slot_changed), cell);
  on_slot_changed (slot, cell);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item),
                                        g_object_get_data (G_OBJECT (item), "cell"));
}

/**
 * rc_customer_factory_new:
 * @text: what the column is about; of the name and of the oldest request it shows more than the text
 *
 * Returns: (transfer full): what makes its cells, for rows that are RcCustomerSlot
 */
GtkListItemFactory *
rc_customer_factory_new (RcCustomerText text)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (text));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
