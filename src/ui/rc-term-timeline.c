/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-term-timeline"

#include "rc-term-timeline.h"

#include "rc-format.h"
#include "rc-style.h"
#include "rc-term-bar.h"
#include "rc-term-dates.h"
#include "rc-term-words.h"
#include "rc-words.h"
#include "rc-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * RcTermTimeline:
 *
 * Where a customer stands in its term (RN-1, RN-2, RN-7): the state in a word and a sentence, the dates of the renewal as
 * a picture, and the same dates in words with today among them. What can be done about it is the pane's.
 */

typedef enum
{
  STOP_NOTICE,
  STOP_OPENS,
  STOP_ANNIVERSARY,
  STOP_CLOSES,
  STOP_TODAY
} Stop;
#define N_STOPS 5

struct _RcTermTimeline
{
  GtkBox parent_instance;

  GtkLabel *state_label; /* (borrowed) template children */
  GtkLabel *sentence_label;
  RcTermBar *bar;
  GtkWidget *notice_row;
  GtkWidget *opens_row;
  GtkWidget *anniversary_row;
  GtkWidget *closes_row;
  GtkWidget *today_row;
  GtkLabel *notice_label;
  GtkLabel *opens_label;
  GtkLabel *anniversary_label;
  GtkLabel *closes_label;
  GtkLabel *today_label;
};

G_DEFINE_FINAL_TYPE (RcTermTimeline, rc_term_timeline, GTK_TYPE_BOX)

static void
show_stop (GtkWidget *row, GtkLabel *label, RcDate date, RcDate today)
{
  g_autofree char *text = rc_format_date_long (date);

  gtk_label_set_label (label, text);
  if (date < today)
    gtk_widget_add_css_class (row, "dim-label");
  else
    gtk_widget_remove_css_class (row, "dim-label");
}

/* Today stands among the dates where it belongs: before the first one that is yet to come. */
static void
show_stops (RcTermTimeline *self, const RcTermDates *dates, RcDate today)
{
  GtkWidget *const rows[N_STOPS] = { self->notice_row, self->opens_row, self->anniversary_row,
                                     self->closes_row, self->today_row };
  GtkLabel *const labels[N_STOPS] = { self->notice_label, self->opens_label, self->anniversary_label,
                                      self->closes_label, self->today_label };
  const RcDate days[N_STOPS] = { dates->notice_on, dates->opens_on, dates->anniversary, dates->closes_on,
                                 today };
  GtkWidget *before = GTK_WIDGET (self->bar);

  for (guint i = 0; i < N_STOPS; i++)
    {
      show_stop (rows[i], labels[i], days[i], today);
      if (i < STOP_TODAY && days[i] < today)
        before = rows[i];
    }
  gtk_box_reorder_child_after (GTK_BOX (self), self->today_row, before);
}

static void
show_state (RcTermTimeline *self, RcTermState state)
{
  const char *label = rc_words_term_state (state);
  g_auto (GStrv) classes = rc_style_choose_term_classes ("state-pill", state);

  gtk_label_set_label (self->state_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *label != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_label), (const char **) classes);
}

static void
rc_term_timeline_class_init (RcTermTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RC_TYPE_TERM_BAR);
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-term-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, state_label);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, bar);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, notice_row);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, opens_row);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, anniversary_row);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, closes_row);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, today_row);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, notice_label);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, opens_label);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, anniversary_label);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, closes_label);
  gtk_widget_class_bind_template_child (widget_class, RcTermTimeline, today_label);
}

static void
rc_term_timeline_init (RcTermTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_term_timeline_show:
 * @facts: what is known of a customer
 * @today: the day
 * @policy: the program's numbers
 *
 * Returns: whether there is something to show: not without an anniversary date (AD-1), nor after a move (CH-5)
 */
gboolean
rc_term_timeline_show (RcTermTimeline *self, const RcCustomerFacts *facts, RcDate today,
                       const RcPolicy *policy)
{
  RcTermState state = rc_term_state (facts, today, policy);
  RcTermDates dates;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (RC_IS_TERM_TIMELINE (self), FALSE);

  if (state == RC_TERM_STATE_NONE || state == RC_TERM_STATE_MOVED)
    return FALSE;
  rc_term_dates (facts->anniversary_date, policy, &dates);
  sentence = rc_term_words_describe (state, &dates, today);
  show_state (self, state);
  gtk_label_set_label (self->sentence_label, sentence);
  show_stops (self, &dates, today);
  rc_term_bar_set_dates (self->bar, &dates, today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  return TRUE;
}
