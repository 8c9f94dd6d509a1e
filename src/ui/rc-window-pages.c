/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-window-private.h"

#include "rc-activity-page.h"
#include "rc-help.h"
#include "rc-messages-page.h"
#include "rc-reseller-changes-page.h"
#include "rc-team-page.h"

/* The pages of a window: which one shows, and that each costs something only when it is looked at. */

#define LOADING_DELAY 200 /* ms */

/**
 * rc_window_show_stack_page:
 * @name: a page of the window's stack; those of rc_window_create_start_page() are made when they are shown first
 *
 * A page that is only out of sight stays among what a screen reader goes through: the others are hidden.
 */
void
rc_window_show_stack_page (RcWindow *self, const char *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->stack, name);

  if (!shown)
    shown = rc_window_create_start_page (self, name);
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

static GtkWidget *
create_page (RcWindow *self, const char *name)
{
  GtkWidget *page;

  if (g_str_equal (name, "reseller-changes"))
    {
      page = g_object_new (RC_TYPE_RESELLER_CHANGES_PAGE, NULL);
      rc_reseller_changes_page_set_workspace (RC_RESELLER_CHANGES_PAGE (page), self->workspace);
    }
  else if (g_str_equal (name, "messages"))
    {
      page = g_object_new (RC_TYPE_MESSAGES_PAGE, NULL);
      rc_messages_page_set_workspace (RC_MESSAGES_PAGE (page), self->workspace, self->outbox, self->due);
    }
  else if (g_str_equal (name, "team"))
    {
      page = g_object_new (RC_TYPE_TEAM_PAGE, NULL);
      rc_team_page_set_workspace (RC_TEAM_PAGE (page), self->workspace);
    }
  else
    {
      page = g_object_new (RC_TYPE_ACTIVITY_PAGE, NULL);
      rc_activity_page_set_workspace (RC_ACTIVITY_PAGE (page), self->workspace);
    }
  gtk_stack_add_named (self->pages, page, name);
  return page;
}

/**
 * rc_window_get_page:
 * @page: "customers", or the name of a page that takes the list's place
 *
 * A page is made, and what it shows is read, when it is looked at first.
 *
 * Returns: (transfer none): the page, in a window with a workspace
 */
GtkWidget *
rc_window_get_page (RcWindow *self, const char *page)
{
  GtkWidget *known = gtk_stack_get_child_by_name (self->pages, page);

  return known != NULL ? known : create_page (self, page);
}

/**
 * rc_window_go_back:
 *
 * From the details to the list, from there to the sidebar.
 */
void
rc_window_go_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (RC_WINDOW (widget)->layout), "layout.back", NULL);
}

/**
 * rc_window_show_details:
 *
 * Puts the keyboard into the details.
 */
void
rc_window_show_details (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);

  rc_adaptive_layout_show_pane (self->layout, RC_PANE_DETAIL);
  rc_detail_pane_grab_focus (self->pane);
}

/**
 * rc_window_show_customer:
 *
 * Shows the customer whose id is the parameter, among all.
 */
void
rc_window_show_customer (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);

  rc_window_show_page (self, "all-customers");
  rc_customer_list_view_select_customer (self->customers, g_variant_get_int64 (parameter));
  rc_membership_set_customer_id (self->membership, g_variant_get_int64 (parameter));
  rc_adaptive_layout_show_pane (self->layout, RC_PANE_DETAIL);
}

/* In the page that shows, where it is there already. */
static void
show_tab (RcWindow *self, GVariant *parameter, int tab)
{
  if (gtk_stack_get_visible_child (self->pages) != GTK_WIDGET (self->customers)
      || rc_membership_get_customer_id (self->membership) != g_variant_get_int64 (parameter))
    rc_window_show_customer (GTK_WIDGET (self), NULL, parameter);
  rc_adaptive_layout_show_pane (self->layout, RC_PANE_DETAIL);
  rc_detail_pane_show_tab (self->pane, tab);
}

/**
 * rc_window_show_history:
 *
 * Shows the license authorizations and orders of the customer whose id is the parameter.
 */
void
rc_window_show_history (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_tab (RC_WINDOW (widget), parameter, RC_CUSTOMER_TAB_HISTORY);
}

/**
 * rc_window_show_renewals:
 *
 * Shows the renewal history of the customer whose id is the parameter (RN-8).
 */
void
rc_window_show_renewals (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_tab (RC_WINDOW (widget), parameter, RC_CUSTOMER_TAB_RENEWALS);
}

/* The page of the help that belongs to what the window shows. */
static const char *
find_help (RcWindow *self)
{
  static const struct
  {
    const char *page;
    const char *help;
  } pages[] = {
    { "all-customers", RC_HELP_PAGE ("filter-all") },
    { "no-products", RC_HELP_PAGE ("filter-no-products") },
    { "pending-requests", RC_HELP_PAGE ("filter-pending") },
    { "past-due-requests", RC_HELP_PAGE ("filter-past-due") },
    { "upcoming-renewals", RC_HELP_PAGE ("filter-upcoming") },
    { "ready-for-renewal", RC_HELP_PAGE ("filter-ready") },
    { "reseller-changes", RC_HELP_PAGE ("reseller-change") },
    { "messages", RC_HELP_PAGE ("messages") },
    { "team", RC_HELP_PAGE ("team") },
    { "activity", RC_HELP_PAGE ("activity") },
  };
  g_autofree char *page = NULL;

  if (self->workspace == NULL)
    return RC_HELP_PAGE ("start");
  g_object_get (self, "page", &page, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].page, page) == 0)
      return pages[i].help;
  return NULL;
}

/**
 * rc_window_show_help:
 *
 * Opens the help at the page of what is shown.
 */
void
rc_window_show_help (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rc_help_show (widget, find_help (RC_WINDOW (widget)));
}
