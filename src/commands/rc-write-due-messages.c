/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-write-due-messages.h"

#include "rc-command-mail.h"
#include "rc-customer-table.h"
#include "rc-dated-message-table.h"
#include "rc-member-table.h"
#include "rc-order-lines.h"
#include "rc-purchase-authorization-table.h"
#include "rc-request-state.h"
#include "rc-rule-error.h"
#include "rc-term-dates.h"

#include <glib/gi18n-lib.h>

/* Writes the mails that a date brings (MS-1): past due purchase authorizations and renewals, to customers and to their account
 * managers; each once. What is not due any more when the command runs is left out. */

struct _RcWriteDueMessages
{
  RcCommand parent_instance;

  GArray *pa_ids; /* (owned) (nullable) of gint64 */
  GArray *customer_ids; /* (owned) (nullable) of gint64 */
  GArray *coming_ids; /* (owned) (nullable) of gint64 */
  gboolean write;
};

G_DEFINE_FINAL_TYPE (RcWriteDueMessages, rc_write_due_messages, RC_TYPE_COMMAND)

static const RcCommandField fields[] = {
  { "pa-ids", RC_COMMAND_FIELD_IDS, G_STRUCT_OFFSET (RcWriteDueMessages, pa_ids) },
  { "customer-ids", RC_COMMAND_FIELD_IDS, G_STRUCT_OFFSET (RcWriteDueMessages, customer_ids) },
  { "coming-ids", RC_COMMAND_FIELD_IDS, G_STRUCT_OFFSET (RcWriteDueMessages, coming_ids) },
  { "write", RC_COMMAND_FIELD_BOOLEAN, G_STRUCT_OFFSET (RcWriteDueMessages, write) },
};

/* An account manager's customers that have to renew soon. */
typedef struct
{
  gint64 managed_by;
  GPtrArray *records; /* (owned) of RcDueRecord */
} Coming;

static void
coming_free (gpointer data)
{
  Coming *coming = data;

  g_ptr_array_unref (coming->records);
  g_free (coming);
}

static gboolean
rc_write_due_messages_validate (RcCommand *command, const RcPolicy *policy, GError **error)
{
  RcWriteDueMessages *self = RC_WRITE_DUE_MESSAGES (command);

  if ((self->pa_ids != NULL && self->pa_ids->len > 0)
      || (self->customer_ids != NULL && self->customer_ids->len > 0)
      || (self->coming_ids != NULL && self->coming_ids->len > 0))
    return TRUE;
  g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND, _ ("Choose at least one message."));
  return FALSE;
}

static gboolean
add_pa_values (RcCommandContext *context, const RcCustomerRecord *customer, gint64 pa_id, GHashTable *values,
               GError **error)
{
  g_autoptr (RcPaRecord) pa = rc_purchase_authorization_table_load (context->database, pa_id, error);
  g_autofree char *products = NULL;

  if (pa == NULL)
    return FALSE;
  products = rc_order_lines_to_text (pa->lines, "    ", "\n");
  rc_command_mail_values_add (values, "products", products);
  rc_command_mail_values_add_date (values, "date", customer, pa->date);
  rc_command_mail_values_add_date (values, "suspended_from", customer,
                                   rc_request_suspended_from (pa->date, context->policy));
  return TRUE;
}

static void
add_renewal_values (RcCommandContext *context, const RcCustomerRecord *customer, GHashTable *values)
{
  RcTermDates dates;

  rc_term_dates (customer->anniversary_date, context->policy, &dates);
  rc_command_mail_values_add_date (values, "anniversary_date", customer, dates.anniversary);
  rc_command_mail_values_add_date (values, "window_opens", customer, dates.opens_on);
  rc_command_mail_values_add_date (values, "window_closes", customer, dates.closes_on);
}

static gboolean
note (RcCommandContext *context, const RcDueRecord *due, gint64 message_id, RcCommandResult *result,
      GError **error)
{
  result->count++;
  context->changes->kinds |= RC_CHANGE_MESSAGES;
  return rc_dated_message_table_insert (context->database, due, context->today, message_id, error);
}

static gboolean
write_to_customer (RcCommandContext *context, const RcDueRecord *due, gint64 *message_id, GError **error)
{
  g_autoptr (RcCustomerRecord) customer = rc_command_context_load_customer (context, due->customer_id, error);
  g_autoptr (GHashTable) values = rc_command_mail_values_new ();

  if (customer == NULL)
    return FALSE;
  if (due->group == RC_DUE_RENEWALS)
    add_renewal_values (context, customer, values);
  else if (!add_pa_values (context, customer, due->subject_id, values, error))
    return FALSE;
  if (!rc_command_mail_customer (context, customer, due->kind, values, error))
    return FALSE;
  *message_id = rc_database_last_insert_id (context->database);
  return TRUE;
}

static gboolean
work_off (RcWriteDueMessages *self, RcCommandContext *context, RcDueGroup group, GArray *ids,
          RcCommandResult *result, GError **error)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (RcDueRecord) due = NULL;
      gint64 message_id = 0;

      if (!rc_due_query_find (context->database, context->today, context->policy, group,
                              g_array_index (ids, gint64, i), &due, error))
        return FALSE;
      if (due == NULL)
        continue;
      if ((self->write && !write_to_customer (context, due, &message_id, error))
          || !note (context, due, message_id, result, error))
        return FALSE;
      if (result->customer_id == 0)
        result->customer_id = due->customer_id;
    }
  return TRUE;
}

static Coming *
find_manager (GPtrArray *managers, gint64 managed_by)
{
  Coming *coming;

  for (guint i = 0; i < managers->len; i++)
    {
      coming = g_ptr_array_index (managers, i);
      if (coming->managed_by == managed_by)
        return coming;
    }
  coming = g_new0 (Coming, 1);
  coming->managed_by = managed_by;
  coming->records = g_ptr_array_new_with_free_func ((GDestroyNotify) rc_due_record_free);
  g_ptr_array_add (managers, coming);
  return coming;
}

static GPtrArray *
group_by_manager (RcWriteDueMessages *self, RcCommandContext *context, GError **error)
{
  g_autoptr (GPtrArray) managers = g_ptr_array_new_with_free_func (coming_free);

  for (guint i = 0; self->coming_ids != NULL && i < self->coming_ids->len; i++)
    {
      RcDueRecord *due = NULL;

      if (!rc_due_query_find (context->database, context->today, context->policy, RC_DUE_RENEWALS_COMING,
                              g_array_index (self->coming_ids, gint64, i), &due, error))
        return NULL;
      if (due != NULL)
        g_ptr_array_add (find_manager (managers, due->managed_by)->records, due);
    }
  return g_steal_pointer (&managers);
}

/* One mail tells of all of a manager's customers. Who is not in the team any more is not written to. */
static gboolean
write_to_manager (RcCommandContext *context, const Coming *coming, gint64 *message_id, GError **error)
{
  g_autoptr (RcMemberRecord) manager = rc_member_table_load (context->database, coming->managed_by, error);
  g_autoptr (GHashTable) values = rc_command_mail_values_new ();
  g_autoptr (GString) customers = g_string_new (NULL);
  g_autoptr (GHashTable) dates = rc_command_mail_values_new ();

  if (manager == NULL)
    return FALSE;
  if (manager->status != RC_MEMBER_STATUS_ACTIVE)
    return TRUE;
  for (guint i = 0; i < coming->records->len; i++)
    {
      const RcDueRecord *due = g_ptr_array_index (coming->records, i);

      rc_command_mail_values_add_date (dates, "date", NULL, due->term_date);
      g_string_append_printf (customers, "%s    %s – %s", i > 0 ? "\n" : "", due->customer_name,
                              (const char *) g_hash_table_lookup (dates, "date"));
    }
  rc_command_mail_values_add (values, "customers", customers->str);
  if (!rc_command_mail_member (context, manager, RC_MESSAGE_KIND_RENEWALS_COMING, values, error))
    return FALSE;
  *message_id = rc_database_last_insert_id (context->database);
  return TRUE;
}

static gboolean
work_off_coming (RcWriteDueMessages *self, RcCommandContext *context, RcCommandResult *result, GError **error)
{
  g_autoptr (GPtrArray) managers = group_by_manager (self, context, error);

  for (guint i = 0; managers != NULL && i < managers->len; i++)
    {
      const Coming *coming = g_ptr_array_index (managers, i);
      gint64 message_id = 0;

      if (self->write && !write_to_manager (context, coming, &message_id, error))
        return FALSE;
      for (guint j = 0; j < coming->records->len; j++)
        if (!note (context, g_ptr_array_index (coming->records, j), message_id, result, error))
          return FALSE;
    }
  return managers != NULL;
}

/* One entry for the whole run: which messages were written is in the messages. */
static gboolean
record (RcWriteDueMessages *self, RcCommandContext *context, RcCommandResult *result, GError **error)
{
  g_autoptr (JsonObject) details = json_object_new ();
  g_autoptr (RcCustomerRecord) customer = NULL;

  if (result->count == 1 && result->customer_id != 0)
    {
      customer = rc_command_context_load_customer (context, result->customer_id, error);
      if (customer == NULL)
        return FALSE;
    }
  else
    result->customer_id = 0;
  rc_activity_details_add_count (details, self->write ? "messages" : "passed-over", result->count);
  return rc_command_context_record (context, customer, details, error);
}

static gboolean
rc_write_due_messages_apply (RcCommand *command, RcCommandContext *context, RcCommandResult *result,
                             GError **error)
{
  RcWriteDueMessages *self = RC_WRITE_DUE_MESSAGES (command);

  return work_off (self, context, RC_DUE_PURCHASE_AUTHORIZATIONS, self->pa_ids, result, error)
         && work_off (self, context, RC_DUE_RENEWALS, self->customer_ids, result, error)
         && work_off_coming (self, context, result, error) && record (self, context, result, error);
}

static void
rc_write_due_messages_class_init (RcWriteDueMessagesClass *klass)
{
  RcCommandClass *command_class = RC_COMMAND_CLASS (klass);

  command_class->validate = rc_write_due_messages_validate;
  command_class->apply = rc_write_due_messages_apply;
  rc_command_class_set_fields (command_class, "write-due-messages", fields, G_N_ELEMENTS (fields));
}

static void
rc_write_due_messages_init (RcWriteDueMessages *self)
{
}

/**
 * rc_write_due_messages_new:
 * @actor: who has them written
 * @date: the day
 * @pa_ids: (nullable) (element-type gint64): purchase authorizations whose customers are told that they are past due; copied
 * @customer_ids: (nullable) (element-type gint64): customers that are told of their renewal; copied
 * @coming_ids: (nullable) (element-type gint64): customers whose managers are told of their renewal; copied
 * @write: %FALSE: they are passed over, for ever
 *
 * Returns: (transfer full): a command; its result counts what is not due any more now
 */
RcCommand *
rc_write_due_messages_new (gint64 actor, RcDate date, GArray *pa_ids, GArray *customer_ids,
                           GArray *coming_ids, gboolean write)
{
  return g_object_new (RC_TYPE_WRITE_DUE_MESSAGES, "actor", actor, "date", date, "pa-ids", pa_ids,
                       "customer-ids", customer_ids, "coming-ids", coming_ids, "write", write, NULL);
}
