/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-team-row"

#include "rc-team-row.h"

#include "rc-action-reason.h"
#include "rc-style.h"
#include "rc-words.h"
#include "rc-wrap-box.h"

#include <glib/gi18n-lib.h>

/**
 * RcTeamRow:
 *
 * A member of the team with what can be done about it. Whether it can be done is decided by the page.
 */

struct _RcTeamRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name; /* template children */
  GtkLabel *details;
  GtkWidget *me_pill;
  GtkWidget *pending_pill;
  GtkWidget *activate_button;
  GtkWidget *role_button;
  GtkWidget *remove_button;
  GtkLabel *reason_label;

  gint64 member_id;
};

G_DEFINE_FINAL_TYPE (RcTeamRow, rc_team_row, GTK_TYPE_LIST_BOX_ROW)

static void
rc_team_row_class_init (RcTeamRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-team-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, name);
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, details);
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, me_pill);
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, pending_pill);
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, activate_button);
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, role_button);
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RcTeamRow, reason_label);
}

static void
rc_team_row_init (RcTeamRow *self)
{
  g_type_ensure (RC_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_style_fit_texts (GTK_WIDGET (self));
}

static void
set_up_button (RcTeamRow *self, GtkWidget *button, const char *action, const char *reason)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", self->member_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), reason == NULL ? action : NULL);
  gtk_widget_set_sensitive (button, reason == NULL);
  rc_action_reason_show (button, reason);
}

/**
 * rc_team_row_new:
 * @member: who it is
 * @is_me: whether it is the member signed in (TM-4)
 * @role_reason: (nullable): why its role cannot be changed; %NULL: it can
 * @remove_reason: (nullable): why it cannot be removed; %NULL: it can
 * @activate_reason: (nullable): why it cannot be made active, where it is pending; %NULL: it can
 *
 * Returns: (transfer floating): a row
 */
RcTeamRow *
rc_team_row_new (RcMember *member, gboolean is_me, const char *role_reason, const char *remove_reason,
                 const char *activate_reason)
{
  RcTeamRow *self = g_object_new (RC_TYPE_TEAM_ROW, NULL);
  const RcMemberRecord *record = rc_member_get_record (member);
  gboolean is_pending = record->status == RC_MEMBER_STATUS_PENDING;
  /* Translators: an e-mail address, then a role such as “Account manager” */
  g_autofree char *details = g_strdup_printf (_ ("%s · %s"), record->email, rc_words_role (record->role));

  self->member_id = record->id;
  gtk_label_set_label (self->name, record->name);
  gtk_label_set_label (self->details, details);
  gtk_widget_set_visible (self->me_pill, is_me);
  gtk_label_set_label (self->reason_label, role_reason != NULL ? role_reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), is_me && role_reason != NULL);
  gtk_widget_set_visible (self->pending_pill, is_pending);
  gtk_widget_set_visible (self->activate_button, is_pending);
  set_up_button (self, self->activate_button, "win.activate-member", activate_reason);
  set_up_button (self, self->role_button, "win.set-member-role", role_reason);
  set_up_button (self, self->remove_button, "win.remove-member", remove_reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, record->name, -1);
  return self;
}

/**
 * rc_team_row_get_member:
 *
 * Returns: the member's id
 */
gint64
rc_team_row_get_member (RcTeamRow *self)
{
  g_return_val_if_fail (RC_IS_TEAM_ROW (self), 0);

  return self->member_id;
}
