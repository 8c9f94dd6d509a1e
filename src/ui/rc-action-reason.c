/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-action-reason"

#include "rc-action-reason.h"

/*
 * An action that is not possible says why: to the eye as a tooltip, to a screen reader as the description.
 */

/**
 * rc_action_reason_show:
 * @button: a button, or another control of one action
 * @reason: (nullable): why it cannot be used now, in a sentence; NULL or "" where it can
 */
void
rc_action_reason_show (GtkWidget *button, const char *reason)
{
  gboolean is_refused = reason && *reason;

  gtk_widget_set_tooltip_text (button, is_refused ? reason : NULL);
  if (is_refused)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
