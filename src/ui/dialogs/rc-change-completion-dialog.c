/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-change-completion-dialog"

#include "rc-change-completion-dialog.h"
#include "rc-complete-reseller-change.h"
#include "rc-date-row.h"
#include "rc-enum-types.h"
#include "rc-field-row.h"
#include "rc-reseller-code.h"
#include "rc-time-zone.h"
#include <glib/gi18n-lib.h>

/**
 * RcChangeCompletionDialog:
 *
 * Records that a customer has changed to this reseller (CH-4): its data, then when it changed, its anniversary date and the
 * licences that it holds.
 */

struct _RcChangeCompletionDialog
{
  RcCommandDialog parent_instance;

  GtkStack *steps; /* (borrowed) template child */
  RcCustomerForm *form; /* (borrowed) template child */
  RcDateRow *completed_row; /* (borrowed) template child */
  RcDateRow *anniversary_row; /* (borrowed) template child */
  RcFieldRow *code_row; /* (borrowed) template child */
  AdwBin *products_bin; /* (borrowed) template child */

  RcProductGroup
      *products; /* (borrowed) (nullable) in @products_bin, for the segment and type that were chosen */
  char *products_for; /* (owned) (nullable) which segment and type they are of */
  gint64 id;
  RcCustomerData *known; /* (owned) what the form began with */
};

G_DEFINE_FINAL_TYPE (RcChangeCompletionDialog, rc_change_completion_dialog, RC_TYPE_COMMAND_DIALOG)

static gboolean
is_at (RcChangeCompletionDialog *self, const char *step)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->steps), step);
}

static void
go_to (RcChangeCompletionDialog *self, const char *step)
{
  gboolean first = g_str_equal (step, "form");
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self->steps), GTK_TYPE_SCROLLED_WINDOW);

  gtk_stack_set_visible_child_name (self->steps, step);
  g_object_set (self, "run-label", first ? _ ("_Next") : _ ("_Record change"), "cancel-label",
                first ? _ ("_Cancel") : _ ("_Back"), NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view)), 0);
  rc_command_dialog_focus_first (RC_COMMAND_DIALOG (self));
}

/* The products to choose from follow the segment and the type (PR-3). */
static void
set_up_products (RcChangeCompletionDialog *self)
{
  g_autoptr (RcCustomerData) data = rc_customer_form_get_data (self->form);
  const char *segment = rc_customer_data_get (data, RC_CUSTOMER_FIELD_SEGMENT);
  const char *type = rc_customer_data_get (data, RC_CUSTOMER_FIELD_OFFER_TYPE);
  g_autofree char *products_for = g_strjoin (" ", segment, type, NULL);
  RcCustomerRecord customer = { 0 };
  int value;

  if (g_strcmp0 (self->products_for, products_for) == 0)
    return;
  g_free (self->products_for);
  self->products_for = g_steal_pointer (&products_for);
  if (rc_enum_from_nick (RC_TYPE_SEGMENT, segment, &value))
    customer.segment = (RcSegment) value;
  if (rc_enum_from_nick (RC_TYPE_OFFER_TYPE, type, &value))
    customer.offer_type = (RcOfferType) value;
  self->products = g_object_new (RC_TYPE_PRODUCT_GROUP, NULL);
  rc_product_group_set_up_held (self->products, rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self)),
                                &customer);
  adw_bin_set_child (self->products_bin, GTK_WIDGET (self->products));
}

static gboolean
rc_change_completion_dialog_advance (RcCommandDialog *dialog)
{
  RcChangeCompletionDialog *self = RC_CHANGE_COMPLETION_DIALOG (dialog);

  if (!is_at (self, "form"))
    return FALSE;
  if (rc_customer_form_check (self->form))
    {
      set_up_products (self);
      go_to (self, "term");
    }
  return TRUE;
}

static gboolean
rc_change_completion_dialog_go_back (RcCommandDialog *dialog)
{
  RcChangeCompletionDialog *self = RC_CHANGE_COMPLETION_DIALOG (dialog);

  if (is_at (self, "form"))
    return FALSE;
  go_to (self, "form");
  return TRUE;
}

/* Who has no licenses may have no date yet. */
static gboolean
check_anniversary (RcChangeCompletionDialog *self)
{
  return !rc_product_group_is_modified (self->products) || rc_date_row_check (self->anniversary_row);
}

static gboolean
check_code (RcChangeCompletionDialog *self)
{
  const char *typed = rc_field_row_get_value (self->code_row);
  g_autofree char *code = rc_reseller_code_normalize (typed);
  gboolean is_right = *typed == '\0' || code != NULL;

  rc_field_row_set_error (
      self->code_row,
      is_right ? NULL : _ ("A code has 10 letters and digits. Leave it empty if you were not told it."));
  if (!is_right)
    rc_field_row_focus (self->code_row);
  return is_right;
}

static void
on_code_changed (RcChangeCompletionDialog *self)
{
  rc_field_row_set_error (self->code_row, NULL);
}

static RcCommand *
rc_change_completion_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcChangeCompletionDialog *self = RC_CHANGE_COMPLETION_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  const char *code = rc_field_row_get_value (self->code_row);
  g_autoptr (RcCustomerData) typed = rc_customer_form_get_data (self->form);
  g_autoptr (RcCustomerData) data = rc_customer_data_normalize (typed);
  g_autoptr (GPtrArray) lines = NULL;

  if (!rc_date_row_check (self->completed_row) || !check_anniversary (self) || !check_code (self)
      || (rc_product_group_is_modified (self->products) && !rc_product_group_check (self->products)))
    return NULL;
  lines = rc_product_group_get_lines (self->products);
  return rc_complete_reseller_change_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                          self->id, rc_date_row_get_date (self->completed_row), data,
                                          rc_date_row_get_date (self->anniversary_row), lines,
                                          *code != '\0' ? code : NULL);
}

static gboolean
rc_change_completion_dialog_is_modified (RcCommandDialog *dialog)
{
  RcChangeCompletionDialog *self = RC_CHANGE_COMPLETION_DIALOG (dialog);
  g_autoptr (RcCustomerData) data = rc_customer_form_get_data (self->form);

  for (int field = 0; field < RC_N_FORM_FIELDS; field++)
    if (!g_str_equal (rc_customer_data_get (data, (RcCustomerField) field),
                      rc_customer_data_get (self->known, (RcCustomerField) field)))
      return TRUE;
  return FALSE;
}

static void
rc_change_completion_dialog_finalize (GObject *object)
{
  RcChangeCompletionDialog *self = RC_CHANGE_COMPLETION_DIALOG (object);

  g_free (self->products_for);
  g_clear_pointer (&self->known, rc_customer_data_free);
  G_OBJECT_CLASS (rc_change_completion_dialog_parent_class)->finalize (object);
}

static void
rc_change_completion_dialog_class_init (RcChangeCompletionDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_change_completion_dialog_finalize;
  dialog_class->advance = rc_change_completion_dialog_advance;
  dialog_class->go_back = rc_change_completion_dialog_go_back;
  dialog_class->create_command = rc_change_completion_dialog_create_command;
  dialog_class->is_modified = rc_change_completion_dialog_is_modified;
  g_type_ensure (RC_TYPE_CUSTOMER_FORM);
  g_type_ensure (RC_TYPE_DATE_ROW);
  g_type_ensure (RC_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-change-completion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RcChangeCompletionDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, RcChangeCompletionDialog, form);
  gtk_widget_class_bind_template_child (widget_class, RcChangeCompletionDialog, completed_row);
  gtk_widget_class_bind_template_child (widget_class, RcChangeCompletionDialog, anniversary_row);
  gtk_widget_class_bind_template_child (widget_class, RcChangeCompletionDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, RcChangeCompletionDialog, products_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_code_changed);
}

static void
rc_change_completion_dialog_init (RcChangeCompletionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_ranges (RcChangeCompletionDialog *self, RcWorkspace *workspace, const RcResellerChangeRecord *change)
{
  g_autoptr (GTimeZone) zone = rc_time_zone_find (rc_workspace_get_time_zone (workspace));
  const RcPolicy *policy = rc_workspace_get_policy (workspace);
  RcDate today = rc_workspace_get_today (workspace);
  RcDate expires = rc_time_zone_get_date (zone, change->expires_at);
  int months = 0;

  for (int segment = RC_SEGMENT_COMMERCIAL; segment <= RC_SEGMENT_EDUCATION; segment++)
    months = MAX (months, policy->extended_max_months[segment]);
  rc_date_row_set_range (self->completed_row, rc_time_zone_get_date (zone, change->requested_at),
                         MIN (today, expires));
  rc_date_row_set_date (self->completed_row, MIN (today, expires));
  rc_date_row_set_range (self->anniversary_row, rc_date_add_days (today, -policy->window_after_days),
                         rc_date_add_months (today, months, 0));
}

/**
 * rc_change_completion_dialog_new:
 * @workspace: a workspace
 * @change: a change of reseller that is not completed
 *
 * Returns: (transfer none): a dialog that records its completion
 */
GtkWindow *
rc_change_completion_dialog_new (RcWorkspace *workspace, const RcResellerChangeRecord *change)
{
  RcChangeCompletionDialog *self;

  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && change != NULL, NULL);
  self = g_object_new (RC_TYPE_CHANGE_COMPLETION_DIALOG, "workspace", workspace, "subtitle", change->vip_id,
                       NULL);
  self->id = change->id;
  rc_customer_form_set_up (self->form, workspace);
  rc_customer_form_set_without_date (self->form);
  rc_customer_form_set_field (self->form, RC_CUSTOMER_FIELD_EMAIL, change->admin_email);
  rc_customer_form_set_field (self->form, RC_CUSTOMER_FIELD_LANGUAGE, change->language);
  self->known = rc_customer_form_get_data (self->form);
  set_ranges (self, workspace, change);
  return GTK_WINDOW (self);
}

/**
 * rc_change_completion_dialog_get_form:
 * @self: a dialog
 *
 * Returns: (transfer none): the customer's data
 */
RcCustomerForm *
rc_change_completion_dialog_get_form (RcChangeCompletionDialog *self)
{
  g_return_val_if_fail (RC_IS_CHANGE_COMPLETION_DIALOG (self), NULL);
  return self->form;
}

/**
 * rc_change_completion_dialog_get_products:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the licences held; %NULL before the second step
 */
RcProductGroup *
rc_change_completion_dialog_get_products (RcChangeCompletionDialog *self)
{
  g_return_val_if_fail (RC_IS_CHANGE_COMPLETION_DIALOG (self), NULL);
  return self->products;
}
