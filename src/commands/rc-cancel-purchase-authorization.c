/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-cancel-purchase-authorization.h"

#include "rc-licence-table.h"
#include "rc-pa-withdraw.h"
#include "rc-request-state.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Cancels a purchase authorization that is still pending (PA-6). */

struct _RcCancelPurchaseAuthorization
{
  RcCommand parent_instance;

  gint64 pa_id;
};

G_DEFINE_FINAL_TYPE (RcCancelPurchaseAuthorization, rc_cancel_purchase_authorization, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "pa-id", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcCancelPurchaseAuthorization, pa_id) },
};

static gboolean
check_state (RcCommandContext *context, const RcPaRecord *pa, GError **error)
{
  if (context->today < pa->date)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DATE,
                   _ ("The purchase authorization %s is of a later day than this."), pa->number);
      return FALSE;
    }
  if (rc_request_state (pa->date, context->today, context->policy) == RC_REQUEST_STATE_PENDING)
    return TRUE;
  g_set_error (
      error, RC_RULE_ERROR, RC_RULE_ERROR_PA_STATE,
      _ ("The purchase authorization %s is past due and cannot be canceled any more. Place its order."),
      pa->number);
  return FALSE;
}

static gboolean
check_assigned (RcCommandContext *context, const RcPaRecord *pa, GError **error)
{
  for (guint i = 0; i < pa->lines->len; i++)
    {
      const RcLineRecord *line = g_ptr_array_index (pa->lines, i);
      RcPlan plan;
      int too_many;

      if (!rc_licence_table_get (context->database, pa->customer_id, line->product_id, &plan, error))
        return FALSE;
      if (rc_plan_can_withdraw (&plan, line->quantity))
        continue;
      too_many = line->quantity - rc_plan_available (&plan);
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_ASSIGNED,
                   /* Translators: the second placeholder is a product's name */
                   ngettext ("%d license of %s is assigned to a user. It has to be unassigned first.",
                             "%d licenses of %s are assigned to users. They have to be unassigned first.",
                             (unsigned long) too_many),
                   too_many, line->product_name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
rc_cancel_purchase_authorization_apply (RcCommand *command, RcCommandContext *context,
                                        RcCommandResult *result, GError **error)
{
  RcCancelPurchaseAuthorization *self = RC_CANCEL_PURCHASE_AUTHORIZATION (command);
  g_autoptr (RcCustomerRecord) customer = NULL;
  g_autoptr (RcPaRecord) pa = rc_command_context_load_open_pa (context, self->pa_id, &customer, error);

  if (pa == NULL || !check_state (context, pa, error) || !check_assigned (context, pa, error))
    return FALSE;
  result->customer_id = customer->id;
  result->object_id = pa->id;
  result->reference = g_strdup (pa->number);
  result->count = 1;
  return rc_pa_withdraw (context, customer, pa, RC_PA_STATUS_CANCELED, NULL, error);
}

static void
rc_cancel_purchase_authorization_class_init (RcCancelPurchaseAuthorizationClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->apply = rc_cancel_purchase_authorization_apply;
  rc_command_class_set_fields (command_class, "cancel-purchase-authorization", fields, G_N_ELEMENTS (fields));
}

static void
rc_cancel_purchase_authorization_init (RcCancelPurchaseAuthorization *self)
{
}

/**
 * rc_cancel_purchase_authorization_new:
 * @actor: who cancels it
 * @date: the day
 * @pa_id: a pending purchase authorization
 *
 * Returns: (transfer full): a command; its result has the purchase authorization's id and number
 */
RcCommand *
rc_cancel_purchase_authorization_new (gint64 actor, RcDate date, gint64 pa_id)
{
  return g_object_new (RC_TYPE_CANCEL_PURCHASE_AUTHORIZATION, "actor", actor, "date", date, "pa-id", pa_id,
                       NULL);
}
