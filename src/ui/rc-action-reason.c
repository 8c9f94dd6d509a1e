/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-action-reason"

#include "rc-action-reason.h"

#include "rc-help.h"

/*
 * An action that is not possible says why: to the eye as a tooltip, to a screen reader as the description.
 */

#define OWN_KEY "rc-own-tooltip"

/* What the control says where it can be used: a button that is only an icon has its name there. */
static const char *
get_own_tooltip (GtkWidget *button)
{
  const char *own = g_object_get_data (G_OBJECT (button), OWN_KEY);
  const char *shown = gtk_widget_get_tooltip_text (button);

  if (own == NULL)
    g_object_set_data_full (G_OBJECT (button), OWN_KEY, g_strdup (shown != NULL ? shown : ""), g_free);
  own = g_object_get_data (G_OBJECT (button), OWN_KEY);
  return *own != '\0' ? own : NULL;
}

/**
 * rc_action_reason_show:
 * @button: a button, or another control of one action
 * @reason: (nullable): why it cannot be used now, in a sentence; NULL or "" where it can
 */
void
rc_action_reason_show (GtkWidget *button, const char *reason)
{
  gboolean is_refused = reason && *reason;
  const char *own = get_own_tooltip (button);

  /* Setting it asks for the tooltip at once. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), is_refused ? reason : own) != 0)
    gtk_widget_set_tooltip_text (button, is_refused ? reason : own);
  if (is_refused)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * rc_action_reason_show_beneath:
 * @label: a label beneath a button, whose links rc_help_follow_links() follows
 * @reason: (nullable): why the button cannot be used now, in a sentence; NULL or "" where it can
 * @page: the page and section of the help that says more
 *
 * Shows the reason with a link to the help; nothing where there is none.
 */
void
rc_action_reason_show_beneath (GtkLabel *label, const char *reason, const char *page)
{
  gboolean is_refused = reason && *reason;
  g_autofree char *markup = is_refused ? rc_help_make_link (reason, page) : NULL;

  gtk_label_set_markup (label, markup ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (label), is_refused);
}
