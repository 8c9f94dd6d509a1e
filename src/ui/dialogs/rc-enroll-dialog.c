/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-enroll-dialog"

#include "rc-enroll-dialog.h"
#include "rc-actions.h"
#include "rc-enroll-commitment.h"
#include "rc-format.h"
#include "rc-purchase-words.h"
#include "rc-quantity-row.h"
#include "rc-value-row.h"
#include <glib/gi18n-lib.h>

/**
 * RcEnrollDialog:
 *
 * Enrolls a customer in a 3-year commit (VS-2), and says before what it means: what cannot be gone below, and until when.
 */

struct _RcEnrollDialog
{
  RcCommandDialog parent_instance;

  AdwPreferencesGroup *group; /* (borrowed) template child */
  RcValueRow *level_row; /* (borrowed) template child */
  RcValueRow *ends_row; /* (borrowed) template child */

  RcQuantityRow *quantity_row; /* (borrowed) */
  int proposed;
};

G_DEFINE_FINAL_TYPE (RcEnrollDialog, rc_enroll_dialog, RC_TYPE_COMMAND_DIALOG)

static void
show_quantity (RcEnrollDialog *self, const RcMembershipRecord *membership, const RcPolicy *policy)
{
  int most = rc_membership_record_count_committable (membership);
  g_autofree char *from = rc_format_number (policy->commitment_min_quantity);
  g_autofree char *to = rc_format_number (most);
  /* Translators: the fewest and the most licenses that can be committed to */
  g_autofree char *remark = g_strdup_printf (_ ("from %s to %s licenses"), from, to);

  self->proposed = CLAMP (membership->bought, policy->commitment_min_quantity, most);
  self->quantity_row = RC_QUANTITY_ROW (rc_quantity_row_new (_ ("Committed licenses"), remark));
  rc_quantity_row_set_range (self->quantity_row, policy->commitment_min_quantity, most, self->proposed);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->quantity_row));
}

static void
rc_enroll_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcEnrollDialog *self = RC_ENROLL_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  RcActionContext context = { rc_workspace_get_today (workspace), rc_workspace_get_policy (workspace),
                              rc_workspace_get_my_role (workspace) };
  const char *reason = rc_action_get_reason (RC_ACTION_ENROLL_COMMITMENT, membership, &context);
  g_autofree char *level = rc_purchase_words_vip_select (membership->bought, context.policy);
  g_autofree char *ends = rc_format_date_long (rc_enroll_commitment_get_end (context.today));

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  g_object_set (self->level_row, "value", level, NULL);
  g_object_set (self->ends_row, "value", ends, NULL);
  if (reason != NULL)
    rc_command_dialog_show_problem (dialog, reason);
  else
    show_quantity (self, membership, context.policy);
}

static RcCommand *
rc_enroll_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcEnrollDialog *self = RC_ENROLL_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  if (self->quantity_row == NULL || !rc_quantity_row_check (self->quantity_row))
    return NULL;
  return rc_enroll_commitment_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                   rc_command_dialog_get_customer_id (dialog),
                                   rc_quantity_row_get_quantity (self->quantity_row));
}

static gboolean
rc_enroll_dialog_is_modified (RcCommandDialog *dialog)
{
  RcEnrollDialog *self = RC_ENROLL_DIALOG (dialog);

  return self->quantity_row != NULL && rc_quantity_row_get_quantity (self->quantity_row) != self->proposed;
}

static void
rc_enroll_dialog_class_init (RcEnrollDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dialog_class->show_membership = rc_enroll_dialog_show_membership;
  dialog_class->create_command = rc_enroll_dialog_create_command;
  dialog_class->is_modified = rc_enroll_dialog_is_modified;
  g_type_ensure (RC_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-enroll-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcEnrollDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RcEnrollDialog, level_row);
  gtk_widget_class_bind_template_child (widget_class, RcEnrollDialog, ends_row);
}

static void
rc_enroll_dialog_init (RcEnrollDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_enroll_dialog_new:
 * @workspace: a workspace
 * @customer_id: a customer that has reached VIP Select
 *
 * Returns: (transfer none): a dialog that enrolls it in a 3-year commit
 */
GtkWindow *
rc_enroll_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_ENROLL_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
}
