/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-welcome-page.h"
#include "rc-window-private.h"

/* What stands in a window that shows no workspace: the welcome page, how far the opening has come, or why it failed. Each is
 * made when it is shown first, which is never where a workspace opens at once. */

static void
go_back (RcWindow *self)
{
  rc_window_show_stack_page (self, self->workspace ? "main" : "welcome");
}

/* Another window may have it by now. */
static void
retry (RcWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))),
                                  "open-file", g_variant_new_string (self->retry_path));
}

static void
on_create_requested (RcWindow *self, const char *name, const char *email, gboolean import)
{
  rc_window_create_workspace (self, name, email, import);
}

static void
on_opening_canceled (RcWindow *self)
{
  rc_window_cancel_opening (self);
  go_back (self);
  rc_window_update_actions (self);
}

static GtkWidget *
create_welcome_page (RcWindow *self)
{
  GtkWidget *page = g_object_new (RC_TYPE_WELCOME_PAGE, NULL);

  g_signal_connect_object (page, "sample-requested", G_CALLBACK (rc_window_open_sample), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "create-requested", G_CALLBACK (on_create_requested), self,
                           G_CONNECT_SWAPPED);
  return page;
}

static GtkWidget *
create_opening_page (RcWindow *self)
{
  self->opening_page = g_object_new (RC_TYPE_OPENING_PAGE, NULL);
  rc_opening_page_set_progress (self->opening_page, self->opening_progress);
  g_signal_connect_object (self->opening_page, "canceled", G_CALLBACK (on_opening_canceled), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->opening_page);
}

/* Added while the builder still holds it. */
static GtkWidget *
add_error_page (RcWindow *self)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/resellerconsole/ResellerConsole/ui/window-error.ui");
  GtkWidget *page = GTK_WIDGET (gtk_builder_get_object (builder, "page"));

  self->error_page = ADW_STATUS_PAGE (gtk_builder_get_object (builder, "status_page"));
  g_signal_connect_object (gtk_builder_get_object (builder, "back_button"), "clicked", G_CALLBACK (go_back),
                           self, G_CONNECT_SWAPPED);
  self->retry_button = GTK_WIDGET (gtk_builder_get_object (builder, "retry_button"));
  g_signal_connect_object (self->retry_button, "clicked", G_CALLBACK (retry), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, page, "error");
  return page;
}

/**
 * rc_window_create_start_page:
 * @name: "welcome", "loading" or "error"; one that is not there yet
 *
 * Returns: (transfer none): the page, in the window's stack
 */
GtkWidget *
rc_window_create_start_page (RcWindow *self, const char *name)
{
  GtkWidget *page;

  if (g_str_equal (name, "error"))
    return add_error_page (self);
  page = g_str_equal (name, "welcome") ? create_welcome_page (self) : create_opening_page (self);
  gtk_stack_add_named (self->stack, page, name);
  return page;
}
