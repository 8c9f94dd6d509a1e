/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-start-reseller-change.h"

#include "rc-customer-table.h"
#include "rc-email.h"
#include "rc-language.h"
#include "rc-reseller-change-table.h"
#include "rc-reseller-code-mail.h"
#include "rc-rule-error.h"
#include "rc-vip-id.h"

#include <glib/gi18n-lib.h>

/* Asks a membership of another reseller to change to this one (CH-1): its administrator gets a code to agree with. */

struct _RcStartResellerChange
{
  RcCommand parent_instance;

  char *vip_id; /* (owned) (nullable) */
  char *admin_email; /* (owned) (nullable) */
  char *language; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (RcStartResellerChange, rc_start_reseller_change, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "vip-id", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcStartResellerChange, vip_id) },
  { "admin-email", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcStartResellerChange, admin_email) },
  { "language", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcStartResellerChange, language) },
};

static gboolean
rc_start_reseller_change_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcStartResellerChange *self = RC_START_RESELLER_CHANGE (command);
  g_autofree char *vip_id = rc_vip_id_normalize (self->vip_id);
  g_autofree char *email = NULL;

  if (vip_id == NULL)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
                           _ ("Enter the VIP ID: 20 characters, digits and the letters A to F."));
      return FALSE;
    }
  email = rc_email_normalize (self->admin_email, policy, error);
  if (email == NULL)
    return FALSE;
  if (self->language != NULL && rc_language_is_valid (self->language))
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
                       _ ("Choose the language of the email."));
  return FALSE;
}

static gboolean
check_not_own (RcCommandContext *context, const char *vip_id, GError **error)
{
  g_autoptr (RcCustomerRecord) customer = NULL;
  gboolean moved;
  gint64 own;

  if (!rc_customer_table_find_vip_id (context->database, vip_id, &own, &moved, error))
    return FALSE;
  if (own == 0)
    return TRUE;
  customer = rc_customer_table_load (context->database, own, error);
  if (customer != NULL)
    g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_RESELLER_CHANGE,
                 /* Translators: an organization's name, a VIP ID */
                 _ ("%s with the VIP ID %s is your customer already."), customer->name, vip_id);
  return FALSE;
}

static gboolean
check_not_started (RcCommandContext *context, const char *vip_id, GError **error)
{
  GError *fault = NULL;
  g_autoptr (RcResellerChangeRecord) other =
      rc_reseller_change_table_find_open (context->database, vip_id, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (other == NULL)
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_RESELLER_CHANGE,
               /* Translators: a VIP ID, an e-mail address */
               _ ("A change of reseller for the VIP ID %s has been started already, with %s. Send a new code "
                  "for it instead."),
               vip_id, other->admin_email);
  return FALSE;
}

static gboolean
record (RcCommandContext *context, const RcResellerChangeRecord *change, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();

  rc_activity_details_add (details, "vip-id", NULL, change->vip_id);
  rc_activity_details_add (details, "email", NULL, change->admin_email);
  return rc_command_context_record (context, NULL, details, error);
}

static gboolean
rc_start_reseller_change_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                                GError **error)
{
  RcStartResellerChange *self = RC_START_RESELLER_CHANGE (command);
  g_autoptr (RcResellerChangeRecord) change = g_new0 (RcResellerChangeRecord, 1);

  change->vip_id = rc_vip_id_normalize (self->vip_id);
  change->admin_email = rc_email_normalize (self->admin_email, context->policy, error);
  change->language = g_strdup (self->language);
  change->requested_at = context->now;
  if (!check_not_own (context, change->vip_id, error) || !check_not_started (context, change->vip_id, error)
      || !rc_reseller_change_table_insert (context->database, context->seq, change, context->actor->id, error)
      || !rc_reseller_code_mail (context, change, error))
    return FALSE;
  result->object_id = change->id;
  result->reference = g_strdup (change->vip_id);
  result->count = 1;
  return record (context, change, error);
}

static void
rc_start_reseller_change_class_init (RcStartResellerChangeClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_start_reseller_change_validate;
  command_class->apply = rc_start_reseller_change_apply;
  rc_command_class_set_fields (command_class, "start-reseller-change", fields, G_N_ELEMENTS (fields));
}

static void
rc_start_reseller_change_init (RcStartResellerChange *self)
{
}

/**
 * rc_start_reseller_change_new:
 * @actor: who asks
 * @date: the day
 * @vip_id: a VIP ID that is not this reseller's
 * @admin_email: the address of one of the membership's system administrators
 * @language: in which the mail is written: pt_BR, pl, da, fr, it, en
 *
 * The code is made when the command is applied, so that neither the command nor its JSON holds it.
 *
 * Returns: (transfer full): a command; its result has the request's id and the VIP ID
 */
RcCommand *
rc_start_reseller_change_new (gint64 actor, RcDate date, const char *vip_id, const char *admin_email,
                              const char *language)
{
  return g_object_new (RC_TYPE_START_RESELLER_CHANGE, "actor", actor, "date", date, "vip-id", vip_id,
                       "admin-email", admin_email, "language", language, NULL);
}
