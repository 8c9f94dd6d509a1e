/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-about.h"
#include "rc-actions.h"
#include "rc-export-dialog.h"
#include "rc-file-chooser.h"
#include "rc-help.h"
#include "rc-import-dialog.h"
#include "rc-preferences-window.h"
#include "rc-request-item.h"
#include "rc-shortcuts-window.h"
#include "rc-window-private.h"

#include <glib/gi18n-lib.h>

/*
 * What can be done in a window: the actions, and the one function that enables them. Why a customer's action is not
 * possible is the membership's word, shown beside the button; the commands decide in the end.
 */

/**
 * rc_window_get_targets:
 *
 * Returns: (transfer full) (element-type gint64): the customers that an action is for: those selected in the list, else
 *   the one in the pane
 */
GArray *
rc_window_get_targets (RcWindow *self)
{
  GArray *ids = rc_customer_selection_get_ids (rc_customer_list_view_get_selection (self->customers));
  gint64 id = rc_membership_get_customer_id (self->membership);

  if (ids->len == 0 && id != 0)
    g_array_append_val (ids, id);
  return ids;
}

/* @help: (nullable): the dialog's page, where it does not know it itself */
static void
present (RcWindow *self, GtkWindow *window, const char *help)
{
  if (help)
    rc_help_attach (GTK_WIDGET (window), help);
  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_window_present (window);
}

static void
open_for_customer (RcWindow *self, RcWindowDialog dialog)
{
  rc_window_open_dialog (self, dialog, rc_membership_get_customer_id (self->membership), 0);
}

static void
invite (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rc_window_open_dialog (RC_WINDOW (widget), RC_WINDOW_DIALOG_INVITE, 0, 0);
}

static void
create_pa (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_CREATE_PA);
}

static void
place_direct_order (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_DIRECT_ORDER);
}

static void
renew (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_RENEW);
}

static void
renew_many (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_RENEW_MANY);
}

static void
accept_invitation (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_ACCEPT);
}

static void
set_assigned (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_SET_ASSIGNED);
}

static void
request_return (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_REQUEST_RETURN);
}

static void
decide_return (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_DECIDE_RETURN);
}

static void
enroll_commitment (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_ENROLL);
}

static void
remind (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_REMIND);
}

static void
assign_manager (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_ASSIGN_MANAGER);
}

static void
remove_customers (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_customer (RC_WINDOW (widget), RC_WINDOW_DIALOG_REMOVE);
}

static void
open_for_pa (GtkWidget *widget, RcWindowDialog dialog, GVariant *parameter)
{
  gint64 customer_id, pa_id;

  g_variant_get (parameter, "(xx)", &customer_id, &pa_id);
  rc_window_open_dialog (RC_WINDOW (widget), dialog, customer_id, pa_id);
}

static void
place_order (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_pa (widget, RC_WINDOW_DIALOG_PLACE_ORDER, parameter);
}

/* The oldest open purchase authorization whose order can be placed. (transfer full) (nullable) */
static RcRequestItem *
find_oldest_request (RcWindow *self)
{
  g_autoptr (GListModel) requests = NULL;

  g_object_get (self->membership, "open-requests", &requests, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (RcRequestItem) request = g_list_model_get_item (requests, i);

      if (rc_request_item_can (request, RC_REQUEST_ACTION_PLACE_ORDER))
        return g_steal_pointer (&request);
    }
  return NULL;
}

/* PA-5, for the one that hurts most. */
static void
place_oldest_order (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  g_autoptr (RcRequestItem) request = find_oldest_request (self);

  if (request)
    rc_window_open_dialog (self, RC_WINDOW_DIALOG_PLACE_ORDER,
                           rc_membership_get_customer_id (self->membership),
                           rc_request_item_get_id (request));
}

static void
cancel_pa (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_pa (widget, RC_WINDOW_DIALOG_CANCEL_PA, parameter);
}

static void
close_unpaid (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_pa (widget, RC_WINDOW_DIALOG_CLOSE_UNPAID, parameter);
}

static void
copy_vip_id (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  const RcMembershipRecord *record = rc_membership_get_record (self->membership);

  if (!record)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), record->customer->vip_id);
  rc_window_toast (self, _ ("The VIP ID was copied."));
}

static void
import_customers (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present (RC_WINDOW (widget), rc_import_dialog_new (RC_WINDOW (widget)->workspace), RC_HELP_PAGE ("import"));
}

static void
export_report (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  RcCustomerList *list = rc_customer_list_view_get_list (self->customers);
  g_autoptr (GArray) ids =
      rc_customer_selection_get_ids (rc_customer_list_view_get_selection (self->customers));

  present (self, rc_export_dialog_new (self->workspace, rc_customer_list_get_query (list), ids),
           RC_HELP_PAGE ("report"));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = rc_file_chooser_open_finish (result, &error);
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (file && application)
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-file",
                                    g_variant_new_take_string (g_file_get_path (file)));
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rc_window_toast (self, error->message);
}

static void
open_workspace (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rc_file_chooser_open_async (GTK_WINDOW (widget), _ ("Open workspace"), RC_FILE_KIND_WORKSPACE, NULL,
                              on_file_chosen, g_object_ref (widget));
}

static void
show_preferences (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present (RC_WINDOW (widget), rc_preferences_window_new (RC_WINDOW (widget)->workspace), NULL);
}

static void
show_shortcuts (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present (RC_WINDOW (widget), rc_shortcuts_window_new (), RC_HELP_PAGE ("keyboard"));
}

static void
show_about (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rc_about_present (GTK_WINDOW (widget), RC_WINDOW (widget)->workspace);
}

static void
open_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rc_sidebar_open_menu (RC_WINDOW (widget)->sidebar);
}

static void
search (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  GtkWidget *visible = gtk_stack_get_visible_child (self->pages);

  if (visible != GTK_WIDGET (self->customers))
    {
      gtk_widget_activate_action (visible, "page.search", NULL);
      return;
    }
  rc_adaptive_layout_show_pane (self->layout, RC_PANE_LIST);
  rc_customer_list_view_toggle_search (self->customers);
}

static void
select_all (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);

  gtk_selection_model_select_all (
      GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (self->customers)));
}

static void
unselect (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);

  gtk_selection_model_unselect_all (
      GTK_SELECTION_MODEL (rc_customer_list_view_get_selection (self->customers)));
}

static void
toggle_managed_by_me (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  gboolean is_on;

  g_object_get (self->workspace, "managed-by-me", &is_on, NULL);
  g_object_set (self->workspace, "managed-by-me", !is_on, NULL);
}

/* What each action needs before it can be tried. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_WORKSPACE = 1 << 0,
  NEEDS_WRITER = 1 << 1, /* TM-3: no viewer */
  NEEDS_ADMIN = 1 << 2,
  NEEDS_CUSTOMERS_PAGE = 1 << 3,
  NEEDS_ONE = 1 << 4,
  NEEDS_SOME = 1 << 5,
  NEEDS_REQUEST = 1 << 6, /* one whose order can be placed */
  NEEDS_READY = 1 << 7 /* the list is of those that can be renewed */
} Needs;

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
  Needs needs;
  const char *property; /* (nullable) of the membership, where it is for one customer */
} actions[] = {
  { "win.invite", NULL, invite, NEEDS_WRITER },
  { "win.import", NULL, import_customers, NEEDS_WRITER },
  { "win.export", NULL, export_report, NEEDS_WORKSPACE },
  { "win.create-pa", NULL, create_pa, NEEDS_ONE | NEEDS_WRITER, "can-create-pa" },
  { "win.place-direct-order", NULL, place_direct_order, NEEDS_ONE | NEEDS_WRITER, "can-place-direct-order" },
  { "win.renew", NULL, renew, NEEDS_ONE | NEEDS_WRITER, "can-renew" },
  { "win.renew-many", NULL, renew_many, NEEDS_SOME | NEEDS_READY | NEEDS_WRITER },
  { "win.remind", NULL, remind, NEEDS_SOME | NEEDS_WRITER, "can-remind" },
  { "win.accept", NULL, accept_invitation, NEEDS_ONE | NEEDS_WRITER, "can-accept" },
  { "win.set-assigned", NULL, set_assigned, NEEDS_ONE | NEEDS_WRITER, "can-set-assigned" },
  { "win.request-return", NULL, request_return, NEEDS_ONE | NEEDS_WRITER, "can-request-return" },
  { "win.decide-return", NULL, decide_return, NEEDS_ONE | NEEDS_WRITER, "can-decide-return" },
  { "win.enroll-commitment", NULL, enroll_commitment, NEEDS_ONE | NEEDS_WRITER, "can-enroll-commitment" },
  { "win.assign-manager", NULL, assign_manager, NEEDS_SOME | NEEDS_ADMIN },
  { "win.remove", NULL, remove_customers, NEEDS_SOME | NEEDS_WRITER, "can-remove" },
  { "win.record-departure", NULL, rc_window_record_departure, NEEDS_ONE | NEEDS_WRITER,
    "can-record-departure" },
  { "win.change-reseller", NULL, rc_window_change_reseller, NEEDS_WRITER },
  { "win.send-reseller-change-code", "x", rc_window_send_reseller_change_code, NEEDS_WRITER },
  { "win.complete-reseller-change", "x", rc_window_complete_reseller_change, NEEDS_WRITER },
  { "win.invite-member", NULL, rc_window_invite_member, NEEDS_ADMIN },
  { "win.activate-member", "x", rc_window_activate_member, NEEDS_ADMIN },
  { "win.set-member-role", "x", rc_window_set_member_role, NEEDS_ADMIN },
  { "win.remove-member", "x", rc_window_remove_member, NEEDS_ADMIN },
  { "win.place-order", "(xx)", place_order, NEEDS_WRITER },
  { "win.place-oldest-order", NULL, place_oldest_order, NEEDS_ONE | NEEDS_REQUEST | NEEDS_WRITER },
  { "win.cancel-pa", "(xx)", cancel_pa, NEEDS_WRITER },
  { "win.close-unpaid", "(xx)", close_unpaid, NEEDS_ADMIN },
  { "win.return-order", "(xx)", rc_window_return_order, NEEDS_WRITER },
  { "win.approve-return", "(xx)", rc_window_approve_return, NEEDS_WRITER },
  { "win.reject-return", "(xx)", rc_window_reject_return, NEEDS_WRITER },
  { "win.copy-vip-id", NULL, copy_vip_id, NEEDS_ONE },
  { "win.show-details", NULL, rc_window_show_details, NEEDS_ONE },
  { "win.show-customer", "x", rc_window_show_customer, NEEDS_WORKSPACE },
  { "win.show-history", "x", rc_window_show_history, NEEDS_WORKSPACE },
  { "win.show-renewals", "x", rc_window_show_renewals, NEEDS_WORKSPACE },
  { "win.open-workspace", NULL, open_workspace, NEEDS_NOTHING },
  { "win.open-again", NULL, rc_window_open_again, NEEDS_WORKSPACE },
  { "win.save-copy", NULL, rc_window_save_copy, NEEDS_WORKSPACE },
  { "win.preferences", NULL, show_preferences, NEEDS_WORKSPACE },
  { "win.help", NULL, rc_window_show_help, NEEDS_NOTHING },
  { "win.shortcuts", NULL, show_shortcuts, NEEDS_NOTHING },
  { "win.about", NULL, show_about, NEEDS_NOTHING },
  { "win.menu", NULL, open_menu, NEEDS_WORKSPACE },
  { "win.search", NULL, search, NEEDS_WORKSPACE },
  { "win.select-all", NULL, select_all, NEEDS_CUSTOMERS_PAGE },
  { "win.unselect", NULL, unselect, NEEDS_CUSTOMERS_PAGE },
  { "win.managed-by-me", NULL, toggle_managed_by_me, NEEDS_WORKSPACE },
  { "win.back", NULL, rc_window_go_back, NEEDS_WORKSPACE },
};

/**
 * rc_window_install_actions:
 * @widget_class: the window's class
 */
void
rc_window_install_actions (GtkWidgetClass *widget_class)
{
  g_signal_new ("actions-updated", RC_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
}

/* What of all the needs is met now. */
static Needs
find_what_is_met (RcWindow *self, guint64 n_selected)
{
  g_autoptr (RcRequestItem) request = find_oldest_request (self);
  Needs met = NEEDS_WORKSPACE;
  gboolean is_filter = gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->customers);

  if (rc_workspace_get_refusal (self->workspace, RC_ROLE_ACCOUNT_MANAGER) == NULL)
    met |= NEEDS_WRITER;
  if (rc_workspace_get_refusal (self->workspace, RC_ROLE_PRIMARY_ADMIN) == NULL)
    met |= NEEDS_ADMIN;
  if (is_filter)
    met |= NEEDS_CUSTOMERS_PAGE;
  if (is_filter && n_selected == 1)
    met |= NEEDS_ONE;
  if (is_filter && n_selected >= 1)
    met |= NEEDS_SOME;
  if (request)
    met |= NEEDS_REQUEST;
  if (is_filter
      && rc_customer_list_get_query (rc_customer_list_view_get_list (self->customers))->filter
             == RC_FILTER_READY_FOR_RENEWAL)
    met |= NEEDS_READY;
  return met;
}

static guint64
count_targets (RcWindow *self)
{
  guint64 size = rc_customer_selection_get_size (rc_customer_list_view_get_selection (self->customers));

  return size == 0 && rc_membership_get_customer_id (self->membership) != 0 ? 1 : size;
}

static gboolean
allows (RcWindow *self, const char *property)
{
  gboolean is_allowed = FALSE;

  g_object_get (self->membership, property, &is_allowed, NULL);
  return is_allowed;
}

/**
 * rc_window_update_actions:
 *
 * Enables what can be done now, and nothing else.
 */
void
rc_window_update_actions (RcWindow *self)
{
  guint64 n_targets = self->workspace ? count_targets (self) : 0;
  Needs met = self->workspace ? find_what_is_met (self, n_targets) : NEEDS_NOTHING;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gboolean is_enabled = (actions[i].needs & ~met) == 0;

      if (is_enabled && actions[i].property && n_targets == 1)
        is_enabled = allows (self, actions[i].property);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, is_enabled);
    }
  g_signal_emit_by_name (self, "actions-updated");
}

/**
 * rc_window_get_refusal:
 * @self: a window
 * @action_name: one of its actions
 *
 * Returns: (transfer none) (nullable): why my role does not allow it (TM-3), or nobody can do it now, translated; %NULL: I can
 */
const char *
rc_window_get_refusal (RcWindow *self, const char *action_name)
{
  g_return_val_if_fail (RC_IS_WINDOW (self), NULL);
  for (gsize i = 0; self->workspace && i < G_N_ELEMENTS (actions); i++)
    {
      if (!g_str_equal (actions[i].name, action_name))
        continue;
      return rc_workspace_get_refusal (self->workspace,
                                       (actions[i].needs & NEEDS_ADMIN) != 0    ? RC_ROLE_PRIMARY_ADMIN
                                       : (actions[i].needs & NEEDS_WRITER) != 0 ? RC_ROLE_ACCOUNT_MANAGER
                                                                                : RC_ROLE_VIEWER);
    }
  return NULL;
}
