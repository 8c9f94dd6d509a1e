/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-text-cell"

#include "rc-text-cell.h"

/**
 * RcTextCell:
 *
 * One line of text in a list of which GTK keeps two hundred rows for the thirty that are seen: it lays its text out when
 * it is drawn for the first time, and asks for no room, so that a row that nobody sees costs nearly nothing. The column
 * says how wide it is, the customer's cell how tall. A text that is too long ends in an ellipsis. It is read out as a
 * label is.
 */

struct _RcTextCell
{
  GtkWidget parent_instance;

  char *text; /* (owned) */
  PangoLayout *layout; /* (owned) (nullable) until it is drawn */
  gboolean numeric;
};

G_DEFINE_FINAL_TYPE (RcTextCell, rc_text_cell, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (RcTextCell *self)
{
  if (self->layout)
    return self->layout;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  if (self->numeric)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (self->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return self->layout;
}

static void
rc_text_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
rc_text_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcTextCell *self = RC_TEXT_CELL (widget);
  int width = gtk_widget_get_width (widget), x;
  PangoLayout *layout;
  PangoRectangle extents;

  if (!*self->text || width <= 0)
    return;
  layout = ensure_layout (self);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - extents.width : 0;
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x - extents.x,
                              (gtk_widget_get_height (widget) - extents.height) / 2, layout);
}

static void
rc_text_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rc_text_cell_parent_class)->css_changed (widget, change);
  if (RC_TEXT_CELL (widget)->layout)
    gtk_widget_queue_draw (widget);
}

static void
rc_text_cell_finalize (GObject *object)
{
  RcTextCell *self = RC_TEXT_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (rc_text_cell_parent_class)->finalize (object);
}

static void
rc_text_cell_class_init (RcTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_text_cell_finalize;
  widget_class->measure = rc_text_cell_measure;
  widget_class->snapshot = rc_text_cell_snapshot;
  widget_class->css_changed = rc_text_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
rc_text_cell_init (RcTextCell *self)
{
  self->text = g_strdup ("");
}

/**
 * rc_text_cell_new:
 * @css_class: (nullable): a style class
 * @numeric: whether digits are to stand under each other
 *
 * Returns: (transfer floating): a cell without a text
 */
GtkWidget *
rc_text_cell_new (const char *css_class, gboolean numeric)
{
  RcTextCell *self = g_object_new (RC_TYPE_TEXT_CELL, NULL);

  self->numeric = numeric;
  if (css_class)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  return GTK_WIDGET (self);
}

/**
 * rc_text_cell_set_text:
 * @text: UTF-8, copied
 */
void
rc_text_cell_set_text (RcTextCell *self, const char *text)
{
  g_return_if_fail (RC_IS_TEXT_CELL (self));

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->layout)
    pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * rc_text_cell_get_shortened:
 *
 * Returns: (transfer none) (nullable): its whole text, where it was last drawn with an ellipsis
 */
const char *
rc_text_cell_get_shortened (RcTextCell *self)
{
  g_return_val_if_fail (RC_IS_TEXT_CELL (self), NULL);

  return self->layout && pango_layout_is_ellipsized (self->layout) ? self->text : NULL;
}
