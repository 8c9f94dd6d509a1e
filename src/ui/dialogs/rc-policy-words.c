/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-policy-words"

#include "rc-policy-words.h"
#include "rc-format.h"
#include <glib/gi18n-lib.h>

/**
 * SECTION:rc-policy-words
 *
 * The policy's values in words, for the preferences.
 */

typedef enum
{
  UNIT_NUMBER,
  UNIT_DAYS,
  UNIT_MONTHS,
  UNIT_HOURS,
  UNIT_PRORATION
} Unit;

typedef struct
{
  const char *name;
  const char *label;
  Unit unit;
} Words;

static const Words words[] = {
  { "pa-pending-to-days", N_ ("Purchase authorization pending up to"), UNIT_DAYS },
  { "pa-overdue-to-days", N_ ("Purchase authorization overdue up to"), UNIT_DAYS },
  { "window-before-days", N_ ("Renewal window before the anniversary date"), UNIT_DAYS },
  { "window-after-days", N_ ("Renewal window after the anniversary date"), UNIT_DAYS },
  { "upcoming-from-days", N_ ("Upcoming renewals from, before the anniversary date"), UNIT_DAYS },
  { "notify-from-days", N_ ("Renewal notices from, before the anniversary date"), UNIT_DAYS },
  { "proration", N_ ("Monthly proration"), UNIT_PRORATION },
  { "extended-min-months", N_ ("Extended term, at least"), UNIT_MONTHS },
  { "extended-max-months-commercial", N_ ("Extended term for Commercial, at most"), UNIT_MONTHS },
  { "extended-max-months-government", N_ ("Extended term for Government, at most"), UNIT_MONTHS },
  { "extended-max-months-education", N_ ("Extended term for Education, at most"), UNIT_MONTHS },
  { "select-level-2-from", N_ ("VIP Select level 2 from, licenses"), UNIT_NUMBER },
  { "select-level-3-from", N_ ("VIP Select level 3 from, licenses"), UNIT_NUMBER },
  { "select-level-4-from", N_ ("VIP Select level 4 from, licenses"), UNIT_NUMBER },
  { "commitment-min-quantity", N_ ("3-year commit from, licenses"), UNIT_NUMBER },
  { "return-days", N_ ("Return after the order’s date, at most"), UNIT_DAYS },
  { "code-hours", N_ ("Change-reseller code valid for"), UNIT_HOURS },
  { "codes-a-day", N_ ("Change-reseller codes a day"), UNIT_NUMBER },
  { "largest-quantity-team", N_ ("Largest quantity of a Team product"), UNIT_NUMBER },
  { "largest-quantity-enterprise", N_ ("Largest quantity of an Enterprise product"), UNIT_NUMBER },
};

static const Words *
find_words (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, name))
      return &words[i];
  return NULL;
}

/**
 * rc_policy_words_get_label:
 * @name: a policy value's name
 *
 * Returns: (transfer none): what people call it; @name itself where nobody has put it into words
 */
const char *
rc_policy_words_get_label (const char *name)
{
  const Words *found = find_words (name);

  return found != NULL ? _ (found->label) : name;
}

/**
 * rc_policy_words_describe:
 * @policy: a policy
 * @name: a policy value's name
 *
 * Returns: (transfer full): the value with its unit
 */
char *
rc_policy_words_describe (const RcPolicy *policy, const char *name)
{
  const Words *found = find_words (name);
  int value = rc_policy_get (policy, name);

  switch (found != NULL ? found->unit : UNIT_NUMBER)
    {
    case UNIT_DAYS:
      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) value), value);
    case UNIT_MONTHS:
      return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) value), value);
    case UNIT_HOURS:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) value), value);
    case UNIT_PRORATION:
      return g_strdup (value == RC_PRORATION_ROUND_UP ? _ ("A period that has begun counts as a whole one")
                                                      : _ ("Starts with the next period"));
    case UNIT_NUMBER:
      break;
    }
  return rc_format_number (value);
}

/**
 * rc_policy_words_get_preset:
 * @policy: a policy
 *
 * Returns: (transfer none): a sentence that says which preset it is, if any
 */
const char *
rc_policy_words_get_preset (const RcPolicy *policy)
{
  g_autoptr (RcPolicy) vip = rc_policy_new (RC_PRESET_VIP);
  g_autoptr (RcPolicy) marketplace = rc_policy_new (RC_PRESET_VIP_MARKETPLACE);

  if (rc_policy_equal (policy, vip))
    return _ ("These are the values of the VIP preset.");
  if (rc_policy_equal (policy, marketplace))
    return _ ("These are the values of the VIP Marketplace preset.");
  return _ ("These values differ from both presets, VIP and VIP Marketplace.");
}
