/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-term-words.h"

#include "rc-format.h"

#include <glib/gi18n-lib.h>

/* Where a membership stands between the dates of its renewal (RN-1, RN-2, RN-7), as a sentence: beside the timeline, and in
 * its place for those who hear it. */

/**
 * rc_term_words_relate:
 * @date: a date
 * @today: the day
 *
 * Returns: (transfer full): "today", "in 12 days", "12 days ago"
 */
char *
rc_term_words_relate (RcDate date, RcDate today)
{
  int days = rc_date_days_until (today, date);

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days > 0)
    return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -days), -days);
}

static char *
describe_ready (const RcTermDates *dates, RcDate today, const char *closes)
{
  int left = rc_date_days_until (today, dates->anniversary);

  if (left == 0)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("The renewal window is open and today is the anniversary date. "
                               "Renewal orders are accepted until %s."),
                            closes);
  /* Translators: %d is a number of days, %s a date. */
  return g_strdup_printf (ngettext ("The renewal window is open: %d day to the anniversary date. "
                                    "Renewal orders are accepted until %s.",
                                    "The renewal window is open: %d days to the anniversary date. "
                                    "Renewal orders are accepted until %s.",
                                    (gulong) left),
                          left, closes);
}

static char *
describe_grace (const RcTermDates *dates, RcDate today, const char *closes)
{
  int left = rc_date_days_until (today, dates->closes_on);

  if (left == 0)
    return g_strdup (_ ("The anniversary date has passed. Today is the last day to renew: "
                        "tomorrow the licenses expire."));
  /* Translators: %s is a date, %d a number of days. */
  return g_strdup_printf (ngettext ("The anniversary date has passed. Licenses work until %s: "
                                    "%d day is left to renew.",
                                    "The anniversary date has passed. Licenses work until %s: "
                                    "%d days are left to renew.",
                                    (gulong) left),
                          closes, left);
}

/**
 * rc_term_words_describe:
 * @state: where the membership stands
 * @dates: the dates of its renewal
 * @today: the day
 *
 * Returns: (transfer full): one or two sentences; "" where there is no anniversary date, or the customer has moved
 */
char *
rc_term_words_describe (RcTermState state, const RcTermDates *dates, RcDate today)
{
  g_autofree char *opens = rc_format_date_long (dates->opens_on);
  g_autofree char *closes = rc_format_date_long (dates->closes_on);
  int to_window = rc_date_days_until (today, dates->opens_on);

  switch (state)
    {
    case RC_TERM_STATE_NONE:
    case RC_TERM_STATE_MOVED:
      break;
    case RC_TERM_STATE_RUNNING:
    case RC_TERM_STATE_UPCOMING:
      /* Translators: %d is a number of days, %s a date. */
      return g_strdup_printf (ngettext ("The renewal window opens in %d day, on %s.",
                                        "The renewal window opens in %d days, on %s.", (gulong) to_window),
                              to_window, opens);
    case RC_TERM_STATE_READY:
      return describe_ready (dates, today, closes);
    case RC_TERM_STATE_GRACE:
      return describe_grace (dates, today, closes);
    case RC_TERM_STATE_LAPSED:
      /* Translators: %s is a date. */
      return g_strdup_printf (
          _ ("No renewal was recorded by %s, and the licenses have expired. An order that "
             "came in time can still be recorded; else a direct order brings the "
             "membership back."),
          closes);
    }
  return g_strdup ("");
}
