/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-send-reseller-change-code.h"

#include "rc-email.h"
#include "rc-reseller-change-table.h"
#include "rc-reseller-code-mail.h"

/* Sends a new code for a change of reseller, to the same or to a new address (CH-2). The one before is void from then on. */

struct _RcSendResellerChangeCode
{
  RcCommand parent_instance;

  gint64 reseller_change_id;
  char *admin_email; /* (owned) (nullable) NULL: the same */
};

G_DEFINE_FINAL_TYPE (RcSendResellerChangeCode, rc_send_reseller_change_code, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "reseller-change-id", RC_COMMAND_FIELD_ID,
    G_STRUCT_OFFSET (RcSendResellerChangeCode, reseller_change_id) },
  { "admin-email", RC_COMMAND_FIELD_STRING, G_STRUCT_OFFSET (RcSendResellerChangeCode, admin_email) },
};

static gboolean
rc_send_reseller_change_code_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcSendResellerChangeCode *self = RC_SEND_RESELLER_CHANGE_CODE (command);
  g_autofree char *email = NULL;

  if (self->admin_email == NULL)
    return TRUE;
  email = rc_email_normalize (self->admin_email, policy, error);
  return email != NULL;
}

/* Leaves the old address in @old_email where there is a new one. */
static gboolean
set_email (RcSendResellerChangeCode *self, RcCommandContext *context, RcResellerChangeRecord *change,
           char **old_email, GError **error)
{
  g_autofree char *email = NULL;

  if (self->admin_email == NULL)
    return TRUE;
  email = rc_email_normalize (self->admin_email, context->policy, error);
  if (g_str_equal (email, change->admin_email))
    return TRUE;
  *old_email = change->admin_email;
  change->admin_email = g_steal_pointer (&email);
  return rc_reseller_change_table_set_email (context->database, context->seq, change->id, change->admin_email,
                                             error);
}

static gboolean
record (RcCommandContext *context, const RcResellerChangeRecord *change, const char *old_email,
        GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();

  rc_activity_details_add (details, "vip-id", NULL, change->vip_id);
  rc_activity_details_add (details, "email", old_email, change->admin_email);
  return rc_command_context_record (context, NULL, details, error);
}

static gboolean
rc_send_reseller_change_code_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                                    GError **error)
{
  RcSendResellerChangeCode *self = RC_SEND_RESELLER_CHANGE_CODE (command);
  g_autoptr (RcResellerChangeRecord) change =
      rc_reseller_change_load_open (context, self->reseller_change_id, error);
  g_autofree char *old_email = NULL;

  if (change == NULL || !set_email (self, context, change, &old_email, error)
      || !rc_reseller_code_mail (context, change, error))
    return FALSE;
  result->object_id = change->id;
  result->reference = g_strdup (change->admin_email);
  result->count = 1;
  return record (context, change, old_email, error);
}

static void
rc_send_reseller_change_code_class_init (RcSendResellerChangeCodeClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_send_reseller_change_code_validate;
  command_class->apply = rc_send_reseller_change_code_apply;
  rc_command_class_set_fields (command_class, "send-reseller-change-code", fields, G_N_ELEMENTS (fields));
}

static void
rc_send_reseller_change_code_init (RcSendResellerChangeCode *self)
{
}

/**
 * rc_send_reseller_change_code_new:
 * @actor: who sends it
 * @date: the day
 * @reseller_change_id: a request that is not completed
 * @admin_email: (nullable): to whom the code goes from now on; %NULL: as before
 *
 * Returns: (transfer full): a command; its result has the request's id and the address
 */
RcCommand *
rc_send_reseller_change_code_new (gint64 actor, RcDate date, gint64 reseller_change_id,
                                  const char *admin_email)
{
  return g_object_new (RC_TYPE_SEND_RESELLER_CHANGE_CODE, "actor", actor, "date", date, "reseller-change-id",
                       reseller_change_id, "admin-email", admin_email, NULL);
}
