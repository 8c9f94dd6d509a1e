/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-cancel-purchase-authorization.h"
#include "rc-format.h"
#include "rc-toast.h"
#include "rc-window-private.h"

#include <glib/gi18n-lib.h>

/*
 * What the window says after something was done: with a button to the next step, and a way to undo it where the
 * program allows that. Undoing is a command of its own.
 */

#define LONG_TIMEOUT 10 /* s: there is something to decide */

/**
 * rc_window_toast:
 * @text: a sentence, no markup
 */
void
rc_window_toast (RcWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  rc_toast_show (self->toast_overlay, adw_toast_new (escaped));
}

/**
 * rc_window_toast_error:
 *
 * Says why what the workspace shows may be outdated, until somebody has read it; nothing where all is well.
 */
void
rc_window_toast_error (RcWindow *self)
{
  g_autofree char *message = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_object_get (self->workspace, "error-message", &message, NULL);
  if (!message)
    return;
  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 0);
  rc_toast_show (self->toast_overlay, toast);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) done = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (done && done->reference)
    text = g_strdup_printf (_ ("Purchase authorization %s was canceled."), done->reference);
  rc_window_toast (self, text ? text : error ? error->message : _ ("The authorization was canceled."));
}

/* PA-6: a purchase authorization just made can be canceled. */
static void
on_undo (GtkButton *button, gpointer user_data)
{
  RcWindow *self = RC_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));
  g_autoptr (RcCommand) command = rc_cancel_purchase_authorization_new (
      rc_workspace_get_me (self->workspace), rc_workspace_get_today (self->workspace),
      *(gint64 *) g_object_get_data (G_OBJECT (button), "rc-pa-id"));

  adw_toast_dismiss (ADW_TOAST (user_data));
  rc_workspace_run_async (self->workspace, command, NULL, on_undone, g_object_ref (self));
}

/* (transfer full) */
static GtkWidget *
create_undo_button (gint64 pa_id, AdwToast *toast)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/resellerconsole/ResellerConsole/ui/undo-toast.ui");
  GObject *button = gtk_builder_get_object (builder, "undo");

  g_object_set_data_full (button, "rc-pa-id", g_memdup2 (&pa_id, sizeof pa_id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_undo), toast, 0);
  return g_object_ref (GTK_WIDGET (button));
}

/**
 * rc_window_toast_pa:
 * @result: of RcCreatePurchaseAuthorization
 *
 * Reminds that the order is still owed, and by when (PA-5).
 */
void
rc_window_toast_pa (RcWindow *self, const RcCommandResult *result)
{
  g_autofree char *due = rc_format_date_long (result->due);
  g_autofree char *text = g_strdup_printf (
      /* Translators: the number of a purchase authorization, and a date */
      _ ("Purchase authorization %s was created. Order due by %s."), result->reference, due);
  AdwToast *toast = adw_toast_new (text);
  g_autoptr (GtkWidget) undo = create_undo_button (result->object_id, toast);

  adw_toast_set_button_label (toast, _ ("Place order"));
  adw_toast_set_action_name (toast, "win.place-order");
  adw_toast_set_action_target (toast, "(xx)", result->customer_id, result->object_id);
  adw_toast_set_timeout (toast, LONG_TIMEOUT);
  rc_toast_show_with_button (self->toast_overlay, toast, undo);
}

/**
 * rc_window_toast_invited:
 * @result: of RcInviteCustomer
 * @offers_to_show: whether the customer is not to be seen yet
 */
void
rc_window_toast_invited (RcWindow *self, const RcCommandResult *result, gboolean offers_to_show)
{
  g_autofree char *text =
      g_strdup_printf (_ ("The customer was invited. Its VIP ID is %s."), result->reference);
  AdwToast *toast = adw_toast_new (text);

  if (offers_to_show)
    {
      adw_toast_set_button_label (toast, _ ("Show customer"));
      adw_toast_set_action_name (toast, "win.show-customer");
      adw_toast_set_action_target (toast, "x", result->customer_id);
    }
  adw_toast_set_timeout (toast, LONG_TIMEOUT);
  rc_toast_show (self->toast_overlay, toast);
}

/* @text: a sentence, no markup; @action_name: takes the customer's id. */
static void
toast_with_button (RcWindow *self, const char *text, const char *label, const char *action_name,
                   gint64 customer_id)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action_name);
  adw_toast_set_action_target (toast, "x", customer_id);
  adw_toast_set_timeout (toast, LONG_TIMEOUT);
  rc_toast_show (self->toast_overlay, toast);
}

/**
 * rc_window_toast_order:
 * @result: of RcPlaceOrder or RcPlaceDirectOrder
 *
 * Leads to where the order stands from now on.
 */
void
rc_window_toast_order (RcWindow *self, const RcCommandResult *result)
{
  g_autofree char *text = g_strdup_printf (_ ("Order %s was recorded."), result->reference);

  toast_with_button (self, text, _ ("Show"), "win.show-history", result->customer_id);
}

/**
 * rc_window_toast_renewed:
 * @result: of RcRenewMembership
 */
void
rc_window_toast_renewed (RcWindow *self, const RcCommandResult *result)
{
  g_autofree char *text = g_strdup_printf (_ ("Renewal order %s was recorded."), result->reference);

  toast_with_button (self, text, _ ("Show renewal"), "win.show-renewals", result->customer_id);
}
