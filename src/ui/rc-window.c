/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-window.h"

#include "rc-enum-types.h"
#include "rc-window-private.h"

/**
 * RcWindow:
 *
 * One workspace in a window: the welcome page until there is one, then sidebar, list and details. This file
 * switches pages; how a workspace is opened stands in rc-window-opening.c, what can be done stands in rc-window-actions.c, the dialogs in
 * rc-window-dialogs.c, what is said afterwards in rc-window-toasts.c. No rule of the program is decided here.
 */

typedef enum
{
  PROP_PAGE = 1
} RcWindowProperty;
static GParamSpec *properties[PROP_PAGE + 1];

G_DEFINE_FINAL_TYPE (RcWindow, rc_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_customer (RcWindow *self)
{
  RcCustomerSelection *selection = rc_customer_list_view_get_selection (self->customers);
  guint64 size = rc_customer_selection_get_size (selection);
  gint64 id = rc_customer_selection_get_only_id (selection);

  rc_detail_pane_set_n_selected (self->pane, size);
  /* A customer that left the filter by what was just done to it stays in the pane. */
  if (size != 0)
    rc_membership_set_customer_id (self->membership, id);
  rc_window_update_actions (self);
}

static void
on_customer_activated (RcWindow *self)
{
  rc_adaptive_layout_show_pane (self->layout, RC_PANE_DETAIL);
  rc_detail_pane_grab_focus (self->pane);
}

static void
on_sort_changed (RcWindow *self, int sort, gboolean descending)
{
  g_settings_set_string (self->settings, "sort-column", rc_enum_to_nick (RC_TYPE_SORT, sort));
  g_settings_set_boolean (self->settings, "sort-descending", descending);
}

static void
on_page_activated (RcWindow *self, const char *page)
{
  rc_window_show_page (self, page);
}

static void
restore_list (RcWindow *self)
{
  g_autofree char *filter = g_settings_get_string (self->settings, "filter");
  g_autofree char *column = g_settings_get_string (self->settings, "sort-column");
  int sort = RC_SORT_NAME;

  if (rc_enum_from_nick (RC_TYPE_SORT, column, &sort))
    rc_customer_list_view_set_sort (self->customers, sort,
                                    g_settings_get_boolean (self->settings, "sort-descending"));
  g_settings_bind (self->settings, "managed-by-me", self->workspace, "managed-by-me",
                   G_SETTINGS_BIND_DEFAULT);
  rc_window_show_page (self, filter);
}

static void
restore_size (RcWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "sidebar-width", self->layout, "sidebar-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "detail-width", self->layout, "detail-width", G_SETTINGS_BIND_DEFAULT);
}

static void
save_size (RcWindow *self)
{
  gboolean is_maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", is_maximized);
  if (is_maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
}

static gboolean
rc_window_close_request (GtkWindow *window)
{
  save_size (RC_WINDOW (window));
  return GTK_WINDOW_CLASS (rc_window_parent_class)->close_request (window);
}

static void
rc_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch ((RcWindowProperty) property_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, RC_WINDOW (object)->page);
      break;
    }
}

static void
rc_window_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch ((RcWindowProperty) property_id)
    {
    case PROP_PAGE:
      rc_window_show_page (RC_WINDOW (object), g_value_get_string (value));
      break;
    }
}

static void
rc_window_dispose (GObject *object)
{
  RcWindow *self = RC_WINDOW (object);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_handle_id (&self->present_source, g_source_remove);
  if (self->opening)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_progress);
  rc_window_stop_mail (self);
  g_clear_object (&self->daily_backup);
  if (self->workspace)
    rc_workspace_close (self->workspace);
  g_clear_object (&self->membership);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (rc_window_parent_class)->dispose (object);
}

static void
rc_window_finalize (GObject *object)
{
  RcWindow *self = RC_WINDOW (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->retry_path, g_free);
  g_clear_pointer (&self->page, g_free);
  G_OBJECT_CLASS (rc_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RcWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, RcWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RcWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, RcWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RcWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RcWindow, customers);
  gtk_widget_class_bind_template_child (widget_class, RcWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, RcWindow, file_bar);
  gtk_widget_class_bind_template_callback (widget_class, show_customer);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
}

static void
rc_window_class_init (RcWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rc_window_get_property;
  object_class->set_property = rc_window_set_property;
  object_class->dispose = rc_window_dispose;
  object_class->finalize = rc_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rc_window_close_request;
  properties[PROP_PAGE] =
      g_param_spec_string ("page", NULL, NULL, "all-customers",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  bind_template (widget_class);
  rc_window_install_actions (widget_class);
}

static void
ensure_types (void)
{
  g_type_ensure (RC_TYPE_ADAPTIVE_LAYOUT);
  g_type_ensure (RC_TYPE_CUSTOMER_LIST_VIEW);
  g_type_ensure (RC_TYPE_DETAIL_PANE);
  g_type_ensure (RC_TYPE_FILE_BAR);
  g_type_ensure (RC_TYPE_SIDEBAR);
}

static void
rc_window_init (RcWindow *self)
{
  ensure_types ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("org.resellerconsole.ResellerConsole");
  self->page = g_strdup ("all-customers");
  restore_size (self);
  rc_window_update_actions (self);
}

static void
remember_path (RcWindow *self)
{
  g_free (self->path);
  self->path = g_strdup (rc_workspace_get_path (self->workspace));
  if (!rc_workspace_is_sample (self->workspace))
    g_settings_set_string (self->settings, "workspace-path", self->path);
}

/**
 * rc_window_set_workspace:
 * @workspace: an open workspace; the window closes it in the end
 *
 * Shows it. A window has one workspace for its life.
 */
void
rc_window_set_workspace (RcWindow *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_WINDOW (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  self->membership = rc_membership_new (workspace);
  g_signal_connect_object (self->membership, "notify", G_CALLBACK (rc_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (rc_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (rc_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::error-message", G_CALLBACK (rc_window_toast_error), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "replaced", G_CALLBACK (rc_window_open_anew), self, G_CONNECT_SWAPPED);
  rc_sidebar_set_workspace (self->sidebar, workspace);
  rc_file_bar_set_workspace (self->file_bar, workspace);
  rc_customer_list_view_set_workspace (self->customers, workspace);
  rc_detail_pane_set_membership (self->pane, self->membership);
  rc_window_start_mail (self);
  rc_window_start_backups (self);
  g_object_bind_property (workspace, "name", self, "title", G_BINDING_SYNC_CREATE);
  remember_path (self);
  restore_list (self);
  rc_window_show_stack_page (self, "main");
  rc_window_update_actions (self);
  if (self->import_when_open)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

/**
 * rc_window_get_workspace:
 *
 * Returns: (transfer none) (nullable): the workspace; NULL until one is open
 */
RcWorkspace *
rc_window_get_workspace (RcWindow *self)
{
  g_return_val_if_fail (RC_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * rc_window_get_path:
 *
 * Returns: (transfer none) (nullable): the file that is open, or is being opened
 */
const char *
rc_window_get_path (RcWindow *self)
{
  g_return_val_if_fail (RC_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * rc_window_show_page:
 * @page: a filter's nick, "reseller-changes", "messages", "team" or "activity"
 */
void
rc_window_show_page (RcWindow *self, const char *page)
{
  int filter;
  gboolean is_filter = rc_enum_from_nick (RC_TYPE_FILTER, page, &filter);

  g_return_if_fail (RC_IS_WINDOW (self));

  if (!self->workspace)
    return;
  if (is_filter)
    {
      if (!g_str_equal (self->page, page))
        rc_membership_set_customer_id (self->membership, 0);
      rc_customer_list_view_set_filter (self->customers, filter);
      g_settings_set_string (self->settings, "filter", page);
    }
  g_free (self->page);
  self->page = g_strdup (page);
  gtk_stack_set_visible_child (self->pages, rc_window_get_page (self, is_filter ? "customers" : page));
  g_object_set (self->layout, "has-detail", is_filter, NULL);
  rc_adaptive_layout_show_pane (self->layout, RC_PANE_LIST);
  rc_sidebar_set_page (self->sidebar, page);
  rc_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}
