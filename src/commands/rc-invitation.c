/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-invitation.h"

#include "rc-customer-table.h"
#include "rc-enum-types.h"
#include "rc-rule-error.h"
#include "rc-vip-id.h"

#include <glib/gi18n-lib.h>

/* A new membership from the fields of CU-1, for an invitation and for an import. The mail is the command's business. */

/**
 * rc_invitation_validate:
 * @data: what was typed
 * @date: the day of the invitation or of the import
 * @policy: the program's numbers
 * @error: RC_RULE_ERROR_INVALID_DATA, or RC_RULE_ERROR_EXTENDED_TERM or RC_RULE_ERROR_DATE where that is all that is wrong;
 *   the message names every fault (CU-1)
 *
 * Returns: whether all fields are right
 */
gboolean
rc_invitation_validate (const RcCustomerData *data, RcDate date, const RcPolicy *policy, GError **error)
{
  g_autoptr (GPtrArray) faults = rc_customer_data_validate (data, date, policy);
  g_autoptr (GString) message = g_string_new (NULL);
  int code = RC_RULE_ERROR_INVALID_DATA;

  for (guint i = 0; i < faults->len; i++)
    {
      const RcFault *fault = g_ptr_array_index (faults, i);

      code = i == 0 || code == fault->code ? fault->code : RC_RULE_ERROR_INVALID_DATA;
      g_string_append_printf (message, "%s%s", i > 0 ? " " : "", fault->message);
    }
  if (faults->len == 0)
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, code, message->str);
  return FALSE;
}

/**
 * rc_invitation_load_manager:
 * @context: a context
 * @member_id: who is to look after the new customer; 0: the actor
 * @error: RC_RULE_ERROR_FORBIDDEN where another than the actor is named by another than the primary admin, or for a
 *   viewer; RC_RULE_ERROR_NOT_FOUND; RC_STORE_ERROR
 *
 * The inviter looks after a customer until the primary admin says otherwise (CU-10).
 *
 * Returns: (transfer full) (nullable): who looks after it
 */
RcMemberRecord *
rc_invitation_load_manager (RcCommandContext *context, gint64 member_id, GError **error)
{
  gboolean is_actor = member_id == 0 || member_id == context->actor->id;

  if (!is_actor && context->actor->role != RC_ROLE_PRIMARY_ADMIN)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_FORBIDDEN,
                           _ ("Only the primary admin can have someone else manage the customer."));
      return NULL;
    }
  return rc_command_context_load_manager (context, is_actor ? context->actor->id : member_id, error);
}

/**
 * rc_invitation_check_double:
 * @context: a context
 * @customer: a customer, which may not be in the workspace yet
 * @email: the address that its primary contact is to have
 * @error: RC_RULE_ERROR_DUPLICATE_CUSTOMER, which names the VIP ID; RC_STORE_ERROR
 *
 * Returns: whether no other membership of the same organization has the contact (CU-8); one that had moved away and comes
 *   back is the same (CH-5)
 */
gboolean
rc_invitation_check_double (RcCommandContext *context, const RcCustomerRecord *customer, const char *email,
                            GError **error)
{
  RcCustomerDouble found;

  if (!rc_customer_table_find_double (context->database, customer->name, email, &found, error))
    return FALSE;
  if (found.id == 0 || found.id == customer->id || g_strcmp0 (found.vip_id, customer->vip_id) == 0)
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DUPLICATE_CUSTOMER,
               /* Translators: an organization's name, an e-mail address, a VIP ID */
               _ ("%s is a customer already, with the primary contact %s and the VIP ID %s."), customer->name,
               email, found.vip_id);
  return FALSE;
}

static gboolean
issue_new_vip_id (RcCommandContext *context, RcCustomerRecord *customer, GError **error)
{
  gboolean claimed = FALSE;

  while (!claimed)
    {
      g_free (customer->vip_id);
      customer->vip_id = rc_vip_id_new ();
      if (!rc_customer_table_claim_vip_id (context->database, customer->vip_id, &claimed, error))
        return FALSE;
    }
  return TRUE;
}

/* CU-4. An ID that the data brings along is kept if it was never issued here, or only to who moved away with it (CH-5). */
static gboolean
issue_vip_id (RcCommandContext *context, RcCustomerRecord *customer, GError **error)
{
  gboolean claimed, moved;
  gint64 own;

  if (customer->vip_id == NULL)
    return issue_new_vip_id (context, customer, error);
  if (!rc_customer_table_claim_vip_id (context->database, customer->vip_id, &claimed, error)
      || !rc_customer_table_find_vip_id (context->database, customer->vip_id, &own, &moved, error))
    return FALSE;
  if (claimed || (own == 0 && moved))
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_DUPLICATE_CUSTOMER,
               /* Translators: a VIP ID, an organization's name */
               _ ("The VIP ID %s of %s has been issued in this workspace before."), customer->vip_id,
               customer->name);
  return FALSE;
}

static char *
dup_field (const RcCustomerData *data, RcCustomerField field)
{
  const char *value = rc_customer_data_get (data, field);

  return *value != '\0' ? g_strdup (value) : NULL;
}

static void
fill_address (RcCustomerRecord *customer, const RcCustomerData *data)
{
  customer->country = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_COUNTRY));
  customer->region = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_REGION));
  customer->street = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_STREET));
  customer->city = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_CITY));
  customer->postal_code = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_POSTAL_CODE));
  customer->language = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_LANGUAGE));
  customer->contact_given_name = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_GIVEN_NAME));
  customer->contact_family_name = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_FAMILY_NAME));
  customer->contact_email = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_EMAIL));
}

static void
fill_dates (RcCustomerRecord *customer, const RcCustomerData *data, RcDate today)
{
  RcDate invited_on = rc_date_from_iso (rc_customer_data_get (data, RC_CUSTOMER_FIELD_INVITED_ON));

  customer->invited_on = invited_on != RC_DATE_NONE ? invited_on : today;
  customer->accepted_on = rc_date_from_iso (rc_customer_data_get (data, RC_CUSTOMER_FIELD_ACCEPTED_ON));
  customer->invitation_status =
      customer->accepted_on != RC_DATE_NONE ? RC_INVITATION_STATUS_ACCEPTED : RC_INVITATION_STATUS_PENDING;
  customer->anniversary_date =
      rc_date_from_iso (rc_customer_data_get (data, RC_CUSTOMER_FIELD_ANNIVERSARY_DATE));
  customer->custom_anniversary = customer->anniversary_date != RC_DATE_NONE;
  customer->anniversary_anchor = rc_date_get_day (customer->anniversary_date);
}

static RcCustomerRecord *
make_record (const RcCustomerData *data, const RcMemberRecord *manager, RcDate today)
{
  RcCustomerRecord *customer = g_new0 (RcCustomerRecord, 1);
  int segment = RC_SEGMENT_COMMERCIAL, offer_type = RC_OFFER_TYPE_TEAM;

  rc_enum_from_nick (RC_TYPE_SEGMENT, rc_customer_data_get (data, RC_CUSTOMER_FIELD_SEGMENT), &segment);
  rc_enum_from_nick (RC_TYPE_OFFER_TYPE, rc_customer_data_get (data, RC_CUSTOMER_FIELD_OFFER_TYPE),
                     &offer_type);
  customer->segment = (RcSegment) segment;
  customer->offer_type = (RcOfferType) offer_type;
  customer->name = g_strdup (rc_customer_data_get (data, RC_CUSTOMER_FIELD_NAME));
  customer->english_name = dup_field (data, RC_CUSTOMER_FIELD_ENGLISH_NAME);
  customer->vip_id = dup_field (data, RC_CUSTOMER_FIELD_VIP_ID);
  customer->managed_by = manager->id;
  customer->managed_by_name = g_strdup (manager->name);
  fill_address (customer, data);
  fill_dates (customer, data, today);
  return customer;
}

/**
 * rc_invitation_describe:
 * @customer: a new customer
 *
 * Returns: (transfer full): what the activity entry says of it
 */
JsonObject *
rc_invitation_describe (const RcCustomerRecord *customer)
{
  JsonObject *details = json_object_new ();

  rc_activity_details_add (details, "vip-id", NULL, customer->vip_id);
  rc_activity_details_add (details, "email", NULL, customer->contact_email);
  rc_activity_details_add (details, "managed-by", NULL, customer->managed_by_name);
  rc_activity_details_add_date (details, "anniversary-date", RC_DATE_NONE, customer->anniversary_date);
  rc_activity_details_add_date (details, "accepted-on", RC_DATE_NONE, customer->accepted_on);
  return details;
}

static gboolean
insert_customer (RcCommandContext *context, RcCustomerRecord *customer, GError **error)
{
  if (context->in_bulk)
    return rc_customer_table_insert_unsearched (context->database, context->seq, customer, error);
  return rc_customer_table_insert (context->database, context->seq, customer, error);
}

/**
 * rc_invitation_insert:
 * @context: a context
 * @data: data that rc_invitation_validate() found right
 * @manager: who looks after the customer (CU-10)
 * @error: RC_RULE_ERROR_DUPLICATE_CUSTOMER (CU-8, CU-4); RC_STORE_ERROR
 *
 * Adds the customer with its VIP ID; the activity entry is the caller's.
 *
 * Returns: (transfer full) (nullable): the new customer
 */
RcCustomerRecord *
rc_invitation_insert (RcCommandContext *context, const RcCustomerData *data, const RcMemberRecord *manager,
                      GError **error)
{
  g_autoptr (RcCustomerData) normal = rc_customer_data_normalize (data);
  g_autoptr (RcCustomerRecord) customer = make_record (normal, manager, context->today);

  if (!rc_invitation_check_double (context, customer, customer->contact_email, error)
      || !issue_vip_id (context, customer, error) || !insert_customer (context, customer, error))
    return NULL;
  rc_change_set_add_customer (context->changes, customer->id);
  context->changes->membership = TRUE;
  return g_steal_pointer (&customer);
}

/**
 * rc_invitation_add:
 * @context: a context
 * @data: data that rc_invitation_validate() found right
 * @manager: who looks after the customer (CU-10)
 * @error: RC_RULE_ERROR_DUPLICATE_CUSTOMER (CU-8, CU-4); RC_STORE_ERROR
 *
 * Adds the customer with its VIP ID and the activity entry.
 *
 * Returns: (transfer full) (nullable): the new customer
 */
RcCustomerRecord *
rc_invitation_add (RcCommandContext *context, const RcCustomerData *data, const RcMemberRecord *manager,
                   GError **error)
{
  g_autoptr (RcCustomerRecord) customer = rc_invitation_insert (context, data, manager, error);
  g_autoptr (JsonObject) details = NULL;

  if (customer == NULL)
    return NULL;
  details = rc_invitation_describe (customer);
  if (!rc_command_context_record (context, customer, details, error))
    return NULL;
  return g_steal_pointer (&customer);
}
