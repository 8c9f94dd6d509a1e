/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-remove-dialog"

#include "rc-remove-dialog.h"
#include "rc-format.h"
#include "rc-remove-customers.h"
#include <glib/gi18n-lib.h>

/**
 * RcRemoveDialog:
 *
 * Asks before customers are removed (CU-9): all of them or, where the rule refuses one, none.
 */

struct _RcRemoveDialog
{
  RcCommandDialog parent_instance;

  GtkLabel *heading; /* (borrowed) template child */

  GArray *customer_ids; /* (owned) of gint64 */
};

G_DEFINE_FINAL_TYPE (RcRemoveDialog, rc_remove_dialog, RC_TYPE_COMMAND_DIALOG)

static void
rc_remove_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  /* Translators: %s is a customer's name */
  g_autofree char *heading = g_strdup_printf (_ ("Remove %s?"), membership->customer->name);

  gtk_label_set_label (RC_REMOVE_DIALOG (dialog)->heading, heading);
}

static void
show_many (RcRemoveDialog *self)
{
  g_autofree char *number = rc_format_number (self->customer_ids->len);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Remove %s customer?", "Remove %s customers?", self->customer_ids->len), number);

  gtk_label_set_label (self->heading, heading);
}

static RcCommand *
rc_remove_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  return rc_remove_customers_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                  RC_REMOVE_DIALOG (dialog)->customer_ids);
}

static void
rc_remove_dialog_finalize (GObject *object)
{
  g_clear_pointer (&RC_REMOVE_DIALOG (object)->customer_ids, g_array_unref);
  G_OBJECT_CLASS (rc_remove_dialog_parent_class)->finalize (object);
}

static void
rc_remove_dialog_class_init (RcRemoveDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_remove_dialog_finalize;
  dialog_class->show_membership = rc_remove_dialog_show_membership;
  dialog_class->create_command = rc_remove_dialog_create_command;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-remove-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcRemoveDialog, heading);
}

static void
rc_remove_dialog_init (RcRemoveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_remove_dialog_new:
 * @workspace: a workspace
 * @customer_ids: of gint64, at least one
 *
 * Returns: (transfer none): a question whose answer removes them
 */
GtkWindow *
rc_remove_dialog_new (RcWorkspace *workspace, GArray *customer_ids)
{
  RcRemoveDialog *self;
  gint64 only;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_ids != NULL && customer_ids->len > 0, NULL);
  only = customer_ids->len == 1 ? g_array_index (customer_ids, gint64, 0) : 0;
  self = g_object_new (RC_TYPE_REMOVE_DIALOG, "workspace", workspace, "customer-id", only, NULL);
  self->customer_ids = g_array_copy (customer_ids);
  if (only == 0)
    show_many (self);
  return GTK_WINDOW (self);
}
