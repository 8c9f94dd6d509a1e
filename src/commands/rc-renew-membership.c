/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-renew-membership.h"

#include "rc-anniversary.h"
#include "rc-commitment-table.h"
#include "rc-format.h"
#include "rc-licence-table.h"
#include "rc-order-lines.h"
#include "rc-order-table.h"
#include "rc-renewal.h"
#include "rc-rule-error.h"
#include "rc-term-dates.h"
#include "rc-term.h"

#include <glib/gi18n-lib.h>

/* Records a renewal order: it ends the customer's term and begins the next one (RN-3, RN-4). The order's date decides whether
 * it was in time; it may be recorded later. */

struct _RcRenewMembership
{
  RcCommand parent_instance;

  gint64 customer_id;
  char *order_number; /* (owned) (nullable) */
  RcDate ordered_on;
  GPtrArray *lines; /* (owned) (nullable) of RcProductLine */
};

G_DEFINE_FINAL_TYPE (RcRenewMembership, rc_renew_membership, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcRenewMembership, customer_id) },
  { "order-number", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcRenewMembership, order_number) },
  { "ordered-on", RC_COMMAND_FIELD_DATE, G_STRUCT_OFFSET (RcRenewMembership, ordered_on) },
  { "lines", RC_COMMAND_FIELD_LINES, G_STRUCT_OFFSET (RcRenewMembership, lines) },
};

static gboolean
rc_renew_membership_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcRenewMembership *self = RC_RENEW_MEMBERSHIP (command);
  g_autofree char *number = rc_order_number_normalize (self->order_number, error);

  return number != NULL && rc_order_lines_validate (self->lines, policy, error);
}

/* RN-6: of a term that a renewal began, the window is that of its own end. */
static void
refuse_early (const RcCustomerRecord *customer, gboolean renewed, const RcTermDates *dates, GError **error)
{
  g_autofree char *opens = rc_format_date_long (dates->opens_on);

  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_WINDOW,
               /* Translators: an organization's name and a date */
               renewed ? _ ("%s has been renewed already. The next renewal window opens on %s.")
                       : _ ("The renewal window of %s opens on %s."),
               customer->name, opens);
}

/* RN-1, RN-6 */
static gboolean
check_window (RcRenewMembership *self, RcCommandContext *context, const RcCustomerRecord *customer,
              GError **error)
{
  RcTermDates dates;
  gboolean renewed;

  if (customer->anniversary_date == RC_DATE_NONE)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_WINDOW,
                   _ ("%s has no anniversary date yet, so nothing is due for renewal."), customer->name);
      return FALSE;
    }
  if (!rc_term_is_renewed (context, customer, &renewed, error))
    return FALSE;
  rc_term_dates (customer->anniversary_date, context->policy, &dates);
  if (context->today < dates.opens_on)
    {
      refuse_early (customer, renewed, &dates, error);
      return FALSE;
    }
  return rc_order_date_check_between (self->ordered_on, MAX (dates.opens_on, customer->invited_on),
                                      MIN (dates.closes_on, context->today), error);
}

static const RcLineRecord *
find_line (GPtrArray *lines, gint64 product_id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (lines, i);

      if (line->product_id == product_id)
        return line;
    }
  return NULL;
}

/* Every product that is held, and then the order's that are new. */
static GArray *
list_items (GPtrArray *licences, GPtrArray *lines)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (RcRenewalLine));
  g_autoptr (GHashTable) held = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < licences->len; i++)
    {
      RcLicenceRecord *licence = g_ptr_array_index (licences, i);
      const RcLineRecord *line = find_line (lines, licence->product_id);
      RcRenewalLine item = { licence->licence_kind,
                             { licence->ordered, licence->pending, licence->assigned },
                             line != NULL ? line->quantity : 0 };

      g_array_append_val (items, item);
      g_hash_table_add (held, &licence->product_id);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      RcLineRecord *line = g_ptr_array_index (lines, i);
      RcRenewalLine item = { line->licence_kind, { 0 }, line->quantity };

      if (!g_hash_table_contains (held, &line->product_id))
        g_array_append_val (items, item);
    }
  return items;
}

/* RN-5 */
static gboolean
check_commitment (const RcCustomerRecord *customer, const RcRenewalPreview *preview,
                  const RcCommitmentRecord *commitment, GError **error)
{
  g_autofree char *ends = NULL;
  g_autofree char *committed = NULL;
  g_autofree char *renewed = NULL;

  if (preview->commitment_kept)
    return TRUE;
  ends = rc_format_date_long (commitment->ends_on);
  committed = rc_format_number (commitment->quantity);
  renewed = rc_format_number (preview->licences);
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_COMMITMENT,
               /* Translators: an organization's name, a number of licenses, a date, a number of licenses. */
               _ ("The 3-year commit of %s is for %s licenses until %s. The renewal has only %s."),
               customer->name, committed, ends, renewed);
  return FALSE;
}

/* PR-4 */
static gboolean
check_total (const RcCustomerRecord *customer, const GArray *items, GError **error)
{
  gint64 total = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const RcRenewalLine *item = &g_array_index (items, RcRenewalLine, i);

      total += (gint64) item->quantity + item->held.pending;
    }
  return rc_order_lines_check_total (customer, total, error);
}

static RcRenewalPreview *
check_lines (RcRenewMembership *self, RcCommandContext *context, const RcCustomerRecord *customer,
             GPtrArray *licences, GPtrArray *lines, GError **error)
{
  g_autoptr (RcCommitmentRecord) commitment = NULL;
  g_autoptr (GArray) items = list_items (licences, lines);
  g_autoptr (RcRenewalPreview) preview = NULL;
  int floor = 0;

  if (!check_total (customer, items, error)
      || !rc_commitment_table_find (context->database, customer->id, &commitment, error))
    return NULL;
  if (rc_commitment_record_is_running (commitment, self->ordered_on))
    floor = commitment->quantity;
  preview = rc_renewal_preview ((const RcRenewalLine *) items->data, items->len, customer->anniversary_date,
                                customer->anniversary_anchor, floor, context->policy);
  return check_commitment (customer, preview, commitment, error) ? g_steal_pointer (&preview) : NULL;
}

/* RN-4: what was ordered before is no more; what open purchase authorizations gave stays until they are ordered. */
static gboolean
replace_licences (RcCommandContext *context, const RcCustomerRecord *customer, GPtrArray *licences,
                  GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < licences->len; i++)
    {
      const RcLicenceRecord *licence = g_ptr_array_index (licences, i);
      const RcLineRecord *line = find_line (lines, licence->product_id);
      RcPlan plan = { line != NULL ? line->quantity : 0, licence->pending, licence->assigned };

      plan.assigned = MIN (plan.assigned, rc_plan_total (&plan));
      if (!rc_licence_table_put (context->database, customer->id, licence->product_id, &plan, error))
        return FALSE;
    }
  return TRUE;
}

/* The order's products that were not held before. */
static gboolean
add_new_licences (RcCommandContext *context, const RcCustomerRecord *customer, GPtrArray *lines,
                  GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (lines, i);
      RcPlan plan;

      if (!rc_licence_table_get (context->database, customer->id, line->product_id, &plan, error))
        return FALSE;
      if (plan.ordered == 0 && !rc_order_lines_add (context, customer, line, line->quantity, 0, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_months (GPtrArray *lines, RcDate from, RcDate to, int anchor, RcProration proration)
{
  int months = rc_anniversary_months_to_order (from, to, anchor, proration);

  for (guint i = 0; i < lines->len; i++)
    ((RcLineRecord *) g_ptr_array_index (lines, i))->months = months;
}

/* The term that begins: whole, from the old anniversary date to the new one. */
static gboolean
begin_term (RcRenewMembership *self, RcCommandContext *context, RcCustomerRecord *customer,
            RcOrderRecord *order, GError **error)
{
  RcDate old_anniversary = customer->anniversary_date;

  if (!rc_term_renew (context, customer, self->ordered_on, error))
    return FALSE;
  order->term = customer->term;
  set_months (order->lines, old_anniversary, customer->anniversary_date, customer->anniversary_anchor,
              context->policy->proration);
  return rc_order_table_insert (context->database, context->seq, order, error)
         && rc_order_table_insert_renewal (context->database, context->seq, order, old_anniversary,
                                           customer->anniversary_date, error);
}

static RcOrderRecord *
make_order (RcRenewMembership *self, RcCommandContext *context, const RcCustomerRecord *customer,
            GError **error)
{
  g_autoptr (RcOrderRecord) order = g_new0 (RcOrderRecord, 1);

  order->customer_id = customer->id;
  order->kind = RC_ORDER_KIND_RENEWAL;
  order->date = self->ordered_on;
  order->number = rc_order_number_normalize (self->order_number, error);
  if (order->number == NULL || !rc_order_number_check_unused (context, order->number, error))
    return NULL;
  order->lines = rc_order_lines_resolve (context, customer, self->lines, RC_ORDER_LINES_DIRECT_ORDER, error);
  return order->lines != NULL ? g_steal_pointer (&order) : NULL;
}

static char *
describe_licences (GPtrArray *licences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < licences->len; i++)
    {
      const RcLicenceRecord *licence = g_ptr_array_index (licences, i);

      if (licence->ordered > 0)
        g_string_append_printf (text, "%s%d × %s", text->len > 0 ? ", " : "", licence->ordered,
                                licence->product_name);
    }
  return g_string_free (text, FALSE);
}

static gboolean
record (RcCommandContext *context, const RcCustomerRecord *customer, RcDate old_anniversary,
        const RcOrderRecord *order, GPtrArray *licences, const RcRenewalPreview *preview, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autofree char *before = describe_licences (licences);
  g_autofree char *now = rc_order_lines_to_text (order->lines, "", ", ");

  rc_activity_details_add (details, "order-number", NULL, order->number);
  rc_activity_details_add_date (details, "ordered-on", RC_DATE_NONE, order->date);
  rc_activity_details_add_date (details, "anniversary-date", old_anniversary, customer->anniversary_date);
  rc_activity_details_add (details, "products", before, now);
  if (preview->lost > 0)
    rc_activity_details_add_count (details, "lost-by-users", preview->lost);
  return rc_command_context_record (context, customer, details, error);
}

static gboolean
rc_renew_membership_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                           GError **error)
{
  RcRenewMembership *self = RC_RENEW_MEMBERSHIP (command);
  g_autoptr (RcCustomerRecord) customer =
      rc_command_context_load_customer (context, self->customer_id, error);
  g_autoptr (RcOrderRecord) order = NULL;
  g_autoptr (GPtrArray) licences = NULL;
  g_autoptr (RcRenewalPreview) preview = NULL;
  RcDate old_anniversary;

  if (customer == NULL || !check_window (self, context, customer, error))
    return FALSE;
  old_anniversary = customer->anniversary_date;
  order = make_order (self, context, customer, error);
  if (order == NULL)
    return FALSE;
  licences = rc_licence_table_list (context->database, customer->id, error);
  if (licences == NULL)
    return FALSE;
  preview = check_lines (self, context, customer, licences, order->lines, error);
  if (preview == NULL || !begin_term (self, context, customer, order, error)
      || !replace_licences (context, customer, licences, order->lines, error)
      || !add_new_licences (context, customer, order->lines, error)
      || !rc_command_context_touch (context, customer->id, error))
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = order->id;
  result->reference = g_strdup (order->number);
  result->count = 1;
  return record (context, customer, old_anniversary, order, licences, preview, error);
}

static void
rc_renew_membership_class_init (RcRenewMembershipClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_renew_membership_validate;
  command_class->apply = rc_renew_membership_apply;
  rc_command_class_set_fields (command_class, "renew-membership", fields, G_N_ELEMENTS (fields));
}

static void
rc_renew_membership_init (RcRenewMembership *self)
{
}

/**
 * rc_renew_membership_new:
 * @actor: who records it
 * @date: the day on which it is recorded
 * @customer_id: whose membership
 * @order_number: the order's number, 1 to 35 characters, unique in the workspace
 * @order_date: the order's date, in the renewal window and not after @date
 * @lines: (element-type RcProductLine): the products and quantities of the new term; copied
 *
 * Returns: (transfer full): a command; its result has the order's id and number
 */
RcCommand *
rc_renew_membership_new (gint64 actor, RcDate date, gint64 customer_id, const char *order_number,
                         RcDate order_date, GPtrArray *lines)
{
  return g_object_new (RC_TYPE_RENEW_MEMBERSHIP, "actor", actor, "date", date, "customer-id", customer_id,
                       "order-number", order_number, "ordered-on", order_date, "lines", lines, NULL);
}
