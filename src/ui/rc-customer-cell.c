/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-customer-cell"

#include "rc-customer-cell.h"

#include "rc-text-cell.h"

/**
 * RcCustomerCell:
 *
 * The first cell of a row: the name, and the e-mail address beneath. It says how tall the row is. It also knows the
 * row's position, which GTK 4.8 tells nobody else: see rc_customer_cell_find_position(). It has no template and no
 * layout manager, for two hundred of them are made and measured before anything is seen.
 */

#define MARGIN 4 /* px, above and beneath */
#define LEAST_CHARACTERS 8

struct _RcCustomerCell
{
  GtkWidget parent_instance;

  GtkListItem *list_item; /* (borrowed) (nullable) the one that holds it */
  GtkWidget *name; /* (owned) child */
  GtkWidget *email; /* (owned) child */
  RcCustomer *customer; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcCustomerCell, rc_customer_cell, GTK_TYPE_WIDGET)

/* What one cell has measured, for all of them: they have the same style. */
static struct
{
  PangoFontDescription *font; /* (owned) (nullable) of the name; NULL: nothing is known */
  int name_height; /* px */
  int email_height; /* px */
  int character; /* px */
} measured;

static int
measure_line (GtkWidget *widget, int *character)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  int least =
      PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));

  if (character)
    *character = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                         pango_font_metrics_get_approximate_digit_width (metrics)));
  pango_font_metrics_unref (metrics);
  return MAX (height, least);
}

static void
ensure_measured (RcCustomerCell *self)
{
  PangoContext *context;

  if (measured.font)
    return;
  context = gtk_widget_get_pango_context (self->name);
  measured.font = pango_font_description_copy (pango_context_get_font_description (context));
  measured.name_height = measure_line (self->name, &measured.character);
  measured.email_height = measure_line (self->email, NULL);
}

static void
measure_again (GtkWidget *widget)
{
  g_clear_pointer (&measured.font, pango_font_description_free);
  gtk_widget_queue_resize (widget);
}

static void
rc_customer_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  ensure_measured (RC_CUSTOMER_CELL (widget));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = LEAST_CHARACTERS * measured.character;
  else
    *minimum = measured.name_height + measured.email_height + 2 * MARGIN;
  *natural = *minimum;
}

static void
rc_customer_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcCustomerCell *self = RC_CUSTOMER_CELL (widget);
  int top;

  ensure_measured (self);
  top = MAX (0, (height - measured.name_height - measured.email_height) / 2);
  gtk_widget_size_allocate (self->name, &(GtkAllocation){ 0, top, width, measured.name_height }, -1);
  gtk_widget_size_allocate (
      self->email, &(GtkAllocation){ 0, top + measured.name_height, width, measured.email_height }, -1);
}

static void
rc_customer_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PangoContext *context;

  GTK_WIDGET_CLASS (rc_customer_cell_parent_class)->css_changed (widget, change);
  if (!measured.font)
    return;
  context = gtk_widget_get_pango_context (widget);
  if (!pango_font_description_equal (pango_context_get_font_description (context), measured.font))
    measure_again (widget);
}

static void
rc_customer_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (rc_customer_cell_parent_class)->system_setting_changed (widget, setting);
  measure_again (widget);
}

static void
rc_customer_cell_dispose (GObject *object)
{
  RcCustomerCell *self = RC_CUSTOMER_CELL (object);

  g_clear_weak_pointer (&self->list_item);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->email, gtk_widget_unparent);
  g_clear_object (&self->customer);
  G_OBJECT_CLASS (rc_customer_cell_parent_class)->dispose (object);
}

static void
rc_customer_cell_class_init (RcCustomerCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_customer_cell_dispose;
  widget_class->measure = rc_customer_cell_measure;
  widget_class->size_allocate = rc_customer_cell_size_allocate;
  widget_class->css_changed = rc_customer_cell_css_changed;
  widget_class->system_setting_changed = rc_customer_cell_system_setting_changed;
}

static void
rc_customer_cell_init (RcCustomerCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->name = rc_text_cell_new (NULL, FALSE);
  self->email = rc_text_cell_new ("caption", FALSE);
  gtk_widget_add_css_class (self->email, "dim-label");
  gtk_widget_set_parent (self->name, widget);
  gtk_widget_set_parent (self->email, widget);
}

/**
 * rc_customer_cell_new:
 * @list_item: what will hold it
 *
 * Returns: (transfer floating): a cell without a customer
 */
GtkWidget *
rc_customer_cell_new (GtkListItem *list_item)
{
  RcCustomerCell *self = g_object_new (RC_TYPE_CUSTOMER_CELL, NULL);

  g_set_weak_pointer (&self->list_item, list_item);
  return GTK_WIDGET (self);
}

/**
 * rc_customer_cell_show:
 * @customer: (nullable): whose name and address to show as they are now
 */
void
rc_customer_cell_show (RcCustomerCell *self, RcCustomer *customer)
{
  g_return_if_fail (RC_IS_CUSTOMER_CELL (self));

  g_set_object (&self->customer, customer);
  rc_text_cell_set_text (RC_TEXT_CELL (self->name), rc_customer_get_text (customer, RC_CUSTOMER_TEXT_NAME));
  rc_text_cell_set_text (RC_TEXT_CELL (self->email), rc_customer_get_text (customer, RC_CUSTOMER_TEXT_EMAIL));
}

/**
 * rc_customer_cell_get_customer:
 *
 * Returns: (transfer none) (nullable): who is shown
 */
RcCustomer *
rc_customer_cell_get_customer (RcCustomerCell *self)
{
  g_return_val_if_fail (RC_IS_CUSTOMER_CELL (self), NULL);

  return self->customer;
}

static RcCustomerCell *
find_within (GtkWidget *widget)
{
  RcCustomerCell *found = NULL;

  if (RC_IS_CUSTOMER_CELL (widget))
    return RC_CUSTOMER_CELL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child);
  return found;
}

/**
 * rc_customer_cell_find_position:
 * @from: (nullable): a widget in a row of a column view, or the row
 *
 * Returns: the row's position; %GTK_INVALID_LIST_POSITION where @from is in no row with an RcCustomerCell
 */
guint
rc_customer_cell_find_position (GtkWidget *from)
{
  for (GtkWidget *widget = from; widget; widget = gtk_widget_get_parent (widget))
    {
      RcCustomerCell *cell;

      if (GTK_IS_COLUMN_VIEW (widget))
        break;
      if (!g_str_equal (gtk_widget_get_css_name (widget), "row"))
        continue;
      cell = find_within (widget);
      if (cell)
        return cell->list_item ? gtk_list_item_get_position (cell->list_item) : GTK_INVALID_LIST_POSITION;
    }
  return GTK_INVALID_LIST_POSITION;
}
