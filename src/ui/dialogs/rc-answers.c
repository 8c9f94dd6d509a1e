/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-answers"

#include "rc-answers.h"

#include "rc-style.h"
#include "rc-wrap-box.h"

/**
 * RcAnswers:
 *
 * The foot of a dialog whose two buttons stand beside its title. Where the window is too narrow for both and the title, they
 * move here. It is empty otherwise, and does not know what the buttons do.
 */

typedef enum
{
  PROP_HEADER_BAR = 1,
  PROP_LEAVE_BUTTON,
  PROP_RUN_BUTTON
} RcAnswersProperty;
static GParamSpec *properties[PROP_RUN_BUTTON + 1];

struct _RcAnswers
{
  GtkWidget parent_instance;

  GtkWidget *box; /* (owned) */
  AdwHeaderBar *header_bar; /* (owned) (nullable) */
  GtkWidget *leave_button; /* (owned) (nullable) */
  GtkWidget *run_button; /* (owned) (nullable) */

  gboolean are_here;
  guint move_source; /* 0: none */
  GtkWidget *usual; /* (borrowed) (nullable) until the next frame: what Enter does */
  GtkWidget *focus; /* (borrowed) (nullable) likewise: the button with the keyboard */
};

G_DEFINE_FINAL_TYPE (RcAnswers, rc_answers, GTK_TYPE_WIDGET)

static void
move_down (RcAnswers *self, GtkWidget *button)
{
  adw_header_bar_remove (self->header_bar, button);
  gtk_widget_set_parent (button, self->box);
}

static void
move_up (RcAnswers *self)
{
  gtk_widget_unparent (self->leave_button);
  gtk_widget_unparent (self->run_button);
  adw_header_bar_pack_start (self->header_bar, self->leave_button);
  adw_header_bar_pack_end (self->header_bar, self->run_button);
}

static void
put_back (RcAnswers *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_set_default_widget (window, self->usual);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
}

static void
on_painted (GdkFrameClock *clock, RcAnswers *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    put_back (self);
  g_clear_weak_pointer (&self->usual);
  g_clear_weak_pointer (&self->focus);
}

/* GTK gives the keyboard of a button that left its place to the next widget, and forgets what Enter does: not now, but when the
 * frame is painted, which it is told of before this. */
static void
keep (RcAnswers *self, GtkWidget *usual, GtkWidget *focus)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gboolean is_ours = focus != NULL && (focus == self->leave_button || focus == self->run_button);

  g_set_weak_pointer (&self->usual, usual);
  g_set_weak_pointer (&self->focus, is_ours ? focus : NULL);
  put_back (self);
  if (clock != NULL)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted), self, 0);
  else
    {
      g_clear_weak_pointer (&self->usual);
      g_clear_weak_pointer (&self->focus);
    }
}

/* A button that moves keeps the keyboard, and what Enter does. */
static gboolean
move (gpointer user_data)
{
  RcAnswers *self = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *usual = self->usual != NULL ? self->usual : gtk_window_get_default_widget (window);

  self->move_source = 0;
  self->are_here = !self->are_here;
  if (self->are_here)
    {
      move_down (self, self->leave_button);
      move_down (self, self->run_button);
    }
  else
    move_up (self);
  gtk_widget_set_visible (self->box, self->are_here);
  keep (self, usual, focus);
  return G_SOURCE_REMOVE;
}

/* Nothing can move within an allocation: it does right after. */
static void
rc_answers_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcAnswers *self = RC_ANSWERS (widget);
  gboolean belong_here = rc_style_is_narrow (widget, width);

  if (gtk_widget_should_layout (self->box))
    gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (belong_here == self->are_here)
    g_clear_handle_id (&self->move_source, g_source_remove);
  else if (self->move_source == 0)
    self->move_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, move, self, NULL);
}

static void
rc_answers_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *box = RC_ANSWERS (widget)->box;

  if (gtk_widget_should_layout (box))
    gtk_widget_measure (box, orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
rc_answers_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rc_answers_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RcAnswers *self = RC_ANSWERS (object);

  switch ((RcAnswersProperty) id)
    {
    case PROP_HEADER_BAR:
      g_value_set_object (value, self->header_bar);
      break;
    case PROP_LEAVE_BUTTON:
      g_value_set_object (value, self->leave_button);
      break;
    case PROP_RUN_BUTTON:
      g_value_set_object (value, self->run_button);
      break;
    }
}

static void
rc_answers_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RcAnswers *self = RC_ANSWERS (object);
  gboolean is_other = FALSE;

  switch ((RcAnswersProperty) id)
    {
    case PROP_HEADER_BAR:
      is_other = g_set_object (&self->header_bar, g_value_get_object (value));
      break;
    case PROP_LEAVE_BUTTON:
      is_other = g_set_object (&self->leave_button, g_value_get_object (value));
      break;
    case PROP_RUN_BUTTON:
      is_other = g_set_object (&self->run_button, g_value_get_object (value));
      break;
    }
  if (is_other)
    g_object_notify_by_pspec (object, pspec);
}

static void
rc_answers_dispose (GObject *object)
{
  RcAnswers *self = RC_ANSWERS (object);

  g_clear_handle_id (&self->move_source, g_source_remove);
  g_clear_weak_pointer (&self->usual);
  g_clear_weak_pointer (&self->focus);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->header_bar);
  g_clear_object (&self->leave_button);
  g_clear_object (&self->run_button);
  G_OBJECT_CLASS (rc_answers_parent_class)->dispose (object);
}

static void
rc_answers_class_init (RcAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_answers_get_property;
  object_class->set_property = rc_answers_set_property;
  object_class->dispose = rc_answers_dispose;
  widget_class->get_request_mode = rc_answers_get_request_mode;
  widget_class->measure = rc_answers_measure;
  widget_class->size_allocate = rc_answers_size_allocate;
  properties[PROP_HEADER_BAR] = g_param_spec_object ("header-bar", NULL, NULL, ADW_TYPE_HEADER_BAR, flags);
  properties[PROP_LEAVE_BUTTON] = g_param_spec_object ("leave-button", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_RUN_BUTTON] = g_param_spec_object ("run-button", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "answers");
}

static void
rc_answers_init (RcAnswers *self)
{
  self->box = g_object_new (RC_TYPE_WRAP_BOX, "homogeneous", TRUE, "spacing", 12, "visible", FALSE,
                            "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 12, NULL);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
