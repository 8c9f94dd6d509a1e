/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-team-page"

#include "rc-team-page.h"

#include "rc-action-reason.h"
#include "rc-format.h"
#include "rc-pane-header.h"
#include "rc-team-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * RcTeamPage:
 *
 * The reseller's team (TM-1): who is in it, who is invited, and what can be done about whom, by the primary admin alone
 * (TM-3). What is done are actions of the window around.
 */

struct _RcTeamPage
{
  GtkWidget parent_instance;

  GtkWidget *box; /* template children */
  GtkWidget *header;
  GtkWidget *back_button;
  GtkWidget *invite_button;
  AdwWindowTitle *title;
  GtkListBox *list;

  RcWorkspace *workspace; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcTeamPage, rc_team_page, GTK_TYPE_WIDGET)

static gboolean
is_in_team (const RcMemberRecord *member)
{
  return member->status != RC_MEMBER_STATUS_REMOVED;
}

static gboolean
is_active_admin (const RcMemberRecord *member)
{
  return member->status == RC_MEMBER_STATUS_ACTIVE && member->role == RC_ROLE_PRIMARY_ADMIN;
}

static guint
count_members (RcTeamPage *self, gboolean (*counts) (const RcMemberRecord *member))
{
  GListModel *members = rc_workspace_get_members (self->workspace);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);

      if (counts (rc_member_get_record (member)))
        n++;
    }
  return n;
}

/* TM-3 */
static const char *
get_admin_reason (RcTeamPage *self)
{
  return rc_workspace_get_refusal (self->workspace, RC_ROLE_PRIMARY_ADMIN);
}

/* TM-1 */
static const char *
get_change_reason (RcTeamPage *self, const RcMemberRecord *member, guint n_admins)
{
  const char *reason = get_admin_reason (self);

  if (reason == NULL && is_active_admin (member) && n_admins == 1)
    reason = _ ("The only primary admin. Make another member a primary admin first.");
  return reason;
}

static void
add_row (RcTeamPage *self, RcMember *member, guint n_admins)
{
  const RcMemberRecord *record = rc_member_get_record (member);
  const char *reason = get_change_reason (self, record, n_admins);
  gboolean is_me = record->id == rc_workspace_get_me (self->workspace);

  gtk_list_box_append (self->list,
                       GTK_WIDGET (rc_team_row_new (member, is_me, reason, reason, get_admin_reason (self))));
}

static void
fill (RcTeamPage *self)
{
  GListModel *members = rc_workspace_get_members (self->workspace);
  guint n_admins = count_members (self, is_active_admin);
  guint n_members = count_members (self, is_in_team);
  g_autofree char *number = rc_format_number (n_members);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%s member", "%s members", n_members), number);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (RcMember) member = g_list_model_get_item (members, i);

      if (is_in_team (rc_member_get_record (member)))
        add_row (self, member, n_admins);
    }
  adw_window_title_set_subtitle (self->title, subtitle);
  rc_action_reason_show (self->invite_button, get_admin_reason (self));
}

static void
rc_team_page_dispose (GObject *object)
{
  RcTeamPage *self = RC_TEAM_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (rc_team_page_parent_class)->dispose (object);
}

static void
rc_team_page_class_init (RcTeamPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_team_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-team-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RcTeamPage, box);
  gtk_widget_class_bind_template_child (widget_class, RcTeamPage, header);
  gtk_widget_class_bind_template_child (widget_class, RcTeamPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, RcTeamPage, invite_button);
  gtk_widget_class_bind_template_child (widget_class, RcTeamPage, title);
  gtk_widget_class_bind_template_child (widget_class, RcTeamPage, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rc_team_page_init (RcTeamPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rc_pane_header_follow (self->header, self->back_button, RC_PANE_LIST);
}

/**
 * rc_team_page_set_workspace:
 * @workspace: whose team to show; set once
 */
void
rc_team_page_set_workspace (RcTeamPage *self, RcWorkspace *workspace)
{
  g_return_if_fail (RC_IS_TEAM_PAGE (self) && self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (rc_workspace_get_members (workspace), "items-changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::me", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::obstacle", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
