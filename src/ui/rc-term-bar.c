/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-term-bar"

#include "rc-term-bar.h"

/**
 * RcTermBar:
 *
 * The weeks around an anniversary date as a line: the renewal window before and after it, what happens when, and where
 * today is. A day outside stands at the line's end. It is a picture: the words are RcTermTimeline's.
 */

#define HEIGHT 28 /* px */
#define LINE 10 /* px, height of the line */
#define MARK 12 /* px, width and height of a mark */
#define NEEDLE 4 /* px, width of today's */
#define LEAD 15 /* days shown before the first date */
#define TAIL 12 /* days shown after the last date */
#define FIRST_DAYS 75 /* days before the anniversary date, at the least */

typedef struct
{
  GtkWidget *widget; /* (borrowed) */
  RcDate date;
} Mark;

struct _RcTermBar
{
  GtkWidget parent_instance;

  GtkWidget *line; /* (borrowed) template children */
  GtkWidget *window;
  GtkWidget *grace;
  GtkWidget *notice_mark;
  GtkWidget *opens_mark;
  GtkWidget *anniversary_mark;
  GtkWidget *closes_mark;
  GtkWidget *today_mark;

  RcTermDates dates;
  RcDate today;
};

G_DEFINE_FINAL_TYPE (RcTermBar, rc_term_bar, GTK_TYPE_WIDGET)

static RcDate
get_first (RcTermBar *self)
{
  return MIN (rc_date_add_days (self->dates.anniversary, -FIRST_DAYS),
              rc_date_add_days (self->dates.notice_on, -LEAD));
}

static void
rc_term_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 8 * MARK;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 20 * MARK;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      /* GTK insists that a child is measured before it gets its place. */
      gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*natural, *minimum);
}

/* Gives @child the place between two shares of the width, mirrored where one reads from the right. */
static void
put (RcTermBar *self, GtkWidget *child, double left, double right, int width, int height)
{
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int full = gtk_widget_get_width (GTK_WIDGET (self)) - MARK;
  double from = is_mirrored ? 1 - right : left;
  int x = (int) (from * full + 0.5) + (MARK - width) / 2;
  int span = (int) ((right - left) * full + 0.5) + width;
  int y = (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2;

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (span, 1), height }, -1);
}

static void
rc_term_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcTermBar *self = RC_TERM_BAR (widget);
  const Mark marks[] = { { self->notice_mark, self->dates.notice_on },
                         { self->opens_mark, self->dates.opens_on },
                         { self->anniversary_mark, self->dates.anniversary },
                         { self->closes_mark, self->dates.closes_on } };
  double opens = rc_term_bar_place (self, self->dates.opens_on);
  double anniversary = rc_term_bar_place (self, self->dates.anniversary);
  double closes = rc_term_bar_place (self, self->dates.closes_on);
  double today = rc_term_bar_place (self, self->today);

  put (self, self->line, 0, 1, MARK, LINE);
  put (self, self->window, opens, anniversary, 0, LINE);
  put (self, self->grace, anniversary, closes, 0, LINE);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      double place = rc_term_bar_place (self, marks[i].date);

      put (self, marks[i].widget, place, place, MARK, MARK);
    }
  put (self, self->today_mark, today, today, NEEDLE, HEIGHT);
}

static void
rc_term_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rc_term_bar_parent_class)->dispose (object);
}

static void
rc_term_bar_class_init (RcTermBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_term_bar_dispose;
  widget_class->measure = rc_term_bar_measure;
  widget_class->size_allocate = rc_term_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "termbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-term-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, line);
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, window);
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, grace);
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, notice_mark);
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, opens_mark);
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, anniversary_mark);
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, closes_mark);
  gtk_widget_class_bind_template_child (widget_class, RcTermBar, today_mark);
}

static void
rc_term_bar_init (RcTermBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_term_bar_set_dates:
 * @dates: around an anniversary date
 * @today: the day
 *
 * Shows them.
 */
void
rc_term_bar_set_dates (RcTermBar *self, const RcTermDates *dates, RcDate today)
{
  g_return_if_fail (RC_IS_TERM_BAR (self));

  self->dates = *dates;
  self->today = today;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * rc_term_bar_place:
 * @date: a date
 *
 * Returns: where it stands on the line, 0 (its start) to 1 (its end); a date outside stands at the end it is beyond
 */
double
rc_term_bar_place (RcTermBar *self, RcDate date)
{
  RcDate first, last;

  g_return_val_if_fail (RC_IS_TERM_BAR (self), 0);

  if (self->dates.anniversary == RC_DATE_NONE)
    return 0;
  first = get_first (self);
  last = rc_date_add_days (self->dates.closes_on, TAIL);
  return CLAMP ((double) rc_date_days_until (first, date) / rc_date_days_until (first, last), 0.0, 1.0);
}
