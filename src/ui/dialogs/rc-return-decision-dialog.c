/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-return-decision-dialog"

#include "rc-return-decision-dialog.h"
#include "rc-actions.h"
#include "rc-approve-return.h"
#include "rc-field-row.h"
#include "rc-format.h"
#include "rc-reject-return.h"
#include "rc-text.h"
#include <glib/gi18n-lib.h>

/**
 * RcReturnDecisionDialog:
 *
 * Records what became of the returns that were requested (OR-4): a row each, left open, approved or rejected. What cannot be
 * approved says why.
 */

typedef enum
{
  CHOICE_OPEN,
  CHOICE_APPROVED,
  CHOICE_REJECTED
} Choice;

typedef struct
{
  gint64 id; /* of the return */
  GtkWidget *widget; /* (borrowed) */
  GtkToggleButton *buttons[CHOICE_REJECTED + 1]; /* (borrowed) by Choice; one is on */
} Row;

struct _RcReturnDecisionDialog
{
  RcCommandDialog parent_instance;

  AdwPreferencesGroup *returns; /* (borrowed) template child */
  RcFieldRow *reason_row; /* (borrowed) template child */

  gint64 chosen_id; /* the return that one came to decide; 0: any */
  Choice choice; /* what was chosen for it */
  GPtrArray *rows; /* (owned) of Row */
  guint running; /* the row whose command runs */
};

G_DEFINE_FINAL_TYPE (RcReturnDecisionDialog, rc_return_decision_dialog, RC_TYPE_COMMAND_DIALOG)

static Choice
get_choice (RcReturnDecisionDialog *self, guint row)
{
  const Row *item = self->rows->pdata[row];

  if (gtk_toggle_button_get_active (item->buttons[CHOICE_APPROVED]))
    return CHOICE_APPROVED;
  return gtk_toggle_button_get_active (item->buttons[CHOICE_REJECTED]) ? CHOICE_REJECTED : CHOICE_OPEN;
}

static gboolean
is_rejecting (RcReturnDecisionDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_choice (self, i) == CHOICE_REJECTED)
      return TRUE;
  return FALSE;
}

static void
on_choice (RcReturnDecisionDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), is_rejecting (self));
  rc_command_dialog_show_error (RC_COMMAND_DIALOG (self), NULL);
}

static char *
describe_return (const RcReturnRecord *record, const char *reason)
{
  g_autofree char *date = rc_format_date_long (record->requested_on);

  if (reason != NULL)
    /* Translators: an order's number, a date, and why a return cannot be approved now */
    return g_strdup_printf (_ ("Order %s, requested on %s. It cannot be approved: %s"), record->order_number,
                            date, reason);
  /* Translators: an order's number and a date */
  return g_strdup_printf (_ ("Order %s, requested on %s"), record->order_number, date);
}

static GtkWidget *
create_buttons (RcReturnDecisionDialog *self, Row *row)
{
  const char *const words[] = { C_ ("return", "Open"), C_ ("return", "Approved"), C_ ("return", "Rejected") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      row->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (words[i]));
      if (i > 0)
        gtk_toggle_button_set_group (row->buttons[i], row->buttons[0]);
      g_signal_connect_object (row->buttons[i], "toggled", G_CALLBACK (on_choice), self, G_CONNECT_SWAPPED);
      gtk_widget_set_hexpand (GTK_WIDGET (row->buttons[i]), TRUE);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->buttons[i]));
    }
  return box;
}

static GtkWidget *
create_control (RcReturnDecisionDialog *self, Row *row, const char *subtitle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (subtitle);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_buttons (self, row));
  return box;
}

static void
add_return (RcReturnDecisionDialog *self, const RcMembershipRecord *membership, const RcReturnRecord *record,
            const RcActionContext *context)
{
  const char *reason = rc_return_get_decision_reason (membership, record, context);
  g_autofree char *number = rc_format_number (record->quantity);
  g_autofree char *title = g_strdup_printf (_ ("%s × %s"), number, record->product_name);
  g_autofree char *subtitle = describe_return (record, reason);
  Row *row = g_new0 (Row, 1);

  g_ptr_array_add (self->rows, row);
  row->id = record->id;
  row->widget = g_object_new (RC_TYPE_FIELD_ROW, "use-underline", FALSE, "title", title, "control",
                              create_control (self, row, subtitle), NULL);
  adw_preferences_group_add (self->returns, row->widget);
  gtk_widget_set_sensitive (GTK_WIDGET (row->buttons[CHOICE_APPROVED]), reason == NULL);
  gtk_toggle_button_set_active (row->buttons[record->id == self->chosen_id ? self->choice : CHOICE_OPEN],
                                TRUE);
}

static void
rc_return_decision_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcReturnDecisionDialog *self = RC_RETURN_DECISION_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  RcActionContext context = { rc_workspace_get_today (workspace), rc_workspace_get_policy (workspace),
                              rc_workspace_get_my_role (workspace) };
  const char *reason = rc_action_get_reason (RC_ACTION_DECIDE_RETURN, membership, &context);

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  for (guint i = 0; i < membership->returns->len; i++)
    {
      const RcReturnRecord *record = membership->returns->pdata[i];

      if (record->status == RC_RETURN_STATUS_REQUESTED)
        add_return (self, membership, record, &context);
    }
  if (reason != NULL)
    rc_command_dialog_show_problem (dialog, reason);
}

/* The first row that is decided, or how many rows there are. */
static guint
find_row (RcReturnDecisionDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_choice (self, i) != CHOICE_OPEN)
      return i;
  return self->rows->len;
}

static RcCommand *
rc_return_decision_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcReturnDecisionDialog *self = RC_RETURN_DECISION_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autofree char *reason = rc_text_trim (rc_field_row_get_value (self->reason_row));
  gint64 me = rc_workspace_get_me (workspace);
  RcDate today = rc_workspace_get_today (workspace);
  gint64 id;

  self->running = find_row (self);
  if (self->running == self->rows->len)
    {
      rc_command_dialog_show_error (dialog, _ ("Choose what became of at least one return."));
      return NULL;
    }
  id = ((Row *) self->rows->pdata[self->running])->id;
  return get_choice (self, self->running) == CHOICE_APPROVED ? rc_approve_return_new (me, today, id)
                                                             : rc_reject_return_new (me, today, id, reason);
}

/* Asked after each command that was run. */
static gboolean
rc_return_decision_dialog_wants_more (RcCommandDialog *dialog)
{
  RcReturnDecisionDialog *self = RC_RETURN_DECISION_DIALOG (dialog);
  Row *row = self->rows->pdata[self->running];

  gtk_widget_set_sensitive (row->widget, FALSE);
  gtk_toggle_button_set_active (row->buttons[CHOICE_OPEN], TRUE);
  return find_row (self) < self->rows->len;
}

static gboolean
rc_return_decision_dialog_is_modified (RcCommandDialog *dialog)
{
  RcReturnDecisionDialog *self = RC_RETURN_DECISION_DIALOG (dialog);

  return find_row (self) < self->rows->len;
}

static void
rc_return_decision_dialog_finalize (GObject *object)
{
  RcReturnDecisionDialog *self = RC_RETURN_DECISION_DIALOG (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (rc_return_decision_dialog_parent_class)->finalize (object);
}

static void
rc_return_decision_dialog_class_init (RcReturnDecisionDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_return_decision_dialog_finalize;
  dialog_class->show_membership = rc_return_decision_dialog_show_membership;
  dialog_class->create_command = rc_return_decision_dialog_create_command;
  dialog_class->wants_more = rc_return_decision_dialog_wants_more;
  dialog_class->is_modified = rc_return_decision_dialog_is_modified;
  g_type_ensure (RC_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-return-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcReturnDecisionDialog, returns);
  gtk_widget_class_bind_template_child (widget_class, RcReturnDecisionDialog, reason_row);
}

static void
rc_return_decision_dialog_init (RcReturnDecisionDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_return_decision_dialog_new:
 * @workspace: a workspace
 * @customer_id: whose returns
 *
 * Returns: (transfer none): a dialog that records what became of the returns that wait
 */
GtkWindow *
rc_return_decision_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_RETURN_DECISION_DIALOG, "workspace", workspace, "customer-id", customer_id,
                       NULL);
}

/**
 * rc_return_decision_dialog_choose:
 * @self: a dialog that has not read the customer yet
 * @return_id: a return that waits
 * @approved: whether it was approved; else it was rejected
 *
 * Begins with this choice made.
 */
void
rc_return_decision_dialog_choose (RcReturnDecisionDialog *self, gint64 return_id, gboolean approved)
{
  g_return_if_fail (RC_IS_RETURN_DECISION_DIALOG (self) && self->rows->len == 0);
  self->chosen_id = return_id;
  self->choice = approved ? CHOICE_APPROVED : CHOICE_REJECTED;
}
