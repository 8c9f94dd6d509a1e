/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-renewal-dialog"

#include "rc-renewal-dialog.h"
#include "rc-actions.h"
#include "rc-date-row.h"
#include "rc-format.h"
#include "rc-order-number-row.h"
#include "rc-product-line.h"
#include "rc-product.h"
#include "rc-question-dialog.h"
#include "rc-renew-membership.h"
#include "rc-renewal-outlook.h"
#include "rc-renewal-row.h"
#include "rc-request-state.h"
#include "rc-term-dates.h"
#include "rc-words.h"
#include <glib/gi18n-lib.h>

/**
 * RcRenewalDialog:
 *
 * Records a renewal order (RN-3): its number and date, each product that the customer holds with the quantity of the new
 * term, further products, and beneath what all of it brings. Past due purchase authorizations are named (RN-6). Before
 * users lose licences it asks (RN-4); what is below a 3-year commit is refused (RN-5).
 */

#define TERM 12 /* months */

struct _RcRenewalDialog
{
  RcCommandDialog parent_instance;

  GtkWidget *past_due_box; /* (borrowed) template child */
  GtkLabel *past_due_label; /* (borrowed) template child */
  RcOrderNumberRow *number_row; /* (borrowed) template child */
  RcDateRow *date_row; /* (borrowed) template child */
  GtkWidget *held_group; /* (borrowed) template child */
  GtkListBox *held; /* (borrowed) template child */
  RcProductGroup *additional; /* (borrowed) template child */
  RcRenewalOutlook *outlook; /* (borrowed) template child */
  GtkWidget *footer; /* (borrowed) template child */
  GtkLabel *summary_label; /* (borrowed) template child */

  GPtrArray *rows; /* (owned) of borrowed RcRenewalRow */
  RcRenewalPreview *preview; /* (owned) (nullable) of what is shown */
  gboolean loss_accepted;
};

G_DEFINE_FINAL_TYPE (RcRenewalDialog, rc_renewal_dialog, RC_TYPE_COMMAND_DIALOG)

/* (transfer none) (nullable) */
static RcProduct *
find_product (RcRenewalDialog *self, const char *code)
{
  GListModel *products =
      rc_workspace_get_products (rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self)));

  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      /* The catalogue keeps it. */
      g_autoptr (RcProduct) product = g_list_model_get_item (products, i);

      if (g_str_equal (rc_product_get_record (product)->code, code))
        return product;
    }
  return NULL;
}

static GArray *
get_items (RcRenewalDialog *self)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (RcRenewalLine));
  g_autoptr (GPtrArray) lines = rc_product_group_get_lines (self->additional);

  for (guint i = 0; i < self->rows->len; i++)
    {
      RcRenewalRow *row = g_ptr_array_index (self->rows, i);
      const RcLicenceRecord *licence = rc_renewal_row_get_licence (row);
      const RcRenewalLine item = { licence->licence_kind,
                                   { licence->ordered, licence->pending, licence->assigned },
                                   rc_renewal_row_get_quantity (row) };

      g_array_append_val (items, item);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const RcProductLine *line = g_ptr_array_index (lines, i);
      RcProduct *product = find_product (self, line->product_code);
      const RcRenewalLine item = { rc_product_get_record (product)->licence_kind, { 0 }, line->quantity };

      g_array_append_val (items, item);
    }
  return items;
}

/* RN-5: what has to be kept on the order's day; 0: nothing. */
static int
get_commitment (RcRenewalDialog *self, const RcMembershipRecord *membership)
{
  RcDate date = rc_date_row_get_date (self->date_row);

  if (date == RC_DATE_NONE)
    date = rc_workspace_get_today (rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self)));
  if (membership->commitment == NULL || !rc_commitment_record_is_running (membership->commitment, date))
    return 0;
  return membership->commitment->quantity;
}

/* What matters most of the outlook, where the rest of it is scrolled out of sight. */
static void
show_summary (RcRenewalDialog *self)
{
  g_autofree char *number = rc_format_number (self->preview->licences);
  g_autofree char *lost = rc_format_number (self->preview->lost);
  g_autofree char *text =
      /* Translators: a number of licences, and a VIP Select level */
      g_strdup_printf (ngettext ("%s license, VIP Select level %d", "%s licenses, VIP Select level %d",
                                 (gulong) self->preview->licences),
                       number, self->preview->select_level);
  g_autofree char *loss = g_strdup_printf (
      ngettext ("%s user loses the license.", "%s users lose their licenses.", (gulong) self->preview->lost),
      lost);
  g_autofree char *both = g_strdup_printf ("%s\n%s", text, loss);

  if (!self->preview->commitment_kept)
    gtk_label_set_label (self->summary_label, _ ("The order is below the quantity of the 3-year commit."));
  else
    gtk_label_set_label (self->summary_label, self->preview->lost > 0 ? both : text);
  if (self->preview->commitment_kept)
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary_label), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->summary_label), "error");
  gtk_widget_set_visible (self->footer, TRUE);
}

static void
update (RcRenewalDialog *self)
{
  RcCommandDialog *dialog = RC_COMMAND_DIALOG (self);
  const RcMembershipRecord *membership = rc_command_dialog_get_membership (dialog);
  const RcPolicy *policy = rc_workspace_get_policy (rc_command_dialog_get_workspace (dialog));
  g_autoptr (GArray) items = NULL;

  if (membership == NULL || membership->customer->anniversary_date == RC_DATE_NONE)
    return;
  items = get_items (self);
  self->loss_accepted = FALSE;
  g_clear_pointer (&self->preview, rc_renewal_preview_free);
  self->preview = rc_renewal_preview (
      (const RcRenewalLine *) items->data, items->len, membership->customer->anniversary_date,
      membership->customer->anniversary_anchor, get_commitment (self, membership), policy);
  for (guint i = 0; i < self->rows->len; i++)
    rc_renewal_row_show_change (g_ptr_array_index (self->rows, i),
                                &g_array_index (self->preview->changes, RcRenewalChange, i));
  rc_renewal_outlook_show (self->outlook, self->preview, policy);
  show_summary (self);
}

static void
show_past_due (RcRenewalDialog *self, const RcMembershipRecord *membership)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self));
  g_autoptr (GString) text = g_string_new (_ ("The orders of these requests are still owed. They do not "
                                              "hold up the renewal."));
  gboolean any = FALSE;

  for (guint i = 0; i < membership->purchase_authorizations->len; i++)
    {
      const RcPaRecord *pa = g_ptr_array_index (membership->purchase_authorizations, i);
      RcRequestState state = rc_request_state (pa->date, rc_workspace_get_today (workspace),
                                               rc_workspace_get_policy (workspace));
      g_autofree char *lines = NULL;

      if (pa->status != RC_PA_STATUS_OPEN || state < RC_REQUEST_STATE_OVERDUE)
        continue;
      any = TRUE;
      lines = rc_words_lines (pa->lines);
      g_string_append_c (text, '\n');
      /* Translators: a purchase authorization's number, its state ("Overdue") and its products */
      g_string_append_printf (text, _ ("%s, %s: %s"), pa->number, rc_words_request_state (state), lines);
    }
  gtk_label_set_label (self->past_due_label, text->str);
  gtk_widget_set_visible (self->past_due_box, any);
}

static void
show_products (RcRenewalDialog *self, const RcMembershipRecord *membership)
{
  RcWorkspace *workspace = rc_command_dialog_get_workspace (RC_COMMAND_DIALOG (self));
  const RcPolicy *policy = rc_workspace_get_policy (workspace);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) held = NULL;

  for (guint i = 0; i < membership->licences->len; i++)
    {
      const RcLicenceRecord *licence = g_ptr_array_index (membership->licences, i);
      RcProduct *product = find_product (self, licence->product_code);
      RcOfferType type = product != NULL ? rc_product_get_record (product)->offer_type : RC_OFFER_TYPE_TEAM;
      GtkWidget *row;

      if (licence->ordered + licence->pending == 0)
        continue;
      row = rc_renewal_row_new (licence, product, membership->customer->segment,
                                policy->largest_quantity[type]);
      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->held, row);
      g_ptr_array_add (self->rows, row);
      g_strv_builder_add (codes, licence->product_code);
    }
  held = g_strv_builder_end (codes);
  gtk_widget_set_visible (self->held_group, self->rows->len > 0);
  rc_product_group_set_up_additional (self->additional, workspace, membership->customer,
                                      (const char *const *) held);
  rc_product_group_set_months (self->additional, TERM);
}

static void
rc_renewal_dialog_show_membership (RcCommandDialog *dialog, const RcMembershipRecord *membership)
{
  RcRenewalDialog *self = RC_RENEWAL_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  const RcActionContext context = { rc_workspace_get_today (workspace), rc_workspace_get_policy (workspace),
                                    rc_workspace_get_my_role (workspace) };
  const char *reason = rc_action_get_reason (RC_ACTION_RENEW, membership, &context);
  RcTermDates dates;

  g_object_set (self, "subtitle", membership->customer->name, NULL);
  if (reason != NULL)
    {
      rc_command_dialog_show_problem (dialog, reason);
      return;
    }
  rc_term_dates (membership->customer->anniversary_date, context.policy, &dates);
  rc_renewal_outlook_set_membership (self->outlook, membership);
  show_past_due (self, membership);
  show_products (self, membership);
  /* An order that came in time can be recorded later. */
  rc_date_row_set_range (self->date_row, dates.opens_on, MIN (dates.closes_on, context.today));
  rc_date_row_set_date (self->date_row, MIN (dates.closes_on, context.today));
  update (self);
}

/* (transfer full): what the order has; lines that are left out are not in it */
static GPtrArray *
get_lines (RcRenewalDialog *self)
{
  g_autoptr (GPtrArray) additional = rc_product_group_get_lines (self->additional);
  GPtrArray *lines = rc_product_lines_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      RcRenewalRow *row = g_ptr_array_index (self->rows, i);
      int quantity = rc_renewal_row_get_quantity (row);

      if (quantity > 0)
        g_ptr_array_add (lines,
                         rc_product_line_new (rc_renewal_row_get_licence (row)->product_code, quantity));
    }
  for (guint i = 0; i < additional->len; i++)
    g_ptr_array_add (lines, rc_product_line_copy (g_ptr_array_index (additional, i)));
  return lines;
}

/* Each row that is wrong says so; the first one gets the keyboard. */
static gboolean
check_held (RcRenewalDialog *self)
{
  RcFieldRow *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      RcRenewalRow *row = g_ptr_array_index (self->rows, i);

      if (!rc_renewal_row_check (row) && first == NULL)
        first = RC_FIELD_ROW (row);
    }
  if (first != NULL)
    rc_field_row_focus (first);
  return first == NULL;
}

static gboolean
check (RcRenewalDialog *self)
{
  if (!rc_order_number_row_check (self->number_row) || !rc_date_row_check (self->date_row)
      || !check_held (self) || !rc_product_group_check (self->additional))
    return FALSE;
  update (self);
  if (self->preview->commitment_kept)
    return TRUE;
  /* The footer and the commitment's row say why. */
  gtk_widget_error_bell (GTK_WIDGET (self));
  if (self->rows->len > 0)
    rc_field_row_focus (g_ptr_array_index (self->rows, 0));
  return FALSE;
}

static void
on_loss_answered (RcRenewalDialog *self, gboolean confirmed)
{
  self->loss_accepted = confirmed;
  if (confirmed)
    gtk_widget_activate_action (GTK_WIDGET (self), "dialog.run", NULL);
}

/* RN-4: who loses how many. */
static char *
describe_losses (RcRenewalDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RcRenewalChange *change = &g_array_index (self->preview->changes, RcRenewalChange, i);
      g_autofree char *number = rc_format_number (change->lost);

      if (change->lost == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: how many users lose the licence of which product */
      g_string_append_printf (text, ngettext ("%s user of %s", "%s users of %s", (gulong) change->lost),
                              number,
                              rc_renewal_row_get_licence (g_ptr_array_index (self->rows, i))->product_name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
rc_renewal_dialog_advance (RcCommandDialog *dialog)
{
  RcRenewalDialog *self = RC_RENEWAL_DIALOG (dialog);
  gboolean loss_accepted = self->loss_accepted;
  g_autofree char *losses = NULL;
  GtkWindow *question;

  if (!check (self))
    return TRUE;
  if (self->preview->lost == 0 || loss_accepted)
    return FALSE;
  losses = describe_losses (self);
  question = rc_question_dialog_new (GTK_WINDOW (self), _ ("Users lose their licenses"), losses,
                                     _ ("_Keep editing"), _ ("_Renew with fewer"));
  g_signal_connect_object (question, "answered", G_CALLBACK (on_loss_answered), self, G_CONNECT_SWAPPED);
  gtk_window_present (question);
  return TRUE;
}

static RcCommand *
rc_renewal_dialog_create_command (RcCommandDialog *dialog, GError **error)
{
  RcRenewalDialog *self = RC_RENEWAL_DIALOG (dialog);
  RcWorkspace *workspace = rc_command_dialog_get_workspace (dialog);
  g_autofree char *number = rc_order_number_row_get_number (self->number_row);
  g_autoptr (GPtrArray) lines = get_lines (self);

  return rc_renew_membership_new (rc_workspace_get_me (workspace), rc_workspace_get_today (workspace),
                                  rc_command_dialog_get_customer_id (dialog), number,
                                  rc_date_row_get_date (self->date_row), lines);
}

static gboolean
rc_renewal_dialog_is_modified (RcCommandDialog *dialog)
{
  RcRenewalDialog *self = RC_RENEWAL_DIALOG (dialog);

  for (guint i = 0; i < self->rows->len; i++)
    if (rc_renewal_row_is_modified (g_ptr_array_index (self->rows, i)))
      return TRUE;
  return rc_product_group_is_modified (self->additional)
         || *rc_field_row_get_value (RC_FIELD_ROW (self->number_row)) != '\0';
}

static void
rc_renewal_dialog_finalize (GObject *object)
{
  RcRenewalDialog *self = RC_RENEWAL_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->preview, rc_renewal_preview_free);
  G_OBJECT_CLASS (rc_renewal_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, past_due_box);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, past_due_label);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, held_group);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, held);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, additional);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, outlook);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, footer);
  gtk_widget_class_bind_template_child (widget_class, RcRenewalDialog, summary_label);
}

static void
rc_renewal_dialog_class_init (RcRenewalDialogClass *klass)
{
  RcCommandDialogClass *dialog_class = RC_COMMAND_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rc_renewal_dialog_finalize;
  dialog_class->show_membership = rc_renewal_dialog_show_membership;
  dialog_class->advance = rc_renewal_dialog_advance;
  dialog_class->create_command = rc_renewal_dialog_create_command;
  dialog_class->is_modified = rc_renewal_dialog_is_modified;
  g_type_ensure (RC_TYPE_PRODUCT_GROUP);
  g_type_ensure (RC_TYPE_ORDER_NUMBER_ROW);
  g_type_ensure (RC_TYPE_DATE_ROW);
  g_type_ensure (RC_TYPE_RENEWAL_OUTLOOK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/resellerconsole/ResellerConsole/ui/rc-renewal-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
rc_renewal_dialog_init (RcRenewalDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rc_renewal_dialog_new:
 * @workspace: a workspace
 * @customer_id: whose membership is renewed
 *
 * Returns: (transfer none): a dialog that records a renewal order
 */
GtkWindow *
rc_renewal_dialog_new (RcWorkspace *workspace, gint64 customer_id)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace) && customer_id > 0, NULL);
  return g_object_new (RC_TYPE_RENEWAL_DIALOG, "workspace", workspace, "customer-id", customer_id, NULL);
}

/**
 * rc_renewal_dialog_get_additional:
 * @self: a dialog
 *
 * Returns: (transfer none): the products that the customer does not hold yet
 */
RcProductGroup *
rc_renewal_dialog_get_additional (RcRenewalDialog *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DIALOG (self), NULL);
  return self->additional;
}
