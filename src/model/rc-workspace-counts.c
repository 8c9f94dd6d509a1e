/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rc-workspace-private.h"

/* How the filters' counts (FI-2) follow a command without all customers being counted again: the change set says how the few
 * that it changed stood before and how they stand now. Each change has a number; whoever builds on a count has to have
 * counted every change before this one, and no later one. Where that is not sure, all are counted. */

static gboolean
is_counted (const RcWorkspace *self, RcFilter filter, const RcCustomerSight *sight)
{
  return (!self->managed_by_me || self->me == 0 || sight->managed_by == self->me)
         && rc_filter_contains (filter, &sight->facts, self->today, self->policy);
}

static void
apply_steps (RcWorkspace *self, const RcChangeSet *changes)
{
  guint64 counts[RC_N_FILTERS];

  for (int filter = 0; filter < RC_N_FILTERS; filter++)
    {
      counts[filter] = self->counts[filter];
      for (guint i = 0; i < changes->steps->len; i++)
        {
          const RcChangeStep *step = &g_array_index (changes->steps, RcChangeStep, i);

          counts[filter] -= is_counted (self, (RcFilter) filter, &step->before);
          counts[filter] += is_counted (self, (RcFilter) filter, &step->after);
        }
    }
  rc_workspace_take_counts (self, counts, changes->seq);
}

/**
 * rc_workspace_follow_counts:
 * @self: a workspace
 * @changes: what a commit touched
 * @parts: what is to be read again for it
 *
 * Returns: what is to be read still
 */
RcParts
rc_workspace_follow_counts (RcWorkspace *self, const RcChangeSet *changes, RcParts parts)
{
  gboolean is_being_counted = ((self->reading_parts | self->wanted) & RC_PART_COUNTS) != 0;

  /* What the outbox writes has no number, and changes no customer. */
  if (changes->seq == 0 && (parts & RC_PART_COUNTS) == 0)
    return parts;
  if (self->counts_seq == 0 || is_being_counted || changes->seq != self->counts_seq + 1
      || ((parts & RC_PART_COUNTS) != 0 && (changes->steps == NULL || (parts & RC_PART_POLICY) != 0)))
    {
      /* What was counted may lack a change of another program. Where nothing was, somebody has asked for it. */
      if (self->counts_seq != 0)
        parts |= RC_PART_COUNTS;
      self->counts_seq = 0;
      return parts;
    }
  if ((parts & RC_PART_COUNTS) != 0)
    apply_steps (self, changes);
  self->counts_seq = changes->seq;
  return parts & ~(RcParts) RC_PART_COUNTS;
}

/**
 * rc_workspace_set_managed_by_me:
 * @self: a workspace
 * @managed_by_me: whether the counts are of my customers only (FI-1, FI-2)
 */
void
rc_workspace_set_managed_by_me (RcWorkspace *self, gboolean managed_by_me)
{
  g_return_if_fail (RC_IS_WORKSPACE (self));
  if (self->managed_by_me == !!managed_by_me)
    return;
  self->managed_by_me = !!managed_by_me;
  g_object_notify (G_OBJECT (self), "managed-by-me");
  rc_workspace_refresh (self, RC_PART_COUNTS);
}
