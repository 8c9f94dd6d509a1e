/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-invite-customer.h"

#include "rc-command-mail.h"
#include "rc-invitation.h"

/* Adds a customer by inviting it (CU-1). Its data is fixed from then on (CU-5). */

struct _RcInviteCustomer
{
  RcCommand parent_instance;

  RcCustomerData *customer; /* (owned) (nullable) */
  gint64 managed_by; /* 0: the actor */
};

G_DEFINE_FINAL_TYPE (RcInviteCustomer, rc_invite_customer, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer", RC_COMMAND_FIELD_CUSTOMER, G_STRUCT_OFFSET (RcInviteCustomer, customer) },
  { "managed-by", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcInviteCustomer, managed_by) },
};

/* What only an import may say is not looked at. */
static RcCustomerData *
form_fields (const RcCustomerData *data)
{
  RcCustomerData *form = data != NULL ? rc_customer_data_copy (data) : rc_customer_data_new ();

  for (int field = RC_N_FORM_FIELDS; field < RC_N_CUSTOMER_FIELDS; field++)
    rc_customer_data_set (form, (RcCustomerField) field, NULL);
  return form;
}

static gboolean
rc_invite_customer_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  g_autoptr (RcCustomerData) form = form_fields (RC_INVITE_CUSTOMER (command)->customer);

  return rc_invitation_validate (form, rc_command_get_date (command), policy, error);
}

static gboolean
rc_invite_customer_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                          GError **error)
{
  RcInviteCustomer *self = RC_INVITE_CUSTOMER (command);
  g_autoptr (RcCustomerData) form = form_fields (self->customer);
  g_autoptr (RcMemberRecord) manager = NULL;
  g_autoptr (RcCustomerRecord) customer = NULL;

  manager = rc_invitation_load_manager (context, self->managed_by, error);
  if (manager == NULL)
    return FALSE;
  customer = rc_invitation_add (context, form, manager, error);
  if (customer == NULL
      || !rc_command_mail_customer (context, customer, RC_MESSAGE_KIND_INVITATION, NULL, error))
    return FALSE;
  result->customer_id = customer->id;
  result->reference = g_strdup (customer->vip_id);
  result->count = 1;
  return TRUE;
}

static void
rc_invite_customer_class_init (RcInviteCustomerClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_invite_customer_validate;
  command_class->apply = rc_invite_customer_apply;
  rc_command_class_set_fields (command_class, "invite-customer", fields, G_N_ELEMENTS (fields));
}

static void
rc_invite_customer_init (RcInviteCustomer *self)
{
}

/**
 * rc_invite_customer_new:
 * @actor: who invites
 * @date: the day of the invitation
 * @customer: the fields of CU-1, as typed
 * @managed_by: who looks after the customer; 0: the actor (CU-10)
 *
 * Returns: (transfer full): a command; its result has the customer's id and, as reference, its VIP ID
 */
RcCommand *
rc_invite_customer_new (gint64 actor, RcDate date, const RcCustomerData *customer, gint64 managed_by)
{
  return g_object_new (RC_TYPE_INVITE_CUSTOMER, "actor", actor, "date", date, "customer", customer,
                       "managed-by", managed_by, NULL);
}
