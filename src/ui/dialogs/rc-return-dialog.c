/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-return-dialog"

#include "rc-return-dialog.h"
#include "rc-actions.h"
#include "rc-format.h"
#include "rc-quantity-row.h"
#include "rc-request-return.h"
#include "rc-return.h"
#include <glib/gi18n-lib.h>

/**
 * RcReturnDialog:
 *
 * Requests returns of what was ordered in the last days (OR-4): a group an order, a row a line, with how many of it can go and
 * why no more. A command a line; what went through is not sent again where a later one is refused.
 */

struct _RcReturnDialog
{
  RcCommandDialog parent_instance;

  GtkBox *orders; /* (borrowed) template child */

  gint64 order_id; /* 0: all that can be returned */
  GPtrArray *rows; /* (owned) of RcQuantityRow (borrowed) */
  GArray *line_ids; /* (owned) of gint64, as the rows */
  guint running; /* the row whose command runs */
};

G_DEFINE_FINAL_TYPE (RcReturnDialog, rc_return_dialog, RC_TYPE_COMMAND_DIALOG)

static char *
describe_line (const RcLineRecord *line, int most, const char *reason)
{
  g_autofree char *most_text = rc_format_number (most);
  g_autofree char *ordered = rc_format_number (line->quantity);

  if (reason != NULL)
    return g_strdup (reason);
  if (most < line->quantity)
    /* Translators: how many licenses can be returned, and how many were ordered */
    return g_strdup_printf (_ ("of %s that can be returned (%s ordered)"), most_text, ordered);
  return g_strdup_printf (ngettext ("of %s license", "of %s licenses", (gulong) most), most_text);
}

static void
add_line (RcReturnDialog *self, AdwPreferencesGroup *group, const RcOrderRecord *order,
          const RcLineRecord *line, const RcActionContext *context)
{
  const RcMembershipRecord *membership = rc_command_dialog_get_membership (RC_COMMAND_DIALOG (self));
  int most = rc_return_count_returnable (membership, order, line, context);
  g_autofree char *remark =
      describe_line (line, most, rc_return_get_reason (membership, order, line, context));
  GtkWidget *row = rc_quantity_row_new (line->product_name, remark);

  rc_quantity_row_set_range (RC_QUANTITY_ROW (row), 0, most, 0);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_array_append_val (self->line_ids, line->id);
}

static void
add_order (RcReturnDialog *self, const RcOrderRecord *order, const RcActionContext *context)
{
  GtkWidget *group = adw_preferences_group_new ();
  RcDate last = rc_return_last_day (order->date, context->policy);
  int left = rc_date_days_until (context->today, last);
  g_autofree char *title = g_markup_escape_text (order->number, -1);
  g_autofree char *date = rc_format_date_long (last);
  g_autofree char *days =
      left == 0 ? g_strdup (_ ("A return can be requested until today."))
                : g_strdup_printf (ngettext ("A return can be requested for %d more day, until %s.",
                                             "A return can be requested for %d more days, until %s.",
                                             (gulong) left),
                                   left, date);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), days);
  for (guint i = 0; i < order->lines->len; i++)
    add_line (self, ADW_PREFERENCES_GROUP (group), order, order->lines->pdata[i], context);
  gtk_box_append (self->orders, group);
}

static void
rc_return_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcReturnDialog *self = RC_RETURN_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  RcActionContext context = { rc_workspace_get_today (workspace), rc_workspace_get_policy (workspace),
                              rc_workspace_get_my_role (workspace) };
  const char *reason = rc_action_get_reason (RC_ACTION_REQUEST_RETURN, membership, &context);

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  for (guint i = 0; i < membership->orders->len; i++)
    {
      const RcOrderRecord *order = membership->orders->pdata[i];

      if ((self->order_id == 0 || order->id == self->order_id) && order->term == membership->customer->term
          && context.today >= order->date
          && context.today <= rc_return_last_day (order->date, context.policy))
        add_order (self, order, &context);
    }
  if (reason != NULL)
    rc_command_dialog_show_problem (dialog, reason);
}

/* The first row with licences to return, or how many rows there are. */
static guint
find_row (RcReturnDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (rc_quantity_row_get_quantity (self->rows->pdata[i]) > 0)
      return i;
  return self->rows->len;
}

static RcCommand *
rc_return_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcReturnDialog *self = RC_RETURN_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);

  for (guint i = 0; i < self->rows->len; i++)
    if (!rc_quantity_row_check (self->rows->pdata[i]))
      return NULL;
  self->running = find_row (self);
  if (self->running == self->rows->len)
    {
      rc_command_dialog_show_error (dialog, _ ("Enter how many licenses are to be returned."));
      return NULL;
    }
  return rc_request_return_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                g_array_index (self->line_ids, gint64, self->running),
                                rc_quantity_row_get_quantity (self->rows->pdata[self->running]));
}

/* Asked after each command that was run. */
static gboolean
rc_return_dialog_wants_more (RcCommandDialog *dialog)
{
  RcReturnDialog *self = RC_RETURN_DIALOG (dialog);

  rc_quantity_row_set_range (self->rows->pdata[self->running], 0, 0, 0);
  rc_quantity_row_set_remark (self->rows->pdata[self->running], _ ("The return is requested."));
  return find_row (self) < self->rows->len;
}

static gboolean
rc_return_dialog_is_modified (RcCommandDialog *dialog)
{
  RcReturnDialog *self = RC_RETURN_DIALOG (dialog);

  for (guint i = 0; i < self->rows->len; i++)
    if (rc_quantity_row_get_quantity (self->rows->pdata[i]) != 0)
      return TRUE;
  return FALSE;
}

static void
rc_return_dialog_finalize (GObject *object)
{
  RcReturnDialog *self = RC_RETURN_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->line_ids);
  G_OBJECT_CLASS (rc_return_dialog_parent_class)->finalize (object);
}

static void
rc_return_dialog_class_init (RcReturnDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_return_dialog_finalize;
  dialog_class->show_membership = rc_return_dialog_show_membership;
  dialog_class->create_command = rc_return_dialog_create_command;
  dialog_class->wants_more = rc_return_dialog_wants_more;
  dialog_class->is_modified = rc_return_dialog_is_modified;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/resellerconsole/ResellerConsole/ui/rc-return-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcReturnDialog, orders);
}

static void
rc_return_dialog_init (RcReturnDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->line_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_return_dialog_new:
 * @workspace: a workspace
 * @customer_id: whose licences
 *
 * Returns: (transfer none): a dialog that requests returns
 */
GtkWindow *
rc_return_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_RETURN_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
}

/**
 * rc_return_dialog_set_order:
 * @self: a dialog that has not read the customer yet
 * @order_id: the only order to show; 0: all whose days have not passed
 */
void
rc_return_dialog_set_order (RcReturnDialog *self, gint64 order_id)
{
  g_return_if_fail (RC_IS_RETURN_DIALOG (self) && self->rows->len == 0);
  self->order_id = order_id;
}
