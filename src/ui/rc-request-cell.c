/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-request-cell"

#include "rc-customer-cell.h"

#include "rc-style.h"
#include "rc-text-cell.h"

/**
 * RcRequestCell:
 *
 * How old a customer's oldest open request is and what state that makes it (PA-2): in words, and with a warning sign
 * where it is past due. It computes nothing: the customer does. As the row's other cells, it has no template.
 */

#define SPACING 6 /* px */

struct _RcRequestCell
{
  GtkWidget parent_instance;

  GtkWidget *sign; /* (owned) child */
  GtkWidget *words; /* (owned) child */
  RcRequestState state;
};

G_DEFINE_FINAL_TYPE (RcRequestCell, rc_request_cell, GTK_TYPE_WIDGET)

static char *
join_words (const char *age, const char *label)
{
  if (!*age)
    return g_strdup (label);
  if (!*label)
    return g_strdup (age);
  return g_strdup_printf ("%s · %s", age, label);
}

static void
set_state (RcRequestCell *self, RcRequestState state)
{
  g_auto (GStrv) classes = rc_style_choose_classes ("numeric", state);

  if (state == self->state)
    return;
  self->state = state;
  gtk_widget_set_visible (self->sign,
                          state == RC_REQUEST_STATE_OVERDUE || state == RC_REQUEST_STATE_SUSPENDED);
  gtk_widget_set_css_classes (self->sign, (const char **) classes);
  gtk_widget_set_css_classes (self->words, (const char **) classes);
}

static void
rc_request_cell_dispose (GObject *object)
{
  RcRequestCell *self = RC_REQUEST_CELL (object);

  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  G_OBJECT_CLASS (rc_request_cell_parent_class)->dispose (object);
}

static void
rc_request_cell_class_init (RcRequestCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rc_request_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
rc_request_cell_init (RcRequestCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), SPACING);
  self->sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL);
  self->words = rc_text_cell_new ("numeric", TRUE);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_parent (self->sign, widget);
  gtk_widget_set_parent (self->words, widget);
}

/**
 * rc_request_cell_new:
 *
 * Returns: (transfer floating): a cell without a customer
 */
GtkWidget *
rc_request_cell_new (void)
{
  return g_object_new (RC_TYPE_REQUEST_CELL, NULL);
}

/**
 * rc_request_cell_show:
 * @customer: (nullable): whose oldest request to show as it is now
 */
void
rc_request_cell_show (RcRequestCell *self, RcCustomer *customer)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RC_IS_REQUEST_CELL (self));

  words = join_words (rc_customer_get_text (customer, RC_CUSTOMER_TEXT_OLDEST_REQUEST),
                      rc_customer_get_text (customer, RC_CUSTOMER_TEXT_REQUEST_LABEL));
  rc_text_cell_set_text (RC_TEXT_CELL (self->words), words);
  set_state (self, customer ? rc_customer_get_request_state (customer) : RC_REQUEST_STATE_NONE);
}
