/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-order-lines.h"

#include "rc-anniversary.h"
#include "rc-format.h"
#include "rc-licence-table.h"
#include "rc-order-table.h"
#include "rc-product-line.h"
#include "rc-rule-error.h"
#include "rc-text.h"

#include <glib/gi18n-lib.h>

/* The lines of purchase authorizations and orders: which products, how many of them, for how many months. The rules of the
 * whole purchase authorization or order are in its command. */

#define LONGEST_ORDER_NUMBER 35

static gboolean
refuse_quantity (GError **error, const char *product, int lowest, int highest)
{
  g_autofree char *lowest_text = rc_format_number (lowest);
  g_autofree char *highest_text = rc_format_number (highest);

  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY,
               /* Translators: a product's name or code, and two numbers */
               _ ("The quantity of %s has to lie between %s and %s."), product, lowest_text, highest_text);
  return FALSE;
}

/**
 * rc_order_lines_validate:
 * @lines: (nullable) (element-type RcProductLine): what a command was given
 * @policy: the program's numbers
 * @error: RC_RULE_ERROR_QUANTITY: none, or a quantity that no product allows; RC_RULE_ERROR_DUPLICATE_PRODUCT
 *
 * Checks what needs no catalogue (PA-1, OR-1).
 *
 * Returns: whether nothing is wrong so far
 */
gboolean
rc_order_lines_validate (GPtrArray *lines, const RcPolicy *policy, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int highest =
      MAX (policy->largest_quantity[RC_OFFER_TYPE_TEAM], policy->largest_quantity[RC_OFFER_TYPE_ENTERPRISE]);

  if (lines == NULL || lines->len == 0)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY, _ ("Choose at least one product."));
      return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const RcProductLine *line = g_ptr_array_index (lines, i);

      if (line->quantity < 1 || line->quantity > highest)
        return refuse_quantity (error, line->product_code, 1, highest);
      if (!g_hash_table_add (seen, line->product_code))
        {
          g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DUPLICATE_PRODUCT,
                       _ ("%s stands in two lines. Put the quantities together in one."), line->product_code);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_product (const RcProductRecord *product, const RcCustomerRecord *customer, RcOrderLinesUse use,
               GError **error)
{
  if (product->retired && use != RC_ORDER_LINES_HELD)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_PRODUCT_NOT_OPEN, _ ("%s is not sold any more."),
                   product->name);
      return FALSE;
    }
  if (use == RC_ORDER_LINES_PURCHASE_AUTHORIZATION && !product->open_to_pa)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_PRODUCT_NOT_OPEN,
                   _ ("%s is not available to purchase authorizations. Order it directly instead."),
                   product->name);
      return FALSE;
    }
  if (!product->for_segment[customer->segment])
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_SEGMENT,
                   /* Translators: a product's name, a customer's name */
                   _ ("%s is not sold to the market segment of %s."), product->name, customer->name);
      return FALSE;
    }
  return TRUE;
}

static RcLineRecord *
resolve_line (RcCommandContext *context, const RcCustomerRecord *customer, const RcProductLine *line,
              RcOrderLinesUse use, GError **error)
{
  g_autoptr (RcProductRecord) product = NULL;
  RcLineRecord *record;
  int lowest, highest;

  product = rc_command_context_find_product (context, line->product_code, error);
  if (product == NULL || !check_product (product, customer, use, error))
    return NULL;
  lowest = use != RC_ORDER_LINES_HELD ? product->min_quantity : 1;
  highest = context->policy->largest_quantity[product->offer_type];
  if (line->quantity < lowest || line->quantity > highest)
    {
      refuse_quantity (error, product->name, lowest, highest);
      return NULL;
    }
  record = g_new0 (RcLineRecord, 1);
  record->product_id = product->id;
  record->product_code = g_strdup (product->code);
  record->product_name = g_strdup (product->name);
  record->licence_kind = product->licence_kind;
  record->quantity = line->quantity;
  record->months = 1;
  return record;
}

/**
 * rc_order_lines_resolve:
 * @context: a context
 * @customer: for whom
 * @lines: (element-type RcProductLine): lines that are valid so far
 * @use: what is made with them
 * @error: RC_RULE_ERROR_NOT_FOUND, RC_RULE_ERROR_PRODUCT_NOT_OPEN (PR-2), RC_RULE_ERROR_SEGMENT (PA-4, OR-2),
 *   RC_RULE_ERROR_QUANTITY (PA-1); RC_STORE_ERROR
 *
 * Returns: (transfer full) (element-type RcLineRecord) (nullable): the lines with their products, for one month each as
 *   long as rc_order_lines_set_months() was not called
 */
GPtrArray *
rc_order_lines_resolve (RcCommandContext *context, const RcCustomerRecord *customer, GPtrArray *lines,
                        RcOrderLinesUse use, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_line_record_free);

  for (guint i = 0; i < lines->len; i++)
    {
      RcLineRecord *record = resolve_line (context, customer, g_ptr_array_index (lines, i), use, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/**
 * rc_order_lines_set_months:
 * @lines: (element-type RcLineRecord): lines
 * @policy: the program's numbers
 * @customer: a customer with an anniversary date
 * @date: the date of the purchase authorization or order
 *
 * Gives each line the months from the date to the anniversary date (AD-6).
 */
void
rc_order_lines_set_months (GPtrArray *lines, const RcPolicy *policy, const RcCustomerRecord *customer,
                           RcDate date)
{
  int months = rc_anniversary_months_to_order (date, customer->anniversary_date, customer->anniversary_anchor,
                                               policy->proration);

  for (guint i = 0; i < lines->len; i++)
    ((RcLineRecord *) g_ptr_array_index (lines, i))->months = months;
}

/**
 * rc_order_lines_to_text:
 * @lines: (element-type RcLineRecord): lines
 * @indent: what stands before each
 * @separator: what stands between two
 *
 * Returns: (transfer full): "5 × Product, 2 × Other", with plain numbers
 */
char *
rc_order_lines_to_text (GPtrArray *lines, const char *indent, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s%d × %s", i > 0 ? separator : "", indent, line->quantity,
                              line->product_name);
    }
  return g_string_free (text, FALSE);
}

/**
 * rc_order_number_normalize:
 * @number: (nullable): an order number as typed
 * @error: RC_RULE_ERROR_ORDER_NUMBER: empty, too long, or with characters that are not allowed (PA-5, OR-1)
 *
 * Returns: (transfer full) (nullable): the number, trimmed
 */
char *
rc_order_number_normalize (const char *number, GError **error)
{
  g_autofree char *line = rc_text_normalize_line (number, LONGEST_ORDER_NUMBER);

  if (line == NULL || *line == '\0')
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_ORDER_NUMBER,
                   _ ("Enter the order number, at most %d characters."), LONGEST_ORDER_NUMBER);
      return NULL;
    }
  return g_steal_pointer (&line);
}

/**
 * rc_order_number_check_unused:
 * @context: a context
 * @number: an order number, normalized
 * @error: RC_RULE_ERROR_ORDER_NUMBER (OR-1); RC_STORE_ERROR
 *
 * Returns: whether no order of the workspace has the number
 */
gboolean
rc_order_number_check_unused (RcCommandContext *context, const char *number, GError **error)
{
  gboolean found;

  if (!rc_order_table_has_number (context->database, number, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_ORDER_NUMBER,
               _ ("There is an order with the number %s already. Check the number."), number);
  return FALSE;
}

/**
 * rc_order_lines_check_total:
 * @customer: a customer
 * @total: how many licences it would have of all products
 * @error: RC_RULE_ERROR_QUANTITY
 *
 * Returns: whether it can have as many: the total over all products is kept as a number of 31 bits
 */
gboolean
rc_order_lines_check_total (const RcCustomerRecord *customer, gint64 total, GError **error)
{
  g_autofree char *most = NULL;

  if (total <= G_MAXINT)
    return TRUE;
  most = rc_format_number (G_MAXINT);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_QUANTITY,
               /* Translators: an organization's name and a number */
               _ ("%s can have at most %s licenses."), customer->name, most);
  return FALSE;
}

static gboolean
check_room (RcCommandContext *context, const RcCustomerRecord *customer, int more, GError **error)
{
  gint64 total;

  return rc_licence_table_get_total (context->database, customer->id, &total, error)
         && rc_order_lines_check_total (customer, total + more, error);
}

/**
 * rc_order_lines_add:
 * @context: a context
 * @customer: whose licences
 * @line: of which product
 * @ordered: how many more are paid for; negative: fewer
 * @pending: how many more come from open purchase authorizations; negative: fewer
 * @error: RC_RULE_ERROR_QUANTITY where it would be more than can be counted; RC_STORE_ERROR
 *
 * Changes what the customer holds (PR-4). Assigned is cut to the total that remains (PA-8).
 *
 * Returns: whether it was written
 */
gboolean
rc_order_lines_add (RcCommandContext *context, const RcCustomerRecord *customer, const RcLineRecord *line,
                    int ordered, int pending, GError **error)
{
  RcPlan plan;

  if (!rc_licence_table_get (context->database, customer->id, line->product_id, &plan, error)
      || (ordered + pending > 0 && !check_room (context, customer, ordered + pending, error)))
    return FALSE;
  plan.ordered += ordered;
  plan.pending += pending;
  plan.assigned = MIN (plan.assigned, rc_plan_total (&plan));
  return rc_licence_table_put (context->database, customer->id, line->product_id, &plan, error);
}

/**
 * rc_order_date_check:
 * @context: a context
 * @date: the date of an order, or RC_DATE_NONE
 * @first: the first day that it can be of; the last one is the command's
 * @error: RC_RULE_ERROR_DATE, with both
 *
 * Returns: whether the order can be of that day (PA-5, OR-1)
 */
gboolean
rc_order_date_check (RcCommandContext *context, RcDate date, RcDate first, GError **error)
{
  return rc_order_date_check_between (date, first, context->today, error);
}

/**
 * rc_order_date_check_between:
 * @date: the date of an order, or RC_DATE_NONE
 * @first: the first day that it can be of
 * @last: the last one
 * @error: RC_RULE_ERROR_DATE, with both
 *
 * Returns: whether the order can be of that day (PA-5, OR-1, RN-1)
 */
gboolean
rc_order_date_check_between (RcDate date, RcDate first, RcDate last, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (date >= first && date <= last)
    return TRUE;
  from = rc_format_date_long (first);
  if (first > last)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
                   /* Translators: a date, which is after the one that the computer shows */
                   _ ("The order can be of %s at the earliest. Check the date of this computer."), from);
      return FALSE;
    }
  to = rc_format_date_long (last);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
               /* Translators: both are dates */
               _ ("The date of the order has to lie between %s and %s."), from, to);
  return FALSE;
}
