/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-vip-select.h"

/* The level that the licences bought in a term give (VS-1). Which licences count (those bought, less those returned, no
 * consumables) is for whoever counts them. */

/* The fewest licences of a level above 0. */
static int
get_from (int level, const RcPolicy *policy)
{
  return level == 1 ? 1 : policy->select_levels_from[level - 2];
}

/**
 * rc_vip_select_level:
 * @licences: the licences bought in the current term, less those returned, without consumables
 * @policy: the policy
 *
 * Returns: the level, 1 to 4, or 0 where nothing was bought (VS-1)
 */
int
rc_vip_select_level (int licences, const RcPolicy *policy)
{
  int level = RC_VIP_SELECT_HIGHEST_LEVEL;

  g_return_val_if_fail (policy != NULL, 0);
  while (level > 0 && licences < get_from (level, policy))
    level--;
  return level;
}

/**
 * rc_vip_select_missing:
 * @licences: as for rc_vip_select_level()
 * @policy: the policy
 *
 * Returns: how many more licences give a higher level; 0 at the highest (VS-1)
 */
int
rc_vip_select_missing (int licences, const RcPolicy *policy)
{
  int level = rc_vip_select_level (licences, policy);

  return level < RC_VIP_SELECT_HIGHEST_LEVEL ? get_from (level + 1, policy) - MAX (licences, 0) : 0;
}

/**
 * rc_vip_select_get_range:
 * @level: a level, 1 to 4
 * @policy: the policy
 * @from: (out): the fewest licences that give it
 * @to: (out): the most; 0: there is no end. Less than @from where the policy leaves the level no room
 *
 * The range of VS-1, both ends included.
 */
void
rc_vip_select_get_range (int level, const RcPolicy *policy, int *from, int *to)
{
  g_return_if_fail (level >= 1 && level <= RC_VIP_SELECT_HIGHEST_LEVEL && policy != NULL);

  *from = get_from (level, policy);
  *to = level < RC_VIP_SELECT_HIGHEST_LEVEL ? get_from (level + 1, policy) - 1 : 0;
}
