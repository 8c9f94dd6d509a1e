/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-assign-manager.h"

#include "rc-command-context.h"
#include "rc-customer-table.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Gives one or many customers to a team member to look after (CU-10): all of them, or none. */

struct _RcAssignManager
{
  RcCommand parent_instance;

  GArray *customer_ids; /* (owned) (nullable) of gint64 */
  gint64 managed_by;
};

G_DEFINE_FINAL_TYPE (RcAssignManager, rc_assign_manager, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customer-ids", RC_COMMAND_FIELD_IDS, G_STRUCT_OFFSET (RcAssignManager, customer_ids) },
  { "managed-by", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcAssignManager, managed_by) },
};

static gboolean
rc_assign_manager_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcAssignManager *self = RC_ASSIGN_MANAGER (command);

  if (self->customer_ids != NULL && self->customer_ids->len > 0)
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND, _ ("Choose at least one customer."));
  return FALSE;
}

static gboolean
assign (RcCommandContext *context, gint64 customer_id, const RcMemberRecord *manager, int *n_changed,
        GError **error)
{
  g_autoptr (RcCustomerRecord) customer = rc_command_context_load_customer (context, customer_id, error);
  g_autoptr (JsonObject) details = json_object_new ();

  if (customer == NULL)
    return FALSE;
  if (customer->managed_by == manager->id)
    return TRUE;
  (*n_changed)++;
  rc_activity_details_add (details, "managed-by", customer->managed_by_name, manager->name);
  rc_change_set_add_customer (context->changes, customer->id);
  return rc_customer_table_set_manager (context->database, context->seq, customer->id, manager->id, error)
         && rc_command_context_record (context, customer, details, error);
}

static gboolean
rc_assign_manager_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                         GError **error)
{
  RcAssignManager *self = RC_ASSIGN_MANAGER (command);
  g_autoptr (RcMemberRecord) manager = rc_command_context_load_manager (context, self->managed_by, error);

  if (manager == NULL)
    return FALSE;
  for (guint i = 0; i < self->customer_ids->len; i++)
    if (!assign (context, g_array_index (self->customer_ids, gint64, i), manager, &result->count, error))
      return FALSE;
  result->object_id = manager->id;
  result->reference = g_strdup (manager->name);
  if (self->customer_ids->len == 1)
    result->customer_id = g_array_index (self->customer_ids, gint64, 0);
  return TRUE;
}

static void
rc_assign_manager_class_init (RcAssignManagerClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->least_role = RC_ROLE_PRIMARY_ADMIN;
  command_class->validate = rc_assign_manager_validate;
  command_class->apply = rc_assign_manager_apply;
  rc_command_class_set_fields (command_class, "assign-manager", fields, G_N_ELEMENTS (fields));
}

static void
rc_assign_manager_init (RcAssignManager *self)
{
}

/**
 * rc_assign_manager_new:
 * @actor: a primary admin (TM-3)
 * @date: the day
 * @customer_ids: (element-type gint64): the customers; copied
 * @managed_by: an active member who is no viewer
 *
 * Returns: (transfer full): a command; its result counts the customers that changed hands, with the member's name as
 *   reference
 */
RcCommand *
rc_assign_manager_new (gint64 actor, RcDate date, GArray *customer_ids, gint64 managed_by)
{
  return g_object_new (RC_TYPE_ASSIGN_MANAGER, "actor", actor, "date", date, "customer-ids", customer_ids,
                       "managed-by", managed_by, NULL);
}
