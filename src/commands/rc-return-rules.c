/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-return-rules.h"

#include "rc-commitment-table.h"
#include "rc-format.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* What the commands of returns share: look-ups, the refusals that more than one of them makes, and the activity entry (OR-4). */

/**
 * rc_return_rules_load_line:
 * @context: a context
 * @order_line_id: a line of an order
 * @customer: (out) (transfer full): whose order it is
 * @error: RC_RULE_ERROR_NOT_FOUND, RC_RULE_ERROR_MOVED; RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the line, with what was returned of it
 */
RcReturnableLine *
rc_return_rules_load_line (RcCommandContext *context, gint64 order_line_id, RcCustomerRecord **customer,
                           GError **error)
{
  GError *fault = NULL;
  g_autoptr (RcReturnableLine) line = rc_return_table_load_line (context->database, order_line_id, &fault);

  if (fault != NULL)
    g_propagate_error (error, fault);
  else if (line == NULL)
    g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND,
                         _ ("This order is not in the workspace any more."));
  if (line == NULL)
    return NULL;
  *customer = rc_command_context_load_customer (context, line->customer_id, error);
  return *customer != NULL ? g_steal_pointer (&line) : NULL;
}

static gboolean
check_undecided (RcCommandContext *context, const RcReturnRecord *record, GError **error)
{
  g_autofree char *date = NULL;

  if (record->status != RC_RETURN_STATUS_REQUESTED)
    {
      date = rc_format_date_long (record->decided_on);
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_RETURN,
                   /* Translators: a date */
                   record->status == RC_RETURN_STATUS_APPROVED
                       ? _ ("This return was approved on %s already.")
                       : _ ("This return was rejected on %s already."),
                   date);
      return FALSE;
    }
  if (context->today >= record->requested_on)
    return TRUE;
  date = rc_format_date_long (record->requested_on);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
               /* Translators: a date */
               _ ("This return was requested on %s and cannot be decided before."), date);
  return FALSE;
}

/**
 * rc_return_rules_load_undecided:
 * @context: a context
 * @return_id: a return
 * @line: (out) (transfer full): the order's line that it is of
 * @customer: (out) (transfer full): whose order it is
 * @error: RC_RULE_ERROR_NOT_FOUND, RC_RULE_ERROR_RETURN, RC_RULE_ERROR_DATE, RC_RULE_ERROR_MOVED; RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a return that waits for a decision
 */
RcReturnRecord *
rc_return_rules_load_undecided (RcCommandContext *context, gint64 return_id, RcReturnableLine **line,
                                RcCustomerRecord **customer, GError **error)
{
  GError *fault = NULL;
  g_autoptr (RcReturnRecord) record = rc_return_table_load (context->database, return_id, &fault);

  if (fault != NULL)
    g_propagate_error (error, fault);
  else if (record == NULL)
    g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND,
                         _ ("This return is not in the workspace any more."));
  if (record == NULL || !check_undecided (context, record, error))
    return NULL;
  *line = rc_return_rules_load_line (context, record->order_line_id, customer, error);
  return *line != NULL ? g_steal_pointer (&record) : NULL;
}

/**
 * rc_return_rules_refuse_assigned:
 * @product: a product's name
 * @too_many: how many of its licences are assigned that would have to go
 * @error: RC_RULE_ERROR_ASSIGNED
 *
 * Returns: %FALSE
 */
gboolean
rc_return_rules_refuse_assigned (const char *product, int too_many, GError **error)
{
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_ASSIGNED,
               /* Translators: the second placeholder is a product's name */
               ngettext ("%d license of %s is assigned to a user. It has to be unassigned first.",
                         "%d licenses of %s are assigned to users. They have to be unassigned first.",
                         (unsigned long) too_many),
               too_many, product);
  return FALSE;
}

/**
 * rc_return_rules_refuse_commitment:
 * @context: a context
 * @customer: a customer with a 3-year commit
 * @error: RC_RULE_ERROR_COMMITMENT (VS-3); RC_STORE_ERROR
 *
 * Returns: %FALSE
 */
gboolean
rc_return_rules_refuse_commitment (RcCommandContext *context, const RcCustomerRecord *customer,
                                   GError **error)
{
  g_autoptr (RcCommitmentRecord) commitment = NULL;
  g_autofree char *quantity = NULL;
  g_autofree char *ends = NULL;

  if (!rc_commitment_table_find (context->database, customer->id, &commitment, error))
    return FALSE;
  quantity = rc_format_number (commitment->quantity);
  ends = rc_format_date_long (commitment->ends_on);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_COMMITMENT,
               /* Translators: an organization's name, a number of licenses and a date */
               _ ("The 3-year commit of %s is for %s licenses until %s. Fewer would remain."), customer->name,
               quantity, ends);
  return FALSE;
}

/**
 * rc_return_rules_get_commitment:
 * @context: a context
 * @customer: a customer
 * @commitment: (out): the quantity of the 3-year commit that runs on the command's day; 0: none does
 * @error: RC_STORE_ERROR
 *
 * Returns: %FALSE on error only
 */
gboolean
rc_return_rules_get_commitment (RcCommandContext *context, const RcCustomerRecord *customer, int *commitment,
                                GError **error)
{
  g_autoptr (RcCommitmentRecord) latest = NULL;

  if (!rc_commitment_table_find (context->database, customer->id, &latest, error))
    return FALSE;
  *commitment = rc_commitment_record_is_running (latest, context->today) ? latest->quantity : 0;
  return TRUE;
}

/**
 * rc_return_rules_record:
 * @context: a context
 * @customer: whose order it is
 * @line: which line
 * @quantity: how many of it
 * @reason: (nullable): why a return is rejected
 * @error: RC_STORE_ERROR
 *
 * Returns: whether the activity entry was written (AC-1)
 */
gboolean
rc_return_rules_record (RcCommandContext *context, const RcCustomerRecord *customer,
                        const RcReturnableLine *line, int quantity, const char *reason, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autofree char *products = g_strdup_printf ("%d × %s", quantity, line->line->product_name);

  rc_activity_details_add (details, "order-number", line->order_number, line->order_number);
  rc_activity_details_add (details, "products", NULL, products);
  if (reason != NULL)
    rc_activity_details_add (details, "reason", NULL, reason);
  return rc_command_context_record (context, customer, details, error);
}
