/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-sidebar"

#include "rc-sidebar.h"

#include "rc-adaptive-layout.h"
#include "rc-enum-types.h"
#include "rc-filter.h"
#include "rc-pane-header.h"
#include "rc-sidebar-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * RcSidebar:
 *
 * The six filters with their counts (FI-2), the toggle "Managed by me" (FI-1), and the pages that are no filter.
 * It shows which page is chosen and emits "page-activated" when another is; it changes no page itself.
 */

typedef enum
{
  SIGNAL_PAGE_ACTIVATED
} RcSidebarSignal;
static guint signals[SIGNAL_PAGE_ACTIVATED + 1];

struct _RcSidebar
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  GtkWidget *header;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GtkListBox *filters;
  GtkListBox *others;
  GtkSwitch *managed_by_me;

  RcSidebarRow *filter_rows[RC_N_FILTERS]; /* (borrowed) */
  RcSidebarRow *changes_row; /* (borrowed) */
  RcSidebarRow *messages_row; /* (borrowed) */
  const char *page; /* (nullable) what is shown as chosen; its row's */
  RcWorkspace *workspace; /* (owned) (nullable) */
  guint counts_due; /* source id */
  GSignalGroup *signals; /* (owned) the workspace's */
  GBindingGroup *bindings; /* (owned) the workspace's */
};

G_DEFINE_FINAL_TYPE (RcSidebar, rc_sidebar, GTK_TYPE_WIDGET)

static const char *const filter_icons[RC_N_FILTERS] = {
  [RC_FILTER_ALL_CUSTOMERS] = "system-users-symbolic",
  [RC_FILTER_NO_PRODUCTS] = "list-remove-symbolic",
  [RC_FILTER_PENDING_REQUESTS] = "document-open-recent-symbolic",
  [RC_FILTER_PAST_DUE_REQUESTS] = "alarm-symbolic",
  [RC_FILTER_UPCOMING_RENEWALS] = "x-office-calendar-symbolic",
  [RC_FILTER_READY_FOR_RENEWAL] = "view-refresh-symbolic",
};

static void
update_counts (RcSidebar *self)
{
  guint64 waiting = 0, changes = 0;

  for (int i = 0; i < RC_N_FILTERS; i++)
    rc_sidebar_row_set_count (self->filter_rows[i], rc_workspace_get_count (self->workspace, i));
  g_object_get (self->workspace, "waiting-messages", &waiting, "open-reseller-changes", &changes, NULL);
  rc_sidebar_row_set_count (self->changes_row, changes);
  rc_sidebar_row_set_count (self->messages_row, waiting);
}

static void
update_descriptions (RcSidebar *self)
{
  const RcPolicy *policy = rc_workspace_get_policy (self->workspace);

  for (int i = 0; i < RC_N_FILTERS; i++)
    {
      g_autofree char *description = rc_filter_get_description (i, policy);

      rc_sidebar_row_set_description (self->filter_rows[i], description);
    }
  adw_window_title_set_title (self->title, rc_workspace_get_name (self->workspace));
  adw_window_title_set_subtitle (self->title,
                                 rc_workspace_is_sample (self->workspace) ? _ ("Sample data") : "");
}

static gboolean
on_counts_due (gpointer user_data)
{
  RcSidebar *self = user_data;

  self->counts_due = 0;
  update_counts (self);
  return G_SOURCE_REMOVE;
}

/* Several counts change at once: all are written together, in time for the next frame. */
static void
on_notify (RcSidebar *self, GParamSpec *pspec)
{
  if (g_str_has_prefix (pspec->name, "count-") || g_str_equal (pspec->name, "waiting-messages")
      || g_str_equal (pspec->name, "open-reseller-changes"))
    {
      if (self->counts_due == 0)
        self->counts_due = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_counts_due, self, NULL);
    }
  else if (g_str_equal (pspec->name, "policy") || g_str_equal (pspec->name, "name"))
    update_descriptions (self);
}

static void
on_row_activated (RcSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_PAGE_ACTIVATED], 0, rc_sidebar_row_get_page (RC_SIDEBAR_ROW (row)));
}

/* The page follows the arrow keys: what looks chosen is what is shown. Not where a page would hide this one. */
static void
on_row_selected (RcSidebar *self, GtkListBoxRow *row)
{
  const char *page = row ? rc_sidebar_row_get_page (RC_SIDEBAR_ROW (row)) : NULL;
  GtkWidget *layout = gtk_widget_get_ancestor (GTK_WIDGET (self), RC_TYPE_ADAPTIVE_LAYOUT);

  if (layout && rc_adaptive_layout_get_narrow (RC_ADAPTIVE_LAYOUT (layout)))
    return;
  if (page && g_strcmp0 (page, self->page) != 0)
    on_row_activated (self, row);
}

/* The two lists are one for the arrow keys. */
static gboolean
on_keynav_failed (RcSidebar *self, GtkDirectionType direction, GtkListBox *list_box)
{
  GtkListBox *other = list_box == self->filters ? self->others : self->filters;
  int index = direction == GTK_DIR_DOWN ? 0 : RC_N_FILTERS - 1;

  if ((list_box == self->filters) != (direction == GTK_DIR_DOWN))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (other, index)));
}

static gboolean
focus_chosen (GtkListBox *list_box)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list_box);

  return row && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* A row that gets the focus is chosen by it, so Tab stops at the chosen row only, and passes over the others. */
static gboolean
rc_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RcSidebar *self = RC_SIDEBAR (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *header = self->header, *toggle = GTK_WIDGET (self->managed_by_me);
  GtkWidget *at[4] = { header, GTK_WIDGET (self->filters), toggle, GTK_WIDGET (self->others) };
  int place = forward ? -1 : (int) G_N_ELEMENTS (at);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (rc_sidebar_parent_class)->focus (widget, direction);
  for (int i = 0; i < (int) G_N_ELEMENTS (at); i++)
    {
      if (gtk_widget_get_focus_child (at[i]) || gtk_widget_has_focus (at[i]))
        place = i;
    }
  if (place == 0 && gtk_widget_child_focus (header, direction))
    return TRUE;
  for (place += forward ? 1 : -1; place >= 0 && place < (int) G_N_ELEMENTS (at); place += forward ? 1 : -1)
    {
      if (GTK_IS_LIST_BOX (at[place]) ? focus_chosen (GTK_LIST_BOX (at[place]))
                                      : gtk_widget_child_focus (at[place], direction))
        return TRUE;
    }
  return FALSE;
}

static RcSidebarRow *
add_other_row (RcSidebar *self, const char *page, const char *label, const char *icon_name,
               const char *description)
{
  RcSidebarRow *row = rc_sidebar_row_new (page, label, icon_name, FALSE);

  rc_sidebar_row_set_description (row, description);
  gtk_list_box_append (self->others, GTK_WIDGET (row));
  return row;
}

static void
add_rows (RcSidebar *self)
{
  for (int i = 0; i < RC_N_FILTERS; i++)
    {
      self->filter_rows[i] = rc_sidebar_row_new (rc_enum_to_nick (RC_TYPE_FILTER, i), rc_filter_get_label (i),
                                                 filter_icons[i], i == RC_FILTER_PAST_DUE_REQUESTS);
      gtk_list_box_append (self->filters, GTK_WIDGET (self->filter_rows[i]));
    }
  self->changes_row =
      add_other_row (self, RC_PAGE_RESELLER_CHANGES, _ ("Reseller changes"), RC_ICON_RESELLER_CHANGES,
                     _ ("Customers of other resellers that were asked to change to you"));
  self->messages_row = add_other_row (self, RC_PAGE_MESSAGES, _ ("Messages"), "mail-unread-symbolic",
                                      _ ("Messages to customers and how many wait to be sent"));
  add_other_row (self, RC_PAGE_TEAM, _ ("Team"), "avatar-default-symbolic",
                 _ ("Who is in the team, and with which role"));
  add_other_row (self, RC_PAGE_ACTIVITY, _ ("Activity"), "view-list-symbolic",
                 _ ("Who changed what, and when"));
}

static void
rc_sidebar_dispose (GObject *object)
{
  RcSidebar *self = RC_SIDEBAR (object);

  g_clear_handle_id (&self->counts_due, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->bindings);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rc_sidebar_parent_class)->dispose (object);
}

static void
rc_sidebar_class_init (RcSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_sidebar_dispose;
  widget_class->focus = rc_sidebar_focus;
  signals[SIGNAL_PAGE_ACTIVATED] = g_signal_new ("page-activated", RC_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, main_menu);
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, filters);
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, others);
  gtk_widget_class_bind_template_child (widget_class, RcSidebar, managed_by_me);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_keynav_failed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* When it is opened first. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  if (!gtk_menu_button_get_popover (button))
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (RC_SIDEBAR (user_data)->main_menu));
}

static void
rc_sidebar_init (RcSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  rc_pane_header_follow (self->header, NULL, RC_PANE_SIDEBAR);
  add_rows (self);
  self->signals = g_signal_group_new (RC_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (on_notify), self);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "managed-by-me", self->managed_by_me, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * rc_sidebar_set_workspace:
 * @workspace: whose customers are counted
 */
void
rc_sidebar_set_workspace (RcSidebar *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_SIDEBAR (self));
  g_return_if_fail (RC_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->signals, workspace);
  g_binding_group_set_source (self->bindings, workspace);
  update_counts (self);
  update_descriptions (self);
}

static void
select_page (RcSidebar *self, GtkListBox *list_box, const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_box, i)); i++)
    {
      if (!g_str_equal (rc_sidebar_row_get_page (RC_SIDEBAR_ROW (row)), page))
        continue;
      self->page = rc_sidebar_row_get_page (RC_SIDEBAR_ROW (row));
      gtk_list_box_select_row (list_box, row);
      return;
    }
  gtk_list_box_unselect_all (list_box);
}

/**
 * rc_sidebar_set_page:
 * @page: a filter's nick, or one of the other pages' names
 *
 * Shows @page as the chosen one.
 */
void
rc_sidebar_set_page (RcSidebar *self, const char *page)
{
  g_return_if_fail (RC_IS_SIDEBAR (self));

  select_page (self, self->filters, page);
  select_page (self, self->others, page);
}

/**
 * rc_sidebar_open_menu:
 *
 * Opens the main menu.
 */
void
rc_sidebar_open_menu (RcSidebar *self)
{
  g_return_if_fail (RC_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}
