/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "rc-policy-words"

#include "rc-policy-words.h"
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
  UNIT_HOURS
} Unit;

typedef struct
{
  const char *name;
  const char *group; /* (nullable) the title of the group that begins with it */
  const char *label;
  Unit unit;
  const char *sentence;
} Words;

static const Words words[] = {
  { "pa-pending-to-days", N_ ("Purchase authorizations"), N_ ("Pending up to"), UNIT_DAYS,
    N_ ("The age up to which an open purchase authorization is pending. Then it is past due, and blocks new "
        "ones.") },
  { "pa-overdue-to-days", NULL, N_ ("Overdue up to"), UNIT_DAYS,
    N_ ("The age up to which it is overdue. Then it is suspended, and its licenses no longer work. The same "
        "number as "
        "above: it is suspended at once.") },
  { "window-before-days", N_ ("Renewals"), N_ ("Ready before the anniversary date"), UNIT_DAYS,
    N_ ("How early a renewal order is accepted.") },
  { "window-after-days", NULL, N_ ("Grace period after the anniversary date"), UNIT_DAYS,
    N_ ("How long a renewal order is accepted afterwards. Then the licenses expire and the membership "
        "lapses.") },
  { "upcoming-from-days", NULL, N_ ("Upcoming before the anniversary date"), UNIT_DAYS,
    N_ ("How early a customer stands in Upcoming renewals.") },
  { "notify-from-days", NULL, N_ ("Notices before the anniversary date"), UNIT_DAYS,
    N_ ("How early the console writes the first message about the renewal.") },
  { "proration", N_ ("Terms"), N_ ("Monthly proration"), UNIT_NUMBER,
    N_ ("Which month is the first that is ordered when licenses are bought in the middle of one.") },
  { "extended-min-months", NULL, N_ ("Extended term, at least"), UNIT_MONTHS,
    N_ ("The shortest first term with a custom anniversary date.") },
  { "extended-max-months-commercial", NULL, N_ ("Extended term for Commercial, at most"), UNIT_MONTHS,
    N_ ("The longest one for a customer of the segment Commercial.") },
  { "extended-max-months-government", NULL, N_ ("Extended term for Government, at most"), UNIT_MONTHS,
    N_ ("The longest one for a customer of the segment Government.") },
  { "extended-max-months-education", NULL, N_ ("Extended term for Education, at most"), UNIT_MONTHS,
    N_ ("The longest one for a customer of the segment Education.") },
  { "select-level-2-from", N_ ("VIP Select and 3-year commit"), N_ ("VIP Select level 2 from"), UNIT_NUMBER,
    N_ ("Licenses bought in the term. VIP Select begins here.") },
  { "select-level-3-from", NULL, N_ ("VIP Select level 3 from"), UNIT_NUMBER,
    N_ ("Licenses bought in the term.") },
  { "select-level-4-from", NULL, N_ ("VIP Select level 4 from"), UNIT_NUMBER,
    N_ ("Licenses bought in the term.") },
  { "commitment-min-quantity", NULL, N_ ("3-year commit from"), UNIT_NUMBER,
    N_ ("The fewest licenses that a customer can commit to.") },
  { "return-days", N_ ("Returns and reseller changes"), N_ ("Return after the order’s date, at most"),
    UNIT_DAYS, N_ ("How long after an order a return can be requested.") },
  { "code-hours", NULL, N_ ("Change-reseller code valid for"), UNIT_HOURS,
    N_ ("Then the code has to be sent anew.") },
  { "codes-a-day", NULL, N_ ("Change-reseller codes a day"), UNIT_NUMBER,
    N_ ("How many can be sent on one day, to all customers together.") },
  { "largest-quantity-team", N_ ("Quantities"), N_ ("Largest quantity of a Team product"), UNIT_NUMBER,
    N_ ("In one line of a purchase authorization or order.") },
  { "largest-quantity-enterprise", NULL, N_ ("Largest quantity of an Enterprise product"), UNIT_NUMBER,
    N_ ("In one line of a purchase authorization or order.") },
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
 * rc_policy_words_explain:
 * @name: a policy value's name
 *
 * Returns: (transfer none): what it is for, in sentences
 */
const char *
rc_policy_words_explain (const char *name)
{
  const Words *found = find_words (name);

  return found != NULL ? _ (found->sentence) : "";
}

/**
 * rc_policy_words_get_title:
 * @name: a policy value's name
 *
 * Returns: (transfer full): the title of a field for it: its label and unit
 */
char *
rc_policy_words_get_title (const char *name)
{
  const Words *found = find_words (name);
  const char *label = rc_policy_words_get_label (name);

  switch (found != NULL ? found->unit : UNIT_NUMBER)
    {
    case UNIT_DAYS:
      /* Translators: the name of a number field, such as “Pending up to (days)” */
      return g_strdup_printf (_ ("%s (days)"), label);
    case UNIT_MONTHS:
      return g_strdup_printf (_ ("%s (months)"), label);
    case UNIT_HOURS:
      return g_strdup_printf (_ ("%s (hours)"), label);
    case UNIT_NUMBER:
      break;
    }
  return g_strdup (label);
}

/**
 * rc_policy_words_begins_group:
 * @name: a policy value's name
 * @title: (out) (transfer none): the group's title
 *
 * Returns: whether a new group of values begins with it, in the order of rc_policy_list_names()
 */
gboolean
rc_policy_words_begins_group (const char *name, const char **title)
{
  const Words *found = find_words (name);

  if (found == NULL || found->group == NULL)
    return FALSE;
  *title = _ (found->group);
  return TRUE;
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
