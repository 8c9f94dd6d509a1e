/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-purchase-words.h"

#include "rc-format.h"
#include "rc-vip-select.h"

#include <glib/gi18n-lib.h>

/* What was bought, for how long, and what it brings: a line a product in the history (AD-6, OR-4), the level of VIP Select
 * (VS-1) and the 3-year commit (VS-2). */

/* Takes @remark. */
static void
append_remark (GString *text, char *remark)
{
  g_string_append_printf (text, " · %s", remark);
  g_free (remark);
}

static void
append_line (GString *text, const RcLineRecord *line)
{
  g_autofree char *quantity = rc_format_number (line->quantity);
  g_autofree char *returned = rc_format_number (line->returned);
  g_autofree char *requested = rc_format_number (line->return_requested);

  /* Translators: how many licences of which product. */
  g_string_append_printf (text, _ ("%s × %s"), quantity, line->product_name);
  append_remark (text,
                 g_strdup_printf (ngettext ("%d month", "%d months", (gulong) line->months), line->months));
  if (line->returned > 0)
    /* Translators: how many licenses of an order were given back */
    append_remark (text, g_strdup_printf (_ ("%s returned"), returned));
  if (line->return_requested > 0)
    /* Translators: how many licenses of an order are to be given back, which is not decided yet */
    append_remark (text, g_strdup_printf (_ ("return of %s requested"), requested));
}

/**
 * rc_purchase_words_lines:
 * @lines: (element-type RcLineRecord): lines of a purchase authorization or an order
 *
 * Returns: (transfer full): a line a product: "5 × Photoshop for teams · 12 months · 2 returned"
 */
char *
rc_purchase_words_lines (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_line (text, lines->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_range (int level, const RcPolicy *policy)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  int from, to;

  rc_vip_select_get_range (level, policy, &from, &to);
  from_text = rc_format_number (from);
  to_text = rc_format_number (to);
  if (to == 0)
    /* Translators: a level of VIP Select and the fewest licenses that give it */
    return g_strdup_printf (_ ("Level %d (%s licenses and more)"), level, from_text);
  /* Translators: a level of VIP Select, and the fewest and the most licenses that give it */
  return g_strdup_printf (_ ("Level %d (%s–%s licenses)"), level, from_text, to_text);
}

/**
 * rc_purchase_words_vip_select:
 * @bought: the licences that VS-1 counts
 * @policy: the program's numbers
 *
 * Returns: (transfer full): the level with its range, and what is missing to the next one
 */
char *
rc_purchase_words_vip_select (int bought, const RcPolicy *policy)
{
  int level = rc_vip_select_level (bought, policy);
  int missing = rc_vip_select_missing (bought, policy);
  g_autofree char *range = NULL;
  g_autofree char *number = rc_format_number (missing);
  g_autofree char *more = NULL;

  if (level == 0)
    return g_strdup (_ ("No licenses ordered in this term"));
  range = format_range (level, policy);
  if (missing == 0)
    return g_steal_pointer (&range);
  more = g_strdup_printf (ngettext ("%s more license for the next level",
                                    "%s more licenses for the next level", (gulong) missing),
                          number);
  return g_strdup_printf ("%s\n%s", range, more);
}

/* Which of its years runs, from 1. */
static int
count_years (const RcCommitmentRecord *commitment, RcDate today)
{
  int year = 1;

  while (rc_date_add_months (commitment->starts_on, year * 12, 0) <= today)
    year++;
  return year;
}

/* (transfer full) what holds while it runs, and before its end what follows (VS-3). */
static char *
describe_running (const RcCommitmentRecord *commitment, RcDate today, const RcPolicy *policy)
{
  int left = rc_date_days_until (today, commitment->ends_on);
  g_autofree char *ends = rc_format_date_long (commitment->ends_on);

  if (left > policy->upcoming_from_days)
    /* Translators: the number of the year that runs, from 1 to 3 */
    return g_strdup_printf (_ ("Year %d of 3. Renewals and returns cannot go below it."),
                            count_years (commitment, today));
  /* Translators: a number of days and a date */
  return g_strdup_printf (
      ngettext (
          "It ends in %d day: from %s on, renewals and returns can go below it, and another commit can be "
          "enrolled.",
          "It ends in %d days: from %s on, renewals and returns can go below it, and another commit can be "
          "enrolled.",
          (gulong) left),
      left, ends);
}

/**
 * rc_purchase_words_commitment:
 * @commitment: (nullable): the latest 3-year commit
 * @today: the day
 * @policy: the program's numbers: from when on what is to come is told of
 *
 * Returns: (transfer full): how many licences are committed until when and what that means (VS-2, VS-3), or that none are
 */
char *
rc_purchase_words_commitment (const RcCommitmentRecord *commitment, RcDate today, const RcPolicy *policy)
{
  g_autofree char *number = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *span = NULL;
  g_autofree char *meaning = NULL;

  if (commitment == NULL)
    return g_strdup (C_ ("3-year commit", "None"));
  to = rc_format_date_long (commitment->ends_on);
  if (!rc_commitment_record_is_running (commitment, today))
    {
      /* Translators: a date */
      span = g_strdup_printf (_ ("Ended on %s"), to);
      return g_strdup_printf ("%s\n%s", span, _ ("Renewals and returns are not bound by it any more."));
    }
  number = rc_format_number (commitment->quantity);
  from = rc_format_date_long (commitment->starts_on);
  /* Translators: a number of licenses and two dates */
  span = g_strdup_printf (
      ngettext ("%s license, from %s to %s", "%s licenses, from %s to %s", (gulong) commitment->quantity),
      number, from, to);
  meaning = describe_running (commitment, today, policy);
  return g_strdup_printf ("%s\n%s", span, meaning);
}
