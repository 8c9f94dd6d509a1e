/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-window-private.h"

#include "rc-activity-page.h"
#include "rc-messages-page.h"
#include "rc-reseller-changes-page.h"

/* The pages of a window: which one shows, and that each costs something only when it is looked at. */

#define LOADING_DELAY 200 /* ms */

/**
 * rc_window_show_stack_page:
 * @name: a page of the window's stack
 *
 * A page that is only out of sight stays among what a screen reader goes through: the others are hidden.
 */
void
rc_window_show_stack_page (RcWindow *self, const char *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->stack, name);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->stack, shown);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_visible (page, page == shown);
}

static gboolean
on_loading_due (gpointer user_data)
{
  RcWindow *self = user_data;

  self->loading_source = 0;
  rc_window_show_stack_page (self, "loading");
  return G_SOURCE_REMOVE;
}

/**
 * rc_window_show_loading:
 *
 * Says that something is being opened, if it takes longer than a moment: what opens at once does not flicker.
 */
void
rc_window_show_loading (RcWindow *self)
{
  rc_window_show_stack_page (self, "blank");
  self->loading_source = g_timeout_add (LOADING_DELAY, on_loading_due, self);
}

/**
 * rc_window_fill_page:
 * @page: a filter's nick or the name of another page
 *
 * A log is read when it is looked at first.
 */
void
rc_window_fill_page (RcWindow *self, const char *page)
{
  GtkWidget *log_page = gtk_stack_get_child_by_name (self->pages, page);

  if (!RC_IS_LOG_PAGE (log_page) || rc_log_page_get_list (RC_LOG_PAGE (log_page)))
    return;
  if (log_page == self->reseller_changes)
    rc_reseller_changes_page_set_workspace (RC_RESELLER_CHANGES_PAGE (log_page), self->workspace);
  else if (log_page == self->messages)
    {
      rc_messages_page_set_workspace (RC_MESSAGES_PAGE (log_page), self->workspace, self->outbox, self->due);
      g_signal_connect_object (log_page, "told", G_CALLBACK (rc_window_toast), self, G_CONNECT_SWAPPED);
    }
  else
    rc_activity_page_set_workspace (RC_ACTIVITY_PAGE (log_page), self->workspace);
}
