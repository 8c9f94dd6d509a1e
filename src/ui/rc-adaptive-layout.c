/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-adaptive-layout"

#include "rc-adaptive-layout.h"

/**
 * RcAdaptiveLayout:
 *
 * Sidebar, list and detail beside each other where there is room; where there is less, the detail is a page over
 * the list ("folded"), and where there is little, one pane shows at a time ("narrow"). It asks for little
 * width itself, so that the window can be made narrow before the panes are folded. It knows nothing of what the
 * panes hold; the action "layout.back" goes from the detail to the list, and from there to the sidebar.
 */

#define FOLDED_BELOW 1000 /* px */
#define NARROW_BELOW 600
#define LEAST_WIDTH 320

typedef enum
{
  PROP_SIDEBAR = 1,
  PROP_LIST,
  PROP_DETAIL,
  PROP_HAS_DETAIL,
  PROP_FOLDED,
  PROP_NARROW,
  PROP_LIST_AT_END,
  PROP_SIDEBAR_WIDTH,
  PROP_DETAIL_WIDTH
} RcAdaptiveLayoutProperty;
static GParamSpec *properties[PROP_DETAIL_WIDTH + 1];

struct _RcAdaptiveLayout
{
  GtkWidget parent_instance;

  GtkPaned *outer; /* (borrowed) a child: sidebar | inner */
  GtkPaned *inner; /* (borrowed) list | detail */
  GtkWidget *sidebar; /* (borrowed) (nullable) */
  GtkWidget *list; /* (borrowed) (nullable) */
  GtkWidget *detail; /* (borrowed) (nullable) */

  RcPane pane;
  gboolean has_detail;
  gboolean folded;
  gboolean narrow;
  int sidebar_width;
  int detail_width;
  gboolean is_placed; /* the dividers stand where they were asked to */
  int placed_in; /* px: the width in which they were placed */
  int placed_least; /* px: the least width at that time, which grows with the letters */
  guint apply_source; /* 0: none */
};

G_DEFINE_FINAL_TYPE (RcAdaptiveLayout, rc_adaptive_layout, GTK_TYPE_WIDGET)

static gboolean
is_three_panes (RcAdaptiveLayout *self)
{
  return !self->folded && self->has_detail;
}

static void
place_dividers (RcAdaptiveLayout *self, int width)
{
  int inner_width = width - self->sidebar_width - 1;

  if (!self->narrow)
    gtk_paned_set_position (self->outer, self->sidebar_width);
  if (is_three_panes (self) && inner_width > self->detail_width)
    gtk_paned_set_position (self->inner, inner_width - self->detail_width);
  self->is_placed = TRUE;
}

static void
queue_placing (RcAdaptiveLayout *self)
{
  self->is_placed = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_width (RcAdaptiveLayout *self, int *field, int width, RcAdaptiveLayoutProperty property)
{
  if (*field == width || width <= 0)
    return;
  *field = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* By the mouse, or by the keys that move a divider that has the keyboard. */
static gboolean
is_moved_by_user (GtkPaned *paned)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));

  if (gtk_widget_is_focus (GTK_WIDGET (paned)))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller) && gtk_gesture_is_active (GTK_GESTURE (controller)))
        return TRUE;
    }
  return FALSE;
}

/* What the user dragged the dividers to; never where a small window or large letters pushed them. */
static void
note_widths (RcAdaptiveLayout *self)
{
  if (!self->narrow && self->sidebar && is_moved_by_user (self->outer))
    set_width (self, &self->sidebar_width, gtk_widget_get_width (self->sidebar), PROP_SIDEBAR_WIDTH);
  if (is_three_panes (self) && self->detail && is_moved_by_user (self->inner))
    set_width (self, &self->detail_width, gtk_widget_get_width (self->detail), PROP_DETAIL_WIDTH);
}

/* A GtkPaned takes the clicks where its divider stood last, even when that is not shown: a row there could not be clicked. */
static void
set_draggable (GtkPaned *paned, gboolean draggable)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    draggable ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

static void
update_visibility (RcAdaptiveLayout *self)
{
  RcPane pane = self->pane;

  if (pane == RC_PANE_DETAIL && !self->has_detail)
    pane = RC_PANE_LIST;
  if (self->sidebar)
    gtk_widget_set_visible (self->sidebar, !self->narrow || pane == RC_PANE_SIDEBAR);
  gtk_widget_set_visible (GTK_WIDGET (self->inner), !self->narrow || pane != RC_PANE_SIDEBAR);
  if (self->list)
    gtk_widget_set_visible (self->list, !self->folded || pane != RC_PANE_DETAIL);
  if (self->detail)
    gtk_widget_set_visible (self->detail, is_three_panes (self) || (self->folded && pane == RC_PANE_DETAIL));
  set_draggable (self->outer, !self->narrow);
  set_draggable (self->inner, is_three_panes (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "layout.back",
                                 (self->folded && pane == RC_PANE_DETAIL)
                                     || (self->narrow && pane == RC_PANE_LIST));
  queue_placing (self);
}

static void
set_form (RcAdaptiveLayout *self, gboolean folded, gboolean narrow)
{
  GObject *object = G_OBJECT (self);

  self->folded = folded;
  self->narrow = narrow;
  update_visibility (self);
  g_object_freeze_notify (object);
  g_object_notify_by_pspec (object, properties[PROP_FOLDED]);
  g_object_notify_by_pspec (object, properties[PROP_NARROW]);
  g_object_notify_by_pspec (object, properties[PROP_LIST_AT_END]);
  g_object_thaw_notify (object);
}

static gboolean
apply_width (gpointer user_data)
{
  RcAdaptiveLayout *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->apply_source = 0;
  set_form (self, width < FOLDED_BELOW, width < NARROW_BELOW);
  return G_SOURCE_REMOVE;
}

static void
rc_adaptive_layout_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  RcAdaptiveLayout *self = RC_ADAPTIVE_LAYOUT (widget);
  int least;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (GTK_WIDGET (self->outer), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (GTK_WIDGET (self->outer), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

/* The form follows the width, but visibility cannot change within an allocation: it does right after. */
static void
rc_adaptive_layout_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcAdaptiveLayout *self = RC_ADAPTIVE_LAYOUT (widget);
  gboolean folded = width < FOLDED_BELOW;
  gboolean narrow = width < NARROW_BELOW;
  int least;

  if ((folded != self->folded || narrow != self->narrow) && self->apply_source == 0)
    self->apply_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, apply_width, self, NULL);
  gtk_widget_measure (GTK_WIDGET (self->outer), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (!self->is_placed || width != self->placed_in || least != self->placed_least)
    place_dividers (self, width);
  self->placed_in = width;
  self->placed_least = least;
  gtk_widget_size_allocate (GTK_WIDGET (self->outer), &(GtkAllocation){ 0, 0, MAX (width, least), height },
                            baseline);
  if (self->apply_source == 0)
    note_widths (self);
}

static void
go_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcAdaptiveLayout *self = RC_ADAPTIVE_LAYOUT (widget);

  rc_adaptive_layout_show_pane (self, self->pane == RC_PANE_DETAIL ? RC_PANE_LIST : RC_PANE_SIDEBAR);
}

static void
rc_adaptive_layout_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcAdaptiveLayout *self = RC_ADAPTIVE_LAYOUT (object);

  switch ((RcAdaptiveLayoutProperty) property_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_HAS_DETAIL:
      g_value_set_boolean (value, self->has_detail);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_LIST_AT_END:
      g_value_set_boolean (value, !is_three_panes (self));
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar_width);
      break;
    case PROP_DETAIL_WIDTH:
      g_value_set_int (value, self->detail_width);
      break;
    }
}

static void
set_child (RcAdaptiveLayout *self, RcAdaptiveLayoutProperty which, GtkWidget *child)
{
  if (which == PROP_SIDEBAR)
    {
      self->sidebar = child;
      gtk_paned_set_start_child (self->outer, child);
    }
  else if (which == PROP_LIST)
    {
      self->list = child;
      gtk_paned_set_start_child (self->inner, child);
    }
  else
    {
      self->detail = child;
      gtk_paned_set_end_child (self->inner, child);
    }
  update_visibility (self);
}

static void
rc_adaptive_layout_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcAdaptiveLayout *self = RC_ADAPTIVE_LAYOUT (object);

  switch ((RcAdaptiveLayoutProperty) property_id)
    {
    case PROP_SIDEBAR:
    case PROP_LIST:
    case PROP_DETAIL:
      set_child (self, property_id, g_value_get_object (value));
      break;
    case PROP_HAS_DETAIL:
      if (self->has_detail == g_value_get_boolean (value))
        return;
      self->has_detail = g_value_get_boolean (value);
      update_visibility (self);
      g_object_notify_by_pspec (object, properties[PROP_LIST_AT_END]);
      break;
    case PROP_SIDEBAR_WIDTH:
      if (self->sidebar_width == g_value_get_int (value))
        return;
      self->sidebar_width = g_value_get_int (value);
      queue_placing (self);
      break;
    case PROP_DETAIL_WIDTH:
      if (self->detail_width == g_value_get_int (value))
        return;
      self->detail_width = g_value_get_int (value);
      queue_placing (self);
      break;
    case PROP_FOLDED:
    case PROP_NARROW:
    case PROP_LIST_AT_END:
      g_assert_not_reached ();
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
rc_adaptive_layout_dispose (GObject *object)
{
  RcAdaptiveLayout *self = RC_ADAPTIVE_LAYOUT (object);

  g_clear_handle_id (&self->apply_source, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->outer, gtk_widget_unparent);
  G_OBJECT_CLASS (rc_adaptive_layout_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags rw = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, rw);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, rw);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, rw);
  properties[PROP_HAS_DETAIL] = g_param_spec_boolean ("has-detail", NULL, NULL, TRUE, rw);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, ro);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, ro);
  properties[PROP_LIST_AT_END] = g_param_spec_boolean ("list-at-end", NULL, NULL, FALSE, ro);
  properties[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT, 240, rw);
  properties[PROP_DETAIL_WIDTH] = g_param_spec_int ("detail-width", NULL, NULL, 0, G_MAXINT, 420, rw);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_adaptive_layout_class_init (RcAdaptiveLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_adaptive_layout_get_property;
  object_class->set_property = rc_adaptive_layout_set_property;
  object_class->dispose = rc_adaptive_layout_dispose;
  widget_class->measure = rc_adaptive_layout_measure;
  widget_class->size_allocate = rc_adaptive_layout_size_allocate;
  install_properties (object_class);
  gtk_widget_class_install_action (widget_class, "layout.back", NULL, go_back);
  gtk_widget_class_set_css_name (widget_class, "adaptive-layout");
}

static GtkPaned *
create_paned (RcAdaptiveLayout *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  return GTK_PANED (paned);
}

static void
rc_adaptive_layout_init (RcAdaptiveLayout *self)
{
  self->pane = RC_PANE_LIST;
  self->has_detail = TRUE;
  self->sidebar_width = 240;
  self->detail_width = 420;
  self->outer = create_paned (self);
  self->inner = create_paned (self);
  /* So that a divider stays where it was placed for a width: otherwise it moves by as much as the GtkPaned has grown since both
   * of its sides were shown last. */
  gtk_paned_set_resize_start_child (self->outer, FALSE);
  gtk_paned_set_resize_start_child (self->inner, FALSE);
  gtk_paned_set_end_child (self->outer, GTK_WIDGET (self->inner));
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "layout.back", FALSE);
}

/**
 * rc_adaptive_layout_show_pane:
 * @pane: the one to show where not all have room
 */
void
rc_adaptive_layout_show_pane (RcAdaptiveLayout *self, RcPane pane)
{
  g_return_if_fail (RC_IS_ADAPTIVE_LAYOUT (self));

  self->pane = pane;
  update_visibility (self);
}

/**
 * rc_adaptive_layout_guess_list_width:
 * @width: how wide it will be, in pixels
 *
 * Returns: how wide the list will be then, in pixels, unless large letters need more room beside it
 */
int
rc_adaptive_layout_guess_list_width (RcAdaptiveLayout *self, int width)
{
  g_return_val_if_fail (RC_IS_ADAPTIVE_LAYOUT (self), width);

  if (width < NARROW_BELOW)
    return width;
  if (width < FOLDED_BELOW || !self->has_detail)
    return width - self->sidebar_width - 1;
  return width - self->sidebar_width - self->detail_width - 2;
}

/**
 * rc_adaptive_layout_get_folded:
 *
 * Returns: TRUE where the detail is a page over the list
 */
gboolean
rc_adaptive_layout_get_folded (RcAdaptiveLayout *self)
{
  g_return_val_if_fail (RC_IS_ADAPTIVE_LAYOUT (self), FALSE);

  return self->folded;
}

/**
 * rc_adaptive_layout_get_narrow:
 *
 * Returns: TRUE where one pane shows at a time
 */
gboolean
rc_adaptive_layout_get_narrow (RcAdaptiveLayout *self)
{
  g_return_val_if_fail (RC_IS_ADAPTIVE_LAYOUT (self), FALSE);

  return self->narrow;
}
