/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-command-mail.h"

#include "rc-language.h"
#include "rc-log-query.h"
#include "rc-member-table.h"
#include "rc-message-composer.h"
#include "rc-message-table.h"
#include "rc-settings-table.h"

/* The mails that commands write in their transaction (MS-1). When they are sent is the outbox's business. */

/**
 * rc_command_mail_get_desk_language:
 *
 * Returns: (transfer none): the user's language where there are messages in it, else English: for mails to the team
 */
const char *
rc_command_mail_get_desk_language (void)
{
  const char *const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    for (const char *const *code = rc_language_list_codes (); *code != NULL; code++)
      if (g_str_equal (names[i], *code) || (g_str_equal (names[i], "pt") && g_str_equal (*code, "pt_BR")))
        return *code;
  return "en";
}

/**
 * rc_command_mail_values_new:
 *
 * Returns: (transfer full): an empty table of values for a template
 */
GHashTable *
rc_command_mail_values_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * rc_command_mail_values_add:
 * @values: a template's values
 * @name: a placeholder's name
 * @value: what stands for it
 */
void
rc_command_mail_values_add (GHashTable *values, const char *name, const char *value)
{
  g_hash_table_insert (values, g_strdup (name), g_strdup (value));
}

/**
 * rc_command_mail_values_add_date:
 * @values: a template's values
 * @name: a placeholder's name
 * @customer: (nullable): to whom it is written, in whose language; %NULL: to a member of the team
 * @date: a date
 */
void
rc_command_mail_values_add_date (GHashTable *values, const char *name, const RcCustomerRecord *customer,
                                 RcDate date)
{
  const char *language = customer != NULL ? customer->language : rc_command_mail_get_desk_language ();

  g_hash_table_insert (values, g_strdup (name), rc_message_format_date (language, date));
}

static gboolean
write_message (RcCommandContext *context, RcMessageRecord *message, GHashTable *values, GError **error)
{
  g_autoptr (RcMessageText) text = rc_message_compose (message->kind, message->language, values, error);
  g_autofree char *message_id = rc_message_id_new ();

  if (text == NULL)
    return FALSE;
  message->subject = text->subject;
  message->body = text->body;
  message->message_id = message_id;
  message->status = RC_MESSAGE_STATUS_WAITING;
  message->created_at = context->now;
  context->changes->kinds |= RC_CHANGE_MESSAGES;
  return rc_message_table_insert (context->database, context->seq, message, error);
}

static void
add_common_values (GHashTable *values, const RcCustomerRecord *customer)
{
  rc_command_mail_values_add (values, "organization", customer->name);
  rc_command_mail_values_add (values, "vip_id", customer->vip_id);
}

/* Who signs: the manager, and the reseller where its name is known. */
static gboolean
add_sender (RcCommandContext *context, GHashTable *values, const RcCustomerRecord *customer, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *reseller = rc_settings_query_get (context->database, RC_SETTING_RESELLER_NAME, &fault);
  g_autofree char *sender = NULL;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  sender = reseller != NULL ? g_strjoin ("\n", customer->managed_by_name, reseller, NULL)
                            : g_strdup (customer->managed_by_name);
  rc_command_mail_values_add (values, "sender", sender);
  return TRUE;
}

/**
 * rc_command_mail_customer:
 * @context: a context
 * @customer: to whose primary contact it is written
 * @kind: which message
 * @values: (nullable): what the template needs beyond the contact, organization, VIP ID and sender
 * @error: RC_MAIL_ERROR, RC_STORE_ERROR
 *
 * Writes a mail in the customer's language into the outbox.
 *
 * Returns: whether it was written
 */
gboolean
rc_command_mail_customer (RcCommandContext *context, const RcCustomerRecord *customer, RcMessageKind kind,
                          GHashTable *values, GError **error)
{
  g_autoptr (GHashTable) own = values != NULL ? g_hash_table_ref (values) : rc_command_mail_values_new ();
  g_autofree char *contact =
      g_strjoin (" ", customer->contact_given_name, customer->contact_family_name, NULL);
  RcMessageRecord message = { .customer_id = customer->id,
                              .kind = kind,
                              .language = customer->language,
                              .recipient_name = contact,
                              .recipient_email = customer->contact_email };

  add_common_values (own, customer);
  rc_command_mail_values_add (own, "contact", contact);
  return add_sender (context, own, customer, error) && write_message (context, &message, own, error);
}

/* @customer_id 0: about no single one. */
static gboolean
write_to_member (RcCommandContext *context, const RcMemberRecord *member, gint64 customer_id,
                 RcMessageKind kind, GHashTable *values, GError **error)
{
  RcMessageRecord message = { .customer_id = customer_id,
                              .kind = kind,
                              .language = (char *) rc_command_mail_get_desk_language (),
                              .recipient_name = member->name,
                              .recipient_email = member->email };

  rc_command_mail_values_add (values, "manager", member->name);
  return write_message (context, &message, values, error);
}

/**
 * rc_command_mail_manager:
 * @context: a context
 * @customer: about which customer; the mail goes to who manages it
 * @kind: which message
 * @values: (nullable): what the template needs beyond the manager, organization and VIP ID
 * @error: RC_MAIL_ERROR, RC_STORE_ERROR
 *
 * Writes a mail to the account manager (PA-7) in the desk's language.
 *
 * Returns: whether it was written
 */
gboolean
rc_command_mail_manager (RcCommandContext *context, const RcCustomerRecord *customer, RcMessageKind kind,
                         GHashTable *values, GError **error)
{
  g_autoptr (GHashTable) own = values != NULL ? g_hash_table_ref (values) : rc_command_mail_values_new ();
  g_autoptr (RcMemberRecord) manager = rc_member_table_load (context->database, customer->managed_by, error);

  if (manager == NULL)
    return FALSE;
  add_common_values (own, customer);
  return write_to_member (context, manager, customer->id, kind, own, error);
}

/**
 * rc_command_mail_member:
 * @context: a context
 * @member: to whom it is written
 * @kind: which message
 * @values: what the template needs beyond the member's name
 * @error: RC_MAIL_ERROR, RC_STORE_ERROR
 *
 * Writes a mail about several customers to a member of the team, in the desk's language.
 *
 * Returns: whether it was written
 */
gboolean
rc_command_mail_member (RcCommandContext *context, const RcMemberRecord *member, RcMessageKind kind,
                        GHashTable *values, GError **error)
{
  return write_to_member (context, member, 0, kind, values, error);
}

/**
 * rc_command_mail_dup_reseller:
 * @context: a context
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the reseller's name where it is known, else the actor's; %NULL on error
 */
char *
rc_command_mail_dup_reseller (RcCommandContext *context, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *reseller = rc_settings_query_get (context->database, RC_SETTING_RESELLER_NAME, &fault);

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (reseller == NULL)
    reseller = g_strdup (context->actor->name);
  return g_steal_pointer (&reseller);
}

/**
 * rc_command_mail_person:
 * @context: a context
 * @message: kind, language, recipient; gets its id
 * @values: all that the template needs
 * @error: RC_MAIL_ERROR, RC_STORE_ERROR
 *
 * Writes a mail to somebody who is neither a customer's contact nor a customer's manager.
 *
 * Returns: whether it was written
 */
gboolean
rc_command_mail_person (RcCommandContext *context, RcMessageRecord *message, GHashTable *values,
                        GError **error)
{
  gboolean written = write_message (context, message, values, error);

  /* These belonged to the text, which is gone. */
  message->subject = NULL;
  message->body = NULL;
  message->message_id = NULL;
  return written;
}
