/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-policy.h"

#include "rc-rule-error.h"

#include <glib/gi18n-lib.h>

/* The numbers of the program, so that no rule holds one of its own. Which preset a workspace uses, and what it changed
 * of it, is kept by the store; a policy in memory is not changed any more once others have been given it. */

G_DEFINE_BOXED_TYPE (RcPolicy, rc_policy, rc_policy_copy, rc_policy_free)

/* One value: where it lies, what is allowed, and what the presets give it. */
typedef struct
{
  const char *name;
  gsize offset;
  int lowest;
  int highest;
  int vip;
  int marketplace;
} Value;

#define VALUE(name, field, lowest, highest, vip, marketplace)                                                \
  {                                                                                                          \
    name, G_STRUCT_OFFSET (RcPolicy, field), lowest, highest, vip, marketplace                               \
  }
#define ANY_QUANTITY 1000000000

static const Value values[] = {
  VALUE ("pa-pending-to-days", pa_pending_to_days, 0, 366, 30, 7),
  VALUE ("pa-overdue-to-days", pa_overdue_to_days, 0, 366, 60, 7),
  VALUE ("window-before-days", window_before_days, 0, 180, 30, 30),
  VALUE ("window-after-days", window_after_days, 0, 180, 30, 14),
  VALUE ("upcoming-from-days", upcoming_from_days, 0, 366, 90, 90),
  VALUE ("notify-from-days", notify_from_days, 0, 366, 45, 45),
  VALUE ("proration", proration, RC_PRORATION_ROUND_UP, RC_PRORATION_NEXT_PERIOD, RC_PRORATION_ROUND_UP,
         RC_PRORATION_ROUND_UP),
  VALUE ("extended-min-months", extended_min_months, 1, 120, 13, 13),
  VALUE ("extended-max-months-commercial", extended_max_months[RC_SEGMENT_COMMERCIAL], 1, 120, 36, 36),
  VALUE ("extended-max-months-government", extended_max_months[RC_SEGMENT_GOVERNMENT], 1, 120, 48, 48),
  VALUE ("extended-max-months-education", extended_max_months[RC_SEGMENT_EDUCATION], 1, 120, 48, 48),
  VALUE ("select-level-2-from", select_levels_from[0], 1, ANY_QUANTITY, 10, 10),
  VALUE ("select-level-3-from", select_levels_from[1], 1, ANY_QUANTITY, 50, 50),
  VALUE ("select-level-4-from", select_levels_from[2], 1, ANY_QUANTITY, 100, 100),
  VALUE ("commitment-min-quantity", commitment_min_quantity, 1, ANY_QUANTITY, 10, 10),
  VALUE ("return-days", return_days, 0, 366, 14, 14),
  VALUE ("code-hours", code_hours, 1, 8784, 72, 168),
  VALUE ("codes-a-day", codes_a_day, 1, 10000, 5, 5),
  VALUE ("largest-quantity-team", largest_quantity[RC_OFFER_TYPE_TEAM], 1, ANY_QUANTITY, 10000, 10000),
  VALUE ("largest-quantity-enterprise", largest_quantity[RC_OFFER_TYPE_ENTERPRISE], 1, ANY_QUANTITY, 200000,
         200000),
};

/* Two values of which the first may not exceed the second. */
static const char *const orders[][2] = {
  { "pa-pending-to-days", "pa-overdue-to-days" },
  { "window-before-days", "upcoming-from-days" },
  { "extended-min-months", "extended-max-months-commercial" },
  { "extended-min-months", "extended-max-months-government" },
  { "extended-min-months", "extended-max-months-education" },
  { "select-level-2-from", "select-level-3-from" },
  { "select-level-3-from", "select-level-4-from" },
};

G_STATIC_ASSERT (sizeof (RcProration) == sizeof (int));

static const Value *
find_value (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].name, name))
      return &values[i];
  return NULL;
}

static int
get_value (const RcPolicy *policy, const Value *value)
{
  return G_STRUCT_MEMBER (int, policy, value->offset);
}

static void
put_value (RcPolicy *policy, const Value *value, int number)
{
  G_STRUCT_MEMBER (int, policy, value->offset) = number;
}

static gboolean
check_orders (const RcPolicy *policy, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      int lower = rc_policy_get (policy, orders[i][0]);
      int higher = rc_policy_get (policy, orders[i][1]);

      if (lower <= higher)
        continue;
      g_set_error (
          error, RC_RULE_ERROR, RC_RULE_ERROR_POLICY,
          /* Translators: the first and third are names of policy values, such as pa-pending-to-days */
          _ ("The policy value %s (%d) may not be greater than %s (%d)."), orders[i][0], lower, orders[i][1],
          higher);
      return FALSE;
    }
  return TRUE;
}

/**
 * rc_policy_new:
 * @preset: which numbers to begin with
 *
 * Returns: (transfer full): the preset's policy
 */
RcPolicy *
rc_policy_new (RcPreset preset)
{
  RcPolicy *policy = g_new0 (RcPolicy, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    put_value (policy, &values[i], preset == RC_PRESET_VIP ? values[i].vip : values[i].marketplace);
  return policy;
}

/**
 * rc_policy_copy:
 * @policy: a policy
 *
 * Returns: (transfer full): a policy with the same values
 */
RcPolicy *
rc_policy_copy (const RcPolicy *policy)
{
  g_return_val_if_fail (policy != NULL, NULL);
  return g_memdup2 (policy, sizeof *policy);
}

/**
 * rc_policy_free:
 * @policy: (nullable) (transfer full): a policy
 */
void
rc_policy_free (RcPolicy *policy)
{
  g_free (policy);
}

/**
 * rc_policy_equal:
 * @a: a policy
 * @b: another one
 *
 * Returns: whether all of their values are the same
 */
gboolean
rc_policy_equal (const RcPolicy *a, const RcPolicy *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (get_value (a, &values[i]) != get_value (b, &values[i]))
      return FALSE;
  return TRUE;
}

/**
 * rc_policy_list_names:
 *
 * Returns: (transfer none): the names of all values in their order, %NULL-terminated. They are stable: they stand in
 *   databases.
 */
const char *const *
rc_policy_list_names (void)
{
  static const char *names[G_N_ELEMENTS (values) + 1];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
        names[i] = values[i].name;
      g_once_init_leave (&made, 1);
    }
  return names;
}

/**
 * rc_policy_get:
 * @policy: a policy
 * @name: one of rc_policy_list_names()
 *
 * Returns: the value in its unit (days, months, hours, licences; an RcProration for `proration`)
 */
int
rc_policy_get (const RcPolicy *policy, const char *name)
{
  const Value *value;

  g_return_val_if_fail (policy != NULL && name != NULL, 0);
  value = find_value (name);
  g_return_val_if_fail (value != NULL, 0);
  return get_value (policy, value);
}

/**
 * rc_policy_get_range:
 * @name: one of rc_policy_list_names()
 * @lowest: (out): the lowest value allowed, in its unit
 * @highest: (out): the highest one
 *
 * What may be set, apart from what other values ask for: see rc_policy_get_order().
 */
void
rc_policy_get_range (const char *name, int *lowest, int *highest)
{
  const Value *value;

  g_return_if_fail (name != NULL && lowest != NULL && highest != NULL);
  value = find_value (name);
  g_return_if_fail (value != NULL);
  *lowest = value->lowest;
  *highest = value->highest;
}

/**
 * rc_policy_get_order:
 * @nth: from 0
 * @lower: (out) (transfer none): the name of a value
 * @higher: (out) (transfer none): the name of one that may not be lower
 *
 * Returns: whether there is an @nth pair
 */
gboolean
rc_policy_get_order (gsize nth, const char **lower, const char **higher)
{
  g_return_val_if_fail (lower != NULL && higher != NULL, FALSE);
  if (nth >= G_N_ELEMENTS (orders))
    return FALSE;
  *lower = orders[nth][0];
  *higher = orders[nth][1];
  return TRUE;
}

/**
 * rc_policy_set:
 * @policy: a policy that nobody else holds
 * @name: a name
 * @value: the value in its unit
 * @error: RC_RULE_ERROR_POLICY for a name that is unknown, or a value that is out of its range or at odds with another
 *
 * Changes one value. Where two have to be changed together, use rc_policy_set_many().
 *
 * Returns: whether the value was set; if not, @policy is as it was
 */
gboolean
rc_policy_set (RcPolicy *policy, const char *name, int value, GError **error)
{
  return rc_policy_set_many (policy, &name, &value, 1, error);
}

/**
 * rc_policy_set_many:
 * @policy: a policy that nobody else holds
 * @names: (array length=n_values): names
 * @numbers: (array length=n_values): the value of each
 * @n_values: how many there are
 * @error: RC_RULE_ERROR_POLICY as for rc_policy_set(), by what holds after all of them are set
 *
 * Returns: whether the values were set; if not, @policy is as it was
 */
gboolean
rc_policy_set_many (RcPolicy *policy, const char *const *names, const int *numbers, gsize n_values,
                    GError **error)
{
  RcPolicy changed;

  g_return_val_if_fail (policy != NULL, FALSE);

  changed = *policy;
  for (gsize i = 0; i < n_values; i++)
    {
      const Value *value = find_value (names[i]);

      if (value == NULL)
        {
          g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_POLICY, _ ("There is no policy value “%s”."),
                       names[i]);
          return FALSE;
        }
      if (numbers[i] < value->lowest || numbers[i] > value->highest)
        {
          g_set_error (error, RC_RULE_ERROR, RC_RULE_ERROR_POLICY,
                       /* Translators: the first is the name of a policy value, such as return-days */
                       _ ("The policy value %s has to lie between %d and %d."), value->name, value->lowest,
                       value->highest);
          return FALSE;
        }
      put_value (&changed, value, numbers[i]);
    }
  if (!check_orders (&changed, error))
    return FALSE;
  *policy = changed;
  return TRUE;
}
