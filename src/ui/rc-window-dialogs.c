/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-acceptance-dialog.h"
#include "rc-assign-manager-dialog.h"
#include "rc-assigned-licences-dialog.h"
#include "rc-bulk-renewal-dialog.h"
#include "rc-cancel-pa-dialog.h"
#include "rc-close-unpaid-dialog.h"
#include "rc-direct-order-dialog.h"
#include "rc-enroll-dialog.h"
#include "rc-format.h"
#include "rc-help.h"
#include "rc-invite-dialog.h"
#include "rc-place-order-dialog.h"
#include "rc-purchase-authorization-dialog.h"
#include "rc-reminder-dialog.h"
#include "rc-remove-dialog.h"
#include "rc-renewal-dialog.h"
#include "rc-return-decision-dialog.h"
#include "rc-return-dialog.h"
#include "rc-window-private.h"

#include <glib/gi18n-lib.h>

/*
 * The dialogs that run one command, and what the window says when it ran. A dialog knows nothing of the window: it
 * emits "completed" with the command's result.
 */

static GtkWindow *
create_return_dialog (RcWindow *self, gint64 customer_id, gint64 order_id)
{
  GtkWindow *window = rc_return_dialog_new (self->workspace, customer_id);

  rc_return_dialog_set_order (RC_RETURN_DIALOG (window), order_id);
  return window;
}

static GtkWindow *
create_decision_dialog (RcWindow *self, gint64 customer_id, gint64 return_id, gboolean approved)
{
  GtkWindow *window = rc_return_decision_dialog_new (self->workspace, customer_id);

  rc_return_decision_dialog_choose (RC_RETURN_DECISION_DIALOG (window), return_id, approved);
  return window;
}

static GtkWindow *
create_dialog (RcWindow *self, RcWindowDialog dialog, gint64 customer_id, gint64 id)
{
  g_autoptr (GArray) targets = rc_window_get_targets (self);

  switch (dialog)
    {
    case RC_WINDOW_DIALOG_INVITE:
      return rc_invite_dialog_new (self->workspace);
    case RC_WINDOW_DIALOG_CREATE_PA:
      return rc_purchase_authorization_dialog_new (self->workspace, customer_id);
    case RC_WINDOW_DIALOG_DIRECT_ORDER:
      return rc_direct_order_dialog_new (self->workspace, customer_id);
    case RC_WINDOW_DIALOG_RENEW:
      return rc_renewal_dialog_new (self->workspace, customer_id);
    case RC_WINDOW_DIALOG_RENEW_MANY:
      return rc_bulk_renewal_dialog_new (self->workspace, targets);
    case RC_WINDOW_DIALOG_REMIND:
      return rc_reminder_dialog_new (self->workspace, targets);
    case RC_WINDOW_DIALOG_ACCEPT:
      return rc_acceptance_dialog_new (self->workspace, customer_id);
    case RC_WINDOW_DIALOG_SET_ASSIGNED:
      return rc_assigned_licences_dialog_new (self->workspace, customer_id);
    case RC_WINDOW_DIALOG_ASSIGN_MANAGER:
      return rc_assign_manager_dialog_new (self->workspace, targets);
    case RC_WINDOW_DIALOG_REMOVE:
      return rc_remove_dialog_new (self->workspace, targets);
    case RC_WINDOW_DIALOG_PLACE_ORDER:
      return rc_place_order_dialog_new (self->workspace, customer_id, id);
    case RC_WINDOW_DIALOG_CANCEL_PA:
      return rc_cancel_pa_dialog_new (self->workspace, customer_id, id);
    case RC_WINDOW_DIALOG_CLOSE_UNPAID:
      return rc_close_unpaid_dialog_new (self->workspace, customer_id, id);
    case RC_WINDOW_DIALOG_REQUEST_RETURN:
      return create_return_dialog (self, customer_id, id);
    case RC_WINDOW_DIALOG_DECIDE_RETURN:
      return rc_return_decision_dialog_new (self->workspace, customer_id);
    case RC_WINDOW_DIALOG_APPROVE_RETURN:
    case RC_WINDOW_DIALOG_REJECT_RETURN:
      return create_decision_dialog (self, customer_id, id, dialog == RC_WINDOW_DIALOG_APPROVE_RETURN);
    case RC_WINDOW_DIALOG_ENROLL:
      return rc_enroll_dialog_new (self->workspace, customer_id);
    }
  g_assert_not_reached ();
}

/* The page of the help about what a dialog does. */
static const char *
find_help (RcWindowDialog dialog)
{
  static const char *const pages[] = {
    [RC_WINDOW_DIALOG_INVITE] = RC_HELP_PAGE ("invite"),
    [RC_WINDOW_DIALOG_CREATE_PA] = RC_HELP_PAGE ("pa-create"),
    [RC_WINDOW_DIALOG_DIRECT_ORDER] = RC_HELP_PAGE ("direct-order"),
    [RC_WINDOW_DIALOG_RENEW] = RC_HELP_PAGE ("renew"),
    [RC_WINDOW_DIALOG_RENEW_MANY] = RC_HELP_PAGE ("renew-many"),
    [RC_WINDOW_DIALOG_REMIND] = RC_HELP_PAGE ("invitation"),
    [RC_WINDOW_DIALOG_ACCEPT] = RC_HELP_PAGE ("invitation"),
    [RC_WINDOW_DIALOG_SET_ASSIGNED] = RC_HELP_PAGE ("assigned"),
    [RC_WINDOW_DIALOG_ASSIGN_MANAGER] = RC_HELP_PAGE ("assign-manager"),
    [RC_WINDOW_DIALOG_REMOVE] = RC_HELP_PAGE ("remove"),
    [RC_WINDOW_DIALOG_PLACE_ORDER] = RC_HELP_PAGE ("pa-order"),
    [RC_WINDOW_DIALOG_CANCEL_PA] = RC_HELP_PAGE ("pa-cancel"),
    [RC_WINDOW_DIALOG_CLOSE_UNPAID] = RC_HELP_PAGE ("pa-close"),
    [RC_WINDOW_DIALOG_REQUEST_RETURN] = RC_HELP_PAGE ("return"),
    [RC_WINDOW_DIALOG_DECIDE_RETURN] = RC_HELP_PAGE ("return"),
    [RC_WINDOW_DIALOG_APPROVE_RETURN] = RC_HELP_PAGE ("return"),
    [RC_WINDOW_DIALOG_REJECT_RETURN] = RC_HELP_PAGE ("return"),
    [RC_WINDOW_DIALOG_ENROLL] = RC_HELP_PAGE ("commitment"),
  };

  return pages[dialog];
}

/* What was done, in a sentence. (transfer full) */
static char *
describe (RcWindowDialog dialog, const RcCommandResult *result)
{
  const char *reference = result->reference ? result->reference : "";
  int count = MAX (result->count, 1);
  g_autofree char *number = rc_format_number (count);

  switch (dialog)
    {
    case RC_WINDOW_DIALOG_REMIND:
      return g_strdup_printf (ngettext ("%s reminder was written.", "%s reminders were written.", count),
                              number);
    case RC_WINDOW_DIALOG_ACCEPT:
      return g_strdup (_ ("The acceptance was recorded."));
    case RC_WINDOW_DIALOG_SET_ASSIGNED:
      return g_strdup (_ ("The assigned licenses were recorded."));
    case RC_WINDOW_DIALOG_ASSIGN_MANAGER:
      return g_strdup_printf (ngettext ("The account manager was assigned to %s customer.",
                                        "The account manager was assigned to %s customers.", count),
                              number);
    case RC_WINDOW_DIALOG_REMOVE:
      return g_strdup_printf (ngettext ("%s customer was removed.", "%s customers were removed.", count),
                              number);
    case RC_WINDOW_DIALOG_RENEW_MANY:
      return g_strdup_printf (ngettext ("%s membership was renewed.", "%s memberships were renewed.", count),
                              number);
    case RC_WINDOW_DIALOG_CANCEL_PA:
      return g_strdup_printf (_ ("Purchase authorization %s was canceled."), reference);
    case RC_WINDOW_DIALOG_CLOSE_UNPAID:
      return g_strdup_printf (_ ("Purchase authorization %s was closed unpaid."), reference);
    case RC_WINDOW_DIALOG_REQUEST_RETURN:
      return g_strdup_printf (_ ("A return of order %s was requested."), reference);
    case RC_WINDOW_DIALOG_DECIDE_RETURN:
    case RC_WINDOW_DIALOG_APPROVE_RETURN:
    case RC_WINDOW_DIALOG_REJECT_RETURN:
      return g_strdup_printf (ngettext ("%s return was decided.", "%s returns were decided.", count), number);
    case RC_WINDOW_DIALOG_ENROLL:
      return g_strdup (_ ("The customer was enrolled in a 3-year commit."));
    case RC_WINDOW_DIALOG_INVITE:
    case RC_WINDOW_DIALOG_CREATE_PA:
    case RC_WINDOW_DIALOG_RENEW:
    case RC_WINDOW_DIALOG_DIRECT_ORDER:
    case RC_WINDOW_DIALOG_PLACE_ORDER:
      break;
    }
  return NULL;
}

/* The new customer, where it stands in the list that is shown; else the way to it. */
static void
show_invited (RcWindow *self, const RcCommandResult *result)
{
  gboolean is_listed = gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->customers)
                       && rc_customer_list_view_shows_new (self->customers);

  rc_window_toast_invited (self, result, !is_listed);
  if (!is_listed)
    return;
  rc_customer_list_view_select_customer (self->customers, result->customer_id);
  rc_adaptive_layout_show_pane (self->layout, RC_PANE_DETAIL);
}

static void
on_completed (RcWindow *self, RcCommandResult *result, GtkWindow *window)
{
  RcWindowDialog dialog = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), "rc-window-dialog"));
  g_autofree char *text = describe (dialog, result);

  if (dialog == RC_WINDOW_DIALOG_CREATE_PA)
    rc_window_toast_pa (self, result);
  else if (dialog == RC_WINDOW_DIALOG_INVITE)
    show_invited (self, result);
  else if (dialog == RC_WINDOW_DIALOG_RENEW)
    rc_window_toast_renewed (self, result);
  else if (dialog == RC_WINDOW_DIALOG_PLACE_ORDER || dialog == RC_WINDOW_DIALOG_DIRECT_ORDER)
    rc_window_toast_order (self, result);
  else
    rc_window_toast (self, text);
  if (dialog == RC_WINDOW_DIALOG_PLACE_ORDER || dialog == RC_WINDOW_DIALOG_RENEW)
    rc_customer_list_view_select_after (self->customers, result->customer_id);
}

/**
 * rc_window_open_dialog:
 * @dialog: which
 * @customer_id: for whom; 0 where it is for none, or for all that are selected
 * @id: for which purchase authorization, order or return; 0 where it is for none
 */
void
rc_window_open_dialog (RcWindow *self, RcWindowDialog dialog, gint64 customer_id, gint64 id)
{
  GtkWindow *window;

  g_return_if_fail (RC_IS_WINDOW (self));

  window = create_dialog (self, dialog, customer_id, id);
  g_object_set_data (G_OBJECT (window), "rc-window-dialog", GINT_TO_POINTER (dialog));
  rc_help_attach (GTK_WIDGET (window), find_help (dialog));
  g_signal_connect_object (window, "completed", G_CALLBACK (on_completed), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_window_present (window);
}

static void
open_for_pair (GtkWidget *widget, RcWindowDialog dialog, GVariant *parameter)
{
  gint64 customer_id, id;

  g_variant_get (parameter, "(xx)", &customer_id, &id);
  rc_window_open_dialog (RC_WINDOW (widget), dialog, customer_id, id);
}

/**
 * rc_window_return_order:
 * @widget: a window
 * @parameter: whose order, and which
 *
 * Requests a return of an order (OR-4).
 */
void
rc_window_return_order (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_pair (widget, RC_WINDOW_DIALOG_REQUEST_RETURN, parameter);
}

/**
 * rc_window_approve_return:
 * @widget: a window
 * @parameter: whose return, and which
 *
 * Records that a return was approved (OR-4).
 */
void
rc_window_approve_return (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_pair (widget, RC_WINDOW_DIALOG_APPROVE_RETURN, parameter);
}

/**
 * rc_window_reject_return:
 * @widget: a window
 * @parameter: whose return, and which
 *
 * Records that a return was rejected (OR-4).
 */
void
rc_window_reject_return (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_for_pair (widget, RC_WINDOW_DIALOG_REJECT_RETURN, parameter);
}
