/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-why-popover"

#include "rc-why-popover.h"

#include "rc-action-help.h"
#include "rc-help.h"
#include "rc-request-item.h"

#include <glib/gi18n-lib.h>

/**
 * RcWhyPopover:
 *
 * Lists every action that cannot be done with the customer in the pane, each with its reason and a link to the help. Which
 * ones these are, the membership says.
 */

struct _RcWhyPopover
{
  GtkPopover parent_instance;

  GtkBox *rows; /* (borrowed) template child */
  GtkWidget *nothing; /* (borrowed) template child */

  RcMembership *membership; /* (owned) (nullable) until set */
};

G_DEFINE_FINAL_TYPE (RcWhyPopover, rc_why_popover, GTK_TYPE_POPOVER)

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_row (RcWhyPopover *self, const char *title, const char *reason, const char *help)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = create_label ("heading");
  GtkWidget *text = create_label ("body");
  g_autofree char *markup = rc_help_make_link (reason, help);

  gtk_label_set_text (GTK_LABEL (heading), title);
  gtk_label_set_markup (GTK_LABEL (text), markup);
  rc_help_follow_links (GTK_LABEL (text));
  gtk_box_append (GTK_BOX (row), heading);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (self->rows, row);
}

static void
clear_rows (RcWhyPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

static void
add_actions (RcWhyPopover *self, RcRole role)
{
  for (int action = 0; action < RC_N_ACTIONS; action++)
    {
      const char *reason = rc_membership_get_reason (self->membership, action);

      if (reason != NULL && *reason != '\0')
        add_row (self, rc_action_get_title (action), reason,
                 rc_action_get_help (action, rc_membership_get_record (self->membership), role));
    }
}

static void
add_request_actions (RcWhyPopover *self, RcRole role, RcRequestItem *item)
{
  g_autofree char *number = NULL;

  g_object_get (item, "number", &number, NULL);
  for (int action = 0; action < RC_N_REQUEST_ACTIONS; action++)
    {
      const char *reason = rc_request_item_get_reason (item, action);
      g_autofree char *title = rc_request_action_get_title (action, number);

      if (reason != NULL && *reason != '\0')
        add_row (self, title, reason,
                 rc_request_action_get_help (action, rc_membership_get_record (self->membership), role));
    }
}

static void
fill (RcWhyPopover *self)
{
  g_autoptr (RcWorkspace) workspace = NULL;
  g_autoptr (GListModel) requests = NULL;
  RcRole role;

  clear_rows (self);
  if (self->membership == NULL || rc_membership_get_record (self->membership) == NULL)
    return;
  g_object_get (self->membership, "workspace", &workspace, "open-requests", &requests, NULL);
  role = rc_workspace_get_my_role (workspace);
  add_actions (self, role);
  for (guint i = 0; requests != NULL && i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (RcRequestItem) item = g_list_model_get_item (requests, i);

      add_request_actions (self, role, item);
    }
  gtk_widget_set_visible (self->nothing, gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL);
}

/* Before it is measured. */
static void
rc_why_popover_show (GtkWidget *widget)
{
  fill (RC_WHY_POPOVER (widget));
  GTK_WIDGET_CLASS (rc_why_popover_parent_class)->show (widget);
}

static void
rc_why_popover_dispose (GObject *object)
{
  g_clear_object (&RC_WHY_POPOVER (object)->membership);
  G_OBJECT_CLASS (rc_why_popover_parent_class)->dispose (object);
}

static void
rc_why_popover_class_init (RcWhyPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rc_why_popover_dispose;
  widget_class->show = rc_why_popover_show;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-why-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RcWhyPopover, rows);
  gtk_widget_class_bind_template_child (widget_class, RcWhyPopover, nothing);
}

static void
rc_why_popover_init (RcWhyPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_why_popover_set_membership:
 * @self: a popover
 * @membership: the customer; set once
 *
 * What cannot be done with the customer is found out each time that the popover opens.
 */
void
rc_why_popover_set_membership (RcWhyPopover *self, RcMembership *membership)
{
  g_return_if_fail (RC_IS_WHY_POPOVER (self) && RC_IS_MEMBERSHIP (membership) && self->membership == NULL);
  self->membership = g_object_ref (membership);
}
