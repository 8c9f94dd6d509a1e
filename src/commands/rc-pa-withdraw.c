/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-pa-withdraw.h"

#include "rc-command-mail.h"
#include "rc-order-lines.h"
#include "rc-purchase-authorization-table.h"
#include "rc-term.h"

/* What cancelling a purchase authorization (PA-6) and closing it unpaid (PA-8) have in common: its licences go, the
 * anniversary date may go with them, and the customer is told. Which of the two is allowed is the commands' business. */

static gboolean
write_mail (RcCommandContext *context, const RcCustomerRecord *customer, const RcPaRecord *pa, GError **error)
{
  g_autoptr (GHashTable) values = rc_command_mail_values_new ();
  g_autofree char *products = rc_order_lines_to_text (pa->lines, "    ", "\n");

  rc_command_mail_values_add (values, "products", products);
  return rc_command_mail_customer (context, customer, RC_MESSAGE_KIND_PA_CANCELED, values, error);
}

static gboolean
record (RcCommandContext *context, const RcCustomerRecord *customer, RcDate old_anniversary,
        const RcPaRecord *pa, const char *reason, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autofree char *products = rc_order_lines_to_text (pa->lines, "", ", ");

  rc_activity_details_add (details, "purchase-authorization", pa->number, NULL);
  rc_activity_details_add (details, "products", products, NULL);
  rc_activity_details_add_date (details, "anniversary-date", old_anniversary, customer->anniversary_date);
  if (reason != NULL)
    rc_activity_details_add (details, "reason", NULL, reason);
  return rc_command_context_record (context, customer, details, error);
}

/**
 * rc_pa_withdraw:
 * @context: a context
 * @customer: a customer; gets the anniversary date that remains
 * @pa: its open purchase authorization
 * @status: canceled or closed unpaid
 * @reason: (nullable): why it is closed unpaid
 * @error: RC_STORE_ERROR, RC_MAIL_ERROR
 *
 * Ends the purchase authorization and takes its licences back; assigned is cut to what remains (PA-8). An anniversary date
 * that came from it comes from the next earliest, or is empty again (AD-3).
 *
 * Returns: whether it was done
 */
gboolean
rc_pa_withdraw (RcCommandContext *context, RcCustomerRecord *customer, const RcPaRecord *pa,
                RcPaStatus status, const char *reason, GError **error)
{
  RcDate old_anniversary = customer->anniversary_date;

  if (!rc_purchase_authorization_table_end (context->database, context->seq, pa->id, status, context->today,
                                            reason, error))
    return FALSE;
  for (guint i = 0; i < pa->lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (pa->lines, i);

      if (!rc_order_lines_add (context, customer, line, 0, -line->quantity, error))
        return FALSE;
    }
  return rc_term_refresh (context, customer, error) && rc_command_context_touch (context, customer->id, error)
         && record (context, customer, old_anniversary, pa, reason, error)
         && write_mail (context, customer, pa, error);
}
