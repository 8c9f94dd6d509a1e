/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-renewal-draft.h"

#include "rc-format.h"
#include "rc-plan.h"
#include "rc-product-line.h"
#include "rc-product.h"
#include "rc-request-state.h"
#include "rc-term-dates.h"

#include <glib/gi18n-lib.h>

/* A renewal order that is prepared together with others (RN-3): every product at its current quantity, its total. What
 * stands in its way is found out once, when it is made; what is wrong with its number is told by whoever sees all of
 * them. */

struct _RcRenewalDraft
{
  GObject parent_instance;

  gint64 customer_id;
  char *name; /* (owned) */
  char *lines_text; /* (owned) */
  GPtrArray *lines; /* (owned) of RcProductLine */
  RcDate earliest; /* the window's first day */
  char *number; /* (owned) */
  gboolean number_is_own; /* somebody typed it into the row */
  gboolean ticked;
  RcRenewalDraftState state;
  char *hint; /* (owned) (nullable) what should be known, or why it is refused */
  char *fault; /* (owned) (nullable) what is wrong with what was typed */
  char *outcome; /* (owned) (nullable) */
};

typedef enum
{
  PROP_NAME = 1,
  PROP_LINES,
  PROP_NUMBER,
  PROP_TICKED,
  PROP_STATE,
  PROP_NOTE,
  PROP_CAN_EDIT
} RcRenewalDraftProperty;
static GParamSpec *properties[PROP_CAN_EDIT + 1];

G_DEFINE_FINAL_TYPE (RcRenewalDraft, rc_renewal_draft, G_TYPE_OBJECT)

static void
notify (RcRenewalDraft *self, RcRenewalDraftProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
can_edit (RcRenewalDraft *self)
{
  return self->state == RC_RENEWAL_DRAFT_STATE_OPEN || self->state == RC_RENEWAL_DRAFT_STATE_FAILED;
}

static void
rc_renewal_draft_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  RcRenewalDraft *self = RC_RENEWAL_DRAFT (object);

  switch ((RcRenewalDraftProperty) property_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_LINES:
      g_value_set_string (value, self->lines_text);
      break;
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;
    case PROP_TICKED:
      g_value_set_boolean (value, self->ticked);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_NOTE:
      g_value_set_string (value, rc_renewal_draft_get_note (self));
      break;
    case PROP_CAN_EDIT:
      g_value_set_boolean (value, can_edit (self));
      break;
    }
}

static void
rc_renewal_draft_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  RcRenewalDraft *self = RC_RENEWAL_DRAFT (object);

  if (property_id == PROP_NUMBER)
    rc_renewal_draft_set_number (self, g_value_get_string (value));
  else if (property_id == PROP_TICKED)
    rc_renewal_draft_set_ticked (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
rc_renewal_draft_finalize (GObject *object)
{
  RcRenewalDraft *self = RC_RENEWAL_DRAFT (object);

  g_free (self->name);
  g_free (self->lines_text);
  g_ptr_array_unref (self->lines);
  g_free (self->number);
  g_free (self->hint);
  g_free (self->fault);
  g_free (self->outcome);
  G_OBJECT_CLASS (rc_renewal_draft_parent_class)->finalize (object);
}

static void
rc_renewal_draft_class_init (RcRenewalDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rc_renewal_draft_get_property;
  object_class->set_property = rc_renewal_draft_set_property;
  object_class->finalize = rc_renewal_draft_finalize;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  properties[PROP_LINES] = g_param_spec_string ("lines", NULL, NULL, NULL, readable);
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  properties[PROP_TICKED] = g_param_spec_boolean ("ticked", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, RC_RENEWAL_DRAFT_STATE_OPEN,
                                             RC_RENEWAL_DRAFT_STATE_DONE, 0, readable);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, readable);
  properties[PROP_CAN_EDIT] = g_param_spec_boolean ("can-edit", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
rc_renewal_draft_init (RcRenewalDraft *self)
{
  self->lines = rc_product_lines_new ();
  self->number = g_strdup ("");
}

static void
add_line (RcRenewalDraft *self, GString *text, const RcLicenceRecord *licence)
{
  const RcPlan plan = { licence->ordered, licence->pending, licence->assigned };
  g_autofree char *number = rc_format_number (rc_plan_total (&plan));

  if (rc_plan_total (&plan) == 0)
    return;
  if (text->len > 0)
    /* Translators: between the products of an order. */
    g_string_append (text, C_ ("list separator", ", "));
  /* Translators: how many licences of which product. */
  g_string_append_printf (text, _ ("%s × %s"), number, licence->product_name);
  g_ptr_array_add (self->lines, rc_product_line_new (licence->product_code, rc_plan_total (&plan)));
}

/* Why a product that is held cannot be ordered as it is. (nullable) */
static const char *
get_product_reason (GListModel *products, const char *code, RcSegment segment)
{
  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      g_autoptr (RcProduct) product = g_list_model_get_item (products, i);

      if (g_str_equal (rc_product_get_record (product)->code, code))
        return rc_product_get_order_reason (product, segment);
    }
  return _ ("No longer sold.");
}

static char *
find_product_obstacle (RcRenewalDraft *self, const RcMembershipRecord *membership, GListModel *products)
{
  for (guint i = 0; i < membership->licences->len; i++)
    {
      const RcLicenceRecord *licence = g_ptr_array_index (membership->licences, i);
      const char *reason =
          get_product_reason (products, licence->product_code, membership->customer->segment);

      if (licence->ordered + licence->pending > 0 && reason != NULL)
        /* Translators: a product's name, and why it cannot be ordered, in a sentence */
        return g_strdup_printf (_ ("%s: %s Renew this customer alone."), licence->product_name, reason);
    }
  return NULL;
}

/* RN-5 */
static char *
find_commitment_obstacle (const RcMembershipRecord *membership, const RcActionContext *context)
{
  const RcCommitmentRecord *commitment = membership->commitment;
  int licences = 0;

  if (commitment == NULL || !rc_commitment_record_is_running (commitment, context->today))
    return NULL;
  for (guint i = 0; i < membership->licences->len; i++)
    {
      const RcLicenceRecord *licence = g_ptr_array_index (membership->licences, i);

      if (licence->licence_kind != RC_LICENCE_KIND_CONSUMABLE)
        licences += licence->ordered + licence->pending;
    }
  if (licences >= commitment->quantity)
    return NULL;
  /* Translators: two numbers of licences */
  return g_strdup_printf (_ ("%d licenses are below the 3-year commit of %d. Renew this customer alone."),
                          licences, commitment->quantity);
}

static char *
find_obstacle (RcRenewalDraft *self, const RcMembershipRecord *membership, GListModel *products,
               const RcActionContext *context)
{
  const char *reason = rc_action_get_reason (RC_ACTION_RENEW, membership, context);
  char *obstacle;

  if (reason != NULL)
    return g_strdup (reason);
  if (self->lines->len == 0)
    return g_strdup (_ ("There are no licenses to renew."));
  obstacle = find_product_obstacle (self, membership, products);
  return obstacle != NULL ? obstacle : find_commitment_obstacle (membership, context);
}

/* RN-6: it blocks nothing. */
static char *
find_hint (const RcMembershipRecord *membership, const RcActionContext *context)
{
  switch (rc_request_state (membership->customer->oldest_open_pa, context->today, context->policy))
    {
    case RC_REQUEST_STATE_NONE:
    case RC_REQUEST_STATE_PENDING:
      return NULL;
    case RC_REQUEST_STATE_OVERDUE:
    case RC_REQUEST_STATE_SUSPENDED:
      return g_strdup (_ ("An order is past due. It does not hold up the renewal."));
    }
  return NULL;
}

/**
 * rc_renewal_draft_new:
 * @membership: a customer
 * @products: (element-type RcProduct): the catalogue
 * @context: when, by which numbers and who
 *
 * Returns: (transfer full): its renewal order at current quantities, ticked where it can be renewed
 */
RcRenewalDraft *
rc_renewal_draft_new (const RcMembershipRecord *membership, GListModel *products,
                      const RcActionContext *context)
{
  RcRenewalDraft *self = g_object_new (RC_TYPE_RENEWAL_DRAFT, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  RcTermDates dates = { 0 };

  self->customer_id = membership->customer->id;
  self->name = g_strdup (membership->customer->name);
  for (guint i = 0; i < membership->licences->len; i++)
    add_line (self, text, g_ptr_array_index (membership->licences, i));
  self->lines_text = g_string_free (g_steal_pointer (&text), FALSE);
  if (membership->customer->anniversary_date != RC_DATE_NONE)
    rc_term_dates (membership->customer->anniversary_date, context->policy, &dates);
  self->earliest = dates.opens_on;
  self->hint = find_obstacle (self, membership, products, context);
  if (self->hint != NULL)
    {
      self->state = RC_RENEWAL_DRAFT_STATE_REFUSED;
      return self;
    }
  self->hint = find_hint (membership, context);
  self->ticked = TRUE;
  return self;
}

/**
 * rc_renewal_draft_get_customer_id:
 * @self: a draft
 *
 * Returns: whose
 */
gint64
rc_renewal_draft_get_customer_id (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), 0);
  return self->customer_id;
}

/**
 * rc_renewal_draft_get_number:
 * @self: a draft
 *
 * Returns: (transfer none): its order number as typed or proposed; an empty string where there is none
 */
const char *
rc_renewal_draft_get_number (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), "");
  return self->number;
}

static void
replace_number (RcRenewalDraft *self, const char *number)
{
  if (g_strcmp0 (self->number, number) == 0)
    return;
  g_free (self->number);
  self->number = g_strdup (number != NULL ? number : "");
  /* What the last try said was about the number before. */
  if (self->outcome != NULL)
    rc_renewal_draft_set_outcome (self, RC_RENEWAL_DRAFT_STATE_OPEN, NULL);
  notify (self, PROP_NUMBER);
}

/**
 * rc_renewal_draft_set_number:
 * @self: a draft
 * @number: what somebody typed
 *
 * From now on no proposal replaces it, unless it is empty.
 */
void
rc_renewal_draft_set_number (RcRenewalDraft *self, const char *number)
{
  g_return_if_fail (RC_IS_RENEWAL_DRAFT (self));
  if (g_strcmp0 (self->number, number) == 0)
    return;
  self->number_is_own = number != NULL && *number != '\0';
  replace_number (self, number);
}

/**
 * rc_renewal_draft_propose_number:
 * @self: a draft
 * @number: a proposal
 *
 * Takes it, unless somebody typed a number of its own.
 */
void
rc_renewal_draft_propose_number (RcRenewalDraft *self, const char *number)
{
  g_return_if_fail (RC_IS_RENEWAL_DRAFT (self));
  if (!self->number_is_own)
    replace_number (self, number);
}

/**
 * rc_renewal_draft_get_ticked:
 * @self: a draft
 *
 * Returns: whether it is to be run
 */
gboolean
rc_renewal_draft_get_ticked (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), FALSE);
  return self->ticked;
}

/**
 * rc_renewal_draft_set_ticked:
 * @self: a draft
 * @ticked: whether it is to be run; one that is refused or done stays as it is
 */
void
rc_renewal_draft_set_ticked (RcRenewalDraft *self, gboolean ticked)
{
  g_return_if_fail (RC_IS_RENEWAL_DRAFT (self));
  if (self->ticked == ticked || !can_edit (self))
    return;
  self->ticked = ticked;
  notify (self, PROP_TICKED);
}

/**
 * rc_renewal_draft_get_state:
 * @self: a draft
 *
 * Returns: what became of it
 */
RcRenewalDraftState
rc_renewal_draft_get_state (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), RC_RENEWAL_DRAFT_STATE_REFUSED);
  return self->state;
}

/**
 * rc_renewal_draft_get_earliest:
 * @self: a draft
 *
 * Returns: the first day that its order can be of (RN-1)
 */
RcDate
rc_renewal_draft_get_earliest (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), RC_DATE_NONE);
  return self->earliest;
}

/**
 * rc_renewal_draft_get_note:
 * @self: a draft
 *
 * Returns: (transfer none): what is to be said beneath it; an empty string where all is well
 */
const char *
rc_renewal_draft_get_note (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), "");
  if (self->fault != NULL)
    return self->fault;
  if (self->outcome != NULL)
    return self->outcome;
  return self->hint != NULL ? self->hint : "";
}

/**
 * rc_renewal_draft_get_lines:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type RcProductLine): what is ordered
 */
GPtrArray *
rc_renewal_draft_get_lines (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), NULL);
  return self->lines;
}

/**
 * rc_renewal_draft_set_fault:
 * @self: a draft
 * @fault: (nullable): what is wrong with what was typed, in a sentence
 */
void
rc_renewal_draft_set_fault (RcRenewalDraft *self, const char *fault)
{
  g_return_if_fail (RC_IS_RENEWAL_DRAFT (self));
  if (g_strcmp0 (self->fault, fault) == 0)
    return;
  g_free (self->fault);
  self->fault = g_strdup (fault);
  notify (self, PROP_NOTE);
}

/**
 * rc_renewal_draft_has_fault:
 * @self: a draft
 *
 * Returns: whether something is wrong with what was typed
 */
gboolean
rc_renewal_draft_has_fault (RcRenewalDraft *self)
{
  g_return_val_if_fail (RC_IS_RENEWAL_DRAFT (self), FALSE);
  return self->fault != NULL;
}

/**
 * rc_renewal_draft_set_outcome:
 * @self: a draft
 * @state: what became of it
 * @text: the same in words, or the reason
 */
void
rc_renewal_draft_set_outcome (RcRenewalDraft *self, RcRenewalDraftState state, const char *text)
{
  g_return_if_fail (RC_IS_RENEWAL_DRAFT (self));
  g_free (self->outcome);
  self->outcome = g_strdup (text);
  if (state == RC_RENEWAL_DRAFT_STATE_DONE && self->ticked)
    {
      self->ticked = FALSE;
      notify (self, PROP_TICKED);
    }
  self->state = state;
  notify (self, PROP_STATE);
  notify (self, PROP_CAN_EDIT);
  notify (self, PROP_NOTE);
}
