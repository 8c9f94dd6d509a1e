/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-reseller-code-mail.h"

#include "rc-command-mail.h"
#include "rc-log-query.h"
#include "rc-message-composer.h"
#include "rc-message-table.h"
#include "rc-reseller-change-table.h"
#include "rc-reseller-code.h"
#include "rc-rule-error.h"
#include "rc-settings-table.h"
#include "rc-time-zone.h"

#include <glib/gi18n-lib.h>

/* A new code for a change of reseller: made here, mailed, and from then on known only by its digest (CH-2, CH-3). */

/**
 * rc_reseller_change_get_zone:
 * @context: a context
 * @error: RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the time zone whose days are counted: the workspace's, else the machine's
 */
GTimeZone *
rc_reseller_change_get_zone (RcCommandContext *context, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *name = rc_settings_query_get (context->database, RC_SETTING_TIME_ZONE, &fault);

  if (fault == NULL)
    return rc_time_zone_find (name);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/**
 * rc_reseller_change_load_open:
 * @context: a context
 * @id: a request's id
 * @error: RC_RULE_ERROR_NOT_FOUND; RC_RULE_ERROR_RESELLER_CHANGE where it was completed (CH-4); RC_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the request
 */
RcResellerChangeRecord *
rc_reseller_change_load_open (RcCommandContext *context, gint64 id, GError **error)
{
  g_autoptr (RcResellerChangeRecord) change = NULL;
  GError *fault = NULL;

  change = rc_reseller_change_table_load (context->database, id, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return NULL;
    }
  if (change == NULL)
    {
      g_set_error_literal (error, RC_RULE_ERROR, RC_RULE_ERROR_NOT_FOUND,
                           _ ("This change of reseller is not in the workspace."));
      return NULL;
    }
  if (change->completed_on != RC_DATE_NONE)
    {
      g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_RESELLER_CHANGE,
                   _ ("The membership with the VIP ID %s has changed its reseller already."), change->vip_id);
      return NULL;
    }
  return g_steal_pointer (&change);
}

static gboolean
check_limit (RcCommandContext *context, GTimeZone *zone, GError **error)
{
  int most = context->policy->codes_a_day;
  gint64 from, to, count;

  rc_time_zone_get_day (zone, context->now, &from, &to);
  if (!rc_reseller_change_table_count_codes (context->database, from, to, &count, error))
    return FALSE;
  if (count < most)
    return TRUE;
  g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_CODE_LIMIT,
               ngettext ("%d code has been sent today, and no more than that can be sent on a day. Try again "
                         "tomorrow.",
                         "%d codes have been sent today, and no more than that can be sent on a day. Try "
                         "again tomorrow.",
                         (gulong) most),
               most);
  return FALSE;
}

/* "1 August 2026, 14:05 UTC+02:00": the minute that has begun when the code expires, so never too late. */
static char *
format_expiry (const char *language, GTimeZone *zone, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *date = rc_message_format_date (language, rc_time_zone_get_date (zone, at));
  g_autofree char *time = g_date_time_format (local, "%H:%M UTC%:z");

  return g_strjoin (", ", date, time, NULL);
}

static gboolean
write_mail (RcCommandContext *context, const RcResellerChangeRecord *change, const char *code,
            GTimeZone *zone, gint64 *message_id, GError **error)
{
  g_autoptr (GHashTable) values = rc_command_mail_values_new ();
  g_autofree char *reseller = rc_command_mail_dup_reseller (context, error);
  g_autofree char *expires = format_expiry (change->language, zone, change->expires_at);
  RcMessageRecord message = { .kind = RC_MESSAGE_KIND_RESELLER_CHANGE_CODE,
                              .language = change->language,
                              .recipient_name = change->admin_email,
                              .recipient_email = change->admin_email };

  if (reseller == NULL)
    return FALSE;
  rc_command_mail_values_add (values, "contact", change->admin_email);
  rc_command_mail_values_add (values, "sender", reseller);
  rc_command_mail_values_add (values, "vip_id", change->vip_id);
  rc_command_mail_values_add (values, "code", code);
  rc_command_mail_values_add (values, "expires", expires);
  if (!rc_command_mail_person (context, &message, values, error))
    return FALSE;
  *message_id = message.id;
  return TRUE;
}

/* A code that is void is not sent any more. */
static gboolean
withdraw_mail (RcCommandContext *context, gint64 change_id, GError **error)
{
  g_autoptr (GBytes) digest = NULL;
  g_autoptr (GBytes) salt = NULL;
  gint64 message_id;

  return rc_reseller_change_table_load_code (context->database, change_id, &digest, &salt, &message_id, error)
         && (digest == NULL
             || rc_message_table_withdraw_one (context->database, context->seq, message_id, error));
}

/**
 * rc_reseller_code_mail:
 * @context: a context
 * @change: a request that is not completed; gets the times of the new code
 * @error: RC_RULE_ERROR_CODE_LIMIT (CH-3); RC_MAIL_ERROR, RC_STORE_ERROR
 *
 * Makes a code, writes the mail with it, and makes the earlier code void (CH-2).
 *
 * Returns: whether it was done
 */
gboolean
rc_reseller_code_mail (RcCommandContext *context, RcResellerChangeRecord *change, GError **error)
{
  g_autoptr (GTimeZone) zone = rc_reseller_change_get_zone (context, error);
  g_autofree char *code = rc_reseller_code_new ();
  g_autoptr (GBytes) salt = rc_reseller_code_new_salt ();
  g_autoptr (GBytes) digest = NULL;
  gint64 message_id;

  if (zone == NULL || !check_limit (context, zone, error) || !withdraw_mail (context, change->id, error))
    return FALSE;
  change->sent_at = context->now;
  change->expires_at = context->now + context->policy->code_hours * G_TIME_SPAN_HOUR;
  digest = rc_reseller_code_digest (code, salt);
  context->changes->kinds |= RC_CHANGE_RESELLER_CHANGES;
  return write_mail (context, change, code, zone, &message_id, error)
         && rc_reseller_change_table_add_code (context->database, context->seq, change, digest, salt,
                                               message_id, error);
}
