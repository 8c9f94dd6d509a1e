/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-opening-page"

#include "rc-opening-page.h"

#include <adwaita.h>

/**
 * RcOpeningPage:
 *
 * A spinner while a workspace is opened; where that takes long, because the file's format changes or all names are sorted
 * anew, words that say so, how far it has come, and a button that stops it. It opens nothing and stops nothing itself: it
 * emits "canceled".
 */

typedef enum
{
  SIGNAL_CANCELED
} RcOpeningPageSignal;
static guint signals[SIGNAL_CANCELED + 1];

struct _RcOpeningPage
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  GtkSpinner *spinner;
  GtkWidget *long_work;
  GtkLabel *words;
  GtkProgressBar *bar;

  RcProgress *progress; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcOpeningPage, rc_opening_page, GTK_TYPE_WIDGET)

static void
on_cancel (RcOpeningPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELED], 0);
}

/* Nothing is said of how far it has come before there is something long to do. */
static void
show_progress (RcOpeningPage *self)
{
  const char *text = self->progress ? rc_progress_get_text (self->progress) : NULL;

  gtk_widget_set_visible (self->long_work, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), text == NULL);
  gtk_label_set_text (self->words, text ? text : "");
  gtk_progress_bar_set_fraction (self->bar, text ? rc_progress_get_fraction (self->progress) : 0);
}

static void
rc_opening_page_dispose (GObject *object)
{
  RcOpeningPage *self = RC_OPENING_PAGE (object);

  if (self->progress)
    g_signal_handlers_disconnect_by_data (self->progress, self);
  g_clear_object (&self->progress);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rc_opening_page_parent_class)->dispose (object);
}

static void
rc_opening_page_class_init (RcOpeningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_opening_page_dispose;
  signals[SIGNAL_CANCELED] = g_signal_new ("canceled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-opening-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RcOpeningPage, box);
  gtk_widget_class_bind_template_child (widget_class, RcOpeningPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RcOpeningPage, long_work);
  gtk_widget_class_bind_template_child (widget_class, RcOpeningPage, words);
  gtk_widget_class_bind_template_child (widget_class, RcOpeningPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
rc_opening_page_init (RcOpeningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_opening_page_set_progress:
 * @self: a page
 * @progress: (nullable): of what is opened now; %NULL where it says nothing
 */
void
rc_opening_page_set_progress (RcOpeningPage *self, RcProgress *progress)
{
  g_return_if_fail (RC_IS_OPENING_PAGE (self));

  if (self->progress)
    g_signal_handlers_disconnect_by_data (self->progress, self);
  g_set_object (&self->progress, progress);
  if (progress)
    g_signal_connect_object (progress, "notify", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  show_progress (self);
}
