/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-words.h"

#include "rc-format.h"
#include "rc-request-state.h"

#include <glib/gi18n-lib.h>

/* The words for states, kinds and deadlines, in one place, so that a list, a pane and a report say the same. Nothing
 * here decides anything: the rules of core do. */

#define TEXT_OF(table, index) (((guint) (index)) < G_N_ELEMENTS (table) ? (table)[index] : NULL)

static const char *
translate (const char *text)
{
  return text != NULL ? g_dgettext (GETTEXT_PACKAGE, text) : "";
}

/* For words whose meaning hangs on what they are said of. */
static const char *
translate_in (const char *context, const char *text)
{
  return text != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text) : "";
}

/**
 * rc_words_segment:
 * @segment: a market segment
 *
 * Returns: "Commercial", "Government", "Education"
 */
const char *
rc_words_segment (RcSegment segment)
{
  static const char *const TEXTS[] = { N_ ("Commercial"), N_ ("Government"), N_ ("Education") };

  return translate (TEXT_OF (TEXTS, segment));
}

/**
 * rc_words_offer_type:
 * @offer_type: a type of customer or product
 *
 * Returns: "Team", "Enterprise"
 */
const char *
rc_words_offer_type (RcOfferType offer_type)
{
  static const char *const TEXTS[] = { NC_ ("customer type", "Team"), NC_ ("customer type", "Enterprise") };

  return translate_in ("customer type", TEXT_OF (TEXTS, offer_type));
}

/**
 * rc_words_licence_kind:
 * @kind: what a licence is for (PR-1)
 *
 * Returns: "Named user", "Device", "Consumable"
 */
const char *
rc_words_licence_kind (RcLicenceKind kind)
{
  static const char *const TEXTS[] = { N_ ("Named user"), N_ ("Device"), N_ ("Consumable") };

  return translate (TEXT_OF (TEXTS, kind));
}

/**
 * rc_words_invitation_status:
 * @status: of the VIP invitation (CU-7)
 *
 * Returns: "Pending", "Accepted"
 */
const char *
rc_words_invitation_status (RcInvitationStatus status)
{
  static const char *const TEXTS[] = { NC_ ("invitation status", "Pending"),
                                       NC_ ("invitation status", "Accepted") };

  return translate_in ("invitation status", TEXT_OF (TEXTS, status));
}

/**
 * rc_words_request_state:
 * @state: of the oldest open purchase authorization (PA-2)
 *
 * Returns: "" where none is open, "Pending", "Overdue", "Suspended"
 */
const char *
rc_words_request_state (RcRequestState state)
{
  static const char *const TEXTS[] = { NULL, NC_ ("purchase authorization", "Pending"),
                                       NC_ ("purchase authorization", "Overdue"),
                                       NC_ ("purchase authorization", "Suspended") };

  return translate_in ("purchase authorization", TEXT_OF (TEXTS, state));
}

/**
 * rc_words_term_state:
 * @state: where a membership stands in its term
 *
 * Returns: a label, "" where nothing is to be said
 */
const char *
rc_words_term_state (RcTermState state)
{
  static const char *const TEXTS[] = { NULL,
                                       NULL,
                                       NC_ ("membership", "Upcoming renewal"),
                                       NC_ ("membership", "Ready for renewal"),
                                       NC_ ("membership", "Grace period"),
                                       NC_ ("membership", "Lapsed"),
                                       NC_ ("membership", "Moved to another reseller") };

  return translate_in ("membership", TEXT_OF (TEXTS, state));
}

/**
 * rc_words_pa_status:
 * @status: what is recorded of a purchase authorization
 *
 * Returns: "Open", "Ordered", "Canceled", "Closed unpaid"
 */
const char *
rc_words_pa_status (RcPaStatus status)
{
  static const char *const TEXTS[] = { NC_ ("purchase authorization", "Open"),
                                       NC_ ("purchase authorization", "Ordered"),
                                       NC_ ("purchase authorization", "Canceled"),
                                       NC_ ("purchase authorization", "Closed unpaid") };

  return translate_in ("purchase authorization", TEXT_OF (TEXTS, status));
}

/**
 * rc_words_role:
 * @role: a team member's role (TM-1)
 *
 * Returns: "Primary admin", "Account manager", "Viewer"
 */
const char *
rc_words_role (RcRole role)
{
  static const char *const TEXTS[] = { N_ ("Primary admin"), N_ ("Account manager"), N_ ("Viewer") };

  return translate (TEXT_OF (TEXTS, role));
}

/**
 * rc_words_member_status:
 * @status: a team member's status (TM-1)
 *
 * Returns: "Pending", "Active", "Removed"
 */
const char *
rc_words_member_status (RcMemberStatus status)
{
  static const char *const TEXTS[] = { NC_ ("team member", "Pending"), NC_ ("team member", "Active"),
                                       NC_ ("team member", "Removed") };

  return translate_in ("team member", TEXT_OF (TEXTS, status));
}

/**
 * rc_words_reseller_change_state:
 * @state: where a change of reseller stands (CH-2, CH-4)
 *
 * Returns: "Waiting", "Code expired", "Changed"
 */
const char *
rc_words_reseller_change_state (RcResellerChangeState state)
{
  static const char *const TEXTS[] = { NC_ ("change of reseller", "Waiting"),
                                       NC_ ("change of reseller", "Code expired"),
                                       NC_ ("change of reseller", "Changed") };

  return translate_in ("change of reseller", TEXT_OF (TEXTS, state));
}

/**
 * rc_words_message_kind:
 * @kind: what a mail tells of (MS-1)
 *
 * Returns: a label
 */
const char *
rc_words_message_kind (RcMessageKind kind)
{
  static const char *const TEXTS[] = { N_ ("Invitation"),
                                       N_ ("Invitation reminder"),
                                       N_ ("Products added"),
                                       N_ ("Purchase authorization canceled"),
                                       N_ ("Purchase authorization overdue"),
                                       N_ ("Purchase authorization suspended"),
                                       N_ ("Renewal notice"),
                                       N_ ("Renewal window open"),
                                       N_ ("Renewal due"),
                                       N_ ("Last renewal notice"),
                                       N_ ("Change-reseller code"),
                                       N_ ("Requested by the customer"),
                                       N_ ("Renewals coming"),
                                       N_ ("Invitation to the team") };

  return translate (TEXT_OF (TEXTS, kind));
}

/**
 * rc_words_message_status:
 * @status: what became of a mail (MS-2)
 *
 * Returns: "Waiting", "Sending", "Sent", "Failed", "May have been sent"
 */
const char *
rc_words_message_status (RcMessageStatus status)
{
  static const char *const TEXTS[] = { NC_ ("message", "Waiting"), NC_ ("message", "Sending"),
                                       NC_ ("message", "Sent"), NC_ ("message", "Failed"),
                                       NC_ ("message", "May have been sent") };

  return translate_in ("message", TEXT_OF (TEXTS, status));
}

/**
 * rc_words_language:
 * @code: as RcCustomerData has it
 *
 * Returns: (transfer none): the name of a language that messages are written in (MS-1); "" where there is none of that code
 */
const char *
rc_words_language (const char *code)
{
  static const struct
  {
    const char *code;
    const char *name;
  } LANGUAGES[] = {
    { "pt_BR", NC_ ("language", "Portuguese (Brazil)") },
    { "pl", NC_ ("language", "Polish") },
    { "da", NC_ ("language", "Danish") },
    { "fr", NC_ ("language", "French") },
    { "it", NC_ ("language", "Italian") },
    { "en", NC_ ("language", "English") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    if (g_str_equal (LANGUAGES[i].code, code))
      return translate_in ("language", LANGUAGES[i].name);
  return "";
}

/**
 * rc_words_age:
 * @days: an age or a length in days
 *
 * Returns: (transfer full): "12 days"
 */
char *
rc_words_age (int days)
{
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) ABS (days)), days);
}

/**
 * rc_words_days_left:
 * @state: where the membership stands
 * @anniversary: its anniversary date
 * @today: the day
 * @policy: the program's numbers
 *
 * Returns: (transfer full): how long until the anniversary date or, after it, until the window closes (RN-1);
 *   "" where there is no anniversary date
 */
char *
rc_words_days_left (RcTermState state, RcDate anniversary, RcDate today, const RcPolicy *policy)
{
  g_autofree char *days = NULL;

  if (state == RC_TERM_STATE_NONE || state == RC_TERM_STATE_MOVED)
    return g_strdup ("");
  if (state == RC_TERM_STATE_LAPSED)
    return g_strdup (rc_words_term_state (state));
  if (state != RC_TERM_STATE_GRACE)
    return anniversary == today ? g_strdup (_ ("Today"))
                                : rc_words_age (rc_date_days_until (today, anniversary));
  days = rc_words_age (rc_date_days_until (today, rc_date_add_days (anniversary, policy->window_after_days)));
  /* Translators: what is left of the grace period, "Grace: 12 days" */
  return g_strdup_printf (_ ("Grace: %s"), days);
}

static char *
order_deadline (RcDate oldest, RcDate today, const RcPolicy *policy)
{
  g_autofree char *date = NULL;
  int left;

  if (oldest == RC_DATE_NONE)
    return NULL;
  left = rc_date_days_until (today, rc_request_order_due (oldest, policy));
  switch (rc_request_state (oldest, today, policy))
    {
    case RC_REQUEST_STATE_NONE:
      return NULL;
    case RC_REQUEST_STATE_PENDING:
      if (left == 0)
        return g_strdup (_ ("Order due today"));
      return g_strdup_printf (ngettext ("Order due in %d day", "Order due in %d days", (gulong) left), left);
    case RC_REQUEST_STATE_OVERDUE:
      return g_strdup_printf (ngettext ("Order %d day overdue", "Order %d days overdue", (gulong) -left),
                              -left);
    case RC_REQUEST_STATE_SUSPENDED:
      date = rc_format_date_long (rc_request_suspended_from (oldest, policy));
      /* Translators: %s is a date. */
      return g_strdup_printf (_ ("Suspended since %s"), date);
    }
  return NULL;
}

static char *
term_deadline (RcTermState state, RcDate anniversary, RcDate today, const RcPolicy *policy)
{
  g_autofree char *date = NULL;
  RcDate last;
  int left;

  if (state == RC_TERM_STATE_MOVED)
    return g_strdup (_ ("Moved to another reseller"));
  if (anniversary == RC_DATE_NONE)
    return NULL;
  last = rc_date_add_days (anniversary, policy->window_after_days);
  left = rc_date_days_until (today, anniversary);
  switch (state)
    {
    case RC_TERM_STATE_NONE:
    case RC_TERM_STATE_MOVED:
      return NULL;
    case RC_TERM_STATE_RUNNING:
    case RC_TERM_STATE_UPCOMING:
      left -= policy->window_before_days;
      return g_strdup_printf (
          ngettext ("Renewal window opens in %d day", "Renewal window opens in %d days", (gulong) left),
          left);
    case RC_TERM_STATE_READY:
    case RC_TERM_STATE_GRACE:
      date = rc_format_date_long (last);
      /* Translators: %s is a date. */
      return g_strdup_printf (_ ("Renew by %s"), date);
    case RC_TERM_STATE_LAPSED:
      date = rc_format_date_long (rc_date_add_days (last, 1));
      /* Translators: %s is a date. */
      return g_strdup_printf (_ ("Lapsed since %s"), date);
    }
  return NULL;
}

/**
 * rc_words_deadline:
 * @facts: what is known of a customer
 * @today: the day
 * @policy: the program's numbers
 *
 * What comes first, or hurts most: a membership that ended, then an order past due, then a renewal whose window is
 * open, then a pending order, then the day on which the window opens (RN-1).
 *
 * Returns: (transfer full): the next deadline, "" if there is none
 */
char *
rc_words_deadline (const RcCustomerFacts *facts, RcDate today, const RcPolicy *policy)
{
  RcTermState term = rc_term_state (facts, today, policy);
  RcRequestState request = rc_request_state (facts->oldest_open_pa, today, policy);
  gboolean term_first =
      term == RC_TERM_STATE_MOVED
      || (request <= RC_REQUEST_STATE_PENDING
          && (term == RC_TERM_STATE_READY || term == RC_TERM_STATE_GRACE || term == RC_TERM_STATE_LAPSED));
  char *text = NULL;

  if (!term_first)
    text = order_deadline (facts->oldest_open_pa, today, policy);
  if (text == NULL)
    text = term_deadline (term, facts->anniversary_date, today, policy);
  return text != NULL ? text : g_strdup ("");
}

/**
 * rc_words_lines:
 * @lines: (element-type RcLineRecord): lines of a purchase authorization or an order
 *
 * Returns: (transfer full): "5 × Photoshop for teams, 2 × …"
 */
char *
rc_words_lines (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const RcLineRecord *line = lines->pdata[i];
      g_autofree char *quantity = rc_format_number (line->quantity);

      if (i > 0)
        /* Translators: between the products of an order. */
        g_string_append (text, C_ ("list separator", ", "));
      /* Translators: how many licences of which product. */
      g_string_append_printf (text, _ ("%s × %s"), quantity, line->product_name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rc_words_full_name:
 * @given_name: (nullable): a given name
 * @family_name: (nullable): a family name
 *
 * Returns: (transfer full): both, in the order of the program's languages
 */
char *
rc_words_full_name (const char *given_name, const char *family_name)
{
  g_autofree char *both =
      g_strconcat (given_name != NULL ? given_name : "", " ", family_name != NULL ? family_name : "", NULL);

  return g_strdup (g_strstrip (both));
}

/**
 * rc_words_time:
 * @at: µs since the epoch, UTC
 * @zone: in which time zone it is shown
 *
 * Returns: (transfer full): date and time there, as the locale writes them
 */
char *
rc_words_time (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  if (local == NULL)
    return g_strdup ("");
  date = rc_format_date (rc_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                                      g_date_time_get_day_of_month (local)));
  clock = g_date_time_format (local, "%H:%M");
  return g_strconcat (date, " ", clock, NULL);
}
