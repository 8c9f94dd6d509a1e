/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-window"

#include "rc-activate-member.h"
#include "rc-add-member-dialog.h"
#include "rc-change-completion-dialog.h"
#include "rc-change-reseller-dialog.h"
#include "rc-departure-dialog.h"
#include "rc-help.h"
#include "rc-member-role-dialog.h"
#include "rc-member.h"
#include "rc-new-code-dialog.h"
#include "rc-remove-member-dialog.h"
#include "rc-reseller-changes-page.h"
#include "rc-toast.h"
#include "rc-window-private.h"

#include <glib/gi18n-lib.h>

/*
 * What the window does about changes of reseller (CH-1 … CH-5) and about the team (TM-1, TM-2): the dialogs, and what is said
 * afterwards.
 */

#define TEXT_KEY "rc-window-text"

static void
on_completed (RcWindow *self, RcCommandResult *result, GtkWindow *dialog)
{
  const char *format = g_object_get_data (G_OBJECT (dialog), TEXT_KEY);
  const char *reference = result->reference ? result->reference : "";
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", reference, 1);
  rc_window_toast (self, text->str);
}

/* @format: a translated sentence; "%s" is what the command's result refers to. @help: the dialog's page. */
static void
present (RcWindow *self, GtkWindow *dialog, const char *format, const char *help)
{
  g_object_set_data_full (G_OBJECT (dialog), TEXT_KEY, g_strdup (format), g_free);
  g_signal_connect_object (dialog, "completed", G_CALLBACK (on_completed), self, G_CONNECT_SWAPPED);
  rc_help_attach (GTK_WIDGET (dialog), help);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  gtk_window_present (dialog);
}

static void
on_change_completed (RcWindow *self, RcCommandResult *result)
{
  g_autofree char *text =
      g_strdup_printf (_ ("The customer with the VIP ID %s is in the list now."), result->reference);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Show customer"));
  adw_toast_set_action_name (toast, "win.show-customer");
  adw_toast_set_action_target (toast, "x", result->customer_id);
  rc_toast_show (self->toast_overlay, toast);
}

/**
 * rc_window_record_departure:
 *
 * Asks whether the customer has moved to another reseller (CH-5).
 */
void
rc_window_record_departure (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  gint64 customer_id = rc_membership_get_customer_id (self->membership);

  present (self, rc_departure_dialog_new (self->workspace, customer_id), _ ("The departure was recorded."),
           RC_HELP_PAGE ("departure"));
}

/**
 * rc_window_change_reseller:
 *
 * Starts a change of reseller (CH-1).
 */
void
rc_window_change_reseller (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);

  present (self, rc_change_reseller_dialog_new (self->workspace),
           /* Translators: %s is a VIP ID */
           _ ("A code was written for the VIP ID %s."), RC_HELP_PAGE ("reseller-change"));
}

/**
 * rc_window_send_reseller_change_code:
 *
 * Sends a new code for the change of reseller whose id is the parameter (CH-2).
 */
void
rc_window_send_reseller_change_code (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  g_autoptr (RcResellerChange) change =
      rc_reseller_changes_page_find (RC_RESELLER_CHANGES_PAGE (rc_window_get_page (self, "reseller-changes")),
                                     g_variant_get_int64 (parameter));

  if (change)
    present (self, rc_new_code_dialog_new (self->workspace, rc_reseller_change_get_record (change)),
             /* Translators: %s is an e-mail address */
             _ ("A new code was written to %s."), RC_HELP_PAGE ("reseller-change"));
}

/**
 * rc_window_complete_reseller_change:
 *
 * Records that the change of reseller whose id is the parameter has happened (CH-4).
 */
void
rc_window_complete_reseller_change (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  g_autoptr (RcResellerChange) change =
      rc_reseller_changes_page_find (RC_RESELLER_CHANGES_PAGE (rc_window_get_page (self, "reseller-changes")),
                                     g_variant_get_int64 (parameter));
  GtkWindow *dialog;

  if (!change)
    return;
  dialog = rc_change_completion_dialog_new (self->workspace, rc_reseller_change_get_record (change));
  g_signal_connect_object (dialog, "completed", G_CALLBACK (on_change_completed), self, G_CONNECT_SWAPPED);
  rc_help_attach (GTK_WIDGET (dialog), RC_HELP_PAGE ("reseller-change"));
  gtk_window_set_transient_for (dialog, GTK_WINDOW (self));
  gtk_window_present (dialog);
}

/**
 * rc_window_invite_member:
 *
 * Adds somebody to the team (TM-1).
 */
void
rc_window_invite_member (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);

  present (self, rc_add_member_dialog_new (self->workspace),
           /* Translators: %s is a team member's name */
           _ ("%s is in the team now."), RC_HELP_PAGE ("team"));
}

/* (nullable) (transfer full) */
static RcMember *
find_member (RcWindow *self, gint64 id)
{
  GListModel *members = rc_workspace_get_members (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);

      if (rc_member_get_id (member) == id)
        return g_steal_pointer (&member);
    }
  return NULL;
}

/**
 * rc_window_set_member_role:
 *
 * Asks for another role of the member whose id is the parameter.
 */
void
rc_window_set_member_role (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  g_autoptr (RcMember) member = find_member (self, g_variant_get_int64 (parameter));

  if (member)
    present (self, rc_member_role_dialog_new (self->workspace, rc_member_get_record (member)),
             /* Translators: %s is a team member's name */
             _ ("%s has another role now."), RC_HELP_PAGE ("team"));
}

/**
 * rc_window_remove_member:
 *
 * Asks whether the member whose id is the parameter is to be removed (TM-2).
 */
void
rc_window_remove_member (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  g_autoptr (RcMember) member = find_member (self, g_variant_get_int64 (parameter));

  if (member)
    present (self, rc_remove_member_dialog_new (self->workspace, rc_member_get_record (member)),
             /* Translators: %s is a team member's name */
             _ ("%s is not in the team any more."), RC_HELP_PAGE ("team"));
}

static void
on_activated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcCommandResult) outcome = rc_workspace_run_finish (RC_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (!self->workspace)
    return;
  if (outcome)
    /* Translators: %s is a team member's name */
    text = g_strdup_printf (_ ("%s is an active member now."), outcome->reference);
  rc_window_toast (self, outcome ? text : error->message);
}

/**
 * rc_window_activate_member:
 *
 * Records that the member whose id is the parameter accepted the invitation (TM-1).
 */
void
rc_window_activate_member (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  RcWindow *self = RC_WINDOW (widget);
  g_autoptr (RcCommand) command =
      rc_activate_member_new (rc_workspace_get_me (self->workspace), rc_workspace_get_today (self->workspace),
                              g_variant_get_int64 (parameter));

  rc_workspace_run_async (self->workspace, command, NULL, on_activated, g_object_ref (self));
}
