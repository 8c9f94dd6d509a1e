/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-wrap-box"

#include "rc-wrap-box.h"

/**
 * RcWrapBox:
 *
 * A row of controls or words that goes on in further lines where the window is narrow or the text is large. A child stands
 * in its natural width; one that expands takes what is left of its line, and stays in it as long as its least width fits.
 * It does not align what stands in different lines. Where it is homogeneous, all have the same width: in one line, or, where
 * that is too little for one of them, each in a line of its own.
 */

typedef enum
{
  PROP_SPACING = 1,
  PROP_HOMOGENEOUS
} RcWrapBoxProperty;
static GParamSpec *properties[PROP_HOMOGENEOUS + 1];

struct _RcWrapBox
{
  GtkWidget parent_instance;

  int spacing; /* px */
  gboolean homogeneous;
};

G_DEFINE_FINAL_TYPE (RcWrapBox, rc_wrap_box, GTK_TYPE_WIDGET)

/* What stands in one line. */
typedef struct
{
  GtkWidget *first; /* (borrowed) */
  GtkWidget *end; /* (borrowed) (nullable) the first of the next line */
  int free; /* px that nobody has */
  int n_expanding;
  int height; /* px */
} Line;

/* Of one of children that are all as wide: in one line, or each in its own. */
static int
get_share (RcWrapBox *self, int width)
{
  int widest = 0, n_children = 0;
  int share;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      widest = MAX (widest, least);
      n_children++;
    }
  share = n_children > 0 ? (width - self->spacing * (n_children - 1)) / n_children : width;
  return share >= widest ? share : MAX (width, widest);
}

static int
get_base_width (RcWrapBox *self, GtkWidget *child, int width)
{
  int least, natural;

  if (self->homogeneous)
    return get_share (self, width);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return gtk_widget_get_hexpand (child) ? least : MAX (least, MIN (natural, width));
}

static int
get_width (RcWrapBox *self, const Line *line, GtkWidget *child, int width)
{
  int base = get_base_width (self, child, width);

  return gtk_widget_get_hexpand (child) && !self->homogeneous ? base + line->free / line->n_expanding : base;
}

static void
measure_height (RcWrapBox *self, Line *line, int width)
{
  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_width (self, line, child, width), NULL,
                          &natural, NULL, NULL);
      line->height = MAX (line->height, natural);
    }
}

/* Takes as many children from @line's first on as fit; FALSE where there is none. */
static gboolean
fill_line (RcWrapBox *self, Line *line, GtkWidget *first, int width)
{
  gboolean is_empty = TRUE;
  GtkWidget *child;

  *line = (Line){ .first = first, .free = width };
  for (child = first; child; child = gtk_widget_get_next_sibling (child))
    {
      int needed;

      if (!gtk_widget_should_layout (child))
        continue;
      needed = get_base_width (self, child, width) + (is_empty ? 0 : self->spacing);
      if (!is_empty && needed > line->free)
        break;
      is_empty = FALSE;
      line->free -= needed;
      line->n_expanding += gtk_widget_get_hexpand (child) ? 1 : 0;
    }
  line->end = child;
  line->free = MAX (line->free, 0);
  measure_height (self, line, width);
  return !is_empty;
}

static void
measure_width (RcWrapBox *self, int *minimum, int *natural)
{
  int widest = 0, n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
      widest = MAX (widest, wanted);
      n_children++;
    }
  if (self->homogeneous && n_children > 0)
    *natural = widest * n_children + self->spacing * (n_children - 1);
}

static GtkSizeRequestMode
rc_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rc_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  RcWrapBox *self = RC_WRAP_BOX (widget);
  int least = 0, wanted = 0, height = 0;
  Line line;

  measure_width (self, &least, &wanted);
  *minimum = least;
  *natural = wanted;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at; at = line.end)
    {
      if (fill_line (self, &line, at, for_size >= 0 ? for_size : wanted))
        height += line.height + (height > 0 ? self->spacing : 0);
    }
  *minimum = *natural = height;
}

static void
place_line (RcWrapBox *self, const Line *line, int y, int width)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (self, line, child, width);
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ from_right ? width - x - child_width : x, y, child_width, line->height },
          -1);
      x += child_width + self->spacing;
    }
}

static void
rc_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcWrapBox *self = RC_WRAP_BOX (widget);
  int y = 0;
  Line line;

  for (GtkWidget *at = gtk_widget_get_first_child (widget); at; at = line.end)
    {
      if (!fill_line (self, &line, at, width))
        continue;
      place_line (self, &line, y, width);
      y += line.height + self->spacing;
    }
}

static void
rc_wrap_box_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcWrapBoxProperty) property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, RC_WRAP_BOX (object)->spacing);
      break;
    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, RC_WRAP_BOX (object)->homogeneous);
      break;
    }
}

static void
rc_wrap_box_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcWrapBox *self = RC_WRAP_BOX (object);

  switch ((RcWrapBoxProperty) property_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        return;
      self->spacing = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_HOMOGENEOUS:
      if (self->homogeneous == g_value_get_boolean (value))
        return;
      self->homogeneous = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
rc_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rc_wrap_box_parent_class)->dispose (object);
}

static void
rc_wrap_box_class_init (RcWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_wrap_box_get_property;
  object_class->set_property = rc_wrap_box_set_property;
  object_class->dispose = rc_wrap_box_dispose;
  widget_class->get_request_mode = rc_wrap_box_get_request_mode;
  widget_class->measure = rc_wrap_box_measure;
  widget_class->size_allocate = rc_wrap_box_size_allocate;
  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 6,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_HOMOGENEOUS] = g_param_spec_boolean (
      "homogeneous", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "wrap-box");
}

static void
rc_wrap_box_init (RcWrapBox *self)
{
  self->spacing = 6;
}
