/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-membership.h"

#include "rc-customer.h"
#include "rc-history-item.h"
#include "rc-membership-items.h"
#include "rc-model-enum-types.h"
#include "rc-plan-item.h"
#include "rc-renewal-item.h"
#include "rc-request-item.h"

/* The customer that the detail pane shows: read again when a commit touches it, the day changes, or somebody else signs
 * in. What belongs to a customer chosen before is gone at once; what is read late for one is dropped. It changes
 * nothing. */

struct _RcMembership
{
  GObject parent_instance;

  RcWorkspace *workspace; /* (owned) */
  gint64 customer_id;
  GCancellable *cancellable; /* (owned) (nullable) of the read under way */
  RcMembershipRecord *record; /* (owned) (nullable) */
  RcCustomer *customer; /* (owned) (nullable) */
  GListStore *plans; /* (owned) */
  GListStore *open_requests; /* (owned) */
  GListStore *history; /* (owned) */
  GListStore *renewals; /* (owned) */
  RcListState state;
  char *error_message; /* (owned) (nullable) */
  const char *reasons[RC_N_ACTIONS]; /* static; NULL: it can be done */
};

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_CUSTOMER_ID,
  PROP_STATE,
  PROP_ERROR_MESSAGE,
  PROP_CUSTOMER,
  PROP_PLANS,
  PROP_OPEN_REQUESTS,
  PROP_HISTORY,
  PROP_RENEWALS,
  PROP_CAN_FIRST, /* by RcAction */
  PROP_CAN_LAST = PROP_CAN_FIRST + RC_N_ACTIONS - 1,
  PROP_REASON_FIRST,
  PROP_REASON_LAST = PROP_REASON_FIRST + RC_N_ACTIONS - 1
} RcMembershipProperty;
static GParamSpec *properties[PROP_REASON_LAST + 1];

G_DEFINE_FINAL_TYPE (RcMembership, rc_membership, G_TYPE_OBJECT)

static void
notify (RcMembership *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_state (RcMembership *self, RcListState state, const char *error_message)
{
  if (g_strcmp0 (self->error_message, error_message) != 0)
    {
      g_free (self->error_message);
      self->error_message = g_strdup (error_message);
      notify (self, PROP_ERROR_MESSAGE);
    }
  if (self->state == state)
    return;
  self->state = state;
  notify (self, PROP_STATE);
}

/* Takes @items. */
static void
set_items (GListStore *store, GPtrArray *items)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
  g_ptr_array_unref (items);
}

static void
set_reasons (RcMembership *self, const RcActionContext *context)
{
  for (guint i = 0; i < RC_N_ACTIONS; i++)
    {
      const char *reason =
          self->record != NULL ? rc_action_get_reason ((RcAction) i, self->record, context) : "";
      gboolean could = self->reasons[i] == NULL;

      if (g_strcmp0 (self->reasons[i], reason) == 0)
        continue;
      self->reasons[i] = reason;
      notify (self, PROP_REASON_FIRST + i);
      if (could != (reason == NULL))
        notify (self, PROP_CAN_FIRST + i);
    }
}

static void
set_customer (RcMembership *self, RcCustomerRecord *record, const RcActionContext *context)
{
  if (record == NULL || (self->customer != NULL && rc_customer_get_id (self->customer) != record->id))
    {
      if (self->customer == NULL)
        return;
      g_clear_object (&self->customer);
    }
  if (record == NULL)
    {
      notify (self, PROP_CUSTOMER);
      return;
    }
  if (self->customer == NULL)
    self->customer = rc_customer_new (record->id);
  rc_customer_update (self->customer, record, context->today, context->policy);
  notify (self, PROP_CUSTOMER);
}

/* The RcCustomer takes the customer's record; the membership's keeps pointing at it. */
static void
take_record (RcMembership *self, RcMembershipRecord *record)
{
  RcActionContext context = { rc_workspace_get_today (self->workspace),
                              rc_workspace_get_policy (self->workspace),
                              rc_workspace_get_my_role (self->workspace) };
  g_autoptr (RcMembershipRecord) old = g_steal_pointer (&self->record);

  if (old != NULL)
    old->customer = NULL; /* the RcCustomer's */
  self->record = record;
  /* Who listens finds the whole record in place, and hears of it even where it is the same customer's. */
  g_object_freeze_notify (G_OBJECT (self));
  set_customer (self, record != NULL ? record->customer : NULL, &context);
  set_items (self->plans, rc_membership_items_plans (record));
  set_items (self->open_requests, rc_membership_items_open_requests (record, &context));
  set_items (self->history, rc_membership_items_history (record, &context));
  set_items (self->renewals, rc_membership_items_renewals (record));
  set_reasons (self, &context);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Who asked, so that an answer that comes when another customer is shown is dropped. */
typedef struct
{
  GWeakRef membership;
  GCancellable *cancellable; /* (owned) */
} RcMembershipRead;

static void
rc_membership_read_free (RcMembershipRead *read)
{
  g_weak_ref_clear (&read->membership);
  g_object_unref (read->cancellable);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcMembershipRead, rc_membership_read_free)

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcMembershipRead) read = user_data;
  g_autoptr (RcMembership) self = g_weak_ref_get (&read->membership);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcMembershipRecord) record =
      rc_workspace_load_membership_finish (RC_WORKSPACE (source), result, &error);

  if (self == NULL || g_cancellable_is_cancelled (read->cancellable))
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    {
      set_state (self, RC_LIST_STATE_ERROR, error->message);
      return;
    }
  take_record (self, g_steal_pointer (&record));
  set_state (self, self->record != NULL ? RC_LIST_STATE_CONTENT : RC_LIST_STATE_EMPTY, NULL);
}

static void
on_changed (RcWorkspace *workspace, RcChangeSet *changes, gpointer user_data)
{
  RcMembership *self = RC_MEMBERSHIP (user_data);

  if ((changes->kinds & (RC_CHANGE_PRODUCTS | RC_CHANGE_MEMBERS)) != 0
      || rc_change_set_has_customer (changes, self->customer_id))
    rc_membership_reload (self);
}

static void
rc_membership_constructed (GObject *object)
{
  RcMembership *self = RC_MEMBERSHIP (object);
  static const char *const SIGNALS[] = { "day-changed", "notify::policy", "notify::me" };

  G_OBJECT_CLASS (rc_membership_parent_class)->constructed (object);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (SIGNALS); i++)
    g_signal_connect_object (self->workspace, SIGNALS[i], G_CALLBACK (rc_membership_reload), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (rc_workspace_get_members (self->workspace), "items-changed",
                           G_CALLBACK (rc_membership_reload), self, G_CONNECT_SWAPPED);
}

static void
rc_membership_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcMembership *self = RC_MEMBERSHIP (object);

  if (property_id >= PROP_REASON_FIRST)
    {
      g_value_set_string (value,
                          rc_membership_get_reason (self, (RcAction) (property_id - PROP_REASON_FIRST)));
      return;
    }
  if (property_id >= PROP_CAN_FIRST)
    {
      g_value_set_boolean (value, rc_membership_can (self, (RcAction) (property_id - PROP_CAN_FIRST)));
      return;
    }
  switch ((RcMembershipProperty) property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_CUSTOMER_ID:
      g_value_set_int64 (value, self->customer_id);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    case PROP_CUSTOMER:
      g_value_set_object (value, self->customer);
      break;
    case PROP_PLANS:
      g_value_set_object (value, self->plans);
      break;
    case PROP_OPEN_REQUESTS:
      g_value_set_object (value, self->open_requests);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_RENEWALS:
      g_value_set_object (value, self->renewals);
      break;
    case PROP_CAN_FIRST:
    case PROP_CAN_LAST:
    case PROP_REASON_FIRST:
    case PROP_REASON_LAST:
      break;
    }
}

static void
rc_membership_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcMembership *self = RC_MEMBERSHIP (object);

  if (property_id == PROP_WORKSPACE)
    self->workspace = g_value_dup_object (value);
  else if (property_id == PROP_CUSTOMER_ID)
    rc_membership_set_customer_id (self, g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
rc_membership_dispose (GObject *object)
{
  RcMembership *self = RC_MEMBERSHIP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (rc_membership_parent_class)->dispose (object);
}

static void
rc_membership_finalize (GObject *object)
{
  RcMembership *self = RC_MEMBERSHIP (object);

  if (self->record != NULL)
    self->record->customer = NULL;
  g_clear_pointer (&self->record, rc_membership_record_free);
  g_clear_object (&self->customer);
  g_clear_object (&self->plans);
  g_clear_object (&self->open_requests);
  g_clear_object (&self->history);
  g_clear_object (&self->renewals);
  g_clear_object (&self->workspace);
  g_free (self->error_message);
  G_OBJECT_CLASS (rc_membership_parent_class)->finalize (object);
}

static void
install_actions (GParamFlags flags)
{
  static const char *const CAN[RC_N_ACTIONS] = { "can-create-pa",
                                                 "can-place-direct-order",
                                                 "can-remind",
                                                 "can-accept",
                                                 "can-remove",
                                                 "can-set-assigned",
                                                 "can-assign-manager",
                                                 "can-renew",
                                                 "can-enroll-commitment",
                                                 "can-record-departure",
                                                 "can-request-return",
                                                 "can-decide-return" };
  static const char *const REASONS[RC_N_ACTIONS] = { "create-pa-reason",
                                                     "place-direct-order-reason",
                                                     "remind-reason",
                                                     "accept-reason",
                                                     "remove-reason",
                                                     "set-assigned-reason",
                                                     "assign-manager-reason",
                                                     "renew-reason",
                                                     "enroll-commitment-reason",
                                                     "record-departure-reason",
                                                     "request-return-reason",
                                                     "decide-return-reason" };

  for (guint i = 0; i < RC_N_ACTIONS; i++)
    {
      properties[PROP_CAN_FIRST + i] = g_param_spec_boolean (CAN[i], NULL, NULL, FALSE, flags);
      properties[PROP_REASON_FIRST + i] = g_param_spec_string (REASONS[i], NULL, NULL, "", flags);
    }
}

static void
rc_membership_class_init (RcMembershipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const char *const LISTS[] = { "plans", "open-requests", "history", "renewals" };

  object_class->constructed = rc_membership_constructed;
  object_class->get_property = rc_membership_get_property;
  object_class->set_property = rc_membership_set_property;
  object_class->dispose = rc_membership_dispose;
  object_class->finalize = rc_membership_finalize;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, RC_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CUSTOMER_ID] =
      g_param_spec_int64 ("customer-id", NULL, NULL, 0, G_MAXINT64, 0, readable | G_PARAM_WRITABLE);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, RC_TYPE_LIST_STATE, RC_LIST_STATE_EMPTY, readable);
  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, readable);
  properties[PROP_CUSTOMER] = g_param_spec_object ("customer", NULL, NULL, RC_TYPE_CUSTOMER, readable);
  for (guint i = 0; i < G_N_ELEMENTS (LISTS); i++)
    properties[PROP_PLANS + i] = g_param_spec_object (LISTS[i], NULL, NULL, G_TYPE_LIST_MODEL, readable);
  install_actions (readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_membership_init (RcMembership *self)
{
  self->state = RC_LIST_STATE_EMPTY;
  self->plans = g_list_store_new (RC_TYPE_PLAN_ITEM);
  self->open_requests = g_list_store_new (RC_TYPE_REQUEST_ITEM);
  self->history = g_list_store_new (RC_TYPE_HISTORY_ITEM);
  self->renewals = g_list_store_new (RC_TYPE_RENEWAL_ITEM);
  for (guint i = 0; i < RC_N_ACTIONS; i++)
    self->reasons[i] = ""; /* of nobody nothing can be done, and there is nothing to say */
}

/**
 * rc_membership_new:
 * @workspace: the workspace
 *
 * Returns: (transfer full): a membership that shows nobody yet
 */
RcMembership *
rc_membership_new (RcWorkspace *workspace)
{
  g_return_val_if_fail (RC_IS_WORKSPACE (workspace), NULL);
  return g_object_new (RC_TYPE_MEMBERSHIP, "workspace", workspace, NULL);
}

/**
 * rc_membership_set_customer_id:
 * @self: a membership
 * @customer_id: whom to show; 0: nobody
 */
void
rc_membership_set_customer_id (RcMembership *self, gint64 customer_id)
{
  g_return_if_fail (RC_IS_MEMBERSHIP (self));
  if (self->customer_id == customer_id)
    return;
  self->customer_id = customer_id;
  g_cancellable_cancel (self->cancellable);
  take_record (self, NULL);
  set_state (self, customer_id != 0 ? RC_LIST_STATE_LOADING : RC_LIST_STATE_EMPTY, NULL);
  notify (self, PROP_CUSTOMER_ID);
  rc_membership_reload (self);
}

/**
 * rc_membership_reload:
 * @self: a membership
 *
 * Reads the customer again; what is shown stays until it was read.
 */
void
rc_membership_reload (RcMembership *self)
{
  RcMembershipRead *read;

  g_return_if_fail (RC_IS_MEMBERSHIP (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->customer_id == 0)
    return;
  if (self->state == RC_LIST_STATE_ERROR)
    set_state (self, RC_LIST_STATE_LOADING, NULL);
  self->cancellable = g_cancellable_new ();
  read = g_new0 (RcMembershipRead, 1);
  g_weak_ref_init (&read->membership, self);
  read->cancellable = g_object_ref (self->cancellable);
  rc_workspace_load_membership_async (self->workspace, self->customer_id, self->cancellable, on_loaded, read);
}

/**
 * rc_membership_get_customer_id:
 * @self: a membership
 *
 * Returns: whom it shows, 0: nobody
 */
gint64
rc_membership_get_customer_id (RcMembership *self)
{
  g_return_val_if_fail (RC_IS_MEMBERSHIP (self), 0);
  return self->customer_id;
}

/**
 * rc_membership_get_state:
 * @self: a membership
 *
 * Returns: which of the four states to show
 */
RcListState
rc_membership_get_state (RcMembership *self)
{
  g_return_val_if_fail (RC_IS_MEMBERSHIP (self), RC_LIST_STATE_ERROR);
  return self->state;
}

/**
 * rc_membership_get_record:
 * @self: a membership
 *
 * Returns: (transfer none) (nullable): all that was read of the customer, valid until it is read again
 */
const RcMembershipRecord *
rc_membership_get_record (RcMembership *self)
{
  g_return_val_if_fail (RC_IS_MEMBERSHIP (self), NULL);
  return self->record;
}

/**
 * rc_membership_can:
 * @self: a membership
 * @action: what somebody would like to do
 *
 * Returns: whether it can be done
 */
gboolean
rc_membership_can (RcMembership *self, RcAction action)
{
  g_return_val_if_fail (RC_IS_MEMBERSHIP (self) && (guint) action < RC_N_ACTIONS, FALSE);
  return self->reasons[action] == NULL;
}

/**
 * rc_membership_get_reason:
 * @self: a membership
 * @action: what somebody would like to do
 *
 * Returns: (transfer none): why it cannot be done, translated; "" if it can
 */
const char *
rc_membership_get_reason (RcMembership *self, RcAction action)
{
  g_return_val_if_fail (RC_IS_MEMBERSHIP (self) && (guint) action < RC_N_ACTIONS, "");
  return self->reasons[action] != NULL ? self->reasons[action] : "";
}
