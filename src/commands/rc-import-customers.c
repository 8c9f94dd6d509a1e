/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-import-customers.h"

#include "rc-command-mail.h"
#include "rc-customer-bulk.h"
#include "rc-invitation.h"
#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* Adds many customers in one transaction, or none of them (IO-2). Reading the file is done elsewhere. */

/* From here on what all rows share is done once. */
#define FEWEST_FOR_BULK 100

struct _RcImportCustomers
{
  RcCommand parent_instance;

  RcCustomerRows *customers; /* (owned) (nullable) */
  gint64 managed_by; /* 0: the actor */
  gboolean send_invitations;
};

G_DEFINE_FINAL_TYPE (RcImportCustomers, rc_import_customers, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "customers", RC_COMMAND_FIELD_CUSTOMERS, G_STRUCT_OFFSET (RcImportCustomers, customers) },
  { "managed-by", RC_COMMAND_FIELD_ID, G_STRUCT_OFFSET (RcImportCustomers, managed_by) },
  { "send-invitations", RC_COMMAND_FIELD_BOOLEAN, G_STRUCT_OFFSET (RcImportCustomers, send_invitations) },
};

/* Which row it was, by its number and its organization's name. */
static void
name_row (GError **error, guint row, const RcCustomerData *data)
{
  /* Translators: a row's number and an organization's name stand before the message that says what is wrong */
  g_prefix_error (error, _ ("Row %u, %s: "), row + 1, rc_customer_data_get (data, RC_CUSTOMER_FIELD_NAME));
}

static gboolean
rc_import_customers_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcImportCustomers *self = RC_IMPORT_CUSTOMERS (command);

  if (self->customers == NULL || rc_customer_rows_get_n (self->customers) == 0)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_INVALID_DATA,
                           _ ("There is no customer to import."));
      return FALSE;
    }
  return TRUE; /* each row is looked at when its turn comes: they may be a million */
}

static gboolean
import_row (RcImportCustomers *self, RcCommandContext *context, guint row, const RcCustomerData *data,
            const RcMemberRecord *manager, GError **error)
{
  g_autoptr (RcCustomerRecord) customer = NULL;

  if (rc_invitation_validate (data, rc_command_get_date (RC_COMMAND (self)), context->policy, error))
    customer = rc_invitation_add (context, data, manager, error);
  if (customer == NULL)
    {
      name_row (error, row, data);
      return FALSE;
    }
  return !self->send_invitations || customer->invitation_status == RC_INVITATION_STATUS_ACCEPTED
         || rc_command_mail_customer (context, customer, RC_MESSAGE_KIND_INVITATION, NULL, error);
}

static gboolean
import_rows (RcImportCustomers *self, RcCommandContext *context, const RcMemberRecord *manager,
             GError **error)
{
  g_autoptr (RcCustomerBulk) bulk = NULL;
  g_auto (RcCustomerRowsReader) reader = { 0 };
  RcCustomerData row;
  guint n_rows = rc_customer_rows_get_n (self->customers);

  if (n_rows >= FEWEST_FOR_BULK)
    {
      bulk = rc_customer_bulk_begin (context->database, n_rows, error);
      if (bulk == NULL)
        return FALSE;
      context->in_bulk = TRUE;
    }
  rc_customer_rows_reader_init (&reader, self->customers);
  for (guint i = 0; rc_customer_rows_reader_next (&reader, &row); i++)
    if (!import_row (self, context, i, &row, manager, error))
      return FALSE;
  return bulk == NULL || rc_customer_bulk_end (bulk, NULL, error);
}

static gboolean
rc_import_customers_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                           GError **error)
{
  RcImportCustomers *self = RC_IMPORT_CUSTOMERS (command);
  g_autoptr (RcMemberRecord) manager = NULL;
  g_autoptr (JsonObject) details = json_object_new ();

  manager = rc_invitation_load_manager (context, self->managed_by, error);
  if (manager == NULL)
    return FALSE;
  if (!import_rows (self, context, manager, error))
    return FALSE;
  result->count = (int) rc_customer_rows_get_n (self->customers);
  rc_activity_details_add_count (details, "customers", result->count);
  return rc_command_context_record (context, NULL, details, error);
}

static void
rc_import_customers_class_init (RcImportCustomersClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_import_customers_validate;
  command_class->apply = rc_import_customers_apply;
  rc_command_class_set_fields (command_class, "import-customers", fields, G_N_ELEMENTS (fields));
}

static void
rc_import_customers_init (RcImportCustomers *self)
{
}

/**
 * rc_import_customers_new:
 * @actor: who imports
 * @date: the day of the import
 * @customers: the rows; not to be changed any more
 * @managed_by: who looks after the customers; 0: the actor
 * @send_invitations: whether each customer that has not accepted yet gets a mail
 *
 * Returns: (transfer full): a command; its result counts the customers
 */
RcCommand *
rc_import_customers_new (gint64 actor, RcDate date, RcCustomerRows *customers, gint64 managed_by,
                         gboolean send_invitations)
{
  return g_object_new (RC_TYPE_IMPORT_CUSTOMERS, "actor", actor, "date", date, "customers", customers,
                       "managed-by", managed_by, "send-invitations", send_invitations, NULL);
}
