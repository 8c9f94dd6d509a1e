/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command-list.h"

#include "rc-activate-member.h"
#include "rc-add-member.h"
#include "rc-approve-return.h"
#include "rc-assign-manager.h"
#include "rc-cancel-purchase-authorization.h"
#include "rc-close-unpaid.h"
#include "rc-complete-reseller-change.h"
#include "rc-create-purchase-authorization.h"
#include "rc-enroll-commitment.h"
#include "rc-import-catalogue.h"
#include "rc-import-customers.h"
#include "rc-invite-customer.h"
#include "rc-invite-member.h"
#include "rc-mark-messages-sent.h"
#include "rc-place-direct-order.h"
#include "rc-place-order.h"
#include "rc-record-acceptance.h"
#include "rc-record-departure.h"
#include "rc-reject-return.h"
#include "rc-remove-customers.h"
#include "rc-remove-member.h"
#include "rc-renew-membership.h"
#include "rc-request-return.h"
#include "rc-retry-messages.h"
#include "rc-send-reminder.h"
#include "rc-send-reseller-change-code.h"
#include "rc-set-assigned-licences.h"
#include "rc-set-member-role.h"
#include "rc-set-policy.h"
#include "rc-set-reseller-name.h"
#include "rc-set-time-zone.h"
#include "rc-start-reseller-change.h"
#include "rc-write-due-messages.h"

/* Every command's type, so that a name in JSON can be turned into one. */

#define MOST_TYPES 64

static GType types[MOST_TYPES];
static gsize n_types;

static void
list_types (void)
{
  const GType all[] = {
    RC_TYPE_ACTIVATE_MEMBER,
    RC_TYPE_ADD_MEMBER,
    RC_TYPE_APPROVE_RETURN,
    RC_TYPE_ASSIGN_MANAGER,
    RC_TYPE_CANCEL_PURCHASE_AUTHORIZATION,
    RC_TYPE_CLOSE_UNPAID,
    RC_TYPE_COMPLETE_RESELLER_CHANGE,
    RC_TYPE_CREATE_PURCHASE_AUTHORIZATION,
    RC_TYPE_ENROLL_COMMITMENT,
    RC_TYPE_IMPORT_CATALOGUE,
    RC_TYPE_IMPORT_CUSTOMERS,
    RC_TYPE_INVITE_CUSTOMER,
    RC_TYPE_INVITE_MEMBER,
    RC_TYPE_MARK_MESSAGES_SENT,
    RC_TYPE_PLACE_DIRECT_ORDER,
    RC_TYPE_PLACE_ORDER,
    RC_TYPE_RECORD_ACCEPTANCE,
    RC_TYPE_RECORD_DEPARTURE,
    RC_TYPE_REJECT_RETURN,
    RC_TYPE_REMOVE_CUSTOMERS,
    RC_TYPE_REMOVE_MEMBER,
    RC_TYPE_RETRY_MESSAGES,
    RC_TYPE_RENEW_MEMBERSHIP,
    RC_TYPE_REQUEST_RETURN,
    RC_TYPE_SEND_REMINDER,
    RC_TYPE_SEND_RESELLER_CHANGE_CODE,
    RC_TYPE_SET_ASSIGNED_LICENCES,
    RC_TYPE_SET_MEMBER_ROLE,
    RC_TYPE_SET_POLICY,
    RC_TYPE_SET_RESELLER_NAME,
    RC_TYPE_SET_TIME_ZONE,
    RC_TYPE_START_RESELLER_CHANGE,
    RC_TYPE_WRITE_DUE_MESSAGES,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) <= MOST_TYPES);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    types[i] = all[i];
  n_types = G_N_ELEMENTS (all);
}

/**
 * rc_command_list_get_types:
 * @count: (out): how many there are
 *
 * Returns: (transfer none) (array length=count): the types of all commands
 */
const GType *
rc_command_list_get_types (gsize *count)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      list_types ();
      g_once_init_leave (&ready, 1);
    }
  *count = n_types;
  return types;
}

/**
 * rc_command_list_find:
 * @name: (nullable): a command's name
 *
 * Returns: its type, or G_TYPE_INVALID where no command has the name
 */
GType
rc_command_list_find (const char *name)
{
  gsize count;
  const GType *all = rc_command_list_get_types (&count);

  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (RcCommandClass) klass = g_type_class_ref (all[i]);

      if (g_strcmp0 (klass->name, name) == 0)
        return all[i];
    }
  return G_TYPE_INVALID;
}
